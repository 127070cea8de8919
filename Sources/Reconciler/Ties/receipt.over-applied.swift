import Books

extension Rule {
    static let receiptOverApplied = Rule(
        "receipt.over-applied", .difference, owner: .finance, tie: .receivableReceipts,
        title: Phrase("核销超过应收", "More paid than was owed"),
        meaning: Phrase("写明核销的单据，累计核销超过了应收金额。", "The documents that a receipt cites were paid more than they owe."),
        books: [.receivables, .receipts], columns: [RequiredColumn(.receipts, .appliesTo)]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receipts]
        for receipt in try examination.receipts().receipts where receipt.over > .zero {
            findings.add(
                key: [findings.part(.receiptNumber, table.symbol(.receiptNumber, receipt.row))],
                party: receipt.customer,
                expected: .amount(try receipt.amount - receipt.over), actual: .amount(receipt.amount),
                difference: .amount(receipt.over), amount: receipt.over,
                sources: [
                    findings.source(table, receipt.row, .amount), findings.source(table, receipt.row, .appliesTo),
                ],
                "核销 \(examination.month.text(table.symbol(.appliesTo, receipt.row)))，超过应收 \(receipt.over)。请核对金额或单号。",
                "It pays \(examination.month.text(table.symbol(.appliesTo, receipt.row))) \(receipt.over) more than is owed. Check the amount or the number."
            )
        }
    }
}
