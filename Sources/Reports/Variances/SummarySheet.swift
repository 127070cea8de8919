import Books
import Reconciler
import WorkbookWriter

/// The summary: what was tied to what, how much differs, and what was not checked. Every total is a live formula.
struct SummarySheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    let variances: SheetWriter
    let ties: [TieSheet]

    private typealias Labels = VariancesLabels
    private var language: Language { edition.language }
    private var look: Look { edition.look }
    private var findings: [Finding] { edition.reconciliation.findings }
    /// The last column that the tables use.
    private static let lastColumn = 12

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.title[language]) \(edition.month.period)", subtitle: subtitle)
        writeKeyFigures(row: 4)
        var row = writeTies(from: 7)
        row = writeClasses(from: row + 2)
        row = writeParties(from: row + 2)
        row = writeRules(from: row + 2)
        row = writeNotChecked(from: row + 2)
        for (column, width) in [34.0, 10, 18, 18, 18, 10, 10, 10, 10, 10, 10, 10, 10].enumerated() {
            sheet.width(width, columns: column...column)
        }
        sheet.hideGridLines()
        sheet.tab(0x2E6B5E)
        sheet.defaultHeight(Look.rowHeight)
        sheet.freeze(aboveRow: 3, leftOfColumn: 0)
        var setup = edition.printSetup(
            Labels.summarySheet[language], title: Labels.title, landscape: true, header: nil)
        setup.area = (1...row, 0...SummarySheet.lastColumn)
        sheet.print(setup)
    }

    private var subtitle: String {
        let month = edition.month
        let records = month.sheets.reduce(0) { $0 &+ $1.rows.records }
        let setAside = month.sheets.reduce(0) { $0 &+ $1.rows.setAside }
        let span = "\(month.period.firstDay) – \(month.period.lastDay)"
        return Phrase(
            "期间 \(span) · 币种 CNY · 文件 \(month.files.count) 个，工作表 \(month.sheets.count) 张，记录 \(records) 条，未采用 \(setAside) 行",
            "\(span) · CNY · \(month.files.count) files, \(month.sheets.count) sheets, \(records) records, \(setAside) rows set aside"
        )[language]
    }

    private func section(_ words: Phrase, row: Int, last: Int = SummarySheet.lastColumn) {
        for column in 0...last {
            sheet.text(column == 0 ? words[language] : "", row: row, column: column, style: book.style(look.section))
        }
        sheet.height(20, row: row)
    }

    private func head(_ words: [Phrase], row: Int) {
        for (column, phrase) in words.enumerated() {
            sheet.text(phrase[language], row: row, column: column, style: book.style(look.head))
        }
    }

    private func range(_ column: VariancesSheet.Column) -> String { VariancesSheet.range(column, variances, edition) }

    /// Sums of findings, exact; sums that do not fit are cut off at the largest number, far past what Excel shows.
    private struct Sum {
        var count = 0
        private var net: Int128 = 0, gross: Int128 = 0

        mutating func add(_ finding: Finding) {
            count += 1
            let units = Int128(finding.amount?.units ?? 0)
            net += units
            gross += units.magnitude > 0 ? (units < 0 ? -units : units) : 0
        }

        var netAmount: Amount { Amount(units: Int64(clamping: net)) }
        var grossAmount: Amount { Amount(units: Int64(clamping: gross)) }
    }

    private func sum(_ findings: some Sequence<Finding>) -> Sum {
        findings.reduce(into: Sum()) { $0.add($1) }
    }

    // MARK: Key figures

    private func writeKeyFigures(row: Int) {
        let all = sum(findings)
        let open = HandlingState.open.words[language]
        let ids = range(.id), states = range(.state), amounts = range(.amount)
        let openCount = "COUNTIF(\(states),\"\(open)\")"
        let figures: [(Phrase, String, StoredNumber, Bool)] = [
            (Labels.findings, "COUNTA(\(ids))", StoredNumber(all.count), false),
            (Labels.open, openCount, StoredNumber(all.count), false),
            (Labels.handled, "COUNTA(\(ids))-\(openCount)", StoredNumber(0), false),
            (Labels.absolute, "ROUND(SUMPRODUCT(ABS(\(amounts))),2)", all.grossAmount.stored, true),
            (Labels.net, "ROUND(SUM(\(amounts)),2)", all.netAmount.stored, true),
        ]
        let label = book.style(
            look.cell.with {
                $0.color = Look.quiet
                $0.fill = Look.shade
                $0.across = .center
            })
        let big = look.cell.with {
            $0.size = 14
            $0.isBold = true
            $0.across = .center
            $0.color = Look.header
        }
        sheet.height(18, row: row)
        sheet.height(28, row: row + 1)
        for (column, figure) in figures.enumerated() {
            sheet.text(figure.0[language], row: row, column: column, style: label)
            let format = figure.3 ? Look.moneyFormat : "#,##0"
            sheet.formula(
                figure.1, result: figure.2, row: row + 1, column: column,
                style: book.style(big.with { $0.numberFormat = format }))
        }
    }

    // MARK: Ties

    private static let outcomes: [TiePair.Outcome] = [
        .matched, .tolerated, .leftOnly, .rightOnly, .differing, .timing, .explained,
    ]

    private func writeTies(from first: Int) -> Int {
        section(Labels.ties, row: first)
        guard !ties.isEmpty else {
            sheet.text(Labels.noTies[language], row: first + 1, column: 0, style: book.style(look.base))
            return first + 1
        }
        head(
            [Labels.tie, Labels.measure, Labels.leftSum, Labels.rightSum, Labels.differenceSum]
                + SummarySheet.outcomes.map(\.words) + [Labels.pairs], row: first + 1)
        sheet.height(30, row: first + 1)
        for (place, tie) in ties.enumerated() { write(tie, row: first + 2 + place) }
        return first + 1 + ties.count
    }

    private func write(_ sheetOfTie: TieSheet, row: Int) {
        let tie = sheetOfTie.tie
        let link = book.style(look.link(look.textCell))
        sheet.link(
            .here(sheet: sheetOfTie.sheet.name, row: 1, column: 0), text: tie.name[language], row: row, column: 0,
            style: link)
        sheet.text(tie.measure.words[language], row: row, column: 1, style: book.style(look.centered))
        let decimals = tie.measure.decimals, least = tie.measure == .amount ? Amount.decimals : 0
        let difference = tie.rightSum.subtractingReportingOverflow(tie.leftSum).partialValue
        let sums = [
            (sheetOfTie.sumFormula(left: true), tie.leftSum), (sheetOfTie.sumFormula(left: false), tie.rightSum),
            ("ROUND(D\(row)-C\(row),\(decimals))", difference),
        ]
        let format = Look.format(of: sums.map(\.1), decimals: decimals, atLeast: least, dashForNought: true)
        let figure = look.figure(look.cell, format)
        for (place, sum) in sums.enumerated() {
            let bold = place == 2 && sum.1 != 0
            sheet.formula(
                sum.0, result: StoredNumber(units: sum.1, decimals: decimals), row: row, column: 2 + place,
                style: book.style(figure.with { $0.isBold = bold }))
        }
        for (place, outcome) in SummarySheet.outcomes.enumerated() {
            let number = tie.count(outcome)
            let style =
                number == 0 ? look.cell.with { $0.color = 0xA6A6A6 } : look.tinted(look.cell, outcome.findingClass)
            sheet.formula(
                sheetOfTie.countFormula(outcome), result: StoredNumber(number), row: row, column: 5 + place,
                style: book.style(look.count(style)))
        }
        sheet.formula(
            "SUM(F\(row):L\(row))", result: StoredNumber(tie.pairCount), row: row, column: SummarySheet.lastColumn,
            style: book.style(look.count(look.cell.with { $0.isBold = true })))
    }

    // MARK: Findings by class, party and rule

    private static let classes: [FindingClass] = [
        .missing, .difference, .timing, .incomplete, .duplicate, .tolerated,
    ]

    private func writeClasses(from first: Int) -> Int {
        section(Labels.byClass, row: first, last: 3)
        head([Labels.findingClass, Labels.count, Labels.net, Labels.absolute], row: first + 1)
        let start = first + 2
        for (place, findingClass) in SummarySheet.classes.enumerated() {
            let own = sum(findings.lazy.filter { $0.findingClass == findingClass })
            let style = look.tinted(look.cell, findingClass)
            sheet.text(
                findingClass.words[language], row: start + place, column: 0,
                style: book.style(look.tinted(look.textCell, findingClass)))
            writeSums(of: .findingClass, own, row: start + place, style: style)
        }
        let last = start + SummarySheet.classes.count - 1
        writeTotal(sum(findings), rows: start...last)
        var series = Chart.Series(
            name: Labels.count[language], categories: fixedRange(sheet: sheet.name, rows: start...last, columns: 0...0),
            values: fixedRange(sheet: sheet.name, rows: start...last, columns: 1...1), color: Look.header)
        series.pointColors = SummarySheet.classes.compactMap { $0.colors?.font }
        var chart = Chart(.bars, title: Labels.chart[language], series: [series])
        chart.font = look.base.font
        chart.width = 590
        chart.height = 260
        sheet.chart(chart, row: first + 1, column: 5)
        return last + 1
    }

    /// Count, net and absolute amount of the findings whose `column` says what stands in the row's column `named`.
    private func writeSums(
        of column: VariancesSheet.Column, _ sum: Sum, row: Int, style: Style, named: String = "A"
    ) {
        // EXACT and not COUNTIF, which would take * and ? in a customer's name for wildcards.
        let same = "EXACT(\(range(column)),$\(named)\(row))"
        sheet.formula(
            "SUMPRODUCT(--\(same))", result: StoredNumber(sum.count), row: row, column: 1,
            style: book.style(look.count(style)))
        sheet.formula(
            "ROUND(SUMPRODUCT(\(same)*\(range(.amount))),2)", result: sum.netAmount.stored, row: row, column: 2,
            style: book.style(look.dashedMoney(style)))
        sheet.formula(
            "ROUND(SUMPRODUCT(\(same)*ABS(\(range(.amount)))),2)", result: sum.grossAmount.stored, row: row, column: 3,
            style: book.style(look.dashedMoney(style)))
    }

    private func writeTotal(_ sum: Sum, rows: ClosedRange<Int>) {
        let row = rows.upperBound + 1
        sheet.text(Labels.total[language], row: row, column: 0, style: book.style(look.total))
        let columns: [(Int, StoredNumber, Style)] = [
            (1, StoredNumber(sum.count), look.count(look.total)), (2, sum.netAmount.stored, look.money(look.total)),
            (3, sum.grossAmount.stored, look.money(look.total)),
        ]
        for (column, result, style) in columns {
            let name = columnName(column)
            sheet.formula(
                "ROUND(SUM(\(name)\(rows.lowerBound):\(name)\(rows.upperBound)),2)", result: result, row: row,
                column: column, style: book.style(style))
        }
    }

    private func writeParties(from first: Int) -> Int {
        var sums: [String: Sum] = [:]
        for finding in findings {
            if let party = finding.party, !party.isEmpty { sums[party, default: Sum()].add(finding) }
        }
        let top = sums.sorted {
            $0.value.grossAmount == $1.value.grossAmount ? $0.key < $1.key : $0.value.grossAmount > $1.value.grossAmount
        }.prefix(10)
        guard !top.isEmpty else { return first - 2 }
        section(Labels.byParty, row: first, last: 3)
        head([Labels.party, Labels.count, Labels.net, Labels.absolute], row: first + 1)
        for (place, entry) in top.enumerated() {
            let row = first + 2 + place
            sheet.text(entry.key, row: row, column: 0, style: book.style(look.textCell))
            writeSums(of: .party, entry.value, row: row, style: look.cell)
        }
        return first + 1 + top.count
    }

    private func writeRules(from first: Int) -> Int {
        var sums: [String: Sum] = [:], order: [String] = []
        for finding in findings {
            if sums[finding.code] == nil { order.append(finding.code) }
            sums[finding.code, default: Sum()].add(finding)
        }
        guard !order.isEmpty else { return first - 2 }
        section(Labels.byRule, row: first)
        head([Labels.rule, Labels.count, Labels.net, Labels.absolute, Labels.findingClass], row: first + 1)
        sheet.merged(
            Labels.code[language], rows: (first + 1)...(first + 1), columns: 5...8, style: book.style(look.head))
        for (place, code) in order.enumerated() {
            let row = first + 2 + place
            let findingClass = findings.first { $0.code == code }?.findingClass ?? .difference
            sheet.text(RuleWords.title(code)[language], row: row, column: 0, style: book.style(look.textCell))
            writeSums(of: .code, sums[code] ?? Sum(), row: row, style: look.cell, named: "F")
            let tinted = book.style(look.tinted(look.centered, findingClass))
            sheet.text(findingClass.words[language], row: row, column: 4, style: tinted)
            sheet.merged(code, rows: row...row, columns: 5...8, style: book.style(look.textCell))
        }
        return first + 1 + order.count
    }

    private func writeNotChecked(from first: Int) -> Int {
        section(Labels.notChecked, row: first)
        let notChecked = edition.reconciliation.notChecked
        guard !notChecked.isEmpty else {
            sheet.text(Labels.everythingChecked[language], row: first + 1, column: 0, style: book.style(look.base))
            return first + 1
        }
        head([Labels.rule], row: first + 1)
        sheet.merged(
            Labels.rule[language], rows: (first + 1)...(first + 1), columns: 1...3, style: book.style(look.head))
        sheet.merged(
            Labels.why[language], rows: (first + 1)...(first + 1), columns: 4...8, style: book.style(look.head))
        let cell = book.style(look.wrapped)
        for (place, entry) in notChecked.enumerated() {
            let row = first + 2 + place
            sheet.text(RuleWords.title(entry.code)[language], row: row, column: 0, style: cell)
            sheet.merged(entry.code, rows: row...row, columns: 1...3, style: cell)
            sheet.merged(entry.why[language], rows: row...row, columns: 4...8, style: cell)
        }
        return first + 1 + notChecked.count
    }
}
