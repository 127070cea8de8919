import Books

extension Suspicion {
    /// Cases were taken for bottles, or bottles for cases: the figures differ by the product's pack size.
    static let packSize = Suspicion(.packSize) { discrepancy, context throws(Overflow) in
        guard let size = context.packSize(discrepancy), size > 1 else { return [] }
        let (expected, actual) = (Int128(discrepancy.expected), Int128(discrepancy.actual))
        if expected == 0 || actual == 0 { return [] }
        if actual == expected * Int128(size) {
            return [
                discrepancy.cause(
                    .packSize, "正好多了 \(size) 倍，每箱 \(size)：箱当成了瓶（或按箱重复换算）。",
                    "Exactly \(size) times as much, and a pack holds \(size): packs and pieces were mixed up.")
            ]
        }
        if actual * Int128(size) == expected {
            return [
                discrepancy.cause(
                    .packSize, "正好是 1/\(size)，每箱 \(size)：瓶当成了箱（或没有按箱规换算）。",
                    "Exactly one part in \(size), and a pack holds \(size): packs and pieces were mixed up.")
            ]
        }
        return []
    }
}
