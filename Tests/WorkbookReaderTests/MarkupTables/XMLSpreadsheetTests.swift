import Testing

@testable import WorkbookReader

/// XML Spreadsheets of Excel 2003.
struct XMLSpreadsheetTests {
    private static let space = "urn:schemas-microsoft-com:office:spreadsheet"

    private func bytes(_ table: String, before: String = "", behind: String = "") -> [UInt8] {
        Array(
            """
            <?xml version="1.0"?>
            <?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="\(Self.space)" xmlns:ss="\(Self.space)" xmlns:html="http://www.w3.org/TR/REC-html40">
            \(before)<Worksheet ss:Name="订单"><Table>\(table)</Table>\(behind)</Worksheet></Workbook>
            """.utf8)
    }

    private func read(_ table: String, before: String = "", behind: String = "") throws(ReadingError) -> Workbook {
        try WorkbookReader().read(bytes: bytes(table, before: before, behind: behind), named: "a.xls")
    }

    @Test(arguments: [
        (
            "<Row><Cell><Data ss:Type=\"String\">a &amp; b&#10;c</Data></Cell><Cell><Data ss:Type=\"Number\">0.10</Data></Cell></Row>",
            ["A1 text a & b\nc", "B1 number 0.1"]
        ),
        (
            "<Row ss:Index=\"3\"><Cell ss:Index=\"2\"><Data ss:Type=\"Number\">1E-2</Data></Cell></Row>",
            ["B3 number 0.01"]
        ),
        (
            "<Row><Cell ss:MergeAcross=\"1\" ss:MergeDown=\"1\"><Data ss:Type=\"String\">a</Data></Cell>"
                + "<Cell><Data ss:Type=\"String\">b</Data></Cell></Row>",
            ["A1 text a", "C1 text b"]
        ),
        (
            "<Row ss:Span=\"2\"/><Row><Cell><Data ss:Type=\"Boolean\">1</Data></Cell><Cell/>"
                + "<Cell><Data ss:Type=\"Error\">#N/A</Data></Cell></Row>",
            ["A4 boolean true", "C4 error #N/A"]
        ),
        (
            "<Row><Cell><Data ss:Type=\"DateTime\">2026-10-05T00:00:00.000</Data></Cell>"
                + "<Cell><Data ss:Type=\"DateTime\">2026-10-05T10:30:00.000</Data></Cell>"
                + "<Cell><Data ss:Type=\"DateTime\">1899-12-31T06:00:00.000</Data></Cell>"
                + "<Cell ss:StyleID=\"d\"><Data ss:Type=\"Number\">46300</Data></Cell></Row>",
            ["A1 date 2026-10-05", "B1 date 2026-10-05T10:30:00", "C1 date 06:00:00", "D1 date 2026-10-05"]
        ),
        (
            "<Row><Cell ss:Formula=\"=RC[1]\"/><Cell ss:Formula=\"=1+1\"><Data ss:Type=\"Number\">2</Data></Cell></Row>",
            ["A1 uncalculated ", "B1 number 2"]
        ),
        (
            "<Row><Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\"><B>ri</B>ch</ss:Data>"
                + "<Comment><ss:Data>note</ss:Data></Comment></Cell></Row>",
            ["A1 text rich"]
        ),
    ])
    func cells(table: String, expected: [String]) throws {
        let style = "<Styles><Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style></Styles>"
        #expect(try read(table, before: style).listing == expected)
    }

    @Test func keepsWhatIsHiddenAndMerged() throws {
        let table =
            "<Column/><Column ss:Hidden=\"1\" ss:Span=\"1\"/><Row ss:Hidden=\"1\"/><Row>"
            + "<Cell ss:MergeAcross=\"2\"><Data ss:Type=\"String\">a</Data></Cell></Row>"
        let options =
            "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden</Visible>"
            + "</WorksheetOptions>"
        let sheet = try #require(try read(table, behind: options).sheets.first)
        #expect(sheet.name == "订单" && sheet.visibility == .hidden)
        #expect(sheet.hiddenRows == [1] && sheet.hiddenColumns == [1...2])
        #expect(sheet.merges == [CellRange(rows: 2...2, columns: 0...2)])
    }

    @Test func readsAPrefixedOne() throws {
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ss:Workbook xmlns:ss=\"\(Self.space)\"><ss:Worksheet ss:Name=\"a\">"
            + "<ss:Table><ss:Row><ss:Cell><ss:Data ss:Type=\"Number\">7</ss:Data></ss:Cell></ss:Row></ss:Table>"
            + "</ss:Worksheet></ss:Workbook>"
        let workbook = try WorkbookReader().read(bytes: Array(text.utf8), named: "a.xml")
        #expect(workbook.listing == ["A1 number 7"])
        #expect(workbook.notes == [.xmlSpreadsheet])
    }

    @Test(arguments: [
        ("<Row ss:Index=\"2\"/><Row ss:Index=\"2\"/>", ReadingError.damaged(part: "订单", damage: .order)),
        ("<Row><Cell ss:Index=\"16385\"/></Row>", .limit(name: "columns", value: 16_384, part: "订单")),
        ("<Row ss:Index=\"1048577\"/>", .limit(name: "rows", value: 1_048_576, part: "订单")),
    ])
    func refuses(table: String, error: ReadingError) {
        #expect(throws: error) { try read(table) }
    }

    @Test func refusesADocumentType() {
        let text =
            "<?xml version=\"1.0\"?><!DOCTYPE Workbook [<!ENTITY a \"b\">]><Workbook xmlns=\"\(Self.space)\">&a;</Workbook>"
        #expect(throws: ReadingError.forbiddenMarkup(part: "")) {
            try WorkbookReader().read(bytes: Array(text.utf8), named: "a.xls")
        }
    }

    @Test(arguments: [("<office:document/>", ReadingError.FileKind.openDocument), ("<note>x</note>", .xml)])
    func refusesOtherMarkup(text: String, kind: ReadingError.FileKind) {
        #expect(throws: ReadingError.notAWorkbook(kind: kind)) {
            try WorkbookReader().read(bytes: Array("<?xml version=\"1.0\"?>\(text)".utf8), named: "a.xml")
        }
    }

    @Test func survivesSpoiledFiles() throws {
        let row = "<Row><Cell ss:Index=\"2\"><Data ss:Type=\"String\">a &amp; b</Data></Cell></Row>"
        let bytes = bytes(String(repeating: row, count: 30))
        let spoiled = Spoiled(bytes, every: 7) { bytes throws(ReadingError) in
            try WorkbookReader().read(bytes: bytes, named: "a.xls")
        }
        #expect(spoiled.read > 0 && spoiled.refused > 0)
    }
}
