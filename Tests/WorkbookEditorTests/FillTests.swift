import Testing
import WorkbookReader

@testable import WorkbookEditor

/// Filling cells: where they are in the sheet, and which format they get.
struct FillTests {
    /// Each row: what `sheetData` holds, the cell that is filled, and what it holds then. Format 2 is the first new one.
    @Test(arguments: [
        ("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", 1, 0, "<row r=\"1\"><c s=\"2\" r=\"A1\"><v>1</v></c></row>"),
        // A format of its own is copied, with all it has, and only the fill is another.
        ("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>", 1, 0, "<row r=\"1\"><c r=\"A1\" s=\"2\"/></row>"),
        // Rows and cells without a place follow one another.
        (
            "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/></row>", 1, 1,
            "<row><c><v>1</v></c><c s=\"2\"><v>2</v></c></row><row><c/></row>"
        ),
        // Cells that are not there: before, between and behind others.
        (
            "<row r=\"2\"><c r=\"B2\"/><c r=\"D2\"/></row>", 2, 0,
            "<row r=\"2\"><c r=\"A2\" s=\"2\"/><c r=\"B2\"/><c r=\"D2\"/></row>"
        ),
        (
            "<row r=\"2\"><c r=\"B2\"/><c r=\"D2\"/></row>", 2, 2,
            "<row r=\"2\"><c r=\"B2\"/><c r=\"C2\" s=\"2\"/><c r=\"D2\"/></row>"
        ),
        ("<row r=\"2\"><c r=\"B2\"/></row>", 2, 27, "<row r=\"2\"><c r=\"B2\"/><c r=\"AB2\" s=\"2\"/></row>"),
        // Rows that are not there, or that hold nothing.
        ("<row r=\"2\"/>", 1, 0, "<row r=\"1\"><c r=\"A1\" s=\"2\"/></row><row r=\"2\"/>"),
        ("<row r=\"2\"/>", 3, 0, "<row r=\"2\"/><row r=\"3\"><c r=\"A3\" s=\"2\"/></row>"),
        ("<row r=\"2\" ht=\"9\" />", 2, 0, "<row r=\"2\" ht=\"9\" ><c r=\"A2\" s=\"2\"/></row>"),
        // The row's format, and the spans that it states.
        (
            "<row r=\"2\" spans=\"2:3\" s=\"1\" customFormat=\"1\"></row>", 2, 4,
            "<row r=\"2\" spans=\"2:5\" s=\"1\" customFormat=\"1\"><c r=\"E2\" s=\"2\"/></row>"
        ),
        // The same row in pieces, as one program writes it.
        (
            "<row r=\"1\"><c r=\"A1\"/></row><row r=\"1\"><c r=\"B1\"/></row>", 1, 1,
            "<row r=\"1\"><c r=\"A1\"/></row><row r=\"1\"><c s=\"2\" r=\"B1\"/></row>"
        ),
        // What looks like a row or a cell in a comment or in text is none.
        (
            "<!-- <row r=\"1\"> --><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a&gt;<![CDATA[<c r=\"B1\"/>]]></t></is></c></row>",
            1, 1,
            "<!-- <row r=\"1\"> --><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a&gt;<![CDATA[<c r=\"B1\"/>]]></t></is></c><c r=\"B1\" s=\"2\"/></row>"
        ),
    ])
    func cells(data: String, row: Int, column: Int, expected: String) throws {
        let made = MadePackage(sheets: ["<sheetData>\(data)</sheetData><pageMargins/>"])
        let edited = try made.edited(WorkbookEdit([(row, column)]))
        #expect(edited.sheet(1) == "<sheetData>\(expected)</sheetData><pageMargins/>")
        #expect(edited.changed == ["xl/worksheets/sheet1.xml", "xl/styles.xml"])
    }

