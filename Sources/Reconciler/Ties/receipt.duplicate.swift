import Books

extension Rule {
    static let receiptDuplicate = Rule(
        "receipt.duplicate", .duplicate, owner: .finance, tie: .receivableReceipts,
        title: Phrase("回款重复", "Receipt twice"),
        meaning: Phrase(
            "收款单号、日期、客户、金额、核销单号都相同的记录，只计一次。",
            "Number, date, customer, amount and documents are all the same; it counts once."),
        books: [.receipts], columns: [RequiredColumn(.receipts, .receiptNumber)]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receipts]
        for (first, again) in try examination.receipts().duplicates {
            let amount = table.amount(.amount, again)
            findings.add(
                key: [findings.part(.receiptNumber, table.symbol(.receiptNumber, again))],
                party: examination.parties.name(table.symbol(.customer, again)), actual: amount.map(Figure.amount),
                amount: amount, sources: findings.sources(table, [first, again], .receiptNumber),
                "同一笔回款登记了两次，只计一次。请删去一笔。", "The same receipt was entered twice and is counted once. Remove one.")
        }
    }
}
