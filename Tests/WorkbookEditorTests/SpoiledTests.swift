import Testing

@testable import WorkbookEditor

/// Parts spoiled at random: the editor answers with an edit or an error, and never breaks down.
struct SpoiledTests {
    @Test(arguments: [
        "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml",
        "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/_rels/sheet1.xml.rels", "[Content_Types].xml",
        "xl/threadedComments/threadedComment1.xml",
    ])
    func anyByte(part: String) throws {
        var made = NoteTests.noted
        made.parts["xl/worksheets/sheet1.xml"]?.replace(
            "<sheetData>",
            with: "<dimension ref=\"A1:B2\"/><sheetViews><sheetView tabSelected=\"1\"/></sheetViews>"
                + "<sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"1\" max=\"3\" width=\"9\" style=\"1\"/></cols><sheetData>"
        )
        let good = try made.bytes
        let edit = WorkbookEdit([(1, 0), (1, 1), (1, 3), (4, 2)], note: "note", list: .small)
        let original = Array(try #require(made.parts[part]).utf8)
        let pieces = [
            "<", ">", "/", "\"", "&", "<c r=\"A1\"/>", "99999999999999999999", "-1", "\u{0}", "<!--", "<![CDATA[",
            "]]>",
        ]
        // A small generator of its own, so that what fails fails again.
        var state: UInt64 = 2_026
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(count, 1)
        }
        var edited = 0
        for _ in 0..<150 {
            var bytes = original
            for _ in 0...random(3) {
                let start = random(bytes.count)
                let end = min(start + random(12), bytes.count)
                bytes.replaceSubrange(start..<end, with: pieces[random(pieces.count)].utf8)
            }
            let package = try Package(bytes: good, limits: EditingLimits())
            package.set(part, to: bytes)
            let spoiled = try package.finish()
            if (try? edit.applied(to: spoiled)) != nil { edited += 1 }
        }
        #expect(edited < 150, "nothing was spoiled")
    }
}
