import Books

extension Rule {
    static let receivableAmountDifference = Rule(
        "receivable.amount-difference", .difference, owner: .finance, tie: .dispatchReceivable,
        title: Phrase("应收金额与出库不符", "Receivable differs from the dispatch"),
        meaning: Phrase(
            "应收金额应等于出库单各行数量 × 单价之和（到分）；单价是折前价、金额正好是订单折扣后的，按金额。",
            "The receivable must be the sum of quantity × unit price of its document, to the fen; a line with the price before the order's discount and just the amount after it counts at its amount."
        ),
        books: [.movements, .receivables], parameters: [.amountTolerance, .amountToleranceShare]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receivables], book = try examination.documents()
        for pair in try examination.receivables().pairs where pair.outcome == .differs || pair.outcome == .tolerated {
            guard let delivered = pair.delivered, let owed = pair.owed else { continue }
            let difference = try owed - delivered
            findings.add(
                key: [findings.part(.documentNumber, pair.number)], party: pair.customer, expected: .amount(delivered),
                actual: .amount(owed), difference: .amount(difference), amount: difference,
                sources: pair.documents.flatMap {
                    findings.sources(book.table, book.documents[$0].rows.prefix(8), .amount)
                } + findings.sources(table, pair.rows, .amount),
                isTolerated: pair.outcome == .tolerated,
                "出库单合计 \(delivered)，应收 \(owed)，差 \(difference)。请核对单价和数量。",
                "The document comes to \(delivered), the receivable says \(owed), off by \(difference). Check prices and quantities."
            )
        }
    }
}
