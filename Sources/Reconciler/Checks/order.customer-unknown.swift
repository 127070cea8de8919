import Books

extension Rule {
    static let orderCustomerUnknown = Rule(
        "order.customer-unknown", .incomplete, owner: .sales,
        title: Phrase("客户不在档案里", "Customer not on file"),
        meaning: Phrase(
            "订单上的客户在客户档案里找不到（名称、编码、别名、去掉公司后缀都试过），会列出最接近的名称。请业务员更正名称，或先建档、加别名。因此判断不了的价格、出库客户不再另报。",
            "The order's customer is not in the customer file, by name, code, alias or without the kind of company; the nearest names are given. Correct the name, or add the customer or the alias to the file. Prices and delivery customers that cannot be judged for that reason are not said again."
        ),
        books: [.orders, .customers], columns: [RequiredColumn(.orders, .customer)]
    ) { examination, findings throws(Overflow) in
        let month = examination.month, table = examination.orders.table, customers = month[.customers]
        var names: NearestNames?
        var nearest: [Symbol: [String]] = [:]
        for order in examination.orders.orders where examination.isUnknown(order) {
            let written = month.text(order.customer)
            let list = names ?? NearestNames(customers.symbols(.customer).map(month.text))
            names = list
            let near = nearest[order.customer] ?? list.near(written)
            nearest[order.customer] = near
            let row = order.rows.first { !table.symbol(.customer, $0).isNone } ?? order.rows[0]
            let known = near.isEmpty ? nil : Phrase(near.joined(separator: "、"), near.joined(separator: ", "))
            findings.add(
                key: [findings.part(.orderNumber, order.number)], party: order.customer,
                expected: near.first.map(Figure.text), actual: .text(written),
                sources: [findings.source(table, row, .customer)],
                "客户档案里没有「\(written)」。"
                    + (known.map { "最接近的是：\($0.chinese)。请业务员更正名称；若确是这家，把这个写法加到别名。" } ?? "请业务员更正名称，或先给客户建档。"),
                "The customer file has no “\(written)”. "
                    + (known.map {
                        "Nearest: \($0.english). Ask sales to correct the name, or add this writing as an alias."
                    }
                        ?? "Ask sales to correct the name, or add the customer to the file."))
        }
    }
}

extension Examination {
    /// Whether there is a customer file and an order's customer is not in it, by name or by code.
    func isUnknown(_ order: OrderBook.Order) -> Bool {
        guard month.has(.customers), !order.customer.isNone, parties.record(order.customer) == nil else { return false }
        return !order.rows.contains { parties.record(orders.table.symbol(.customerCode, $0)) != nil }
    }
}
