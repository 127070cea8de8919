import Books

extension Rule {
    static let ledgerAmountDifference = Rule(
        "ledger.amount-difference", .difference, owner: .finance, tie: .receivableLedger,
        title: Phrase("账上金额不符", "Booked amount differs"),
        meaning: Phrase(
            "应收按单号对借方，回款按收款单号对贷方，精确到分。账与出库一致而应收表错的，只报应收表；重复记账的不再报金额。一笔分录写了几张单据的，与它们的合计对。",
            "Receivables against debits by document, receipts against credits by receipt, to the fen. Where the ledger agrees with the delivery only the receivable is said; a double booking is not also an amount difference. An entry that names several is held against their sum."
        ),
        books: [.ledger], parameters: [.amountTolerance, .amountToleranceShare]
    ) { examination, findings throws(Overflow) in
        let ledger = try examination.ledger()
        for pair in ledger.pairs where pair.outcome == .differs || pair.outcome == .tolerated {
            guard let expected = pair.expected, let booked = pair.booked else { continue }
            let difference = try booked - expected
            if let entry = ledger.onlyEntry(of: pair) {
                let numbers = entry.numbers.map { examination.month.text($0) }.joined(separator: "、")
                try findings.addLedger(
                    examination, pair, expected: .amount(entry.expected), actual: .amount(entry.booked),
                    difference: difference, isTolerated: pair.outcome == .tolerated,
                    "账上把 \(numbers) 记成一笔，合计应为 \(entry.expected)，账上是 \(entry.booked)，差 \(difference)。请财务更正。",
                    "The ledger has one entry for \(numbers): it should be \(entry.expected) in all, and is \(entry.booked), off by \(difference). Ask finance to correct it."
                )
                continue
            }
            try findings.addLedger(
                examination, pair, expected: .amount(expected), actual: .amount(booked), difference: difference,
                isTolerated: pair.outcome == .tolerated,
                "应为 \(expected)，账上是 \(booked)，差 \(difference)。请财务更正。",
                "It should be \(expected), the ledger has \(booked), off by \(difference). Ask finance to correct it.")
        }
    }
}
