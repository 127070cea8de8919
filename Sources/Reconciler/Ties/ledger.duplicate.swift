import Books

extension Rule {
    static let ledgerDuplicate = Rule(
        "ledger.duplicate", .duplicate, owner: .finance, tie: .receivableLedger,
        title: Phrase("重复记账", "Booked twice"),
        meaning: Phrase(
            "同一单据以同样金额记在两张以上凭证里，不再另报金额不符。",
            "The same document at the same amount in more than one voucher; not also an amount difference."),
        books: [.ledger]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.ledger]
        for pair in try examination.ledger().pairs where pair.outcome == .duplicate {
            let expected = pair.expected ?? .zero, booked = pair.booked ?? .zero
            let vouchers = Set(pair.rows.map { examination.month.text(table.symbol(.voucherNumber, $0)) }).sorted()
            let difference = try booked - expected
            try findings.addLedger(
                examination, pair, expected: .amount(expected), actual: .amount(booked), difference: difference,
                "同一单据记了 \(pair.rows.count) 次（凭证 \(vouchers.joined(separator: "、"))），多记 \(difference)。请冲销。",
                "Booked \(pair.rows.count) times (vouchers \(vouchers.joined(separator: ", "))), \(difference) too much. Reverse it."
            )
        }
    }
}
