#if canImport(Glibc)
    import Glibc
#endif

/// Whether large pages, of two megabytes each, are to be had for nothing.
///
/// They spare five hundred faults each and go back in one step. Where the system has none in one piece, as after a day's
/// work, it moves other pages out of the way first, which takes longer than all the faults: so it is asked how many it has.
enum LargePages {
    /// How many there must be: a gigabyte's worth, more than texts take in any one workbook.
    private static let enough = 512

    /// Whether there were enough of them when the first text was read.
    static let arePlentiful = available() >= enough

    /// How many pages of two megabytes are free, by what Linux says of its free memory.
    private static func available() -> Int {
        #if os(Linux)
            let file = unsafe open("/proc/buddyinfo", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return 0 }
            defer { close(file) }
            // A line for each zone; machines with more than this can spare the rest.
            let text = unsafe [UInt8](unsafeUninitializedCapacity: 4 << 10) { buffer, count in
                unsafe count = max(0, read(file, buffer.baseAddress, buffer.count))
            }
            return count(in: String(decoding: text, as: UTF8.self))
        #else
            return 0
        #endif
    }

    /// Counts them in lines such as `Node 0, zone Normal 5 3 … 12 40`: free blocks of one page, of two, of four and so on;
    /// the tenth are of 512 pages of four kilobytes, the eleventh of twice as many.
    static func count(in text: String) -> Int {
        text.split(separator: "\n").reduce(0) { sum, line in
            let blocks = line.split(separator: " ").dropFirst(4).map { Int($0) ?? 0 }
            return blocks.count < 11 ? sum : sum &+ blocks[9] &+ 2 &* blocks[10]
        }
    }
}
