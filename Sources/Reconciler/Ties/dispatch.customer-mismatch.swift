import Books

extension Rule {
    static let dispatchCustomerMismatch = Rule(
        "dispatch.customer-mismatch", .difference, owner: .clerk, tie: .ordersDispatch,
        title: Phrase("出库客户与订单不符", "Customer differs from the order"),
        meaning: Phrase("别名、简称、公司后缀不算不符。", "Aliases, short names and company suffixes make no difference."),
        books: [.orders, .movements],
        columns: [RequiredColumn(.orders, .customer), RequiredColumn(.movements, .customer)]
    ) { examination, findings throws(Overflow) in
        let match = try examination.dispatch(), book = try examination.documents()
        let month = examination.month
        for (place, order) in examination.orders.orders.enumerated()
        where !order.customer.isNone && !examination.isUnknown(order) {
            let wrong = match.documents(ofOrder: place) {
                !$0.customer.isNone && $0.customer != order.customer
            }
            if wrong.isEmpty { continue }
            let (chinese, english) = said(wrong, month)
            let owing = try owedByOrder(wrong, order.customer, examination)
            findings.add(
                key: [findings.part(.orderNumber, order.number)], party: order.customer,
                expected: .text(month.text(order.customer)),
                actual: .text(names(wrong.map(\.customer), month).joined(separator: "、")),
                sources: [findings.source(examination.orders.table, order.rows[0], .customer)]
                    + findings.sources(book.table, wrong.map { $0.rows[0] }, .customer),
                "订单客户是「\(month.text(order.customer))」，\(chinese)。\(owing.chinese)请核对货发给了谁。",
                "The order is “\(month.text(order.customer))”'s, \(english).\(owing.english) Find out who has the goods."
            )
        }
    }

    /// That the receivables have the order's customer as well, where they do.
    private static func owedByOrder(
        _ wrong: [DocumentBook.Document], _ customer: Symbol, _ examination: Examination
    ) throws(Overflow) -> Phrase {
        guard examination.month.has(.receivables) else { return Phrase("", "") }
        let match = try examination.receivables()
        let isOwed = wrong.allSatisfy { document in
            match.place(of: document.number, for: customer).map {
                !match.pairs[$0].rows.isEmpty && match.pairs[$0].customer == customer
            } ?? false
        }
        return isOwed
            ? Phrase(
                "应收也记在订单的客户名下，多半是出库单写错了客户。",
                " The receivable is the order's customer's as well: most likely the document names the wrong one.")
            : Phrase("", "")
    }

    /// The different texts, in their order.
    private static func names(_ symbols: [Symbol], _ month: Month) -> [String] {
        Set(symbols).map(month.text).sorted()
    }

    /// Which documents name which customers.
    private static func said(_ wrong: [DocumentBook.Document], _ month: Month) -> (String, String) {
        let parts = names(wrong.map(\.customer), month).map { customer in
            let numbers = names(wrong.filter { month.text($0.customer) == customer }.map(\.number), month)
            let shown = numbers.prefix(5)
            let chinese = shown.joined(separator: "、") + (numbers.count > 5 ? "等 \(numbers.count) 张" : "")
            let english = shown.joined(separator: ", ") + (numbers.count > 5 ? " … (\(numbers.count))" : "")
            return (
                "出库单 \(chinese) 写的是「\(customer)」",
                numbers.count == 1 ? "document \(english) says “\(customer)”" : "documents \(english) say “\(customer)”"
            )
        }
        return (parts.map(\.0).joined(separator: "，"), parts.map(\.1).joined(separator: ", "))
    }
}
