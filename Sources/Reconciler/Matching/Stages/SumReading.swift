import Books

/// Which of a party's open records come to a record of the other side.
enum SumReading {
    /// One set of at least two, and nothing else.
    case only([Int])
    /// More than one set, or one in which equal amounts could be exchanged: the first few, and how many there are.
    case several([[Int]], SubsetCount?)
    /// None; the only set that comes near, and the nearest sums on both sides where they are known.
    case near([Int], below: Int64?, above: Int64?)

    /// How the open records of a party, by their places, come to a sum; `nil` where nothing is to be said.
    init?(_ records: [Unmatched], _ open: [Int], sum: Int64) {
        guard open.count >= 2, open.count <= StagedMatch.mostPerParty, sum != 0 else { return nil }
        var limits = SubsetLimits.quick
        limits.quickSteps = 8_000
        let amounts = open.map { records[$0].amount }
        switch SubsetSearch.find(amounts, sum: sum, limits: limits) {
        case .unique(let set):
            if set.places.count < 2 { return nil }
            let places = set.places.map { open[$0] }
            self = set.isFree ? .several(SumReading.exchanged(set).map { $0.map { open[$0] } }, nil) : .only(places)
        case .several(let count, let sets):
            // Single records of the same amount are candidates in themselves.
            if sets.allSatisfy({ $0.places.count < 2 }) { return nil }
            self = .several(sets.map { $0.places.map { open[$0] } }, count)
        case .none(let below, let above):
            guard let near = NearSum.find(amounts, sum: sum, below: below, above: above, limits: limits) else {
                return nil
            }
            self = .near(near.places.map { open[$0] }, below: below, above: above)
        case .undecided: return nil
        }
    }

    /// A set, and those that take the last instead of the first of its equal amounts.
    private static func exchanged(_ set: SubsetSolution) -> [[Int]] {
        let last = set.parts.flatMap { $0.places.suffix($0.taken) }.sorted()
        return [set.places, last]
    }

    /// The set that is the only one.
    var only: [Int]? {
        if case .only(let places) = self { return places }
        return nil
    }

    /// The records it names.
    var named: [Int] {
        switch self {
        case .only(let places), .near(let places, _, _): places
        case .several(let sets, _): sets.flatMap { $0 }
        }
    }
}
