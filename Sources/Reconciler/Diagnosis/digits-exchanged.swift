import Books

extension Suspicion {
    /// Two digits changed places. Such a difference divides by nine, but so does every ninth one: the digits are looked at.
    static let digitsExchanged = Suspicion(.digitsExchanged) { discrepancy, _ throws(Overflow) in
        let written = discrepancy.figure(discrepancy.actual).description
        let meant = discrepancy.figure(discrepancy.expected).description
        guard let (first, second) = ExchangedDigits.find(meant, written) else { return [] }
        return [
            discrepancy.cause(
                .digitsExchanged, "数字颠倒：\(meant) 写成了 \(written)（\(first) 与 \(second) 换了位置）。",
                "Digits exchanged: \(meant) was written as \(written) (\(first) and \(second) changed places).")
        ]
    }
}

/// Two digits that changed places.
enum ExchangedDigits {
    /// The two digits, when `written` is `meant` with exactly these two exchanged.
    static func find(_ meant: String, _ written: String) -> (Character, Character)? {
        let left = digits(meant), right = digits(written)
        guard left.count == right.count, meant.hasPrefix("-") == written.hasPrefix("-") else { return nil }
        let places = left.indices.filter { left[$0] != right[$0] }
        guard places.count == 2, left[places[0]] == right[places[1]], left[places[1]] == right[places[0]] else {
            return nil
        }
        return (left[places[0]], left[places[1]])
    }

    /// The digits of a plain decimal; the point must stand at the same place, so it stays.
    private static func digits(_ text: String) -> [Character] { text.filter { $0 != "-" } }
}
