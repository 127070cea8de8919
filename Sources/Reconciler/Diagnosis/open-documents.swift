import Books

extension ReceiptDiagnosis {
    /// The only set of documents that come to what is left of a receipt and that the receivables do not call received:
    /// most likely somebody forgot to say there that they are paid.
    func openDocuments(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        guard receipt.othersCited.isEmpty, receipt.unknownCitations.isEmpty else { return [] }
        let day = month[.receipts].day(.date, receipt.row)
        // A delivery of a later day was not open when the money came.
        let open = (openItems[receipt.customer] ?? []).filter { item in
            guard let day, let date = item.date else { return true }
            return date <= day
        }.sorted { ($0.date?.number ?? Int32.min, $0.pair) < ($1.date?.number ?? Int32.min, $1.pair) }
        guard open.count <= ReceiptAllocation.manyDocuments,
            case .unique(let set) = SubsetSearch.find(
                open.map(\.open.units), sum: receipt.unapplied.units, limits: .quick)
        else { return [] }
        let chosen = set.places.map { open[$0] }
        let shown = chosen.prefix(12).map { "\(month.text(pairs[$0.pair].number)) \($0.open)" }.joined(separator: " ＋ ")
        let list = shown + (chosen.count > 12 ? " ＋ …" : "")
        // Of equal amounts the oldest are named; nobody can say that it was these.
        let words =
            set.isFree
            ? Phrase(
                "该客户未收的单据里，\(list) 正好合计 \(receipt.unapplied)；其中有金额相同、可以互换的单据，取了日期早的，除此之外别无他解。应收表上没有登记已收，很可能付的就是这样一组，请问客户是哪几张。",
                "Of this customer's open documents \(list) come to \(receipt.unapplied); some could be exchanged for others of the same amount, of which the oldest were taken, and nothing else does. The receivables do not call them received; most likely this paid such a set: ask the customer which."
            )
            : Phrase(
                "该客户只有一组未收的单据正好合计 \(receipt.unapplied)：\(list)。应收表上没有登记已收，很可能付的就是它们。",
                "Only one set of this customer's open documents comes to \(receipt.unapplied): \(list). The receivables do not call them received; most likely this paid them."
            )
        return [
            Cause(
                .sumOfItems, explains: finding.difference, words,
                sources: [source(receipt, .amount)] + chosen.prefix(5).flatMap { sources(pairs[$0.pair]) })
        ]
    }

    /// The only set of the customer's documents that no receipt has paid and that come to what a receipt pays too much:
    /// most likely their numbers were left out.
    func paidBesides(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        let open = unpaid(receipt.customer)
        guard open.count <= ReceiptAllocation.manyDocuments,
            case .unique(let set) = SubsetSearch.find(open.map(\.units), sum: receipt.over.units, limits: .quick),
            !set.isFree
        else { return [] }
        let chosen = set.places.map { open[$0] }
        let shown = chosen.prefix(12).map { "\(month.text(pairs[$0.pair].number)) \(Amount(units: $0.units))" }
        let list = shown.joined(separator: " ＋ ") + (chosen.count > 12 ? " ＋ …" : "")
        return [
            Cause(
                .sumOfItems, explains: finding.difference,
                Phrase(
                    "多付的 \(receipt.over) 正好是该客户还没有回款的 \(list)：很可能也是付它的，漏写了单号。",
                    "The \(receipt.over) too much is exactly \(list), which no receipt has paid: most likely it was for that as well, and the number was left out."
                ),
                sources: [source(receipt, .appliesTo)] + chosen.prefix(5).flatMap { sources(pairs[$0.pair]) })
        ]
    }
}
