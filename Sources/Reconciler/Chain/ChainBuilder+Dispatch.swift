import Books

/// Why shipped is not ordered.
extension ChainBuilder {
    mutating func explainDispatch() throws(Overflow) {
        guard quantity.step(to: .shipped) != nil else { return }
        for pair in try examination.dispatch().pairs { try explain(pair) }
        for (place, document) in documents.documents.enumerated() where isSale(document) {
            if examination.orders.place(of: document.order, for: document.customer) != nil { continue }
            try explainUnordered(document, customer: documentCustomers[place])
        }
    }

    /// A sale for which there is no order among the month's.
    private mutating func explainUnordered(
        _ document: DocumentBook.Document, customer: Symbol
    ) throws(Overflow) {
        let cause = try unorderedCause(document)
        for row in document.rows where lines.isInTime(row) {
            let worth = lines.sold[row]
            try explain(
                goods.product(.movements, row), customer, cause, quantity: worth.quantity, money: worth.money)
        }
    }

    private func unorderedCause(_ document: DocumentBook.Document) throws(Overflow) -> ChainCause {
        let others = examination.otherMonths, number = text(document.number)
        switch document.kind {
        case .salesOut where others.contain(document.rows, of: documents.table):
            return .named(others.part(document.date))
        case .salesOut where try documents.replacesReturn(document, goods): return .named(.returns)
        case .salesOut: return findings.cause(["dispatch.without-order", "document.no-basis"], [number])
        case .reversal:
            return findings.place("document.reversal-unpaired", number).map(ChainCause.finding) ?? .named(.returns)
        default: return .named(.returns)
        }
    }

    private mutating func explain(
        _ product: Symbol, _ customer: Symbol, _ cause: ChainCause, quantity pieces: Int64, money fen: Int64
    ) throws(Overflow) {
        if pieces == 0 && fen == 0 { return }
        let line = products.place(of: product)
        try quantity.explain(line, quantity.step(to: .shipped), cause, pieces)
        try money.explain(line, money.step(to: .shipped), cause, fen)
        try explain(.shipped, customer: customer, cause, fen)
    }

    // MARK: One order and product

    /// Both sides of a pair.
    private struct Sides {
        var ordered = ChainLines.Worth(), shipped = ChainLines.Worth()
        /// What went to a customer who is not the order's.
        var elsewhere: [(customer: Symbol, money: Int64)] = []
        var hasUnpriced = false, orderRows = 0, shippedRows = 0

        mutating func add(_ customer: Symbol, _ money: Int64) throws(Overflow) {
            if let place = elsewhere.firstIndex(where: { $0.customer == customer }) {
                elsewhere[place].money = try checked(elsewhere[place].money, plus: money)
            } else {
                elsewhere.append((customer, money))
            }
        }
    }

    private func sides(_ pair: DispatchMatch.Pair, customer: Symbol) throws(Overflow) -> Sides {
        var sides = Sides()
        for row in pair.orderRows {
            try sides.ordered.add(lines.ordered[row])
            sides.hasUnpriced = sides.hasUnpriced || !lines.ordered[row].isPriced
            sides.orderRows += 1
        }
        for row in pair.dispatchRows where lines.isInTime(row) {
            let worth = lines.sold[row]
            try sides.shipped.add(worth)
            sides.hasUnpriced = sides.hasUnpriced || !worth.isPriced
            sides.shippedRows += 1
            let owner = documentCustomers[lines.document(of: row)]
            if owner != customer { try sides.add(owner, worth.money) }
        }
        return sides
    }

    private mutating func explain(_ pair: DispatchMatch.Pair) throws(Overflow) {
        let customer = customer(ofOrder: pair.order), sides = try sides(pair, customer: customer)
        let pieces = try checked(sides.shipped.quantity, minus: sides.ordered.quantity)
        var fen = try checked(sides.shipped.money, minus: sides.ordered.money)
        if pieces == 0 && fen == 0 && sides.elsewhere.isEmpty { return }
        let number = text(examination.orders.orders[pair.order].number), product = text(pair.product)

        if money.step(to: .shipped) != nil, let prices = try OrderPrices(examination, pair, documents) {
            let found = findings.place("dispatch.price-difference", number, product).map(ChainCause.finding)
            let effect = try priceEffect(pair, prices, isSaid: found != nil)
            if let found { try explain(pair.product, customer, found, quantity: 0, money: effect.wrong) }
            try explain(pair.product, customer, .named(.discount), quantity: 0, money: effect.discount)
            fen = try checked(fen, minus: try checked(effect.wrong, plus: effect.discount))
        }
        let short = shortage(pair, number, product)
        // What was given free makes the quantity larger and not the money.
        let isFree = try !examination.freeGoods(pair).isEmpty
        let worth =
            isFree ? fen : try quantityPart(pair, sides, pieces: pieces, rest: fen, isExplained: short != nil)
        if let short { try explain(pair.product, customer, short, quantity: pieces, money: worth) }
        fen = try checked(fen, minus: worth)
        if fen != 0 {
            let cause = try remainder(pair, sides, fen)
            try explain(pair.product, customer, cause, quantity: 0, money: fen)
        }
        let moved = findings.cause(["dispatch.customer-mismatch", "order.customer-unknown"], [number])
        for (other, money) in sides.elsewhere {
            try explain(.shipped, customer: other, moved, money)
            try explain(.shipped, customer: customer, moved, 0 - money)
        }
    }

