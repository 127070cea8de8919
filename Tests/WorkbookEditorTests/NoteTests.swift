import Testing
import WorkbookReader

@testable import WorkbookEditor

/// Notes: new ones, beside others, and where there is a conversation.
struct NoteTests {
    private static let comments =
        "<comments xmlns=\"\(MadePackage.main)\"><authors><author>Wang</author><author>tc={1}</author></authors><commentList>"
        + "<comment ref=\"A1\" authorId=\"0\"><text><r><t>old</t></r></text></comment>"
        + "<comment ref=\"B1\" authorId=\"0\"><text><t>plain</t></text></comment>"
        + "<comment ref=\"C1\" authorId=\"1\"><text><t>[Threaded comment]</t></text></comment></commentList></comments>"
    private static let drawing =
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"7\"/>"
        + "</o:shapelayout><v:shapetype id=\"_x0000_t202\"/><v:shape id=\"_x0000_s7169\"><br></v:shape></xml>"

    /// A sheet with three notes, of which one belongs to a conversation.
    static var noted: MadePackage {
        var made = MadePackage(sheets: [
            "<sheetData><row r=\"1\"><c r=\"A1\"/></row></sheetData><legacyDrawing r:id=\"rId2\"/><tableParts/>",
            "<sheetData/>",
        ])
        made.parts["xl/comments1.xml"] = comments
        made.parts["xl/drawings/vmlDrawing1.vml"] = drawing
        made.parts["xl/threadedComments/threadedComment1.xml"] =
            "<ThreadedComments xmlns=\"urn:t\"><threadedComment ref=\"D1\" id=\"{2}\"><text>?</text></threadedComment></ThreadedComments>"
        made.parts["xl/worksheets/_rels/sheet1.xml.rels"] = MadePackage.relationships(
            MadePackage.relationship(1, MadePackage.relations + "/comments", "../comments1.xml")
                + MadePackage.relationship(2, MadePackage.relations + "/vmlDrawing", "../drawings/vmlDrawing1.vml")
                + MadePackage.relationship(
                    3, "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
                    "../threadedComments/threadedComment1.xml"))
        return made
    }

    @Test func aSheetWithoutNotesGetsThem() throws {
        let made = MadePackage(sheets: [
            "<sheetData/><pageMargins/><drawing r:id=\"rId1\"/><picture r:id=\"rId9\"/><tableParts count=\"0\"/>"
        ])
        let edited = try made.edited(WorkbookEdit([(5, 1)], note: "应有 <1>\n& 2"))
        #expect(
            edited.sheet(1).contains("<drawing r:id=\"rId1\"/><legacyDrawing r:id=\"rId2\"/><picture r:id=\"rId9\"/>"))
        let comments = edited["xl/comments1.xml"]
        #expect(comments.contains("<author>tieout</author>"))
        #expect(comments.contains("<comment ref=\"B5\" authorId=\"0\">"))
        #expect(comments.contains("<t xml:space=\"preserve\">应有 &lt;1&gt;\n&amp; 2</t>"))
        let drawing = edited["xl/drawings/vmlDrawing1.vml"]
        #expect(drawing.contains("<o:idmap v:ext=\"edit\" data=\"1\"/>"))
        #expect(drawing.contains("id=\"_x0000_s1025\"") && drawing.contains("<x:Row>4</x:Row><x:Column>1</x:Column>"))
        #expect(edited["[Content_Types].xml"].contains("Extension=\"vml\""))
        #expect(edited["[Content_Types].xml"].contains("PartName=\"/xl/comments1.xml\""))
        #expect(edited["xl/worksheets/_rels/sheet1.xml.rels"].contains("Target=\"../drawings/vmlDrawing1.vml\""))
    }

    @Test func notesThatAreThereStay() throws {
        let edited = try Self.noted.edited(WorkbookEdit([(1, 0), (1, 1), (2, 0)], note: "new"))
        let comments = edited["xl/comments1.xml"]
        #expect(comments.contains("<r><t>old</t></r><r><rPr>") && comments.contains("<r><t>plain</t></r><r><rPr>"))
        #expect(comments.contains("preserve\">\n\nnew</t></r></text></comment><comment ref=\"B1\""))
        #expect(comments.contains("<comment ref=\"A2\" authorId=\"2\">"))
        #expect(comments.contains("<author>tc={1}</author><author>tieout</author></authors>"))
        // The drawing is added to: one box, in a block of identifiers that nobody uses.
        let drawing = edited["xl/drawings/vmlDrawing1.vml"]
        #expect(drawing.contains("data=\"7,8\"") && drawing.contains("id=\"_x0000_s8193\""))
        #expect(drawing.hasPrefix(String(Self.drawing.prefix(100))) && drawing.contains("<br></v:shape>"))
        #expect(drawing.matches(of: #/<v:shape /#).count == 2 && drawing.matches(of: /<v:shapetype/).count == 1)
        #expect(edited.sheet(1).matches(of: /legacyDrawing/).count == 1)
        #expect(edited.result.withoutNote.isEmpty)
    }

    @Test func conversationsAreLeft() throws {
        let edited = try Self.noted.edited(WorkbookEdit([(1, 2), (1, 3)], note: "new"))
        #expect(edited.result.withoutNote.map(\.column) == [2, 3])
        #expect(edited["xl/comments1.xml"] == Self.comments)
        #expect(edited.sheet(1).contains("<c r=\"C1\" s=\"2\"/><c r=\"D1\" s=\"2\"/>"))
        #expect(!edited.changed.contains("xl/threadedComments/threadedComment1.xml"))
    }

    @Test func aSecondSheetHasItsOwn() throws {
        let edited = try Self.noted.edited(WorkbookEdit([(1, 0)], of: "S2", note: "new"))
        #expect(edited["xl/comments2.xml"].contains("ref=\"A1\""))
        #expect(edited["xl/drawings/vmlDrawing2.vml"].contains("_x0000_s8193"))
        #expect(edited.changed.isDisjoint(with: ["xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"]))
    }

    @Test func severalNotesOfACellAreOne() throws {
        let made = MadePackage(sheets: ["<sheetData/><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"])
        var edit = WorkbookEdit([(1, 0), (1, 1)], note: "one")
        edit.annotations[1].note = "two"
        edit.annotations[1].fill = 0xFFF2CC
        let edited = try made.edited(edit)
        #expect(edited["xl/comments1.xml"].contains("one\n\ntwo"))
        #expect(edited["xl/comments1.xml"].matches(of: #/<comment /#).count == 1)
        // The first is the gravest.
        #expect(edited["xl/styles.xml"].contains("FFFFC7CE") && !edited["xl/styles.xml"].contains("FFFFF2CC"))
    }

    @Test func twoThousandNotesHaveTwoThousandIdentifiers() throws {
        let made = MadePackage(sheets: ["<sheetData/>"])
        let edited = try made.edited(WorkbookEdit((1...2_000).map { ($0, 0) }, note: "n"))
        let ids = edited["xl/drawings/vmlDrawing1.vml"].matches(of: /id="_x0000_s([0-9]+)"/).map { $0.output.1 }
        #expect(Set(ids).count == 2_000 && ids.allSatisfy { (Int($0) ?? 0) % 1_024 != 0 })
        #expect(edited["xl/drawings/vmlDrawing1.vml"].contains("data=\"1,2\""))
    }
}
