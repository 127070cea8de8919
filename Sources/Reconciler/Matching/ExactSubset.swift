/// Which of a few amounts add up to a sum, proven by looking at every possibility.
enum ExactSubset {
    /// What the search can say.
    enum Answer: Equatable {
        /// The only solution, apart from exchanging equal amounts: the places of its amounts.
        case only([Int])
        /// More than one.
        case several
        /// None at all.
        case none
        /// Too many possibilities to look at all of them.
        case notDecided
    }

    /// How many partial sums are looked at before it gives up.
    static let limit = 200_000

    /// Searches all subsets of `sizes`, which are above nought, for those that add up to `sum`.
    static func search(_ sizes: [Int64], sum: Int64) -> Answer {
        if sum <= 0 || sizes.isEmpty { return .none }
        // Equal amounts are taken front to back, so exchanging them is not another solution.
        let order = sizes.indices.filter { sizes[$0] > 0 && sizes[$0] <= sum }.sorted {
            (sizes[$1], $0) < (sizes[$0], $1)
        }
        var rest = [Int64](repeating: 0, count: order.count + 1)
        for place in order.indices.reversed() {
            let (total, overflow) = rest[place + 1].addingReportingOverflow(sizes[order[place]])
            rest[place] = overflow ? Int64.max : total
        }
        var walk = Walk(sizes: order.map { sizes[$0] }, rest: rest)
        walk.visit(0, sum)
        if walk.solutions > 1 { return .several }
        if walk.steps > limit { return .notDecided }
        return walk.solutions == 1 ? .only(walk.first.map { order[$0] }.sorted()) : .none
    }

    private struct Walk {
        let sizes: [Int64]
        let rest: [Int64]
        var steps = 0, solutions = 0
        var first: [Int] = []
        var chosen: [Int] = []

        init(sizes: [Int64], rest: [Int64]) {
            self.sizes = sizes
            self.rest = rest
        }

        /// Amounts descend, so a branch ends as soon as what is left cannot reach the sum.
        mutating func visit(_ start: Int, _ open: Int64) {
            steps += 1
            if steps > ExactSubset.limit || solutions > 1 { return }
            if open == 0 {
                solutions += 1
                if solutions == 1 { first = chosen }
                return
            }
            var place = start
            while place < sizes.count {
                if rest[place] < open { return }
                if sizes[place] <= open {
                    chosen.append(place)
                    visit(place + 1, open - sizes[place])
                    chosen.removeLast()
                    if steps > ExactSubset.limit || solutions > 1 { return }
                }
                var next = place + 1
                while next < sizes.count, sizes[next] == sizes[place] { next += 1 }
                place = next
            }
        }
    }
}
