import Books

extension Rule {
    static let dispatchQuantityShort = Rule(
        "dispatch.quantity-short", .difference, owner: .warehouse, tie: .ordersDispatch,
        title: Phrase("少发", "Shipped short"),
        meaning: Phrase(
            "出库合计（销售出库 − 退货 − 冲红，作废不计）少于订单数量。已按箱规换算。",
            "Documents (issues less returns and reversals, voids left out) add up to less than was ordered, packs converted."
        ),
        books: [.orders, .movements],
        parameters: [.quantityTolerance, .quantityToleranceShare]
    ) { examination, findings throws(Overflow) in
        for (pair, order) in try examination.dispatched(.short, under: true) {
            let short = try (pair.dispatched ?? .zero) - (pair.ordered ?? .zero)
            findings.addDispatch(
                examination, pair, order, amount: try examination.worth(pair, short),
                isTolerated: pair.outcome == .tolerated,
                "订单 \(pair.ordered ?? .zero)，出库 \(pair.dispatched ?? .zero)，少 \(short.magnitude)。请仓库核对是少发还是漏录。",
                "\(pair.ordered ?? .zero) ordered, \(pair.dispatched ?? .zero) shipped, short by \(short.magnitude). Was it not shipped, or not keyed?"
            )
        }
    }
}
