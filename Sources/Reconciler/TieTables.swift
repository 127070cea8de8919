import Books

/// Each tie as a table of pairs with the sums of both sides, for people to check.
struct TieTables {
    let examination: Examination
    private var month: Month { examination.month }

    init(_ examination: Examination) { self.examination = examination }

    /// The ties whose books are there.
    func all() -> [TieResult] {
        TieName.allCases.compactMap { name in
            guard let list = try? self.pairs(name), !list.isEmpty else { return nil }
            return result(name, list)
        }
    }

    private func result(_ name: TieName, _ list: PairList) -> TieResult? {
        // Sums that do not fit leave the table out; the rules have said so already.
        guard let leftSum = Int64(exactly: list.left), let rightSum = Int64(exactly: list.right),
            let summed = list.summed
        else { return nil }
        let isQuantity = [.ordersDispatch, .stockRollForward, .stockCount].contains(name)
        return TieResult(
            id: name.rawValue, name: name.title, left: name.sides.left, right: name.sides.right,
            keyNames: keyNames(name), measure: isQuantity ? .quantity : .amount, pairs: list.pairs, summed: summed,
            leftSum: leftSum, rightSum: rightSum)
    }

    private func keyNames(_ name: TieName) -> [String] {
        switch name {
        case .ordersDispatch: ["orderNumber", "productCode"]
        case .stockRollForward, .stockCount: ["warehouse", "productCode"]
        case .dispatchReceivable, .receivableLedger: ["documentNumber"]
        case .receivableReceipts: ["customer"]
        case .receiptsLedger: ["receiptNumber"]
        }
    }

    private func pairs(_ name: TieName) throws(Overflow) -> PairList? {
        switch name {
        case .ordersDispatch: month.has(.orders) && month.has(.movements) ? try dispatch() : nil
        case .stockRollForward: month.has(.opening) && month.has(.stock) ? try rollForward() : nil
        case .stockCount: month.has(.counts) ? try count() : nil
        case .dispatchReceivable: month.has(.movements) && month.has(.receivables) ? try receivable() : nil
        case .receivableReceipts:
            month.has(.receipts) && month[.receivables].statesReceived ? try receipts() : nil
        case .receivableLedger: month.has(.ledger) && month.has(.receivables) ? try ledger(receipts: false) : nil
        case .receiptsLedger: month.has(.ledger) && month.has(.receipts) ? try ledger(receipts: true) : nil
        }
    }

    private func dispatch() throws(Overflow) -> PairList {
        let match = try examination.dispatch(), movements = month[.movements], orders = examination.orders
        var list = PairList(outOf: match.pairs.count)
        for pair in match.pairs {
            let (outcome, code): (TiePair.Outcome, String?) =
                switch pair.outcome {
                case .agrees: (.matched, nil)
                case .tolerated: (.tolerated, nil)
                case .missing: (.leftOnly, "dispatch.missing")
                case .notDue: (.timing, "dispatch.not-due")
                case .nextPeriod: (.timing, "dispatch.next-period")
                case .short: (.differing, "dispatch.quantity-short")
                case .over: (.differing, "dispatch.quantity-over")
                case .explained: (.explained, "order.duplicate-line")
                case .cancelled: (.explained, nil)
                }
            if list.sums(outcome, pair.ordered?.units, pair.dispatched?.units) { continue }
            list.add(
                TiePair(
                    key: [orders.orders[pair.order].number, pair.product], party: orders.orders[pair.order].customer,
                    left: pair.ordered?.units, right: pair.dispatched?.units, outcome: outcome, code: code,
                    stage: DispatchNames(pair, examination).map { $0.agree ? .exactKey : .alias },
                    leftOrigin: pair.orderRows.first.map { orders.table.origins[$0] },
                    rightOrigin: pair.dispatchRows.first.map { movements.origins[$0] }))
        }
        let book = try examination.documents()
        for place in match.withoutOrder {
            let document = book.documents[place]
            for row in document.rows {
                list.add(
                    TiePair(
                        key: [document.basis, examination.goods.product(.movements, row)], party: document.customer,
                        left: nil, right: try examination.goods.quantity(movements, row)?.units, outcome: .rightOnly,
                        code: "dispatch.without-order", leftOrigin: nil, rightOrigin: movements.origins[row]))
            }
        }
        list.sort(month)
        return list
    }

