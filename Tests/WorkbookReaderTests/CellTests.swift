import Testing

@testable import WorkbookReader

/// What single cells hold, in every writing that files have.
struct CellTests {
    @Test(arguments: [
        ("<c r=\"A1\"><v>12</v></c>", "A1 number 12"),
        ("<c r=\"A1\" t=\"n\"><v>-12.50</v></c>", "A1 number -12.50"),
        ("<c r=\"A1\"><v>0.30000000000000004</v></c>", "A1 number 0.30000000000000004"),
        ("<c r=\"A1\"><v>1234567890123456.5</v></c>", "A1 number 1234567890123456.5"),
        ("<c r=\"A1\"><v>1.0E-2</v></c>", "A1 number 0.01"),
        ("<c r=\"A1\"><v>2.5e+3</v></c>", "A1 number 2500"),
        ("<c r=\"A1\"><v>-1E5</v></c>", "A1 number -100000"),
        ("<c r=\"A1\"><v> 7 </v></c>", "A1 number 7"),
        ("<c r=\"A1\"><v>.5</v></c>", "A1 number 0.5"),
        ("<c r=\"A1\"><v>5.</v></c>", "A1 number 5"),
        ("<c r=\"A1\"><v>+5</v></c>", "A1 number 5"),
        ("<c r=\"A1\"><v>0</v></c>", "A1 number 0"),
        ("<c r=\"A1\"><v>1.4210854715202004E-14</v></c>", "A1 number 0.000000000000014210854715202004"),
        ("<c r=\"A1\"><v>8.8817841970012523E-16</v></c>", "A1 wide 8.8817841970012523E-16"),
        ("<c r=\"A1\"><v>1E300</v></c>", "A1 wide 1E300"),
        ("<c r=\"A1\"><v>123456789012345678901</v></c>", "A1 wide 123456789012345678901"),
        ("<c r=\"A1\"><v>1000000000000000000000e-10</v></c>", "A1 number 100000000000"),
        ("<c r=\"A1\"><v>NaN</v></c>", "A1 text NaN"),
        ("<c r=\"A1\"><v>-Infinity</v></c>", "A1 text -Infinity"),
        ("<c r=\"A1\"><v>&#49;&#x32;</v></c>", "A1 number 12"),
        ("<c r=\"A1\"><v>12&#10;</v></c>", "A1 number 12"),
    ])
    func number(markup: String, expected: String) throws {
        #expect(try MadeWorkbook(rows: "<row r=\"1\">\(markup)</row>").cells() == [expected])
    }

    /// What Excel refuses and openpyxl and calamine refuse with it: it may have been meant in more ways than one.
    @Test(arguments: ["1,5", "1,234.00", "1.2.3", "-", "12E", "true", "#N/A", "x", "\u{FF11}", "1 2"])
    func noNumberWhereOneShouldBe(value: String) {
        let made = MadeWorkbook(rows: "<row r=\"7\"><c r=\"B7\"><v>\(value)</v></c></row>")
        let part = "xl/worksheets/sheet1.xml B7"
        #expect(throws: ReadingError.damaged(part: part, damage: .number)) { try made.cells() }
        let text = MadeWorkbook(rows: "<row r=\"7\"><c r=\"B7\" t=\"str\"><v>\(value)</v></c></row>")
        #expect((try? text.cells()) == ["B7 text \(value)"])
    }

    @Test func noTruthWhereOneShouldBe() {
        let made = MadeWorkbook(rows: "<row><c t=\"b\"><v>yes</v></c></row>")
        #expect(throws: ReadingError.damaged(part: "xl/worksheets/sheet1.xml", damage: .number)) { try made.cells() }
    }

