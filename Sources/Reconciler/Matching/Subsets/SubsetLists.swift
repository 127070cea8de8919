/// Looks at every set of few amounts, by listing small sets and matching the lists from both ends.
///
/// Six documents out of a hundred are a thousand million sets, but each falls into its three largest and its three
/// smallest, and there are only 161,700 sets of three. It decides where no set of more amounts can be small enough, or
/// where no more than a few can be left out.
struct SubsetLists {
    private let sizes: [Int64]
    private let counts: [Int]
    private let wanted: Int64
    /// Whether the sets that are searched are what is left out rather than what is taken.
    private let isComplement: Bool
    private let length: Int
    /// What so many of the largest come to together.
    private let largest: [Int64]

    /// Prepares the lists; `nil` when the sets are too long or the lists would be.
    init?(_ problem: SubsetProblem, limit: Int) {
        sizes = problem.groups.map(\.size)
        counts = problem.groups.map(\.count)
        isComplement = problem.low > problem.total - problem.low
        wanted = isComplement ? problem.total - problem.low : problem.low
        let number = SubsetLists.number(problem.groups.reversed(), within: wanted)
        length = (number + 1) / 2
        let items = counts.reduce(0) { $0 + min($1, SubsetList.longest) }
        guard length <= SubsetList.longest, sizes.count < 1 << 16,
            SubsetLists.binomial(items, length, isAtMost: limit)
        else { return nil }
        largest = SubsetLists.largest(problem.groups)
    }

    /// Searches; says whether every set was looked at.
    func search(into findings: inout SubsetFindings) -> Bool {
        var larger = (0...length).map(SubsetList.init), smaller = larger
        if length > 0 {
            for group in sizes.indices {
                extend(
                    &larger, &smaller, Set(sum: sizes[group], code: UInt64(group), first: group, last: group, used: 1),
                    length: 1)
            }
        }
        for place in larger.indices {
            larger[place].sort()
            smaller[place].sort()
        }
        for number in 0...2 * length {
            let own = larger[(number + 1) / 2], other = smaller[number / 2]
            own.meet(other, at: wanted) { here, there in
                take(own.groups(here), other.groups(there), &findings)
                return !findings.isEnough
            }
            if findings.isEnough { return false }
        }
        return true
    }

    // MARK: Listing

    private struct Set {
        let sum: Int64
        let code: UInt64
        let first: Int, last: Int
        /// How many of the last group are in it.
        let used: Int
    }

    private func extend(_ larger: inout [SubsetList], _ smaller: inout [SubsetList], _ set: Set, length: Int) {
        let open = wanted - set.sum
        if open < 0 { return }
        if couldBeLarger(open, set, length) { larger[length].append(set.sum, set.code) }
        if couldBeSmaller(open, set, length) { smaller[length].append(set.sum, set.code) }
        if length == self.length { return }
        for next in set.last..<sizes.count {
            let isSame = next == set.last
            if isSame, set.used == counts[next] { continue }
            let extended = Set(
                sum: set.sum + sizes[next], code: set.code | UInt64(next) << UInt64(16 * length), first: set.first,
                last: next, used: isSame ? set.used + 1 : 1)
            extend(&larger, &smaller, extended, length: length + 1)
        }
    }

    /// Whether as many amounts as these or one fewer, none larger than the smallest of these, could add what is open.
    private func couldBeLarger(_ open: Int64, _ set: Set, _ length: Int) -> Bool {
        let least = sizes[sizes.count - 1]
        return open <= Int64(length) * sizes[set.last] && open >= Int64(length - 1) * least
    }

    /// Whether as many amounts as these or one more, none smaller than the largest of these, could add what is open.
    private func couldBeSmaller(_ open: Int64, _ set: Set, _ length: Int) -> Bool {
        open >= Int64(length) * sizes[set.first] && open <= largest[min(length + 1, largest.count - 1)]
    }

    /// Each set falls into its larger and its smaller amounts in one way.
    private func take(_ first: [Int], _ second: [Int], _ findings: inout SubsetFindings) {
        if let last = first.last, let next = second.first, last > next { return }
        var taken = [Int](repeating: 0, count: sizes.count)
        for group in first + second { taken[group] += 1 }
        if zip(taken, counts).contains(where: { $0 > $1 }) { return }
        if isComplement { taken = zip(taken, counts).map { $1 - $0 } }
        findings.found(taken)
    }

    // MARK: Bounds

    /// How many of the groups' sizes, taken in their order, come to no more than a sum.
    private static func number(_ groups: [SubsetProblem.Group], within sum: Int64) -> Int {
        var open = sum
        var number = 0
        for group in groups {
            let fits = min(open / group.size, Int64(group.count))
            number += Int(fits)
            open -= fits * group.size
            if fits < Int64(group.count) { break }
        }
        return number
    }

    private static func largest(_ groups: [SubsetProblem.Group]) -> [Int64] {
        var sums: [Int64] = [0]
        for group in groups {
            for _ in 0..<group.count {
                if sums.count > SubsetList.longest + 1 { return sums }
                sums.append(sums[sums.count - 1] + group.size)
            }
        }
        return sums
    }

    private static func binomial(_ items: Int, _ length: Int, isAtMost limit: Int) -> Bool {
        var product = 1
        for place in 0..<length {
            let (next, overflow) = product.multipliedReportingOverflow(by: max(1, items - place))
            if overflow || next / (place + 1) > limit { return false }
            product = next / (place + 1)
        }
        return true
    }
}
