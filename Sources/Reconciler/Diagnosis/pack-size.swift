import Books

extension Suspicion {
    /// Cases were taken for bottles, or bottles for cases: the figures differ by the product's pack size.
    static let packSize = Suspicion(.packSize) { discrepancy, context throws(Overflow) in
        guard let size = context.packSize(discrepancy), size > 1 else { return [] }
        let (expected, actual) = (discrepancy.expected, discrepancy.actual)
        if expected == 0 || actual == 0 { return [] }
        if isPart(expected, of: actual, size, discrepancy) {
            let mixed = tooMuch(discrepancy.measure)
            return [
                discrepancy.cause(
                    .packSize, "正好是应有的 \(size) 倍，每箱 \(size)：\(mixed.chinese)。",
                    "Exactly \(size) times what is expected, and a pack holds \(size): \(mixed.english).")
            ]
        }
        if isPart(actual, of: expected, size, discrepancy) {
            let mixed = tooLittle(discrepancy.measure)
            return [
                discrepancy.cause(
                    .packSize, "正好是应有的 1/\(size)，每箱 \(size)：\(mixed.chinese)。",
                    "Exactly one part in \(size) of what is expected, and a pack holds \(size): \(mixed.english).")
            ]
        }
        return []
    }

    /// Whether one figure is that of a piece and the other that of a pack. A price per pack is seldom a whole number of the
    /// steps in which a price per piece is written.
    private static func isPart(_ piece: Int64, of pack: Int64, _ size: Int64, _ discrepancy: Discrepancy) -> Bool {
        guard discrepancy.measure == .price else { return Int128(piece) * Int128(size) == Int128(pack) }
        let step = Int128(discrepancy.step(piece))
        return rounded(Int128(pack), by: Int128(size) * step).map { Int128($0) * step == Int128(piece) } ?? false
    }

    /// What was taken for what where a figure is a pack's size too large. A price goes the other way than a quantity; an
    /// amount does not say which of the two it was.
    private static func tooMuch(_ measure: Discrepancy.Measure) -> Phrase {
        switch measure {
        case .quantity: Phrase("瓶当成了箱（或按箱重复换算）", "pieces were taken for packs, or converted twice")
        case .price: Phrase("箱价当成了瓶价", "the price of a pack was taken for that of a piece")
        case .amount:
            Phrase("数量的瓶当成了箱，或箱价当成了瓶价", "pieces were taken for packs, or the price of a pack for that of a piece")
        }
    }

    private static func tooLittle(_ measure: Discrepancy.Measure) -> Phrase {
        switch measure {
        case .quantity: Phrase("箱当成了瓶（或没有按箱规换算）", "packs were taken for pieces, or not converted")
        case .price: Phrase("瓶价当成了箱价", "the price of a piece was taken for that of a pack")
        case .amount:
            Phrase("数量的箱当成了瓶，或瓶价当成了箱价", "packs were taken for pieces, or the price of a piece for that of a pack")
        }
    }
}
