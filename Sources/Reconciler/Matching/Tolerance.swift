import Books

extension Settings {
    /// The sums of documents against which a payment lies within the tolerance; `nil` where they do not fit.
    ///
    /// The share is one of what is expected, which is what the documents come to: at 1 % a payment of 990 settles 1,000,
    /// and one of 1,010 does too.
    func sums(toleratedBy payment: Amount) -> ClosedRange<Int64>? {
        let paid = Int128(payment.units), absolute = Int128(amountTolerance.magnitude.units)
        let one: Int128 = 1_000_000, share = min(Int128(amountToleranceShare.magnitude.units), one - 1)
        if paid <= 0 { return nil }
        // paid ≥ sum × (1 − share) and paid ≤ sum × (1 + share), to the next fen inside.
        let least = min(paid - absolute, (paid * one + one + share - 1) / (one + share))
        let most = max(paid + absolute, paid * one / (one - share))
        guard let low = Int64(exactly: max(least, 1)), let high = Int64(exactly: most), low <= high else { return nil }
        return low...high
    }
}
