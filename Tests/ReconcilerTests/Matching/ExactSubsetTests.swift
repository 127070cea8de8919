import Testing

@testable import Reconciler

@Suite struct ExactSubsetTests {
    private static let known: [([Int64], Int64, ExactSubset.Answer)] = [
        ([100, 200, 300], 250, .none),
        ([100, 200, 300], 300, .several),
        ([100, 250, 300], 350, .only([0, 1])),
        ([10025, 19975], 30000, .only([0, 1])),
        ([10025, 19975], 29999, .none),
        ([5, 5, 7], 5, .only([0])),
        ([], 5, .none),
    ]

    @Test(arguments: known)
    func knownAnswers(sizes: [Int64], sum: Int64, expected: ExactSubset.Answer) {
        #expect(ExactSubset.search(sizes, sum: sum) == expected)
    }

    /// Against every subset of a few hundred small cases; subsets that differ by equal amounts only are one.
    @Test func againstBruteForce() {
        var random = SplitMix(state: 7)
        for _ in 0..<2_000 {
            let count = Int(random.next() % 9)
            let sizes = (0..<count).map { _ in Int64(random.next() % 12 + 1) }
            let sum = Int64(random.next() % 40 + 1)
            var solutions: Set<[Int64]> = []
            for mask in 0..<(1 << count) {
                let chosen = (0..<count).filter { mask & (1 << $0) != 0 }.map { sizes[$0] }
                if chosen.reduce(0, +) == sum { solutions.insert(chosen.sorted()) }
            }
            switch ExactSubset.search(sizes, sum: sum) {
            case .none: #expect(solutions.isEmpty)
            case .several: #expect(solutions.count > 1)
            case .only(let chosen): #expect(solutions == [chosen.map { sizes[$0] }.sorted()])
            case .notDecided: Issue.record("a small case was not decided")
            }
        }
    }

    @Test func stopsAtItsLimit() {
        #expect(ExactSubset.search((0..<200).map { Int64($0) * 2 + 1_000 }, sum: 100_001) == .notDecided)
        #expect(ExactSubset.search(Array(repeating: 700, count: 200), sum: 100_001) == .none)
    }
}

/// A small generator, so that a failing case is the same on every run.
struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
