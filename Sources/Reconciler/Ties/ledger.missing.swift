import Books

extension Rule {
    static let ledgerMissing = Rule(
        "ledger.missing", .missing, owner: .finance, tie: .receivableLedger,
        title: Phrase("未记账", "Not booked"),
        meaning: Phrase(
            "本期的应收或回款在应收账款科目里没有分录。本来就缺应收的单据不重复报。",
            "A receivable or receipt of the period without an entry on the receivables account. A delivery without a receivable is not said again."
        ),
        books: [.ledger]
    ) { examination, findings throws(Overflow) in
        for pair in try examination.ledger().pairs where pair.outcome == .missing {
            guard examination.month.has(pair.isReceipt ? .receipts : .receivables), let expected = pair.expected else {
                continue
            }
            let what = pair.isReceipt ? Phrase("回款", "receipt") : Phrase("应收", "receivable")
            try findings.addLedger(
                examination, pair, expected: .amount(expected), actual: nil, difference: expected.negated,
                "\(what.chinese) \(expected)，明细账上没有。请财务补记。",
                "A \(what.english) of \(expected) is not in the ledger. Ask finance to book it.")
        }
    }
}
