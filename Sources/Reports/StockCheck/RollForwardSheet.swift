import Books
import Reconciler
import WorkbookWriter

/// The roll-forward 收发存: opening and movements against the stock book.
struct RollForwardSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter

    private typealias Labels = StockCheckLabels
    private var language: Language { edition.language }
    private var look: Look { edition.look }

    private static let headers = [
        Labels.warehouse, Labels.code, Labels.name, Labels.spec, Labels.unit, Labels.opening, Labels.received,
        Labels.transferredIn, Labels.issued, Labels.transferredOut, Labels.expected, Labels.stockBook,
        Labels.difference,
    ]
    private static let widths: [Double] = [16, 15, 26, 14, 7, 13, 13, 13, 13, 13, 13, 13, 20]
    private static let headerRow = 4, firstRow = 5

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.rollSheet[language]) \(edition.month.period)",
            subtitle: Labels.rollHint[language])
        for (column, header) in RollForwardSheet.headers.enumerated() {
            sheet.text(
                header[language], row: RollForwardSheet.headerRow, column: column, style: book.style(look.head))
            sheet.width(RollForwardSheet.widths[column], columns: column...column)
        }
        sheet.height(30, row: RollForwardSheet.headerRow)
        let lines = edition.reconciliation.stock
        let format = edition.quantityFormat(
            lines.flatMap { [$0.opening, $0.received, $0.issued, $0.transferredIn, $0.transferredOut, $0.book] })
        for (place, line) in lines.enumerated() { write(line, row: RollForwardSheet.firstRow + place, format: format) }
        let last = max(RollForwardSheet.firstRow, RollForwardSheet.firstRow + lines.count - 1)
        sheet.freeze(aboveRow: RollForwardSheet.firstRow, leftOfColumn: 3)
        sheet.filter(rows: RollForwardSheet.headerRow...last, columns: 0...(RollForwardSheet.headers.count - 1))
        sheet.hideGridLines()
        sheet.tab(0x1F3A5F)
        sheet.print(
            edition.printSetup(
                Labels.rollSheet[language], title: Labels.title, landscape: true,
                header: RollForwardSheet.headerRow...RollForwardSheet.headerRow))
        writeTotals(lines, row: last + 1, format: format)
    }

    /// Book − expected; `nil` where one of them is absent.
    private func difference(_ line: StockLine) -> Quantity? {
        guard let book = line.book, let expected = line.expected else { return nil }
        return try? book - expected
    }

    private func write(_ line: StockLine, row: Int, format: String) {
        let month = edition.month
        let difference = difference(line)
        let base = look.tinted(look.cell, (difference?.isZero ?? true) ? .tied : .difference)
        let text = book.style(look.tinted(look.textCell, (difference?.isZero ?? true) ? .tied : .difference))
        let figure = book.style(
            look.figure(base, format))
        let code =
            line.batch.isNone ? month.text(line.product) : "\(month.text(line.product)) / \(month.text(line.batch))"
        let words = [
            edition.warehouseName(line.warehouse), code, month.text(line.name), month.text(line.spec),
            month.text(line.unit),
        ]
        for (column, word) in words.enumerated() { sheet.text(word, row: row, column: column, style: text) }
        func zeroless(_ quantity: Quantity) -> Quantity? { quantity.isZero ? nil : quantity }
        let figures: [(Int, Quantity?)] = [
            (5, line.opening), (6, zeroless(line.received)), (7, zeroless(line.transferredIn)),
            (8, zeroless(line.issued)), (9, zeroless(line.transferredOut)), (11, line.book),
        ]
        for (column, value) in figures {
            if let value {
                sheet.number(value.stored, row: row, column: column, style: figure)
            } else {
                sheet.blank(row: row, column: column, style: figure)
            }
        }
        if let expected = line.expected {
            sheet.formula(
                "ROUND(F\(row)+G\(row)+H\(row)-I\(row)-J\(row),6)", result: expected.stored, row: row, column: 10,
                style: figure)
        } else {
            sheet.blank(row: row, column: 10, style: figure)
        }
        let formula = "IF(OR(K\(row)=\"\",L\(row)=\"\"),\"\",ROUND(L\(row)-K\(row),6))"
        if let difference {
            sheet.formula(formula, result: difference.stored, row: row, column: 12, style: figure)
        } else {
            sheet.formula(formula, result: "", row: row, column: 12, style: figure)
        }
    }

    private func writeTotals(_ lines: [StockLine], row: Int, format: String) {
        let label = book.style(look.total)
        for column in RollForwardSheet.headers.indices {
            sheet.text(column == 0 ? Labels.total[language] : "", row: row, column: column, style: label)
        }
        let style = book.style(
            look.figure(look.total, format))
        let sums: [Quantity] = [
            edition.sum(lines.map(\.opening)), edition.sum(lines.map(\.received)),
            edition.sum(lines.map(\.transferredIn)), edition.sum(lines.map(\.issued)),
            edition.sum(lines.map(\.transferredOut)), edition.sum(lines.map(\.expected)),
            edition.sum(lines.map(\.book)), edition.sum(lines.map(difference)),
        ]
        for (place, sum) in sums.enumerated() {
            let name = columnName(5 + place)
            sheet.formula(
                "ROUND(SUM(\(name)\(RollForwardSheet.firstRow):\(name)\(row - 1)),6)", result: sum.stored, row: row,
                column: 5 + place, style: style)
        }
    }
}
