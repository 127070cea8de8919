import Testing

@testable import Reconciler

/// The amounts of a unique answer, ascending; `nil` for any other answer.
private func only(_ answer: SubsetAnswer) -> [Int64]? {
    guard case .unique(let solution) = answer else { return nil }
    return solution.parts.flatMap { Array(repeating: $0.amount, count: $0.taken) }.sorted()
}

@Suite struct SubsetSearchTests {
    @Test(
        arguments: [
            ([100, 250, 300], 350, [100, 250]),
            ([10025, 19975], 30000, [10025, 19975]),
            ([5, 5, 7], 5, [5]),
            // A credit note: the customer pays what is owed less what came back.
            ([120000, -20000, 35000], 100000, [-20000, 120000]),
            ([200, -350, 150], 0, [-350, 150, 200]),
            ([0, 0, 40, 0], 40, [40]),
        ] as [([Int64], Int64, [Int64])])
    func theOnlySet(amounts: [Int64], sum: Int64, expected: [Int64]) {
        #expect(only(SubsetSearch.find(amounts, sum: sum)) == expected)
    }

    @Test(
        arguments: [
            ([100, 200, 300], 250, 200, 300), ([10025, 19975], 29999, 19975, 30000),
            ([100, 500], 250, 100, 500), ([700], 900, 700, nil), ([700], 300, 0, 700), ([], 5, 0, nil),
            ([1000, 1000, 1000], 2500, 2000, 3000), ([5, -3], -4, nil, -3),
        ] as [([Int64], Int64, Int64?, Int64?)])
    func noneAndTheNearest(amounts: [Int64], sum: Int64, below: Int64?, above: Int64?) {
        let answer = SubsetSearch.find(amounts, sum: sum)
        if case .none(let foundBelow, let foundAbove) = answer {
            #expect(foundBelow == below && foundAbove == above)
        } else {
            Issue.record("\(answer)")
        }
    }

    @Test func severalAreListedAndNonePicked() {
        guard case .several(let count, let sets) = SubsetSearch.find([100, 200, 300], sum: 300) else {
            Issue.record("not several")
            return
        }
        #expect(count == SubsetCount(number: 2, isAtLeast: false))
        #expect(Set(sets.map(\.places)) == [[2], [0, 1]])
    }

    @Test func equalAmountsAreOneSetThatSaysSo() throws {
        guard case .unique(let set) = SubsetSearch.find([500, 700, 500, 500], sum: 1_000) else {
            Issue.record("not unique")
            return
        }
        let part = try #require(set.parts.first)
        #expect(set.isFree && part.taken == 2 && part.places == [0, 2, 3])
        #expect(set.places == [0, 2])
    }

    @Test func aToleranceIsARangeOfSums() {
        #expect(only(SubsetSearch.find([1000_00, 300_00], sums: 990_00...1010_00)) == [1000_00])
        // Two sets within the tolerance are two sets, however near one of them is.
        if case .several = SubsetSearch.find([1000_00, 1001_00], sums: 990_00...1010_00) {
        } else {
            Issue.record("one of two was picked")
        }
    }

