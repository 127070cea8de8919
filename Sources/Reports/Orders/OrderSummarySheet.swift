import Books
import Reconciler
import WorkbookWriter

/// The first sheet: how many orders stand where, and who sends the irregular ones. Every figure follows the other sheets.
struct OrderSummarySheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    let mayShip: MayShipSheet
    let irregular: IrregularOrdersSheet

    private typealias Labels = OrdersLabels
    private var language: Language { edition.language }
    private var look: Look { edition.look }
    private var desk: OrderDesk { edition.reconciliation.orderDesk }

    private static let stateRow = 4, salespersonRow = 19, chartColumn = 7
    private static let widths: [Double] = [30, 14, 16, 16, 12, 20, 4, 14, 14, 14, 14, 14, 14]

    /// The cell that counts a salesperson's irregular orders, as the daily list refers to it.
    static func irregularCell(ofSalesperson place: Int, _ language: Language) -> String {
        quotedSheetName(Labels.summarySheet[language]) + "!"
            + fixedCellName(row: salespersonRow + 2 + place, column: 2)
    }

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.title[language]) \(edition.month.period)", subtitle: subtitle)
        writeStates()
        var row = writeSalespeople()
        row = writeRules(from: row + 2)
        row = writeDays(from: row + 2)
        for (column, width) in OrderSummarySheet.widths.enumerated() { sheet.width(width, columns: column...column) }
        sheet.hideGridLines()
        sheet.tab(0x2E6B5E)
        sheet.defaultHeight(Look.rowHeight)
        sheet.freeze(aboveRow: 3, leftOfColumn: 0)
        var setup = edition.printSetup(Labels.summarySheet[language], title: Labels.title, landscape: true, header: nil)
        setup.area = (1...row, 0...12)
        sheet.print(setup)
    }

    private var subtitle: String {
        let month = edition.month, orders = desk.ordersBySalesperson.reduce(0) { $0 + $1.orders }
        return Phrase(
            "期间 \(month.period.firstDay) – \(month.period.lastDay) · 币种 CNY · 订单 \(orders) 张",
            "\(month.period.firstDay) – \(month.period.lastDay) · CNY · \(orders) orders")[language]
    }

    private func section(_ words: Phrase, row: Int, columns: Int) {
        for column in 0..<columns {
            sheet.text(column == 0 ? words[language] : "", row: row, column: column, style: book.style(look.section))
        }
        sheet.height(20, row: row)
    }

    private func head(_ words: [Phrase], row: Int) {
        for (column, phrase) in words.enumerated() {
            sheet.text(phrase[language], row: row, column: column, style: book.style(look.head))
        }
    }

    // MARK: States

    private func writeStates() {
        let row = OrderSummarySheet.stateRow
        section(Labels.byState, row: row, columns: 4)
        head([Labels.orderState, Labels.orders, Labels.openAmount, Labels.toPay], row: row + 1)
        for (place, state) in OrderState.open.enumerated() {
            let style = look.tinted(look.cell, state.findingClass), line = row + 2 + place
            sheet.text(
                state.words[language], row: line, column: 0,
                style: book.style(look.tinted(look.textCell, state.findingClass)))
            let results = MayShipSheet.sums(desk, state, edition)
            for (column, cell) in mayShip.sumCells(state).enumerated() {
                sheet.formula(
                    cell, result: results[column], row: line, column: column + 1,
                    style: book.style(column == 0 ? look.count(style) : look.dashedMoney(style)))
            }
        }
        let first = row + 2, last = row + 1 + OrderState.open.count
        let open = desk.standings.filter { OrderState.open.contains($0.state) }
        total(
            Labels.open, rows: first...last,
            [
                (1, StoredNumber(open.count), false), (2, edition.sum(open.map(\.openAmount)).stored, true),
                (3, edition.sum(open.map(\.toPay)).stored, true),
            ], last: 3)
        for (place, state) in [OrderState.shipped, .cancelled].enumerated() {
            let line = last + 2 + place, quiet = look.cell.with { $0.color = Look.quiet }
            sheet.text(
                "\(state.words[language]) · \(Labels.done[language])", row: line, column: 0,
                style: book.style(look.textCell.with { $0.color = Look.quiet }))
            sheet.number(
                StoredNumber(desk.count(state)), row: line, column: 1, style: book.style(look.count(quiet)))
        }
        guard !open.isEmpty else { return }
        var series = Chart.Series(
            name: Labels.orders[language],
            categories: fixedRange(sheet: sheet.name, rows: first...last, columns: 0...0),
            values: fixedRange(sheet: sheet.name, rows: first...last, columns: 1...1), color: Look.header)
        series.pointColors = OrderState.open.compactMap { $0.findingClass.colors?.font }
        chart(Labels.stateChart, series, row: row)
    }

    private func chart(_ title: Phrase, _ series: Chart.Series, row: Int) {
        var chart = Chart(.bars, title: title[language], series: [series])
        chart.font = look.base.font
        chart.width = 520
        chart.height = 300
        sheet.chart(chart, row: row, column: OrderSummarySheet.chartColumn)
    }

    private func total(_ words: Phrase, rows: ClosedRange<Int>, _ columns: [(Int, StoredNumber, Bool)], last: Int) {
        let row = rows.upperBound + 1
        for column in 0...last {
            sheet.text(column == 0 ? words[language] : "", row: row, column: column, style: book.style(look.total))
        }
        for (column, result, isMoney) in columns {
            let name = columnName(column)
            sheet.formula(
                "ROUND(SUM(\(name)\(rows.lowerBound):\(name)\(rows.upperBound)),2)", result: result, row: row,
                column: column, style: book.style(isMoney ? look.dashedMoney(look.total) : look.count(look.total)))
        }
    }

    // MARK: Irregular orders

    /// The faulty orders among some rows of the daily list, their faults and their amounts.
    private struct Sum {
        let orders: Int, faults: Int
        let amount: Amount

        init(_ entries: [IrregularOrdersSheet.Entry], _ edition: Edition) {
            let firsts = entries.filter(\.isFirst)
            orders = firsts.count
            faults = entries.count
            amount = edition.sum(firsts.map { $0.standing?.amount })
        }
    }

    private func writeSalespeople() -> Int {
        let row = OrderSummarySheet.salespersonRow
        section(Labels.bySalesperson, row: row, columns: 6)
        guard !irregular.salespeople.isEmpty else {
            sheet.text(Labels.nothingIrregular[language], row: row + 1, column: 0, style: book.style(look.base))
            return row + 1
        }
        head(
            [
                Labels.salesperson, Labels.allOrders, Labels.irregular, Labels.share, Labels.faults, Labels.concerned,
            ], row: row + 1)
        let byName = Dictionary(grouping: irregular.entries, by: \.salesperson)
        for (place, person) in irregular.salespeople.enumerated() {
            write(person, Sum(byName[person.name] ?? [], edition), row: row + 2 + place)
        }
        let first = row + 2, last = row + 1 + irregular.salespeople.count, all = Sum(irregular.entries, edition)
        let orders = irregular.salespeople.reduce(0) { $0 + $1.orders }
        total(
            Labels.total, rows: first...last,
            [
                (1, StoredNumber(orders), false), (2, StoredNumber(all.orders), false),
                (4, StoredNumber(all.faults), false), (5, all.amount.stored, true),
            ], last: 5)
        share(row: last + 1, irregular: all.orders, orders: orders, look.total)
        let charted = first...min(last, first + 14)
        let series = Chart.Series(
            name: Labels.irregular[language],
            categories: fixedRange(sheet: sheet.name, rows: charted, columns: 0...0),
            values: fixedRange(sheet: sheet.name, rows: charted, columns: 2...2), color: 0x8A4B00)
        chart(Labels.salespersonChart, series, row: row)
        // The chart stands beside the table; what follows begins below both.
        return max(last + 1, row + 13)
    }

    private func write(_ person: IrregularOrdersSheet.Salesperson, _ sum: Sum, row: Int) {
        sheet.text(person.name, row: row, column: 0, style: book.style(look.textCell))
        sheet.number(StoredNumber(person.orders), row: row, column: 1, style: book.style(look.count(look.cell)))
        // EXACT and not COUNTIF, which would take * and ? in a name for wildcards.
        let same = "EXACT(\(irregular.range(.salesperson)),$A\(row))"
        sheet.formula(
            "SUMPRODUCT(\(same)*ISNUMBER(\(irregular.range(.number))))", result: StoredNumber(sum.orders), row: row,
            column: 2, style: book.style(look.count(look.cell)))
        share(row: row, irregular: sum.orders, orders: person.orders, look.cell)
        sheet.formula(
            "SUMPRODUCT(--\(same))", result: StoredNumber(sum.faults), row: row, column: 4,
            style: book.style(look.count(look.cell)))
        sheet.formula(
            "ROUND(SUMPRODUCT(\(same)*\(irregular.range(.amount))),2)", result: sum.amount.stored, row: row, column: 5,
            style: book.style(look.dashedMoney(look.cell)))
    }

    /// Irregular orders ÷ orders, at a hundredth of a per cent.
    private func share(row: Int, irregular: Int, orders: Int, _ style: Style) {
        let formula = "IF(B\(row)=0,\"\",ROUND(C\(row)/B\(row),4))", styled = book.style(look.percent(style))
        guard orders > 0, let units = rounded(Int128(irregular) * 10_000, by: Int128(orders)) else {
            return sheet.formula(formula, result: "", row: row, column: 3, style: styled)
        }
        sheet.formula(formula, result: StoredNumber(units: units, decimals: 4), row: row, column: 3, style: styled)
    }

    private func writeRules(from first: Int) -> Int {
        let byCode = Dictionary(grouping: irregular.entries, by: \.finding.code)
        let codes = RuleBook.rules.map(\.code).filter { byCode[$0] != nil }
        guard !codes.isEmpty else { return first - 2 }
        section(Labels.byRule, row: first, columns: 6)
        head([Labels.fault, Labels.faults, Labels.findingClass], row: first + 1)
        sheet.merged(
            Labels.code[language], rows: (first + 1)...(first + 1), columns: 3...5, style: book.style(look.head))
        for (place, code) in codes.enumerated() {
            let row = first + 2 + place, own = byCode[code] ?? []
            let findingClass = own.first?.finding.findingClass ?? .incomplete
            sheet.text(RuleWords.title(code)[language], row: row, column: 0, style: book.style(look.textCell))
            sheet.formula(
                "COUNTIF(\(irregular.range(.code)),$D\(row))", result: StoredNumber(own.count), row: row, column: 1,
                style: book.style(look.count(look.cell)))
            sheet.text(
                findingClass.words[language], row: row, column: 2,
                style: book.style(look.tinted(look.centered, findingClass)))
            sheet.merged(code, rows: row...row, columns: 3...5, style: book.style(look.textCell))
        }
        return first + 1 + codes.count
    }

    private func writeDays(from first: Int) -> Int {
        let byDay = Dictionary(grouping: irregular.entries.filter { $0.standing?.date != nil }) {
            $0.standing?.date ?? Day(number: 0)
        }
        guard !byDay.isEmpty else { return first - 2 }
        section(Labels.byDay, row: first, columns: 4)
        head([Labels.date, Labels.irregular, Labels.faults, Labels.concerned], row: first + 1)
        let days = byDay.keys.sorted(), dates = irregular.range(.date)
        let day = book.style(
            look.centered.with { $0.numberFormat = "yyyy-mm-dd" })
        for (place, date) in days.enumerated() {
            let row = first + 2 + place, sum = Sum(byDay[date] ?? [], edition)
            sheet.day(date, row: row, column: 0, style: day)
            sheet.formula(
                "SUMPRODUCT((\(dates)=$A\(row))*ISNUMBER(\(irregular.range(.number))))",
                result: StoredNumber(sum.orders), row: row, column: 1, style: book.style(look.count(look.cell)))
            sheet.formula(
                "COUNTIF(\(dates),$A\(row))", result: StoredNumber(sum.faults), row: row, column: 2,
                style: book.style(look.count(look.cell)))
            sheet.formula(
                "ROUND(SUMIF(\(dates),$A\(row),\(irregular.range(.amount))),2)", result: sum.amount.stored, row: row,
                column: 3, style: book.style(look.dashedMoney(look.cell)))
        }
        return first + 1 + days.count
    }
}