    @Test(arguments: [
        ("<c r=\"A1\" t=\"s\"><v>1</v></c>", "A1 text beta"),
        ("<c r=\"A1\" t=\"str\"><f>B1&amp;C1</f><v>a &lt; b</v></c>", "A1 text a < b"),
        ("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>", "A1 text "),
        ("<c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> x </t></is></c>", "A1 text  x "),
        ("<c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r></is></c>", "A1 text rich"),
        (
            "<c r=\"A1\" t=\"inlineStr\"><is><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></is></c>",
            "A1 text 東京"
        ),
        ("<c r=\"A1\" t=\"str\"><v>a_x000D_b</v></c>", "A1 text a\rb"),
        ("<c r=\"A1\" t=\"str\"><v>_x005F_x000D_</v></c>", "A1 text _x000D_"),
        ("<c r=\"A1\" t=\"str\"><v>_xD83D__xDE00_</v></c>", "A1 text 😀"),
        ("<c r=\"A1\" t=\"str\"><v>_x00_ _x00G1_</v></c>", "A1 text _x00_ _x00G1_"),
        ("<c r=\"A1\" t=\"str\"><v>_xD83D_ _xDE00__xD83D_</v></c>", "A1 text _xD83D_ _xDE00__xD83D_"),
        ("<c r=\"A1\" t=\"str\"><v>_xFFFE__xFFFF__xFFFD_</v></c>", "A1 text _xFFFE__xFFFF_\u{FFFD}"),
        ("<c r=\"A1\" t=\"str\"><v>&#20013;&#x6587;&#128512;&apos;&quot;</v></c>", "A1 text 中文😀'\""),
        ("<c r=\"A1\" t=\"str\"><v>a\r\nb\rc</v></c>", "A1 text a\nb\nc"),
        ("<c r=\"A1\" t=\"str\"><v><![CDATA[<b> & ]]]]><![CDATA[>]]></v></c>", "A1 text <b> & ]]>"),
        ("<c r=\"A1\" t=\"str\"><v>a<!-- </v> -->b<?x </v>?>c</v></c>", "A1 text abc"),
        ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "A1 boolean true"),
        ("<c r=\"A1\" t=\"b\"><v>0</v></c>", "A1 boolean false"),
        ("<c r=\"A1\" t=\"b\"><v>true</v></c>", "A1 boolean true"),
        ("<c r=\"A1\" t=\"b\"><v> 1\n</v></c>", "A1 boolean true"),
        ("<c r=\"A1\" t=\"b\"><v>FALSE</v></c>", "A1 boolean false"),
        ("<c r=\"A1\" t=\"b\"><v>0.0</v></c>", "A1 boolean false"),
        ("<c r=\"A1\" t=\"inlineStr\"><v>x</v></c>", "A1 text x"),
        ("<c r=\"A1\" t=\"inlineStr\"><f>[1]B!A2</f><v>x</v></c>", "A1 uncalculated "),
        ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", "A1 error #N/A"),
        ("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "A1 error #DIV/0!"),
        ("<c r=\"A1\"><f>SUM(B1:C1)</f></c>", "A1 uncalculated "),
        ("<c r=\"A1\"><f>SUM(B1:C1)</f><v></v></c>", "A1 uncalculated "),
        ("<c r=\"A1\"><f t=\"shared\" si=\"0\"/><v>3</v></c>", "A1 number 3"),
        ("<c r=\"A1\"><v>3</v><f>1+2</f></c>", "A1 number 3"),
        ("<c r=\"A1\"><v>3</v><extLst><ext><v>4</v></ext></extLst></c>", "A1 number 3"),
        ("<c t=\"s\" r=\"A1\" s=\"0\"><v>0</v></c>", "A1 text alpha"),
        ("<c\n  r = 'A1'\tt='s' ><v>0</v ></c >", "A1 text alpha"),
        ("<c r=\"A1\" cm=\"1\" vm=\"2\" ph=\"1\"><v>1</v></c>", "A1 number 1"),
    ])
    func other(markup: String, expected: String) throws {
        #expect(try MadeWorkbook(rows: "<row r=\"1\">\(markup)</row>").cells() == [expected])
    }

    @Test(arguments: [
        "<c r=\"A1\"/>", "<c r=\"A1\" s=\"1\"></c>", "<c r=\"A1\"><v/></c>", "<c r=\"A1\" t=\"s\"><v></v></c>",
        "<c r=\"A1\"><v> </v></c>", "<c/>", "",
    ])
    func emptyCellHoldsNothing(markup: String) throws {
        #expect(try MadeWorkbook(rows: "<row r=\"1\">\(markup)</row>").cells() == [])
    }

