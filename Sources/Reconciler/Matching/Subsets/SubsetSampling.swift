/// Finds sets where there are many, and decides nothing where it finds none.
///
/// Of all amounts it takes two handfuls, evenly spread over the sizes. What the handfuls alone could not reach is first
/// filled with other amounts, fixed; then all small sets of one handful are matched with those of the other. Twenty
/// thousand sets on either side are four hundred million pairs.
struct SubsetSampling {
    private let problem: SubsetProblem
    private let wanted: Int64
    private let isComplement: Bool

    /// How many amounts of a handful are taken at most, and how large a handful is: about 20,000 sets.
    private static let handfuls: [(length: Int, size: Int)] = [(2, 200), (3, 50), (4, 28)]

    init(_ problem: SubsetProblem) {
        self.problem = problem
        isComplement = problem.low > problem.total - problem.low
        wanted = isComplement ? problem.total - problem.low : problem.low
    }

    /// Searches a few handfuls each turn, other ones in other turns, until it is decided.
    func search(turns: Range<Int>, into findings: inout SubsetFindings) {
        // Each group once: equal amounts make no different sets.
        let groups = problem.groups.indices.filter { problem.groups[$0].size <= wanted }
        guard groups.count < 1 << 16, groups.count > 12 else { return }
        for turn in turns {
            for handful in SubsetSampling.handfuls {
                search(groups, turn: turn, length: handful.length, size: handful.size, &findings)
                if findings.isDecided { return }
            }
        }
    }

    private func search(_ groups: [Int], turn: Int, length: Int, size: Int, _ findings: inout SubsetFindings) {
        let number = min(2 * size, groups.count)
        var left: [Int] = [], right: [Int] = []
        var isChosen = [Bool](repeating: false, count: problem.groups.count)
        for place in 0..<number {
            let group = groups[(place * groups.count / number + turn) % groups.count]
            if isChosen[group] { continue }
            isChosen[group] = true
            if place % 2 == 0 { left.append(group) } else { right.append(group) }
        }
        let average = left.reduce(0) { $0 + problem.groups[$1].size } / Int64(max(1, left.count))
        let reach = average * Int64(4 * length - 1) / 2
        // What the handfuls do not reach is filled with every third of the other groups, or of the handfuls.
        var open = wanted
        var taken = [Int](repeating: 0, count: problem.groups.count)
        let others = groups.filter { !isChosen[$0] }
        for group in spread(others, turn) + spread(left + right, turn) where open > reach {
            let fits = min(Int64(problem.groups[group].count), (open - reach) / problem.groups[group].size + 1)
            if fits <= 0 || fits * problem.groups[group].size > open { continue }
            taken[group] = Int(fits)
            open -= fits * problem.groups[group].size
        }
        let here = lists(left.filter { taken[$0] == 0 }, length, open)
        let there = lists(right.filter { taken[$0] == 0 }, length, open)
        for own in here.reversed() {
            for other in there.reversed() {
                own.meet(other, at: open) { first, second in
                    var set = taken
                    for group in own.groups(first) + other.groups(second) { set[group] += 1 }
                    if isComplement {
                        for group in set.indices { set[group] = problem.groups[group].count - set[group] }
                    }
                    findings.found(set)
                    return !findings.isDecided
                }
                if findings.isDecided { return }
            }
        }
    }

    /// Every third, then those between; from another start each turn.
    private func spread(_ groups: [Int], _ turn: Int) -> [Int] {
        (0..<3).flatMap { start in stride(from: (start + turn) % 3, to: groups.count, by: 3).map { groups[$0] } }
    }

    private func lists(_ groups: [Int], _ length: Int, _ open: Int64) -> [SubsetList] {
        var lists = (0...length).map(SubsetList.init)
        func extend(_ start: Int, _ sum: Int64, _ code: UInt64, _ own: Int) {
            for place in start..<groups.count {
                let next = sum + problem.groups[groups[place]].size
                if next > open { continue }
                let extended = code | UInt64(groups[place]) << UInt64(16 * own)
                lists[own + 1].append(next, extended)
                if own + 1 < length { extend(place + 1, next, extended, own + 1) }
            }
        }
        extend(0, 0, 0, 0)
        for place in lists.indices { lists[place].sort() }
        return lists
    }
}
