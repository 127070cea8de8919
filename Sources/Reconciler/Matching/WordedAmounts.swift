import Books

/// The amounts in words that order sheets carry, each with the figures it may stand for.
struct WordedAmounts {
    /// One amount in words.
    struct Statement {
        /// The order, or none where the sum is of several.
        let order: Symbol
        let customer: Symbol
        let words: String
        let cell: CellReference
        /// What the sheet itself says in figures: the total that is stated, else the sum of the lines.
        let figure: Amount
        /// The lines it is the sum of, and what is charged besides them.
        let rows: [Int]
        let besides: Int64
        /// The cell of that total; `nil` where only the lines give it.
        let figureCell: CellReference?
        /// Sums that the words may say besides, because another finding speaks of the difference.
        let alternatives: [Amount]
    }

    /// Every amount in words, in the order of the regions.
    let statements: [Statement]

    init(_ month: Month, orders: OrderBook, parties: Parties) throws(Overflow) {
        let table = orders.table
        let regions = month.regions.indices.filter { month.regions[$0].book == .orders }
        guard table.has(.amountInWords) || regions.contains(where: { month.regions[$0].hasTotalInWords }) else {
            statements = []
            return
        }
        var rows: [Int32: [Int]] = [:]
        for row in table.rows { rows[table.origins[row].region, default: []].append(row) }
        var found: [Statement] = []
        for place in regions {
            let own = rows[Int32(place)] ?? []
            if month.regions[place].hasTotalInWords {
                found += try WordedAmounts.totals(month, place, table, own, parties)
            } else if table.has(.amountInWords) {
                found += try WordedAmounts.columns(month, place, table, own, parties)
            }
        }
        statements = found
    }

    /// Totals with words beside them.
    private static func totals(
        _ month: Month, _ place: Int, _ table: Table, _ rows: some Collection<Int>, _ parties: Parties
    )
        throws(Overflow) -> [Statement]
    {
        let region = month.regions[place]
        var found: [Statement] = []
        for total in region.totals {
            guard let words = total.words else { continue }
            let covered = rows.filter { table.origins[$0].row >= total.firstRow && table.origins[$0].row < total.row }
            let numbers = Set(covered.map { table.symbol(.orderNumber, $0) })
            found.append(
                Statement(
                    order: numbers.count == 1 ? numbers.first ?? .none : .none,
                    customer: parties.name(covered.first.map { table.symbol(.customer, $0) } ?? .none), words: words,
                    cell: cell(month, region, total.wordsPlace ?? Place(column: total.column, row: total.row)),
                    figure: Amount(units: total.stated), rows: Array(covered), besides: total.besides,
                    figureCell: cell(month, region, Place(column: total.column, row: total.row)),
                    alternatives: [try recalculated(table, covered)] + (total.summed.map { [Amount(units: $0)] } ?? [])
                ))
        }
        return found
    }

    /// Words in a column, or once in the form's head or foot: of the line, of the order, or of the total.
    private static func columns(_ month: Month, _ place: Int, _ table: Table, _ rows: [Int], _ parties: Parties)
        throws(Overflow) -> [Statement]
    {
        struct Head: Hashable { let order: Symbol, words: Symbol }
        let region = month.regions[place]
        var groups: [Head: [Int]] = [:]
        var heads: [Head] = []
        var rowsOfOrder: [Symbol: [Int]] = [:]
        for row in rows {
            let head = Head(order: table.symbol(.orderNumber, row), words: table.symbol(.amountInWords, row))
            rowsOfOrder[head.order, default: []].append(row)
            if head.words.isNone || AmountInWords.isUnfilled(month.text(head.words)) { continue }
            if groups[head] == nil { heads.append(head) }
            groups[head, default: []].append(row)
        }
        var found: [Statement] = []
        for head in heads {
            let worded = groups[head] ?? [], whole = rowsOfOrder[head.order] ?? []
            guard let first = worded.first, let sum = try stated(table, whole) else { continue }
            let totals = region.places[.amountInWords]?.row == nil ? [] : region.totals.filter { $0.field == .amount }
            var alternatives = [sum, try recalculated(table, whole)]
            // Words beside each line may be the line's own.
            if worded.count == 1, let own = try stated(table, worded) { alternatives.append(own) }
            let total = totals.last
            found.append(
                Statement(
                    order: head.order, customer: parties.name(table.symbol(.customer, first)),
                    words: month.text(head.words), cell: month.cell(table.origins[first], .amountInWords),
                    figure: total.map { Amount(units: $0.stated) } ?? sum, rows: whole, besides: total?.besides ?? 0,
                    figureCell: total.map { cell(month, region, Place(column: $0.column, row: $0.row)) },
                    alternatives: alternatives))
        }
        return found
    }

    private static func cell(_ month: Month, _ region: Region, _ place: Place) -> CellReference {
        let sheet = month.sheets[Int(region.sheet)]
        return CellReference(
            file: month.files[Int(sheet.file)].path, sheet: sheet.name, row: Int(place.row ?? region.headerRow),
            column: Int(place.column))
    }

    /// What the lines' amounts add up to; `nil` where a line has neither an amount nor a price.
    private static func stated(_ table: Table, _ rows: some Collection<Int>) throws(Overflow) -> Amount? {
        var sum = Amount.zero
        for row in rows {
            let worked = try recalculated(table, row)
            guard let amount = table.amount(.amount, row) ?? worked else { return nil }
            sum = try sum + amount
        }
        return sum
    }

    /// What the lines add up to if each amount were its quantity × price.
    private static func recalculated(_ table: Table, _ rows: some Collection<Int>) throws(Overflow) -> Amount {
        var sum = Amount.zero
        for row in rows {
            let worked = try recalculated(table, row)
            sum = try sum + (worked ?? table.amount(.amount, row) ?? .zero)
        }
        return sum
    }

    private static func recalculated(_ table: Table, _ row: Int) throws(Overflow) -> Amount? {
        guard let price = table.price(.unitPrice, row), let quantity = table.quantity(.quantity, row) else {
            return nil
        }
        return try price.times(quantity)
    }
}

extension Examination {
    /// What the words should say: the figure once the lines are right that other findings ask to have corrected.
    func rightAmount(_ statement: WordedAmounts.Statement) throws(Overflow) -> Amount {
        try corrected(statement.rows, besides: statement.besides) ?? statement.figure
    }
}

extension Region {
    /// Whether a total that it states stands in words as well.
    fileprivate var hasTotalInWords: Bool { totals.contains { $0.words != nil } }
}
