import Books

/// Holds what is left over on one side of a tie against what is left over on the other, the strongest stage first.
///
/// Every stage goes over all records before the next begins, and takes two records only where each is the other's only
/// candidate; so a weaker stage never takes what a stronger one could use, and the order of records changes nothing.
/// What comes out are proposals: numbers that differ are for a person to confirm.
struct StagedMatch {
    let left: [Unmatched], right: [Unmatched]
    private(set) var proposals: [Proposal] = []
    /// What sums of the other side were looked at for records of each side that no proposal took, by their places.
    private(set) var leftSums: [Int: SumReading] = [:], rightSums: [Int: SumReading] = [:]
    private var isLeftFree: [Bool], isRightFree: [Bool]

    /// How many days apart two records of the same party and amount may be.
    static let window = 7
    /// So many open records of one party are searched for sums.
    static let mostPerParty = 60

    init(left: [Unmatched], right: [Unmatched]) {
        self.left = left
        self.right = right
        isLeftFree = Array(repeating: true, count: left.count)
        isRightFree = Array(repeating: true, count: right.count)
        if left.isEmpty || right.isEmpty { return }
        takeNumbers(.normalisedKey) { slip, left, right in
            slip == .separators && (left.party == right.party || left.isWorthTheSame(as: right))
        }
        takeNumbers(.slippedKey) { _, left, right in left.party == right.party && left.isWorthTheSame(as: right) }
        takePartyAmountDate()
        takeOtherCustomers()
        takeSums()
    }

    // MARK: Numbers

    /// Pairs whose numbers are one slip apart, each the other's only candidate.
    private mutating func takeNumbers(_ stage: MatchStage, _ fits: (KeySlip, Unmatched, Unmatched) -> Bool) {
        var candidates: [(left: Int, right: Int)] = []
        for (own, other) in neighbours() where isLeftFree[own] && isRightFree[other] {
            guard let slip = KeySlip.between(left[own].number, right[other].number),
                fits(slip, left[own], right[other])
            else { continue }
            candidates.append((own, other))
        }
        take(candidates, stage, .otherNumber) { own, other in
            let slip = KeySlip.between(own.number, other.number)?.words ?? Phrase("", "")
            return Phrase(
                "单号 \(own.number) 与 \(other.number) \(slip.chinese)，客户和金额（或货品数量）相符",
                "numbers \(own.number) and \(other.number): \(slip.english); the party and the amount (or the goods) agree"
            )
        }
    }

    /// Pairs whose numbers share a trace, each once, by place.
    private func neighbours() -> [(Int, Int)] {
        var byTrace: [[UInt8]: [Int]] = [:]
        for (place, record) in left.enumerated() {
            for trace in KeySlip.traces(record.number) { byTrace[trace, default: []].append(place) }
        }
        var pairs: [(Int, Int)] = []
        for (place, record) in right.enumerated() {
            var near: Set<Int> = []
            // A trace that very many share tells nothing.
            for trace in KeySlip.traces(record.number) {
                if let places = byTrace[trace], places.count <= 50 { near.formUnion(places) }
            }
            pairs += near.sorted().map { ($0, place) }
        }
        return pairs
    }

    // MARK: Parties, amounts and dates

    private struct Worth: Hashable {
        let party: String
        let amount: Int64
        let lines: [String: Int64]
    }

    private func worth(_ record: Unmatched, anyParty: Bool = false) -> Worth? {
        if record.amount == 0, record.lines.isEmpty { return nil }
        if record.party.isEmpty, !anyParty { return nil }
        return Worth(
            party: anyParty ? "" : record.party, amount: record.lines.isEmpty ? record.amount : 0, lines: record.lines)
    }

    /// Free pairs that are worth the same, each once.
    private func pairsOfOneWorth(anyParty: Bool) -> [(left: Int, right: Int)] {
        var byWorth: [Worth: [Int]] = [:]
        for (place, record) in right.enumerated() where isRightFree[place] {
            if let worth = worth(record, anyParty: anyParty) { byWorth[worth, default: []].append(place) }
        }
        return left.indices.filter { isLeftFree[$0] }.flatMap { own -> [(left: Int, right: Int)] in
            guard let worth = worth(left[own], anyParty: anyParty), let others = byWorth[worth], others.count <= 50
            else { return [] }
            return others.map { (own, $0) }
        }
    }

    private mutating func takePartyAmountDate() {
        let near = pairsOfOneWorth(anyParty: false)
        take(
            near.filter { left[$0.left].days(to: right[$0.right]) ?? 0 <= StagedMatch.window }, .partyAmountDate,
            .sameDeal, also: StagedMatch.acrossMonths
        ) { own, other in
            let days = own.days(to: other)
            return Phrase(
                "客户和金额（或货品数量）相同\(days.map { "，日期相差 \($0) 天" } ?? "")",
                "the same party and amount (or goods)\(days.map { ", \($0) days apart" } ?? "")")
        }
        // Further apart only across the end of a month, which is where a cut-off is missed.
        let across = pairsOfOneWorth(anyParty: false).filter { pair in
            guard let days = left[pair.left].days(to: right[pair.right]) else { return false }
            return days <= 45 && left[pair.left].day?.period != right[pair.right].day?.period
        }
        take(across, .partyAmountDate, .neighbouringMonth) { own, other in
            StagedMatch.acrossMonths(own, other)?.evidence ?? Phrase("", "")
        }
    }

