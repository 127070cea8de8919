import Testing

@testable import WorkbookReader

/// Each limit at its value, where the file is read, and past it, where it is refused by the limit's name.
struct LimitTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let part: String
        /// A file that reaches just `value`.
        let made: MadeWorkbook
        let value: Int
        let set: @Sendable (inout ReadingLimits, Int) -> Void
        var testDescription: String { name }
    }

    static let sheetPart = "xl/worksheets/sheet1.xml"
    static let cases: [Case] = {
        let three =
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"str\"><v>four</v></c></row><row r=\"7\"><c r=\"A7\"><v>2</v></c></row>"
        let deep = "<row r=\"1\"><c r=\"A1\"><v>1</v><extLst><a><b><c/></b></a></extLst></c></row>"
        let bytes = MadeWorkbook(rows: three)
        return [
            Case(name: "fileBytes", part: "", made: bytes, value: bytes.archive.bytes.count) { $0.fileBytes = $1 },
            Case(name: "entries", part: "", made: bytes, value: 6) { $0.entries = $1 },
            Case(
                name: "partBytes", part: sheetPart, made: bytes,
                value: bytes.allParts.values.map(\.count).max() ?? 0
            ) { $0.partBytes = $1 },
            Case(
                name: "unpackedBytes", part: "", made: bytes,
                value: ["xl/sharedStrings.xml", sheetPart].reduce(0) { $0 + (bytes.allParts[$1]?.count ?? 0) }
            ) { $0.unpackedBytes = $1 },
            Case(name: "cells", part: sheetPart, made: bytes, value: 3) { $0.cells = $1 },
            Case(name: "texts", part: sheetPart, made: bytes, value: 3) { $0.texts = $1 },
            Case(name: "textBytes", part: "xl/sharedStrings.xml", made: bytes, value: 5) { $0.textBytes = $1 },
            Case(
                name: "textBytes", part: sheetPart,
                made: MadeWorkbook(rows: cells("three&lt;", inline: false), shared: nil),
                value: 6
            ) { $0.textBytes = $1 },
            Case(
                name: "textBytes", part: sheetPart, made: MadeWorkbook(rows: cells("five5", inline: true), shared: nil),
                value: 5
            ) { $0.textBytes = $1 },
            Case(name: "texts", part: "xl/sharedStrings.xml", made: MadeWorkbook(), value: 2) { $0.texts = $1 },
            Case(name: "allTextBytes", part: "xl/sharedStrings.xml", made: MadeWorkbook(), value: 9) {
                $0.allTextBytes = $1
            },
            Case(name: "rows", part: sheetPart, made: MadeWorkbook(rows: "<row/><row><c/></row><row/>"), value: 3) {
                $0.rows = $1
            },
            Case(
                name: "columns", part: sheetPart, made: MadeWorkbook(rows: "<row><c/><c/><c><v>1</v></c></row>"),
                value: 3
            ) {
                $0.columns = $1
            },
            Case(name: "allTextBytes", part: sheetPart, made: bytes, value: 13) { $0.allTextBytes = $1 },
            Case(name: "rows", part: sheetPart, made: bytes, value: 7) { $0.rows = $1 },
            Case(name: "columns", part: sheetPart, made: bytes, value: 2) { $0.columns = $1 },
            Case(name: "sheets", part: "xl/workbook.xml", made: bytes, value: 1) { $0.sheets = $1 },
            Case(name: "depth", part: sheetPart, made: MadeWorkbook(rows: deep), value: 3) { $0.depth = $1 },
        ]
    }()

    private static func cells(_ text: String, inline: Bool) -> String {
        let cell = inline ? "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" : "<c t=\"str\"><v>\(text)</v></c>"
        return "<row>\(cell)</row>"
    }

    /// What a sheet claims to be costs nothing; only what is there counts.
    @Test func claimsOfSeventeenBillionCells() throws {
        let made = MadeWorkbook(
            rows: "<row r=\"1048576\" spans=\"1:16384\"><c r=\"XFD1048576\"><v>1</v></c></row>",
            before: "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\" max=\"16384\" hidden=\"1\"/></cols>",
            behind: "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>",
            shared: "<si><t>a</t></si>")
        var limits = ReadingLimits()
        limits.cells = 1
        let sheet = try made.read(limits).sheets[0]
        #expect(sheet.cellCount == 1)
        #expect(sheet.merges == [CellRange(rows: 1...1_048_576, columns: 0...16_383)])
        #expect(sheet.hiddenColumns == [0...16_383])
        var texts = made
        texts.parts["xl/sharedStrings.xml"] = Array("<sst count=\"4000000000\" uniqueCount=\"4000000000\"/>".utf8)
        #expect(try texts.read(limits).texts.count == 0)
    }

    @Test(arguments: cases)
    func atTheLimit(_ limit: Case) throws {
        var limits = ReadingLimits()
        limit.set(&limits, limit.value)
        #expect(throws: Never.self) { try limit.made.read(limits) }
        limit.set(&limits, limit.value + 1)
        #expect(throws: Never.self) { try limit.made.read(limits) }
    }

    @Test(arguments: cases)
    func pastTheLimit(_ limit: Case) throws {
        var limits = ReadingLimits()
        limit.set(&limits, limit.value - 1)
        do {
            _ = try limit.made.read(limits)
            Issue.record("read past \(limit.name)")
        } catch .limit(let name, let value, let part) {
            #expect(name == limit.name)
            #expect(value == limit.value - 1)
            if limit.name != "depth", limit.name != "partBytes" { #expect(part == limit.part) }
        }
    }
}
