import Books
import Reconciler
import WorkbookWriter

/// The legend: classes with their colours, the lists to choose from, and the rules.
struct LegendSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter

    private typealias Labels = VariancesLabels

    private static let widths: [Double] = [26, 28, 3, 24, 28, 12, 90]
    private static let classRow = 4
    private static let choiceRow = classRow + FindingClass.allCases.count + 4
    private var ruleRow: Int { LegendSheet.choiceRow + edition.reasons.count + 4 }

    /// The cells of the words that the drop-down lists offer.
    var reasonList: String { list(column: 0, count: edition.reasons.count) }
    var stateList: String { list(column: 3, count: HandlingState.allCases.count) }

    private func list(column: Int, count: Int) -> String {
        let first = LegendSheet.choiceRow + 2
        return fixedRange(sheet: sheet.name, rows: first...(first + count - 1), columns: column...column)
    }

    func write() {
        edition.heading(
            sheet, book, title: Labels.legendSheet[edition.language],
            subtitle: "\(Labels.title[edition.language]) \(edition.month.period)")
        writeClasses()
        writeChoices()
        writeRules()
        for (column, width) in [24.0, 26, 3, 24, 26, 12, 70].enumerated() {
            sheet.width(width, columns: column...column)
        }
        sheet.hideGridLines()
        sheet.tab(0x7F7F7F)
        sheet.print(
            edition.printSetup(
                Labels.legendSheet[edition.language], title: Labels.title, landscape: true, header: nil))
    }

    private func section(_ words: Phrase, row: Int, columns: ClosedRange<Int>) {
        for column in columns {
            sheet.text(
                column == columns.lowerBound ? words[edition.language] : "", row: row, column: column,
                style: book.style(edition.look.section))
        }
        sheet.height(20, row: row)
    }

    private func head(_ words: [Phrase], row: Int, column: Int) {
        for (place, phrase) in words.enumerated() {
            sheet.text(
                phrase[edition.language], row: row, column: column + place, style: book.style(edition.look.head))
        }
    }

    private func writeClasses() {
        let language = edition.language
        section(Labels.classes, row: LegendSheet.classRow, columns: 0...4)
        head([Labels.findingClass, Labels.identifier], row: LegendSheet.classRow + 1, column: 0)
        sheet.merged(
            Labels.meaning[language], rows: (LegendSheet.classRow + 1)...(LegendSheet.classRow + 1), columns: 2...4,
            style: book.style(edition.look.head))
        for (place, findingClass) in FindingClass.allCases.enumerated() {
            let row = LegendSheet.classRow + 2 + place
            let style = book.style(edition.look.tinted(edition.look.cell, findingClass))
            sheet.text(findingClass.words[language], row: row, column: 0, style: style)
            sheet.text(findingClass.rawValue, row: row, column: 1, style: style)
            sheet.merged(findingClass.meaning[language], rows: row...row, columns: 2...4, style: style)
        }
    }

    private func writeChoices() {
        let language = edition.language, row = LegendSheet.choiceRow
        section(Labels.reasons, row: row, columns: 0...1)
        section(Labels.states, row: row, columns: 3...4)
        head([Labels.reason, Labels.identifier], row: row + 1, column: 0)
        head([Labels.state, Labels.identifier], row: row + 1, column: 3)
        let cell = book.style(edition.look.textCell)
        let reasons = edition.reasons.map { ($0.words, $0.identifier) }
        let states = HandlingState.allCases.map { ($0.words[language], $0.rawValue) }
        for (column, choices) in [(0, reasons), (3, states)] {
            for (place, choice) in choices.enumerated() {
                sheet.text(choice.0, row: row + 2 + place, column: column, style: cell)
                sheet.text(choice.1, row: row + 2 + place, column: column + 1, style: cell)
            }
        }
    }

    private func writeRules() {
        let language = edition.language, row = ruleRow
        section(Labels.rules, row: row, columns: 0...6)
        head([Labels.rule], row: row + 1, column: 0)
        sheet.merged(
            Labels.code[language], rows: (row + 1)...(row + 1), columns: 1...2, style: book.style(edition.look.head))
        head([Labels.findingClass, Labels.tie, Labels.owner, Labels.meaning], row: row + 1, column: 3)
        let cell = book.style(edition.look.wrapped.with { $0.upright = .top })
        for (place, rule) in RuleBook.rules.enumerated() {
            let row = row + 2 + place
            let tinted = book.style(
                edition.look.tinted(edition.look.wrapped, rule.findingClass).with { $0.upright = .top })
            sheet.text(rule.title[language], row: row, column: 0, style: cell)
            sheet.merged(rule.code, rows: row...row, columns: 1...2, style: cell)
            sheet.text(rule.findingClass.words[language], row: row, column: 3, style: tinted)
            sheet.text(rule.tie?.title[language] ?? "", row: row, column: 4, style: cell)
            sheet.text(rule.owner.words[language], row: row, column: 5, style: cell)
            sheet.text(rule.meaning[language], row: row, column: 6, style: cell)
            sheet.height(
                Look.height([
                    (rule.meaning[language], LegendSheet.widths[6]), (rule.title[language], LegendSheet.widths[0]),
                    (rule.tie?.title[language] ?? "", LegendSheet.widths[4]),
                ]), row: row)
        }
    }
}
