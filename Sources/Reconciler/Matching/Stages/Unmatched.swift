import Books

/// A record that found nothing on the other side of a tie under its own number.
struct Unmatched {
    /// The findings that say so, by their places; empty where a record is only a candidate.
    let findings: [Int]
    /// The number under which it was looked for.
    let number: String
    let party: String
    /// What it is worth, without sign.
    let amount: Int64
    let day: Day?
    /// What it moves, by product, in millionths: corroborates where there are no amounts.
    var lines: [String: Int64] = [:]
    /// What it is, as a person would name it.
    let name: Phrase
    let sources: [Source]

    /// Whether two records are worth the same, or move the same goods.
    func isWorthTheSame(as other: Unmatched) -> Bool {
        if !lines.isEmpty, lines == other.lines { return true }
        return amount != 0 && amount == other.amount && (lines.isEmpty || other.lines.isEmpty)
    }

    /// How many days lie between two records; `nil` where one has no date.
    func days(to other: Unmatched) -> Int? {
        guard let day, let theirs = other.day else { return nil }
        return Int(abs(day.number - theirs.number))
    }
}

/// Two sides of a tie that most likely belong together, though their numbers do not say so.
struct Proposal {
    let stage: MatchStage
    /// By their places among the unmatched of each side.
    let left: [Int], right: [Int]
    /// What kind of mistake it would be.
    let cause: Cause.Kind
    /// What speaks for it.
    let evidence: Phrase
    /// Another kind of mistake that fits as well, with what speaks for that.
    var also: (cause: Cause.Kind, evidence: Phrase)?
}
