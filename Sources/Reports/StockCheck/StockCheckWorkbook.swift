import Books
import Reconciler
import WorkbookWriter

/// The stock-check workbook 月度盘点表: count sheets to print and sign, first differences, roll-forward and accuracy.
struct StockCheckWorkbook {
    let edition: Edition

    /// Writes the workbook.
    ///
    /// - Throws: `WritingError`; what stood there before then still stands there.
    func write(to path: String) throws {
        try WorkbookWriter.write(to: path, properties: edition.properties(StockCheckLabels.title)) { book in
            book.defaultStyle = edition.look.base
            let language = edition.language
            let accuracy = try book.addSheet(StockCheckLabels.accuracySheet[language])
            let counts = try warehouses().map { name, lines in
                CountSheet(
                    edition: edition, book: book,
                    sheet: try book.addLongSheet(
                        StockCheckLabels.countSheet(name)[language], rowHeight: CountSheet.rowHeight),
                    warehouse: name, lines: lines
                )
            }
            let first = try book.addLongSheet(StockCheckLabels.firstSheet[language], rowHeight: Look.rowHeight)
            let roll = try book.addLongSheet(StockCheckLabels.rollSheet[language], rowHeight: Look.rowHeight)

            for count in counts { count.write() }
            FirstDifferencesSheet(edition: edition, book: book, sheet: first).write()
            RollForwardSheet(edition: edition, book: book, sheet: roll).write()
            AccuracySheet(edition: edition, book: book, sheet: accuracy, counts: counts).write()
            accuracy.activate()
        }
    }

    /// The stock lines warehouse by warehouse, in the order of the result.
    private func warehouses() -> [(String, [StockLine])] {
        var order: [Symbol] = [], lines: [Symbol: [StockLine]] = [:]
        for line in edition.reconciliation.stock {
            if lines[line.warehouse] == nil { order.append(line.warehouse) }
            lines[line.warehouse, default: []].append(line)
        }
        return order.map { (edition.warehouseName($0), lines[$0] ?? []) }
    }
}

extension Edition {
    /// A warehouse's name; words for none.
    func warehouseName(_ symbol: Symbol) -> String {
        symbol.isNone ? StockCheckLabels.noWarehouse[language] : month.text(symbol)
    }

    /// What the count is held against: the stock book; without one, what the roll-forward expects.
    func held(_ line: StockLine) -> Quantity? { month.has(.stock) ? line.book : line.expected }

    /// A stock line's class for its colour: that of the weightiest finding about it.
    func findingClass(_ line: StockLine) -> FindingClass {
        let classes = line.codes.compactMap { RuleBook.rule($0)?.findingClass }
        let weight: [FindingClass] = [.missing, .difference, .duplicate, .incomplete, .timing, .tolerated]
        return weight.first { classes.contains($0) } ?? .tied
    }

    /// What was found about a stock line, in words.
    func remarks(_ line: StockLine) -> String {
        var said: [String] = []
        for code in line.codes where code != "stock.count-over" && code != "stock.count-short" {
            let title = RuleWords.title(code)[language]
            if !said.contains(title) { said.append(title) }
        }
        return said.joined(separator: language == .chinese ? "；" : "; ")
    }

    /// The number format for a column of quantities.
    func quantityFormat(_ quantities: some Sequence<Quantity?>) -> String {
        Look.format(
            of: quantities.compactMap { $0?.units }, decimals: Quantity.decimals, atLeast: 0, dashForNought: true)
    }

    /// Sums that cannot overflow, cut off at the largest number, far past what Excel shows.
    func sum(_ quantities: some Sequence<Quantity?>) -> Quantity {
        Quantity(units: Int64(clamping: quantities.reduce(Int128(0)) { $0 + Int128($1?.units ?? 0) }))
    }

    /// The sum of amounts, cut off like that of quantities.
    func sum(_ amounts: some Sequence<Amount?>) -> Amount {
        Amount(units: Int64(clamping: amounts.reduce(Int128(0)) { $0 + Int128($1?.units ?? 0) }))
    }
}
