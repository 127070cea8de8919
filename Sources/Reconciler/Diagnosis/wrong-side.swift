import Books

extension Suspicion {
    /// What belongs on one side stands on the other: the difference is twice the figure, its half the figure itself.
    static let wrongSide = Suspicion(.wrongSide) { discrepancy, _ throws(Overflow) in
        guard discrepancy.measure == .amount, discrepancy.actual == -discrepancy.expected else { return [] }
        let half = discrepancy.figure(discrepancy.expected).description
        return [
            discrepancy.cause(
                .wrongSide, "方向相反：差额的一半正好是 \(half)，借贷（或正负）记反了。",
                "Wrong side: half the difference is exactly \(half); debit and credit, or the sign, were exchanged.")
        ]
    }
}
