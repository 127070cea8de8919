import Books
import Intake
import WorkbookWriter

/// One sheet of settings as people see it: a title, what it is for, headers with notes, lines, and room for more.
struct SettingsSheet {
    let page: SettingsPage
    let language: Language
    let book: WorkbookWriter
    let sheet: SheetWriter
    /// The cells that drop-down lists are taken from; `nil` where the workbook has no such sheet.
    var channelList: String?
    var fieldList: String?

    static let headerRow = 4, firstRow = 5
    /// The last row that lists and formats reach.
    static let lastRow = 400
    /// So many empty lines look ready to be filled in.
    private static let spareLines = 8

    /// Deep blue for what is explained, petrol for what a person fills in.
    private static let blue: Color = 0x1F3A5F, petrol: Color = 0x2E6B5E, line: Color = 0xBFBFBF
    private static let quiet: Color = 0x666666, entry: Color = 0xFFFDF2

    static func font(_ language: Language) -> String { language == .chinese ? "Microsoft YaHei" : "Calibri" }

    static func base(_ language: Language) -> Style {
        Style {
            $0.font = font(language)
            $0.size = 10
            $0.upright = .center
        }
    }

    private var base: Style { SettingsSheet.base(language) }

    /// Writes the sheet with its lines.
    ///
    /// - Parameter links: Where cells of explaining columns lead, by line and column.
    func write(_ lines: [[SettingsValue]], links: [[Int: CellLink]] = []) {
        head()
        // Nobody adds a line to a list of given settings.
        let isClosed = page.title == SettingsPage.limits.title
        let spare = Array(repeating: [SettingsValue](), count: isClosed ? 0 : SettingsSheet.spareLines)
        for (place, line) in (lines + spare).enumerated() {
            let row = SettingsSheet.firstRow + place
            for (column, shape) in page.columns.enumerated() {
                let value = line.indices.contains(column) ? line[column] : .nothing
                let style = book.style(style(of: shape, value))
                if links.indices.contains(place), let link = links[place][column], case .text(let text) = value {
                    sheet.link(link, text: text, row: row, column: column, style: linkStyle)
                } else {
                    write(value, row: row, column: column, style)
                }
            }
            sheet.height(height(line), row: row)
        }
        for (column, shape) in page.columns.enumerated() { offer(shape, column) }
        sheet.freeze(aboveRow: SettingsSheet.firstRow, leftOfColumn: 0)
        sheet.hideGridLines()
        sheet.tab(SettingsSheet.petrol)
        var print = SheetWriter.Print()
        print.isLandscape = true
        print.repeatedRows = SettingsSheet.headerRow...SettingsSheet.headerRow
        print.footer = "&L&9\(page.title[language])&R&9&P / &N"
        sheet.print(print)
    }

    private func head() {
        let last = page.columns.count - 1
        sheet.text(
            page.title[language], row: 1, column: 0,
            style: book.style(
                base.with {
                    $0.isBold = true
                    $0.size = 16
                    $0.color = SettingsSheet.blue
                }))
        sheet.height(28, row: 1)
        sheet.merged(
            page.purpose[language], rows: 2...2, columns: 0...max(last, 0),
            style: book.style(
                base.with {
                    $0.color = SettingsSheet.quiet
                    $0.wraps = true
                    $0.upright = .top
                }))
        let width = page.columns.reduce(0) { $0 + $1.width }
        sheet.height(SettingsSheet.height([(page.purpose[language], width)]), row: 2)
        for (column, shape) in page.columns.enumerated() {
            sheet.width(shape.width, columns: column...column, style: book.style(base))
            sheet.text(
                title(shape), row: SettingsSheet.headerRow, column: column,
                style: book.style(
                    base.with {
                        $0.isBold = true
                        $0.color = 0xFFFFFF
                        $0.fill = shape.need == .explanation ? SettingsSheet.blue : SettingsSheet.petrol
                        $0.across = .center
                        $0.border = .thin
                        $0.lineColor = SettingsSheet.line
                    }))
            sheet.comment(shape.hint[language], row: SettingsSheet.headerRow, column: column)
        }
        sheet.height(24, row: SettingsSheet.headerRow)
    }

    private func title(_ shape: SettingsPage.Column) -> String {
        let word = shape.words[language]
        return language == .english ? word.prefix(1).uppercased() + word.dropFirst() : word
    }

