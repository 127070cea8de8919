import Books

/// Finds the price in force for a product, customer, channel and day: the most specific one.
struct PricePolicy {
    /// What the price list says.
    enum Answer: Equatable {
        /// The row of the price that applies.
        case price(Int)
        /// Two rows apply equally and disagree.
        case ambiguous
        /// No row applies.
        case none
    }

    private struct Entry {
        let row: Int
        let customer: Symbol, channel: Symbol
        let from: Day?, to: Day?
    }

    private var entries: [Symbol: [Entry]] = [:]
    private let prices: Table

    init(_ month: Month, parties: Parties, goods: Goods) {
        prices = month[.prices]
        for row in prices.rows {
            let customer = prices.symbol(.customer, row)
            entries[goods.product(.prices, row), default: []].append(
                Entry(
                    row: row, customer: customer.isNone ? .none : parties.name(customer),
                    channel: prices.symbol(.channel, row), from: prices.day(.validFrom, row),
                    to: prices.day(.validTo, row)))
        }
    }

    /// The row of the price that applies.
    func price(_ product: Symbol, _ customer: Symbol, _ channel: Symbol, on day: Day) -> Answer {
        var best: (standing: Int, from: Int32, row: Int)?
        var isAmbiguous = false
        for entry in entries[product] ?? [] {
            if let from = entry.from, from > day { continue }
            if let to = entry.to, to < day { continue }
            if !entry.customer.isNone, entry.customer != customer { continue }
            if !entry.channel.isNone, entry.channel != channel { continue }
            let standing = (entry.customer.isNone ? 0 : 2) + (entry.channel.isNone ? 0 : 1)
            // Of two that apply alike, the one that came into force later replaces the earlier.
            let from = entry.from?.number ?? Int32.min
            guard let current = best else {
                best = (standing, from, entry.row)
                continue
            }
            if (standing, from) == (current.standing, current.from) {
                isAmbiguous =
                    isAmbiguous
                    || prices.number(.unitPrice, entry.row) != prices.number(.unitPrice, current.row)
            } else if (standing, from) > (current.standing, current.from) {
                best = (standing, from, entry.row)
                isAmbiguous = false
            }
        }
        guard let best else { return .none }
        return isAmbiguous ? .ambiguous : .price(best.row)
    }
}
