import Testing

@testable import WorkbookReader

/// Tables of web pages that are called .xls.
struct WebPageTests {
    private func read(_ text: String, _ name: String = "报表.xls") throws(ReadingError) -> Workbook {
        try WorkbookReader().read(bytes: Array("<html>\(text)".utf8), named: name)
    }

    @Test(arguments: [
        ("<table><tr><td>a<td>b<tr><th>1<th>2</table>", ["A1 text a", "B1 text b", "A2 number 1", "B2 number 2"]),
        ("<TABLE><TBODY><TR><TD>a</TD><TD></TD><TD>c</TD></TR></TBODY></TABLE>", ["A1 text a", "C1 text c"]),
        ("<table><td colspan=2>a</td><td>b</td></table>", ["A1 text a", "C1 text b"]),
        (
            "<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d</table>",
            ["A1 text a", "B1 text b", "B2 text c", "A3 text d"]
        ),
        (
            "<h1>销售 &amp; 退货</h1><p>十月</p><table><td>a</table><p>制表：王</p>",
            [
                "A1 text 销售 & 退货", "A2 text 十月", "A3 text a", "A4 text 制表：王",
            ]
        ),
        ("<table><td>a</table><table><tr><td>b</table>", ["A1 text a", "A2 text b"]),
        ("<table><td>x<table><tr><td>1<td>2<tr><td>3</table>y<td>z</table>", ["A1 text x\n1 2\n3y", "B1 text z"]),
        ("<table><td> a \n  b<br>c<p>d</p>&nbsp;</td><td>&nbsp;</td></table>", ["A1 text a b\nc\nd"]),
        ("<table><td>&#20013;&#x6587;&yen;&lt;b&gt; R&D &bogus; 1&nbsp;2</table>", ["A1 text 中文¥<b> R&D &bogus; 1 2"]),
        (
            "<table><td>a < b<td>c<!-- </table> -->d<td><script>'</td>'</script>e",
            ["A1 text a < b", "B1 text cd", "C1 text e"]
        ),
        ("<table><td title='a>b'>c<td title=\"open>d</table>", ["A1 text c", "B1 text d"]),
        (
            "<table><td>0.10<td>00123<td>1,234.5<td>123456789012345678<td>-3</table>",
            [
                "A1 number 0.10", "B1 text 00123", "C1 text 1,234.5", "D1 text 123456789012345678", "E1 number -3",
            ]
        ),
        (
            "<table><td style=\"mso-number-format:'\\@'\">20261005<td style='mso-number-format:\"\\@\";'>7<td x:str>8<td>9",
            [
                "A1 text 20261005", "B1 text 7", "C1 text 8", "D1 number 9",
            ]
        ),
        (
            "<style><!-- .c, td.t {color:red;mso-number-format:\"\\@\"} .d{mso-number-format:\"yyyy\\0022年\\0022m\\0022月\\0022\"}--></style>"
                + "<table><td class=\"b t\">1<td class=d x:num=\"46300\">2026年10月<td class=c>2<td x:num>3<td x:num=\"1.5\">2<td x:bool=\"TRUE\">真",
            [
                "A1 text 1", "B1 date 2026-10-05", "C1 text 2", "D1 number 3", "E1 number 1.5", "F1 boolean true",
            ]
        ),
    ])
    func cells(page: String, expected: [String]) throws {
        #expect(try read(page).listing == expected)
    }

    @Test func keepsMerges() throws {
        let merges = try read("<table><tr><td colspan=2 rowspan=9>a<td>b<tr><td>c</table><table><td>d</table>").sheets[
            0
        ].merges
        // Cut off at the table's end, as a browser shows it.
        #expect(merges == [CellRange(rows: 1...2, columns: 0...1)])
    }

    @Test func namesTheSheet() throws {
        #expect(try read("<table><td>a</table>").sheets.map(\.name) == ["报表"])
        let page = "<!--[if gte mso 9]><xml><x:Name>订单&amp;退货</x:Name></xml><![endif]--><table><td>a</table>"
        #expect(try read(page).sheets.map(\.name) == ["订单&退货"])
    }

    /// 订单 in GB 18030, as such systems write it, with and without saying so; the bytes are Python's.
    @Test(arguments: [
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">", "<meta charset=GBK>", "",
    ])
    func decodes(meta: String) throws {
        let bytes = Array("<html>\(meta)<table><td>".utf8) + [0xB6, 0xA9, 0xB5, 0xA5] + Array("</table>".utf8)
        let workbook = try WorkbookReader().read(bytes: bytes, named: "a.xls")
        #expect(workbook.listing == ["A1 text 订单"])
        #expect(workbook.notes == [.webPage(encoding: "GB18030")])
    }

    @Test func refusesWhatHoldsNoTable() {
        #expect(throws: ReadingError.notAWorkbook(kind: .html)) { try read("<p>请登录</p>") }
        #expect(throws: ReadingError.notAWorkbook(kind: .html)) { try read("<table><td>a</table>", "a.xlsx") }
    }

    @Test func keepsItsLimits() throws {
        var limits = ReadingLimits()
        limits.spannedCells = 6
        let reader = WorkbookReader(limits: limits)
        func page(_ columns: Int) -> [UInt8] { Array("<table><td colspan=\(columns) rowspan=2>a</table>".utf8) }
        #expect(try reader.read(bytes: page(3), named: "a.xls").listing == ["A1 text a"])
        #expect(throws: ReadingError.limit(name: "spannedCells", value: 6, part: "A1")) {
            try reader.read(bytes: page(4), named: "a.xls")
        }
    }

    /// What would take quadratic time if it were looked for again and again.
    @Test(
        arguments: ["<td a=\"", "<!--", "<style>", "<table>", "<td colspan=16384 rowspan=2>", "&", "<"])
    func takesLinearTime(piece: String) throws {
        let page = "<table>" + String(repeating: piece, count: 100_000)
        _ = try? read(page)
    }

    @Test func survivesSpoiledFiles() throws {
        let page =
            "<html><style>.a{mso-number-format:'\\@'}</style><table>"
            + String(
                repeating: "<tr><td class=a colspan=2 rowspan=3>SO&amp;1</td><td x:num=\"1.5\">1.5</td></tr>", count: 30
            )
        let spoiled = Spoiled(Array(page.utf8), every: 7) { bytes throws(ReadingError) in
            try WorkbookReader().read(bytes: bytes, named: "a.xls")
        }
        #expect(spoiled.read > 0 && spoiled.refused > 0)
    }
}
