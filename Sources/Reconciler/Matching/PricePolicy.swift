import Books

/// Finds the price in force for a product, customer, channel and day: the most specific one.
struct PricePolicy {
    /// What the price list says.
    enum Answer: Equatable {
        /// The row of the price that applies.
        case price(Int)
        /// Two or more rows apply equally and disagree.
        case ambiguous([Int])
        /// The row that applies allows no price at all: its minimum lies above its price.
        case contradictory(Int)
        /// No row applies.
        case none
    }

    private struct Entry {
        let row: Int
        let customer: Symbol, channel: Symbol
        let from: Day?, to: Day?
    }

    /// The entries of each product, one product's behind another's.
    private let entries: [Entry]
    private let products: Grouping
    private let prices: Table
    private let goods: Goods

    init(_ month: Month, parties: Parties, goods: Goods) {
        prices = month[.prices]
        self.goods = goods
        let own = prices.rows.map { goods.product(.prices, $0) }
        products = Grouping(own, tableSize: month.texts.count)
        let table = prices
        entries = table.rows.map { row in
            let customer = table.symbol(.customer, row)
            return Entry(
                row: row, customer: customer.isNone ? .none : parties.name(customer),
                channel: table.symbol(.channel, row), from: table.day(.validFrom, row), to: table.day(.validTo, row))
        }
    }

    /// The row of the price that applies.
    ///
    /// Of prices of the same standing the one that came into force last replaces those that have no end. One whose stated
    /// end is not yet reached is still in force beside it: where the two differ, neither is picked.
    func price(_ product: Symbol, _ customer: Symbol, _ channel: Symbol, on day: Day) -> Answer {
        var standing = -1, count = 0
        var latest: Entry?
        let rows = products.rows(of: product)
        for row in rows {
            let entry = entries[row]
            guard let own = PricePolicy.standing(entry, customer, channel, day), own >= standing else { continue }
            if own > standing { (standing, count, latest) = (own, 0, nil) }
            count += 1
            if let known = latest, PricePolicy.start(entry) <= PricePolicy.start(known) { continue }
            latest = entry
        }
        guard let latest else { return .none }
        if count == 1 { return answer(latest.row) }
        let rivals = rows.lazy.map { entries[$0] }.filter { entry in
            PricePolicy.standing(entry, customer, channel, day) == standing
                && (PricePolicy.start(entry) == PricePolicy.start(latest) || entry.to != nil)
                && differ(entry.row, latest.row)
        }
        return rivals.isEmpty ? answer(latest.row) : .ambiguous(([latest] + rivals).map(\.row).sorted())
    }

    private func answer(_ row: Int) -> Answer {
        guard let price = prices.price(.unitPrice, row), let minimum = prices.price(.minimumPrice, row), minimum > price
        else { return .price(row) }
        return .contradictory(row)
    }

    /// How special a price is, where it is in force for the customer and channel on the day.
    private static func standing(_ entry: Entry, _ customer: Symbol, _ channel: Symbol, _ day: Day) -> Int? {
        if let from = entry.from, from > day { return nil }
        if let to = entry.to, to < day { return nil }
        if !entry.customer.isNone, entry.customer != customer { return nil }
        if !entry.channel.isNone, entry.channel != channel { return nil }
        return (entry.customer.isNone ? 0 : 2) + (entry.channel.isNone ? 0 : 1)
    }

    private static func start(_ entry: Entry) -> Int32 { entry.from?.number ?? Int32.min }

    /// Whether two rows of the list allow different prices.
    private func differ(_ one: Int, _ other: Int) -> Bool {
        prices.number(.maximumDiscount, one) != prices.number(.maximumDiscount, other)
            || [Field.unitPrice, .minimumPrice].contains {
                goods.price(prices, one, $0) != goods.price(prices, other, $0)
            }
    }
}
