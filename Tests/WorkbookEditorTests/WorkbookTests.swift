import Testing
import WorkbookReader

@testable import WorkbookEditor

/// The workbook around the sheets: the list that comes first, and what must not be touched.
struct WorkbookTests {
    private static let sheet = "<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>"
    private static let selected =
        "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"1\"/></sheetView></sheetViews>"

    @Test func theListComesFirst() throws {
        let made = MadePackage(
            sheets: [Self.sheet, Self.selected + Self.sheet],
            workbook: (
                "<bookViews><workbookView firstSheet=\"1\" activeTab=\"1\"/></bookViews>",
                "<definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"1\">S2!$A$1</definedName>"
                    + "<definedName name=\"all\">S1!$A$1</definedName></definedNames><calcPr calcId=\"1\"/>"
            ))
        let edited = try made.edited(WorkbookEdit([(1, 0)], of: "S2", list: .small))
        let workbook = edited["xl/workbook.xml"]
        #expect(
            workbook.contains(
                "<sheets><sheet name=\"Findings\" sheetId=\"7\" r:id=\"rId4\"/><sheet name=\"S1\" sheetId=\"3\""))
        #expect(workbook.contains("<workbookView firstSheet=\"0\" activeTab=\"0\"/>"))
        #expect(workbook.contains("localSheetId=\"2\">S2!$A$1") && workbook.contains("<definedName name=\"all\">"))
        // Two selected sheets would both take what is typed into one.
        #expect(edited.sheet(2).contains("tabSelected=\"0\" workbookViewId=\"0\"><pane ySplit=\"1\"/>"))
        #expect(edited["xl/worksheets/sheet3.xml"].contains("tabSelected=\"1\""))
        #expect(edited["xl/worksheets/sheet3.xml"].contains("location=\"'O''Hara'!B2\""))
        #expect(!edited.changed.contains("xl/worksheets/sheet1.xml"))
        let read = try WorkbookReader().read(bytes: edited.result.bytes)
        #expect(read.sheets.map(\.name) == ["Findings", "S1", "S2"])
        #expect(read.texts[0] == "A1 <&>")
    }

    @Test func aSelectedSheetWithoutFindingsStaysAndStaysOpen() throws {
        let made = MadePackage(
            sheets: [Self.sheet, Self.selected + Self.sheet],
            workbook: ("<bookViews><workbookView activeTab=\"1\"/></bookViews>", ""))
        let edited = try made.edited(WorkbookEdit([(1, 0)], of: "S1", list: .small))
        #expect(edited["xl/workbook.xml"].contains("activeTab=\"2\""))
        #expect(!edited.changed.contains("xl/worksheets/sheet2.xml"))
        #expect(!edited["xl/worksheets/sheet3.xml"].contains("tabSelected"))
    }

    @Test func namesAreNotUsedTwice() throws {
        var made = MadePackage(sheets: [Self.sheet])
        made.parts["xl/workbook.xml"] = made.parts["xl/workbook.xml"]?.replacing("\"S1\"", with: "\"FINDINGS\"")
        let edited = try made.edited(WorkbookEdit([], list: .small))
        #expect(edited["xl/workbook.xml"].contains("name=\"Findings (2)\""))
    }

    @Test func whatIsNotConcernedKeepsItsBytes() throws {
        var made = MadePackage(
            sheets: [
                Self.sheet
                    + "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" priority=\"1\"/></conditionalFormatting>"
                    + "<dataValidations count=\"1\"><dataValidation sqref=\"A1\"/></dataValidations><drawing r:id=\"rId1\"/>"
                    + "<tableParts count=\"1\"><tablePart r:id=\"rId2\"/></tableParts>", "<sheetData/>",
            ], type: "sheet.macroEnabled.main+xml")
        for name in [
            "xl/vbaProject.bin", "xl/drawings/drawing1.xml", "xl/charts/chart1.xml", "xl/media/image1.png",
            "xl/tables/table1.xml", "xl/calcChain.xml", "xl/sharedStrings.xml", "docProps/app.xml",
            "customXml/item1.xml",
        ] { made.parts[name] = "kept \(name)" }
        made.parts["xl/worksheets/_rels/sheet1.xml.rels"] = MadePackage.relationships(
            MadePackage.relationship(1, MadePackage.relations + "/drawing", "../drawings/drawing1.xml"))
        let edited = try made.edited(WorkbookEdit([(1, 0)], note: "n", list: .small))
        #expect(
            edited.changed == [
                "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml",
                "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels",
            ])
        #expect(edited["[Content_Types].xml"].contains("sheet.macroEnabled.main+xml"))
        #expect(
            edited.sheet(1).contains("<dataValidations count=\"1\"><dataValidation sqref=\"A1\"/></dataValidations>"))
        #expect(edited.sheet(1).contains("<drawing r:id=\"rId1\"/><legacyDrawing r:id=\"rId3\"/><tableParts"))
    }

    @Test func strictWorkbooksStayStrict() throws {
        let edited = try MadePackage(sheets: [Self.sheet], isStrict: true).edited(
            WorkbookEdit([(1, 0)], note: "n", list: .small))
        let space = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        #expect(edited["xl/worksheets/sheet2.xml"].contains("<worksheet xmlns=\"\(MadePackage.strict)\">"))
        #expect(edited["xl/comments1.xml"].contains("<comments xmlns=\"\(MadePackage.strict)\">"))
        #expect(edited["xl/_rels/workbook.xml.rels"].matches(of: /purl[^"]*\/worksheet"/).count == 2)
        #expect(edited["xl/worksheets/_rels/sheet1.xml.rels"].contains("Type=\"\(space)/comments\""))
        // As Excel itself writes it: VML is no part of the strict standard.
        #expect(edited["xl/worksheets/_rels/sheet1.xml.rels"].contains("Type=\"\(MadePackage.relations)/vmlDrawing\""))
    }

    @Test func whatMustNotBeChangedIsLeft() throws {
        var signed = MadePackage(sheets: [Self.sheet])
        signed.parts["_xmlsignatures/sig1.xml"] = "<Signature/>"
        let locked = MadePackage(
            sheets: [Self.sheet], workbook: ("<workbookProtection workbookPassword=\"CC1A\" lockStructure=\"1\"/>", ""))
        var shared = MadePackage(sheets: [Self.sheet])
        shared.parts["xl/_rels/workbook.xml.rels"]? = MadePackage.relationships(
            MadePackage.relationship(1, MadePackage.relations + "/revisionHeaders", "revisions/revisionHeaders.xml"))
        for (made, error) in [(signed, EditingError.signed), (locked, .structureLocked), (shared, .shared)] {
            let bytes = try made.bytes
            #expect(throws: error) { try WorkbookEdit([(1, 0)], list: .small).applied(to: bytes) }
        }
        #expect(throws: EditingError.noPackage) { try WorkbookEdit([(1, 0)]).applied(to: Array("a,b".utf8)) }
    }

    /// A protected sheet can be filled: its protection concerns what people type.
    @Test func protectedSheetsAreFilled() throws {
        let made = MadePackage(sheets: [Self.sheet + "<sheetProtection sheet=\"1\"/>"])
        #expect(try made.edited(WorkbookEdit([(1, 0)])).sheet(1).contains("<c s=\"2\" r=\"A1\">"))
    }

    @Test func aListStandsAlone() throws {
        let bytes = try WorkbookEdit.workbook(of: .small)
        let read = try WorkbookReader().read(bytes: bytes)
        #expect(read.sheets.map(\.name) == ["Findings"] && read.texts[0] == "A1 <&>")
        #expect(try WorkbookEdit.workbook(of: .small) == bytes)
    }

    @Test func partsInUTF16AreUnderstood() throws {
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet xmlns=\"\(MadePackage.main)\">\(Self.sheet)</worksheet>"
        let units = [0xFEFF] + Array(text.utf16)
        let package = try Package(bytes: MadePackage(sheets: [""]).bytes, limits: EditingLimits())
        package.set("xl/worksheets/sheet1.xml", to: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let result = try WorkbookEdit([(1, 0)]).applied(to: package.finish())
        #expect(try WorkbookReader().read(bytes: result.bytes).sheets.first?.cellCount == 1)
    }

    @Test func sheetsThatAreNotThereAreSaid() throws {
        let edited = try MadePackage(sheets: [Self.sheet]).edited(WorkbookEdit([(1, 0)], of: "gone"))
        #expect(edited.result.withoutSheet.map(\.sheet) == ["gone"] && edited.changed.isEmpty)
    }
}
