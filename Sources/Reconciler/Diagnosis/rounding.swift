import Books

extension Suspicion {
    /// Rounding every line to the fen and adding up, against adding up and rounding once.
    static let rounding = Suspicion(.rounding) { discrepancy, context throws(Overflow) in
        guard discrepancy.measure == .amount else { return [] }
        guard let total = try context.totalRoundedOnce(discrepancy), total == discrepancy.actual else { return [] }
        return [
            discrepancy.cause(
                .rounding, "逐行四舍五入再合计是 \(discrepancy.figure(discrepancy.expected).description)，合计后再四舍五入正好是实有：取整的先后不同。",
                "Rounded line by line it comes to \(discrepancy.figure(discrepancy.expected).description); added up first and rounded once it is exactly what stands there."
            )
        ]
    }
}
