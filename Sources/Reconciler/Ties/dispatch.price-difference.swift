import Books

extension Rule {
    static let dispatchPriceDifference = Rule(
        "dispatch.price-difference", .difference, owner: .clerk, tie: .ordersDispatch,
        title: Phrase("出库单价与订单不符", "Price differs from the order"),
        meaning: Phrase(
            "两边都有单价时，按 0.0001 比较，箱价换算成单价。",
            "Where both sides have a price they are compared at 0.0001, case prices brought to pieces."),
        books: [.orders, .movements],
        columns: [RequiredColumn(.orders, .unitPrice), RequiredColumn(.movements, .unitPrice)]
    ) { examination, findings throws(Overflow) in
        let match = try examination.dispatch(), book = try examination.documents()
        let orders = examination.orders.table
        for pair in match.pairs where !pair.orderRows.isEmpty {
            let listed = pair.orderRows.compactMap { examination.goods.price(orders, $0) }
            guard let expected = listed.first else { continue }
            // A document may carry the price before the order's discount or after it.
            let agreed =
                listed
                + pair.orderRows.compactMap { row in
                    orders.rate(.discount, row).flatMap { examination.goods.price(orders, row)?.share($0) }
                }
            let wrong = pair.dispatchRows.filter { row in
                guard book.kind(row) == .salesOut, let price = examination.goods.price(book.table, row) else {
                    return false
                }
                return !agreed.contains { $0.agrees(with: price) }
            }
            guard let first = wrong.first, let price = examination.goods.price(book.table, first) else { continue }
            var amount = Amount.zero
            for row in wrong {
                if let quantity = try examination.goods.quantity(book.table, row),
                    let charged = examination.goods.price(book.table, row)
                {
                    amount = try amount + (charged - expected).times(quantity)
                }
            }
            let order = examination.orders.orders[pair.order]
            findings.add(
                key: [findings.part(.orderNumber, order.number), findings.part(.productCode, pair.product)],
                party: order.customer, expected: .price(expected), actual: .price(price),
                difference: .price(try price - expected), amount: amount,
                sources: findings.sources(orders, pair.orderRows, .unitPrice)
                    + findings.sources(book.table, wrong, .unitPrice),
                "订单单价 \(expected)，出库单单价 \(price)，合计差 \(amount)。请核对后更正单据。",
                "The order's price is \(expected), the document's \(price); \(amount) in all. Check and correct the document."
            )
        }
    }
}
