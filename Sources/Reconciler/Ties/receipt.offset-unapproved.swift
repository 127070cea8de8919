import Books

extension Rule {
    static let receiptOffsetUnapproved = Rule(
        "receipt.offset-unapproved", .incomplete, owner: .finance,
        title: Phrase("费用冲抵未审批", "Offset not approved"),
        meaning: Phrase("费用冲抵经审批才算回款。", "An expense offset counts as payment once it is approved."), books: [.receipts],
        columns: [RequiredColumn(.receipts, .method), RequiredColumn(.receipts, .approvedBy)]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receipts]
        for row in table.rows where examination.month.text(table.symbol(.method, row)) == "offset" {
            if Signature.isGiven(table.symbol(.approvedBy, row), examination.month) { continue }
            findings.add(
                key: [findings.part(.receiptNumber, table.symbol(.receiptNumber, row))],
                party: examination.parties.name(table.symbol(.customer, row)),
                amount: table.amount(.amount, row), sources: [findings.source(table, row, .approvedBy)],
                "费用冲抵没有审批人。请补审批。", "An offset without approval. Have it approved.")
        }
    }
}
