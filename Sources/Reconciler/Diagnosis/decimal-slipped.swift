import Books

extension Suspicion {
    /// The decimal point stands one, two or three places off.
    static let decimalSlipped = Suspicion(.decimalSlipped) { discrepancy, _ throws(Overflow) in
        let (expected, actual) = (Int128(discrepancy.expected), Int128(discrepancy.actual))
        if expected == 0 || actual == 0 { return [] }
        for (factor, places) in [(10, 1), (100, 2), (1_000, 3)] as [(Int128, Int)] {
            if actual == expected * factor {
                return [
                    discrepancy.cause(
                        .decimalSlipped, "小数点错位：写成了 \(factor) 倍（右移 \(places) 位）。",
                        "The decimal point slipped: \(factor) times what is expected.")
                ]
            }
            if actual * factor == expected {
                return [
                    discrepancy.cause(
                        .decimalSlipped, "小数点错位：只写了 1/\(factor)（左移 \(places) 位）。",
                        "The decimal point slipped: only one part in \(factor).")
                ]
            }
        }
        return []
    }
}
