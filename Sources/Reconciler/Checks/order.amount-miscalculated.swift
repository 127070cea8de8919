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
                guard let stated = table.amount(.amount, row), let price = table.price(.unitPrice, row),
                    let quantity = table.quantity(.quantity, row)
                else { continue }
                let expected = try price.times(quantity)
                if stated == expected { continue }
                if let discount = table.rate(.discount, row), fits(stated, expected, discount) { continue }
                let difference = try stated - expected
                if difference.magnitude <= examination.settings.amountTolerance { continue }
                findings.add(
                    key: examination.lineKey(row), party: order.customer, expected: .amount(expected),
                    actual: .amount(stated), difference: .amount(difference), amount: difference,
                    sources: [
                        findings.source(table, row, .amount), findings.source(table, row, .quantity),
                        findings.source(table, row, .unitPrice),
                    ],
                    "\(quantity) × \(price) ＝ \(expected)，订单上写的是 \(stated)，差 \(difference)。请业务员核对后更正。",
                    "\(quantity) × \(price) = \(expected), but the order says \(stated), off by \(difference). Ask sales to correct it."
                )
            }
        }
    }

    /// Whether an amount is the full price less a discount, written as what is taken off (0.1) or what is left (0.9).
    private static func fits(_ stated: Amount, _ full: Amount, _ discount: Rate) -> Bool {
        [discount.units, 1_000_000 - discount.units].contains { share in
            rounded(Int128(full.units) * Int128(share), by: 1_000_000) == stated.units
        }
    }
}
