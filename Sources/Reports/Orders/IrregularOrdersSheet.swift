import Books
import Reconciler
import WorkbookWriter

/// The daily list for the supervisor 不合规则的订单: by day and salesperson, a row a fault.
struct IrregularOrdersSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    /// The rows, in order.
    let entries: [Entry]
    /// The salespeople with how many orders they sent and how many of them break a rule, those with most first.
    let salespeople: [Salesperson]

    private typealias Labels = OrdersLabels
    private var language: Language { edition.language }

    /// One fault of one order.
    struct Entry {
        let finding: Finding
        /// The order; `nil` for a fault that cannot be put down to one.
        let standing: OrderStanding?
        let salesperson: String
        /// Whether it is the first row of its order.
        let isFirst: Bool
        /// Which irregular order of this salesperson it is this month; 0 for a fault of no order.
        let times: Int
    }

    /// One salesperson's month.
    struct Salesperson {
        let name: String
        let orders: Int, irregular: Int
    }

    /// How many salespeople are listed of whom no order breaks a rule.
    private static let namesWithoutFault = 60

    init(edition: Edition, book: WorkbookWriter, sheet: SheetWriter) {
        self.edition = edition
        self.book = book
        self.sheet = sheet
        let desk = edition.reconciliation.orderDesk, findings = edition.reconciliation.findings
        let names = desk.standings.map { edition.salesperson($0.salesperson) }
        let faulty = desk.standings.indices.filter { !desk.standings[$0].faults.isEmpty }.sorted { left, right in
            let (one, other) = (desk.standings[left], desk.standings[right])
            let (day, otherDay) = (one.date?.number ?? .max, other.date?.number ?? .max)
            if day != otherDay { return day < otherDay }
            return names[left] == names[right] ? left < right : names[left] < names[right]
        }
        var entries: [Entry] = [], taken: Set<Int> = [], times: [String: Int] = [:]
        for place in faulty {
            let standing = desk.standings[place]
            times[names[place], default: 0] += 1
            for (order, fault) in standing.faults.enumerated() where findings.indices.contains(fault) {
                taken.insert(fault)
                entries.append(
                    Entry(
                        finding: findings[fault], standing: standing, salesperson: names[place], isFirst: order == 0,
                        times: times[names[place]] ?? 0))
            }
        }
        // A total over several orders belongs to none of them.
        for (place, finding) in findings.enumerated() where finding.code.hasPrefix("order.") && !taken.contains(place) {
            entries.append(
                Entry(
                    finding: finding, standing: nil, salesperson: Labels.notStated[edition.language], isFirst: false,
                    times: 0))
        }
        self.entries = entries
        var orders: [String: Int] = [:]
        for (symbol, count) in desk.ordersBySalesperson { orders[edition.salesperson(symbol), default: 0] += count }
        let named = Set(orders.keys).union(entries.map(\.salesperson)).map {
            Salesperson(name: $0, orders: orders[$0] ?? 0, irregular: times[$0] ?? 0)
        }.sorted { $0.irregular == $1.irregular ? $0.name < $1.name : $0.irregular > $1.irregular }
        let hasFault = Set(entries.map(\.salesperson))
        let without = named.filter { !hasFault.contains($0.name) }
        salespeople = named.filter { hasFault.contains($0.name) } + without.prefix(Self.namesWithoutFault)
    }

    private static let columns = [
        SheetColumn(Labels.number, 6), SheetColumn(Labels.date, 12), SheetColumn(Labels.salesperson, 13),
        SheetColumn(Labels.orderNumber, 17), SheetColumn(Labels.customer, 26), SheetColumn(Labels.channel, 13),
        SheetColumn(Labels.orderAmount, 14), SheetColumn(Labels.orderState, 12), SheetColumn(Labels.findingClass, 10),
        SheetColumn(Labels.fault, 24), SheetColumn(Labels.explanation, 54), SheetColumn(Labels.times, 10),
        SheetColumn(Labels.timesThisMonth, 10), SheetColumn(Labels.source, 30), SheetColumn(Labels.source, 30),
        SheetColumn(Labels.handling, 12, isEntry: true), SheetColumn(Labels.note, 24, isEntry: true),
        SheetColumn(Labels.handler, 12, isEntry: true), SheetColumn(Labels.handledOn, 12, isEntry: true),
        SheetColumn(Labels.code, 26), SheetColumn(Labels.id, 14),
    ]
    private static let headerRow = 4, firstRow = 5
    private var lastRow: Int {
        max(IrregularOrdersSheet.firstRow, IrregularOrdersSheet.firstRow + entries.count - 1)
    }

    /// A column's cells as a formula on another sheet writes them.
    enum Ranged: Int { case number = 0, date = 1, salesperson = 2, amount = 6, code = 19, id = 20 }

    func range(_ column: Ranged) -> String {
        fixedRange(
            sheet: sheet.name, rows: IrregularOrdersSheet.firstRow...lastRow,
            columns: column.rawValue...column.rawValue)
    }

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.irregularSheet[language]) \(edition.month.period)",
            subtitle: Labels.irregularHint[language])
        edition.header(IrregularOrdersSheet.columns, row: IrregularOrdersSheet.headerRow, sheet, book)
        let classes = Dictionary(
            uniqueKeysWithValues: FindingClass.allCases.map { ($0, TintedRow(edition.look, $0, book)) })
        let states = Dictionary(
            uniqueKeysWithValues: OrderState.allCases.map { ($0, TintedRow(edition.look, $0.findingClass, book)) })
        let cells = EntryCells(edition.look, book), plain = TintedRow(edition.look, .tied, book)
        let quiet = book.style(
            edition.look.textCell.with {
                $0.size = 8
                $0.color = Look.quiet
                $0.upright = .top
            })
        let places = Dictionary(uniqueKeysWithValues: salespeople.enumerated().map { ($1.name, $0) })
        var number = 0
        for (place, entry) in entries.enumerated() {
            if entry.isFirst { number += 1 }
            let row = IrregularOrdersSheet.firstRow + place
            writeOrder(entry, number: number, row: row, plain, states)
            writeFault(entry, row: row, classes[entry.finding.findingClass] ?? plain, quiet)
            writeTimes(entry, row: row, salesperson: places[entry.salesperson], plain)
            for column in 15...18 {
                let words = column == 15 ? HandlingState.open.words[language] : ""
                sheet.text(words, row: row, column: column, style: column == 18 ? cells.day : cells.text)
            }
        }
        if entries.isEmpty {
            sheet.text(
                Labels.nothingIrregular[language], row: IrregularOrdersSheet.firstRow, column: 3,
                style: book.style(edition.look.base))
        }
        edition.offerHandling(sheet, rows: IrregularOrdersSheet.firstRow...lastRow, state: 15, day: 18)
        edition.arrange(
            sheet, title: Labels.irregularSheet, headerRow: IrregularOrdersSheet.headerRow, lastRow: lastRow,
            lastColumn: IrregularOrdersSheet.columns.count - 1, frozenColumns: 4, printedColumns: 12, tab: 0xC00000)
    }

    private func writeOrder(
        _ entry: Entry, number: Int, row: Int, _ plain: TintedRow, _ states: [OrderState: TintedRow]
    ) {
        let month = edition.month, standing = entry.standing
        if entry.isFirst {
            sheet.number(StoredNumber(number), row: row, column: 0, style: plain.count)
        } else {
            sheet.blank(row: row, column: 0, style: plain.count)
        }
        sheet.day(standing?.date, row: row, column: 1, style: plain.day)
        sheet.text(entry.salesperson, row: row, column: 2, style: plain.center)
        sheet.text(standing.map { month.text($0.number) } ?? "", row: row, column: 3, style: plain.wrapped)
        sheet.text(standing.map { month.text($0.customer) } ?? "", row: row, column: 4, style: plain.wrapped)
        sheet.text(standing.map { edition.channel($0.channel) } ?? "", row: row, column: 5, style: plain.center)
        sheet.amount(entry.isFirst ? standing?.amount : nil, row: row, column: 6, style: plain.money)
        let state = standing.flatMap { states[$0.state] } ?? plain
        sheet.text(standing?.state.words[language] ?? "", row: row, column: 7, style: state.center)
    }

    private func writeFault(_ entry: Entry, row: Int, _ tinted: TintedRow, _ quiet: StyleID) {
        let finding = entry.finding, columns = IrregularOrdersSheet.columns
        let title = RuleWords.title(finding.code)[language], explanation = finding.explanation[language]
        sheet.text(finding.findingClass.words[language], row: row, column: 8, style: tinted.center)
        sheet.text(title, row: row, column: 9, style: tinted.wrapped)
        sheet.text(explanation, row: row, column: 10, style: tinted.wrapped)
        for (place, column) in [13, 14].enumerated() {
            guard place < finding.sources.count else {
                sheet.text("", row: row, column: column, style: tinted.text)
                continue
            }
            let cell = finding.sources[place].reference
            sheet.link(edition.link(cell), text: edition.shortName(cell), row: row, column: column, style: tinted.link)
        }
        sheet.text(finding.code, row: row, column: 19, style: quiet)
        sheet.text(finding.id, row: row, column: 20, style: quiet)
        sheet.height(
            Look.height([
                (explanation, columns[10].width), (title, columns[9].width),
                (entry.standing.map { edition.month.text($0.customer) } ?? "", columns[4].width),
            ]), row: row)
    }

    /// Which of this salesperson's irregular orders it is, and of how many: the second follows the summary's count.
    private func writeTimes(_ entry: Entry, row: Int, salesperson place: Int?, _ plain: TintedRow) {
        guard entry.times > 0, let place else {
            for column in [11, 12] { sheet.blank(row: row, column: column, style: plain.count) }
            return
        }
        sheet.number(StoredNumber(entry.times), row: row, column: 11, style: plain.count)
        sheet.formula(
            OrderSummarySheet.irregularCell(ofSalesperson: place, language),
            result: StoredNumber(salespeople[place].irregular), row: row, column: 12, style: plain.count)
    }
}
