import Books
import Testing

@testable import Reconciler

private func record(_ number: String, _ party: String, _ amount: Int64, _ day: Int) -> Unmatched {
    Unmatched(
        findings: [], number: number, party: party, amount: amount, day: Day(year: 2026, month: 10, day: day),
        name: Phrase(number, number), sources: [])
}

@Suite struct StagedMatchTests {
    @Test(
        arguments: [
            ("SO-1107", "SO1107", .separators), ("SO-1107", "SO-01107", .separators), ("CK-0012", "CK-12", .separators),
            ("S0-1107", "SO-1107", .lookalike), ("CK-1I07", "CK-1107", .lookalike),
            ("SO-1107", "SO-1170", .exchanged(5)), ("1107", "SO-1107", .prefix("SO")),
            ("SO-11107", "SO-1107", .dropped(5)), ("SO202610-0030", "SO202610-0031", nil), ("SO-1107", "SO-7101", nil),
            ("SO-1107", "SO-1107", nil), ("A-1", "B-1", nil), ("107", "7", nil),
        ] as [(String, String, KeySlip?)])
    func oneSlip(left: String, right: String, expected: KeySlip?) {
        #expect(KeySlip.between(left, right) == expected)
        if expected != nil { #expect(!KeySlip.traces(left).isDisjoint(with: KeySlip.traces(right))) }
    }

    private func stages(_ left: [Unmatched], _ right: [Unmatched]) -> [String] {
        StagedMatch(left: left, right: right).proposals.map { proposal in
            "\(proposal.stage.rawValue) \(proposal.left.map { left[$0].number }) \(proposal.right.map { right[$0].number })"
        }
    }

    @Test func theStrongerStageComesFirst() {
        // By party and amount the entry 9001 would do as well; the number one slip away is stronger.
        let left = [record("CK-1107", "甲", 500, 5)]
        let right = [record("CK-1170", "甲", 500, 5), record("9001", "甲", 500, 5)]
        #expect(stages(left, right) == ["slipped-key [\"CK-1107\"] [\"CK-1170\"]"])
    }

    private func beaten(_ left: [Unmatched], _ right: [Unmatched]) -> [[String]] {
        let proposals = StagedMatch(left: left, right: right).proposals
        let candidates = BeatenCandidates(left, right, proposals)
        return proposals.map { candidates.beaten(by: $0).map(\.english) }
    }

    @Test func whatAMatchBeatIsNamedWithWhatWasInTheWay() {
        let left = [record("CK-1107", "甲", 500, 5)], chosen = record("CK-1170", "甲", 500, 5)
        // One slip away as well, but of another party, or of another amount; and the same worth under a far number.
        let others = [
            record("CK-1017", "乙", 500, 5), record("CK-0107", "甲", 501, 5), record("CK-1I07", "甲", 620, 5),
            record("9001", "甲", 500, 5),
        ]
        #expect(
            beaten(left, [chosen, others[0]]) == [["CK-1017: the party is “乙”"]])
        #expect(beaten(left, [chosen, others[2]]) == [["CK-1I07: the amounts are 1.20 apart"]])
        #expect(beaten(left, [chosen, others[3]]) == [["9001: its number is further off"]])
        // Neither near in number nor in worth: no candidate.
        #expect(beaten(left, [chosen, record("9002", "甲", 501, 5)]) == [[]])
        #expect(beaten(left, [chosen]) == [[]])
    }

