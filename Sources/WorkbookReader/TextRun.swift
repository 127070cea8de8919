#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes of texts, one behind the other.
///
/// Memory for them is asked of the system a chunk at a time: a fault for every page of four kilobytes would cost more than the
/// copying. Large pages, where they are plentiful, cost less still.
struct TextRun {
    /// The most that a run is made for.
    static let size = 8 << 20

    /// Its number among the workbook's runs.
    let number: Int
    var bytes: [UInt8] = []
    /// Up to which byte memory is ready.
    private var ready = 0

    /// A run without room, for those who may not need one.
    init() { number = -1 }

    /// - Parameters:
    ///   - number: Its number among the workbook's runs.
    ///   - room: For how many bytes.
    init(number: Int, room: Int) {
        self.number = number
        bytes.reserveCapacity(room)
        #if os(Linux)
            if room >= TextRun.size, LargePages.arePlentiful { advise(0..<bytes.capacity, MADV_HUGEPAGE) }
        #endif
    }

    /// Whether a chunk's texts fit in, which are no longer than their markup.
    func hasRoom(_ count: Int) -> Bool { bytes.capacity - bytes.count >= count }

    /// Has the memory ready that the next bytes will be written to, if there is room for them.
    ///
    /// Only pages that lie wholly in the array's room are asked for; whether they are got makes no difference but in time.
    mutating func makeReady(_ count: Int) {
        #if os(Linux)
            let start = bytes.count
            let end = min(bytes.capacity, start + count)
            guard ready < end, end - start >= 64 << 10 else { return }
            let first = max(start, ready)
            ready = end
            advise(first..<end, TextRun.populate)
        #endif
    }

    #if os(Linux)
        /// `MADV_POPULATE_WRITE`, of Linux 5.14; an older system refuses.
        private static let populate: Int32 = 23

        /// Tells the system what it may know about pages that lie wholly in a part of the array's room.
        private mutating func advise(_ part: Range<Int>, _ advice: Int32) {
            unsafe bytes.withUnsafeMutableBufferPointer { buffer in
                guard let start = buffer.baseAddress else { return }
                let base = UnsafeMutableRawPointer(start)
                let page = 4_096
                let from = unsafe (base + part.lowerBound).alignedUp(toMultipleOf: page)
                let to = unsafe (base + part.upperBound).alignedDown(toMultipleOf: page)
                if unsafe to > from { unsafe madvise(from, to - from, advice) }
            }
        }
    #endif
}
