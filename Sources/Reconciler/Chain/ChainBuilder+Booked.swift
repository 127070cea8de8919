import Books

/// Booked: the receivables account's debits and credits of the period, and why they are not what is owed and paid.
extension ChainBuilder {
    mutating func takeLedger() throws(Overflow) {
        guard parties.place(of: .debited) != nil else { return }
        let ledger = try examination.ledger()
        let table = ledger.table
        for pair in ledger.pairs {
            let isAsOwed = try takeAsOwed(pair, table)
            if !isAsOwed { try take(pair, ledger) }
        }
        try takeUnnumbered(ledger)
    }

    /// What a pair's rows within the period move the account by, customer by customer, and in all.
    private func moved(
        _ pair: LedgerMatch.Pair, _ ledger: LedgerMatch
    ) throws(Overflow) -> [(customer: Symbol, units: Int64)] {
        let table = ledger.table
        var moved: [(customer: Symbol, units: Int64)] = []
        for row in pair.rows where table.day(.date, row).map(month.period.contains) ?? true {
            let net = try ledger.net(row, of: pair).units
            let customer = examination.parties.name(table.symbol(.customer, row))
            try moved.add(customer.isNone ? pair.customer : customer, pair.isReceipt ? 0 - net : net)
        }
        return moved
    }

    /// Takes a pair that is booked to the fen and to the customer as it is owed, or as a receipt paid what is owed; whether
    /// it is one: nearly all are.
    private mutating func takeAsOwed(_ pair: LedgerMatch.Pair, _ table: Table) throws(Overflow) -> Bool {
        let stage: ChainStage = pair.isReceipt ? .booked : .debited
        let receipts = month[.receipts], parties = examination.parties
        guard let owed = pair.receivable ?? paidWhole[pair.number], !pair.rows.isEmpty, !pair.isShared,
            pair.receivable != nil || pair.isReceipt,
            pair.receipts.allSatisfy({ parties.name(receipts.symbol(.customer, $0)) == pair.customer })
        else { return false }
        var total: Int64 = 0
        for row in pair.rows where table.day(.date, row).map(month.period.contains) ?? true {
            let customer = parties.name(table.symbol(.customer, row))
            guard customer.isNone || customer == pair.customer else { return false }
            let net = try LedgerMatch.net(table, row).units
            total = try checked(total, plus: pair.isReceipt ? 0 - net : net)
        }
        guard total == owedSpreads.sums[owed] else { return false }
        try add(stage, owedOf: owed)
        try add(stage, customer: pair.customer, total)
        return true
    }

    private mutating func take(_ pair: LedgerMatch.Pair, _ ledger: LedgerMatch) throws(Overflow) {
        let stage: ChainStage = pair.isReceipt ? .booked : .debited
        let moved = try moved(pair, ledger), total = try moved.sum()
        let base: ChainSpread
        var expected: [(customer: Symbol, units: Int64)] = []
        if let place = pair.receivable {
            base = owedSpreads[place]
            try expected.add(pair.customer, try base.sum())
        } else if pair.isReceipt, !pair.receipts.isEmpty {
            base = paidSpread(pair.number) ?? ChainSpread()
            for row in pair.receipts {
                let receipts = month[.receipts]
                try expected.add(
                    examination.parties.name(receipts.symbol(.customer, row)),
                    receipts.amount(.amount, row)?.units ?? 0)
            }
        } else {
            base = ChainSpread()
        }
        let spread = try resized(base, to: total)
        try add(stage, spread)
        for own in moved { try add(stage, customer: own.customer, own.units) }
        let home = expected.first?.customer ?? moved.first?.customer ?? pair.customer
        try explain(
            stage, from: base, to: spread, try causes(pair, base: try base.sum(), moved: total), customer: home)
        try explainShift(
            stage, expected, moved, home: home,
            causes: [
                "ledger.customer-mismatch", "ledger.without-document",
                // The ledger is right, and the receivable or the receipt has the wrong customer.
                pair.isReceipt ? "receipt.unapplied" : "receivable.customer-mismatch",
            ],
            pair.number)
    }

