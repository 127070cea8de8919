import Books

extension Rule {
    static let orderPriceUnknown = Rule(
        "order.price-unknown", .incomplete, owner: .sales,
        title: Phrase("价格表里没有价格", "No price in force"),
        meaning: Phrase(
            "价格表中没有该商品在订单日期生效、适用于该客户或渠道的价格。同样适用而互相矛盾的价格（同一天生效，或前一条写明的失效日期还没到）不替人选，也在这里说明；最低价高于单价的那一条，谁也不能照办，同样在这里说明。请补价格或更正商品编码。",
            "The price list has no price for the product that was in force on the order's date for this customer or channel. Prices that apply equally and disagree (in force from the same day, or before the earlier one's stated end) are not picked from, and said here; so is a price whose minimum lies above it, which nobody can keep to. Add the price, or correct the product code."
        ),
        books: [.orders, .prices]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        var services: ServiceLines?
        for order in examination.orders.orders {
            let day = order.date ?? examination.month.period.firstDay
            // Who buys decides the channel, and the channel the price: an unknown customer is said once.
            if order.channel.isNone, examination.isUnknown(order) { continue }
            for row in order.rows where !examination.isUnknownProduct(row) {
                let product = examination.goods.product(.orders, row)
                let answer = examination.prices.price(product, order.customer, order.channel, on: day)
                if case .price = answer { continue }
                // No list prices freight.
                let charges = services ?? ServiceLines(examination.month, goods: examination.goods, of: .orders)
                services = charges
                if charges.contains(line: row) { continue }
                let stated = examination.goods.price(table, row).map(Figure.price)
                let cell = findings.source(table, row, table.has(.productCode) ? .productCode : .productName)
                switch answer {
                case .price: continue
                case .none:
                    findings.add(
                        key: examination.lineKey(row), party: order.customer, actual: stated, sources: [cell],
                        "价格表中没有适用于这一行的价格。请补价格，或更正商品、渠道或订单日期。",
                        "The price list has no price that applies to this line. Add it, or correct the product, the channel or the order's date."
                    )
                case .contradictory(let policyRow):
                    let prices = examination.month[.prices]
                    let price = prices.price(.unitPrice, policyRow)?.description ?? ""
                    let minimum = prices.price(.minimumPrice, policyRow)?.description ?? ""
                    findings.add(
                        key: examination.lineKey(row), party: order.customer, actual: stated,
                        sources: [cell] + findings.faults(prices, policyRow, .minimumPrice, .unitPrice),
                        "价格表里这种商品的最低价 \(minimum) 高于单价 \(price)，没法判断。请更正价格表。",
                        "The price list's minimum of \(minimum) lies above its price of \(price), so nothing can be judged. Correct the list."
                    )
                case .ambiguous(let rows):
                    let prices = examination.month[.prices]
                    let written = rows.prefix(4).compactMap { prices.price(.unitPrice, $0)?.description }
                    findings.add(
                        key: examination.lineKey(row), party: order.customer, actual: stated,
                        sources: [cell] + rows.prefix(12).flatMap { findings.faults(prices, $0, .unitPrice) },
                        "价格表中有 \(rows.count) 条同样适用而互相矛盾的价格（\(written.joined(separator: "、"))），在 \(day) 都有效，没有替您选。请更正价格表的生效、失效日期。",
                        "The price list has \(rows.count) prices that apply equally and disagree (\(written.joined(separator: ", "))), all in force on \(day); none was picked. Correct the list's dates."
                    )
                }
            }
        }
    }
}
