import Books

extension Rule {
    static let ledgerWithoutDocument = Rule(
        "ledger.without-document", .missing, owner: .finance, tie: .receivableLedger,
        title: Phrase("有账无单", "Booked without a document"),
        meaning: Phrase(
            "应收账款科目上的分录写的单号，既不是应收、出库，也不是回款。整张表都是别的月份的不算。",
            "An entry on the receivables account names a document that is neither a receivable, a delivery nor a receipt. What stands on a sheet of another month does not count."
        ),
        books: [.ledger, .receivables]
    ) { examination, findings throws(Overflow) in
        for pair in try examination.ledger().pairs where pair.outcome == .withoutDocument {
            guard let booked = pair.booked,
                !examination.otherMonths.contain(pair.rows, of: examination.month[.ledger])
            else { continue }
            // Without a book of receipts a credit cannot be held against one.
            if pair.isReceipt, !examination.month.has(.receipts) { continue }
            try findings.addLedger(
                examination, pair, expected: nil, actual: .amount(booked), difference: booked,
                "账上记了 \(booked)，没有这张单据。请核对单号。", "\(booked) is booked and there is no such document. Check the number.")
        }
    }
}
