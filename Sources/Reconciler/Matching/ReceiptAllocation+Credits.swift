import Books

/// Money that comes net of the customer's credit notes and cites only what was delivered.
extension ReceiptAllocation {
    /// What a receipt cites, and the only credit notes of the customer that make it exactly that: those that cite the same
    /// documents, else any that the sheet calls settled, or that cite none. Where several would do none is taken.
    mutating func withCredits(_ place: Int, _ found: [Int], _ documents: DocumentBook) throws(Overflow) -> [Int] {
        let customer = receipts[place].customer
        guard !found.isEmpty, receipts[place].amount > .zero, receipts[place].unknownCitations.isEmpty,
            receipts[place].othersCited.isEmpty, let credits = credits(of: customer), !credits.isEmpty
        else { return found }
        var off = Amount.zero
        for pair in found { off = try off + due(pair) }
        off = try off - receipts[place].unapplied
        guard off > .zero, Set(found).count == found.count else { return found }
        var open: [Int] = []
        for pair in credits where !found.contains(pair) {
            if try due(pair) < .zero { open.append(pair) }
        }
        let cited = Set(found.flatMap { numbers(of: $0, documents) })
        let own = open.filter { pair in
            match.pairs[pair].documents.contains { cited.contains(documents.documents[$0].basis) }
        }
        let free =
            statesReceived
            ? open
            : open.filter { pair in
                match.pairs[pair].documents.allSatisfy { documents.documents[$0].basis.isNone }
            }
        for candidates in [own, free] where !candidates.isEmpty {
            let sizes = try candidates.map { (pair: Int) throws(Overflow) in try due(pair).units }
            if case .unique(let set) = SubsetSearch.find(sizes, sum: -off.units, limits: .quick), !set.isFree {
                return found + set.places.map { candidates[$0] }
            }
        }
        return found
    }

    /// What a receipt may fill of a document: what is called received of it, where the sheet says, less what was paid.
    private func due(_ pair: Int) throws(Overflow) -> Amount { try capacity[pair] - paid[pair] }

    /// The numbers that a credit note may cite a document by: its own and its order's.
    private func numbers(of pair: Int, _ documents: DocumentBook) -> [Symbol] {
        [match.pairs[pair].number]
            + match.pairs[pair].documents.map { documents.documents[$0].order }.filter { !$0.isNone }
    }
}