    @Test func anEmptySheetGetsARow() throws {
        let made = MadePackage(sheets: ["<dimension ref=\"A1\"/><sheetData/>"])
        #expect(
            try made.edited(WorkbookEdit([(3, 1)])).sheet(1)
                == "<dimension ref=\"A1:B3\"/><sheetData><row r=\"3\"><c r=\"B3\" s=\"2\"/></row></sheetData>")
    }

    @Test func ofMergedCellsTheTopLeftIsFilled() throws {
        let made = MadePackage(sheets: [
            "<sheetData><row r=\"2\"><c r=\"B2\"/><c r=\"C2\"/></row></sheetData><mergeCells count=\"1\"><mergeCell ref=\"B2:C4\"/></mergeCells>"
        ])
        #expect(try made.edited(WorkbookEdit([(3, 2)])).sheet(1).contains("<c s=\"2\" r=\"B2\"/><c r=\"C2\"/>"))
    }

    @Test func aColumnGivesItsFormatToItsNewCells() throws {
        let made = MadePackage(sheets: ["<cols><col min=\"2\" max=\"3\" style=\"1\" hidden=\"1\"/></cols><sheetData/>"])
        let styles = try made.edited(WorkbookEdit([(1, 2)]))["xl/styles.xml"]
        #expect(styles.contains("<xf applyFill=\"1\" numFmtId=\"4\" fontId=\"1\" fillId=\"2\""))
    }

    @Test func formatsAreSharedAndKeepAllButTheFill() throws {
        let made = MadePackage(sheets: [
            "<sheetData><row><c s=\"1\"/><c s=\"1\"/><c/><c s=\"77\"/></row></sheetData>"
        ])
        let styles = try made.edited(WorkbookEdit([(1, 0), (1, 1), (1, 2), (1, 3)]))["xl/styles.xml"]
        #expect(styles.contains("<fills count=\"3\">"))
        #expect(styles.contains("<fgColor rgb=\"FFFFC7CE\"/>"))
        // One copy of each of the two formats; a number that no format has counts as the first.
        #expect(styles.contains("<cellXfs count=\"4\">"))
        #expect(
            styles.contains(
                "<xf applyFill=\"1\" numFmtId=\"4\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\"><alignment horizontal=\"right\"/></xf>"
            ))
    }

    @Test func aWorkbookWithoutStylesGetsSome() throws {
        let made = MadePackage(sheets: ["<sheetData><row><c><v>1</v></c></row></sheetData>"], styles: nil)
        let edited = try made.edited(WorkbookEdit([(1, 0)]))
        let names = ["fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"]
        let places = names.map { edited["xl/styles.xml"].firstRange(of: "<\($0) ")?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(edited["[Content_Types].xml"].contains("PartName=\"/xl/styles.xml\""))
        #expect(edited["xl/_rels/workbook.xml.rels"].contains("/relationships/styles\" Target=\"styles.xml\""))
        #expect(try WorkbookReader().read(bytes: edited.result.bytes).sheets.first?.cellCount == 1)
    }

    @Test func listsOfStylesThatAreMissingComeInTheirPlace() throws {
        let made = MadePackage(
            sheets: ["<sheetData><row><c/></row></sheetData>"],
            styles: "<numFmts count=\"0\"/><cellXfs><xf numFmtId=\"0\"/></cellXfs><extLst/>")
        let styles = try made.edited(WorkbookEdit([(1, 0)]))["xl/styles.xml"]
        let order = ["<numFmts", "<fonts", "<fills", "<borders", "<cellXfs", "<extLst"].map {
            styles.firstRange(of: $0)?.lowerBound
        }
        #expect(order.allSatisfy { $0 != nil } && order.compactMap { $0 } == order.compactMap { $0 }.sorted())
    }

    @Test func prefixesAreKept() throws {
        var made = MadePackage(sheets: [""])
        made.parts["xl/worksheets/sheet1.xml"] =
            "<x:worksheet xmlns:x=\"\(MadePackage.main)\"><x:sheetData><x:row r=\"1\"/></x:sheetData></x:worksheet>"
        made.parts["xl/styles.xml"] =
            "<x:styleSheet xmlns:x=\"\(MadePackage.main)\"><x:fills/><x:cellXfs><x:xf/></x:cellXfs></x:styleSheet>"
        let edited = try made.edited(WorkbookEdit([(1, 0)], note: "n"))
        #expect(edited["xl/worksheets/sheet1.xml"].contains("<x:row r=\"1\"><x:c r=\"A1\" s=\"1\"/></x:row>"))
        #expect(edited["xl/worksheets/sheet1.xml"].contains("</x:sheetData><x:legacyDrawing xmlns:r="))
        #expect(edited["xl/styles.xml"].contains("<x:fill><x:patternFill patternType=\"solid\">"))
        #expect(edited["xl/styles.xml"].contains("<x:xf fillId=\"2\" applyFill=\"1\"/>"))
    }

    @Test(arguments: [
        "<sheetData><row r=\"3\"/><row r=\"2\"/></sheetData>",
        "<sheetData><row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row></sheetData>",
        "<sheetData><row r=\"1\">", "<sheetData", "<!DOCTYPE x><sheetData/>", "", "<sheetData/><!--",
    ])
    func brokenSheetsAreLeft(content: String) throws {
        let bytes = try MadePackage(sheets: [content]).bytes
        #expect(throws: EditingError.self) { try WorkbookEdit([(2, 0), (9, 0)]).applied(to: bytes) }
    }
}
