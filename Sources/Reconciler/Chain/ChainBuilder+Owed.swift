import Books

/// Owed: the receivables, and why they are not what was shipped.
extension ChainBuilder {
    mutating func takeReceivables() throws(Overflow) {
        let table = month[.receivables], goods = goods
        var isCovered = [Bool](repeating: false, count: documents.documents.count)
        owedSpreads.reserve(match.pairs.count, products: documents.table.count)
        var delivery = Delivery()
        for pair in match.pairs {
            delivery.clear()
            for place in pair.documents where isSale(documents.documents[place]) {
                for row in documents.documents[place].rows {
                    let worth = lines.sold[row]
                    guard lines.isInTime(row) else {
                        delivery.later = try checked(delivery.later, plus: worth.money)
                        continue
                    }
                    // A document that two receivables cite was delivered once.
                    if isCovered[place] { continue }
                    try delivery.shipped.add(goods.product(.movements, row), worth.money)
                    try delivery.customers.add(documentCustomers[place], worth.money)
                }
            }
            for place in pair.documents { isCovered[place] = true }
            for row in pair.rows {
                let customer = examination.parties.name(table.symbol(.customer, row))
                try delivery.owed.add(
                    customer.isNone ? pair.customer : customer, table.amount(.amount, row)?.units ?? 0)
            }
            try take(pair, delivery)
        }
        try explainUncovered(isCovered)
    }

    /// What was delivered under a receivable pair, and what is owed for it.
    private struct Delivery {
        var shipped = ChainSpread()
        /// What of it is dated after the period's end.
        var later: Int64 = 0
        var customers: [(customer: Symbol, units: Int64)] = []
        var owed: [(customer: Symbol, units: Int64)] = []

        /// Takes everything out, and keeps the room.
        mutating func clear() {
            shipped.clear()
            later = 0
            customers.removeAll(keepingCapacity: true)
            owed.removeAll(keepingCapacity: true)
        }
    }

    private mutating func take(_ pair: ReceivableMatch.Pair, _ delivery: Delivery) throws(Overflow) {
        let total = try delivery.owed.sum()
        let spread = try resized(delivery.shipped, to: total)
        owedSpreads.append(spread, sum: total)
        try add(.owed, spread)
        for own in delivery.owed { try add(.owed, customer: own.customer, own.units) }

        let home = delivery.owed.first?.customer ?? delivery.customers.first?.customer ?? pair.customer
        let known = pair.delivered?.units ?? 0
        if delivery.later != 0 || total != known {
            var causes: [(ChainCause, Int64)] = []
            if delivery.later != 0 { causes.append((.named(.nextPeriod), delivery.later)) }
            causes.append((cause(pair), try checked(total, minus: known)))
            // The later documents first: their part is known, and what the pair's outcome explains ends where it is owed.
            try explain(.owed, from: delivery.shipped, to: spread, causes, customer: home)
        }
        try explainShift(
            .owed, delivery.customers, delivery.owed, home: home, causes: ["receivable.customer-mismatch"], pair.number,
            otherwise: dispatchMistake(pair))
    }

    /// What moved from one customer to another within one document.
    mutating func explainShift(
        _ stage: ChainStage, _ left: [(customer: Symbol, units: Int64)], _ right: [(customer: Symbol, units: Int64)],
        home: Symbol, causes: [String], _ number: Symbol, otherwise: ChainCause = .unaccounted
    ) throws(Overflow) {
        if left.allSatisfy({ $0.customer == home }) && right.allSatisfy({ $0.customer == home }) { return }
        var cause = findings.cause(causes, of: number)
        if cause == .unaccounted { cause = otherwise }
        var shift = right
        for own in left { try shift.add(own.customer, 0 - own.units) }
        let whole = try shift.sum()
        try shift.add(home, 0 - whole)
        for own in shift { try explain(stage, customer: own.customer, cause, own.units) }
    }

    /// The finding that a document names another customer than its order, who owes it all the same.
    private func dispatchMistake(_ pair: ReceivableMatch.Pair) -> ChainCause {
        for place in pair.documents {
            let own = findings.cause(["dispatch.customer-mismatch"], of: documents.documents[place].basis)
            if own != .unaccounted { return own }
        }
        return .unaccounted
    }

    /// Why what is owed for a document is not what it is worth.
    func cause(_ pair: ReceivableMatch.Pair) -> ChainCause {
        let code: String
        switch pair.outcome {
        case .agrees: return .unaccounted
        case .tolerated: return .named(.tolerated)
        case .notCompared: return .named(otherMonth(pair) ?? (pair.documents.isEmpty ? .carried : .unpriced))
        case .missing: code = "receivable.missing"
        case .differs: code = "receivable.amount-difference"
        case .duplicate: code = "receivable.duplicate"
        case .withoutDispatch: code = "receivable.without-dispatch"
        }
        let own = findings.cause([code], of: pair.number)
        return own == .unaccounted && pair.outcome == .withoutDispatch ? gaps[pair.number] ?? own : own
    }

    /// What a pair is that only a sheet of another month has.
    private func otherMonth(_ pair: ReceivableMatch.Pair) -> ChainClass? {
        let others = examination.otherMonths, table = month[.receivables]
        if others.contain(pair.rows, of: table) { return others.part(pair.rows.first.flatMap { table.day(.date, $0) }) }
        guard pair.rows.isEmpty, others.contain(pair.documents, of: documents) else { return nil }
        return others.part(pair.documents.first.flatMap { documents.documents[$0].date })
    }

    /// The finding of each number that is a gap in its series: what is owed under it is said there.
    func gapFindings() throws(Overflow) -> [Symbol: ChainCause] {
        var gaps: [Symbol: ChainCause] = [:]
        for series in try examination.series() {
            for gap in series.gaps(largestPercent: examination.settings.largestGapPercent) where gap.count <= 1000 {
                guard let place = findings.place("document.number-gap", series.key(of: gap)) else { continue }
                for number in gap {
                    if let symbol = month.texts.find(series.written(number)) { gaps[symbol] = .finding(place) }
                }
            }
        }
        return gaps
    }

    /// Sales that no receivable could be held against.
    private mutating func explainUncovered(_ isCovered: [Bool]) throws(Overflow) {
        for (place, document) in documents.documents.enumerated() where !isCovered[place] && isSale(document) {
            if text(document.settlement) != "consignment" { continue }
            for row in document.rows where lines.isInTime(row) {
                let money = lines.sold[row].money
                if money == 0 { continue }
                let line = products.place(of: goods.product(.movements, row))
                try self.money.explain(line, self.money.step(to: .owed), .named(.consignment), 0 - money)
                try explain(.owed, customer: documentCustomers[place], .named(.consignment), 0 - money)
            }
        }
    }
}

extension [(customer: Symbol, units: Int64)] {
    /// Adds to a customer's part. A document has one customer, seldom two.
    mutating func add(_ customer: Symbol, _ units: Int64) throws(Overflow) {
        if let place = firstIndex(where: { $0.customer == customer }) {
            self[place].units = try checked(self[place].units, plus: units)
        } else {
            append((customer, units))
        }
    }

    func sum() throws(Overflow) -> Int64 {
        var sum: Int64 = 0
        for own in self { sum = try checked(sum, plus: own.units) }
        return sum
    }
}