    private func rollForward() throws(Overflow) -> PairList {
        let lines = try examination.stock().lines
        var list = PairList(outOf: lines.count)
        for line in lines {
            guard let expected = line.expected, !(expected.isZero && line.book == nil) else { continue }
            let difference = try (line.book ?? .zero) - expected
            let outcome: TiePair.Outcome =
                difference.isZero
                ? .matched
                : examination.settings.tolerates(line.book ?? .zero, expected: expected)
                    ? .tolerated : line.book == nil ? .leftOnly : .differing
            if list.sums(outcome, expected.units, line.book?.units) { continue }
            list.add(
                TiePair(
                    key: [line.warehouse, line.product], party: line.warehouse, left: expected.units,
                    right: line.book?.units, outcome: outcome,
                    code: outcome == .matched || outcome == .tolerated ? nil : "stock.rollforward-difference",
                    leftOrigin: nil, rightOrigin: line.bookOrigin))
        }
        return list
    }

    private func count() throws(Overflow) -> PairList {
        let hasStock = month.has(.stock)
        let lines = try examination.stock().lines
        var list = PairList(outOf: lines.count)
        for line in lines {
            let held = line.held(hasStockBook: hasStock)
            if (held ?? .zero).isZero, (line.final ?? .zero).isZero { continue }
            let (outcome, code) = try countOutcome(line, held: held)
            let atCount = try held.map { held throws(Overflow) in try held - line.movedAfterCount }
            if list.sums(outcome, atCount?.units, line.final?.units) { continue }
            list.add(
                TiePair(
                    key: [line.warehouse, line.product], party: line.warehouse, left: atCount?.units,
                    right: line.final?.units, outcome: outcome, code: code, leftOrigin: line.bookOrigin,
                    rightOrigin: line.countOrigin))
        }
        return list
    }

    private func countOutcome(
        _ line: StockLine, held: Quantity?
    ) throws(Overflow) -> (TiePair.Outcome, String?) {
        if line.final == nil { return (.leftOnly, "stock.not-counted") }
        if held == nil { return (.rightOnly, "stock.not-on-book") }
        guard let difference = line.difference, !difference.isZero else { return (.matched, nil) }
        if examination.isToleratedCount(line) { return (.tolerated, nil) }
        if let counted = try examination.countDifference(line) {
            return (.differing, counted < .zero ? "stock.count-short" : "stock.count-over")
        }
        return (.explained, "stock.rollforward-difference")
    }

    private func receivable() throws(Overflow) -> PairList {
        let book = try examination.documents(), table = month[.receivables]
        let match = try examination.receivables()
        var list = PairList(outOf: match.pairs.count)
        for pair in match.pairs {
            let (outcome, code): (TiePair.Outcome, String?) =
                switch pair.outcome {
                case .agrees: (.matched, nil)
                case .notCompared: (.explained, nil)
                case .tolerated: (.tolerated, nil)
                case .missing: (.leftOnly, "receivable.missing")
                case .withoutDispatch: (.rightOnly, "receivable.without-dispatch")
                case .differs: (.differing, "receivable.amount-difference")
                case .duplicate: (.differing, "receivable.duplicate")
                }
            if list.sums(outcome, pair.delivered?.units, pair.owed?.units) { continue }
            list.add(
                TiePair(
                    key: [pair.number], party: pair.customer, left: pair.delivered?.units, right: pair.owed?.units,
                    outcome: outcome, code: code, stage: .exactKey,
                    leftOrigin: pair.documents.first.map { book.table.origins[book.documents[$0].rows[0]] },
                    rightOrigin: pair.rows.first.map { table.origins[$0] }))
        }
        return list
    }

