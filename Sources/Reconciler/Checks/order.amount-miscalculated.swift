import Books

extension Rule {
    static let orderAmountMiscalculated = Rule(
        "order.amount-miscalculated", .difference, owner: .sales,
        title: Phrase("订单行金额算错", "Line amount miscalculated"),
        meaning: Phrase(
            "数量 × 单价（有折扣时再乘折扣）四舍五入到分，应等于该行金额。请业务员更正金额、单价或数量。",
            "Quantity × unit price (less the discount, where there is one), to the fen, must be the line's amount. Ask sales to correct the amount, the price or the quantity."
        ),
        books: [.orders], columns: [RequiredColumn(.orders, .amount), RequiredColumn(.orders, .unitPrice)]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        for order in examination.orders.orders {
            for row in order.rows {
                // A discount that nobody can read is said by itself, and may explain any amount.
                guard let line = try LineAmount(table, row), let stated = line.stated, !line.isRight,
                    !examination.unread.contains(row, .discount), let price = table.price(.unitPrice, row),
                    let quantity = table.quantity(.quantity, row)
                else { continue }
                let expected = line.expected
                let paid = table.rate(.discount, row).map { $0 == .whole ? "" : " × \($0)" } ?? ""
                let difference = try stated - expected
                findings.add(
                    key: examination.lineKey(row), party: order.customer, expected: .amount(expected),
                    actual: .amount(stated), difference: .amount(difference), amount: difference,
                    sources: [
                        findings.source(table, row, .amount), findings.source(table, row, .quantity),
                        findings.source(table, row, .unitPrice),
                    ],
                    isTolerated: examination.settings.tolerates(stated, expected: expected),
                    "\(quantity) × \(price)\(paid) ＝ \(expected)，订单上写的是 \(stated)，差 \(difference)。请业务员核对后更正。",
                    "\(quantity) × \(price)\(paid) = \(expected), but the order says \(stated), off by \(difference). Ask sales to correct it."
                )
            }
        }
    }
}
