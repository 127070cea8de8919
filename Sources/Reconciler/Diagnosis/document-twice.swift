import Books

extension Suspicion {
    /// The same document counted twice: two documents of the same quantity, or a figure that is exactly double.
    static let documentTwice = Suspicion(.documentTwice) { discrepancy, context throws(Overflow) in
        if let (first, second) = try context.repeatedIssue(discrepancy) {
            return [
                discrepancy.cause(
                    .documentTwice, "出库单 \(first.number) 与 \(second.number) 数量相同，多出的正好是其中一张：同一批货可能开了两次单。",
                    "Documents \(first.number) and \(second.number) have the same quantity, and one of them is exactly what is over: perhaps the same goods twice.",
                    sources: [first.source, second.source])
            ]
        }
        guard discrepancy.expected != 0, discrepancy.actual == discrepancy.expected * 2,
            discrepancy.measure != .price
        else { return [] }
        return [
            discrepancy.cause(
                .documentTwice, "正好是应有的两倍：可能记了两次。", "Exactly double what is expected: perhaps it was entered twice.")
        ]
    }
}
