import Testing

@testable import WorkbookReader

/// Parts that are longer than a chunk: wherever the border falls, nothing is lost, doubled or moved.
struct BorderTests {
    /// Enough rows for several chunks, each of its own length so that borders fall everywhere in a row.
    private static let count = 30_000

    private func row(_ number: Int, reference: Bool, text: String) -> String {
        let r = reference ? " r=\"\(number)\"" : ""
        let (a, b) = reference ? (" r=\"A\(number)\"", " r=\"B\(number)\"") : ("", "")
        let hidden = number % 1_000 == 0 ? " hidden=\"1\"" : ""
        return "<row\(r)\(hidden)><c\(a)><v>\(number)</v></c><c\(b) t=\"str\"><v>\(text)</v></c></row>"
    }

    private func check(_ workbook: Workbook, text: (Int) -> String) throws {
        let sheet = workbook.sheets[0]
        try sheet.checkOrder(texts: workbook.texts.count)
        #expect(sheet.segments.count > 1, "the sheet fits into one chunk and so tests nothing")
        #expect(sheet.rowCount == Self.count)
        #expect(sheet.hiddenRows == (1...30).map { Int32($0 * 1_000) })
        var number: Int64 = 0
        var wrong: [Int64] = []
        sheet.forEachRow { row, segment, cells in
            number += 1
            let values = cells.map { segment[cell: $0] }
            if Int64(row) != number || values.count != 2 || values[0].payload != number
                || workbook.text(of: values[1]) != text(Int(number))
            {
                wrong.append(number)
            }
        }
        #expect(wrong == [])
    }

    @Test(arguments: [true, false])
    func rows(reference: Bool) throws {
        func text(_ number: Int) -> String { String(repeating: "文", count: number % 37) + "\(number % 500)" }
        let rows = (1...Self.count).map { row($0, reference: reference, text: text($0)) }.joined()
        try check(try MadeWorkbook(rows: rows).read(), text: text)
    }

    @Test func marksAcrossBorders() throws {
        func text(_ number: Int) -> String { "<\(number)>" }
        let rows = (1...Self.count).map {
            row($0, reference: true, text: "<!-- <row r=\"9\"> --><![CDATA[<\($0)>]]><?p <row ?>")
        }
        try check(try MadeWorkbook(rows: rows.joined()).read(), text: text)
    }

    /// Some chunks are rewritten and some are not, and one has both; the part's checksum is that of all of them.
    @Test(arguments: [1_500, 9_001])
    func marksInSomeChunks(every step: Int) throws {
        func text(_ number: Int) -> String { "\(number % 7)" }
        let rows = (1...Self.count).map {
            row($0, reference: true, text: $0 % step == 0 ? "<!-- <row> -->\(text($0))" : text($0))
        }
        let made = MadeWorkbook(rows: rows.joined())
        try check(try made.read(), text: text)
        var archive = made.archive
        let index = archive.parts.firstIndex { $0.name == "xl/worksheets/sheet1.xml" } ?? 0
        archive.parts[index].checksumError = 1
        #expect(throws: ReadingError.damaged(part: "xl/worksheets/sheet1.xml", damage: .checksum)) {
            try WorkbookReader().read(bytes: archive.bytes)
        }
    }

    @Test func prefixesAcrossBorders() throws {
        func text(_ number: Int) -> String { "t\(number % 9)" }
        let rows = (1...Self.count).map {
            row($0, reference: true, text: text($0)).replacing("</", with: "</main:").replacing("<", with: "<main:")
                .replacing("<main:/main:", with: "</main:")
        }
        let made = MadeWorkbook(
            sheet: "<main:worksheet xmlns:main=\"\(MadeWorkbook.main)\"><main:sheetData>\(rows.joined())"
                + "</main:sheetData></main:worksheet>")
        try check(try made.read(), text: text)
    }

    @Test func utf16AcrossBorders() throws {
        func text(_ number: Int) -> String { "中\(number % 9)😀" }
        let rows = (1...Self.count).map { row($0, reference: true, text: text($0)) }.joined()
        var made = MadeWorkbook()
        let sheet = "<worksheet xmlns='\(MadeWorkbook.main)'><sheetData>\(rows)</sheetData></worksheet>"
        made.parts["xl/worksheets/sheet1.xml"] = ([0xFEFF] + Array(sheet.utf16)).flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
        }
        try check(try made.read(), text: text)
    }

    @Test func sharedTexts() throws {
        let texts = (0..<60_000).map { String(repeating: "字", count: $0 % 23) + String($0) }
        let items = texts.map { "<si><t>\($0)</t></si>" }.joined()
        let cells = texts.indices.map { "<row><c t=\"s\"><v>\($0)</v></c></row>" }.joined()
        let workbook = try MadeWorkbook(rows: cells, shared: items).read()
        #expect((0..<workbook.texts.count).map { workbook.texts[$0] } == texts)
    }

    @Test func oneRowLongerThanChunks() throws {
        let cells = (0..<16_384).map { "<c t=\"str\"><v>\(String(repeating: "x", count: 80))\($0)</v></c>" }.joined()
        let workbook = try MadeWorkbook(rows: "<row>\(cells)</row><row><c><v>1</v></c></row>").read()
        #expect(workbook.sheets[0].cellCount == 16_385)
        #expect(workbook.texts.count == 2 + 16_384)
    }

    @Test func longEndBehindTheRows() throws {
        let merges = (1...40_000).map { "<mergeCell ref=\"A\($0):B\($0)\"/>" }.joined()
        let made = MadeWorkbook(
            rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
            behind:
                "<mergeCells>\(merges)</mergeCells><conditionalFormatting><cfRule><formula>A1>2</formula></cfRule></conditionalFormatting>"
        )
        #expect(try made.read().sheets[0].merges.count == 40_000)
    }

    @Test func sameResultHoweverOftenItIsRead() throws {
        let rows = (1...Self.count).map { row($0, reference: true, text: "\($0 * 7_919 % 10_007)") }.joined()
        let made = MadeWorkbook(rows: rows)
        let first = try made.read()
        for _ in 0..<5 {
            let again = try made.read()
            #expect(again.texts.count == first.texts.count)
            #expect((0..<first.texts.count).allSatisfy { again.texts.utf8($0) == first.texts.utf8($0) })
            #expect(again.sheets[0].segments.map(\.payloads) == first.sheets[0].segments.map(\.payloads))
        }
    }
}
