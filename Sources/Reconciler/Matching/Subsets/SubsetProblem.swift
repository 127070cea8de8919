/// A search for subsets, brought into a form in which every amount is above nought and none occurs twice.
///
/// A credit note is an amount that is there from the beginning and may be taken away, so signs are turned: taking k of c
/// notes of −100 is leaving c − k of them, which add 100 each to a lower start. Equal amounts are one group, of which so
/// many are taken. What all sizes have in common is divided out.
struct SubsetProblem {
    /// Equal amounts.
    struct Group {
        /// The amount as given, with its sign.
        let amount: Int64
        /// Its size, without sign and divided by the common measure.
        let size: Int64
        let count: Int
        /// Where the amounts stand.
        let places: [Int]
    }

    /// Largest size first.
    let groups: [Group]
    /// The wanted sums, in terms of the sizes. Empty when `low > high`.
    let low: Int64, high: Int64
    /// What all sizes together come to.
    let total: Int64
    /// The smallest of the amounts that were left out because each alone is too large.
    let tooLarge: Int64?
    /// The sum of all amounts below nought: what a normalised sum of nought stands for.
    private let base: Int64
    /// The greatest common divisor that was divided out.
    private let measure: Int64

    /// Brings amounts and wanted sums into form; `nil` when the amounts together do not fit.
    ///
    /// Amounts of nought never matter and are left out, as is what is by itself too large where nothing is negative.
    init?(_ amounts: [Int64], sums: ClosedRange<Int64>) {
        let bound = Int64.max / 4
        var spread: Int64 = 0, base: Int64 = 0
        for amount in amounts {
            guard amount > -bound, amount < bound else { return nil }
            spread += abs(amount)
            if spread > bound { return nil }
            if amount < 0 { base += amount }
        }
        guard sums.lowerBound > -bound, sums.upperBound < bound else { return nil }
        let order = amounts.indices.filter { amounts[$0] != 0 && (base < 0 || amounts[$0] <= sums.upperBound) }
            .sorted { (-abs(amounts[$0]), -amounts[$0], $0) < (-abs(amounts[$1]), -amounts[$1], $1) }
        let measure = order.reduce(Int64(0)) { greatestCommonDivisor($0, abs(amounts[$1])) }
        var groups: [Group] = []
        var start = 0
        while start < order.count {
            let amount = amounts[order[start]]
            var end = start
            while end < order.count, amounts[order[end]] == amount { end += 1 }
            groups.append(
                Group(
                    amount: amount, size: abs(amount) / measure, count: end - start, places: Array(order[start..<end])))
            start = end
        }
        tooLarge = base < 0 ? nil : amounts.filter { $0 > sums.upperBound }.min()
        self.groups = groups
        self.base = base
        self.measure = max(measure, 1)
        low = SubsetProblem.quotient(sums.lowerBound - base, self.measure, up: true)
        high = SubsetProblem.quotient(sums.upperBound - base, self.measure, up: false)
        total = groups.reduce(0) { $0 + $1.size * Int64($1.count) }
    }

    /// The sum of the amounts that a normalised sum stands for.
    func original(_ sum: Int64) -> Int64 { sum * measure + base }

    /// The nearest of the sums above the wanted ones: a normalised one, or an amount that is too large alone.
    func nearestAbove(_ sum: Int64?) -> Int64? {
        guard let sum else { return tooLarge }
        return min(original(sum), tooLarge ?? Int64.max)
    }

    /// The set in which so many of each group's sizes are taken; `nil` for the empty set, which pays for nothing.
    func solution(_ taken: [Int]) -> SubsetSolution? {
        let parts = zip(groups, taken).compactMap { group, taken -> SubsetSolution.Part? in
            let own = group.amount < 0 ? group.count - taken : taken
            return own == 0 ? nil : SubsetSolution.Part(amount: group.amount, taken: own, places: group.places)
        }
        return parts.isEmpty ? nil : SubsetSolution(parts: parts)
    }

    private static func quotient(_ value: Int64, _ divisor: Int64, up: Bool) -> Int64 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        if rest == 0 { return quotient }
        return up ? quotient + (value > 0 ? 1 : 0) : quotient - (value < 0 ? 1 : 0)
    }
}

extension SubsetProblem {
    /// The nearest sums on both sides where how many are taken already decides: every set of k sizes is too small or
    /// every one too large, for each k. `nil` where some number of sizes could do.
    func decidedByNumber() -> (below: Int64?, above: Int64?)? {
        var below: Int64?, above: Int64?
        var largest: Int64 = 0, smallest: Int64 = 0
        var fromLargest = Cursor(groups), fromSmallest = Cursor(groups.reversed())
        while true {
            if largest >= low, smallest <= high { return nil }
            if largest < low { below = max(below ?? largest, largest) }
            if smallest > high { above = min(above ?? smallest, smallest) }
            guard let next = fromLargest.next(), let least = fromSmallest.next() else { break }
            largest += next
            smallest += least
        }
        return (below, above)
    }

    /// Each size as often as it occurs.
    private struct Cursor: IteratorProtocol {
        private let groups: [Group]
        private var place = 0, used = 0
        init(_ groups: [Group]) { self.groups = groups }

        mutating func next() -> Int64? {
            if place < groups.count, used == groups[place].count {
                place += 1
                used = 0
            }
            if place >= groups.count { return nil }
            used += 1
            return groups[place].size
        }
    }
}

/// The greatest common divisor of two numbers that are not below nought.
func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
    var (larger, smaller) = (left, right)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
}
