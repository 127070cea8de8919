import Books

/// Paid: the receipts, and why they are not what is owed.
extension ChainBuilder {
    mutating func takeReceipts() throws(Overflow) {
        guard parties.place(of: .paid) != nil else { return }
        var paid = [ChainSpread](repeating: ChainSpread(), count: match.pairs.count)
        var payers = [[(customer: Symbol, units: Int64)]](repeating: [], count: match.pairs.count)
        var sums = [Int64](repeating: 0, count: match.pairs.count)
        for receipt in allocation.receipts {
            let number = month[.receipts].symbol(.receiptNumber, receipt.row)
            var whole = ChainSpread()
            for part in receipt.paid {
                // Each payment's part is what it adds to the document's division, so that several end on the same fen.
                sums[part.pair] = try checked(sums[part.pair], plus: part.amount.units)
                let next = try resized(base(part.pair), to: sums[part.pair])
                try whole.add(try difference(next, paid[part.pair]))
                paid[part.pair] = next
                try payers[part.pair].add(receipt.customer, part.amount.units)
            }
            try takeRest(receipt, number, &whole)
            try add(.paid, whole)
            try add(.paid, customer: receipt.customer, receipt.amount.units)
            if number.isNone {
                try explainUnnumbered(whole, customer: receipt.customer)
            } else {
                try paidSpreads[number, default: ChainSpread()].add(whole)
            }
        }
        try explainOpen(paid, payers)
    }

    /// What a payment of a document is divided by: what is owed, or what was delivered where nothing is.
    private func base(_ pair: Int) throws(Overflow) -> ChainSpread {
        let owed = owedSpreads[pair]
        if try owed.sum() != 0 { return owed }
        var delivered = ChainSpread()
        for place in match.pairs[pair].documents where isSale(documents.documents[place]) {
            for row in documents.documents[place].rows {
                try delivered.add(
                    goods.product(.movements, row), try shipped(documents.documents[place], row).money)
            }
        }
        return delivered.keys.isEmpty ? owed : delivered
    }

    private func difference(_ left: ChainSpread, _ right: ChainSpread) throws(Overflow) -> ChainSpread {
        var difference = left
        for (key, units) in zip(right.keys, right.units) { try difference.add(key, 0 - units) }
        return difference
    }

    /// What of a receipt found nothing to pay.
    private mutating func takeRest(
        _ receipt: ReceiptAllocation.Receipt, _ number: Symbol, _ whole: inout ChainSpread
    ) throws(Overflow) {
        var rest = receipt.amount.units
        for part in receipt.paid { rest = try checked(rest, minus: part.amount.units) }
        if rest == 0 { return }
        try whole.add(.none, rest)
        let over = receipt.over.units
        let isExplained = receipt.amount < .zero && !receipt.isUnexplainedRefund
        let unapplied: ChainCause =
            isExplained ? .named(.refund) : findings.cause(["receipt.unapplied"], [text(number)])
        let line = products.place(of: .none), step = money.step(to: .paid)
        for (cause, units) in [
            (findings.cause(["receipt.over-applied"], [text(number)]), over),
            (unapplied, try checked(rest, minus: over)),
        ] {
            try money.explain(line, step, cause, units)
            try explain(.paid, customer: receipt.customer, cause, units)
        }
    }

    /// A receipt without a number, for which nobody can look in the ledger.
    private mutating func explainUnnumbered(_ whole: ChainSpread, customer: Symbol) throws(Overflow) {
        let step = money.step(to: .booked)
        for (product, units) in zip(whole.keys, whole.units) {
            try money.explain(products.place(of: product), step, .named(.unnumbered), 0 - units)
            try explain(.booked, customer: customer, .named(.unnumbered), 0 - units)
        }
    }

    // MARK: What is still open

    private mutating func explainOpen(
        _ paid: [ChainSpread], _ payers: [[(customer: Symbol, units: Int64)]]
    ) throws(Overflow) {
        guard parties.step(to: .paid) != nil else { return }
        var open = [Int64?](repeating: nil, count: match.pairs.count)
        for item in try examination.openItems() { open[item.pair] = item.open.units }
        let gaps = try gapFindings()
        for (place, pair) in match.pairs.enumerated() {
            let owed = try owedSpreads[place].sum(), received = try payers[place].sum()
            if owed == received && payers[place].allSatisfy({ $0.customer == pair.customer }) { continue }
            let left = try pair.rows.isEmpty && received != 0 ? resized(base(place), to: 0) : owedSpreads[place]
            let right = received == 0 ? try resized(owedSpreads[place], to: 0) : paid[place]
            try explain(
                .paid, from: left, to: right,
                try openCauses(pair, owed: owed, received: received, open: open[place], gaps), customer: pair.customer)
            try explainShift(
                .paid, [], payers[place], home: pair.customer, causes: [], pair.number,
                otherwise: .named(.paidByAnother))
        }
    }

    /// Why a document is not paid by the month's receipts: what is open, and what was received before them.
    private func openCauses(
        _ pair: ReceivableMatch.Pair, owed: Int64, received: Int64, open: Int64?, _ gaps: [String: ChainCause]
    ) throws(Overflow) -> [(ChainCause, Int64)] {
        let missing = try checked(received, minus: owed)
        guard let open else { return [(cause(pair, gaps), missing)] }
        var cause = findings.cause(["receivable.cash-uncollected", "receivable.overdue"], [text(pair.number)])
        if cause == .unaccounted { cause = .named(open > 0 ? .open : .credit) }
        // What the receivable calls received and no receipt of the month brought came in earlier months, where the
        // document itself did.
        let before = try checked(missing, plus: open)
        let isCarried = pair.documents.isEmpty || !pair.isInPeriod
        return [(cause, 0 - open), (before < 0 && isCarried ? .named(.receivedEarlier) : .unaccounted, before)]
    }
}
