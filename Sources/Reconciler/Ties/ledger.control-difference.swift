import Books

extension Rule {
    static let ledgerControlDifference = Rule(
        "ledger.control-difference", .difference, owner: .finance, tie: .receivableLedger,
        title: Phrase("应收账款总数不符", "Control account differs"),
        meaning: Phrase(
            "本期应收账款科目的借方减贷方，应等于本期应收合计减回款合计。差额由哪些单据造成，会逐一列出；列不出的部分单独说明。",
            "The receivables account's debits less credits in the period must be the period's receivables less its receipts. The documents that make the difference are named, and what they leave unexplained is said."
        ),
        books: [.ledger, .receivables],
        parameters: [
            Parameter(
                name: "receivablesAccounts",
                meaning: Phrase("应收账款科目（以此开头）", "the receivables account, by its beginning"), standard: "1122")
        ]
    ) { examination, findings throws(Overflow) in
        let ledger = try examination.ledger()
        guard !ledger.accountRows.isEmpty else { return }
        let control = try ControlAccount(examination, ledger)
        let difference = try ledger.accountSum - control.expected
        if difference.isZero { return }
        let listed = control.causes.prefix(10).map { "\($0.number) \($0.amount)" }.joined(separator: "; ")
        let more = control.causes.count > 10 ? " …(\(control.causes.count))" : ""
        let rest = try difference - control.explained
        findings.add(
            key: [KeyPart("accountCode", ledger.account)], expected: .amount(control.expected),
            actual: .amount(ledger.accountSum), difference: .amount(difference), amount: difference,
            sources: control.causes.prefix(6).flatMap { findings.sources(ledger.table, $0.rows.prefix(1), .debit) },
            "应收 − 回款 ＝ \(control.expected)，科目发生额 \(ledger.accountSum)，差 \(difference)。由这些单据造成：\(listed)\(more)。\(rest.isZero ? "" : "还有 \(rest) 没有对应单据。")",
            "Receivables − receipts = \(control.expected), the account moved by \(ledger.accountSum), off by \(difference). Made by: \(listed)\(more).\(rest.isZero ? "" : " \(rest) has no document.")"
        )
    }
}

/// What the receivables account should have moved by, and which documents keep it from it.
struct ControlAccount {
    private(set) var expected = Amount.zero, explained = Amount.zero
    private(set) var causes: [(number: String, amount: Amount, rows: GroupedRows)] = []

    /// Whether documents make all that the account is off by.
    static func isExplained(_ examination: Examination) -> Bool {
        guard let ledger = try? examination.ledger(), let control = try? ControlAccount(examination, ledger),
            let difference = try? ledger.accountSum - control.expected
        else { return false }
        return difference == control.explained
    }

    init(_ examination: Examination, _ ledger: LedgerMatch) throws(Overflow) {
        let month = examination.month, receipts = month[.receipts]
        let match = try examination.receivables(), allocation = try examination.receipts()
        for pair in match.pairs where pair.isInPeriod { expected = try expected + (pair.owed ?? .zero) }
        for receipt in allocation.receipts {
            if let day = receipts.day(.date, receipt.row), !month.period.contains(day) { continue }
            expected = try expected - receipt.amount - (allocation.charge(receipt.row)?.amount ?? .zero)
        }
        for pair in ledger.pairs {
            let should = try Self.expected(pair, match, allocation, month)
            var moved = Amount.zero
            for row in pair.rows where ledger.table.day(.date, row).map(month.period.contains) ?? true {
                moved = try moved + ledger.net(row, of: pair)
            }
            let difference = try moved - should
            if difference.isZero { continue }
            explained = try explained + difference
            causes.append((month.text(pair.number), difference, pair.rows))
        }
        causes.sort { ($1.amount.magnitude, $0.number) < ($0.amount.magnitude, $1.number) }
    }

    /// What a pair should move the account by within the period.
    private static func expected(
        _ pair: LedgerMatch.Pair, _ match: ReceivableMatch, _ allocation: ReceiptAllocation, _ month: Month
    ) throws(Overflow) -> Amount {
        if let place = pair.receivable {
            return match.pairs[place].isInPeriod ? match.pairs[place].owed ?? .zero : .zero
        }
        let receipts = month[.receipts]
        var sum = Amount.zero
        for row in pair.receipts where receipts.day(.date, row).map(month.period.contains) ?? true {
            sum = try sum - (receipts.amount(.amount, row) ?? .zero) - (allocation.charge(row)?.amount ?? .zero)
        }
        return sum
    }
}