    /// Why the account moved by `moved` and not by what is owed or paid.
    private func causes(
        _ pair: LedgerMatch.Pair, base: Int64, moved: Int64
    ) throws(Overflow) -> [(ChainCause, Int64)] {
        if base == moved { return [] }
        let receivable = pair.receivable.map { match.pairs[$0] }
        let isInPeriod = receivable?.isInPeriod ?? receiptIsInPeriod(pair)
        let own = receivable.map { cause($0) } ?? .unaccounted
        var causes: [(ChainCause, Int64)] = []
        let expected = pair.expected?.units ?? base
        // A delivery that no receivable was made of is booked all the same: that is its receivable's finding.
        if !pair.rows.isEmpty, expected != base {
            let more = try checked(expected, minus: base)
            // What a receipt clears besides what it brought was kept back of it.
            let isKeptBack = try keptBack(pair) == more
            causes.append((isKeptBack ? .named(.charge) : own, more))
        }
        let whole = pair.booked.map { pair.outcome == .withoutDocument && moved < 0 ? 0 - $0.units : $0.units } ?? 0
        switch pair.outcome {
        case .agrees, .wrongPeriod: break
        case .missing: return [(findings.cause(["ledger.missing"], of: pair.number), 0 - base)]
        case .explained where pair.rows.isEmpty:
            let carried: ChainCause = .named(pair.isReceipt ? .otherPeriod : .carried)
            return [(isInPeriod ? own : carried, 0 - base)]
        case .explained:
            let cause: ChainCause = pair.expected == nil ? .named(.unpriced) : own
            causes.append((cause, try checked(whole, minus: expected)))
        case .withoutDocument: return [(findings.cause(["ledger.without-document"], of: pair.number), moved)]
        case .tolerated: causes.append((.named(.tolerated), try checked(whole, minus: expected)))
        case .differs:
            causes.append(
                (findings.cause(["ledger.amount-difference"], of: pair.number), try checked(whole, minus: expected)))
        case .duplicate:
            causes.append((findings.cause(["ledger.duplicate"], of: pair.number), try checked(whole, minus: expected)))
        }
        let outside: ChainCause =
            pair.outcome == .wrongPeriod
            ? findings.cause(["ledger.wrong-period"], of: pair.number) : .named(isInPeriod ? .otherPeriod : .carried)
        causes.append((outside, try checked(moved, minus: whole)))
        return causes
    }

    /// What was kept back of a pair's receipts.
    private func keptBack(_ pair: LedgerMatch.Pair) throws(Overflow) -> Int64 {
        var sum: Int64 = 0
        for row in pair.receipts { sum = try checked(sum, plus: allocation.charge(row)?.amount.units ?? 0) }
        return sum
    }

    private func receiptIsInPeriod(_ pair: LedgerMatch.Pair) -> Bool {
        pair.receipts.lazy.compactMap { month[.receipts].day(.date, $0) }.min().map(month.period.contains) ?? true
    }

    // MARK: What has no number

    /// Entries that name no document: debits on one side, credits on the other.
    private mutating func takeUnnumbered(_ ledger: LedgerMatch) throws(Overflow) {
        let own = findings.cause(["ledger.control-difference"], [ledger.account])
        let cause = own == .unaccounted ? .named(.unnumbered) : own
        let line = products.place(of: .none)
        for row in ledger.unnumbered {
            let net = try LedgerMatch.net(ledger.table, row).units
            let stage: ChainStage = net < 0 ? .booked : .debited
            let units = net.magnitude == 0 ? 0 : net < 0 ? 0 - net : net
            let customer = examination.parties.name(ledger.table.symbol(.customer, row))
            try money.add(line, money.place(of: stage), units)
            try money.explain(line, money.step(to: stage), cause, units)
            try add(stage, customer: customer, units)
            try explain(stage, customer: customer, cause, units)
        }
    }
}
