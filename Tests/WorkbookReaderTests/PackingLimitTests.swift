import Testing

@testable import WorkbookReader

/// Limits that need a file of their own: each at its value, next to it, and past it by one.
struct PackingLimitTests {
    private static let sheet = "xl/worksheets/sheet1.xml"

    private func read(_ archive: MadeArchive, _ limits: ReadingLimits) throws(ReadingError) -> Workbook {
        try WorkbookReader(limits: limits).read(bytes: archive.bytes)
    }

    /// A sheet with two megabytes of blanks before its only row, packed to a few kilobytes.
    private func packedBlanks() -> (archive: MadeArchive, ratio: Int) {
        let times = 8_200
        let head = Array("<worksheet><sheetData>".utf8)
        let tail = Array("<row><c><v>1</v></c></row></sheetData></worksheet>".utf8)
        var first = MadeArchive.deflated(head)
        first[0] = 0
        let packed = first + MadeArchive.deflatedRun(of: Byte.space, times: times) + MadeArchive.deflated(tail)
        let bytes = head + [UInt8](repeating: Byte.space, count: 258 * times + 1) + tail
        var archive = MadeWorkbook().archive
        for index in archive.parts.indices where archive.parts[index].name == Self.sheet {
            archive.parts[index] = MadeArchive.Part(name: Self.sheet, bytes: bytes, packed: packed)
        }
        // The least whole ratio that the part does not pass.
        var ratio = bytes.count / packed.count
        while bytes.count / ratio > packed.count { ratio += 1 }
        return (archive, ratio)
    }

    @Test func ratio() throws {
        let (archive, ratio) = packedBlanks()
        #expect(ratio > 100, "the file is packed too little to test anything")
        var limits = ReadingLimits()
        for allowed in [ratio + 1, ratio] {
            limits.ratio = allowed
            #expect(try read(archive, limits).listing == ["A1 number 1"])
        }
        limits.ratio = ratio - 1
        #expect(throws: ReadingError.limit(name: "ratio", value: ratio - 1, part: Self.sheet)) {
            try read(archive, limits)
        }
    }

    /// A part that cannot be taken apart from some place on: a row, a text, or all of it.
    @Test(arguments: [
        // Behind the rows any tag is a place to go on from, once it is plain that they have ended.
        (Self.sheet, "<row>", "</sheetDat"), ("xl/sharedStrings.xml", "<si>", ""),
        ("xl/styles.xml", "\n<styleSheet", ""),
    ])
    func pieceBytes(part: String, beginning: String, end: String) throws {
        let long = String(repeating: "x", count: 700_000)
        let made = MadeWorkbook(
            rows: part == Self.sheet ? "<row><c t=\"str\"><v>\(long)</v></c></row>" : "",
            shared: part == "xl/sharedStrings.xml" ? "<si><t>\(long)</t></si>" : nil,
            formats: part == "xl/styles.xml" ? [(164, long)] : [])
        let bytes = made.allParts[part] ?? []
        let mark = Array(beginning.utf8)
        let start = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
        let last = Array(end.utf8)
        let stop =
            last.isEmpty ? bytes.count : bytes.indices.first { bytes[$0...].starts(with: last) }.map { $0 + last.count }
        let value = try #require(stop) - start
        var limits = ReadingLimits()
        for allowed in [value + 1, value] {
            limits.pieceBytes = allowed
            #expect(throws: Never.self) { try made.read(limits) }
        }
        limits.pieceBytes = value - 1
        #expect(throws: ReadingError.limit(name: "pieceBytes", value: value - 1, part: part)) {
            try made.read(limits)
        }
    }

    @Test func partNames() throws {
        var archive = MadeWorkbook(rows: "<row><c><v>1</v></c></row>").archive
        archive.parts.append(MadeArchive.Part(name: "../x", bytes: []))
        var limits = ReadingLimits()
        limits.partNames = 1
        #expect(try read(archive, limits).listing == ["A1 number 1"])
        archive.parts.append(MadeArchive.Part(name: "../y", bytes: []))
        #expect(throws: ReadingError.limit(name: "partNames", value: 1, part: "../y")) { try read(archive, limits) }
        limits.partNames = 2
        #expect(throws: Never.self) { try read(archive, limits) }
    }

    @Test func wholeFileBytes() throws {
        let bytes = Array("a,b\n1,2\n".utf8)
        var limits = ReadingLimits()
        for allowed in [bytes.count + 1, bytes.count] {
            limits.wholeFileBytes = allowed
            #expect(throws: Never.self) { try WorkbookReader(limits: limits).read(bytes: bytes, named: "a.csv") }
        }
        limits.wholeFileBytes = bytes.count - 1
        #expect(throws: ReadingError.limit(name: "wholeFileBytes", value: bytes.count - 1, part: "")) {
            try WorkbookReader(limits: limits).read(bytes: bytes, named: "a.csv")
        }
    }
}
