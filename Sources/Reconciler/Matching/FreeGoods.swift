import Books

extension Examination {
    /// The lines of a pair's documents that are goods given free beyond what was ordered, exactly as many as were shipped over:
    /// lines without a price, or all of them, where they come to just what the order comes to. None where it is not so.
    func freeGoods(_ pair: DispatchMatch.Pair) throws(Overflow) -> [Int] {
        guard pair.outcome == .over, let shipped = pair.dispatched else { return [] }
        let book = try documents(), table = book.table, ordered = pair.ordered ?? .zero
        let issues = pair.dispatchRows.filter { book.kind($0) == .salesOut }
        var free = Quantity.zero
        let unpaid = issues.filter(isFree)
        for row in unpaid { free = try free + (goods.quantity(table, row) ?? .zero) }
        if !unpaid.isEmpty { return try free == shipped - ordered ? unpaid : [] }
        // So many are never given free: more likely a unit or a figure is wrong.
        guard ordered > .zero, try shipped - ordered < ordered, issues.count == pair.dispatchRows.count else {
            return []
        }
        let prices = Set(pair.orderRows.compactMap { goods.price(orders.table, $0)?.units })
        guard prices.count == 1, let price = prices.first.map(UnitPrice.init(units:)),
            pair.orderRows.allSatisfy({ orders.table.rate(.discount, $0) == nil })
        else { return [] }
        var worth = Amount.zero
        for row in issues {
            guard let amount = table.amount(.amount, row) else { return [] }
            worth = try worth + amount
        }
        return try worth == price.times(ordered) ? issues : []
    }

    private static let freeWords = ["赠", "送", "free", "gift", "bonus"]

    /// Whether a line says that it costs nothing: by its price or amount, or, where it has neither, by its remark.
    private func isFree(_ row: Int) -> Bool {
        let table = month[.movements], amount = table.amount(.amount, row)
        if let price = table.price(.unitPrice, row) { return price == .zero && amount ?? .zero == .zero }
        if let amount { return amount == .zero }
        let remark = table.symbol(.remark, row)
        if remark.isNone { return false }
        let said = month.text(remark).lowercased()
        return Examination.freeWords.contains { said.contains($0) }
    }
}
