import Books

/// The receivables that are still open at the period's end, with the terms they stand under.
struct OpenItems {
    /// One open receivable.
    struct Item {
        /// The settlement's identifier: the receivable's own, else the delivery's, else the customer file's.
        let settlement: String
        let amount: Amount
        /// What is still to be paid at the period's end, less `setOff`.
        fileprivate(set) var open: Amount
        /// What its own returns and reversals take of it; of one of those what it takes of others, below nought.
        fileprivate(set) var setOff = Amount.zero
        private let pairPlace: Int32, rowNumber: Int32
        let customer: Symbol
        let date: Day?

        init(pair: Int, row: Int, customer: Symbol, date: Day?, settlement: String, amount: Amount, open: Amount) {
            pairPlace = Int32(truncatingIfNeeded: pair)
            rowNumber = Int32(truncatingIfNeeded: row)
            self.customer = customer
            self.date = date
            self.settlement = settlement
            self.amount = amount
            self.open = open
        }

        /// The receivable pair, by its place.
        var pair: Int { Int(pairPlace) }
        /// The receivable's row that says when it is due.
        var row: Int { Int(rowNumber) }
    }

    private(set) var items: [Item] = []

    init(
        _ month: Month, parties: Parties, documents book: DocumentBook, match: ReceivableMatch,
        receipts allocation: ReceiptAllocation
    ) throws(Overflow) {
        let table = month[.receivables]
        let statesReceived = table.statesReceived
        items.reserveCapacity(match.pairs.count)
        for (place, pair) in match.pairs.enumerated() {
            guard let row = OpenItems.first(pair.rows, table, month),
                pair.outcome != .withoutDispatch || pair.documents.isEmpty,
                let amount = pair.owed
            else { continue }
            var paid = try allocation.paidInTime(place)
            if statesReceived {
                var stated = Amount.zero
                for row in pair.rows { stated = try stated + (table.amount(.received, row) ?? .zero) }
                // What a receipt cites is paid, though nobody noted it here; that is a finding of its own.
                paid = amount < .zero ? min(paid, stated) : max(paid, stated)
            }
            items.append(
                Item(
                    pair: place, row: row, customer: pair.customer,
                    date: table.day(.date, row) ?? pair.documents.lazy.compactMap { book.documents[$0].date }.min(),
                    settlement: OpenItems.settlement(month, parties, row, pair, book), amount: amount,
                    open: try amount - paid))
        }
        try setOffCredits(book, match)
    }

    /// Sets what is credited for a return or a reversal against the document that it cites, or against the order's: nobody
    /// pays the one to have the other back.
    private mutating func setOffCredits(_ book: DocumentBook, _ match: ReceivableMatch) throws(Overflow) {
        var places: [Int: Int] = [:]
        for credit in items.indices where items[credit].open < .zero {
            if places.isEmpty { for (place, item) in items.enumerated() { places[item.pair] = place } }
            let own = match.pairs[items[credit].pair]
            for document in own.documents where book.documents[document].kind != .salesOut {
                let basis = book.documents[document].basis
                if basis.isNone { continue }
                let owing = match.places(citedAs: basis, by: own.customer, book).compactMap { places[$0] }.filter {
                    items[$0].open > .zero && items[$0].customer == own.customer
                }
                // The one of the same amount first: of several made from an order it is most likely the one that was cancelled.
                let same = owing.filter { items[$0].open == items[credit].open.negated }
                for place in same + owing where items[credit].open < .zero && items[place].open > .zero {
                    let taken = min(items[credit].open.negated, items[place].open)
                    items[place].open = try items[place].open - taken
                    items[place].setOff = try items[place].setOff + taken
                    items[credit].open = try items[credit].open + taken
                    items[credit].setOff = try items[credit].setOff - taken
                }
            }
        }
    }

    /// The row that says when a receivable of several rows is due: the earliest.
    private static func first(_ rows: GroupedRows, _ table: Table, _ month: Month) -> Int? {
        if rows.count < 2 { return rows.first }
        func order(_ row: Int) -> (Int64, Int64, UInt32, Int64) {
            (
                table.number(.date, row) ?? Int64.max, table.number(.dueDate, row) ?? Int64.max,
                month.rank(table.symbol(.settlement, row)), table.number(.amount, row) ?? 0
            )
        }
        return rows.min { order($0) < order($1) }
    }

    private static func settlement(
        _ month: Month, _ parties: Parties, _ row: Int, _ pair: ReceivableMatch.Pair, _ book: DocumentBook
    ) -> String {
        let own = month[.receivables].symbol(.settlement, row)
        if !own.isNone { return month.text(own) }
        if let stated = pair.documents.map({ book.documents[$0].settlement }).first(where: { !$0.isNone }) {
            return month.text(stated)
        }
        return month.text(parties.symbol(.settlement, of: pair.customer))
    }
}
