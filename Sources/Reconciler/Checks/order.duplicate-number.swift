import Books

extension Rule {
    static let orderDuplicateNumber = Rule(
        "order.duplicate-number", .duplicate, owner: .sales,
        title: Phrase("订单号重复", "Order number twice"),
        meaning: Phrase(
            "同一订单号出现在两处。内容相同的只计一次；客户不同的视为两张订单，都计入，出库单按客户归到各自的订单，请改号。",
            "The same order number in two places. With the same lines it counts once; with different customers it is two orders, both counted; documents go to the order of their customer, and one needs another number."
        ),
        books: [.orders]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        for resend in examination.orders.resends where resend.kind != .changed {
            let firsts = [resend.counted.first].compactMap { $0 } + resend.others.compactMap(\.first)
            let customer = table.symbol(.customer, firsts[0])
            let isSame = resend.kind == .same
            // The lines are the same, and the delivery date or the address may still not be.
            var heads: [Phrase] = []
            for other in resend.others where isSame {
                heads += try OrderChanges(examination, from: other, to: resend.counted).heads
            }
            let chinese = heads.isEmpty ? "" : "但 \(heads.map(\.chinese).joined(separator: "；"))，请确认以哪份为准。"
            let english =
                heads.isEmpty
                ? "" : " But \(heads.map(\.english).joined(separator: "; ")): find out which one is right."
            findings.add(
                key: [findings.part(.orderNumber, resend.number)], party: examination.parties.name(customer),
                sources: findings.sources(table, firsts, .orderNumber),
                isSame
                    ? "订单号出现 \(firsts.count) 次，内容相同，只计一次。请确认不是重复发货。\(chinese)"
                    : "同一订单号用在不同客户的订单上，\(resend.why.chinese)。请业务员改号。",
                isSame
                    ? "The number occurs \(firsts.count) times with the same lines and is counted once. Make sure it is not shipped twice.\(english)"
                    : "The number is used for different customers; \(resend.why.english). Ask sales for another number."
            )
        }
    }
}
