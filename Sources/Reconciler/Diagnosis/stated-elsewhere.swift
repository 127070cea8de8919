import Books

extension ReceiptDiagnosis {
    /// That the receivables call just as much received of another document of the customer, which no other receipt brought:
    /// most likely the receipt paid that one and cites a wrong number.
    func statedElsewhere(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        let table = month[.receipts], receivables = month[.receivables]
        let cited = table.symbol(.appliesTo, receipt.row)
        if cited.isNone { return [] }
        let named = Set(meant(receipt).map(\.pair))
        let gaps = (statedPaid[table.symbol(.receiptNumber, receipt.row)] ?? []).filter { gap in
            pairs[gap.pair].customer == receipt.customer && !named.contains(gap.pair)
        }
        return gaps.prefix(3).map { gap in
            let number = month.text(pairs[gap.pair].number), received = (try? gap.stated - gap.paid) ?? gap.stated
            return Cause(
                .otherNumber, explains: finding.difference,
                Phrase(
                    "应收表把已收 \(received) 登记在该客户的 \(number) 上，没有别的回款付它：很可能付的是这张，核销单号 \(month.text(cited)) 写错了。",
                    "The receivables call \(received) received on this customer's \(number), and no other receipt brought it: most likely it paid that one, and \(month.text(cited)) is the wrong number."
                ),
                sources: [source(receipt, .appliesTo)]
                    + pairs[gap.pair].rows.prefix(2).map { row in
                        Source(
                            role: receivables.kind.rawValue,
                            reference: month.cell(receivables.origins[row], .received))
                    })
        }
    }
}