    /// That two records of one deal stand in different months, however few days lie between them; `nil` where they do not.
    private static func acrossMonths(_ own: Unmatched, _ other: Unmatched) -> (cause: Cause.Kind, evidence: Phrase)? {
        guard let here = own.day, let there = other.day, here.period != there.period else { return nil }
        return (
            .neighbouringMonth,
            Phrase(
                "客户和金额相同，一边记在 \(here)，一边记在 \(there)，不在同一个月",
                "the same party and amount, one of \(here), the other of \(there), in different months")
        )
    }

    private mutating func takeOtherCustomers() {
        let candidates = pairsOfOneWorth(anyParty: true).filter { pair in
            left[pair.left].party != right[pair.right].party
                && (left[pair.left].days(to: right[pair.right]) ?? 0) <= StagedMatch.window
        }
        take(candidates, .partyAmountDate, .otherCustomer) { own, other in
            Phrase(
                "金额（或货品数量）相同，日期相近，客户一边是「\(own.party)」一边是「\(other.party)」",
                "the same amount (or goods) and about the same day, but “\(own.party)” here and “\(other.party)” there")
        }
    }

    // MARK: Sums

    /// One record here that is the sum of several there, and the other way about, within a party.
    ///
    /// All are found before any is taken, and one that shares a record with another is not taken.
    private mutating func takeSums() {
        let leftOf = StagedMatch.byParty(left, isLeftFree), rightOf = StagedMatch.byParty(right, isRightFree)
        var found: [Proposal] = []
        for party in leftOf.keys.sorted() {
            guard let own = leftOf[party], let others = rightOf[party] else { continue }
            for place in own {
                let reading = SumReading(right, others, sum: left[place].amount)
                leftSums[place] = reading
                if let set = reading?.only { found.append(StagedMatch.sum([place], set, of: set.map { right[$0] })) }
            }
            for place in others {
                let reading = SumReading(left, own, sum: right[place].amount)
                rightSums[place] = reading
                if let set = reading?.only { found.append(StagedMatch.sum(set, [place], of: set.map { left[$0] })) }
            }
        }
        var ofLeft: [Int: Int] = [:], ofRight: [Int: Int] = [:]
        for proposal in found {
            for place in proposal.left { ofLeft[place, default: 0] += 1 }
            for place in proposal.right { ofRight[place, default: 0] += 1 }
        }
        for proposal in found
        where proposal.left.allSatisfy({ ofLeft[$0] == 1 }) && proposal.right.allSatisfy({ ofRight[$0] == 1 }) {
            accept(proposal)
        }
        takeManyToMany()
        // What was taken since is not open any more.
        leftSums = leftSums.filter { place, sum in isLeftFree[place] && sum.named.allSatisfy { isRightFree[$0] } }
        rightSums = rightSums.filter { place, sum in isRightFree[place] && sum.named.allSatisfy { isLeftFree[$0] } }
    }

    private static func byParty(_ records: [Unmatched], _ isFree: [Bool]) -> [String: [Int]] {
        var places: [String: [Int]] = [:]
        for (place, record) in records.enumerated() where isFree[place] && !record.party.isEmpty && record.amount != 0 {
            places[record.party, default: []].append(place)
        }
        return places
    }

    private static func sum(_ own: [Int], _ others: [Int], of several: [Unmatched]) -> Proposal {
        let list = several.map { "\($0.number) \(Amount(units: $0.amount))" }.joined(separator: " ＋ ")
        return Proposal(
            stage: .sum, left: own, right: others, cause: .sumOfItems,
            evidence: Phrase(
                "同一客户的 \(list) 合计正好相等，别无他解", "\(list) of the same party add up exactly, and nothing else does"))
    }

    /// All that a party has open here against all that it has open there.
    private mutating func takeManyToMany() {
        let leftOf = StagedMatch.byParty(left, isLeftFree), rightOf = StagedMatch.byParty(right, isRightFree)
        for party in leftOf.keys.sorted() {
            guard let own = leftOf[party], let others = rightOf[party], own.count >= 2, others.count >= 2,
                own.count + others.count <= 12
            else { continue }
            let here = own.reduce(Int128(0)) { $0 + Int128(left[$1].amount) }
            let there = others.reduce(Int128(0)) { $0 + Int128(right[$1].amount) }
            if here == 0 || here != there { continue }
            accept(
                Proposal(
                    stage: .sum, left: own, right: others, cause: .sumOfItems,
                    evidence: Phrase(
                        "该客户两边未对上的 \(own.count) 笔与 \(others.count) 笔合计正好相等",
                        "what this party has open on both sides, \(own.count) and \(others.count) records, adds up to the same"
                    )))
        }
    }

    // MARK: Taking

    /// Takes the pairs in which each is the other's only candidate.
    private mutating func take(
        _ candidates: [(left: Int, right: Int)], _ stage: MatchStage, _ cause: Cause.Kind,
        also: (Unmatched, Unmatched) -> (cause: Cause.Kind, evidence: Phrase)? = { _, _ in nil },
        _ evidence: (Unmatched, Unmatched) -> Phrase
    ) {
        var ofLeft: [Int: Int] = [:], ofRight: [Int: Int] = [:]
        for pair in candidates {
            ofLeft[pair.left, default: 0] += 1
            ofRight[pair.right, default: 0] += 1
        }
        for pair in candidates where ofLeft[pair.left] == 1 && ofRight[pair.right] == 1 {
            accept(
                Proposal(
                    stage: stage, left: [pair.left], right: [pair.right], cause: cause,
                    evidence: evidence(left[pair.left], right[pair.right]),
                    also: also(left[pair.left], right[pair.right])))
        }
    }

    private mutating func accept(_ proposal: Proposal) {
        for place in proposal.left { isLeftFree[place] = false }
        for place in proposal.right { isRightFree[place] = false }
        proposals.append(proposal)
    }
}
