import Books

/// Counts of a day after the period's end: what moved in between is in the count and not in the month's book.
extension StockRoll {
    /// Takes a document of a day after the period's end for the lines that were counted on that day or later.
    mutating func takeLater(
        _ row: Int, _ table: Table, _ day: Day, _ kind: DocumentKind, _ quantity: Quantity
    ) throws(Overflow) {
        switch kind {
        case .transfer:
            try takeLater(row, table, day, quantity.magnitude.negated, .warehouse)
            try takeLater(row, table, day, quantity.magnitude, .toWarehouse)
        case .adjustment: try takeLater(row, table, day, quantity, .warehouse)
        default:
            let size = kind == .reversal || kind == .salesReturn ? quantity.magnitude : quantity
            try takeLater(row, table, day, kind.direction < 0 ? size.negated : size, .warehouse)
        }
    }

    private mutating func takeLater(
        _ row: Int, _ table: Table, _ day: Day, _ effect: Quantity, _ warehouse: Field
    ) throws(Overflow) {
        guard let place = known(table, row, warehouse: warehouse), let counted = lines[place].countedAt, day <= counted
        else { return }
        let before = movedBeforeCount[place] ?? ([], .zero)
        movedBeforeCount[place] = (before.rows + [row], try before.quantity + effect)
    }

    /// Adds what moved before a later count to a book that is the period's end's for certain: the documents say just that.
    /// A book that agrees with the count is that of the count's day.
    mutating func countLater(_ place: Int, final: Quantity, book: Quantity) throws(Overflow) {
        guard let moved = movedBeforeCount[place], final != book, lines[place].expected == book else { return }
        lines[place].movedAfterCount = moved.quantity.negated
        records[place].afterCount = moved.rows
    }
}

extension StockLine {
    /// What moved between the period's end and the count, where the count is the later of the two.
    func movedBeforeCount(_ period: Period) -> Quantity? {
        guard let countedAt, countedAt > period.lastDay, !movedAfterCount.isZero else { return nil }
        return movedAfterCount.negated
    }
}
