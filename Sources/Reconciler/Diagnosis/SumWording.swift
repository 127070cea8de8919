import Books

/// Which records come to another one, in words.
struct SumWording {
    private let record: Unmatched
    private let others: [Unmatched]

    init(_ record: Unmatched, _ others: [Unmatched]) {
        self.record = record
        self.others = others
    }

    /// Several sets come to the record, and none was picked.
    func several(_ sets: [[Int]], _ count: SubsetCount?) -> Cause {
        let listed = sets.prefix(3).map(list).joined(separator: "；")
        let amount = Amount(units: record.amount)
        let many = count.map { count in
            Phrase(
                "有\(count.isAtLeast ? "至少 " : " ")\(count.number) 组单据",
                "\(count.isAtLeast ? "at least " : "")\(count.number) sets of this party's records")
        }
        let free = Phrase("有同样金额可以互换的单据", "sets that differ by records of the same amount")
        let which = many ?? free
        return Cause(
            .severalReadings, explains: nil,
            Phrase(
                "\(which.chinese)正好合计 \(amount)（\(listed)），没有替您选。请核对是哪几张。",
                "There are \(which.english) that come to \(amount) exactly (\(listed)). None was picked; find out which it is."
            ),
            sources: sets.prefix(2).flatMap { $0.prefix(3).flatMap { others[$0].sources.prefix(1) } })
    }

    /// None comes to it; the set that comes near.
    func near(_ set: [Int], _ below: Int64?, _ above: Int64?) -> NearestCandidate {
        let names = set.prefix(6).map { others[$0].name }
        let more = set.count > 6 ? "…" : ""
        let sums = NearSum.words(below, above)
        let amount = Amount(units: record.amount)
        return NearestCandidate(
            Phrase(
                names.map(\.chinese).joined(separator: "、") + more, names.map(\.english).joined(separator: ", ") + more),
            obstacle: Phrase(
                "该客户没有哪几张正好合计 \(amount)；最近的合计\(sums.chinese)",
                "no set of this party's records comes to \(amount); the nearest sums are \(sums.english)"),
            sources: set.prefix(4).flatMap { others[$0].sources.prefix(1) })
    }

    private func list(_ set: [Int]) -> String {
        set.prefix(6).map { "\(others[$0].number) \(Amount(units: others[$0].amount))" }.joined(separator: " ＋ ")
            + (set.count > 6 ? " ＋ …" : "")
    }
}

extension NearSum {
    /// The nearest sums below and above.
    static func words(_ below: Int64?, _ above: Int64?) -> Phrase {
        let low = below.flatMap { $0 == 0 ? nil : Amount(units: $0) }, high = above.map(Amount.init(units:))
        let chinese = [low.map { "往下是 \($0)" }, high.map { "往上是 \($0)" }].compactMap { $0 }
        let english = [low.map { "\($0) below" }, high.map { "\($0) above" }].compactMap { $0 }
        return Phrase(chinese.joined(separator: "，"), english.joined(separator: " and "))
    }
}
