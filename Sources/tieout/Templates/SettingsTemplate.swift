import Books
import Intake
import WorkbookWriter

/// The settings workbook that `tieout init` writes: every setting at its default, with what it means.
struct SettingsTemplate {
    let settings: Settings
    let language: Language

    /// What it is called in a month's folder.
    static let name = Phrase("设置.xlsx", "settings.xlsx")
    /// Templates carry no date of their own; this is 2026-01-01.
    private static let createdDay = 20_454

    func write(to path: String) throws {
        let title = Phrase("设置", "Settings")[language]
        try WorkbookWriter.write(to: path, properties: DocumentProperties(title: title, createdDay: Self.createdDay)) {
            book in
            book.defaultStyle = SettingsSheet.base(language)
            let guide = try book.addSheet(SettingsPage.guideTitle[language])
            let sheets = try SettingsPage.all.map { ($0, try book.addSheet($0.title[language])) }
            let fields = try book.addSheet(SettingsPage.fieldListTitle[language])
            let channels = sheets.first { $0.0.title == SettingsPage.channels.title }?.1
            for (page, sheet) in sheets {
                var writer = SettingsSheet(page: page, language: language, book: book, sheet: sheet)
                writer.channelList = channels.map {
                    fixedRange(sheet: $0.name, rows: SettingsSheet.firstRow...60, columns: 1...1)
                }
                writer.fieldList = fixedRange(
                    sheet: fields.name, rows: 4...(3 + Field.allCases.count), columns: 0...0)
                writer.write(page.lines(settings, language))
            }
            writeGuide(guide, book, sheets)
            writeFields(fields, book)
            guide.activate()
        }
    }

    // MARK: Guide

    private func writeGuide(
        _ sheet: SheetWriter, _ book: WorkbookWriter, _ sheets: [(page: SettingsPage, sheet: SheetWriter)]
    ) {
        let base = SettingsSheet.base(language)
        heading(Phrase("设置", "Settings")[language], sheet, book)
        let advice = [
            Phrase(
                "公司自己的规则都写在这个工作簿里。现在填的是默认值；不改，就按默认值核对。",
                "A company's own rules stand in this workbook. It holds the defaults; what is not changed stays so."),
            Phrase(
                "绿色表头的列可以填写，蓝色表头的列只是说明。空着的用默认值，删掉整张表也行。",
                "Columns with a green header are yours to fill in, those with a blue one explain. Empty means the default; a whole sheet may be deleted."
            ),
            Phrase(
                "放在月份文件夹里，只管这个月；放在上一级文件夹里，各个月都管。两处都有时以月份文件夹里的为准。",
                "In the month's folder it holds for that month; in the folder above, for every month in it. Where both are there, the month's own counts."
            ),
            Phrase(
                "写错的地方，核对时会逐个指出在哪个单元格、应该怎么写、这次用了什么。",
                "What is wrong is named at the next run: the cell, what was expected, and what was used instead."),
        ]
        let text = book.style(
            base.with {
                $0.wraps = true
                $0.upright = .top
            })
        for (place, phrase) in advice.enumerated() {
            let row = 2 + place
            sheet.merged(phrase[language], rows: row...row, columns: 0...1, style: text)
            sheet.height(SettingsSheet.height([(phrase[language], 122)]), row: row)
        }
        let head = book.style(
            base.with {
                $0.isBold = true
                $0.color = 0xFFFFFF
                $0.fill = 0x1F3A5F
                $0.border = .thin
                $0.lineColor = 0xBFBFBF
            })
        sheet.text(Phrase("表", "Sheet")[language], row: 7, column: 0, style: head)
        sheet.text(Phrase("写什么", "What stands there")[language], row: 7, column: 1, style: head)
        let cell = base.with {
            $0.border = .thin
            $0.lineColor = 0xBFBFBF
            $0.wraps = true
            $0.across = .left
            $0.indent = 1
        }
        let link = book.style(
            cell.with {
                $0.isUnderlined = true
                $0.color = 0x0563C1
            })
        for (place, entry) in sheets.enumerated() {
            let row = 8 + place, title = entry.page.title[language], purpose = entry.page.purpose[language]
            sheet.link(.here(sheet: entry.sheet.name, row: 1, column: 0), text: title, row: row, column: 0, style: link)
            sheet.text(purpose, row: row, column: 1, style: book.style(cell))
            sheet.height(SettingsSheet.height([(purpose, 98)]), row: row)
        }
        sheet.width(24, columns: 0...0)
        sheet.width(98, columns: 1...1)
        finish(sheet, color: 0x1F3A5F)
    }

    // MARK: Fields

    /// Every field: its name in the language, its identifier, and the books that have it.
    private func writeFields(_ sheet: SheetWriter, _ book: WorkbookWriter) {
        let base = SettingsSheet.base(language)
        heading(SettingsPage.fieldListTitle[language], sheet, book)
        let head = book.style(
            base.with {
                $0.isBold = true
                $0.color = 0xFFFFFF
                $0.fill = 0x1F3A5F
                $0.border = .thin
                $0.lineColor = 0xBFBFBF
            })
        let cell = book.style(
            base.with {
                $0.border = .thin
                $0.lineColor = 0xBFBFBF
                $0.across = .left
                $0.indent = 1
            })
        let words = [Phrase("栏目", "Field"), Phrase("代码", "Code"), Phrase("哪些表里有", "Books that have it")]
        for (column, phrase) in words.enumerated() {
            sheet.text(phrase[language], row: 3, column: column, style: head)
        }
        let comma = Phrase("、", ", ")[language]
        for (place, field) in Field.allCases.enumerated() {
            let row = 4 + place
            let books = BookKind.allCases.filter { SettingsPage.fields(of: $0).contains(field) }
            let texts = [
                field.words[language], field.rawValue, books.map { $0.words[language] }.joined(separator: comma),
            ]
            for (column, text) in texts.enumerated() { sheet.text(text, row: row, column: column, style: cell) }
        }
        for (column, width) in [24.0, 20, 78].enumerated() { sheet.width(width, columns: column...column) }
        sheet.freeze(aboveRow: 4, leftOfColumn: 0)
        finish(sheet, color: 0x7F7F7F)
    }

    private func heading(_ title: String, _ sheet: SheetWriter, _ book: WorkbookWriter) {
        sheet.text(
            title, row: 1, column: 0,
            style: book.style(
                SettingsSheet.base(language).with {
                    $0.isBold = true
                    $0.size = 16
                    $0.color = 0x1F3A5F
                }))
        sheet.height(28, row: 1)
    }

    private func finish(_ sheet: SheetWriter, color: Color) {
        sheet.hideGridLines()
        sheet.tab(color)
        var print = SheetWriter.Print()
        print.isLandscape = true
        sheet.print(print)
    }
}
