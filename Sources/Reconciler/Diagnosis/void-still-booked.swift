import Books

extension Suspicion {
    /// A void document whose goods the stock book still counts, or whose goods left all the same.
    static let voidStillBooked = Suspicion(.voidStillBooked) { discrepancy, context throws(Overflow) in
        guard discrepancy.measure == .quantity, let line = context.stockLine(discrepancy) else { return [] }
        let isBook = discrepancy.finding.code == "stock.rollforward-difference"
        let fitting = try context.voidMovements(of: line).filter { $0.effect == discrepancy.difference }
        guard fitting.count <= 3 else { return [] }
        return fitting.map { movement in
            discrepancy.cause(
                .voidStillBooked,
                isBook
                    ? "作废单据 \(movement.number) 的数量正好是差数：账上可能没有把它冲回。"
                    : "作废单据 \(movement.number) 的数量正好是差数：货可能照样动了。",
                isBook
                    ? "The void document \(movement.number) would have moved exactly the difference: the book may still count it."
                    : "The void document \(movement.number) would have moved exactly the difference: the goods may have moved all the same.",
                sources: [movement.source])
        }
    }
}
