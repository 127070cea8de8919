#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes of texts, one behind the other, in memory of large pages where the system has them: a page for every four
/// kilobytes would cost more than the copying.
struct TextRun {
    /// The most that a run is made for.
    static let size = 8 << 20

    /// Its number among the workbook's runs.
    let number: Int
    var bytes: [UInt8] = []

    /// A run without room, for those who may not need one.
    init() { number = -1 }

    /// - Parameters:
    ///   - number: Its number among the workbook's runs.
    ///   - room: For how many bytes.
    init(number: Int, room: Int) {
        self.number = number
        bytes.reserveCapacity(room)
        if room >= 4 << 20 { unsafe bytes.withUnsafeMutableBufferPointer { unsafe Self.wantLargePages($0, room) } }
    }

    /// Whether a chunk's texts fit in, which are no longer than their markup.
    func hasRoom(_ count: Int) -> Bool { bytes.capacity - bytes.count >= count }

    /// Asks for large pages behind an array's first byte; whether it gets them makes no difference but in time.
    ///
    /// The first and the last page may be shared with other memory of this process, to which the advice does no harm.
    private static func wantLargePages(_ buffer: UnsafeMutableBufferPointer<UInt8>, _ room: Int) {
        #if os(Linux)
            guard let start = buffer.baseAddress else { return }
            let page = 4_096
            let before = Int(bitPattern: start) % page
            unsafe madvise(start - before, room + before, MADV_HUGEPAGE)
        #endif
    }
}
