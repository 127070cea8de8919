import Books

extension Parameter {
    /// How far quantities may differ and be listed as tolerated.
    static let quantityTolerance = Parameter(
        name: "quantityTolerance", meaning: Phrase("数量容差", "how far quantities may differ"), standard: "0")
    /// By what share of the expected one quantities may differ and be listed as tolerated.
    static let quantityToleranceShare = Parameter(
        name: "quantityToleranceShare",
        meaning: Phrase("数量容差占应有数量的比例", "by what share of the expected quantity it may differ"), standard: "0%")
    /// By what share of the expected one amounts may differ and be listed as tolerated.
    static let amountToleranceShare = Parameter(
        name: "amountToleranceShare",
        meaning: Phrase("金额容差占应有金额的比例", "by what share of the expected amount it may differ"), standard: "0%")
    /// How far amounts may differ and be listed as tolerated.
    static let amountTolerance = Parameter(
        name: "amountTolerance", meaning: Phrase("金额容差", "how far amounts may differ"), standard: "0")
}

extension Examination {
    /// Visits each pair of orders and dispatch that ended so; not for those that agree.
    func eachDispatch(
        _ outcome: DispatchMatch.Outcome,
        _ visit: (DispatchMatch.Pair, OrderBook.Order) throws(Overflow) -> Void
    ) throws(Overflow) {
        let pairs = try dispatch().pairs
        for place in pairs.differing where pairs.outcome(at: place) == outcome {
            try visit(pairs[place], orders.orders[pairs[place].order])
        }
    }

    /// The pairs that ended so, and those that differ in the same direction within the tolerance.
    func dispatched(
        _ outcome: DispatchMatch.Outcome, under: Bool
    ) throws(Overflow) -> [(DispatchMatch.Pair, OrderBook.Order)] {
        let pairs = try dispatch().pairs
        return pairs.differing.map { pairs[$0] }.filter { pair in
            pair.outcome == outcome
                || pair.outcome == .tolerated && ((pair.dispatched ?? .zero) < (pair.ordered ?? .zero)) == under
        }.map { ($0, orders.orders[$0.order]) }
    }

    /// What a quantity of a pair is worth at the order's price, or the document's where the order has none.
    func worth(_ pair: DispatchMatch.Pair, _ quantity: Quantity?) throws(Overflow) -> Amount? {
        guard let quantity else { return nil }
        let movements = try documents().table
        let price =
            pair.orderRows.lazy.compactMap { self.goods.price(self.orders.table, $0) }.min()
            ?? pair.dispatchRows.lazy.compactMap { self.goods.price(movements, $0) }.min()
        return try price?.times(quantity)
    }
}

extension Findings {
    /// Adds a finding about the quantities of an order and product.
    mutating func addDispatch(
        _ examination: Examination, _ pair: DispatchMatch.Pair, _ order: OrderBook.Order, amount: Amount?,
        field: Field = .quantity, owner: Owner? = nil, isTolerated: Bool = false, _ chinese: String, _ english: String
    ) {
        let movements = examination.month[.movements], orders = examination.orders.table
        let unit = examination.goods.symbol(.unit, of: pair.product)
        let written = pair.orderRows.first.map { orders.symbol(.unit, $0) } ?? .none
        add(
            key: [part(.orderNumber, order.number), part(.productCode, pair.product)], party: order.customer,
            owner: owner,
            expected: .quantity(pair.ordered ?? .zero), actual: pair.dispatched.map(Figure.quantity),
            difference: (try? (pair.dispatched ?? .zero) - (pair.ordered ?? .zero)).map(Figure.quantity),
            unit: unit.isNone ? written : unit, amount: amount,
            sources: sources(orders, pair.orderRows, field) + sources(movements, pair.dispatchRows, .quantity),
            isTolerated: isTolerated, chinese, english)
    }
}
