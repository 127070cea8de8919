import Books

extension Rule {
    static let receivableDuplicate = Rule(
        "receivable.duplicate", .duplicate, owner: .finance, tie: .dispatchReceivable,
        title: Phrase("应收重复", "Receivable twice"),
        meaning: Phrase(
            "同一单号、客户、金额的应收出现两次以上，不再另报金额不符。",
            "The same document, customer and amount more than once; not also an amount difference."),
        books: [.movements, .receivables]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receivables]
        for pair in try examination.receivables().pairs where pair.outcome == .duplicate {
            let once = table.amount(.amount, pair.rows[0]) ?? .zero
            let extra = try (pair.owed ?? .zero) - once
            findings.add(
                key: [findings.part(.documentNumber, pair.number)], party: pair.customer, expected: .amount(once),
                actual: pair.owed.map(Figure.amount), difference: .amount(extra), amount: extra,
                sources: findings.sources(table, pair.rows, .amount),
                "同一单号记了 \(pair.rows.count) 次，每次 \(once)。请删去多记的 \(extra)。",
                "The document stands \(pair.rows.count) times at \(once) each. Remove the \(extra) too much.")
        }
    }
}
