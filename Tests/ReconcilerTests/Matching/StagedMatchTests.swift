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

    /// Numbers of a series differ by a digit: that alone is no slip.
    @Test(
        arguments: [
            ("CK-1107", "CK-1187", .replaced(5)), ("CK-1107", "CK-1170", .exchanged(5)),
            ("CK-1107", "CK-1197", .replaced(5)),
            ("CK-1107", "CK-2187", nil), ("CK-1107", "CX-1107", nil), ("CK-11", "CK-12", nil),
            ("CK-1107", "CK-1107", nil),
        ] as [(String, String, KeySlip?)])
    func oneWrongDigit(left: String, right: String, expected: KeySlip?) {
        #expect(KeySlip.orDigit(left, right) == expected)
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

    /// 150 against open records of one party, to the fen; records count in the order in which they are given.
    @Test(
        arguments: [
            // 50 + 100, and 60 + 90 as well; one of two 50s; 1.49 off is near, 1.51 is more than a hundredth of it.
            ([5000, 10000, 6000, 9000], "several [[0, 1], [2, 3]]"), ([5000, 10000, 5000], "several [[0, 1], [1, 2]]"),
            ([5000, 10000], "only [0, 1]"), ([5000, 9851], "near [0, 1] 14851 -"), ([5000, 9849], "-"),
            ([5000, 10001, 7000], "near [0, 1] 12000 15001"), ([15000, 15000], "-"),
        ] as [([Int64], String)])
    func sumsOfSeveral(amounts: [Int64], expected: String) {
        let records = amounts.enumerated().map { record("CK-\($0)", "甲", $1, 5) }
        let found =
            switch SumReading(records, Array(records.indices), sum: 15_000) {
            case nil: "-"
            case .only(let places): "only \(places)"
            case .several(let sets, _): "several \(sets.sorted { $0.lexicographicallyPrecedes($1) })"
            case .near(let places, let below, let above):
                "near \(places) \(below.map(String.init) ?? "-") \(above.map(String.init) ?? "-")"
            }
        #expect(found == expected)
    }

    private func month(owed: String) throws -> [Finding] {
        let text = """
            movements
            documentKind | documentNumber | date | customer | productCode | quantity | unitPrice
            salesOut | CK1 | 2026-10-02 | 甲 | A | 10 | 5
            salesOut | CK2 | 2026-10-03 | 甲 | B | 20 | 5
            salesOut | CK3 | 2026-10-03 | 甲 | C | 12 | 5
            salesOut | CK4 | 2026-10-03 | 甲 | C | 18 | 5

            receivables
            customer | documentNumber | date | amount
            甲 | YS1 | 2026-10-31 | \(owed)
            """
        return Reconciler().reconcile(try MonthText(text).month()).findings.filter {
            $0.code == "receivable.without-dispatch"
        }
    }

    @Test func severalSumsAreListedAndNoneIsPicked() throws {
        // 50 + 100, and 60 + 90.
        let found = try #require(try month(owed: "150").first)
        #expect(found.causes.map(\.kind) == [.severalReadings])
        #expect(found.causes.first?.explains == nil && found.matchedBy == nil)
        let said = found.causes[0].statement
        #expect(said.chinese.contains("CK1 50.00 ＋ CK2 100.00") && said.chinese.contains("CK3 60.00 ＋ CK4 90.00"))
        #expect(said.english.contains("2 sets of this party's records that come to 150.00 exactly"))
    }

    @Test func theNearestSumIsSaid() throws {
        // All four are 300; nothing else is above 250.
        let found = try #require(try month(owed: "300.01").first)
        #expect(found.causes.isEmpty)
        #expect(found.nearest?.obstacle.chinese == "该客户没有哪几张正好合计 300.01；最近的合计往下是 300.00")
        #expect(found.nearest?.candidate.english.contains("CK1") == true)
        #expect(try month(owed: "306").first?.nearest == nil)
    }

    // MARK: What comes nearest

    @Test func whoCompetesIsSaidOnBothSides() {
        let orders = [record("SO2026012", "甲", 500, 1), record("SO2026120", "甲", 500, 1)]
        let note = record("SO2026102", "甲", 500, 2)
        let near = NearestRecords([note], rivals: orders).nearest(to: orders[0])
        #expect(near?.obstacle.chinese.contains("有 2 张都对得上它（SO2026012、SO2026120），无法认定是哪一张") == true)
        // The only one whose number is like it.
        let alone = NearestRecords([note], rivals: [orders[0], record("77", "甲", 500, 1)]).nearest(to: orders[0])
        #expect(alone?.obstacle.chinese.contains("无法认定") == false)
        #expect(alone?.obstacle.chinese.contains("对不上") == false)
    }

    @Test func theOnlyRecordOfAPartyAndAmount() {
        let orders = [record("SO2026012", "甲", 500, 1), record("SO2026999", "甲", 500, 1)]
        let blank = record("", "甲", 500, 2), other = record("9001", "甲", 500, 2)
        func said(_ candidate: Unmatched, _ rivals: [Unmatched]) -> String? {
            NearestRecords([candidate], rivals: rivals).nearest(to: rivals[0])?.obstacle.english
        }
        #expect(
            said(blank, orders)
                == "the same party and amount, but 2 records fit it (SO2026012, SO2026999): which one cannot be told")
        #expect(said(blank, [orders[0]]) == "the same party and amount, but there is no number")
        #expect(said(other, [orders[0]]) == "the same party and amount, but another number")
    }

    @Test func whatWasInTheWayOfAnotherCustomersRecord() throws {
        let left = [record("CK-1", "甲", 500, 5)], right = [record("JZ-9", "乙", 500, 5)]
        let proposal = try #require(StagedMatch(left: left, right: right).proposals.first)
        #expect(proposal.cause == .otherCustomer)
        let words = MatchWording.obstacle(proposal, left[0], right)
        #expect(words.chinese == "单号和客户都不同，不能自动对上（只有金额和日期对上）")
        #expect(
            words.english
                == "the numbers and the parties differ, so it is not matched without you (only amount and date agree)")
        let same = [record("JZ-9", "甲", 500, 5)]
        let own = try #require(StagedMatch(left: left, right: same).proposals.first)
        #expect(MatchWording.obstacle(own, left[0], same).chinese == "单号不同，不能自动对上（往来、金额、日期对上）")
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
