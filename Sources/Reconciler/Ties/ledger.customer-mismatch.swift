import Books

extension Rule {
    static let ledgerCustomerMismatch = Rule(
        "ledger.customer-mismatch", .difference, owner: .finance, tie: .receivableLedger,
        title: Phrase("账上客户不符", "Booked to another customer"),
        meaning: Phrase(
            "同一单号，明细账的往来单位不是应收或回款的客户。别名不算不符。",
            "The ledger books the document to another customer than the receivable or receipt. Aliases make no difference."
        ),
        books: [.ledger], columns: [RequiredColumn(.ledger, .customer)]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.ledger], month = examination.month
        for pair in try examination.ledger().pairs where pair.outcome != .withoutDocument && !pair.customer.isNone {
            let other = pair.rows.lazy.map { examination.parties.name(table.symbol(.customer, $0)) }
                .filter { !$0.isNone && $0 != pair.customer }.min { month.rank($0) < month.rank($1) }
            guard let other else { continue }
            try findings.addLedger(
                examination, pair, expected: .text(month.text(pair.customer)), actual: .text(month.text(other)),
                "应记「\(month.text(pair.customer))」，账上记在「\(month.text(other))」。",
                "It is “\(month.text(pair.customer))”'s and is booked to “\(month.text(other))”.")
        }
    }
}
