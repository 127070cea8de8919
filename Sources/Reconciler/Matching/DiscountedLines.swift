import Books

/// The lines of documents that carry the price before a discount and the amount after it.
///
/// A document says so itself where its amount is just what the order's discount leaves of quantity × price; any other
/// amount that does not come to that is not trusted.
struct DiscountedLines {
    private var rows: Set<Int> = []

    init(_ month: Month, goods: Goods) throws(Overflow) {
        let table = month[.movements], orders = month[.orders]
        guard orders.has(.discount), table.has(.amount), table.has(.unitPrice) else { return }
        var search: Orders?
        for row in table.rows {
            guard let amount = table.amount(.amount, row), let price = table.price(.unitPrice, row),
                let quantity = table.quantity(.quantity, row)
            else { continue }
            let full = try price.times(quantity)
            if amount.isZero || amount.magnitude >= full.magnitude { continue }
            let known = search ?? Orders(month)
            search = known
            for line in known.lines(of: row) where goods.product(.orders, line) == goods.product(.movements, row) {
                if try DiscountedLines.leave(orders, line, of: full).contains(where: {
                    $0.magnitude == amount.magnitude
                }) {
                    rows.insert(row)
                }
            }
        }
    }

    /// Whether a line's amount, not quantity × price, is what it is worth.
    func contains(_ row: Int) -> Bool { !rows.isEmpty && rows.contains(row) }

    /// What an order line's discount may leave of a sum: the share that it says is paid, or that it says is taken off.
    private static func leave(_ orders: Table, _ line: Int, of full: Amount) throws(Overflow) -> [Amount] {
        guard let discount = orders.rate(.discount, line) else { return [] }
        var left = [try full.share(discount)]
        if let paid = try LineAmount(orders, line)?.paid, paid != discount { left.append(try full.share(paid)) }
        return left
    }

    /// The order lines behind a document's line, whichever version of the order they are in.
    private struct Orders {
        private let orders: Grouping, documents: Grouping
        private let table: Table

        init(_ month: Month) {
            table = month[.movements]
            orders = Grouping(month[.orders].symbols(.orderNumber), tableSize: month.texts.count)
            documents = Grouping(table.symbols(.documentNumber), tableSize: month.texts.count)
        }

        /// What a return or a reversal cites may be the document that was made for the order.
        func lines(of row: Int) -> GroupedRows {
            let basis = table.symbol(.basisNumber, row), own = orders.rows(of: basis)
            guard own.isEmpty, let cited = documents.rows(of: basis).first else { return own }
            return orders.rows(of: table.symbol(.basisNumber, cited))
        }
    }
}
