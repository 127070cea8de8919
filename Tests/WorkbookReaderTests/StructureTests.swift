import Testing

@testable import WorkbookReader

/// Rows, columns, sheets and parts in every arrangement that files have.
struct StructureTests {
    private func cells(_ rows: String) throws -> [String] { try MadeWorkbook(rows: rows).cells() }

    @Test func withoutReferences() throws {
        #expect(
            try cells("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c><v>3</v></c></row>")
                == ["A1 number 1", "B1 number 2", "B3 number 3"])
    }

    @Test func cellsThatStateTheirRowNumberRowsThatDoNot() throws {
        #expect(
            try cells("<row><c r=\"B5\"><v>1</v></c></row><row><c><v>2</v></c></row>") == [
                "B5 number 1", "A6 number 2",
            ])
    }

    @Test func noCellTakesTheOthersPlaceWhereOnlySomeStateTheirRow() throws {
        #expect(
            try cells(
                "<row><c r=\"B2\"><v>1</v></c></row><row><c r=\"A4\"><v>2</v></c></row><row><c><v>3</v></c></row>")
                == ["B2 number 1", "A4 number 2", "A5 number 3"])
    }

    @Test func rowsThatStateTheirNumberBehindRowsThatDoNot() throws {
        #expect(
            try cells("<row><c><v>1</v></c></row><row r=\"9\"><c><v>9</v></c></row><row><c><v>10</v></c></row>")
                == ["A1 number 1", "A9 number 9", "A10 number 10"])
    }

    @Test func cellsOutOfOrder() throws {
        #expect(
            try cells("<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>")
                == ["A1 number 1", "B1 number 2", "C1 number 3"])
    }

    @Test func rowsOutOfOrder() throws {
        #expect(
            try cells("<row r=\"3\"><c r=\"A3\"><v>3</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                == ["A1 number 1", "A3 number 3"])
    }

    @Test func ofTwoCellsInOnePlaceTheLaterStays() throws {
        #expect(
            try cells("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>") == ["A1 number 2"])
        #expect(
            try cells("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c></row>")
                == ["A1 number 2"])
    }

    @Test func cellInAnotherRowThanItSays() throws {
        #expect(
            try cells(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B3\" t=\"str\"><v>x</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>"
            )
                == ["A1 number 1", "A2 number 2", "B3 text x"])
    }

    @Test func lastCellOfAll() throws {
        let workbook = try MadeWorkbook(rows: "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>").read()
        #expect(workbook.sheets[0].cell(row: 1_048_576, column: 16_383)?.payload == 1)
        #expect(workbook.sheets[0].cell(row: 1, column: 0) == nil)
    }

    @Test func hiddenAndMerged() throws {
        let made = MadeWorkbook(
            rows:
                "<row r=\"2\" hidden=\"1\"/><row r=\"4\" hidden=\"true\"><c r=\"A4\"><v>1</v></c></row><row r=\"5\" hidden=\"0\"/>",
            before:
                "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"4\" max=\"4\" hidden=\"1\"/><col min=\"6\" max=\"6\"/></cols>",
            behind:
                "<mergeCells count=\"2\"><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"$B$4:D9\"></mergeCell></mergeCells>"
        )
        let sheet = try made.read().sheets[0]
        #expect(sheet.hiddenRows == [2, 4])
        #expect(sheet.hiddenColumns == [1...3])
        #expect(
            sheet.merges == [CellRange(rows: 1...2, columns: 0...2), CellRange(rows: 4...9, columns: 1...3)])
    }

    @Test func prefixedElements() throws {
        let made = MadeWorkbook(
            sheet: "<x:worksheet xmlns:x=\"\(MadeWorkbook.main)\" xmlns:y=\"urn:other\"><x:sheetData><x:row r=\"1\">"
                + "<x:c r=\"A1\"><x:f>1</x:f><x:v>5</x:v><y:v>6</y:v></x:c></x:row></x:sheetData></x:worksheet>")
        #expect(try made.cells() == ["A1 number 5"])
    }

    @Test func strictNamespace() throws {
        let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        var made = MadeWorkbook(
            sheet:
                "<worksheet xmlns=\"\(strict)\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"d\"><v>2026-10-01</v></c></row></sheetData></worksheet>"
        )
        made.parts["xl/workbook.xml"] = Array(
            "<workbook xmlns=\"\(strict)\" xmlns:rel=\"http://purl.oclc.org/ooxml/officeDocument/relationships\" conformance=\"strict\"><sheets><sheet name=\"S\" sheetId=\"1\" rel:id=\"rId1\"/></sheets></workbook>"
                .utf8)
        #expect(try made.cells() == ["A1 date 2026-10-01"])
    }

    @Test(arguments: [
        "/xl/worksheets/sheet1.xml", "worksheets\\sheet1.xml", "./worksheets/../worksheets/sheet1.xml",
        "WORKSHEETS/Sheet1.XML",
        "worksheets/sheet%31.xml",
    ])
    func target(_ target: String) throws {
        var made = MadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        made.parts["xl/_rels/workbook.xml.rels"] = Array(
            "<Relationships><Relationship Id='rId1' Type='http://x/worksheet' Target='\(target)'/></Relationships>".utf8
        )
        #expect(try made.cells() == ["A1 number 1"])
    }

    @Test func namesWithBackslashes() throws {
        let made = MadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        var archive = made.archive
        for index in archive.parts.indices {
            archive.parts[index].name = String(archive.parts[index].name.map { $0 == "/" ? "\\" : $0 })
        }
        #expect(try WorkbookReader().read(bytes: archive.bytes).listing == ["A1 number 1"])
    }

    @Test func withoutStylesAndSharedTexts() throws {
        let made = MadeWorkbook(rows: "<row><c s=\"3\"><v>1</v></c></row>", shared: nil)
        var archive = made.archive
        archive.parts.removeAll { $0.name == "xl/styles.xml" || $0.name == "_rels/.rels" }
        #expect(try WorkbookReader().read(bytes: archive.bytes).listing == ["A1 number 1"])
    }

    @Test func storedParts() throws {
        var archive = MadeWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>").archive
        for index in archive.parts.indices { archive.parts[index].method = 0 }
        #expect(try WorkbookReader().read(bytes: archive.bytes).listing == ["A1 text alpha"])
    }

    @Test(arguments: [true, false])
    func descriptorsAndSixtyFourBits(descriptor: Bool) throws {
        var archive = MadeWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>").archive
        for index in archive.parts.indices {
            archive.parts[index].hasDescriptor = descriptor
            archive.parts[index].isZip64 = !descriptor
        }
        #expect(try WorkbookReader().read(bytes: archive.bytes).listing == ["A1 text alpha"])
    }

    @Test(arguments: ["UTF-16LE", "UTF-16BE"], [true, false])
    func utf16(encoding: String, mark: Bool) throws {
        let made = MadeWorkbook(rows: "<row><c t=\"str\"><v>中文😀</v></c></row>")
        let markup = String(decoding: made.allParts["xl/worksheets/sheet1.xml"] ?? [], as: UTF8.self)
            .replacing("UTF-8", with: "UTF-16")
        let units = (mark ? [0xFEFF] : []) + Array(markup.utf16)
        var wide = made
        wide.parts["xl/worksheets/sheet1.xml"] = units.flatMap {
            encoding == "UTF-16LE"
                ? [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)]
        }
        #expect(try wide.cells() == ["A1 text 中文😀"])
    }

    @Test func otherEncodings() throws {
        var made = MadeWorkbook()
        let head =
            "<?xml version='1.0' encoding='GB18030'?><worksheet xmlns='\(MadeWorkbook.main)'><sheetData><row><c t='str'><v>"
        made.parts["xl/worksheets/sheet1.xml"] =
            Array(head.utf8) + [0xD6, 0xD0, 0xCE, 0xC4] + Array("</v></c></row></sheetData></worksheet>".utf8)
        #expect(try made.cells() == ["A1 text 中文"])
        made.parts["xl/worksheets/sheet1.xml"] = Array(head.replacing("GB18030", with: "x-none").utf8)
        #expect(throws: ReadingError.damaged(part: "xl/worksheets/sheet1.xml", damage: .encoding)) { try made.cells() }
    }

    @Test func byteOrderMarkBeforeTheDeclaration() throws {
        var made = MadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        for (name, bytes) in made.allParts { made.parts[name] = [0xEF, 0xBB, 0xBF] + bytes }
        #expect(try made.cells() == ["A1 number 1"])
    }

    @Test func alternateContentTakesItsFallback() throws {
        var made = MadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        made.parts["xl/workbook.xml"] = Array(
            """
            <workbook xmlns="\(MadeWorkbook.main)" xmlns:r="\(MadeWorkbook.relations)" xmlns:mc="urn:mc">
            <mc:AlternateContent><mc:Choice Requires="x"><workbookPr date1904="1"/></mc:Choice>
            <mc:Fallback><workbookPr date1904="0"/></mc:Fallback></mc:AlternateContent>
            <sheets><sheet name="a &amp; b" sheetId="1" state="veryHidden" r:id="rId1"/></sheets></workbook>
            """.utf8)
        let workbook = try made.read()
        #expect(!workbook.uses1904)
        #expect(workbook.sheets.map(\.name) == ["a & b"])
        #expect(workbook.sheets.map(\.visibility) == [.veryHidden])
    }

    @Test func sharedTexts() throws {
        let items =
            "<si><t>a</t></si><si/><si><t/></si><si><t xml:space=\"preserve\"> b </t></si>"
            + "<si><r><t>c</t></r><r><rPr><sz val=\"9\"/></rPr><t xml:space=\"preserve\"> d</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh><phoneticPr fontId=\"1\"/></si>"
            + "<si><t>e&#10;f_x000D_</t></si><si><!-- <si> --><t><![CDATA[<g>]]></t></si>"
        let workbook = try MadeWorkbook(rows: "<row><c t=\"s\"><v>6</v></c></row>", shared: items).read()
        #expect((0..<workbook.texts.count).map { workbook.texts[$0] } == ["a", "", "", " b ", "c d", "e\nf\r", "<g>"])
    }

    @Test func textsInCellsAreKeptOnceBehindTheSharedOnes() throws {
        let row = "<row><c t=\"str\"><v>x</v></c><c t=\"str\"><v>y</v></c><c t=\"str\"><v>x</v></c></row>"
        let workbook = try MadeWorkbook(rows: row + row).read()
        #expect((0..<workbook.texts.count).map { workbook.texts[$0] } == ["alpha", "beta", "x", "y"])
    }
}
