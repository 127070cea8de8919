import Books

/// What the amount of an order line should be, from its quantity, price and discount.
struct LineAmount {
    /// Quantity × price, before any discount.
    let full: Amount
    /// What the discount leaves of it; the full one without a discount.
    let expected: Amount
    /// What is left where the discount says what is taken off instead of what is paid; of one that can only be what is paid,
    /// the expected amount.
    let takenOff: Amount
    /// What is written; `nil` where nothing is.
    let stated: Amount?
    /// Whether what is written is one of the amounts that the line may mean.
    let isRight: Bool
    /// The share of the price that is paid for, as the amount shows: all of it where the price is already that after the
    /// discount.
    let paid: Rate

    /// `nil` for a line without a quantity or a price.
    init?(_ table: Table, _ row: Int) throws(Overflow) {
        guard let price = table.price(.unitPrice, row), let quantity = table.quantity(.quantity, row) else {
            return nil
        }
        let full = try price.times(quantity), stated = table.amount(.amount, row)
        let discount = table.rate(.discount, row) ?? .whole
        let expected = try full.share(discount)
        // Where the price is already that after the discount, the amount is the full one; and a bare share may be meant the
        // other way: 60 taken off a hundred by "0.6". Nobody takes nine tenths off by "0.9".
        let mayBeTakenOff = discount.units <= 750_000
        let rest = mayBeTakenOff ? try .whole - discount : discount, takenOff = try full.share(rest)
        isRight = stated.map { [full, expected, takenOff].contains($0) } ?? true
        paid = stated == expected ? discount : stated == full ? .whole : stated == takenOff ? rest : discount
        self.full = full
        self.expected = expected
        self.takenOff = takenOff
        self.stated = stated
    }

    /// What the line will come to once its amount is right.
    var corrected: Amount { isRight ? stated ?? expected : expected }
}

extension Rate {
    /// All of it.
    static let whole = Rate(units: 1_000_000)
}

extension Examination {
    /// What an order line comes to once its amount is right; `nil` where it has neither an amount nor a price.
    ///
    /// What the company lets pass stays as it is written, and so does what a discount that nobody can read may explain.
    func correctedAmount(_ row: Int) throws(Overflow) -> Amount? {
        let stated = orders.table.amount(.amount, row)
        guard let line = try LineAmount(orders.table, row), !unread.contains(row, .discount) else { return stated }
        if let stated, settings.tolerates(stated, expected: line.expected) { return stated }
        return line.corrected
    }

    /// What order lines add up to once the amounts that are wrong have been corrected, with what the sheet charges besides;
    /// `nil` where a line has neither an amount nor a price.
    func corrected(_ rows: some Collection<Int>, besides: Int64 = 0) throws(Overflow) -> Amount? {
        var sum = Amount(units: besides)
        for row in rows {
            guard let amount = try correctedAmount(row) else { return nil }
            sum = try sum + amount
        }
        return sum
    }
}
