import Books

/// Each tie as a table of pairs with the sums of both sides, for people to check.
struct TieTables {
    let examination: Examination
    private var month: Month { examination.month }

    init(_ examination: Examination) { self.examination = examination }

    /// The ties whose books are there.
    func all() -> [TieResult] {
        TieName.allCases.compactMap { name in
            guard let pairs = try? self.pairs(name), !pairs.isEmpty else { return nil }
            return result(name, pairs)
        }
    }

    private func result(_ name: TieName, _ pairs: [TiePair]) -> TieResult? {
        // Sums that do not fit leave the table out; the rules have said so already.
        var left: Int128 = 0, right: Int128 = 0
        for pair in pairs {
            left += Int128(pair.left ?? 0)
            right += Int128(pair.right ?? 0)
        }
        guard let leftSum = Int64(exactly: left), let rightSum = Int64(exactly: right) else { return nil }
        let isQuantity = [.ordersDispatch, .stockRollForward, .stockCount].contains(name)
        return TieResult(
            id: name.rawValue, name: name.title, left: name.sides.left, right: name.sides.right,
            keyNames: keyNames(name), measure: isQuantity ? .quantity : .amount, pairs: pairs, leftSum: leftSum,
            rightSum: rightSum)
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

    private func pairs(_ name: TieName) throws(Overflow) -> [TiePair] {
        switch name {
        case .ordersDispatch: month.has(.orders) && month.has(.movements) ? try dispatch() : []
        case .stockRollForward: month.has(.opening) && month.has(.stock) ? try rollForward() : []
        case .stockCount: month.has(.counts) ? try count() : []
        case .dispatchReceivable: month.has(.movements) && month.has(.receivables) ? try receivable() : []
        case .receivableReceipts:
            month.has(.receipts) && month[.receivables].has(.received) ? try receipts() : []
        case .receivableLedger: month.has(.ledger) && month.has(.receivables) ? try ledger(receipts: false) : []
        case .receiptsLedger: month.has(.ledger) && month.has(.receipts) ? try ledger(receipts: true) : []
        }
    }

    private func dispatch() throws(Overflow) -> [TiePair] {
        let match = try examination.dispatch(), movements = month[.movements], orders = examination.orders
        let pairs = match.pairs.map { pair in
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
                }
            return TiePair(
                key: [orders.orders[pair.order].number, pair.product], party: orders.orders[pair.order].customer,
                left: pair.ordered?.units, right: pair.dispatched?.units, outcome: outcome, code: code,
                leftOrigin: pair.orderRows.first.map { orders.table.origins[$0] },
                rightOrigin: pair.dispatchRows.first.map { movements.origins[$0] })
        }
        var unordered: [TiePair] = []
        let book = try examination.documents()
        for place in match.withoutOrder {
            let document = book.documents[place]
            for row in document.rows {
                unordered.append(
                    TiePair(
                        key: [document.basis, examination.goods.product(.movements, row)], party: document.customer,
                        left: nil, right: try examination.goods.quantity(movements, row)?.units, outcome: .rightOnly,
                        code: "dispatch.without-order", leftOrigin: nil, rightOrigin: movements.origins[row]))
            }
        }
        return ordered(pairs + unordered)
    }

    private func rollForward() throws(Overflow) -> [TiePair] {
        var pairs: [TiePair] = []
        for line in try examination.stock().lines {
            guard let expected = line.expected, !(expected.isZero && line.book == nil) else { continue }
            let difference = try (line.book ?? .zero) - expected
            let outcome: TiePair.Outcome =
                difference.isZero
                ? .matched
                : examination.settings.tolerates(line.book ?? .zero, expected: expected)
                    ? .tolerated : line.book == nil ? .leftOnly : .differing
            pairs.append(
                TiePair(
                    key: [line.warehouse, line.product], party: line.warehouse, left: expected.units,
                    right: line.book?.units, outcome: outcome,
                    code: outcome == .matched || outcome == .tolerated ? nil : "stock.rollforward-difference",
                    leftOrigin: nil, rightOrigin: line.bookOrigin))
        }
        return pairs
    }

    private func count() throws(Overflow) -> [TiePair] {
        let hasStock = month.has(.stock)
        var pairs: [TiePair] = []
        for line in try examination.stock().lines {
            let held = line.held(hasStockBook: hasStock)
            if (held ?? .zero).isZero, (line.final ?? .zero).isZero { continue }
            let (outcome, code) = try countOutcome(line, held: held)
            let atCount = try held.map { held throws(Overflow) in try held - line.movedAfterCount }
            pairs.append(
                TiePair(
                    key: [line.warehouse, line.product], party: line.warehouse, left: atCount?.units,
                    right: line.final?.units, outcome: outcome, code: code, leftOrigin: line.bookOrigin,
                    rightOrigin: line.countOrigin))
        }
        return pairs
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

    private func receivable() throws(Overflow) -> [TiePair] {
        let book = try examination.documents(), table = month[.receivables]
        return try examination.receivables().pairs.map { pair in
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
            return TiePair(
                key: [pair.number], party: pair.customer, left: pair.delivered?.units, right: pair.owed?.units,
                outcome: outcome, code: code,
                leftOrigin: pair.documents.first.map { book.table.origins[book.documents[$0].rows[0]] },
                rightOrigin: pair.rows.first.map { table.origins[$0] })
        }
    }

    private func receipts() throws(Overflow) -> [TiePair] {
        struct Sides {
            var left: Amount?, right: Amount?
            var unapplied = false
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
        for receipt in try examination.receipts().receipts {
            var own = sides[receipt.customer] ?? Sides()
            own.right = try (own.right ?? .zero) + receipt.amount
            own.rightOrigin = own.rightOrigin ?? table.origins[receipt.row]
            own.unapplied = own.unapplied || receipt.unapplied > .zero
            sides[receipt.customer] = own
        }
        return ordered(
            sides.map { customer, own in
                let outcome: TiePair.Outcome =
                    own.left == own.right
                    ? .matched : own.left == nil ? .rightOnly : own.right == nil ? .leftOnly : .differing
                return TiePair(
                    key: [customer], party: customer, left: own.left?.units, right: own.right?.units, outcome: outcome,
                    code: outcome != .matched && own.unapplied ? "receipt.unapplied" : nil,
                    leftOrigin: own.leftOrigin, rightOrigin: own.rightOrigin)
            })
    }

    private func ledger(receipts: Bool) throws(Overflow) -> [TiePair] {
        let ledger = try examination.ledger(), match = try examination.receivables()
        return ledger.pairs.filter { $0.isReceipt == receipts }.compactMap { pair -> TiePair? in
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
            if pair.rows.isEmpty, pair.outcome == .explained { return nil }
            let left =
                pair.receivable.flatMap { match.pairs[$0].rows.first }.map { month[.receivables].origins[$0] }
                ?? pair.receipts.first.map { month[.receipts].origins[$0] }
            return TiePair(
                key: [pair.number], party: pair.customer, left: pair.expected?.units, right: pair.booked?.units,
                outcome: outcome, code: code, leftOrigin: left,
                rightOrigin: pair.rows.first.map { ledger.table.origins[$0] })
        }
    }

    private func ordered(_ pairs: [TiePair]) -> [TiePair] {
        let keys = pairs.map { $0.key.map { month.text($0) } }
        return pairs.indices.sorted {
            keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
        }.map { pairs[$0] }
    }
}
