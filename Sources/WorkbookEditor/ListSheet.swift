/// A sheet of text that is put before a workbook's own.
public struct ListSheet: Sendable {
    /// One of its cells.
    public struct Cell: Sendable {
        /// What stands in it.
        public var text: String
        /// How it looks.
        public var look: CellLook
        /// The cell of the workbook that it leads to: the sheet's name, and the cell as `C12`.
        public var link: (sheet: String, cell: String)?

        /// Makes a cell.
        public init(_ text: String, _ look: CellLook, link: (sheet: String, cell: String)? = nil) {
            self.text = text
            self.look = look
            self.link = link
        }
    }

    /// One of its rows.
    public struct Row: Sendable {
        /// Its cells from the first column on; `nil` leaves one out.
        public var cells: [Cell?]
        /// Its height in points.
        public var height: Double

        /// Makes a row.
        public init(_ cells: [Cell?], height: Double = 18) {
            self.cells = cells
            self.height = height
        }
    }

    /// The name wanted for its tab.
    public var name: String
    /// The colour of its tab, 0xRRGGBB.
    public var tabColor: UInt32
    /// The width of each column in characters.
    public var widths: [Double]
    /// Its rows.
    public var rows: [Row]
    /// How many rows stay in view, and are repeated on each printed page from the last of them.
    public var frozenRows: Int

    /// Makes a sheet.
    public init(name: String, tabColor: UInt32, widths: [Double], rows: [Row], frozenRows: Int) {
        self.name = name
        self.tabColor = tabColor
        self.widths = widths
        self.rows = rows
        self.frozenRows = frozenRows
    }
}

extension ListSheet {
    /// Excel's limit for links in one sheet.
    private static let linkLimit = 65_530

    /// The sheet's part. Texts stand in the cells, so that the workbook's own table of texts stays as it is.
    func part(
        namespace: String, isSelected: Bool, _ styles: inout StylesPart
    ) -> [UInt8] {
        var text = Markup.declaration + "<worksheet xmlns=\"\(namespace)\"><sheetPr><tabColor rgb=\""
        text += CellLook.hexadecimal(tabColor) + "\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
        let last = CellPlace(row: max(rows.count, 1), column: max(widths.count, 1) - 1)
        text += "<dimension ref=\"A1:\(last.address)\"/>"
        text += "<sheetViews><sheetView showGridLines=\"0\"" + (isSelected ? " tabSelected=\"1\"" : "")
        text += " workbookViewId=\"0\">"
        if frozenRows > 0 {
            let corner = "A\(frozenRows + 1)"
            text +=
                "<pane ySplit=\"\(frozenRows)\" topLeftCell=\"\(corner)\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            text += "<selection pane=\"bottomLeft\" activeCell=\"\(corner)\" sqref=\"\(corner)\"/>"
        }
        text += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"18\"/>"
        if !widths.isEmpty {
            text += "<cols>"
            for (column, width) in widths.enumerated() {
                text += "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
            }
            text += "</cols>"
        }
        text += "<sheetData>"
        var links: [String] = []
        for (index, row) in rows.enumerated() {
            text += "<row r=\"\(index + 1)\" ht=\"\(row.height)\" customHeight=\"1\">"
            for (column, cell) in row.cells.enumerated() {
                guard let cell else { continue }
                let address = CellPlace(row: index + 1, column: column).address
                let format = styles.format(cell.look)
                text += "<c r=\"\(address)\" s=\"\(format)\""
                text += cell.text.isEmpty ? "/>" : ListSheet.content(cell.text)
                if let link = cell.link, links.count < ListSheet.linkLimit {
                    let target = "'" + link.sheet.replacing("'", with: "''") + "'!" + link.cell
                    links.append("<hyperlink ref=\"\(address)\" location=\"\(Escaping.markup(target))\"/>")
                }
            }
            text += "</row>"
        }
        text += "</sheetData>"
        if !links.isEmpty { text += "<hyperlinks>" + links.joined() + "</hyperlinks>" }
        text += "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
        text += "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"
        return Array(text.utf8)
    }

    /// A whole number as such, any other text as text, whatever it begins with.
    private static func content(_ text: String) -> String {
        if text.utf8.count < 10, text.utf8.allSatisfy({ (48...57).contains($0) }), text == "0" || !text.hasPrefix("0") {
            return "><v>\(text)</v></c>"
        }
        return " t=\"inlineStr\"><is><t xml:space=\"preserve\">\(Escaping.cell(text))</t></is></c>"
    }
}
