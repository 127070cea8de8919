extension ReadingError.FileKind {
    /// What a file looks like from its first bytes; `nil` for a zip archive, which an .xlsx is.
    static func of(_ start: [UInt8]) -> ReadingError.FileKind? {
        func begins(_ bytes: [UInt8]) -> Bool { start.starts(with: bytes) }
        if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) || begins([0x50, 0x4B, 7, 8]) { return nil }
        // A compound document, or a BIFF stream of Excel 2 to 5 by itself.
        if begins([0xD0, 0xCF, 0x11, 0xE0]) { return .oldExcel }
        if begins([9, 0, 4, 0]) || begins([9, 2, 6, 0]) || begins([9, 4, 6, 0]) || begins([9, 8, 8, 0]) {
            return .oldExcel
        }
        if begins(Array("%PDF".utf8)) { return .pdf }
        if begins([0x89, 0x50, 0x4E, 0x47]) || begins([0xFF, 0xD8, 0xFF]) || begins(Array("GIF8".utf8)) {
            return .image
        }
        if begins(Array("BM".utf8)), start.count > 6, start[6...].prefix(4).allSatisfy({ $0 == 0 }) { return .image }
        if begins(Array("Rar!".utf8)) || begins([0x37, 0x7A, 0xBC, 0xAF]) || begins([0x1F, 0x8B]) { return .archive }
        return ofText(start)
    }

    private static func ofText(_ start: [UInt8]) -> ReadingError.FileKind {
        var text = start[...]
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) { text = text.filter { $0 != 0 }[2...] }
        guard !text.contains(where: { $0 == 0 || ($0 < 32 && !Byte.isBlank($0) && $0 != 12) }) else { return .unknown }
        text = text.drop { Byte.isBlank($0) }
        guard text.first == Byte.open else { return text.isEmpty ? .unknown : .text }
        let beginning = String(decoding: text.prefix(2_048), as: UTF8.self).lowercased()
        let marks = ["<!doctype html", "<html", "<table", "<head", "<body", "<meta"]
        return marks.contains { beginning.contains($0) } ? .html : .xml
    }
}
