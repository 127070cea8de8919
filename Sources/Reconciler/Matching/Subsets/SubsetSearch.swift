/// Which of a number of amounts, credit notes among them, add up to a sum: the only set, several, none, or not decided.
///
/// Never a guess: `unique` and `none` are said only when every other set is ruled out, by looking at it or by a bound that
/// it cannot pass. The searches go from cheap to dear and each hands on what it found:
///
/// 1. what the number of amounts alone decides, and remainders (`SubsetResidues`);
/// 2. samples (`SubsetSampling`): where there are many solutions two turn up soon, and two decide;
/// 3. walks with a table of the smallest amounts' sums (`SubsetWalk`), in several orders;
/// 4. lists of small sets matched from both ends (`SubsetLists`), for few documents out of many;
/// 5. a long walk, up to the limit.
///
/// The same amounts in the same order give the same answer; in another order, the same sets.
enum SubsetSearch {
    /// The sets of `amounts` (fen) that add up to `sum`.
    static func find(_ amounts: [Int64], sum: Int64, limits: SubsetLimits = .standard) -> SubsetAnswer {
        find(amounts, sums: sum...sum, limits: limits)
    }

    /// The sets of `amounts` (fen) whose sum lies in a range: a sum with its tolerance.
    static func find(
        _ amounts: [Int64], sums: ClosedRange<Int64>, limits: SubsetLimits = .standard
    ) -> SubsetAnswer {
        guard let problem = SubsetProblem(amounts, sums: sums) else { return .undecided(.sum) }
        var findings = SubsetFindings(problem, wanted: limits.solutions)
        if problem.low > problem.high || problem.low > problem.total || problem.high < 0 {
            // Between two multiples of what all amounts have in common, or beyond all of them together.
            return beyond(problem, findings, limits)
        }
        if let nearest = problem.decidedByNumber() {
            for sum in [nearest.below, nearest.above] { if let sum { findings.note(sum) } }
            return findings.proven(isNearestProven: true)
        }
        var search = Stages(problem: problem, limits: limits, findings: findings)
        return search.run()
    }

    private static func beyond(
        _ problem: SubsetProblem, _ findings: SubsetFindings, _ limits: SubsetLimits
    ) -> SubsetAnswer {
        if problem.low > problem.total {
            return .none(below: problem.original(problem.total), above: problem.nearestAbove(nil))
        }
        if problem.high < 0 { return .none(below: nil, above: problem.nearestAbove(0)) }
        // No multiple lies in the range: a walk finds the nearest sums where it can look at every set.
        var nearest = findings
        var walk = SubsetWalk(problem, order: Array(problem.groups.indices), tableSize: 1_024)
        walk.run(limit: limits.quickSteps, into: &nearest)
        if walk.isComplete { return nearest.proven(isNearestProven: true) }
        // Otherwise the nearest multiples themselves may be sums, and nothing is nearer than these.
        let below = hasSet(problem, problem.high, limits), above = hasSet(problem, problem.low, limits)
        return .none(
            below: below ? problem.original(problem.high) : nil,
            above: above ? problem.nearestAbove(problem.low) : nil)
    }

    /// Whether a quick search finds a set with a sum; the empty set has nought.
    private static func hasSet(_ problem: SubsetProblem, _ sum: Int64, _ limits: SubsetLimits) -> Bool {
        if sum < 0 || sum > problem.total { return false }
        let target = problem.original(sum)
        if target == 0 { return true }
        let amounts = problem.groups.flatMap { Array(repeating: $0.amount, count: $0.count) }
        var quick = limits
        quick.thoroughSteps = 0
        // One is as many as are asked for, so one found is the end of it.
        quick.solutions = 1
        if case .several = find(amounts, sum: target, limits: quick) { return true }
        return false
    }
}

/// The searches, one after another until one decides.
private struct Stages {
    let problem: SubsetProblem
    let limits: SubsetLimits
    var findings: SubsetFindings
    private var steps = 0

    init(problem: SubsetProblem, limits: SubsetLimits, findings: SubsetFindings) {
        self.problem = problem
        self.limits = limits
        self.findings = findings
    }

    private var isExact: Bool { problem.low == problem.high }

    mutating func run() -> SubsetAnswer {
        let descending = Array(problem.groups.indices)
        if let answer = walk(descending, tableSize: 1_024, limit: limits.quickSteps / 16) { return answer }
        let residues = residues(descending)
        if !residues.allSatisfy({ $0.allows(0, from: 0) }) { return findings.proven(isNearestProven: false) }
        if isExact {
            let samples = SubsetSampling(problem)
            samples.search(turns: 0..<1, into: &findings)
            if findings.isDecided { return several() }
            if let answer = walk(descending, tableSize: 4_096, limit: limits.quickSteps, residues) { return answer }
            if let lists = SubsetLists(problem, limit: limits.listed) {
                if lists.search(into: &findings) { return findings.proven(isNearestProven: false) }
                if findings.isDecided { return several() }
            }
            samples.search(turns: 1..<6, into: &findings)
            if findings.isDecided { return several() }
        }
        for stride in [7, 11] {
            let order = scattered(descending, stride)
            if let answer = walk(order, tableSize: 32_768, limit: limits.quickSteps) { return answer }
        }
        if limits.thoroughSteps > 0 {
            if let answer = walk(descending, tableSize: 32_768, limit: limits.thoroughSteps, residues) {
                return answer
            }
        }
        return .undecided(.steps(steps))
    }

    /// One walk; an answer if it decided, or if more than one set is known.
    private mutating func walk(
        _ order: [Int], tableSize: Int, limit: Int, _ residues: [SubsetResidues] = []
    ) -> SubsetAnswer? {
        var walk = SubsetWalk(problem, order: order, tableSize: tableSize, residues: residues)
        walk.run(limit: limit, into: &findings)
        steps += walk.steps
        if walk.isComplete { return findings.proven(isNearestProven: residues.isEmpty) }
        return findings.isDecided ? several() : nil
    }

    /// More than one set is known, and perhaps there are others.
    private func several() -> SubsetAnswer {
        .several(SubsetCount(number: findings.solutions.count, isAtLeast: true), findings.solutions)
    }

    private func residues(_ order: [Int]) -> [SubsetResidues] {
        // A bit a remainder and group: beyond so many groups the remainders are all possible anyway.
        if !isExact || order.count > 600 { return [] }
        return SubsetResidues.moduli.map { SubsetResidues(problem, order: order, modulus: $0) }
    }

    /// Every so-manieth group, then those between: an order in which large and small alternate.
    private func scattered(_ order: [Int], _ stride: Int) -> [Int] {
        (0..<stride).flatMap { start in Swift.stride(from: start, to: order.count, by: stride).map { order[$0] } }
    }
}
