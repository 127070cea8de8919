import Books

extension Rule {
    static let orderCustomerOverdue = Rule(
        "order.customer-overdue", .difference, owner: .sales,
        title: Phrase("客户有逾期款", "Customer has overdue debts"),
        meaning: Phrase(
            "接单那天，客户已有按约定逾期、当天也没有收到的货款：月结过了到期日；滚单在下一张送货之后上一张还没付；压单的张数超过约定。现款和代销不查。到期末仍未收的，同时在「应收逾期」里；这里说的是接这张订单时该先收款。",
            "On the day the order was taken the customer already had debts past their terms, and did not pay them that day: monthly ones past their due day, rolling ones after the next delivery, more held deliveries than agreed. Cash and consignment are not checked. What is still open at the period's end is receivable.overdue as well; here it is said that money should have come before this order."
        ),
        books: [.orders, .receivables], columns: [RequiredColumn(.orders, .orderDate)]
    ) { examination, findings throws(Overflow) in
        let month = examination.month, table = examination.orders.table
        let history = try examination.credit()
        var byCustomer: [Symbol: [OrderBook.Order]] = [:]
        for order in examination.orders.orders where order.date != nil {
            byCustomer[order.customer, default: []].append(order)
        }
        for (customer, taken) in byCustomer.sorted(by: { $0.key.index < $1.key.index }) {
            let orders = taken.sorted { ($0.date?.number ?? 0) < ($1.date?.number ?? 0) }
            let late = history.overdue(customer, before: orders.compactMap(\.date))
            for case (let order, let overdue?) in zip(orders, late) {
                let debt = overdue.oldest, number = month.text(debt.number)
                let receivable = try examination.receivables().pairs[debt.pair].rows.first
                findings.add(
                    key: [findings.part(.orderNumber, order.number)], party: customer,
                    expected: .quantity(.zero), actual: .quantity(Quantity(units: Int64(overdue.count) * 1_000_000)),
                    sources: [findings.source(table, order.rows[0], .customer)]
                        + (receivable.map { [findings.source(month[.receivables], $0, .documentNumber)] } ?? []),
                    "接单时客户有 \(overdue.count) 笔逾期，最早的是 \(number)（\(debt.date)，\(debt.amount)）：\(overdue.why.chinese)。请先收款，或报批后再发货。",
                    "When the order was taken \(overdue.count) of the customer's debts were overdue, the oldest \(number) of \(debt.date), \(debt.amount): \(overdue.why.english). Collect first, or have it approved before goods leave."
                )
            }
        }
    }
}
