import Testing
import WorkbookReader

@testable import WorkbookEditor

/// A small workbook made of its parts, and what an edit makes of it.
struct MadePackage {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let package = "http://schemas.openxmlformats.org/package/2006"
    static let content = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    var parts: [String: String] = [:]
    var isStrict = false

    private var namespace: String { isStrict ? Self.strict : Self.main }
    private var space: String { isStrict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : Self.relations }

    /// A workbook with a sheet for each text, which is what stands between the tags of `worksheet`.
    init(
        sheets: [String], isStrict: Bool = false, workbook: (before: String, behind: String) = ("", ""),
        styles: String? = Self.styles, type: String = "sheet.main+xml"
    ) {
        self.isStrict = isStrict
        var overrides = "", list = "", targets = ""
        for (index, sheet) in sheets.enumerated() {
            let number = index + 1
            parts["xl/worksheets/sheet\(number).xml"] =
                "<worksheet xmlns=\"\(namespace)\" xmlns:r=\"\(space)\">\(sheet)</worksheet>"
            list += "<sheet name=\"S\(number)\" sheetId=\"\(number * 3)\" r:id=\"rId\(number)\"/>"
            targets += Self.relationship(number, space + "/worksheet", "worksheets/sheet\(number).xml")
            overrides +=
                "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" ContentType=\"\(Self.content).worksheet+xml\"/>"
        }
        if let styles {
            parts["xl/styles.xml"] = "<styleSheet xmlns=\"\(namespace)\">\(styles)</styleSheet>"
            targets += Self.relationship(90, space + "/styles", "styles.xml")
            overrides += "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(Self.content).styles+xml\"/>"
        }
        parts["xl/workbook.xml"] =
            "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(space)\">\(workbook.before)<sheets>\(list)</sheets>\(workbook.behind)</workbook>"
        parts["xl/_rels/workbook.xml.rels"] = Self.relationships(targets)
        parts["_rels/.rels"] = Self.relationships(Self.relationship(1, space + "/officeDocument", "xl/workbook.xml"))
        parts["[Content_Types].xml"] =
            "<Types xmlns=\"\(Self.package)/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(Self.content).\(type)\"/>\(overrides)</Types>"
    }

    /// Two formats: the second with a number format, bold, bordered and to the right.
    static let styles =
        "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts><fills count=\"2\"><fill>"
        + "<patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\">"
        + "<xf numFmtId=\"0\" xfId=\"0\"/><xf numFmtId=\"4\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\">"
        + "<alignment horizontal=\"right\"/></xf></cellXfs>"

    static func relationships(_ targets: String) -> String {
        "<Relationships xmlns=\"\(package)/relationships\">\(targets)</Relationships>"
    }

    static func relationship(_ number: Int, _ type: String, _ target: String) -> String {
        "<Relationship Id=\"rId\(number)\" Type=\"\(type)\" Target=\"\(target)\"/>"
    }

    var bytes: [UInt8] {
        get throws {
            let made = try Package(bytes: [], limits: EditingLimits())
            for (name, text) in parts { made.set(name, to: Array(text.utf8)) }
            return try made.finish()
        }
    }

    /// The parts after an edit, and what the edit says of itself.
    func edited(_ edit: WorkbookEdit) throws -> Edited {
        let bytes = try bytes
        let result = try edit.applied(to: bytes)
        // The same edit of the same bytes gives the same.
        #expect(try edit.applied(to: bytes).bytes == result.bytes)
        let package = try Package(bytes: result.bytes, limits: EditingLimits())
        var after: [String: String] = [:]
        for name in package.partNames {
            after[name] = String(decoding: try #require(try package.read(name)), as: UTF8.self)
        }
        return Edited(before: parts, after: after, result: result)
    }

    struct Edited {
        let before: [String: String]
        let after: [String: String]
        let result: WorkbookEdit.Result

        subscript(part: String) -> String { after[part] ?? "(no \(part))" }

        /// A sheet's part without what surrounds its content.
        func sheet(_ number: Int) -> String {
            let text = self["xl/worksheets/sheet\(number).xml"]
            let start = text.firstIndex(of: ">").map { text.index(after: $0) } ?? text.startIndex
            return String(text[start...].replacing("</worksheet>", with: ""))
        }

        /// The parts that are there no more as they were.
        var changed: Set<String> { Set(before.keys.filter { before[$0] != after[$0] }) }
    }
}

extension WorkbookEdit {
    /// Fills cells of a sheet with red, and notes where there is something to say.
    init(_ cells: [(row: Int, column: Int)], of sheet: String = "S1", note: String = "", list: ListSheet? = nil) {
        self.init(
            annotations: cells.map {
                Annotation(sheet: sheet, row: $0.row, column: $0.column, fill: 0xFFC7CE, note: note)
            }, list: list, author: "tieout", font: "Calibri")
    }
}

extension ListSheet {
    /// A list of one cell that leads to another.
    static let small = ListSheet(
        name: "Findings", tabColor: 0xC00000, widths: [10],
        rows: [Row([Cell("A1 <&>", CellLook(font: "Calibri"), link: ("O'Hara", "B2"))])], frozenRows: 0)
}
