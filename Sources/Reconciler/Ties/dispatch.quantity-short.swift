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
            let returned = try examination.returned(pair)
            let short = try (pair.dispatched ?? .zero) - (pair.ordered ?? .zero)
            if pair.orderRows.isEmpty {
                findings.addDispatch(
                    examination, pair, order, amount: try examination.worth(pair, short), owner: .sales,
                    isTolerated: pair.outcome == .tolerated,
                    "订单上没有这个商品，却退回 \(short.magnitude)。请查明退的是哪张单的货。",
                    "The order does not have the product, yet \(short.magnitude) came back. Of which delivery is it?")
                continue
            }
            findings.addDispatch(
                examination, pair, order, amount: try examination.worth(pair, short),
                isTolerated: pair.outcome == .tolerated,
                "订单 \(pair.ordered ?? .zero)，出库 \(pair.dispatched ?? .zero)，少 \(short.magnitude)。\(returned?.chinese ?? "请仓库核对是少发还是漏录。")",
                "\(pair.ordered ?? .zero) ordered, \(pair.dispatched ?? .zero) shipped, short by \(short.magnitude). \(returned?.english ?? "Was it not shipped, or not keyed?")"
            )
        }
    }
}

extension Examination {
    /// What of an order's product came back or was reversed, and by which documents; `nil` where nothing did.
    fileprivate func returned(_ pair: DispatchMatch.Pair) throws(Overflow) -> Phrase? {
        let book = try documents()
        var back = Quantity.zero, numbers: [String] = []
        for row in pair.dispatchRows where book.kind(row) != .salesOut {
            guard let quantity = try goods.quantity(book.table, row) else { continue }
            back = try back + quantity.magnitude
            let number = month.text(book.table.symbol(.documentNumber, row))
            if !numbers.contains(number) { numbers.append(number) }
        }
        if back == .zero { return nil }
        let list = numbers.prefix(3).joined(separator: "、") + (numbers.count > 3 ? " …" : "")
        return Phrase(
            "其中退货或冲红 \(back)（\(list)）。请仓库核对是少发、漏录，还是退回后不再补发。",
            "\(back) of it came back or was reversed (\(list)). Was it not shipped, not keyed, or not to be sent again?"
        )
    }
}
