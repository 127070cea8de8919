import Books

extension Rule {
    static let dispatchNotDue = Rule(
        "dispatch.not-due", .timing, owner: .warehouse, tie: .ordersDispatch,
        title: Phrase("未到交货期", "Not yet due"),
        meaning: Phrase(
            "交货日期在期末之后，还没有发齐，预计下月发货。",
            "The delivery date lies after the period's end and not all was shipped; expected next month."),
        books: [.orders, .movements], columns: [RequiredColumn(.orders, .deliveryDate)]
    ) { examination, findings throws(Overflow) in
        try examination.eachDispatch(.notDue) { (pair, order) throws(Overflow) in
            let due = order.deliveryDate.map { "\($0)" } ?? "?"
            findings.addDispatch(
                examination, pair, order, amount: try examination.worth(pair, pair.ordered)?.negated,
                field: .deliveryDate,
                "交货日期 \(due)，在期末之后；已发 \(pair.dispatched ?? .zero)，订单 \(pair.ordered ?? .zero)。",
                "Due on \(due), after the period's end; \(pair.dispatched ?? .zero) of \(pair.ordered ?? .zero) shipped."
            )
        }
    }
}
