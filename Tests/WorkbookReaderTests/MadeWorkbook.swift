@testable import WorkbookReader

/// A workbook made of the markup that a test is about; everything else is what Excel writes.
struct MadeWorkbook {
    /// What stands in `<sheetData>`.
    var rows = ""
    /// The whole worksheet part, where a test needs another than the usual.
    var sheet: String?
    /// What stands before and behind the rows.
    var before = ""
    var behind = ""
    /// The items of the shared texts; `nil` leaves the part out.
    var shared: String? = "<si><t>alpha</t></si><si><t>beta</t></si>"
    /// Number formats as `id=code`, and the format of each `s`.
    var formats: [(id: Int, code: String)] = []
    var cellFormats: [Int] = [0]
    var workbookProperties = ""
    /// Parts that take the place of others, or are added.
    var parts: [String: [UInt8]] = [:]

    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    /// The parts by name.
    var allParts: [String: [UInt8]] {
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        func relationship(_ id: Int, _ kind: String, _ target: String) -> String {
            "<Relationship Id=\"rId\(id)\" Type=\"\(Self.relations)/\(kind)\" Target=\"\(target)\"/>"
        }
        func text(_ markup: String) -> [UInt8] { Array((Self.declaration + markup).utf8) }
        let root = relationship(1, "officeDocument", "xl/workbook.xml")
        let targets =
            relationship(1, "worksheet", "worksheets/sheet1.xml") + relationship(2, "styles", "styles.xml")
            + relationship(3, "sharedStrings", "sharedStrings.xml")
        var result: [String: [UInt8]] = [
            "_rels/.rels": text("<Relationships xmlns=\"\(package)\">\(root)</Relationships>"),
            "xl/_rels/workbook.xml.rels": text("<Relationships xmlns=\"\(package)\">\(targets)</Relationships>"),
            "xl/workbook.xml": text(
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relations)\">\(workbookProperties)"
                    + "<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            "xl/worksheets/sheet1.xml": text(
                sheet
                    ?? "<worksheet xmlns=\"\(Self.main)\">\(before)<sheetData>\(rows)</sheetData>\(behind)</worksheet>"),
            "xl/styles.xml": text(styles),
        ]
        if let shared { result["xl/sharedStrings.xml"] = text("<sst xmlns=\"\(Self.main)\">\(shared)</sst>") }
        result.merge(parts) { _, new in new }
        return result
    }

    private var styles: String {
        let codes = formats.map { "<numFmt numFmtId=\"\($0.id)\" formatCode=\"\($0.code)\"/>" }.joined()
        let xfs = cellFormats.map { "<xf numFmtId=\"\($0)\"/>" }.joined()
        return "<styleSheet xmlns=\"\(Self.main)\"><numFmts>\(codes)</numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(xfs)</cellXfs></styleSheet>"
    }

    /// The archive, its parts in the order of their names.
    var archive: MadeArchive {
        MadeArchive(
            parts: allParts.sorted { $0.key < $1.key }.map { MadeArchive.Part(name: $0.key, bytes: $0.value) })
    }

    func read(_ limits: ReadingLimits = ReadingLimits()) throws(ReadingError) -> Workbook {
        try WorkbookReader(limits: limits).read(bytes: archive.bytes)
    }

    /// Every cell of every sheet as `A1 text alpha`, in order.
    func cells(_ limits: ReadingLimits = ReadingLimits()) throws(ReadingError) -> [String] {
        try read(limits).listing
    }
}

extension Workbook {
    /// Every cell as `A1 text alpha`.
    var listing: [String] {
        var lines: [String] = []
        for sheet in sheets {
            sheet.forEachRow { row, segment, cells in
                for cell in cells {
                    let value = segment[cell: cell]
                    let column = Int(segment.columns[cell])
                    let letters = column < 26 ? String(UnicodeScalar(UInt8(65 + column))) : "#\(column)"
                    lines.append("\(letters)\(row) \(value.kind) \(text(of: value))")
                }
            }
        }
        return lines
    }
}
