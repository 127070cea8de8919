/// Looks at sets one group after another, leaving out what cannot reach the wanted sums any more.
///
/// The last groups are not walked but looked up: all their sums stand in a sorted table, so that one step decides about
/// thousands of sets. What is left out is left out with proof: the rest together is too small, or a single one more too
/// large, or the rest cannot leave the remainder that is wanted.
struct SubsetWalk {
    private let sizes: [Int64]
    private let counts: [Int]
    /// The group in the problem that each place stands for.
    private let order: [Int]
    private let low: Int64, high: Int64
    /// What the groups from a place on come to together.
    private let rest: [Int64]
    private let tail: TailTable
    private let residues: [SubsetResidues]

    /// How far the walk has come.
    private(set) var steps = 0
    /// Whether every set was looked at or left out with proof.
    private(set) var isComplete = false

    /// Prepares a walk over the groups in an order, which may leave some out; `residues` are of the same order.
    init(_ problem: SubsetProblem, order: [Int], tableSize: Int, residues: [SubsetResidues] = []) {
        self.order = order
        self.residues = residues
        sizes = order.map { problem.groups[$0].size }
        counts = order.map { problem.groups[$0].count }
        low = problem.low
        high = problem.high
        var rest = [Int64](repeating: 0, count: order.count + 1)
        for place in order.indices.reversed() { rest[place] = rest[place + 1] + sizes[place] * Int64(counts[place]) }
        self.rest = rest
        tail = TailTable(sizes: sizes, counts: counts, atMost: tableSize)
    }

    /// Walks until every set is decided, enough are found, or so many steps are done.
    mutating func run(limit: Int, into findings: inout SubsetFindings) {
        let end = tail.start
        var taken = [Int](repeating: 0, count: order.count)
        if end == 0 {
            lookUp(0, &taken, &findings)
            isComplete = !findings.isEnough
            return
        }
        var sums = [Int64](repeating: 0, count: end)
        var next = [Int](repeating: -1, count: end)
        next[0] = most(0, 0, &findings)
        var place = 0
        while place >= 0 {
            let number = next[place]
            if number < 0 {
                place -= 1
                continue
            }
            if steps >= limit || findings.isEnough { return }
            steps += 1
            next[place] = number - 1
            let sum = sums[place] + Int64(number) * sizes[place]
            if sum + rest[place + 1] < low {
                findings.note(sum + rest[place + 1])
                next[place] = -1
                continue
            }
            taken[place] = number
            if !residues.allSatisfy({ $0.allows(sum, from: place + 1) }) { continue }
            if place + 1 == end {
                lookUp(sum, &taken, &findings)
            } else {
                place += 1
                sums[place] = sum
                next[place] = most(place, sum, &findings)
            }
        }
        isComplete = !findings.isEnough
    }

    /// How many of a group can be taken at most.
    private func most(_ place: Int, _ sum: Int64, _ findings: inout SubsetFindings) -> Int {
        let fits = (high - sum) / sizes[place]
        if fits >= Int64(counts[place]) { return counts[place] }
        findings.note(sum + (fits + 1) * sizes[place])
        return Int(fits)
    }

    private func lookUp(_ sum: Int64, _ taken: inout [Int], _ findings: inout SubsetFindings) {
        var place = tail.firstPlace(atLeast: low - sum)
        if place > 0 { findings.note(sum + tail.sums[place - 1]) }
        while place < tail.sums.count, tail.sums[place] <= high - sum {
            tail.decode(place, counts: counts, into: &taken)
            var inProblem = [Int](repeating: 0, count: findings.problem.groups.count)
            for (own, group) in order.enumerated() { inProblem[group] = taken[own] }
            findings.found(inProblem)
            if findings.isEnough { return }
            place += 1
        }
        if place < tail.sums.count { findings.note(sum + tail.sums[place]) }
    }
}

/// All sums of the last groups, ascending, each with what was taken of them.
struct TailTable {
    /// The first group that is in the table.
    let start: Int
    private(set) var sums: [Int64] = [0]
    /// What was taken, as digits to the base of each group's count + 1, the last group's first.
    private var codes: [UInt32] = [0]

    init(sizes: [Int64], counts: [Int], atMost limit: Int) {
        var start = sizes.count
        var product = 1
        while start > 0, product * (counts[start - 1] + 1) <= limit {
            start -= 1
            product *= counts[start] + 1
        }
        self.start = start
        var weight: UInt32 = 1
        for place in (start..<sizes.count).reversed() {
            let own = (sums, codes)
            for number in 1...counts[place] {
                merge(own.0, own.1, sizes[place] * Int64(number), weight * UInt32(number))
            }
            weight *= UInt32(counts[place] + 1)
        }
    }

    /// Merges in what comes of adding one more group: shifted sums, ascending like these.
    private mutating func merge(_ added: [Int64], _ addedCodes: [UInt32], _ size: Int64, _ code: UInt32) {
        var merged: [Int64] = [], mergedCodes: [UInt32] = []
        merged.reserveCapacity(sums.count + added.count)
        mergedCodes.reserveCapacity(sums.count + added.count)
        var left = 0, right = 0
        while left < sums.count || right < added.count {
            if right == added.count || (left < sums.count && sums[left] <= added[right] + size) {
                merged.append(sums[left])
                mergedCodes.append(codes[left])
                left += 1
            } else {
                merged.append(added[right] + size)
                mergedCodes.append(addedCodes[right] + code)
                right += 1
            }
        }
        sums = merged
        codes = mergedCodes
    }

    /// The first place whose sum is not below a bound.
    func firstPlace(atLeast bound: Int64) -> Int {
        var low = 0, high = sums.count
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Writes what a place's sum takes of each group in the table.
    func decode(_ place: Int, counts: [Int], into taken: inout [Int]) {
        var code = Int(codes[place])
        for group in (start..<counts.count).reversed() {
            (code, taken[group]) = code.quotientAndRemainder(dividingBy: counts[group] + 1)
        }
    }
}
