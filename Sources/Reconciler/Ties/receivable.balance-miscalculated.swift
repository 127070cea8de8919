import Books

extension Rule {
    static let receivableBalanceMiscalculated = Rule(
        "receivable.balance-miscalculated", .difference, owner: .finance,
        title: Phrase("应收余额或已收有误", "Balance or received wrong"),
        meaning: Phrase(
            "余额 ＝ 应收金额 − 已收金额；已收金额应等于期末前核销这张单据的回款。以前月份结转来的，可能在以前月份收过，只报回款多出来的。回款或明细账自己的差异已经说明的，不再报。同一客户合计相同、只是落在不同单据上的，只报一条。",
            "Balance = amount − received, and what is called received must be what receipts brought for the document by the period's end. One carried into the month may have been paid before it, so only what receipts brought besides is reported. What a finding about a receipt or the ledger explains is not reported again. Where a customer's differ only in which document is meant, that is one finding."
        ),
        books: [.receivables], columns: [RequiredColumn(.receivables, .received)],
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
        if examination.month.has(.receipts) { try ReceivedAmounts.check(examination, &findings) }
    }
}
