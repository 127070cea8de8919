import Books

extension Findings {
    /// Adds a finding about a product in a warehouse.
    mutating func addStock(
        _ line: StockLine, expected: Quantity?, actual: Quantity?, difference: Quantity? = nil, amount: Amount? = nil,
        sources: [Source], isTolerated: Bool = false, _ chinese: String, _ english: String, reason: Symbol = .none
    ) {
        var key = [part(.warehouse, line.warehouse), part(.productCode, line.product)]
        if !line.batch.isNone { key.append(part(.batch, line.batch)) }
        add(
            key: key, party: line.warehouse, expected: expected.map(Figure.quantity),
            actual: actual.map(Figure.quantity), difference: difference.map(Figure.quantity), unit: line.unit,
            amount: amount, sources: sources, isTolerated: isTolerated, chinese, english,
            reason: reason.isNone ? nil : month.text(reason))
    }

    /// Adds the counts that differ from the book in one direction.
    mutating func addCounts(
        _ examination: Examination, _ chinese: String, _ english: String, where isWanted: (Quantity) -> Bool
    ) throws(Overflow) {
        let hasStock = month.has(.stock)
        try examination.eachStockLine { (line, records) throws(Overflow) in
            guard let difference = try examination.countDifference(line), isWanted(difference),
                let held = line.held(hasStockBook: hasStock), let final = line.final
            else { return }
            let expected = try held - line.movedAfterCount
            let before = line.movedBeforeCount(examination.month.period)
            let moved =
                line.movedAfterCount.isZero
                ? Phrase("", "")
                : before.map {
                    Phrase("（已算上期末到盘点之间的出入库 \($0)）", " (with \($0) that moved between the period's end and the count)")
                }
                    ?? Phrase("（已倒推盘点后出入库 \(line.movedAfterCount)）", " (\(line.movedAfterCount) moved after the count)")
            addStock(
                line, expected: expected, actual: final, difference: difference, amount: line.value,
                sources: bookSources(records) + countSources(records),
                isTolerated: examination.isToleratedCount(line),
                "账面 \(expected)\(moved.chinese)，实盘 \(final)，\(chinese) \(difference.magnitude)。",
                "On the book \(expected)\(moved.english), counted \(final), \(english) by \(difference.magnitude).",
                reason: line.reason)
        }
    }

    /// The cells of what is on the book: the stock book's, or without one the opening's and the movements'.
    func bookSources(_ records: StockRoll.Records) -> [Source] {
        if !records.stock.isEmpty { return sources(month[.stock], records.stock, .quantity) }
        return sources(month[.opening], records.opening, .quantity)
            + sources(month[.movements], records.movements, .quantity)
    }

    /// The cells of the count: the recount where there is one.
    func countSources(_ records: StockRoll.Records) -> [Source] {
        records.counts.prefix(12).map { row in
            let isRecounted = month[.counts].number(.recountQuantity, row) != nil
            return source(month[.counts], row, isRecounted ? .recountQuantity : .countedQuantity)
        }
    }
}

extension Examination {
    /// Visits each product in each warehouse.
    func eachStockLine(_ visit: (StockLine, StockRoll.Records) throws(Overflow) -> Void) throws(Overflow) {
        let roll = try stock()
        for (line, records) in zip(roll.lines, roll.records) { try visit(line, records) }
    }

    /// Whether a count lies within the tolerance of what the books hold.
    func isToleratedCount(_ line: StockLine) -> Bool {
        guard let held = line.held(hasStockBook: month.has(.stock)), let final = line.final,
            let expected = try? held - line.movedAfterCount
        else { return false }
        return settings.tolerates(final, expected: expected)
    }

    /// How a counted line stands to what the books hold; `nil` where one side is absent or a finding of the
    /// roll-forward is the cause.
    func countDifference(_ line: StockLine) throws(Overflow) -> Quantity? {
        guard let difference = line.difference, !difference.isZero else { return nil }
        // The count agrees with the roll-forward: the stock book is wrong, and that is its own finding.
        if month.has(.stock), let expected = line.expected, let book = line.book, expected != book,
            let final = line.final, try final == expected - line.movedAfterCount
        {
            return nil
        }
        return difference
    }
}
