import Books

extension Rule {
    static let dispatchQuantityOver = Rule(
        "dispatch.quantity-over", .difference, owner: .warehouse, tie: .ordersDispatch,
        title: Phrase("多发", "Shipped over"),
        meaning: Phrase(
            "出库合计多于订单数量，或发了订单上没有的商品。已按箱规换算。",
            "Documents add up to more than was ordered, or carry a product the order does not have; packs converted."),
        books: [.orders, .movements],
        parameters: [.quantityTolerance, .quantityToleranceShare]
    ) { examination, findings throws(Overflow) in
        for (pair, order) in try examination.dispatched(.over, under: false) {
            let over = try (pair.dispatched ?? .zero) - (pair.ordered ?? .zero)
            let isUnordered = pair.ordered == nil
            findings.addDispatch(
                examination, pair, order, amount: try examination.worth(pair, over),
                isTolerated: pair.outcome == .tolerated,
                isUnordered
                    ? "订单上没有这个商品，却发出 \(pair.dispatched ?? .zero)。请核对是否串货或订单漏行。"
                    : "订单 \(pair.ordered ?? .zero)，出库 \(pair.dispatched ?? .zero)，多 \(over)。请仓库核对。",
                isUnordered
                    ? "The order does not have the product, yet \(pair.dispatched ?? .zero) left. Is it a mix-up, or does the order lack a line?"
                    : "\(pair.ordered ?? .zero) ordered, \(pair.dispatched ?? .zero) shipped, over by \(over). Ask the warehouse."
            )
        }
    }
}
