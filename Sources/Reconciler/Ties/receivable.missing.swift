import Books

extension Rule {
    static let receivableMissing = Rule(
        "receivable.missing", .missing, owner: .finance, tie: .dispatchReceivable,
        title: Phrase("出库未入应收", "Dispatched, no receivable"),
        meaning: Phrase(
            "本期的销售出库、退货、冲红没有对应的应收。代销发出的等售出再入账，不算；整张表都是别的月份的不算。",
            "An issue, return or reversal of the period without a receivable. Consignment deliveries are owed when sold and do not count, nor does what stands on a sheet of another month."
        ),
        books: [.movements, .receivables]
    ) { examination, findings throws(Overflow) in
        let book = try examination.documents()
        for pair in try examination.receivables().pairs where pair.outcome == .missing {
            guard let delivered = pair.delivered else { continue }
            findings.add(
                key: [findings.part(.documentNumber, pair.number)], party: pair.customer, expected: .amount(delivered),
                difference: .amount(delivered.negated), amount: delivered.negated,
                sources: pair.documents.flatMap {
                    findings.sources(book.table, book.documents[$0].rows.prefix(6), .amount)
                },
                "出库 \(delivered)，应收表上没有。请往来会计补记。",
                "\(delivered) delivered and no receivable. Ask the receivables accountant to book it.")
        }
    }
}
