/// Where an archive begins in a file that has something else in front of it: a line break or a byte order mark that a
/// server put there, or a program that unpacks it.
///
/// An archive is read from its end (APPNOTE.TXT 4.3.16), so what stands before it does no harm.
extension ZipArchive {
    /// The offset that an archive counts its parts' places from, 0 if that is the file's beginning; `nil` where no archive
    /// ends the file.
    static func beginning(in file: borrowing SourceFile) -> Int? {
        // The end record and the longest comment that may follow it.
        let tailStart = max(0, file.size - (22 + 65_535))
        let tail = file.bytes(at: tailStart, count: file.size - tailStart)
        return beginning(tail: tail, from: tailStart) { file.bytes(at: $0, count: $1) }
    }

    /// The same of bytes in memory.
    static func beginning(in bytes: [UInt8]) -> Int? {
        let tailStart = max(0, bytes.count - (22 + 65_535))
        return beginning(tail: Array(bytes[tailStart...]), from: tailStart) { offset, count in
            let start = min(max(0, offset), bytes.count)
            return Array(bytes[start..<min(bytes.count, start + count)])
        }
    }

    private static func beginning(
        tail: [UInt8], from tailStart: Int, bytes: (_ offset: Int, _ count: Int) -> [UInt8]
    ) -> Int? {
        func number(_ index: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(tail[index + $1]) << ($1 * 8) }
        }
        var index = tail.count - 22
        while index >= 0 {
            defer { index -= 1 }
            guard tail[index...].starts(with: [0x50, 0x4B, 5, 6]) else { continue }
            let (size, offset) = (number(index + 12, 4), number(index + 16, 4))
            let start = tailStart + index - size - offset
            // The directory must be where the end record says, and so must its first part.
            if start >= 0, bytes(start + offset, 4) == [0x50, 0x4B, 1, 2] { return start }
        }
        return nil
    }
}