    @Test(arguments: [
        (14, "45992", "A1 date 2025-12-01"), (14, "45992.75", "A1 date 2025-12-01T18:00:00"),
        (22, "1", "A1 date 1900-01-01"), (14, "59", "A1 date 1900-02-28"), (14, "61", "A1 date 1900-03-01"),
        (14, "2958465", "A1 date 9999-12-31"), (14, "2958466", "A1 date 2958466"), (14, "-1", "A1 date -1"),
        (14, "0.5", "A1 date 12:00:00"), (18, "0.25", "A1 time 06:00:00"), (46, "1.5", "A1 time 36:00:00"),
        (20, "5.7870370370370367E-4", "A1 time 00:00:50"), (21, "0.000011574", "A1 time 00:00:01"),
        (14, "45992.999999999", "A1 date 2025-12-02"), (27, "45992", "A1 date 2025-12-01"),
        (57, "45992", "A1 date 2025-12-01"), (9, "45992", "A1 number 45992"), (49, "1", "A1 number 1"),
        (71, "45992", "A1 number 45992"), (81, "45992", "A1 number 45992"),
        // A time of day is shown of a moment that has its day all the same.
        (20, "45992.75", "A1 date 2025-12-01T18:00:00"), (18, "1", "A1 date 1900-01-01"),
        (32, "45992", "A1 date 2025-12-01"),
        (20, "0.99999", "A1 time 23:59:59.136"), (20, "-1.5", "A1 time -1.5"), (46, "45992", "A1 time 1103808:00:00"),
    ])
    func builtInFormat(id: Int, value: String, expected: String) throws {
        let made = MadeWorkbook(
            rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(value)</v></c></row>", cellFormats: [0, id])
        #expect(try made.cells() == [expected])
    }

    @Test(arguments: [
        ("2026-10-31", "A1 date 2026-10-31"), ("2026-10-31T14:30:15", "A1 date 2026-10-31T14:30:15"),
        ("2026-10-31T14:30:15.250Z", "A1 date 2026-10-31T14:30:15.250"), ("T08:05:00", "A1 time 08:05:00"),
        ("08:05", "A1 time 08:05:00"), ("1900-01-01", "A1 date 1900-01-01"), ("2026-02-31", "A1 text 2026-02-31"),
        ("tomorrow", "A1 text tomorrow"), ("45992", "A1 number 45992"),
        ("2026-10-31 09:00:00", "A1 date 2026-10-31T09:00:00"), (" 2026-1-5\n", "A1 date 2026-01-05"),
        ("2026-10-31T09:00:00+08:00", "A1 date 2026-10-31T09:00:00"), ("9:5", "A1 time 09:05:00"),
        ("2026-10-31T24:00", "A1 date 2026-11-01"), ("2026-10-31T", "A1 text 2026-10-31T"),
        ("2026-10-31T25:00", "A1 text 2026-10-31T25:00"), ("09:00 PM", "A1 text 09:00 PM"),
        ("09:00:00:00", "A1 text 09:00:00:00"), ("2026-10", "A1 text 2026-10"),
        ("9999999999-1-1", "A1 text 9999999999-1-1"), ("1582-10-15", "A1 text 1582-10-15"),
        ("1899-12-30T06:00:00", "A1 text 1899-12-30T06:00:00"), ("1899-12-31T06:00:00", "A1 date 06:00:00"),
    ])
    func isoDate(value: String, expected: String) throws {
        let made = MadeWorkbook(rows: "<row r=\"1\"><c r=\"A1\" t=\"d\"><v>\(value)</v></c></row>")
        #expect(try made.cells() == [expected])
    }

    @Test func daysFrom1904() throws {
        let made = MadeWorkbook(
            rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>0</v></c><c r=\"B1\" t=\"d\"><v>1904-01-03</v></c></row>",
            cellFormats: [0, 14], workbookProperties: "<workbookPr date1904=\"1\"/>")
        #expect(try made.cells() == ["A1 date 1904-01-01T00:00:00", "B1 date 1904-01-03"])
        #expect(try made.read().uses1904)
    }
}
