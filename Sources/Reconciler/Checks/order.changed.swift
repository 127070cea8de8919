import Books

extension Rule {
    static let orderChanged = Rule(
        "order.changed", .difference, owner: .sales,
        title: Phrase("订单内容前后不一", "Order sent again with changes"),
        meaning: Phrase(
            "同一订单号发来两份，内容不同。以订单日期较晚的为准；日期相同以行数较多的为准；仍分不出时会说明，请确认。",
            "The same order number came twice with different lines. The later order date counts; on the same date the one with more lines; where neither decides it says so and asks."
        ),
        books: [.orders]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        for resend in examination.orders.resends where resend.kind == .changed {
            for other in resend.others {
                let changes = try OrderChanges(examination, from: other, to: resend.counted)
                let words = changes.words
                findings.add(
                    key: [findings.part(.orderNumber, resend.number)],
                    party: examination.parties.name(table.symbol(.customer, resend.counted[0])),
                    expected: .text(list(changes, \.after)), actual: .text(list(changes, \.before)),
                    sources: findings.sources(table, resend.counted.prefix(4), .quantity)
                        + findings.sources(table, other.prefix(4), .quantity),
                    "同一订单号有两份不同内容，\(resend.why.chinese)。未计入的一份 → 计入的一份：\(words.chinese)。请业务员确认，并收回作废的那份。",
                    "The order came twice with different lines; \(resend.why.english). From the one not counted to the one counted: \(words.english). Ask sales to confirm, and to withdraw the other."
                )
            }
        }
    }

    /// The changed lines of one version: `A 7 × 1.00; B —`.
    private static func list(_ changes: OrderChanges, _ side: KeyPath<OrderChanges.Line, [OrderChanges.Content]>)
        -> String
    {
        changes.lines.prefix(8).map { line in
            let contents = line[keyPath: side].map(\.description).joined(separator: " + ")
            return "\(line.product) \(contents.isEmpty ? "—" : contents)"
        }.joined(separator: "; ")
    }
}
