import Books

extension Suspicion {
    /// A discount that the customer has was left out, or taken twice; else one in round numbers that no order states.
    static let discount = Suspicion(.discount) { discrepancy, context throws(Overflow) in
        if discrepancy.measure == .quantity { return [] }
        let (expected, actual) = (discrepancy.expected, discrepancy.actual)
        var causes: [Cause] = []
        for (left, sources) in context.discounts(discrepancy) {
            let off = Share.percent(Rate(units: 1_000_000 - left.units))
            if Share.of(actual, left, step: discrepancy.step(expected)) == expected {
                causes.append(
                    discrepancy.cause(
                        .discount, "折扣漏扣：实有 × \(left) 正好是应有，\(off) 的折扣没有扣。",
                        "The discount of \(off) was forgotten: what stands there × \(left) is exactly what is expected.",
                        sources: sources))
            } else if Share.of(expected, left, step: discrepancy.step(actual)) == actual {
                causes.append(
                    discrepancy.cause(
                        .discount, "折扣重扣：应有 × \(left) 正好是实有，\(off) 的折扣多扣了一次。",
                        "The discount of \(off) was taken once too often: what is expected × \(left) is what stands there.",
                        sources: sources))
            }
        }
        return causes.isEmpty ? RoundDiscount.causes(discrepancy, context) : causes
    }
}

/// A discount that nobody wrote down: 九折, 八五折.
enum RoundDiscount {
    /// What is left after discounts as people give them, in hundredths.
    private static let left = [95, 90, 85, 80, 75, 70]
    /// Findings in which one figure is what was agreed and the other what was asked for.
    private static let codes: Set<String> = [
        "order.price-off-policy", "order.amount-miscalculated", "dispatch.price-difference",
        "receivable.amount-difference",
    ]

    /// The discount by which one figure is exactly the other, rounded as it is written; that of a case by the piece as well.
    static func causes(_ discrepancy: Discrepancy, _ context: DiagnosisContext) -> [Cause] {
        guard codes.contains(discrepancy.finding.code) else { return [] }
        let whole = causes(discrepancy, expected: discrepancy.expected, actual: discrepancy.actual)
        guard whole.isEmpty, discrepancy.measure == .price, let size = context.packSize(discrepancy), size > 1,
            discrepancy.expected % size == 0, discrepancy.actual % size == 0
        else { return whole }
        return causes(discrepancy, expected: discrepancy.expected / size, actual: discrepancy.actual / size)
    }

    private static func causes(_ discrepancy: Discrepancy, expected: Int64, actual: Int64) -> [Cause] {
        for hundredths in left {
            let rate = Rate(units: Int64(hundredths) * 10_000)
            let (part, off) = (Share.percent(rate), Share.percent(Rate(units: 1_000_000 - rate.units)))
            if Share.of(expected, rate, step: discrepancy.step(actual)) == actual {
                return [
                    discrepancy.cause(
                        .discount, "实有正好是应有的 \(part)：可能给了 \(off) 的折扣，没有登记。",
                        "What stands there is exactly \(part) of what is expected: a discount of \(off) that nobody wrote down, perhaps."
                    )
                ]
            }
            if Share.of(actual, rate, step: discrepancy.step(expected)) == expected {
                return [
                    discrepancy.cause(
                        .discount, "应有正好是实有的 \(part)：\(off) 的折扣可能没有扣。",
                        "What is expected is exactly \(part) of what stands there: a discount of \(off) may not have been taken off."
                    )
                ]
            }
        }
        return []
    }
}
