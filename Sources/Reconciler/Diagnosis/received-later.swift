import Books

extension ReceiptDiagnosis {
    /// That what a receivable calls received by the period's end came with receipts dated after it, and with nothing else.
    func receivedLater(_ place: Int, _ finding: Finding) throws(Overflow) -> [Cause] {
        let table = month[.receipts], lastDay = month.period.lastDay
        var late = Amount.zero
        var paying: [(row: Int, day: Day)] = []
        for receipt in receipts(paying: place) {
            guard let day = table.day(.date, receipt.row), day > lastDay else { continue }
            for part in receipt.paid where part.pair == place {
                late = try late + part.amount
                paying.append((receipt.row, day))
            }
        }
        guard !paying.isEmpty, finding.difference == .amount(late) else { return [] }
        let shown = paying.prefix(3).map { row, day in "\(month.text(table.symbol(.receiptNumber, row))) \(day)" }
        let list = shown + (paying.count > 3 ? ["…"] : [])
        return [
            Cause(
                .neighbouringMonth, explains: finding.difference,
                Phrase(
                    "这 \(late) 是期末之后才到账的（\(list.joined(separator: "、"))），应收却在本月登记了已收：跨期。请确认收款日期，期末应收是否应仍为未收。",
                    "These \(late) came after the period's end (\(list.joined(separator: ", "))), and the receivable calls them received in it: is the day right, or was it still open at the period's end?"
                ),
                sources: paying.prefix(4).map { row, _ in
                    Source(role: table.kind.rawValue, reference: month.cell(table.origins[row], .date))
                })
        ]
    }
}
