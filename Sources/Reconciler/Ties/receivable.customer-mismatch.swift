import Books

extension Rule {
    static let receivableCustomerMismatch = Rule(
        "receivable.customer-mismatch", .difference, owner: .finance, tie: .dispatchReceivable,
        title: Phrase("应收客户与出库不符", "Receivable under another customer"),
        meaning: Phrase(
            "同一单号，应收记在别的客户名下。别名、简称、公司后缀不算不符。",
            "The same document is owed by another customer. Aliases and suffixes make no difference."),
        books: [.movements, .receivables], columns: [RequiredColumn(.movements, .customer)]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receivables], book = try examination.documents()
        let month = examination.month
        for pair in try examination.receivables().pairs where pair.outcome != .withoutDispatch && !pair.rows.isEmpty {
            guard let document = pair.documents.map({ book.documents[$0] }).first(where: { !$0.customer.isNone }) else {
                continue
            }
            guard
                let row = pair.rows.first(where: { row in
                    let owing = examination.parties.name(table.symbol(.customer, row))
                    return !owing.isNone && owing != document.customer
                })
            else { continue }
            let owing = examination.parties.name(table.symbol(.customer, row))
            findings.add(
                key: [findings.part(.documentNumber, pair.number)], party: document.customer,
                expected: .text(month.text(document.customer)), actual: .text(month.text(owing)), amount: pair.owed,
                sources: [
                    findings.source(book.table, document.rows[0], .customer), findings.source(table, row, .customer),
                ],
                "出库单客户是「\(month.text(document.customer))」，应收记在「\(month.text(owing))」名下。",
                "The document is “\(month.text(document.customer))”'s, the receivable “\(month.text(owing))”'s.")
        }
    }
}
