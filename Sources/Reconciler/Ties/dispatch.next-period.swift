import Books

extension Rule {
    static let dispatchNextPeriod = Rule(
        "dispatch.next-period", .timing, owner: .warehouse, tie: .ordersDispatch,
        title: Phrase("下期才发货", "Shipped after the period"),
        meaning: Phrase(
            "差的数量在期末之后的出库单上，属跨期。", "What is short stands on documents dated after the period's end: a cut-off matter."),
        books: [.orders, .movements]
    ) { examination, findings throws(Overflow) in
        try examination.eachDispatch(.nextPeriod) { (pair, order) throws(Overflow) in
            findings.addDispatch(
                examination, pair, order, amount: nil,
                "订单 \(pair.ordered ?? .zero)，本期发 \(pair.dispatched ?? .zero)，其余在期末之后发出。",
                "\(pair.ordered ?? .zero) ordered, \(pair.dispatched ?? .zero) shipped in the period, the rest after it."
            )
        }
    }
}
