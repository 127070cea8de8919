import Books

extension Rule {
    static let orderPriceOffPolicy = Rule(
        "order.price-off-policy", .difference, owner: .sales,
        title: Phrase("单价与价格政策不符", "Price off policy"),
        meaning: Phrase(
            "按订单日期生效的价格中最具体的一条：先客户价，再渠道价，再通用价。单价应相等；有最低价时，在最低价与标准价之间即可。同样具体的两条价格互相矛盾时不判断。",
            "Of the prices in force on the order's date the most specific one: the customer's, then the channel's, then the general. The price must equal it, or lie between it and the minimum where there is one. Two prices of the same standing that disagree decide nothing."
        ),
        books: [.orders, .prices], columns: [RequiredColumn(.orders, .unitPrice), RequiredColumn(.prices, .unitPrice)]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table, prices = examination.month[.prices]
        for order in examination.orders.orders {
            let day = order.date ?? examination.month.period.firstDay
            for row in order.rows {
                // A negative price is no price, and said as such.
                guard let price = examination.goods.price(table, row), price >= .zero else { continue }
                let product = examination.goods.product(.orders, row)
                guard
                    case .price(let policyRow) = examination.prices.price(
                        product, order.customer, order.channel, on: day),
                    let standard = examination.goods.price(prices, policyRow)
                else { continue }
                if price.agrees(with: standard) { continue }
                let minimum = examination.goods.price(prices, policyRow, .minimumPrice)
                if let minimum, price >= minimum, price <= standard { continue }
                // What is said is said in the unit of the line, so that it can be written into its cell.
                let unit = LineUnit(examination, row)
                let stated = table.price(.unitPrice, row) ?? price
                let wanted = try examination.goods.price(prices, policyRow, for: unit.pieces) ?? standard
                let difference = try stated - wanted
                let least = try examination.goods.price(prices, policyRow, .minimumPrice, for: unit.pieces)
                let range = least.map { "（最低 \($0)）" } ?? "", low = least.map { " (minimum \($0))" } ?? ""
                let each = unit.pieces == 1 ? "" : " (\(standard) × \(unit.pieces))"
                findings.add(
                    key: examination.lineKey(row), party: order.customer, expected: .price(wanted),
                    actual: .price(stated), difference: .price(difference),
                    amount: try table.quantity(.quantity, row).map { quantity throws(Overflow) in
                        try difference.times(quantity)
                    },
                    sources: [
                        findings.source(table, row, .unitPrice), findings.source(prices, policyRow, .unitPrice),
                    ],
                    "订单单价 \(stated)\(unit.chinese)，\(order.date.map { "\($0) " } ?? "")政策价 \(wanted)\(unit.chinese)\(each)\(range)，每单位差 \(difference)。",
                    "The order's price is \(stated)\(unit.english), the policy's \(wanted)\(unit.english)\(each)\(low), off by \(difference) a unit."
                )
            }
        }
    }
}
