import Books
import Reconciler
import WorkbookWriter

/// The first differences 首次差异: what the first count did not find as the book says, what the recount found, and why.
struct FirstDifferencesSheet {
    let edition: Edition
    let book: WorkbookWriter
    let sheet: SheetWriter

    private typealias Labels = StockCheckLabels
    private var language: Language { edition.language }
    private var look: Look { edition.look }

    private static let headers = [
        Labels.number, Labels.warehouse, Labels.code, Labels.name, Labels.spec, Labels.unit, Labels.book,
        Labels.counted, Labels.firstDifference, Labels.recounted, Labels.finalDifference, Labels.result,
        Labels.unitCost, Labels.value, Labels.reason, Labels.remarks,
    ]
    private static let widths: [Double] = [6, 14, 15, 24, 14, 6, 11, 11, 11, 11, 11, 24, 11, 13, 14, 30]
    private static let headerRow = 4, firstRow = 5

    /// A line of the list, with the book as it stood when it was counted.
    private struct Entry {
        let line: StockLine
        let held: Quantity?
        let first: Quantity?
        let final: Quantity?
    }

    private func entries() -> [Entry] {
        edition.reconciliation.stock.compactMap { line in
            let held = edition.held(line).flatMap { try? $0 - line.movedAfterCount }
            if held == nil, line.final == nil { return nil }
            if let held, line.final == nil, held.isZero { return nil }
            func difference(_ count: Quantity?) -> Quantity? {
                guard let count, let held else { return nil }
                return try? count - held
            }
            // A line that was only recounted has its recount for a first count.
            let first = difference(line.counted ?? line.final), final = difference(line.final)
            if let first, let final, first.isZero, final.isZero { return nil }
            if line.final == nil, !edition.month.has(.counts) { return nil }
            return Entry(line: line, held: held, first: first, final: final)
        }
    }

    func write() {
        edition.heading(
            sheet, book, title: "\(Labels.firstSheet[language]) \(edition.month.period)",
            subtitle: Labels.firstHint[language])
        for (column, header) in FirstDifferencesSheet.headers.enumerated() {
            let style = column >= 14 ? look.entryHead : look.head
            sheet.text(
                header[language], row: FirstDifferencesSheet.headerRow, column: column, style: book.style(style))
            sheet.width(FirstDifferencesSheet.widths[column], columns: column...column)
        }
        sheet.height(24, row: FirstDifferencesSheet.headerRow)
        let entries = entries()
        let last = max(FirstDifferencesSheet.firstRow, FirstDifferencesSheet.firstRow + entries.count - 1)
        let format = edition.quantityFormat(
            entries.flatMap { [$0.held, $0.line.counted, $0.line.recounted, $0.first] })
        for (place, entry) in entries.enumerated() { write(entry, number: place + 1, format: format) }
        if entries.isEmpty {
            sheet.text(
                Labels.noDifferences[language], row: last, column: 1, style: book.style(look.base))
        }
        arrange(last: last)
        writeTotals(entries, row: last + 1, format: format)
    }

    private func write(_ entry: Entry, number: Int, format: String) {
        let row = FirstDifferencesSheet.firstRow + number - 1, month = edition.month, line = entry.line
        let base = look.tinted(look.cell, edition.findingClass(line))
        let text = book.style(look.tinted(look.textCell, edition.findingClass(line)))
        let figure = book.style(
            look.figure(base, format))
        let written = book.style(look.entry.with { $0.wraps = true })
        sheet.number(StoredNumber(number), row: row, column: 0, style: book.style(base.with { $0.across = .center }))
        let code =
            line.batch.isNone ? month.text(line.product) : "\(month.text(line.product)) / \(month.text(line.batch))"
        let words = [
            edition.warehouseName(line.warehouse), code, month.text(line.name), month.text(line.spec),
            month.text(line.unit),
        ]
        for (place, word) in words.enumerated() { sheet.text(word, row: row, column: 1 + place, style: text) }
        put(entry.held, row, 6, figure)
        put(line.counted, row, 7, figure)
        formula(
            "IF(OR(G\(row)=\"\",H\(row)=\"\"),\"\",ROUND(H\(row)-G\(row),6))", line.counted == nil ? nil : entry.first,
            row, 8, figure)
        put(line.recounted, row, 9, figure)
        formula(
            "IF(OR(G\(row)=\"\",COUNT(H\(row),J\(row))=0),\"\",ROUND(IF(J\(row)=\"\",H\(row),J\(row))-G\(row),6))",
            entry.final, row, 10, figure)
        sheet.text(result(entry)[language], row: row, column: 11, style: text)
        writeMoney(entry, row: row, base: base, figure: figure)
        sheet.text(Reason.words(month.text(line.reason), language), row: row, column: 14, style: written)
        sheet.text(edition.remarks(line), row: row, column: 15, style: written)
    }

