import Books

extension Suspicion {
    /// Documents of the same customer that are missing, and that together are exactly what is too much here.
    static let sumOfItems = Suspicion(.sumOfItems) { discrepancy, context throws(Overflow) in
        let chosen = context.missingThatAddUp(to: discrepancy).map { context.finding($0) }
        if chosen.isEmpty { return [] }
        let list = chosen.map { "\($0.key.first?.value ?? "") \(($0.amount?.negated ?? .zero).description)" }
            .joined(separator: " ＋ ")
        return [
            discrepancy.cause(
                .sumOfItems, "差额正好是该客户缺的单据之和：\(list)，可能并在这一笔里了。",
                "The difference is exactly the sum of this customer's missing documents: \(list). They may have been taken together.",
                sources: chosen.flatMap { $0.sources.prefix(1) })
        ]
    }
}

extension Finding {
    /// That a missing document may have been taken together with another one, which is too large by just that.
    func takenTogether(with other: Discrepancy) -> Cause {
        let number = other.finding.key.first?.value ?? "", excess = other.figure(other.difference).description
        return Cause(
            .sumOfItems, explains: difference,
            Phrase(
                "可能并在 \(number) 里了：那一笔正好多出 \(excess)。",
                "It may have been taken together with \(number), which is too large by exactly \(excess)."),
            sources: Array(other.finding.sources.prefix(2)))
    }
}
