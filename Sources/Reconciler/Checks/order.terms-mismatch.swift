import Books

extension Rule {
    static let orderTermsMismatch = Rule(
        "order.terms-mismatch", .difference, owner: .sales,
        title: Phrase("结算方式与档案不符", "Terms differ from the customer file"),
        meaning: Phrase(
            "订单上的结算方式应与客户档案一致，压单的张数也是。请业务员更正，或按程序申请变更档案。",
            "The order's settlement must be that of the customer's file, the number of held deliveries included. Correct the order, or have the file changed."
        ),
        books: [.orders, .customers],
        columns: [RequiredColumn(.orders, .settlement), RequiredColumn(.customers, .settlement)]
    ) { examination, findings throws(Overflow) in
        let month = examination.month, table = examination.orders.table
        for order in examination.orders.orders where !order.settlement.isNone {
            let agreed = examination.parties.symbol(.settlement, of: order.customer)
            if agreed.isNone || agreed == order.settlement { continue }
            let stated = month.text(order.settlement)
            let filed = agreedHold(examination, order.customer) ?? month.text(agreed)
            // A hold written without its number stands for whatever number was agreed.
            if stated == filed { continue }
            if stated.hasPrefix("hold"), filed.hasPrefix("hold"), [stated, filed].contains("holdN") { continue }
            let row = order.rows.first { table.symbol(.settlement, $0) == order.settlement } ?? order.rows[0]
            let record = examination.parties.record(order.customer)
            findings.add(
                key: [findings.part(.orderNumber, order.number)], party: order.customer, expected: .text(filed),
                actual: .text(stated),
                sources: [findings.source(table, row, .settlement)]
                    + (record.map { [findings.source(month[.customers], $0, .settlement)] } ?? []),
                "订单写「\(Settlement.words(stated).chinese)」，客户档案是「\(Settlement.words(filed).chinese)」。",
                "The order says “\(Settlement.words(stated).english)”, the customer file “\(Settlement.words(filed).english)”."
            )
        }
    }
    /// The agreed hold with its number, where the customer file has that in a column of its own: 压单, and 2 beside it.
    private static func agreedHold(_ examination: Examination, _ customer: Symbol) -> String? {
        let agreed = examination.month.text(examination.parties.symbol(.settlement, of: customer))
        guard agreed == "holdN", let count = examination.parties.number(.holdCount, of: customer), count > 0 else {
            return nil
        }
        return "hold\(count)"
    }
}
