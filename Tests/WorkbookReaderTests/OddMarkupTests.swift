import Testing

@testable import WorkbookReader

/// Markup that is well formed and means something, though hardly any program writes it so; and its near misses.
struct OddMarkupTests {
    private static let sheet = "xl/worksheets/sheet1.xml"
    private static let main = MadeWorkbook.main

    private func cells(_ rows: String) throws -> [String] { try MadeWorkbook(rows: rows).cells() }

    private func error(_ made: MadeWorkbook) -> ReadingError? {
        do {
            _ = try made.read()
            return nil
        } catch { return error }
    }

    // MARK: Places

    @Test(arguments: ["1A", "A", "R1C1", "$B$1", "A1:B1", " A1", "A-1", "ZZZZZZ1"])
    func addressThatIsNone(address: String) {
        let made = MadeWorkbook(rows: "<row r=\"1\"><c r=\"\(address)\"><v>1</v></c></row>")
        #expect(error(made) == .damaged(part: Self.sheet, damage: .place))
    }

    @Test(arguments: ["", "x", "1.0", " 2", "-1", "99999999999"])
    func rowNumberThatIsNone(number: String) {
        let made = MadeWorkbook(rows: "<row r=\"\(number)\"><c><v>1</v></c></row>")
        #expect(error(made) == .damaged(part: Self.sheet, damage: .place))
    }