    private func receipts() throws(Overflow) -> PairList {
        struct Sides {
            var left: Amount?, right: Amount?
            var unapplied = false, over = false
            /// What receivables carried from earlier months call received and no receipt of the month paid.
            var earlier = Amount.zero
            /// What receipts brought after the period's end.
            var later = Amount.zero
            /// What was kept back of receipts, and settles with them.
            var charges = Amount.zero
            var stage: MatchStage?
            var leftOrigin: Origin?, rightOrigin: Origin?
        }
        let receivables = month[.receivables], table = month[.receipts]
        var sides: [Symbol: Sides] = [:]
        for row in receivables.rows {
            guard let received = receivables.amount(.received, row), !received.isZero else { continue }
            let customer = examination.parties.name(receivables.symbol(.customer, row))
            var own = sides[customer] ?? Sides()
            own.left = try (own.left ?? .zero) + received
            own.leftOrigin = own.leftOrigin ?? receivables.origins[row]
            sides[customer] = own
        }
        let allocation = try examination.receipts(), pairs = try examination.receivables().pairs
        for receipt in allocation.receipts {
            // Money on another month's sheet counts as far as it paid what this month's books know.
            if receipt.paid.isEmpty, examination.otherMonths.contains(receipt.row, of: table) { continue }
            var own = sides[receipt.customer] ?? Sides()
            // What one customer paid for another is the other's.
            var forOthers = Amount.zero
            for part in receipt.paid where pairs[part.pair].customer != receipt.customer {
                var other = sides[pairs[part.pair].customer] ?? Sides()
                other.right = try (other.right ?? .zero) + part.amount
                if allocation.isLater(receipt) { other.later = try other.later + part.amount }
                other.rightOrigin = other.rightOrigin ?? table.origins[receipt.row]
                sides[pairs[part.pair].customer] = other
                forOthers = try forOthers + part.amount
            }
            let charged = allocation.charge(receipt.row)?.amount ?? .zero
            if forOthers == receipt.amount, charged.isZero { continue }
            let kept = try receipt.amount - forOthers
            own.right = try (own.right ?? .zero) + kept
            own.charges = try own.charges + charged
            if allocation.isLater(receipt) { own.later = try own.later + kept + charged }
            own.rightOrigin = own.rightOrigin ?? table.origins[receipt.row]
            own.unapplied = own.unapplied || receipt.unapplied > .zero
            own.over = own.over || receipt.over > .zero
            own.stage = ([own.stage] + receipt.paid.map(\.stage.matchStage)).compactMap { $0 }.max()
            sides[receipt.customer] = own
        }
        for (customer, amount) in try receivedEarlier() {
            guard var own = sides[customer] else { continue }
            own.earlier = try own.earlier + amount
            sides[customer] = own
        }
        var list = PairList(outOf: sides.count)
        for (customer, own) in sides {
            let difference = try (own.left ?? .zero) - (own.right ?? .zero)
            let otherTime = try own.earlier + own.charges - own.later
            let isOtherTime = own.left != own.right && difference == otherTime
            let outcome: TiePair.Outcome =
                own.left == own.right
                ? .matched
                : isOtherTime
                    ? own.later.isZero ? .explained : .timing
                    : own.left == nil ? .rightOnly : own.right == nil ? .leftOnly : .differing
            if list.sums(outcome, own.left?.units, own.right?.units) { continue }
            list.add(
                TiePair(
                    key: [customer], party: customer, left: own.left?.units, right: own.right?.units, outcome: outcome,
                    code: outcome == .matched || isOtherTime
                        ? nil : own.unapplied ? "receipt.unapplied" : own.over ? "receipt.over-applied" : nil,
                    stage: own.stage,
                    leftOrigin: own.leftOrigin, rightOrigin: own.rightOrigin))
        }
        list.sort(month)
        return list
    }

