import Books

extension Suspicion {
    /// Documents of the same customer that are missing, and that together are exactly what is too much here.
    static let sumOfItems = Suspicion(.sumOfItems) { discrepancy, context throws(Overflow) in
        guard discrepancy.measure == .amount else { return [] }
        let missing = context.missingOfParty(discrepancy)
        guard !missing.isEmpty, missing.count <= 60 else { return [] }
        let amounts = missing.map { -($0.amount?.units ?? 0) }
        switch SubsetSearch.find(amounts, sum: discrepancy.difference, limits: .quick) {
        case .unique(let set) where set.places.count <= 6:
            let chosen = set.places.map { missing[$0] }
            let list = chosen.map { "\($0.key.first?.value ?? "") \(($0.amount?.negated ?? .zero).description)" }
                .joined(separator: " ＋ ")
            return [
                discrepancy.cause(
                    .sumOfItems, "差额正好是该客户缺的单据之和：\(list)，可能并在这一笔里了。",
                    "The difference is exactly the sum of this customer's missing documents: \(list). They may have been taken together.",
                    sources: chosen.flatMap { $0.sources.prefix(1) })
            ]
        default: return []
        }
    }
}
