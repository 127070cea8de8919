import Books
import Reconciler
import WorkbookWriter

/// The dispatch list 发货清单: every order that has not all left, in which state it is, why, and what releases it.
struct MayShipSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter
    /// The orders that are listed: by state, then by the day they are due.
    let listed: [OrderStanding]
    /// Orders that may ship and are only summed.
    private let unlisted: (count: Int, amount: Amount)

    private typealias Labels = OrdersLabels
    private var language: Language { edition.language }

    /// More orders than anybody looks through; what is held is listed first.
    static let listLimit = 20_000

    init(edition: Edition, book: WorkbookWriter, sheet: SheetWriter, listLimit: Int = Self.listLimit) {
        self.edition = edition
        self.book = book
        self.sheet = sheet
        let standings = edition.reconciliation.orderDesk.standings
        let ships = MayShipSheet.byDay(standings.filter { $0.state == .mayShip })
        let held = OrderState.open.dropFirst().flatMap { state in
            MayShipSheet.byDay(standings.filter { $0.state == state })
        }
        let shown = ships.prefix(max(listLimit - held.count, 0))
        listed = shown + held
        let rest = ships.dropFirst(shown.count)
        unlisted = (rest.count, edition.sum(rest.map(\.openAmount)))
    }

    /// By the day the goods are due, then as they stand: by number.
    private static func byDay(_ standings: [OrderStanding]) -> [OrderStanding] {
        standings.enumerated().sorted {
            let (left, right) = ($0.element.deliveryDate?.number ?? .max, $1.element.deliveryDate?.number ?? .max)
            return left == right ? $0.offset < $1.offset : left < right
        }.map(\.element)
    }

    private static let columns = [
        SheetColumn(Labels.number, 6), SheetColumn(Labels.orderState, 12), SheetColumn(Labels.orderNumber, 17),
        SheetColumn(Labels.customer, 26), SheetColumn(Labels.channel, 13), SheetColumn(Labels.salesperson, 13),
        SheetColumn(Labels.date, 12), SheetColumn(Labels.deliveryDate, 12), SheetColumn(Labels.settlement, 10),
        SheetColumn(Labels.orderAmount, 14), SheetColumn(Labels.openAmount, 14), SheetColumn(Labels.toPay, 14),
        SheetColumn(Labels.reason, 38), SheetColumn(Labels.release, 48), SheetColumn(Labels.source, 30),
        SheetColumn(Labels.decision, 14, isEntry: true), SheetColumn(Labels.decidedBy, 12, isEntry: true),
        SheetColumn(Labels.handledOn, 12, isEntry: true), SheetColumn(Labels.note, 24, isEntry: true),
    ]
    private static let sumsRow = 4, headerRow = 9, firstRow = 10
    private static let stateColumn = 1, openColumn = 10, payColumn = 11
    private var lastRow: Int { max(MayShipSheet.firstRow, MayShipSheet.firstRow + listed.count - 1) }

    private func range(_ column: Int) -> String {
        fixedRange(sheet: sheet.name, rows: MayShipSheet.firstRow...lastRow, columns: column...column)
    }

    /// Where the sums of a state stand: count, amount and what is to be paid.
    func sumCells(_ state: OrderState) -> [String] {
        let column = 2 + (OrderState.open.firstIndex(of: state) ?? 0)
        return (1...3).map {
            quotedSheetName(sheet.name) + "!" + fixedCellName(row: MayShipSheet.sumsRow + $0, column: column)
        }
    }

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.mayShipSheet[language]) \(edition.month.period)",
            subtitle: Labels.mayShipHint[language])
        writeSums()
        edition.header(MayShipSheet.columns, row: MayShipSheet.headerRow, sheet, book)
        let tinted = Dictionary(
            uniqueKeysWithValues: OrderState.open.map { ($0, TintedRow(edition.look, $0.findingClass, book)) })
        let plain = TintedRow(edition.look, .tied, book), entries = EntryCells(edition.look, book)
        for (place, standing) in listed.enumerated() {
            write(
                standing, number: place + 1, row: MayShipSheet.firstRow + place, tinted[standing.state] ?? plain, plain,
                entries)
        }
        if listed.isEmpty {
            sheet.text(
                Labels.noOpenOrders[language], row: MayShipSheet.firstRow, column: 2,
                style: book.style(edition.look.base))
        }
        arrange()
    }

    // MARK: Sums

    /// A state's orders, their amounts and what is to be paid, as the program worked them out.
    static func sums(_ desk: OrderDesk, _ state: OrderState, _ edition: Edition) -> [StoredNumber] {
        let own = desk.standings.filter { $0.state == state }
        return [
            StoredNumber(own.count), edition.sum(own.map(\.openAmount)).stored, edition.sum(own.map(\.toPay)).stored,
        ]
    }

    /// Four rows: the states, how many orders each has, what of them is open, and what is to be paid first.
    private func writeSums() {
        let look = edition.look, desk = edition.reconciliation.orderDesk
        let heads = [Labels.orderState, Labels.orders, Labels.openAmount, Labels.toPay]
        let open = desk.standings.filter { OrderState.open.contains($0.state) }
        let totals = [
            StoredNumber(open.count), edition.sum(open.map(\.openAmount)).stored, edition.sum(open.map(\.toPay)).stored,
        ]
        for (line, head) in heads.enumerated() {
            let row = MayShipSheet.sumsRow + line, isCount = line == 1
            sheet.text(head[language], row: row, column: MayShipSheet.stateColumn, style: book.style(look.head))
            for (place, state) in OrderState.open.enumerated() { write(state, line: line, column: 2 + place) }
            if line == 0 {
                sheet.text(Labels.total[language], row: row, column: 6, style: book.style(look.head))
            } else {
                sheet.formula(
                    "ROUND(SUM(C\(row):F\(row)),2)", result: totals[line - 1], row: row, column: 6,
                    style: book.style(isCount ? look.count(look.total) : look.dashedMoney(look.total)))
            }
        }
        guard unlisted.count > 0 else { return }
        let row = MayShipSheet.sumsRow + heads.count
        sheet.text(Labels.notListed(unlisted.count)[language], row: row, column: 2, style: book.style(look.subtitle))
        sheet.number(StoredNumber(unlisted.count), row: row, column: 9, style: book.style(look.count(look.cell)))
        sheet.number(unlisted.amount.stored, row: row, column: 10, style: book.style(look.money(look.cell)))
    }

    /// A state's name, or one of its sums.
    private func write(_ state: OrderState, line: Int, column: Int) {
        let look = edition.look, row = MayShipSheet.sumsRow + line
        if line == 0 {
            return sheet.text(
                state.words[language], row: row, column: column,
                style: book.style(look.tinted(look.centered, state.findingClass).with { $0.isBold = true }))
        }
        let states = range(MayShipSheet.stateColumn), word = cellName(row: MayShipSheet.sumsRow, column: column)
        let isFirst = state == .mayShip, style = look.tinted(look.cell, state.findingClass)
        let formulas = [
            "COUNTIF(\(states),\(word))" + (isFirst ? "+N($J$8)" : ""),
            "ROUND(SUMIF(\(states),\(word),\(range(MayShipSheet.openColumn)))" + (isFirst ? "+N($K$8)" : "") + ",2)",
            "ROUND(SUMIF(\(states),\(word),\(range(MayShipSheet.payColumn))),2)",
        ]
        sheet.formula(
            formulas[line - 1], result: MayShipSheet.sums(edition.reconciliation.orderDesk, state, edition)[line - 1],
            row: row, column: column, style: book.style(line == 1 ? look.count(style) : look.dashedMoney(style)))
    }

    // MARK: Orders

    private func write(
        _ standing: OrderStanding, number: Int, row: Int, _ tinted: TintedRow, _ plain: TintedRow, _ entries: EntryCells
    ) {
        let month = edition.month
        sheet.number(StoredNumber(number), row: row, column: 0, style: plain.count)
        sheet.text(standing.state.words[language], row: row, column: MayShipSheet.stateColumn, style: tinted.center)
        sheet.text(month.text(standing.number), row: row, column: 2, style: plain.wrapped)
        sheet.text(month.text(standing.customer), row: row, column: 3, style: plain.wrapped)
        sheet.text(edition.channel(standing.channel), row: row, column: 4, style: plain.center)
        sheet.text(edition.salesperson(standing.salesperson), row: row, column: 5, style: plain.center)
        sheet.day(standing.date, row: row, column: 6, style: plain.day)
        sheet.day(standing.deliveryDate, row: row, column: 7, style: plain.day)
        sheet.text(edition.settlement(standing.settlement), row: row, column: 8, style: plain.center)
        sheet.amount(standing.amount, row: row, column: 9, style: plain.money)
        sheet.amount(standing.openAmount, row: row, column: MayShipSheet.openColumn, style: plain.money)
        sheet.amount(standing.toPay, row: row, column: MayShipSheet.payColumn, style: tinted.money)
        let ships = standing.state == .mayShip
        let reasons =
            ships ? Labels.nothingMissing[language] : MayShipSheet.lines(standing.holds.map(\.reason), language)
        let part = standing.isPartlyShipped ? [Labels.shipTheRest] : ships ? [Labels.ship] : []
        let releases = MayShipSheet.lines(standing.holds.map(\.release) + part, language)
        sheet.text(reasons, row: row, column: 12, style: tinted.wrapped)
        sheet.text(releases, row: row, column: 13, style: tinted.wrapped)
        let cell = month.cell(standing.origin, .orderNumber)
        sheet.link(edition.link(cell), text: edition.shortName(cell), row: row, column: 14, style: plain.link)
        for column in 15...18 {
            sheet.text("", row: row, column: column, style: column == 17 ? entries.day : entries.text)
        }
        let columns = MayShipSheet.columns
        sheet.height(
            Look.height([
                (reasons, columns[12].width), (releases, columns[13].width),
                (month.text(standing.customer), columns[3].width), (month.text(standing.number), columns[2].width),
            ]), row: row)
    }

    /// Several things one under the other, numbered where there are more than one.
    static func lines(_ phrases: [Phrase], _ language: Language) -> String {
        if phrases.count < 2 { return phrases.first?[language] ?? "" }
        return phrases.enumerated().map { "\($0 + 1). \($1[language])" }.joined(separator: "\n")
    }

    private func arrange() {
        sheet.offerList(
            Labels.decisions.map { $0[language] }, rows: MayShipSheet.firstRow...lastRow, columns: 15...15,
            title: Labels.chooseTitle[language], message: Labels.chooseMessage[language])
        sheet.allowDays(
            rows: MayShipSheet.firstRow...lastRow, columns: 17...17, title: Labels.handledOn[language],
            message: Labels.dayMessage[language])
        edition.arrange(
            sheet, title: Labels.mayShipSheet, headerRow: MayShipSheet.headerRow, lastRow: lastRow,
            lastColumn: MayShipSheet.columns.count - 1, frozenColumns: 3, printedColumns: 13, tab: 0x375623)
    }
}
