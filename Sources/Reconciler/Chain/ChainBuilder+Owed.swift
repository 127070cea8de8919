import Books

/// Owed: the receivables, and why they are not what was shipped.
extension ChainBuilder {
    mutating func takeReceivables() throws(Overflow) {
        let table = month[.receivables]
        let gaps = try gapFindings()
        var isCovered = [Bool](repeating: false, count: documents.documents.count)
        owedSpreads.reserveCapacity(match.pairs.count)
        for pair in match.pairs {
            var shipped = ChainSpread(), later: Int64 = 0
            var delivered: [(customer: Symbol, units: Int64)] = []
            for place in pair.documents where isSale(documents.documents[place]) {
                for row in documents.documents[place].rows {
                    let worth = try self.shipped(documents.documents[place], row)
                    guard isInTime(row) else {
                        later = try checked(later, plus: worth.money)
                        continue
                    }
                    // A document that two receivables cite was delivered once.
                    if isCovered[place] { continue }
                    try shipped.add(goods.product(.movements, row), worth.money)
                    try delivered.add(documentCustomers[place], worth.money)
                }
            }
            for place in pair.documents { isCovered[place] = true }
            var owed: [(customer: Symbol, units: Int64)] = []
            for row in pair.rows {
                let customer = examination.parties.name(table.symbol(.customer, row))
                try owed.add(customer.isNone ? pair.customer : customer, table.amount(.amount, row)?.units ?? 0)
            }
            try take(pair, shipped: shipped, later: later, delivered: delivered, owed: owed, gaps: gaps)
        }
        try explainUncovered(isCovered)
    }

    private mutating func take(
        _ pair: ReceivableMatch.Pair, shipped: ChainSpread, later: Int64,
        delivered: [(customer: Symbol, units: Int64)], owed: [(customer: Symbol, units: Int64)],
        gaps: [String: ChainCause]
    ) throws(Overflow) {
        let total = try owed.sum()
        let spread = try resized(shipped, to: total)
        owedSpreads.append(spread)
        try add(.owed, spread)
        for own in owed { try add(.owed, customer: own.customer, own.units) }

        let home = owed.first?.customer ?? delivered.first?.customer ?? pair.customer
        let known = pair.delivered?.units ?? 0
        var causes: [(ChainCause, Int64)] = []
        if later != 0 { causes.append((.named(.nextPeriod), later)) }
        causes.append((cause(pair, gaps), try checked(total, minus: known)))
        // The later documents first: their part is known, and what the pair's outcome explains ends where it is owed.
        try explain(.owed, from: shipped, to: spread, causes, customer: home)
        try explainShift(.owed, delivered, owed, home: home, causes: ["receivable.customer-mismatch"], pair.number)
    }

    /// What moved from one customer to another within one document.
    mutating func explainShift(
        _ stage: ChainStage, _ left: [(customer: Symbol, units: Int64)], _ right: [(customer: Symbol, units: Int64)],
        home: Symbol, causes: [String], _ number: Symbol, otherwise: ChainCause = .unaccounted
    ) throws(Overflow) {
        if left.allSatisfy({ $0.customer == home }) && right.allSatisfy({ $0.customer == home }) { return }
        var cause = findings.cause(causes, [text(number)])
        if cause == .unaccounted { cause = otherwise }
        var shift = right
        for own in left { try shift.add(own.customer, 0 - own.units) }
        let whole = try shift.sum()
        try shift.add(home, 0 - whole)
        for own in shift { try explain(stage, customer: own.customer, cause, own.units) }
    }

    /// Why what is owed for a document is not what it is worth.
    func cause(_ pair: ReceivableMatch.Pair, _ gaps: [String: ChainCause]) -> ChainCause {
        let number = text(pair.number)
        switch pair.outcome {
        case .agrees: return .unaccounted
        case .tolerated: return .named(.tolerated)
        case .missing: return findings.cause(["receivable.missing"], [number])
        case .differs: return findings.cause(["receivable.amount-difference"], [number])
        case .duplicate: return findings.cause(["receivable.duplicate"], [number])
        case .withoutDispatch:
            let own = findings.cause(["receivable.without-dispatch"], [number])
            return own == .unaccounted ? gaps[number] ?? own : own
        case .notCompared: return .named(pair.documents.isEmpty ? .carried : .unpriced)
        }
    }

    /// The finding of each number that is a gap in its series: what is owed under it is said there.
    func gapFindings() throws(Overflow) -> [String: ChainCause] {
        var gaps: [String: ChainCause] = [:]
        for series in try examination.series() {
            for gap in series.gaps(largestPercent: examination.settings.largestGapPercent) where gap.count <= 1000 {
                let first = series.written(gap.lowerBound), last = series.written(gap.upperBound)
                let key = gap.count == 1 ? first : "\(first)–\(last)"
                guard let place = findings.place("document.number-gap", key) else { continue }
                for number in gap { gaps[series.written(number)] = .finding(place) }
            }
        }
        return gaps
    }

    /// Sales that no receivable could be held against.
    private mutating func explainUncovered(_ isCovered: [Bool]) throws(Overflow) {
        for (place, document) in documents.documents.enumerated() where !isCovered[place] && isSale(document) {
            let isConsigned = text(document.settlement) == "consignment"
            for row in document.rows where isInTime(row) {
                let money = try shipped(document, row).money
                if money == 0 || !isConsigned { continue }
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
