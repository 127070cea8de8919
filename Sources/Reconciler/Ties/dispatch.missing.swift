import Books

extension Rule {
    static let dispatchMissing = Rule(
        "dispatch.missing", .missing, owner: .warehouse, tie: .ordersDispatch,
        title: Phrase("订单未发货", "Ordered, not dispatched"),
        meaning: Phrase(
            "订单已到交货期，期末前没有任何出库单。已取消的订单和行不算。没发货的订单不再报「缺应收」。",
            "The order was due and nothing left the warehouse for it by the period's end. Orders and lines that were cancelled do not count. What was never shipped is not also a missing receivable."
        ),
        books: [.orders, .movements]
    ) { examination, findings throws(Overflow) in
        var services: ServiceLines?
        try examination.eachDispatch(.missing) { (pair, order) throws(Overflow) in
            let charges = services ?? ServiceLines(examination.month, goods: examination.goods, of: .orders)
            services = charges
            if let row = pair.orderRows.first, charges.contains(line: row) {
                return findings.addDispatch(
                    examination, pair, order, amount: try examination.worth(pair, pair.ordered)?.negated, owner: .sales,
                    "订单上的费用「\(examination.month.text(pair.product))」没有开到任何出库单上，可能漏收。请问业务员这笔费用向谁收。",
                    "The order's charge “\(examination.month.text(pair.product))” is on no document and may never be billed. Ask sales whom it is charged to."
                )
            }
            findings.addDispatch(
                examination, pair, order, amount: try examination.worth(pair, pair.ordered)?.negated,
                "订单 \(pair.ordered ?? .zero)，没有出库单。请仓库查明：漏发、漏录，还是单上写错了订单号。",
                "\(pair.ordered ?? .zero) ordered and no dispatch. Ask the warehouse: not shipped, not keyed, or keyed under another order."
            )
        }
    }
}
