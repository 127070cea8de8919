import Books
import WorkbookReader

/// The lines of one sheet of the settings, by the columns of its page.
struct SettingsTable {
    /// One line.
    struct Line {
        /// The sheet's row, from 1.
        let row: Int
        fileprivate let texts: [Int: String]
        fileprivate let columns: [Int: Int]
        fileprivate let sheet: String

        /// What stands in a column of the page, half-width and without outer blanks; empty where nothing does.
        func text(_ column: Int) -> String { WrittenText.value(ArraySlice((texts[column] ?? "").utf8)) }

        /// What stands there to the letter, for passwords.
        func exactly(_ column: Int) -> String { texts[column] ?? "" }

        /// Where it stands.
        func place(_ column: Int) -> SettingsOrigin.Place {
            let letters = CellReference.letters(ofColumn: columns[column] ?? 0)
            return SettingsOrigin.Place(sheet: sheet, cell: "\(letters)\(row)")
        }
    }

    let sheet: String
    private(set) var lines: [Line] = []
    /// Columns that no line can do without and that are not there.
    private(set) var missing: [SettingsPage.Column] = []
    /// Headers that are like a column's and are none: where, what stands there, and the column.
    private(set) var misspelt: [(place: SettingsOrigin.Place, text: String, column: SettingsPage.Column)] = []
    /// Whether lines were left unread because there are too many.
    private(set) var isCut = false

    /// The most lines that one sheet of settings may have.
    static let limit = 20_000

    init(_ page: SettingsPage, _ sheet: Sheet, of workbook: Workbook) {
        self.sheet = sheet.name
        var header: (row: Int32, columns: [Int: Int])?
        var seen = 0
        sheet.forEachRow { row, segment, cells in
            seen += 1
            if seen > 30 { return }
            var columns: [Int: Int] = [:]
            for cell in cells {
                let text = workbook.text(of: segment[cell: cell])
                let place = page.columns.firstIndex { $0.words.isWritten(SettingsTable.bare(text)) }
                if let place, columns[place] == nil { columns[place] = Int(segment.columns[cell]) }
            }
            if columns.count > header?.columns.count ?? 0 { header = (row, columns) }
        }
        let columns = header?.columns ?? [:]
        missing = page.columns.indices.filter { page.columns[$0].need == .required && columns[$0] == nil }.map {
            page.columns[$0]
        }
        guard let header, missing.isEmpty else {
            if let header { findMisspelt(page, header.row, sheet, workbook) }
            return
        }
        findMisspelt(page, header.row, sheet, workbook)
        take(page, sheet, workbook, below: header.row, columns)
    }

    private mutating func take(
        _ page: SettingsPage, _ sheet: Sheet, _ workbook: Workbook, below header: Int32, _ columns: [Int: Int]
    ) {
        // What only explains makes no line of its own.
        let entries = columns.keys.filter { page.columns[$0].need != .explanation }
        var taken: [Line] = []
        var cut = false
        sheet.forEachRow { row, segment, cells in
            guard row > header else { return }
            var texts: [Int: String] = [:]
            for (column, place) in columns {
                guard let cell = cells.first(where: { Int(segment.columns[$0]) == place }) else { continue }
                let text = workbook.text(of: segment[cell: cell])
                if !WrittenNumber.trimmed(ArraySlice(text.utf8)).isEmpty { texts[column] = text }
            }
            if !entries.contains(where: { texts[$0] != nil }) { return }
            if taken.count >= SettingsTable.limit {
                cut = true
                return
            }
            taken.append(Line(row: Int(row), texts: texts, columns: columns, sheet: sheet.name))
        }
        lines = taken
        isCut = cut
    }

    /// Headers that are nearly a column's: a slip there would leave a whole column unread in silence.
    private mutating func findMisspelt(_ page: SettingsPage, _ row: Int32, _ sheet: Sheet, _ workbook: Workbook) {
        for column in 0..<64 {
            guard let cell = sheet.cell(row: row, column: column), cell.kind == .text else { continue }
            let text = SettingsTable.bare(workbook.text(of: cell))
            if page.columns.contains(where: { $0.words.isWritten(text) }) { continue }
            let names = page.columns.flatMap { [$0.words.chinese, $0.words.english] }
            guard let near = Resemblance.nearest(to: text, among: names),
                let meant = page.columns.first(where: { $0.words.isWritten(near) })
            else { continue }
            let place = SettingsOrigin.Place(
                sheet: sheet.name, cell: CellReference.letters(ofColumn: column) + String(row))
            misspelt.append((place, text, meant))
        }
    }

    /// A header without what stands behind it in brackets: 值（必填）.
    private static func bare(_ text: String) -> String { String(text.prefix { !"(（".contains($0) }) }
}
