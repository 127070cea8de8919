import Books

/// What some findings come to in money, without signs.
enum QuestionMoney {
    /// The sum of their amounts; of several about the same thing the largest, since it is the same money. A sum that does
    /// not fit is cut off at the largest amount there is.
    static func sum(_ findings: some Sequence<Finding>) -> Amount {
        var largest: [[String]: Amount] = [:]
        for finding in findings {
            guard let amount = finding.amount?.magnitude, amount > .zero else { continue }
            let key = finding.key.map(\.value)
            largest[key] = max(largest[key] ?? .zero, amount)
        }
        return Amount(units: Int64(clamping: largest.values.reduce(Int128(0)) { $0 + Int128($1.units) }))
    }
}