    // MARK: Cells

    private func style(of shape: SettingsPage.Column, _ value: SettingsValue) -> Style {
        base.with {
            $0.border = .thin
            $0.lineColor = SettingsSheet.line
            $0.wraps = true
            $0.across = .left
            $0.indent = 1
            if shape.need == .explanation {
                $0.color = SettingsSheet.quiet
            } else {
                $0.fill = SettingsSheet.entry
            }
            switch value {
            case .text, .nothing: $0.numberFormat = shape.need == .explanation ? nil : format(shape)
            case .amount: $0.numberFormat = "#,##0.00"
            case .quantity: $0.numberFormat = "#,##0.######"
            case .share: $0.numberFormat = "0.##%"
            case .count: $0.numberFormat = "0"
            case .day: $0.numberFormat = "yyyy-mm-dd"
            }
        }
    }

    /// Texts stay texts when they are typed: codes keep their noughts. Days and rates are left to Excel.
    private func format(_ shape: SettingsPage.Column) -> String? {
        let isFree = [SettingsPage.limits.title, SettingsPage.taxRates.title].contains(page.title)
        return isFree ? nil : "@"
    }

    private var linkStyle: StyleID {
        book.style(
            base.with {
                $0.border = .thin
                $0.lineColor = SettingsSheet.line
                $0.wraps = true
                $0.across = .left
                $0.indent = 1
                $0.isUnderlined = true
                $0.color = 0x0563C1
            })
    }

    private func write(_ value: SettingsValue, row: Int, column: Int, _ style: StyleID) {
        switch value {
        case .nothing: sheet.blank(row: row, column: column, style: style)
        case .text(let text): sheet.text(text, row: row, column: column, style: style)
        case .amount(let amount):
            number(StoredNumber(units: amount.units, decimals: Amount.decimals), row, column, style)
        case .quantity(let quantity):
            number(StoredNumber(units: quantity.units, decimals: Quantity.decimals), row, column, style)
        case .share(let rate): number(StoredNumber(units: rate.units, decimals: Rate.decimals), row, column, style)
        case .count(let count): number(StoredNumber(units: count, decimals: 0), row, column, style)
        case .day(let day): sheet.day(Int(day.number), row: row, column: column, style: style)
        }
    }

    private func number(_ value: StoredNumber, _ row: Int, _ column: Int, _ style: StyleID) {
        sheet.number(value, row: row, column: column, style: style)
    }

    private func height(_ line: [SettingsValue]) -> Double {
        SettingsSheet.height(
            zip(line, page.columns).map { value, shape in
                if case .text(let text) = value { (text, shape.width) } else { ("", shape.width) }
            })
    }

    /// Room for the text that needs most lines; Chinese characters take two places.
    static func height(_ texts: [(text: String, width: Double)]) -> Double {
        let lines = texts.map { text, width in
            let places = text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) }
            let room = max(Int(width) - 3, 1)
            return (places + room - 1) / room
        }
        return Double(max(lines.max() ?? 1, 1)) * 15 + 6
    }

    // MARK: Lists

    private func offer(_ shape: SettingsPage.Column, _ column: Int) {
        let rows = SettingsSheet.firstRow...SettingsSheet.lastRow
        let title = shape.words[language]
        let message = Phrase(
            "列表里没有。如果确实是公司自己的说法，选「是」保留。", "Not on the list. Keep it if it is your company's own word.")[language]
        func list(_ words: [String]) {
            sheet.offerList(words, rows: rows, columns: column...column, title: title, message: message)
        }
        func list(from range: String?) {
            guard let range else { return }
            sheet.offerList(from: range, rows: rows, columns: column...column, title: title, message: message)
        }
        switch shape.offer {
        case .anything: break
        case .channels: list(from: channelList)
        case .fields: list(from: fieldList)
        case .books: list(BookKind.allCases.map { $0.words[language] })
        case .documentKinds: list(DocumentKind.allCases.map { $0.words[language] })
        case .approvals:
            list([Field.confirmedBy.words, Field.approvedBy.words, SettingsPage.nobody].map { $0[language] })
        case .yes: list([Phrase("是", "yes")[language], Phrase("否", "no")[language]])
        }
    }
}
