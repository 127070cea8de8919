import Books

extension Rule {
    static let ledgerAmountDifference = Rule(
        "ledger.amount-difference", .difference, owner: .finance, tie: .receivableLedger,
        title: Phrase("账上金额不符", "Booked amount differs"),
        meaning: Phrase(
            "应收按单号对借方，回款按收款单号对贷方，精确到分。账与出库一致而应收表错的，只报应收表；重复记账的不再报金额。",
            "Receivables against debits by document, receipts against credits by receipt, to the fen. Where the ledger agrees with the delivery only the receivable is said; a double booking is not also an amount difference."
        ),
        books: [.ledger], parameters: [.amountTolerance, .amountToleranceShare]
    ) { examination, findings throws(Overflow) in
        for pair in try examination.ledger().pairs where pair.outcome == .differs || pair.outcome == .tolerated {
            guard let expected = pair.expected, let booked = pair.booked else { continue }
            let difference = try booked - expected
            try findings.addLedger(
                examination, pair, expected: .amount(expected), actual: .amount(booked), difference: difference,
                isTolerated: pair.outcome == .tolerated,
                "应为 \(expected)，账上是 \(booked)，差 \(difference)。请财务更正。",
                "It should be \(expected), the ledger has \(booked), off by \(difference). Ask finance to correct it.")
        }
    }
}
