import Books

extension Rule {
    static let orderDiscountOffPolicy = Rule(
        "order.discount-off-policy", .difference, owner: .sales,
        title: Phrase("折扣超过政策", "Discount beyond policy"),
        meaning: Phrase(
            "折扣按客户实付几成比较：9折、90%、0.9、减10% 都是付九成。与订单日期生效、最具体的那条价格（客户价、渠道价、通用价）的最高折扣比，付得比它少就报；价格表那一行没写最高折扣的不查。写了最低价的，打折以后也不能低于最低价。只写一个数时，五成及以上当作实付，五成以下当作减让。",
            "Discounts are compared by the share that the customer pays: 90 %, 0.9, 10 % off and its Chinese writing all pay nine tenths. It is held against the maximum discount of the most specific price in force on the order's date (the customer's, the channel's, the general one); where that price states none, nothing is said. Where it states a minimum price, the price must not fall below it by the discount. A bare share of a half or more is what is paid, a smaller one what is taken off."
        ),
        books: [.orders, .prices],
        columns: [RequiredColumn(.orders, .discount), RequiredColumn(.prices, .maximumDiscount, .minimumPrice)]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table, prices = examination.month[.prices]
        for order in examination.orders.orders {
            for row in order.rows {
                guard let paid = table.rate(.discount, row) else { continue }
                guard let (share, policyRow) = examination.leastPaid(order, row) else { continue }
                guard let least = share, paid < least else {
                    try sayBelowMinimum(
                        examination, order, row, examination.goods.price(prices, policyRow, .minimumPrice), policyRow,
                        &findings)
                    continue
                }
                let short = try paid - least
                findings.add(
                    key: examination.lineKey(row), party: order.customer, expected: .text(least.description),
                    actual: .text(paid.description), difference: .text(short.description),
                    amount: try worth(examination, row, short),
                    sources: [
                        findings.source(table, row, .discount), findings.source(prices, policyRow, .maximumDiscount),
                    ],
                    "订单折扣是付 \(paid.percent)，政策最多让到付 \(least.percent)。请业务员改折扣，或附上特批。",
                    "The order lets the customer pay \(paid.percent), the policy no less than \(least.percent). Correct the discount, or have it approved."
                )
            }
        }
    }

    /// A price that is allowed and by its discount falls below the lowest one that is.
    private static func sayBelowMinimum(
        _ examination: Examination, _ order: OrderBook.Order, _ row: Int, _ minimum: UnitPrice?, _ policyRow: Int,
        _ findings: inout Findings
    ) throws(Overflow) {
        let table = examination.orders.table, unit = LineUnit(examination, row)
        guard let minimum, let price = table.price(.unitPrice, row), let line = try LineAmount(table, row),
            let base = examination.goods.price(table, row), base >= minimum, let charged = price.share(line.paid)
        else { return }
        let least =
            try examination.goods.price(examination.month[.prices], policyRow, .minimumPrice, for: unit.pieces)
            ?? minimum
        if charged.compared >= least.compared { return }
        let short = try charged - least
        findings.add(
            key: examination.lineKey(row), party: order.customer, expected: .price(least), actual: .price(charged),
            difference: .price(short),
            amount: try table.quantity(.quantity, row).map { quantity throws(Overflow) in try short.times(quantity) },
            sources: [
                findings.source(table, row, .discount), findings.source(table, row, .unitPrice),
                findings.source(examination.month[.prices], policyRow, .minimumPrice),
            ],
            "单价 \(price) 打折后是 \(charged)\(unit.chinese)，低于最低价 \(least)\(unit.chinese)。请业务员改折扣，或附上特批。",
            "The price \(price) is \(charged)\(unit.english) after the discount, below the minimum of \(least)\(unit.english). Correct the discount, or have it approved."
        )
    }

    /// What a share of the line's full price is worth.
    private static func worth(_ examination: Examination, _ row: Int, _ share: Rate) throws(Overflow) -> Amount? {
        let table = examination.orders.table
        guard let price = table.price(.unitPrice, row), let quantity = table.quantity(.quantity, row) else {
            return nil
        }
        return try price.times(quantity).share(share)
    }
}

extension Rate {
    /// `90%`, `87.5%`
    var percent: String {
        let hundredfold = Rate(units: units.multipliedReportingOverflow(by: 100).partialValue)
        return "\(hundredfold)%"
    }
}

extension UnitPrice {
    /// So much of it.
    func share(_ rate: Rate) -> UnitPrice? {
        rounded(Int128(units) * Int128(rate.units), by: 1_000_000).map(UnitPrice.init(units:))
    }
}

extension Amount {
    /// So much of it, to the fen, half away from nought.
    func share(_ rate: Rate) throws(Overflow) -> Amount {
        guard let fen = rounded(Int128(units) * Int128(rate.units), by: 1_000_000) else { throw Overflow() }
        return Amount(units: fen)
    }
}

extension Examination {
    /// The share of the price that the policy lets a customer pay at least for an order's line, where it says so, and the
    /// row of the price list that says it; `nil` where no single price applies.
    func leastPaid(_ order: OrderBook.Order, _ row: Int) -> (share: Rate?, policyRow: Int)? {
        guard
            case .price(let policyRow) = prices.price(
                goods.product(.orders, row), order.customer, order.channel,
                on: order.date ?? month.period.firstDay)
        else { return nil }
        return (month[.prices].rate(.maximumDiscount, policyRow), policyRow)
    }
}
