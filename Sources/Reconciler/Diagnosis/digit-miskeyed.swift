import Books

extension Suspicion {
    /// One digit is another, as where a key beside the right one was struck.
    ///
    /// Of money alone, and never the last digit: a piece more or a fen more is no slip of the hand.
    static let digitMiskeyed = Suspicion(.digitMiskeyed) { discrepancy, _ throws(Overflow) in
        if discrepancy.measure == .quantity { return [] }
        let written = discrepancy.figure(discrepancy.actual).description
        let meant = discrepancy.figure(discrepancy.expected).description
        guard let (right, wrong) = MiskeyedDigit.find(meant, written) else { return [] }
        return [
            discrepancy.cause(
                .digitMiskeyed, "可能打错一位：\(meant) 与 \(written) 只有一位不同（\(right) 写成了 \(wrong)）。",
                "One digit may be miskeyed: \(meant) and \(written) differ in one digit alone (\(right) became \(wrong))."
            )
        ]
    }
}

/// One digit that stands for another.
enum MiskeyedDigit {
    /// With fewer digits than this besides noughts, that all the others agree says little: 500.00 and 800.00.
    private static let leastAlike = 3

    /// The right digit and the wrong one, when `written` is `meant` but for one digit that is not the last.
    static func find(_ meant: String, _ written: String) -> (Character, Character)? {
        let left = Array(meant), right = Array(written)
        guard left.count == right.count else { return nil }
        let places = left.indices.filter { left[$0] != right[$0] }
        guard places.count == 1, places[0] != left.count - 1, left[places[0]].isNumber, right[places[0]].isNumber,
            left.indices.count(where: { $0 != places[0] && left[$0].isNumber && left[$0] != "0" }) >= leastAlike
        else { return nil }
        return (left[places[0]], right[places[0]])
    }
}
