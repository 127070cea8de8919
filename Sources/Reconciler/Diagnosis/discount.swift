import Books

extension Suspicion {
    /// A discount that the customer has was left out, or taken twice.
    static let discount = Suspicion(.discount) { discrepancy, context throws(Overflow) in
        if discrepancy.measure == .quantity { return [] }
        var causes: [Cause] = []
        for (left, sources) in context.discounts(discrepancy) {
            let off = Share.percent(Rate(units: 1_000_000 - left.units))
            if Share.of(discrepancy.actual, left) == discrepancy.expected {
                causes.append(
                    discrepancy.cause(
                        .discount, "折扣漏扣：实有 × \(left) 正好是应有，\(off) 的折扣没有扣。",
                        "The discount of \(off) was forgotten: what stands there × \(left) is exactly what is expected.",
                        sources: sources))
            } else if Share.of(discrepancy.expected, left) == discrepancy.actual {
                causes.append(
                    discrepancy.cause(
                        .discount, "折扣重扣：应有 × \(left) 正好是实有，\(off) 的折扣多扣了一次。",
                        "The discount of \(off) was taken once too often: what is expected × \(left) is what stands there.",
                        sources: sources))
            }
        }
        return causes
    }
}
