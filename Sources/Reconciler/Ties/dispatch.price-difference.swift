import Books

extension Rule {
    static let dispatchPriceDifference = Rule(
        "dispatch.price-difference", .difference, owner: .clerk, tie: .ordersDispatch,
        title: Phrase("出库单价与订单不符", "Price differs from the order"),
        meaning: Phrase(
            "两边都有单价时，按 0.0001 比较，箱价换算成单价；退货单也比，写出库单号的与那张出库单比。订单有折扣的，单据写折前价或折后价都可以，但写折前价而金额没有打折的要报。",
            "Where both sides have a price they are compared at 0.0001, case prices brought to pieces; returns too, those that cite a delivery with that delivery. Where the order has a discount a document may carry the price before or after it, but one before it whose amount is not discounted is reported."
        ),
        books: [.orders, .movements],
        columns: [RequiredColumn(.orders, .unitPrice), RequiredColumn(.movements, .unitPrice)]
    ) { examination, findings throws(Overflow) in
        let match = try examination.dispatch(), book = try examination.documents()
        let orders = examination.orders.table
        for pair in match.pairs
        where !pair.orderRows.isEmpty && !OrderPrices.plainlyAgree(examination, pair, book) {
            guard let prices = try OrderPrices(examination, pair, book), let expected = prices.net.first
            else {
                continue
            }
            // What was given free beyond the order is said of the quantity.
            let free = try examination.freeGoods(pair)
            let wrong = pair.dispatchRows.filter { prices.isWrong($0) && !free.contains($0) }
            guard let first = wrong.first, let price = examination.goods.price(book.table, first) else { continue }
            var amount = Amount.zero
            for row in wrong {
                if let quantity = try examination.goods.quantity(book.table, row),
                    let charged = examination.goods.price(book.table, row)
                {
                    let out = book.kind(row) == .salesOut ? quantity : quantity.magnitude.negated
                    amount = try amount + (charged - expected).times(out)
                }
            }
            let order = examination.orders.orders[pair.order]
            let priced =
                expected.agreesWithAny(of: prices.listed)
                ? Phrase("订单单价", "The order's price") : Phrase("订单折后单价", "The order's price less its discount")
            let charging =
                book.kind(first) == .salesOut ? Phrase("出库单", "the document's") : Phrase("退货单", "the return's")
            findings.add(
                key: [findings.part(.orderNumber, order.number), findings.part(.productCode, pair.product)],
                party: order.customer, expected: .price(expected), actual: .price(price),
                difference: .price(try price - expected), amount: amount,
                sources: findings.sources(orders, pair.orderRows, .unitPrice)
                    + findings.sources(book.table, wrong, .unitPrice),
                "\(priced.chinese) \(expected)，\(charging.chinese)单价 \(price)，合计差 \(amount)。请核对后更正单据。",
                "\(priced.english) is \(expected), \(charging.english) \(price); \(amount) in all. Check and correct the document."
            )
        }
        try ReturnFaults.checkPrices(examination, &findings)
    }
}
