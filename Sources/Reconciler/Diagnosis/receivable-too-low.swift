import Books

extension ReceiptDiagnosis {
    /// That a receipt pays more than is owed only because the receivable it cites is less than its delivery is worth, which
    /// has a finding of its own.
    func receivableTooLow(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) throws(Overflow) -> [Cause] {
        var fitting: [(place: Int, missing: Amount)] = []
        // What cites nothing paid what it could find.
        let places = citedPlaces(receipt).union(receipt.unapplied.isZero ? [] : receipt.paid.map(\.pair))
        for place in places where pairs[place].outcome == .differs {
            guard let delivered = pairs[place].delivered, let owed = pairs[place].owed else { continue }
            var paid = paid(place)
            for other in paidTooMuch[place] ?? [] { paid = try paid + other.over }
            if !receipt.unapplied.isZero { paid = try paid + receipt.unapplied }
            // All that came for it is no more than what was delivered; what cites nothing is exactly that.
            if delivered > owed, receipt.unapplied.isZero ? paid <= delivered : paid == delivered {
                fitting.append((place, try delivered - owed))
            }
        }
        guard fitting.count == 1, let (place, missing) = fitting.first, let delivered = pairs[place].delivered,
            let owed = pairs[place].owed
        else { return [] }
        let book = try examination.documents()
        let number = month.text(pairs[place].number)
        return [
            Cause(
                .receivableTooLow, explains: finding.difference,
                Phrase(
                    "不是客户多付：单据 \(number) 出库 \(delivered)，应收只记了 \(owed)，少记 \(missing)（另有一条应收金额不符）。更正应收后这笔就对上了。",
                    "The customer did not overpay: document \(number) was delivered for \(delivered) and the receivable says only \(owed), \(missing) too little, which is a finding of its own. Once that is corrected this receipt fits."
                ),
                sources: [source(receipt, .amount)] + sources(pairs[place])
                    + pairs[place].documents.flatMap { book.documents[$0].rows.prefix(4) }.prefix(4).map { row in
                        Source(role: book.table.kind.rawValue, reference: month.cell(book.table.origins[row], .amount))
                    })
        ]
    }
}
