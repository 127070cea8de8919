/// Changes to a workbook that somebody sent: cells filled with colours and given notes, and a sheet put before all others.
///
/// The workbook's package is edited in place. Parts that need no change keep their very bytes; of those that do, all
/// but the change is copied as it stands. It knows nothing of what the colours and words mean.
public struct WorkbookEdit: Sendable {
    /// A cell, and what is done to it.
    public struct Annotation: Sendable {
        /// The sheet's name.
        public var sheet: String
        /// The row, from 1, and the column, from 0.
        public var row: Int, column: Int
        /// The colour behind it, 0xRRGGBB.
        public var fill: UInt32
        /// What its note says; lines end with a line feed.
        public var note: String
        /// The size of the note's box in pixels.
        public var noteWidth: Int, noteHeight: Int

        /// Makes an annotation.
        public init(
            sheet: String, row: Int, column: Int, fill: UInt32, note: String, noteWidth: Int = 260,
            noteHeight: Int = 120
        ) {
            self.sheet = sheet
            self.row = row
            self.column = column
            self.fill = fill
            self.note = note
            self.noteWidth = noteWidth
            self.noteHeight = noteHeight
        }
    }

    /// The cells. Of several for one cell (or for cells merged into one) the first's colour stays; the notes are joined.
    public var annotations: [Annotation]
    /// The sheet that comes first.
    public var list: ListSheet?
    /// Who the notes are by, and their font.
    public var author: String, font: String

    /// Makes an edit.
    public init(annotations: [Annotation], list: ListSheet?, author: String, font: String) {
        self.annotations = annotations
        self.list = list
        self.author = author
        self.font = font
    }

    /// An edited workbook.
    public struct Result: Sendable {
        /// The file's bytes; the same edit of the same bytes gives the same.
        public var bytes: [UInt8]
        /// Cells whose conversation (threaded comment) was left as it is, so that they have a colour and no note.
        public var withoutNote: [Annotation] = []
        /// Annotations for sheets that the workbook does not have.
        public var withoutSheet: [Annotation] = []
    }

    /// Edits a workbook's bytes.
    ///
    /// - Throws: `EditingError`; then nothing was changed.
    public func applied(
        to bytes: [UInt8], limits: EditingLimits = EditingLimits()
    ) throws(EditingError) -> Result {
        guard bytes.starts(with: [0x50, 0x4B]) else { throw .noPackage }
        let package = try Package(bytes: bytes, limits: limits)
        var editing = try WorkbookEditing(self, package, limits)
        return try editing.run()
    }

    /// A workbook that holds the list alone.
    ///
    /// - Throws: `EditingError.cannotPack`.
    public static func workbook(of list: ListSheet) throws(EditingError) -> [UInt8] {
        let package = try Package(bytes: [], limits: EditingLimits())
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let type = OfficeNames.content + ".spreadsheetml.sheet.main+xml"
        let parts = [
            "[Content_Types].xml": "<Types xmlns=\"\(OfficeNames.package)/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type)\"/></Types>",
            "_rels/.rels": "<Relationships xmlns=\"\(OfficeNames.package)/relationships\"><Relationship Id=\"rId1\" "
                + "Type=\"\(OfficeNames.relationships(isStrict: false))/officeDocument\" Target=\"xl/workbook.xml\"/>"
                + "</Relationships>",
            "xl/workbook.xml": "<workbook xmlns=\"\(main)\"><sheets></sheets></workbook>",
        ]
        for (name, text) in parts { package.set(name, to: Array((Markup.declaration + text).utf8)) }
        var editing = try WorkbookEditing(
            WorkbookEdit(annotations: [], list: list, author: "", font: ""), package, EditingLimits())
        return try editing.run().bytes
    }
}