    /// What carried receivables call received beyond what the month's receipts paid of them, customer by customer.
    private func receivedEarlier() throws(Overflow) -> [(customer: Symbol, amount: Amount)] {
        var earlier: [(customer: Symbol, amount: Amount)] = []
        let table = month[.receivables], allocation = try examination.receipts()
        for (place, pair) in try examination.receivables().pairs.enumerated()
        where StatedReceipts.mayBePaidBefore(pair, table) {
            var stated = Amount.zero
            for row in pair.rows { stated = try stated + (table.amount(.received, row) ?? .zero) }
            let paid = try allocation.paidInTime(place)
            if stated > paid { earlier.append((pair.customer, try stated - paid)) }
        }
        return earlier
    }

    private func ledger(receipts: Bool) throws(Overflow) -> PairList {
        let ledger = try examination.ledger(), match = try examination.receivables()
        var list = PairList(outOf: ledger.pairs.count)
        for pair in ledger.pairs where pair.isReceipt == receipts {
            let (outcome, code): (TiePair.Outcome, String?) =
                switch pair.outcome {
                case .agrees: (.matched, nil)
                case .tolerated: (.tolerated, nil)
                case .missing: (.leftOnly, "ledger.missing")
                case .withoutDocument: (.rightOnly, "ledger.without-document")
                case .differs: (.differing, "ledger.amount-difference")
                case .duplicate: (.differing, "ledger.duplicate")
                case .wrongPeriod: (.timing, "ledger.wrong-period")
                case .explained: (.explained, nil)
                }
            if pair.rows.isEmpty, pair.outcome == .explained { continue }
            if pair.outcome == .withoutDocument, examination.otherMonths.contain(pair.rows, of: ledger.table) {
                continue
            }
            if list.sums(outcome, pair.expected?.units, pair.booked?.units) { continue }
            let left =
                pair.receivable.flatMap { match.pairs[$0].rows.first }.map { month[.receivables].origins[$0] }
                ?? pair.receipts.first.map { month[.receipts].origins[$0] }
            list.add(
                TiePair(
                    key: [pair.number], party: pair.customer, left: pair.expected?.units, right: pair.booked?.units,
                    outcome: outcome, code: code, stage: pair.isShared ? .sum : .exactKey, leftOrigin: left,
                    rightOrigin: pair.rows.first.map { ledger.table.origins[$0] }))
        }
        return list
    }
}

/// The pairs of one tie as they are listed: of a long tie those that match are only summed, so that what people must
/// look at is found, and a million pairs that agree cost nothing.
struct PairList {
    /// Pairs above which those that match are not listed.
    static let limit = 5_000

    private(set) var pairs: [TiePair] = []
    private(set) var left: Int128 = 0
    private(set) var right: Int128 = 0
    private var sumsMatches: Bool
    private var count = 0
    private var summedLeft: Int128 = 0
    private var summedRight: Int128 = 0

    /// A list for as many pairs.
    init(outOf count: Int) { sumsMatches = count > PairList.limit }

    var isEmpty: Bool { pairs.isEmpty && count == 0 }

    /// What was summed and not listed; `nil` where it does not fit.
    var summed: SummedPairs? {
        guard let left = Int64(exactly: summedLeft), let right = Int64(exactly: summedRight) else { return nil }
        var summed = SummedPairs()
        (summed.count, summed.left, summed.right) = (count, left, right)
        return summed
    }

    /// Takes both sides into the sums; whether nothing more is needed of the pair.
    mutating func sums(_ outcome: TiePair.Outcome, _ left: Int64?, _ right: Int64?) -> Bool {
        guard sumsMatches, outcome == .matched else { return false }
        count += 1
        summedLeft += Int128(left ?? 0)
        summedRight += Int128(right ?? 0)
        self.left += Int128(left ?? 0)
        self.right += Int128(right ?? 0)
        return true
    }

    /// Lists a pair.
    mutating func add(_ pair: TiePair) {
        left += Int128(pair.left ?? 0)
        right += Int128(pair.right ?? 0)
        pairs.append(pair)
    }

    /// Puts the pairs in the order of their keys.
    mutating func sort(_ month: Month) {
        let keys = pairs.map { $0.key.map { month.text($0) } }
        pairs = pairs.indices.sorted {
            keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
        }.map { pairs[$0] }
    }
}
