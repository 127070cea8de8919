import Books
import Reconciler
import WorkbookWriter

/// What to ask first: a row a question, the one that clears the most money on top, with room for the answer.
struct QuestionsSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    let variances: SheetWriter

    private typealias Labels = QuestionLabels
    private var language: Language { edition.language }
    private var look: Look { edition.look }
    private var questions: [Question] { edition.reconciliation.questions }

    /// Questions above which the rest is added up.
    static let listLimit = 500

    static let headerRow = 4, firstRow = 5

    /// The columns, in order.
    private enum Column: Int, CaseIterable {
        case number, role, name, question, clears, share, findings, findingClass, row1, row2, row3, owner, answer, date

        var label: Phrase {
            switch self {
            case .number: VariancesLabels.number
            case .role: Labels.ask
            case .name: Labels.name
            case .question: Labels.question
            case .clears: Labels.clears
            case .share: Labels.share
            case .findings: Labels.findings
            case .findingClass: VariancesLabels.findingClass
            case .row1, .row2, .row3: Labels.rows
            case .owner: Labels.owner
            case .answer: Labels.answer
            case .date: Labels.date
            }
        }

        var width: Double {
            switch self {
            case .number: 6
            case .role, .findingClass, .owner, .share: 11
            case .name: 24
            case .question: 64
            case .clears: 15
            case .findings: 9
            case .row1, .row2, .row3: 10
            case .answer: 32
            case .date: 12
            }
        }
    }

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.sheet[language]) \(edition.month.period)", subtitle: subtitle)
        let head = book.style(look.head), entryHead = book.style(look.entryHead)
        for column in Column.allCases {
            let isEntry = column == .answer || column == .date
            sheet.text(
                column.label[language], row: Self.headerRow, column: column.rawValue, style: isEntry ? entryHead : head)
            sheet.width(column.width, columns: column.rawValue...column.rawValue)
        }
        sheet.height(24, row: Self.headerRow)
        let listed = questions.prefix(Self.listLimit)
        let rest = questions.dropFirst(Self.listLimit)
        let lastRow = Self.firstRow + max(listed.count, 1) - 1 + (rest.isEmpty ? 0 : 1)
        var sum = Int128(0)
        for (place, question) in listed.enumerated() {
            sum += Int128(question.clears.units)
            write(question, place + 1, row: Self.firstRow + place, sum: sum, totalRow: lastRow + 1)
        }
        if questions.isEmpty {
            sheet.text(Labels.none[language], row: Self.firstRow, column: Column.question.rawValue)
        }
        if !rest.isEmpty { writeRest(rest, row: lastRow) }
        arrange(lastRow: lastRow + 1)
        writeTotal(row: lastRow + 1)
    }

    private func total(_ questions: some Sequence<Question>) -> Amount {
        Amount(units: Int64(clamping: questions.reduce(Int128(0)) { $0 + Int128($1.clears.units) }))
    }

    private var subtitle: String {
        let first = questions.prefix(10)
        let all = total(questions).units, top = total(first)
        let share = all == 0 ? 0 : Int64(clamping: Int128(top.units) * 1000 / Int128(all))
        let percent = "\(share / 10).\(share % 10)%"
        return Labels.hint(first.count, TerminalSummary.grouped(top.description), percent)[language]
    }

    private func write(_ question: Question, _ number: Int, row: Int, sum: Int128, totalRow: Int) {
        let findings = edition.reconciliation.findings
        let own = question.findings.filter { findings.indices.contains($0) }
        let largest = own.max {
            (findings[$0].amount?.magnitude ?? .zero, $1) < (findings[$1].amount?.magnitude ?? .zero, $0)
        }
        let findingClass = largest.map { findings[$0].findingClass } ?? .difference
        let tinted = look.tinted(look.cell, findingClass).with { $0.upright = .top }
        let text = book.style(
            look.tinted(look.wrapped, findingClass).with { $0.upright = .top })
        let center = book.style(tinted.with { $0.across = .center })
        sheet.number(StoredNumber(number), row: row, column: Column.number.rawValue, style: center)
        sheet.text(question.role.words[language], row: row, column: Column.role.rawValue, style: center)
        sheet.text(question.name ?? "", row: row, column: Column.name.rawValue, style: text)
        sheet.text(question.words[language], row: row, column: Column.question.rawValue, style: text)
        sheet.number(
            question.clears.stored, row: row, column: Column.clears.rawValue,
            style: book.style(look.dashedMoney(tinted)))
        writeShare(row: row, sum: sum, totalRow: totalRow, tinted)
        sheet.number(
            StoredNumber(question.findings.count), row: row, column: Column.findings.rawValue,
            style: book.style(look.count(tinted)))
        sheet.text(findingClass.words[language], row: row, column: Column.findingClass.rawValue, style: center)
        for (place, column) in [Column.row1, .row2, .row3].enumerated() {
            guard place < own.count else {
                sheet.text("", row: row, column: column.rawValue, style: center)
                continue
            }
            sheet.link(
                edition.link(toFinding: own[place], in: variances), text: Labels.row(own[place] + 1)[language],
                row: row,
                column: column.rawValue, style: book.style(look.link(tinted.with { $0.across = .center })))
        }
        sheet.text(question.owner.words[language], row: row, column: Column.owner.rawValue, style: center)
        let entry = look.entry.with {
            $0.upright = .top
            $0.wraps = true
        }
        sheet.text("", row: row, column: Column.answer.rawValue, style: book.style(entry))
        sheet.blank(
            row: row, column: Column.date.rawValue, style: book.style(entry.with { $0.numberFormat = "yyyy-mm-dd" }))
        sheet.height(
            Look.height([
                (question.words[language], Column.question.width), (question.name ?? "", Column.name.width),
            ]), row: row)
    }

    /// What the questions down to this one clear of all that can be cleared.
    private func writeShare(row: Int, sum: Int128, totalRow: Int, _ style: Style) {
        let all = questions.reduce(Int128(0)) { $0 + Int128($1.clears.units) }
        let name = columnName(Column.clears.rawValue)
        // At six decimals, so that the stored figure is the one that is worked out.
        let share = all == 0 ? 0 : rounded(sum * 1_000_000, by: all) ?? 0
        sheet.formula(
            "IF($\(name)$\(totalRow)=0,0,ROUND(SUM($\(name)$\(Self.firstRow):\(name)\(row))/$\(name)$\(totalRow),6))",
            result: StoredNumber(units: share, decimals: 6), row: row, column: Column.share.rawValue,
            style: book.style(look.figure(style, "0.0%")))
    }

    private func writeRest(_ rest: ArraySlice<Question>, row: Int) {
        let quiet = look.cell.with {
            $0.color = Look.quiet
            $0.isItalic = true
        }
        for column in Column.allCases { sheet.blank(row: row, column: column.rawValue, style: book.style(quiet)) }
        sheet.text(
            Labels.more(rest.count)[language], row: row, column: Column.question.rawValue, style: book.style(quiet))
        sheet.number(
            total(rest).stored, row: row, column: Column.clears.rawValue, style: book.style(look.money(quiet)))
        sheet.number(
            StoredNumber(rest.reduce(0) { $0 + $1.findings.count }), row: row, column: Column.findings.rawValue,
            style: book.style(look.count(quiet)))
    }

    private func writeTotal(row: Int) {
        let style = book.style(look.total)
        for column in Column.allCases { sheet.blank(row: row, column: column.rawValue, style: style) }
        sheet.text(Labels.total[language], row: row, column: Column.question.rawValue, style: style)
        let sums: [(Column, StoredNumber, Style, Int)] = [
            (.clears, total(questions).stored, look.money(look.total), 2),
            (.findings, StoredNumber(questions.reduce(0) { $0 + $1.findings.count }), look.count(look.total), 0),
        ]
        for (column, result, style, decimals) in sums {
            let name = columnName(column.rawValue)
            sheet.formula(
                "ROUND(SUM(\(name)\(Self.firstRow):\(name)\(row - 1)),\(decimals))", result: result, row: row,
                column: column.rawValue, style: book.style(style))
        }
    }

    private func arrange(lastRow: Int) {
        sheet.freeze(aboveRow: Self.firstRow, leftOfColumn: Column.question.rawValue)
        sheet.filter(rows: Self.headerRow...(lastRow - 1), columns: 0...Column.date.rawValue)
        sheet.hideGridLines()
        sheet.tab(0xC00000)
        sheet.zoom(90)
        var setup = edition.printSetup(
            Labels.sheet[language], title: VariancesLabels.title, landscape: true,
            header: Self.headerRow...Self.headerRow)
        setup.area = (1...lastRow, 0...Column.date.rawValue)
        sheet.print(setup)
    }
}