    /// Where many sets do, two are found and none is picked; where the fen of a payment rule every set out, none is said.
    @Test func aHundredDocuments() throws {
        var random = SplitMix(state: 3)
        let amounts = (0..<100).map { _ in Int64(random.next() % 10_000_000 + 100) }
        let sum = amounts.prefix(30).reduce(0, +)
        guard case .several(_, let sets) = SubsetSearch.find(amounts, sum: sum) else {
            Issue.record("a payment of thirty out of a hundred has many readings")
            return
        }
        for set in sets { #expect(set.places.reduce(0) { $0 + amounts[$1] } == sum) }
        let whole = amounts.map { $0 / 100 * 100 }
        let answer = SubsetSearch.find(whole, sum: sum / 100 * 100 + 37)
        #expect(answer == .none(below: sum / 100 * 100, above: sum / 100 * 100 + 100))
    }

    /// Each amount is larger than all smaller ones together, so every sum has one set at most.
    @Test func sixtyDocumentsOfWhichOneSetDoes() {
        var random = SplitMix(state: 5)
        var amounts: [Int64] = []
        var total: Int64 = 0
        for _ in 0..<50 {
            amounts.append(total + Int64(random.next() % 3) + 1)
            total += amounts[amounts.count - 1]
        }
        for _ in 0..<50 {
            let mask = random.next()
            let chosen = amounts.indices.filter { mask >> UInt64($0) & 1 == 1 }
            let answer = SubsetSearch.find(amounts, sum: chosen.reduce(0) { $0 + amounts[$1] })
            #expect(only(answer) == chosen.map { amounts[$0] }.sorted())
        }
    }

    /// Of documents that differ by a multiple of 1,000 only, marks in the last digits say which four they are.
    @Test func fourOutOfAHundredByTheirLastDigits() {
        var random = SplitMix(state: 9)
        for _ in 0..<20 {
            var amounts = (0..<96).map { _ in Int64(random.next() % 9_000 + 1_000) * 1_000 }
            let marked = [1, 10, 100, 300].map { Int64(random.next() % 90_000 + 1_000) * 1_000 + Int64($0) }
            amounts += marked
            let answer = SubsetSearch.find(amounts, sum: marked.reduce(0, +) + 1)
            // 412 can only be made of the marks 1, 10, 100 and 300, and not at all with one fen more.
            guard case .none = answer else {
                Issue.record("\(answer)")
                return
            }
        }
    }

    @Test func stopsAtItsLimitAndSaysSo() {
        var random = SplitMix(state: 1)
        let amounts = (0..<200).map { _ in Int64(random.next() % 100_000_000_000) + 900_000_000_000 }
        let answer = SubsetSearch.find(amounts, sum: amounts.prefix(100).reduce(0, +) + 1, limits: .quick)
        guard case .undecided(.steps) = answer else {
            Issue.record("\(answer)")
            return
        }
        let near = Int64.max / 5
        #expect(SubsetSearch.find([near, near, near], sum: near) == .undecided(.sum))
    }

    /// Equal sizes need no search: every number of them is too small or too large.
    @Test(arguments: [100_001, 12_345] as [Int64])
    func twoHundredOfOneSize(sum: Int64) {
        let answer = SubsetSearch.find(Array(repeating: 700, count: 200), sum: sum)
        #expect(answer == .none(below: sum / 700 * 700, above: sum / 700 * 700 + 700))
    }

    /// Ten thousand small cases with negative, equal and empty amounts, against every subset.
    @Test func againstBruteForce() {
        var random = SplitMix(state: 7)
        for round in 0..<10_000 {
            let count = Int(random.next() % 11)
            let spread = [6, 12, 60, 1_000][round % 4] as UInt64
            let amounts = (0..<count).map { _ in
                let size = Int64(random.next() % spread)
                return random.next() % 4 == 0 ? -size : size
            }
            let sum = Int64(random.next() % (spread * 4)) - Int64(spread)
            let slack = round % 5 == 0 ? Int64(random.next() % 4) : 0
            let expected = BruteForce(amounts, sums: sum...sum + slack)
            let answer = SubsetSearch.find(amounts, sums: sum...sum + slack)
            #expect(expected.agrees(with: answer), "\(amounts) → \(sum)…\(sum + slack): \(answer)")
        }
    }

    /// The same search with everything but the lists, the residues and the scattered walks out of reach.
    @Test func theDearSearchesAgreeWithBruteForce() throws {
        var random = SplitMix(state: 11)
        var limits = SubsetLimits.standard
        limits.quickSteps = 4
        for round in 0..<1_500 {
            let count = Int(random.next() % 6) + 8
            let step = Int64([1, 7, 100][round % 3])
            let amounts = (0..<count).map { _ in Int64(random.next() % 90 + 1) * step + (random.next() % 7 == 0 ? 1 : 0)
            }
            let sum = Int64(random.next() % 400) * step + Int64(random.next() % 2)
            let expected = BruteForce(amounts, sums: sum...sum)
            var findings = SubsetFindings(try #require(SubsetProblem(amounts, sums: sum...sum)), wanted: 4)
            let problem = findings.problem
            guard problem.low == problem.high, problem.low >= 0, problem.low <= problem.total else { continue }
            if let lists = SubsetLists(problem, limit: 5_000), lists.search(into: &findings) {
                #expect(expected.agrees(with: findings.proven(isNearestProven: false)), "\(amounts) → \(sum)")
            }
            let order = Array(problem.groups.indices)
            let residues = SubsetResidues.moduli.map { SubsetResidues(problem, order: order, modulus: $0) }
            var walked = SubsetFindings(problem, wanted: 4)
            var walk = SubsetWalk(problem, order: order, tableSize: 8, residues: residues)
            walk.run(limit: 1_000_000, into: &walked)
            #expect(expected.agrees(with: walked.proven(isNearestProven: false)), "\(amounts) → \(sum)")
            #expect(expected.agrees(with: SubsetSearch.find(amounts, sum: sum, limits: limits)))
        }
    }
}

/// Every subset looked at, one by one.
private struct BruteForce {
    private var sets: Set<[Int64]> = []
    private var below: Int64?, above: Int64?

    init(_ amounts: [Int64], sums: ClosedRange<Int64>) {
        for mask in 0..<(1 << amounts.count) {
            var sum: Int64 = 0
            for place in amounts.indices where mask >> place & 1 == 1 { sum += amounts[place] }
            if sums.contains(sum) {
                let chosen = amounts.indices.filter { mask >> $0 & 1 == 1 && amounts[$0] != 0 }
                if !chosen.isEmpty { sets.insert(chosen.map { amounts[$0] }.sorted()) }
            } else if sum < sums.lowerBound {
                below = max(below ?? sum, sum)
            } else {
                above = min(above ?? sum, sum)
            }
        }
    }

    /// Whether an answer is right; a nearest sum may be left open but not wrong.
    func agrees(with answer: SubsetAnswer) -> Bool {
        switch answer {
        case .none(let foundBelow, let foundAbove):
            sets.isEmpty && (foundBelow == nil || foundBelow == below) && (foundAbove == nil || foundAbove == above)
        case .unique: only(answer).map { sets == [$0] } ?? false
        case .several(let count, let solutions):
            (count.isAtLeast ? sets.count >= count.number : sets.count == count.number)
                && count.number > 1
                && solutions.allSatisfy { sets.contains(only(.unique($0)) ?? []) }
        case .undecided: false
        }
    }
}
