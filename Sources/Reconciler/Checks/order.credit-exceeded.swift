import Books

extension Rule {
    static let orderCreditExceeded = Rule(
        "order.credit-exceeded", .difference, owner: .sales,
        title: Phrase("超出信用额度", "Credit limit exceeded"),
        meaning: Phrase(
            "客户档案写了信用额度（大于零）时才查：下单那天客户尚欠的货款（以前的送货减去当天为止的回款，含结转）加上这张订单，不应超过额度。现款订单不占额度，不查。",
            "Checked only where the customer file states a credit limit above nought: what the customer owed on the order's day (earlier deliveries less receipts up to that day, brought-forward ones included) plus this order must not exceed it. Cash orders take no credit and are not checked."
        ),
        books: [.orders, .customers],
        columns: [RequiredColumn(.customers, .creditLimit), RequiredColumn(.orders, .amount, .unitPrice)]
    ) { examination, findings throws(Overflow) in
        let month = examination.month, table = examination.orders.table
        let history = try examination.credit()
        for order in examination.orders.orders {
            guard let date = order.date, let record = examination.parties.record(order.customer),
                let limit = month[.customers].amount(.creditLimit, record), limit > .zero
            else { continue }
            let terms =
                order.settlement.isNone
                ? examination.parties.symbol(.settlement, of: order.customer) : order.settlement
            if month.text(terms) == "cash" { continue }
            guard let worth = try examination.worth(order) else { continue }
            let owed = history.owed(order.customer, before: date)
            let total = try owed + worth
            if total <= limit { continue }
            let over = try total - limit
            findings.add(
                key: [findings.part(.orderNumber, order.number)], party: order.customer, expected: .amount(limit),
                actual: .amount(total), difference: .amount(over), amount: over,
                sources: [
                    findings.source(table, order.rows[0], table.has(.amount) ? .amount : .unitPrice),
                    findings.source(month[.customers], record, .creditLimit),
                ],
                "\(date) 下单时尚欠 \(owed)，加上这张 \(worth) 共 \(total)，超出信用额度 \(limit) 的部分是 \(over)。请先收款，或报批后再发货。",
                "On \(date) \(owed) was owed; with this order's \(worth) it is \(total), \(over) over the limit of \(limit). Collect first, or have it approved before goods leave."
            )
        }
    }
}

extension Examination {
    /// What an order is worth: its lines' amounts, or quantity × price less the discount; `nil` where a line has neither.
    func worth(_ order: OrderBook.Order) throws(Overflow) -> Amount? {
        let table = orders.table
        var sum = Amount.zero
        for row in order.rows {
            if let amount = table.amount(.amount, row) {
                sum = try sum + amount
            } else if let price = table.price(.unitPrice, row), let quantity = table.quantity(.quantity, row) {
                sum = try sum + price.times(quantity).share(table.rate(.discount, row) ?? Rate(units: 1_000_000))
            } else {
                return nil
            }
        }
        return sum
    }
}
