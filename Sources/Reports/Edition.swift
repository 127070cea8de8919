import Books
import Reconciler
import WorkbookWriter

/// A month's result in one language, as the workbooks show it.
struct Edition {
    let month: Month
    let reconciliation: Reconciliation
    let language: Language
    /// The way from the workbooks' folder to the month's, such as `../`.
    let booksPath: String
    let look: Look
    /// What each product is called, where the stock knows it.
    let productNames: [Symbol: String]

    init(month: Month, reconciliation: Reconciliation, language: Language, booksPath: String) {
        self.month = month
        self.reconciliation = reconciliation
        self.language = language
        self.booksPath = booksPath
        look = Look(language)
        productNames = Dictionary(
            reconciliation.stock.filter { !$0.name.isNone }.map { ($0.product, month.text($0.name)) }
        ) { first, _ in first }
    }

    /// The reasons to choose from, the company's own among them: what people read, and the identifier.
    var reasons: [(words: String, identifier: String)] {
        let known = Dictionary(
            Settings.knownReasons.map { ($0.identifier, $0.words) }, uniquingKeysWith: { first, _ in first })
        return reconciliation.settings.reasons.map { choice in
            let isRenamed = known[choice.identifier] != choice.words
            let words = isRenamed ? nil : Reason(rawValue: choice.identifier)?.words
            return ((words ?? choice.words)[language], choice.identifier)
        }
    }

    /// The workbook's properties; its date is the month's last day, so that the same month gives the same bytes.
    func properties(_ title: Phrase) -> DocumentProperties {
        DocumentProperties(
            title: "\(title[language]) \(month.period)", subject: "\(month.period)",
            createdDay: Int(month.period.lastDay.number))
    }

    /// The link to a cell that somebody sent.
    func link(_ cell: CellReference) -> CellLink {
        .file(path: booksPath + cell.file, sheet: cell.sheet, row: cell.row, column: cell.column)
    }

    /// A cell in few words: the file's name, its sheet and the cell.
    func shortName(_ cell: CellReference) -> String {
        let start = cell.file.utf8.lastIndex(of: UInt8(ascii: "/")).map { cell.file.utf8.index(after: $0) }
        let name = cell.file[(start ?? cell.file.startIndex)...]
        return cell.sheet.isEmpty ? String(name) : "\(name) \(cell.sheet)!\(cell.cell)"
    }

    /// Title and subtitle above a sheet.
    func heading(_ sheet: SheetWriter, _ book: WorkbookWriter, title: String, subtitle: String) {
        sheet.text(title, row: 1, column: 0, style: book.style(look.title))
        sheet.height(26, row: 1)
        sheet.text(subtitle, row: 2, column: 0, style: book.style(look.subtitle))
        sheet.height(18, row: 2)
    }

    /// How all sheets are printed: A4, each page with the header rows, the name of the sheet and the page's number.
    func printSetup(_ name: String, title: Phrase, landscape: Bool, header: ClosedRange<Int>?) -> SheetWriter.Print {
        var setup = SheetWriter.Print()
        setup.isLandscape = landscape
        setup.repeatedRows = header
        let safe = name.replacing("&", with: "&&")
        setup.header = "&L&9\(title[language]) \(month.period)&R&9\(safe)"
        setup.footer =
            language == .chinese ? "&L&9tieout&R&9第 &P 页，共 &N 页" : "&L&9tieout&R&9Page &P of &N"
        return setup
    }

    /// What a figure is called in the edition's language when it is a text.
    func write(_ figure: Figure?, _ sheet: SheetWriter, row: Int, column: Int, style: Style, _ book: WorkbookWriter) {
        let right = style.with { $0.across = .right }
        switch figure {
        case nil: sheet.blank(row: row, column: column, style: book.style(style))
        case .quantity(let value):
            let format = Look.format(units: value.units, decimals: Quantity.decimals, atLeast: 0)
            sheet.number(
                value.stored, row: row, column: column, style: book.style(right.with { $0.numberFormat = format }))
        case .price(let value):
            let compared = StoredNumber(units: value.compared, decimals: 4)
            let format = Look.format(units: value.compared, decimals: 4, atLeast: 2)
            sheet.number(compared, row: row, column: column, style: book.style(right.with { $0.numberFormat = format }))
        case .amount(let value):
            sheet.number(value.stored, row: row, column: column, style: book.style(look.money(style)))
        case .day(let value):
            let day = right.with { $0.numberFormat = "yyyy-mm-dd" }
            sheet.day(Int(value.number), row: row, column: column, style: book.style(day))
        case .text, .words:
            let wrapped = style.with {
                $0.wraps = true
                $0.numberFormat = "@"
            }
            sheet.text(
                RuleWords.value(figure?.text(in: language) ?? "")[language], row: row, column: column,
                style: book.style(wrapped))
        }
    }
}
