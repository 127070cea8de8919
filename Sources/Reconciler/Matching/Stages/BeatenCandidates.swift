import Books

/// What else a proposal could have meant, each candidate with what was in the way.
///
/// A candidate is a record of the other side whose number is one slip away, or that is worth the same. Where the party is the
/// same, the next of them is what a person would look at to believe the proposal or not.
struct BeatenCandidates {
    /// As many are named for each record.
    static let mostNamed = 3

    private let left: Side, right: Side

    /// One side's records, and what each of them became.
    private struct Side {
        let records: [Unmatched]
        private var byTrace: [[UInt8]: [Int]] = [:]
        private var byAmount: [Int64: [Int]] = [:]
        /// What each record was taken for, by its place.
        var taken: [Int: String] = [:]

        init(_ records: [Unmatched]) {
            self.records = records
            for (place, record) in records.enumerated() {
                for trace in KeySlip.traces(record.number) { byTrace[trace, default: []].append(place) }
                if record.amount != 0 { byAmount[record.amount, default: []].append(place) }
            }
        }

        /// The records near another one in number or worth, by place. What very many share tells nothing.
        func near(_ record: Unmatched) -> [Int] {
            var near: Set<Int> = []
            for trace in KeySlip.traces(record.number) {
                if let places = byTrace[trace], places.count <= 50 {
                    near.formUnion(places.filter { KeySlip.between(record.number, records[$0].number) != nil })
                }
            }
            if record.amount != 0, let equal = byAmount[record.amount], equal.count <= 50 { near.formUnion(equal) }
            return near.sorted()
        }
    }

    /// What was proposed between two sides.
    init(_ left: [Unmatched], _ right: [Unmatched], _ proposals: [Proposal]) {
        var (own, others) = (Side(left), Side(right))
        for proposal in proposals {
            for place in proposal.left { own.taken[place] = BeatenCandidates.numbers(proposal.right.map { right[$0] }) }
            for place in proposal.right {
                others.taken[place] = BeatenCandidates.numbers(proposal.left.map { left[$0] })
            }
        }
        (self.left, self.right) = (own, others)
    }

    private static func numbers(_ records: [Unmatched]) -> String {
        records.map(\.number).sorted().prefix(3).joined(separator: "、")
    }

    /// What a proposal of one record here for one there beat, on both sides; of several for one nothing else adds up.
    func beaten(by proposal: Proposal) -> [Phrase] {
        guard proposal.left.count == 1, proposal.right.count == 1, let own = proposal.left.first,
            let other = proposal.right.first
        else { return [] }
        return beaten(for: left.records[own], other, among: right, proposal.stage)
            + beaten(for: right.records[other], own, among: left, proposal.stage)
    }

    private func beaten(for record: Unmatched, _ chosen: Int, among side: Side, _ stage: MatchStage) -> [Phrase] {
        side.near(record).filter { $0 != chosen }.prefix(BeatenCandidates.mostNamed).map { place in
            let candidate = side.records[place]
            let why = obstacle(record, candidate, taken: side.taken[place], stage)
            return Phrase("\(candidate.name.chinese)：\(why.chinese)", "\(candidate.name.english): \(why.english)")
        }
    }

    /// What was in the way of a candidate, the weightiest first.
    private func obstacle(_ record: Unmatched, _ other: Unmatched, taken: String?, _ stage: MatchStage) -> Phrase {
        if other.party != record.party {
            return Phrase("客户是「\(other.party)」", "the party is “\(other.party)”")
        }
        if !record.isWorthTheSame(as: other) {
            guard record.amount != 0, other.amount != 0, record.amount != other.amount else {
                return Phrase("货品数量不同", "the goods differ")
            }
            let apart = Amount(units: other.amount - record.amount)
            return Phrase("金额相差 \(apart)", "the amounts are \(apart) apart")
        }
        if let taken { return Phrase("已对上 \(taken)", "it was held against \(taken)") }
        if stage == .partyAmountDate, let days = record.days(to: other), days > StagedMatch.window {
            return Phrase("日期相差 \(days) 天", "\(days) days apart")
        }
        return Phrase("单号差得更远", "its number is further off")
    }
}
