import Books

extension Rule {
    static let receivableBalanceMiscalculated = Rule(
        "receivable.balance-miscalculated", .difference, owner: .finance,
        title: Phrase("应收余额算错", "Balance miscalculated"),
        meaning: Phrase("余额 ＝ 应收金额 − 已收金额。", "Balance = amount − received."), books: [.receivables],
        columns: [RequiredColumn(.receivables, .balance), RequiredColumn(.receivables, .received)],
        parameters: [.amountTolerance, .amountToleranceShare]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receivables]
        for row in table.rows {
            guard let amount = table.amount(.amount, row), let balance = table.amount(.balance, row) else { continue }
            let received = table.amount(.received, row) ?? .zero
            let expected = try amount - received
            if expected == balance { continue }
            let difference = try balance - expected
            findings.add(
                key: [findings.part(.documentNumber, table.symbol(.documentNumber, row))],
                party: examination.parties.name(table.symbol(.customer, row)), expected: .amount(expected),
                actual: .amount(balance), difference: .amount(difference), amount: difference,
                sources: [
                    findings.source(table, row, .balance), findings.source(table, row, .amount),
                    findings.source(table, row, .received),
                ],
                isTolerated: examination.settings.tolerates(balance, expected: expected),
                "\(amount) − \(received) ＝ \(expected)，余额写的是 \(balance)，差 \(difference)。",
                "\(amount) − \(received) = \(expected), but the balance says \(balance), off by \(difference).")
        }
    }
}