    @Test func whatTheDateOrAStrongerMatchExcludes() {
        let left = [record("CK-1", "甲", 500, 1)]
        #expect(
            beaten(left, [record("JZ-8", "甲", 500, 3), record("JZ-9", "甲", 500, 20)])
                == [["JZ-9: 19 days apart"]])
        // The other document of the same worth has a number one slip away, and that is stronger.
        let two = [record("CK-1107", "甲", 500, 5), record("CK-2000", "甲", 500, 5)]
        #expect(
            beaten(two, [record("CK-1170", "甲", 500, 5), record("JZ-9", "甲", 500, 5)]).first?.contains(
                "JZ-9: it was held against CK-2000") == true)
    }

    @Test func twoCandidatesAreNoMatch() {
        let left = [record("CK-1107", "甲", 500, 5)]
        #expect(stages(left, [record("CK-1170", "甲", 500, 5), record("CK-1017", "甲", 500, 5)]) == [])
        #expect(stages(left, [record("77", "甲", 500, 5), record("78", "甲", 500, 6)]) == [])
    }

    @Test func aSlipNeedsPartyAndAmount() {
        #expect(stages([record("CK-1107", "甲", 500, 5)], [record("CK-1170", "甲", 501, 5)]) == [])
        let near = NearestRecords([record("CK-1170", "甲", 501, 5)]).nearest(to: record("CK-1107", "甲", 500, 5))
        #expect(near?.obstacle.english.contains("0.01 apart") == true)
    }

    @Test(arguments: [(12, true), (13, false)])
    func partyAmountAndDate(day: Int, isMatched: Bool) {
        let found = stages([record("CK-1", "甲", 500, 5)], [record("JZ-9", "甲", 500, day)])
        #expect(found == (isMatched ? ["party-amount-date [\"CK-1\"] [\"JZ-9\"]"] : []))
    }

    /// Three days apart, and in different months: the same deal, and a cut-off that was missed.
    @Test(arguments: [(31, 3, true), (20, 23, false)]) func aMonthsEndBetweenThem(day: Int, later: Int, isAcross: Bool)
    {
        let left = [record("CK-1", "甲", 500, day)]
        let right = [
            Unmatched(
                findings: [], number: "JZ-9", party: "甲", amount: 500,
                day: Day(year: 2026, month: isAcross ? 11 : 10, day: later), name: Phrase("JZ-9", "JZ-9"), sources: [])
        ]
        let found = StagedMatch(left: left, right: right).proposals
        #expect(found.map(\.cause) == [.sameDeal])
        #expect(found.map { $0.also?.cause } == [isAcross ? .neighbouringMonth : nil])
        #expect(found.first?.also?.evidence.english.contains("2026-11-03") == (isAcross ? true : nil))
    }

    @Test func sumsWithinAParty() {
        let left = [record("SK-1", "甲", 600, 5), record("SK-2", "乙", 999, 5)]
        let right = [
            record("1", "甲", 100, 5), record("2", "甲", 500, 5), record("3", "甲", 250, 5), record("4", "乙", 1, 5),
        ]
        #expect(stages(left, right) == ["sum [\"SK-1\"] [\"1\", \"2\"]"])
        // 100 + 500 and 350 + 250: neither is picked.
        #expect(stages(left, right + [record("5", "甲", 350, 5)]) == [])
    }

    /// ARCS's many to many: 983 (15 July), 637 (14), 288 (11), 500 (10), 818 (9) against −475 (14), 2,095 (16), −725 (15). Of all
    /// pairs of sets within a day only 983 + 637 = 2,095 − 475 agree. The product matches many to many by what a party has
    /// open in all; the sets themselves are the subset search's, tried here over every set of the one side.
    @Test func manyToManyWithinADay() {
        let sales: [(Int64, Int)] = [(983, 15), (637, 14), (288, 11), (500, 10), (818, 9)]
        let bank: [(Int64, Int)] = [(-475, 14), (2095, 16), (-725, 15)]
        var found: [String] = []
        for mask in 1..<8 {
            let chosen = bank.indices.filter { mask >> $0 & 1 == 1 }.map { bank[$0] }
            let near = sales.filter { sale in chosen.contains { abs($0.1 - sale.1) <= 1 } }
            let sum = chosen.reduce(0) { $0 + $1.0 }
            guard case .unique(let set) = SubsetSearch.find(near.map(\.0), sum: sum), set.places.count > 0 else {
                continue
            }
            found.append("\(set.places.map { near[$0].0 }) = \(chosen.map(\.0))")
        }
        #expect(found == ["[983, 637] = [-475, 2095]"])
    }
}