    /// The cause of a quantity that differs; `nil` where it does not.
    private func shortage(_ pair: DispatchMatch.Pair, _ number: String, _ product: String) -> ChainCause? {
        let code: String
        switch pair.outcome {
        case .agrees, .cancelled: return nil
        case .tolerated: return .named(.tolerated)
        case .missing: code = "dispatch.missing"
        case .notDue: code = "dispatch.not-due"
        case .nextPeriod: code = "dispatch.next-period"
        case .short: code = "dispatch.quantity-short"
        case .over: code = "dispatch.quantity-over"
        case .explained where !pair.mistaken.isNone:
            return findings.cause(["order.product-unknown"], [number, text(pair.mistaken)])
        case .explained: code = "order.duplicate-line"
        }
        return findings.cause([code], [number, product])
    }

    /// What wrong prices make of the difference, where a finding says them, and what the order's discount makes; what came
    /// back at a price takes its part back.
    private func priceEffect(
        _ pair: DispatchMatch.Pair, _ prices: OrderPrices, isSaid: Bool
    ) throws(Overflow) -> (wrong: Int64, discount: Int64) {
        guard let list = prices.listed.first, let net = prices.net.first else { return (0, 0) }
        var effect = (wrong: Int64(0), discount: Int64(0))
        for row in pair.dispatchRows where lines.isInTime(row) {
            guard let price = goods.price(documents.table, row) else { continue }
            let worth = lines.sold[row], quantity = Quantity(units: worth.quantity)
            let isWrong = isSaid && prices.isWrong(row)
            let isDiscounted =
                documents.isDiscounted(row)
                || !price.agreesWithAny(of: prices.listed) && price.agreesWithAny(of: prices.net)
            if !isWrong, !isDiscounted { continue }
            let due = isWrong ? try net.times(quantity).units : worth.money
            effect.wrong = try checked(effect.wrong, plus: try checked(worth.money, minus: due))
            effect.discount = try checked(
                effect.discount, plus: try checked(due, minus: try list.times(quantity).units))
        }
        return effect
    }

    private func agreedPrices(_ pair: DispatchMatch.Pair) -> [UnitPrice] {
        pair.orderRows.compactMap { goods.price(examination.orders.table, $0) }
    }

    /// What of the rest in money the quantity that differs is worth: all of it, unless prices say otherwise.
    private func quantityPart(
        _ pair: DispatchMatch.Pair, _ sides: Sides, pieces: Int64, rest: Int64, isExplained: Bool
    ) throws(Overflow) -> Int64 {
        guard isExplained else { return 0 }
        let prices = agreedPrices(pair)
        if sides.orderRows == 0 || sides.shippedRows == 0 || sides.hasUnpriced || prices.isEmpty { return rest }
        let worths = try prices.map { (price) throws(Overflow) in try price.times(Quantity(units: pieces)).units }
        let slack = slack(sides)
        let least = try checked(worths.min() ?? 0, minus: slack), most = try checked(worths.max() ?? 0, plus: slack)
        return (least...most).contains(rest) ? rest : worths.first ?? rest
    }

    /// How many fen the lines of a pair may be off by rounding: one a line, and what prices that agree at 0.0001 leave.
    private func slack(_ sides: Sides) -> Int64 {
        let pieces = max(sides.ordered.quantity.magnitude, sides.shipped.quantity.magnitude)
        return Int64(sides.orderRows + sides.shippedRows) + Int64(clamping: pieces / 100_000_000)
    }

    /// What a difference in money is where neither price nor quantity explains it.
    private func remainder(_ pair: DispatchMatch.Pair, _ sides: Sides, _ fen: Int64) throws(Overflow) -> ChainCause {
        if sides.hasUnpriced { return .named(.unpriced) }
        let prices = agreedPrices(pair)
        if !prices.isEmpty, fen.magnitude <= UInt64(slack(sides)) { return .named(.rounding) }
        guard let first = prices.first, !prices.allSatisfy({ $0.agrees(with: first) }) else { return .unaccounted }
        return .named(.priceMix)
    }
}

extension UnitPrice {
    /// Whether it is one of several at 0.0001.
    func agreesWithAny(of prices: [UnitPrice]) -> Bool { prices.contains { $0.agrees(with: self) } }
}
