import Books
import WorkbookWriter

/// Writes a template as a workbook: a title, a sentence, a row of headers with notes, and rows to fill in.
struct TemplateWriter {
    let template: Template
    let language: Language

    /// The last row that the lists and formats reach; more can be added below.
    private static let lastRow = 2_000
    private static let headerRow = 3
    /// Templates carry no date of their own; this is 2026-01-01.
    private static let createdDay = 20_454

    func write(to path: String) throws {
        let title = template.book.words[language]
        try WorkbookWriter.write(to: path, properties: DocumentProperties(title: title, createdDay: Self.createdDay)) {
            workbook in
            let font = language == .chinese ? "宋体" : nil
            workbook.defaultStyle.font = font
            let sheet = try workbook.addSheet(title)
            writeHead(workbook, sheet, title)
            for (place, column) in template.columns.enumerated() { write(column, at: place, workbook, sheet) }
            sheet.freeze(aboveRow: Self.headerRow + 1, leftOfColumn: 1)
            var print = SheetWriter.Print()
            print.isLandscape = true
            print.repeatedRows = Self.headerRow...Self.headerRow
            sheet.print(print)
        }
    }

    private func writeHead(_ workbook: WorkbookWriter, _ sheet: SheetWriter, _ title: String) {
        sheet.text(
            title, row: 1, column: 0,
            style: workbook.style {
                $0.isBold = true
                $0.size = 16
            })
        sheet.height(24, row: 1)
        sheet.text(
            template.explanation[language], row: 2, column: 0, style: workbook.style { $0.color = 0x595959 })
        sheet.height(30, row: Self.headerRow)
    }

    private func write(_ column: Template.Column, at place: Int, _ workbook: WorkbookWriter, _ sheet: SheetWriter) {
        let isAsked = column.need != .optional
        let header = column.title(language)
        sheet.width(
            width(of: header), columns: place...place,
            style: workbook.style { $0.numberFormat = Self.format(of: column.field) })
        sheet.text(
            header, row: Self.headerRow, column: place,
            style: workbook.style {
                $0.isBold = isAsked
                $0.fill = isAsked ? 0xBDD7EE : 0xEDEDED
                $0.border = .thin
                $0.across = .center
                $0.upright = .center
                $0.wraps = true
            })
        sheet.comment(column.note(language), row: Self.headerRow, column: place)
        let rows = Self.headerRow + 1...Self.lastRow
        let title = column.field.words[language]
        if let words = Offered.words(column.field, language) {
            let message = Phrase(
                "请从列表中选择，或确认这是公司自己的说法。", "Choose from the list, or make sure it is your company's own word.")
            sheet.offerList(words, rows: rows, columns: place...place, title: title, message: message[language])
        } else if column.field.kind == .day {
            let message = Phrase("请写日期，例如 2026-10-05。", "Write a date, such as 2026-10-05.")
            sheet.allowDays(rows: rows, columns: place...place, title: title, message: message[language])
        }
    }

    /// Wide enough for the header and for what is usually written below; Chinese characters take two places.
    private func width(of header: String) -> Double {
        Double(max(10, header.unicodeScalars.reduce(2) { $0 + ($1.value > 0x2E7F ? 2 : 1) }))
    }

    /// Codes stay text, so that no leading nought is lost and no long number is rounded.
    private static func format(of field: Field) -> String? {
        switch field.kind {
        case .code: "@"
        case .day: "yyyy-mm-dd"
        case .amount: "#,##0.00"
        case .unitPrice: "0.00##"
        case .rate: "0%"
        default: nil
        }
    }
}
