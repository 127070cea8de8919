import Books

extension ReceiptDiagnosis {
    /// That an entry credits the document itself with all that the ledger is off by: what was paid, set off or written off,
    /// and stands in no list of receipts.
    func creditedDirectly(_ number: String, _ finding: Finding) throws(Overflow) -> [Cause] {
        let table = month[.ledger]
        guard let row = month.texts.find(number).flatMap({ credited[$0] }), finding.sources.first?.role != "receipts",
            finding.difference == .amount(try LedgerMatch.net(table, row))
        else { return [] }
        let voucher = month.text(table.symbol(.voucherNumber, row)), summary = month.text(table.symbol(.summary, row))
        let amount = try LedgerMatch.net(table, row).negated
        let said = summary.isEmpty ? Phrase("", "") : Phrase("「\(summary)」", " (“\(summary)”)")
        return [
            Cause(
                .creditedDirectly, explains: finding.difference,
                Phrase(
                    "\(voucher)\(said.chinese)在这张单据上贷记 \(amount)，正好是差额：收款、对冲或核销直接记在单据号上，回款表里没有它。请补登回款，或改用收款单号。",
                    "\(voucher)\(said.english) credits the document itself with \(amount), just what it is off by: a payment, a set-off or a write-off that no receipt says. Enter it as a receipt, or book it under the receipt's number."
                ),
                sources: [Source(role: table.kind.rawValue, reference: month.cell(table.origins[row], .credit))])
        ]
    }
}
