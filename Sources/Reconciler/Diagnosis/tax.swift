import Books

extension Suspicion {
    /// One figure holds the tax and the other does not, at a rate that is or was in force.
    static let tax = Suspicion(.tax) { discrepancy, context throws(Overflow) in
        if discrepancy.measure == .quantity { return [] }
        var causes: [Cause] = []
        for rate in context.taxRates {
            let percent = Share.percent(rate)
            let (expected, actual) = (discrepancy.expected, discrepancy.actual)
            if Share.added(rate, to: expected, step: discrepancy.step(actual)) == actual {
                causes.append(
                    discrepancy.cause(
                        .tax, "多加了税：应有 × (1 + \(percent)) 正好是实有，含税与不含税弄混了。",
                        "Tax of \(percent) was added: what is expected × (1 + \(percent)) is exactly what stands there."
                    ))
            } else if Share.added(rate, to: actual, step: discrepancy.step(expected)) == expected
                || Share.takenOut(rate, of: expected, step: discrepancy.step(actual)) == actual
            {
                causes.append(
                    discrepancy.cause(
                        .tax, "没有含税：应有 ÷ (1 + \(percent)) 正好是实有，含税与不含税弄混了。",
                        "Tax of \(percent) was left out: what is expected ÷ (1 + \(percent)) is exactly what stands there."
                    ))
            }
        }
        return causes
    }
}

/// Shares of figures, rounded to a step (the smallest unit where none is said), half away from nought.
enum Share {
    /// Millionths.
    private static let one: Int128 = 1_000_000

    /// `value × (1 + rate)`.
    static func added(_ rate: Rate, to value: Int64, step: Int64 = 1) -> Int64? {
        share(value, one + Int128(rate.units), one, step)
    }

    /// `value ÷ (1 + rate)`.
    static func takenOut(_ rate: Rate, of value: Int64, step: Int64 = 1) -> Int64? {
        share(value, one, one + Int128(rate.units), step)
    }

    /// `value × rate`.
    static func of(_ value: Int64, _ rate: Rate, step: Int64 = 1) -> Int64? {
        share(value, Int128(rate.units), one, step)
    }

    private static func share(_ value: Int64, _ part: Int128, _ whole: Int128, _ step: Int64) -> Int64? {
        if value == 0 { return nil }
        return rounded(Int128(value) * part, by: whole * Int128(step)).flatMap {
            Int64(exactly: Int128($0) * Int128(step))
        }
    }

    /// `13%`, `2.5%`.
    static func percent(_ rate: Rate) -> String { Rate(units: rate.units * 100).description + "%" }
}
