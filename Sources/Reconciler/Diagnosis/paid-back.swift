import Books

extension ReceiptDiagnosis {
    /// That what a receipt paid too much was paid back: the only refund of the customer of just that, no other of whose
    /// receipts paid as much too much.
    func paidBack(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        let own = (refunds[receipt.customer] ?? []).filter { $0.amount.negated == receipt.over }
        guard own.count == 1, let refund = own.first, refund.paid.isEmpty,
            overpaid[receipt.customer]?.count(where: { $0 == receipt.over }) == 1
        else { return [] }
        let day = month[.receipts].day(.date, refund.row).map { "（\($0)）" } ?? " "
        return [
            Cause(
                .refunded, explains: finding.difference,
                Phrase(
                    "多付的 \(receipt.over) 已由 \(name(refund))\(day)退回，两笔相抵，不用再问客户。",
                    "The \(receipt.over) too much was paid back with \(name(refund)); the two come to nought, and the customer need not be asked."
                ), sources: [source(receipt, .amount), source(refund, .amount)])
        ]
    }
}
