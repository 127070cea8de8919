import Books
import Reconciler
import WorkbookWriter

/// The orders to key in 待录入订单: a line a row, in the order in which the book system asks for it.
struct KeyInSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter

    private typealias Labels = OrdersLabels
    private var language: Language { edition.language }
    private var desk: OrderDesk { edition.reconciliation.orderDesk }

    private static let columns = [
        SheetColumn(Labels.number, 6), SheetColumn(Labels.orderNumber, 17), SheetColumn(Labels.date, 12),
        SheetColumn(Labels.customerCode, 13), SheetColumn(Labels.customer, 26), SheetColumn(Labels.productCode, 14),
        SheetColumn(Labels.productName, 22), SheetColumn(Labels.spec, 14), SheetColumn(Labels.unit, 7),
        SheetColumn(Labels.quantity, 11), SheetColumn(Labels.unitPrice, 11), SheetColumn(Labels.discount, 8),
        SheetColumn(Labels.amount, 14), SheetColumn(Labels.settlement, 10), SheetColumn(Labels.warehouse, 12),
        SheetColumn(Labels.deliveryDate, 12), SheetColumn(Labels.salesperson, 12), SheetColumn(Labels.channel, 10),
        SheetColumn(Labels.consignee, 12), SheetColumn(Labels.phone, 16), SheetColumn(Labels.address, 32),
        SheetColumn(Labels.note, 18), SheetColumn(Labels.source, 30),
        SheetColumn(Labels.keyedIn, 11, isEntry: true), SheetColumn(Labels.bookNumber, 14, isEntry: true),
        SheetColumn(Labels.keyedInBy, 11, isEntry: true), SheetColumn(Labels.handledOn, 12, isEntry: true),
    ]
    private static let headerRow = 4, firstRow = 5, warehouseColumn = 14, sourceColumn = 22
    private var lastRow: Int { max(KeyInSheet.firstRow, KeyInSheet.firstRow + desk.lines.count - 1) }

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.keyInSheet[language]) \(edition.month.period)",
            subtitle: desk.linesNotListed > 0
                ? Labels.linesNotListed(desk.linesNotListed)[language] : Labels.keyInHint[language])
        edition.header(KeyInSheet.columns, row: KeyInSheet.headerRow, sheet, book)
        let styles = Styles(edition.look, book, quantities: edition.quantityFormat(desk.lines.map(\.quantity)))
        var isShaded = false
        for (place, line) in desk.lines.enumerated() {
            // Orders are told apart by their shade, so that a clerk does not slip from one into the next.
            if place > 0, desk.lines[place - 1].standing != line.standing { isShaded.toggle() }
            write(
                line, number: place + 1, row: KeyInSheet.firstRow + place, isShaded ? styles.shaded : styles.plain,
                styles)
        }
        if desk.lines.isEmpty {
            sheet.text(
                Labels.nothingToKeyIn[language], row: KeyInSheet.firstRow, column: 1,
                style: book.style(edition.look.base))
        }
        arrange()
        writeTotal()
    }

    /// The styles of a line's cells, plain or shaded.
    private struct Styles {
        struct Line {
            let text: StyleID, center: StyleID, day: StyleID, quantity: StyleID, money: StyleID, link: StyleID
            let style: Style

            init(_ base: Style, _ look: Look, _ book: WorkbookWriter, _ quantities: String) {
                let worded = base.with {
                    $0.numberFormat = "@"
                    $0.across = .left
                    $0.indent = 1
                }
                style = base
                text = book.style(worded)
                center = book.style(base.with { $0.across = .center })
                day = book.style(
                    base.with {
                        $0.across = .center
                        $0.numberFormat = "yyyy-mm-dd"
                    })
                quantity = book.style(look.figure(base, quantities))
                money = book.style(look.money(base))
                link = book.style(look.link(worded))
            }
        }

        let plain: Line, shaded: Line
        let entries: EntryCells

        init(_ look: Look, _ book: WorkbookWriter, quantities: String) {
            plain = Line(look.cell, look, book, quantities)
            shaded = Line(look.cell.with { $0.fill = Look.shade }, look, book, quantities)
            entries = EntryCells(look, book)
        }
    }

    private func write(_ line: OrderLine, number: Int, row: Int, _ style: Styles.Line, _ styles: Styles) {
        guard desk.standings.indices.contains(line.standing) else { return }
        let month = edition.month, order = desk.standings[line.standing]
        sheet.number(StoredNumber(number), row: row, column: 0, style: style.center)
        let words: [(Int, Symbol)] = [
            (1, order.number), (3, order.customerCode), (4, order.customer), (5, line.productCode),
            (6, line.productName), (7, line.spec), (18, line.consignee), (19, line.phone), (20, line.address),
            (21, line.remark),
        ]
        for (column, symbol) in words { sheet.text(month.text(symbol), row: row, column: column, style: style.text) }
        sheet.day(order.date, row: row, column: 2, style: style.day)
        sheet.text(month.text(line.unit), row: row, column: 8, style: style.center)
        writeFigures(line, row: row, style)
        sheet.text(edition.settlement(order.settlement), row: row, column: 13, style: style.center)
        sheet.text(
            month.text(line.warehouse), row: row, column: KeyInSheet.warehouseColumn,
            style: line.warehouse.isNone ? styles.entries.text : style.text)
        sheet.day(order.deliveryDate, row: row, column: 15, style: style.day)
        sheet.text(edition.salesperson(order.salesperson), row: row, column: 16, style: style.center)
        sheet.text(edition.channel(order.channel), row: row, column: 17, style: style.center)
        let cell = month.cell(line.origin, .quantity)
        sheet.link(
            edition.link(cell), text: edition.shortName(cell), row: row, column: KeyInSheet.sourceColumn,
            style: style.link)
        for column in 23...26 {
            sheet.text("", row: row, column: column, style: column == 26 ? styles.entries.day : styles.entries.text)
        }
    }

    private func writeFigures(_ line: OrderLine, row: Int, _ style: Styles.Line) {
        if let quantity = line.quantity {
            sheet.number(quantity.stored, row: row, column: 9, style: style.quantity)
        } else {
            sheet.blank(row: row, column: 9, style: style.quantity)
        }
        edition.write(line.unitPrice.map(Figure.price), sheet, row: row, column: 10, style: style.style, book)
        if let discount = line.discount {
            sheet.number(
                discount.stored, row: row, column: 11,
                style: book.style(edition.look.figure(style.style, "0.######")))
        } else {
            sheet.blank(row: row, column: 11, style: style.quantity)
        }
        sheet.amount(line.amount, row: row, column: 12, style: style.money)
    }

    private func writeTotal() {
        let look = edition.look, row = lastRow + 1
        for column in 0...KeyInSheet.sourceColumn {
            sheet.text(
                column == 0 ? Labels.total[language] : "", row: row, column: column, style: book.style(look.total))
        }
        sheet.formula(
            "ROUND(SUM(M\(KeyInSheet.firstRow):M\(lastRow)),2)", result: edition.sum(desk.lines.map(\.amount)).stored,
            row: row, column: 12, style: book.style(look.money(look.total)))
    }

    private func arrange() {
        let rows = KeyInSheet.firstRow...lastRow
        sheet.offerList(
            Labels.keyedInChoices.map { $0[language] }, rows: rows, columns: 23...23,
            title: Labels.chooseTitle[language], message: Labels.chooseMessage[language])
        sheet.allowDays(
            rows: rows, columns: 26...26, title: Labels.handledOn[language], message: Labels.dayMessage[language])
        edition.arrange(
            sheet, title: Labels.keyInSheet, headerRow: KeyInSheet.headerRow, lastRow: lastRow,
            lastColumn: KeyInSheet.columns.count - 1, frozenColumns: 2, printedColumns: 16, tab: 0x1F3A5F)
    }
}
