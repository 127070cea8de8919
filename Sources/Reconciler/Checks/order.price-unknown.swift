import Books

extension Rule {
    static let orderPriceUnknown = Rule(
        "order.price-unknown", .incomplete, owner: .sales,
        title: Phrase("价格表里没有价格", "No price in force"),
        meaning: Phrase(
            "价格表中没有该商品在订单日期生效、适用于该客户或渠道的价格。请补价格或更正商品编码。",
            "The price list has no price for the product that was in force on the order's date for this customer or channel. Add the price, or correct the product code."
        ),
        books: [.orders, .prices]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        for order in examination.orders.orders {
            let day = order.date ?? examination.month.period.firstDay
            for row in order.rows {
                let product = examination.goods.product(.orders, row)
                let answer = examination.prices.price(product, order.customer, order.channel, on: day)
                if case .price = answer { continue }
                let isAmbiguous = if case .ambiguous = answer { true } else { false }
                findings.add(
                    key: examination.lineKey(row), party: order.customer,
                    actual: examination.goods.price(table, row).map(Figure.price),
                    sources: [findings.source(table, row, .productCode)],
                    isAmbiguous
                        ? "价格表中有两条同样适用而不相等的价格，无法判断以哪条为准。" : "价格表中没有适用于这一行的价格。",
                    isAmbiguous
                        ? "The price list has two prices that apply equally and disagree."
                        : "The price list has no price that applies to this line.")
            }
        }
    }
}
