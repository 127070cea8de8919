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
                let changes = try changes(examination, from: other, to: resend.counted)
                findings.add(
                    key: [findings.part(.orderNumber, resend.number)],
                    party: examination.parties.name(table.symbol(.customer, resend.counted[0])),
                    expected: .text(changes.counted), actual: .text(changes.other),
                    sources: findings.sources(table, resend.counted.prefix(4), .quantity)
                        + findings.sources(table, other.prefix(4), .quantity),
                    "同一订单号有两份不同内容，\(resend.why.chinese)。不同之处：\(changes.text)。",
                    "The order came twice with different lines; \(resend.why.english). What differs: \(changes.text).")
            }
        }
    }

    /// Each product whose quantity or price is not the same in both versions.
    private static func changes(
        _ examination: Examination, from other: [Int], to counted: [Int]
    ) throws(Overflow) -> (text: String, counted: String, other: String) {
        let before = try lines(examination, other), after = try lines(examination, counted)
        let products = Set(before.keys).union(after.keys).sorted()
        let changed = products.filter { before[$0] != after[$0] }
        let text = changed.prefix(8).map { "\($0): \(before[$0] ?? "—") → \(after[$0] ?? "—")" }
        let more = changed.count > 8 ? " …" : ""
        return (
            text.joined(separator: "; ") + more,
            changed.prefix(8).map { "\($0) \(after[$0] ?? "—")" }.joined(separator: "; "),
            changed.prefix(8).map { "\($0) \(before[$0] ?? "—")" }.joined(separator: "; ")
        )
    }

    private static func lines(_ examination: Examination, _ rows: [Int]) throws(Overflow) -> [String: String] {
        let table = examination.orders.table
        var lines: [String: String] = [:]
        for row in rows {
            let product = examination.month.text(examination.goods.product(.orders, row))
            let quantity = try examination.goods.quantity(table, row)?.description ?? "?"
            let price = examination.goods.price(table, row).map { " × \($0)" } ?? ""
            lines[product] = (lines[product].map { $0 + " + " } ?? "") + quantity + price
        }
        return lines
    }
}
