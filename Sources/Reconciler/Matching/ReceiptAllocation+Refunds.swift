import Books

extension ReceiptAllocation {
    /// Whether something says what a refund pays back: it cites a document or a receipt that is known, or as much was paid
    /// by the customer, paid too much, or credited to it.
    func isExplained(refund place: Int, _ month: Month, _ documents: DocumentBook) throws(Overflow) -> Bool {
        let refund = receipts[place]
        if cites(refund, month, documents) { return true }
        let back = refund.amount.negated
        let isPaidBack = receipts.contains { other in
            other.customer == refund.customer && [other.amount, other.unapplied, other.over].contains(back)
        }
        if isPaidBack { return true }
        return try isCredited(refund)
    }

    private func cites(_ refund: Receipt, _ month: Month, _ documents: DocumentBook) -> Bool {
        let cited = month[.receipts].symbol(.appliesTo, refund.row)
        if cited.isNone { return false }
        let numbers = [month.text(cited)] + Parties.split(month.text(cited))
        return numbers.contains { number in
            guard let symbol = month.texts.find(number) else { return false }
            return !match.places(citedAs: symbol, documents).isEmpty
                || receipts.contains {
                    month[.receipts].symbol(.receiptNumber, $0.row) == symbol && $0.row != refund.row
                }
        }
    }

    /// Whether some of the customer's open credit notes come to the refund.
    private func isCredited(_ refund: Receipt) throws(Overflow) -> Bool {
        var credits: [Int64] = []
        for (place, pair) in match.pairs.enumerated() where pair.customer == refund.customer {
            let open = try (pair.owed ?? pair.delivered ?? .zero) - paid[place]
            if open < .zero { credits.append(open.negated.units) }
        }
        let back = refund.amount.negated.units
        switch SubsetSearch.find(credits, sums: back...back, limits: .quick) {
        case .unique, .several, .undecided: return true
        case .none: return false
        }
    }
}
