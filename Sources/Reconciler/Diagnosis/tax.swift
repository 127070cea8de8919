import Books

extension Suspicion {
    /// One figure holds the tax and the other does not, at a rate that is or was in force.
    static let tax = Suspicion(.tax) { discrepancy, context throws(Overflow) in
        if discrepancy.measure == .quantity { return [] }
        var causes: [Cause] = []
        for rate in context.taxRates {
            let percent = Share.percent(rate)
            if Share.added(rate, to: discrepancy.expected) == discrepancy.actual {
                causes.append(
                    discrepancy.cause(
                        .tax, "多加了税：应有 × (1 + \(percent)) 正好是实有，含税与不含税弄混了。",
                        "Tax of \(percent) was added: what is expected × (1 + \(percent)) is exactly what stands there."
                    ))
            } else if Share.added(rate, to: discrepancy.actual) == discrepancy.expected
                || Share.takenOut(rate, of: discrepancy.expected) == discrepancy.actual
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

/// Shares of figures, rounded to the smallest unit, half away from nought.
enum Share {
    /// Millionths.
    private static let one: Int128 = 1_000_000

    /// `value × (1 + rate)`.
    static func added(_ rate: Rate, to value: Int64) -> Int64? {
        value == 0 ? nil : rounded(Int128(value) * (one + Int128(rate.units)), by: one)
    }

    /// `value ÷ (1 + rate)`.
    static func takenOut(_ rate: Rate, of value: Int64) -> Int64? {
        value == 0 ? nil : rounded(Int128(value) * one, by: one + Int128(rate.units))
    }

    /// `value × rate`.
    static func of(_ value: Int64, _ rate: Rate) -> Int64? {
        value == 0 ? nil : rounded(Int128(value) * Int128(rate.units), by: one)
    }

    /// `13%`, `2.5%`.
    static func percent(_ rate: Rate) -> String { Rate(units: rate.units * 100).description + "%" }
}