    private func writeMoney(_ entry: Entry, row: Int, base: Style, figure: StyleID) {
        if let cost = entry.line.unitCost {
            let format = Look.format(units: cost.compared, decimals: 4, atLeast: 2)
            sheet.number(
                cost.stored, row: row, column: 12,
                style: book.style(
                    look.figure(base, format)))
        } else {
            sheet.blank(row: row, column: 12, style: figure)
        }
        let value = "IF(OR(K\(row)=\"\",M\(row)=\"\"),\"\",ROUND(K\(row)*M\(row),2))"
        let money = book.style(look.dashedMoney(base))
        let worth = entry.final.flatMap { final in entry.line.unitCost.flatMap { try? $0.times(final) } }
        if let worth {
            sheet.formula(value, result: worth.stored, row: row, column: 13, style: money)
        } else {
            sheet.formula(value, result: "", row: row, column: 13, style: money)
        }
    }

    private func result(_ entry: Entry) -> Phrase {
        guard entry.held != nil else { return Labels.notOnBook }
        guard let final = entry.final else { return Labels.notCounted }
        guard entry.line.recounted != nil else { return Labels.notRecounted }
        if final.isZero { return Labels.recountAgrees }
        return entry.line.recounted == entry.line.counted ? Labels.recountConfirms : Labels.recountDiffers
    }

    private func put(_ value: Quantity?, _ row: Int, _ column: Int, _ style: StyleID) {
        if let value {
            sheet.number(value.stored, row: row, column: column, style: style)
        } else {
            sheet.blank(row: row, column: column, style: style)
        }
    }

    private func formula(_ formula: String, _ result: Quantity?, _ row: Int, _ column: Int, _ style: StyleID) {
        if let result {
            sheet.formula(formula, result: result.stored, row: row, column: column, style: style)
        } else {
            sheet.formula(formula, result: "", row: row, column: column, style: style)
        }
    }

    private func writeTotals(_ entries: [Entry], row: Int, format: String) {
        let label = book.style(look.total)
        for column in FirstDifferencesSheet.headers.indices {
            sheet.text(column == 0 ? Labels.total[language] : "", row: row, column: column, style: label)
        }
        func sumOf(_ column: Int, _ decimals: Int) -> String {
            let name = columnName(column)
            return "ROUND(SUM(\(name)\(FirstDifferencesSheet.firstRow):\(name)\(row - 1)),\(decimals))"
        }
        let figure = book.style(
            look.figure(look.total, format))
        let firsts = entries.map { $0.line.counted == nil ? nil : $0.first }
        sheet.formula(sumOf(8, 6), result: edition.sum(firsts).stored, row: row, column: 8, style: figure)
        sheet.formula(
            sumOf(10, 6), result: edition.sum(entries.map(\.final)).stored, row: row, column: 10, style: figure)
        let worths = entries.map { entry in
            entry.final.flatMap { final in entry.line.unitCost.flatMap { try? $0.times(final) } }
        }
        sheet.formula(
            sumOf(13, 2), result: edition.sum(worths).stored, row: row, column: 13,
            style: book.style(look.money(look.total)))
    }

    private func arrange(last: Int) {
        sheet.offerList(
            Reason.allCases.filter(\.concernsStock).map { $0.words[language] },
            rows: FirstDifferencesSheet.firstRow...last, columns: 14...14, title: Labels.chooseTitle[language],
            message: Labels.chooseMessage[language])
        sheet.freeze(aboveRow: FirstDifferencesSheet.firstRow, leftOfColumn: 4)
        sheet.filter(
            rows: FirstDifferencesSheet.headerRow...last, columns: 0...(FirstDifferencesSheet.headers.count - 1))
        sheet.hideGridLines()
        sheet.tab(0xC00000)
        sheet.print(
            edition.printSetup(
                Labels.firstSheet[language], title: Labels.title, landscape: true,
                header: FirstDifferencesSheet.headerRow...FirstDifferencesSheet.headerRow))
    }
}
