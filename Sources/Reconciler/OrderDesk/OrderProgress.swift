import Books

/// How far the goods of each order have left, by the warehouse's documents.
struct OrderProgress {
    enum Step { case nothing, part, everything }

    /// By the order's place; empty where no documents say anything.
    private var steps: [Step] = []
    /// What has not left of orders that left in part; absent where a price is missing or the sum does not fit.
    private var open: [Int: Amount] = [:]

    init(_ examination: Examination) {
        guard examination.month.has(.movements), let match = try? examination.dispatch() else { return }
        var isOpen = [Bool](repeating: false, count: examination.orders.orders.count)
        var hasLeft = isOpen
        for pair in match.pairs where pair.ordered != nil {
            switch pair.outcome {
            case .agrees, .tolerated, .over, .explained, .nextPeriod: hasLeft[pair.order] = true
            case .missing, .short, .notDue:
                isOpen[pair.order] = true
                if let dispatched = pair.dispatched, dispatched > .zero { hasLeft[pair.order] = true }
            case .cancelled: break
            }
        }
        steps = isOpen.indices.map { isOpen[$0] || !hasLeft[$0] ? (hasLeft[$0] ? .part : .nothing) : .everything }
        weigh(match, examination)
    }

    private mutating func weigh(_ match: DispatchMatch, _ examination: Examination) {
        var unknown: Set<Int> = []
        for pair in match.pairs where steps[pair.order] == .part {
            guard [.missing, .short, .notDue].contains(pair.outcome), let ordered = pair.ordered else { continue }
            let rest = try? ordered - (pair.dispatched ?? .zero)
            if let worth = try? examination.worth(pair, rest), let sum = try? worth + (open[pair.order] ?? .zero) {
                open[pair.order] = sum
            } else {
                unknown.insert(pair.order)
            }
        }
        for order in unknown { open[order] = nil }
    }

    /// What of an order that comes to so much has not left yet.
    func openAmount(_ place: Int, of amount: Amount?) -> Amount? {
        switch self[place] {
        case .nothing: amount
        case .part: open[place]
        case .everything: .zero
        }
    }

    subscript(place: Int) -> Step { steps.isEmpty ? .nothing : steps[place] }
}
