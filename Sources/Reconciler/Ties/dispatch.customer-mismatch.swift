import Books

extension Rule {
    static let dispatchCustomerMismatch = Rule(
        "dispatch.customer-mismatch", .difference, owner: .clerk, tie: .ordersDispatch,
        title: Phrase("出库客户与订单不符", "Customer differs from the order"),
        meaning: Phrase("别名、简称、公司后缀不算不符。", "Aliases, short names and company suffixes make no difference."),
        books: [.orders, .movements],
        columns: [RequiredColumn(.orders, .customer), RequiredColumn(.movements, .customer)]
    ) { examination, findings throws(Overflow) in
        let match = try examination.dispatch(), book = try examination.documents()
        let month = examination.month
        for (place, order) in examination.orders.orders.enumerated()
        where !order.customer.isNone && !examination.isUnknown(order) {
            let wrong = match.documents(ofOrder: place) {
                !$0.customer.isNone && $0.customer != order.customer
            }
            guard let first = wrong.first else { continue }
            findings.add(
                key: [findings.part(.orderNumber, order.number)], party: order.customer,
                expected: .text(month.text(order.customer)), actual: .text(month.text(first.customer)),
                sources: [findings.source(examination.orders.table, order.rows[0], .customer)]
                    + wrong.map { findings.source(book.table, $0.rows[0], .customer) },
                "订单客户是「\(month.text(order.customer))」，出库单 \(month.text(first.number)) 写的是「\(month.text(first.customer))」。请核对货发给了谁。",
                "The order is “\(month.text(order.customer))”'s, document \(month.text(first.number)) says “\(month.text(first.customer))”. Find out who has the goods."
            )
        }
    }
}
