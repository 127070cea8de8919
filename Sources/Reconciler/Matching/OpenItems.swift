import Books

/// The receivables that are still open at the period's end, with the terms they stand under.
struct OpenItems {
    /// One open receivable.
    struct Item {
        let pair: Int
        let row: Int
        let customer: Symbol
        let date: Day?
        /// The settlement's identifier: the receivable's own, else the delivery's, else the customer file's.
        let settlement: String
        let amount: Amount
        /// What is still to be paid.
        let open: Amount
    }

    private(set) var items: [Item] = []

    init(_ examination: Examination) throws(Overflow) {
        let table = examination.month[.receivables], match = try examination.receivables()
        let book = try examination.documents(), allocation = try examination.receipts()
        let statesReceived = table.has(.received)
        for (place, pair) in match.pairs.enumerated() {
            guard let row = pair.rows.first, pair.outcome != .withoutDispatch || pair.documents.isEmpty,
                let amount = pair.owed
            else { continue }
            var paid = allocation.paid[place]
            if statesReceived {
                paid = .zero
                for row in pair.rows { paid = try paid + (table.amount(.received, row) ?? .zero) }
            }
            items.append(
                Item(
                    pair: place, row: row, customer: pair.customer,
                    date: table.day(.date, row) ?? pair.documents.first.flatMap { book.documents[$0].date },
                    settlement: OpenItems.settlement(examination, table, row, pair, book), amount: amount,
                    open: try amount - paid))
        }
    }

    private static func settlement(
        _ examination: Examination, _ table: Table, _ row: Int, _ pair: ReceivableMatch.Pair, _ book: DocumentBook
    ) -> String {
        let own = table.symbol(.settlement, row)
        if !own.isNone { return examination.month.text(own) }
        if let stated = pair.documents.map({ book.documents[$0].settlement }).first(where: { !$0.isNone }) {
            return examination.month.text(stated)
        }
        return examination.month.text(examination.parties.symbol(.settlement, of: pair.customer))
    }
}
