import Books

/// Finds the price in force for a product, customer, channel and day: the most specific one.
struct PricePolicy {
    /// What the price list says.
    enum Answer: Equatable {
        /// The row of the price that applies.
        case price(Int)
        /// Two or more rows apply equally and disagree.
        case ambiguous([Int])
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
    ///
    /// Of prices of the same standing the one that came into force last replaces those that have no end. One whose stated
    /// end is not yet reached is still in force beside it: where the two differ, neither is picked.
    func price(_ product: Symbol, _ customer: Symbol, _ channel: Symbol, on day: Day) -> Answer {
        var standing = -1
        var candidates: [Entry] = []
        for entry in entries[product] ?? [] {
            if let from = entry.from, from > day { continue }
            if let to = entry.to, to < day { continue }
            if !entry.customer.isNone, entry.customer != customer { continue }
            if !entry.channel.isNone, entry.channel != channel { continue }
            let own = (entry.customer.isNone ? 0 : 2) + (entry.channel.isNone ? 0 : 1)
            if own > standing {
                (standing, candidates) = (own, [entry])
            } else if own == standing {
                candidates.append(entry)
            }
        }
        guard let latest = candidates.max(by: { PricePolicy.start($0) < PricePolicy.start($1) }) else { return .none }
        let rivals = candidates.filter { entry in
            (PricePolicy.start(entry) == PricePolicy.start(latest) || entry.to != nil) && differ(entry.row, latest.row)
        }
        return rivals.isEmpty ? .price(latest.row) : .ambiguous(([latest] + rivals).map(\.row).sorted())
    }

    private static func start(_ entry: Entry) -> Int32 { entry.from?.number ?? Int32.min }

    /// Whether two rows of the list allow different prices.
    private func differ(_ one: Int, _ other: Int) -> Bool {
        [Field.unitPrice, .minimumPrice, .maximumDiscount].contains {
            prices.number($0, one) != prices.number($0, other)
        }
    }
}
