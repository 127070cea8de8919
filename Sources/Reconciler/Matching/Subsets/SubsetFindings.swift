/// What searches have found so far: sets that do, each once, and the nearest sums that some set has.
struct SubsetFindings {
    let problem: SubsetProblem
    /// How many sets are enough.
    let wanted: Int
    private(set) var solutions: [SubsetSolution] = []
    private(set) var below: Int64?, above: Int64?
    private var seen: Set<[Int]> = []

    init(_ problem: SubsetProblem, wanted: Int) {
        self.problem = problem
        self.wanted = wanted
    }

    /// Whether nothing more need be found.
    var isEnough: Bool { solutions.count >= wanted }

    /// Whether the answer is settled: two sets prove that neither is the only one.
    var isDecided: Bool { solutions.count >= min(2, wanted) }

    /// Notes a set that does: how many are taken of each group.
    mutating func found(_ taken: [Int]) {
        guard !isEnough, seen.insert(taken).inserted, let solution = problem.solution(taken) else { return }
        solutions.append(solution)
    }

    /// Notes a sum that some set has and that is too small or too large.
    mutating func note(_ sum: Int64) {
        if sum < problem.low {
            if sum > below ?? Int64.min { below = sum }
        } else if sum > problem.high {
            if sum < above ?? Int64.max { above = sum }
        }
    }

    /// The answer once every set has been looked at, or it is known that no further one does.
    func proven(isNearestProven: Bool) -> SubsetAnswer {
        switch solutions.count {
        case 0:
            // Next to the wanted sums nothing can be nearer.
            let isBelowSure = isNearestProven || below == problem.low - 1
            let isAboveSure = isNearestProven || above == problem.high + 1
            return .none(
                below: isBelowSure ? below.map(problem.original) : nil,
                above: isAboveSure ? problem.nearestAbove(above) : nil)
        case 1: return .unique(solutions[0])
        default: return .several(SubsetCount(number: solutions.count, isAtLeast: isEnough), solutions)
        }
    }
}