    @Test func addressInOtherWritings() throws {
        #expect(
            try cells("<row r=\"007\"><c r=\"a7\"><v>1</v></c><c r=\"\"><v>2</v></c><c r=\"d7\"><v>3</v></c></row>")
                == ["A7 number 1", "B7 number 2", "D7 number 3"])
        // A program for reports counts the cells of a row instead.
        #expect(
            try cells("<row r=\"1\"><c r=\"0\"><v>1</v></c><c r=\"1\"><v>2</v></c></row>")
                == ["A1 number 1", "B1 number 2"])
    }

    // MARK: Prefixes

    @Test(arguments: [
        "<x:row xmlns:x=\"\(main)\" r=\"1\"><x:c r=\"A1\"><x:v>5</x:v></x:c></x:row>",
        "<row r=\"1\"><x:c xmlns:x='\(main)' r=\"A1\"><x:v>5</x:v></x:c></row>",
        "<row r=\"1\"><c r=\"A1\"><x:v xmlns:x=\"\(main)\">5</x:v></c></row>",
    ])
    func prefixDeclaredWhereItIsUsed(rows: String) throws { #expect(try cells(rows) == ["A1 number 5"]) }

    @Test func prefixOfAnotherNamespace() throws {
        let rows =
            "<x:row xmlns:x=\"urn:x\" r=\"2\"><x:c r=\"A2\"><x:v>9</x:v></x:c></x:row>"
            + "<row r=\"3\"><x:c xmlns:x=\"urn:x\" r=\"A3\"><x:v>9</x:v></x:c><c r=\"B3\"><v>5</v></c></row>"
        #expect(try cells(rows) == ["B3 number 5"])
    }

    /// Only the part's beginning is searched for prefixes; behind it one is refused, so that no row is lost.
    @Test func prefixDeclaredFarBehindTheBeginning() {
        let rows = (1...20_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
        let last = "<x:row xmlns:x=\"\(Self.main)\" r=\"20001\"><x:c><x:v>1</x:v></x:c></x:row>"
        #expect(error(MadeWorkbook(rows: rows + last)) == .damaged(part: Self.sheet, damage: .markup))
        #expect(error(MadeWorkbook(rows: rows + last.replacing(Self.main, with: "urn:x"))) == nil)
    }

    @Test func sharedTextsAndStylesWithPrefixesOfTheirOwn() throws {
        var made = MadeWorkbook(rows: "<row><c t=\"s\"><v>1</v></c><c s=\"1\"><v>45992</v></c></row>")
        made.parts["xl/sharedStrings.xml"] = Array(
            "<sst xmlns=\"\(Self.main)\"><si><t>a</t></si><x:si xmlns:x=\"\(Self.main)\"><x:t>b</x:t></x:si></sst>".utf8
        )
        made.parts["xl/styles.xml"] = Array(
            "<p:styleSheet xmlns:p=\"\(Self.main)\"><p:cellXfs><p:xf/><p:xf numFmtId=\"14\"/></p:cellXfs></p:styleSheet>"
                .utf8)
        #expect(try made.cells() == ["A1 text b", "B1 date 2025-12-01"])
    }

    @Test func relationshipAmongOtherIdentifiers() throws {
        var made = MadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        made.parts["xl/workbook.xml"] = Array(
            """
            <workbook xmlns="\(Self.main)" xmlns:x="urn:x" xmlns:rel="\(MadeWorkbook.relations)"><sheets>
            <sheet name="S" sheetId="1" x:id="rId2" rel:id="rId1"/></sheets></workbook>
            """.utf8)
        #expect(try made.cells() == ["A1 number 1"])
    }

    // MARK: Alternatives

    private func alternative(_ choice: String, _ fallback: String) -> String {
        "<mc:AlternateContent xmlns:mc=\"urn:mc\"><mc:Choice Requires=\"x\">\(choice)</mc:Choice>"
            + "<mc:Fallback>\(fallback)</mc:Fallback></mc:AlternateContent>"
    }

    @Test func alternativesTakeTheirFallback() throws {
        let one = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
        let two = "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>"
        #expect(
            try cells(alternative(one, two) + "<row r=\"2\"><c r=\"A2\"><v>3</v></c></row>")
                == ["A1 number 2", "A2 number 3"])
        let cell = alternative("<c r=\"A1\"><v>1</v></c>", "<c r=\"A1\"><v>2</v></c>")
        #expect(try cells("<row r=\"1\">\(cell)<c r=\"B1\"><v>3</v></c></row>") == ["A1 number 2", "B1 number 3"])
        let data = alternative("<sheetData>\(one)</sheetData>", "<sheetData>\(two)</sheetData>")
        #expect(
            try MadeWorkbook(sheet: "<worksheet xmlns=\"\(Self.main)\">\(data)</worksheet>").cells() == ["A1 number 2"])
        let text = alternative("<t>one</t>", "<t>two</t>")
        #expect(try cells("<row><c t=\"inlineStr\"><is>\(text)</is></c></row>") == ["A1 text two"])
    }

    // MARK: Ends

    @Test(arguments: ["xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"])
    func partsThatBreakOff(part: String) {
        let whole = MadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        let bytes = whole.allParts[part] ?? []
        let end = bytes.lastIndex(of: UInt8(ascii: "<")) ?? 0
        for length in [0, end, bytes.count - 1] {
            var made = whole
            made.parts[part] = Array(bytes.prefix(length))
            #expect(error(made) == .damaged(part: part, damage: .markup), "\(length) of \(bytes.count) bytes")
        }
        var made = whole
        made.parts[part] = bytes + Array("\n<!-- the end -->\n".utf8)
        #expect(error(made) == nil)
    }

    @Test(arguments: ["<sst/>", "<sst></sst>", "<sst count=\"0\" />\n"])
    func noSharedTexts(markup: String) throws {
        var made = MadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        made.parts["xl/sharedStrings.xml"] = Array(markup.utf8)
        #expect(try made.cells() == ["A1 number 1"])
    }

    /// What stands behind the rows is cut into chunks too, and a tag's end may stand in an attribute.
    @Test func longEndWithEveryKindOfTag() throws {
        let rules = (1...30_000).map {
            "<cfRule type=\"x\" note=\"a>b\" priority=\"\($0)\"><formula>A1&gt;2</formula></cfRule><x n='>'/>"
        }
        let behind =
            "<conditionalFormatting>\(rules.joined())</conditionalFormatting>"
            + "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"
        let made = MadeWorkbook(rows: "<row><c><v>1</v></c></row>", behind: behind)
        #expect(try made.read().sheets[0].merges.count == 1)
        #expect(
            error(MadeWorkbook(rows: "<row/>", behind: behind + "<a>")) == .damaged(part: Self.sheet, damage: .markup))
    }

    // MARK: Characters

    @Test(arguments: [
        "&#0;", "&#x0;", "&#xD83D;", "&#xD83D;&#xDE00;", "&#x110000;", "&#4294967345;", "&#x;", "&nbsp;", "&",
    ])
    func charactersThatAreNone(written: String) {
        let made = MadeWorkbook(rows: "<row><c t=\"str\"><v>a\(written)b</v></c></row>")
        #expect(error(made) == .forbiddenMarkup(part: Self.sheet))
        #expect(
            error(MadeWorkbook(shared: "<si><t>a\(written)b</t></si>"))
                == .forbiddenMarkup(part: "xl/sharedStrings.xml"))
    }

    /// A declaration that was read as ASCII is wrong where it says wide characters; and GB 2312 is said of what is GBK.
    @Test func encodingsThatAreNotWhatTheySay() throws {
        func made(_ encoding: String, _ text: [UInt8]) -> MadeWorkbook {
            var made = MadeWorkbook()
            let head = "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><worksheet><sheetData><row><c t=\"str\"><v>"
            made.parts[Self.sheet] = Array(head.utf8) + text + Array("</v></c></row></sheetData></worksheet>".utf8)
            return made
        }
        #expect(try made("UTF-16", Array("中文".utf8)).cells() == ["A1 text 中文"])
        #expect(try made("utf-16le", Array("中文".utf8)).cells() == ["A1 text 中文"])
        // 镕 is in GBK (E946) and not in GB 2312.
        #expect(try made("GB2312", [0xE9, 0x46]).cells() == ["A1 text 镕"])
    }
}
