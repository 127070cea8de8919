import Books

extension Rule {
    static let dispatchQuantityOver = Rule(
        "dispatch.quantity-over", .difference, owner: .warehouse, tie: .ordersDispatch,
        title: Phrase("多发", "Shipped over"),
        meaning: Phrase(
            "出库合计多于订单数量，或发了订单上没有的商品，或订单（或该行）已取消仍发了货。已按箱规换算。",
            "Documents add up to more than was ordered, or carry a product the order does not have, or the order or its line was cancelled; packs converted."
        ),
        books: [.orders, .movements],
        parameters: [.quantityTolerance, .quantityToleranceShare]
    ) { examination, findings throws(Overflow) in
        for (pair, order) in try examination.dispatched(.over, under: false) {
            let over = try (pair.dispatched ?? .zero) - (pair.ordered ?? .zero)
            let isCancelled =
                pair.ordered == .zero && pair.orderRows.contains { examination.orders.isCancelled($0, of: order) }
            let words = words(pair, over: over, isCancelled: isCancelled)
            findings.addDispatch(
                examination, pair, order, amount: try examination.worth(pair, over),
                field: isCancelled ? .status : .quantity, isTolerated: pair.outcome == .tolerated,
                words.chinese, words.english)
        }
    }

    private static func words(_ pair: DispatchMatch.Pair, over: Quantity, isCancelled: Bool) -> Phrase {
        if isCancelled {
            return Phrase(
                "订单已取消，却发出 \(over)。请业务员和仓库追回货物，或恢复订单。",
                "The order was cancelled, yet \(over) left. Get the goods back, or have the order put in force again.")
        }
        guard let ordered = pair.ordered else {
            return Phrase(
                "订单上没有这个商品，却发出 \(over)。请核对是否串货或订单漏行。",
                "The order does not have the product, yet \(over) left. Is it a mix-up, or does the order lack a line?")
        }
        let dispatched = pair.dispatched ?? .zero
        return Phrase(
            "订单 \(ordered)，出库 \(dispatched)，多 \(over)。请仓库核对。",
            "\(ordered) ordered, \(dispatched) shipped, over by \(over). Ask the warehouse.")
    }
}
