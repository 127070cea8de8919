import Books
import Reconciler
import WorkbookWriter

/// Accuracy 准确率: how well book and shelf agree, gross and net, a row a warehouse, all of it live.
struct AccuracySheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    let counts: [CountSheet]

    private typealias Labels = StockCheckLabels
    private var language: Language { edition.language }
    private var look: Look { edition.look }
    private static let headerRow = 5, firstRow = 6
    private var lastRow: Int { max(AccuracySheet.firstRow, AccuracySheet.firstRow + counts.count - 1) }

    /// The columns: how each is worked out per warehouse, and over all of them.
    private enum Column: Int, CaseIterable {
        case items = 1, compared, agreed, itemAccuracy
        case bookQuantity, over, short, gross, net, quantityAccuracy
        case bookValue, overValue, shortValue, grossValue, netValue, valueAccuracy

        var label: Phrase {
            switch self {
            case .items: Labels.items
            case .compared: Labels.comparedItems
            case .agreed: Labels.agreedItems
            case .itemAccuracy: Labels.itemAccuracy
            case .bookQuantity: Labels.bookQuantity
            case .over: Labels.overQuantity
            case .short: Labels.shortQuantity
            case .gross, .grossValue: Labels.gross
            case .net, .netValue: Labels.net
            case .quantityAccuracy: Labels.quantityAccuracy
            case .bookValue: Labels.bookValue
            case .overValue: Labels.overValue
            case .shortValue: Labels.shortValue
            case .valueAccuracy: Labels.valueAccuracy
            }
        }

        var isRatio: Bool { [.itemAccuracy, .quantityAccuracy, .valueAccuracy].contains(self) }
        var isMoney: Bool { (Column.bookValue.rawValue...Column.netValue.rawValue).contains(rawValue) }
        var letter: String { columnName(rawValue) }
    }

    /// The figures of some stock lines, exact.
    private struct Figures {
        var items = 0, compared = 0, agreed = 0
        var book = Int128(0), over = Int128(0), short = Int128(0)
        /// In 10^-14 of the currency until they are rounded.
        var bookValue = Int128(0)
        var overValue = Int128(0), shortValue = Int128(0)

        mutating func add(_ line: StockLine, held: Quantity?) {
            items += 1
            guard let held, let sides = CountSheet.overAndShort(line) else { return }
            compared += 1
            if line.difference?.isZero == true { agreed += 1 }
            book += Int128(held.units)
            over += Int128(sides.over.units)
            short += Int128(sides.short.units)
            bookValue += Int128(held.units) * Int128(line.unitCost?.units ?? 0)
            let value = Int128(line.value?.units ?? 0)
            if value > 0 { overValue += value } else { shortValue -= value }
        }

        mutating func add(_ other: Figures) {
            items += other.items
            compared += other.compared
            agreed += other.agreed
            book += other.book
            over += other.over
            short += other.short
            bookValue += other.bookFen * 1_000_000_000_000
            overValue += other.overValue
            shortValue += other.shortValue
        }

        var bookFen: Int128 {
            let half = Int128(500_000_000_000)
            return (bookValue + (bookValue < 0 ? -half : half)) / 1_000_000_000_000
        }

        /// The figure of a column: units and decimals. Ratios to six places; `nil` where there is nothing to divide by.
        func value(_ column: Column) -> StoredNumber? {
            func quantity(_ units: Int128) -> StoredNumber { StoredNumber(units: Int64(clamping: units), decimals: 6) }
            func money(_ units: Int128) -> StoredNumber { StoredNumber(units: Int64(clamping: units), decimals: 2) }
            switch column {
            case .items: return StoredNumber(items)
            case .compared: return StoredNumber(compared)
            case .agreed: return StoredNumber(agreed)
            case .itemAccuracy: return Figures.ratio(Int128(agreed), of: Int128(compared))
            case .bookQuantity: return quantity(book)
            case .over: return quantity(over)
            case .short: return quantity(short)
            case .gross: return quantity(over + short)
            case .net: return quantity(over - short)
            case .quantityAccuracy: return Figures.ratio(book - over - short, of: book)
            case .bookValue: return money(bookFen)
            case .overValue: return money(overValue)
            case .shortValue: return money(shortValue)
            case .grossValue: return money(overValue + shortValue)
            case .netValue: return money(overValue - shortValue)
            case .valueAccuracy: return Figures.ratio(bookFen - overValue - shortValue, of: bookFen)
            }
        }

        private static func ratio(_ part: Int128, of whole: Int128) -> StoredNumber? {
            guard whole > 0 else { return nil }
            let scaled = part * 2_000_000 + (part < 0 ? -whole : whole)
            return StoredNumber(units: Int64(clamping: scaled / (2 * whole)), decimals: 6)
        }
    }

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.title[language]) · \(Labels.accuracySheet[language]) \(edition.month.period)",
            subtitle: Labels.accuracyHint[language])
        writeHeaders()
        var total = Figures()
        let format = edition.quantityFormat(edition.reconciliation.stock.flatMap { [edition.held($0), $0.difference] })
        for (place, count) in counts.enumerated() {
            var figures = Figures()
            for line in count.lines { figures.add(line, held: edition.held(line)) }
            total.add(figures)
            write(count, figures, row: AccuracySheet.firstRow + place, format: format)
        }
        writeTotal(total, row: lastRow + 1, format: format)
        addChart()
        sheet.width(24, columns: 0...0)
        for column in Column.allCases {
            let width: Double = column.isMoney ? 15 : column.rawValue >= Column.bookQuantity.rawValue ? 13 : 10
            sheet.width(width, columns: column.rawValue...column.rawValue)
        }
        sheet.freeze(aboveRow: AccuracySheet.firstRow, leftOfColumn: 1)
        sheet.hideGridLines()
        sheet.defaultHeight(Look.rowHeight)
        sheet.tab(0x7F6000)
        sheet.print(
            edition.printSetup(
                Labels.accuracySheet[language], title: Labels.title, landscape: true, header: nil))
    }

    private func writeHeaders() {
        let head = book.style(look.head), row = AccuracySheet.headerRow
        sheet.merged(Labels.warehouse[language], rows: (row - 1)...row, columns: 0...0, style: head)
        let groups = [
            (Labels.items, Column.items, Column.itemAccuracy), (Labels.quantity, .bookQuantity, .quantityAccuracy),
            (Labels.money, .bookValue, .valueAccuracy),
        ]
        for (label, first, last) in groups {
            sheet.merged(
                label[language], rows: (row - 1)...(row - 1), columns: first.rawValue...last.rawValue, style: head)
        }
        for column in Column.allCases {
            sheet.text(column.label[language], row: row, column: column.rawValue, style: head)
        }
        sheet.height(30, row: row)
    }

    private func write(_ count: CountSheet, _ figures: Figures, row: Int, format: String) {
        sheet.link(
            .here(sheet: count.sheet.name, row: 1, column: 0), text: count.warehouse, row: row, column: 0,
            style: book.style(look.link(look.textCell)))
        let over = count.range(.over), short = count.range(.short), value = count.range(.value)
        let held = count.range(.book), cost = count.range(.unitCost)
        let formulas: [Column: String] = [
            .items: "COUNTA(\(count.range(.code)))",
            .compared: "COUNT(\(over))",
            .agreed: "SUMPRODUCT(ISNUMBER(\(over))*(\(over)=0)*(\(short)=0))",
            .bookQuantity: "ROUND(SUMPRODUCT(ISNUMBER(\(over))*\(held)),6)",
            .over: "ROUND(SUM(\(over)),6)", .short: "ROUND(SUM(\(short)),6)",
            .bookValue: "ROUND(SUMPRODUCT(ISNUMBER(\(over))*\(held)*\(cost)),2)",
            .overValue: "ROUND(SUMIF(\(value),\">0\"),2)", .shortValue: "ROUND(-SUMIF(\(value),\"<0\"),2)",
        ]
        for column in Column.allCases {
            put(
                formulas[column] ?? derived(column, row), figures.value(column), row: row, column, base: look.cell,
                format: format)
        }
    }

    private func writeTotal(_ total: Figures, row: Int, format: String) {
        sheet.text(Labels.total[language], row: row, column: 0, style: book.style(look.total))
        for column in Column.allCases {
            let isDerived = column.isRatio || [.gross, .net, .grossValue, .netValue].contains(column)
            let sum = "ROUND(SUM(\(column.letter)\(AccuracySheet.firstRow):\(column.letter)\(row - 1)),6)"
            put(
                isDerived ? derived(column, row) : sum, total.value(column), row: row, column, base: look.total,
                format: format)
        }
    }

    /// What follows from the other columns of the row.
    private func derived(_ column: Column, _ row: Int) -> String {
        func cell(_ column: Column) -> String { "\(column.letter)\(row)" }
        func share(_ part: String, _ whole: Column) -> String {
            "IF(\(cell(whole))>0,ROUND(\(part)/\(cell(whole)),6),\"\")"
        }
        return switch column {
        case .itemAccuracy: share(cell(.agreed), .compared)
        case .gross: "ROUND(\(cell(.over))+\(cell(.short)),6)"
        case .net: "ROUND(\(cell(.over))-\(cell(.short)),6)"
        case .quantityAccuracy: share("(\(cell(.bookQuantity))-\(cell(.gross)))", .bookQuantity)
        case .grossValue: "ROUND(\(cell(.overValue))+\(cell(.shortValue)),2)"
        case .netValue: "ROUND(\(cell(.overValue))-\(cell(.shortValue)),2)"
        case .valueAccuracy: share("(\(cell(.bookValue))-\(cell(.grossValue)))", .bookValue)
        default: ""
        }
    }

    private func put(
        _ formula: String, _ result: StoredNumber?, row: Int, _ column: Column, base: Style, format: String
    ) {
        let style =
            column.isRatio
            ? look.percent(base).with { $0.isBold = true }
            : column.isMoney
                ? look.money(base)
                : column.rawValue < Column.bookQuantity.rawValue
                    ? look.count(base)
                    : look.figure(base, format)
        if let result {
            sheet.formula(formula, result: result, row: row, column: column.rawValue, style: book.style(style))
        } else {
            sheet.formula(formula, result: "", row: row, column: column.rawValue, style: book.style(style))
        }
    }

    private func addChart() {
        func series(_ column: Column, _ color: Color) -> Chart.Series {
            let rows = AccuracySheet.firstRow...lastRow
            return Chart.Series(
                name: column.label[language], categories: fixedRange(sheet: sheet.name, rows: rows, columns: 0...0),
                values: fixedRange(sheet: sheet.name, rows: rows, columns: column.rawValue...column.rawValue),
                color: color)
        }
        var chart = Chart(
            .columns, title: Labels.chart[language],
            series: [series(.overValue, 0x2E6B5E), series(.shortValue, 0xC0504D), series(.netValue, 0x7F7F7F)])
        chart.numberFormat = "#,##0.00"
        chart.showsLegend = true
        chart.font = look.base.font
        chart.width = 820
        chart.height = 320
        sheet.chart(chart, row: lastRow + 3, column: 0)
    }
}
