import Books
import Testing

@testable import Reconciler

@Suite struct PairListTests {
    private func list(of count: Int, differing: Int) -> PairList {
        var list = PairList(outOf: count)
        for place in 0..<count {
            let outcome: TiePair.Outcome = place < differing ? .differing : .matched
            let (left, right) = (Int64(10), Int64(place < differing ? 13 : 10))
            if list.sums(outcome, left, right) { continue }
            list.add(
                TiePair(
                    key: [], party: .none, left: left, right: right, outcome: outcome, code: nil, leftOrigin: nil,
                    rightOrigin: nil))
        }
        return list
    }

    @Test func aShortTieListsEveryPair() {
        let list = list(of: 5_000, differing: 2)
        #expect(list.pairs.count == 5_000)
        #expect(list.summed == SummedPairs())
        #expect(list.left == 50_000)
        #expect(list.right == 50_006)
    }

    @Test func aLongTieSumsWhatMatches() {
        let list = list(of: 5_001, differing: 2)
        #expect(list.pairs.count == 2)
        #expect(list.summed?.count == 4_999)
        #expect(list.summed?.left == 49_990)
        #expect(list.left == 50_010)
        #expect(list.right == 50_016)
    }
}
