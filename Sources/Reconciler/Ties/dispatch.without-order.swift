import Books

extension Rule {
    static let dispatchWithoutOrder = Rule(
        "dispatch.without-order", .missing, owner: .sales, tie: .ordersDispatch,
        title: Phrase("出库无订单", "Dispatched without an order"),
        meaning: Phrase(
            "销售出库单没有写订单号，或写的订单号不在本月订单里。作废的、整张表都是别的月份的不算。",
            "A sales issue that names no order, or one that is not among the month's. Voids do not count, nor what stands on a sheet of another month."
        ),
        books: [.orders, .movements]
    ) { examination, findings throws(Overflow) in
        let book = try examination.documents()
        for place in try examination.dispatch().withoutOrder {
            let document = book.documents[place]
            let cites = examination.month.text(document.basis)
            findings.add(
                key: [findings.part(.documentNumber, document.number)], party: document.customer,
                actual: document.basis.isNone ? nil : .text(cites), amount: document.amount,
                sources: findings.sources(book.table, document.rows.prefix(6), .basisNumber),
                document.basis.isNone ? "出库单没有写订单号。请业务员补订单或订单号。" : "依据单号 \(cites) 不在收到的订单里。请业务员补发订单，或更正单号。",
                document.basis.isNone
                    ? "The issue names no order. Ask sales for the order or its number."
                    : "Order \(cites) is not among those received. Ask sales to send it, or correct the number.")
        }
    }
}
