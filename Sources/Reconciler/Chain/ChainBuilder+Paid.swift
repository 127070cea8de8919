import Books

/// Paid: the receipts, and why they are not what is owed.
extension ChainBuilder {
    mutating func takeReceipts() throws(Overflow) {
        guard parties.place(of: .paid) != nil else { return }
        var payments = Payments(match.pairs.count)
        let table = month[.receipts]
        for receipt in allocation.receipts {
            let number = table.symbol(.receiptNumber, receipt.row)
            try add(.paid, customer: receipt.customer, receipt.amount.units)
            if let pair = onlyPair(receipt, number, payments) {
                // A document paid as it is owed: nearly all are.
                payments.sums[pair] = receipt.amount.units
                payments.isWhole[pair] = true
                try add(.paid, owedOf: pair)
                paidWhole[number] = pair
                continue
            }
            var whole = ChainSpread()
            for part in receipt.paid {
                // Each payment's part is what it adds to the document's division, so that several end on the same fen.
                let before = paid(part.pair, payments)
                payments.sums[part.pair] = try checked(payments.sums[part.pair], plus: part.amount.units)
                let next = try resized(base(part.pair), to: payments.sums[part.pair])
                try whole.add(try difference(next, before))
                payments.isWhole[part.pair] = false
                payments.divided[part.pair] = next
                if receipt.customer != match.pairs[part.pair].customer {
                    try payments.others[part.pair, default: []].add(receipt.customer, part.amount.units)
                }
            }
            if let charge = allocation.charge(receipt.row) {
                try keepBack(charge.amount.units, &whole, receipt.customer)
            }
            try takeRest(receipt, number, &whole)
            try add(.paid, whole)
            if number.isNone {
                try explainUnnumbered(whole, customer: receipt.customer)
            } else {
                var own = paidSpread(number) ?? ChainSpread()
                paidWhole[number] = nil
                try own.add(whole)
                paidSpreads[number] = own
            }
        }
        try explainOpen(payments)
    }

    /// What receipts paid of each receivable pair.
    private struct Payments {
        var sums: [Int64]
        /// Whether a single receipt paid all that is owed.
        var isWhole: [Bool]
        /// What was paid of the others, product by product.
        var divided: [Int: ChainSpread] = [:]
        /// What was paid by customers other than the one who owes.
        var others: [Int: [(customer: Symbol, units: Int64)]] = [:]

        init(_ pairs: Int) {
            sums = Array(repeating: 0, count: pairs)
            isWhole = Array(repeating: false, count: pairs)
        }
    }

    /// The pair that a receipt paid as it is owed, and nothing besides; `nil` where anything is otherwise.
    private func onlyPair(_ receipt: ReceiptAllocation.Receipt, _ number: Symbol, _ payments: Payments) -> Int? {
        guard receipt.paid.count == 1, let part = receipt.paid.first, part.amount == receipt.amount,
            !receipt.amount.isZero, owedSpreads.sums[part.pair] == receipt.amount.units,
            payments.sums[part.pair] == 0, !payments.isWhole[part.pair], payments.divided[part.pair] == nil,
            receipt.customer == match.pairs[part.pair].customer, !number.isNone, paidWhole[number] == nil,
            paidSpreads[number] == nil
        else { return nil }
        return part.pair
    }

    /// What was paid of a pair so far.
    private func paid(_ pair: Int, _ payments: Payments) -> ChainSpread {
        payments.isWhole[pair] ? owedSpreads[pair] : payments.divided[pair] ?? ChainSpread()
    }

    /// What was paid under a receipt number.
    func paidSpread(_ number: Symbol) -> ChainSpread? {
        paidWhole[number].map { owedSpreads[$0] } ?? paidSpreads[number]
    }

    /// What a payment of a document is divided by: what is owed, or what was delivered where nothing is.
    private func base(_ pair: Int) throws(Overflow) -> ChainSpread {
        let owed = owedSpreads[pair]
        if owedSpreads.sums[pair] != 0 { return owed }
        var delivered = ChainSpread()
        for place in match.pairs[pair].documents where isSale(documents.documents[place]) {
            for row in documents.documents[place].rows {
                try delivered.add(goods.product(.movements, row), lines.sold[row].money)
            }
        }
        return delivered.keys.isEmpty ? owed : delivered
    }

    private func difference(_ left: ChainSpread, _ right: ChainSpread) throws(Overflow) -> ChainSpread {
        var difference = left
        for (key, units) in zip(right.keys, right.units) { try difference.add(key, 0 - units) }
        return difference
    }

    /// Takes out what was kept back of a receipt: it settled with it, and did not come.
    private mutating func keepBack(
        _ units: Int64, _ whole: inout ChainSpread, _ customer: Symbol
    ) throws(Overflow) {
        let came = try resized(whole, to: try checked(try whole.sum(), minus: units))
        try explain(.paid, from: whole, to: came, [(.named(.charge), 0 - units)], customer: customer)
        whole = came
    }

    /// What of a receipt found nothing to pay.
    private mutating func takeRest(
        _ receipt: ReceiptAllocation.Receipt, _ number: Symbol, _ whole: inout ChainSpread
    ) throws(Overflow) {
        var rest = try checked(receipt.amount.units, plus: allocation.charge(receipt.row)?.amount.units ?? 0)
        for part in receipt.paid { rest = try checked(rest, minus: part.amount.units) }
        if rest == 0 { return }
        try whole.add(.none, rest)
        let over = receipt.over.units
        let isExplained = receipt.amount < .zero && !receipt.isUnexplainedRefund
        let unapplied: ChainCause =
            isExplained
            ? .named(.refund)
            : examination.otherMonths.contains(receipt.row, of: month[.receipts])
                ? .named(.otherPeriod) : findings.cause(["receipt.unapplied"], of: number)
        let line = products.place(of: .none), step = money.step(to: .paid)
        for (cause, units) in [
            (findings.cause(["receipt.over-applied"], of: number), over),
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

    private mutating func explainOpen(_ payments: Payments) throws(Overflow) {
        guard parties.step(to: .paid) != nil else { return }
        var open = [Int64](repeating: Table.absent, count: match.pairs.count), setOff: [Int: Int64] = [:]
        for item in try examination.openItems() {
            open[item.pair] = item.open.units
            if !item.setOff.isZero { setOff[item.pair] = item.setOff.units }
        }
        let stated = try examination.statedReceipts()
        for (place, pair) in match.pairs.enumerated() {
            let owed = owedSpreads.sums[place], received = payments.sums[place], others = payments.others[place] ?? []
            if owed == received && others.isEmpty { continue }
            let left = try pair.rows.isEmpty && received != 0 ? resized(base(place), to: 0) : owedSpreads[place]
            let right = received == 0 ? try resized(owedSpreads[place], to: 0) : paid(place, payments)
            // What was set off is as good as received.
            let credited = setOff[place] ?? 0
            var causes = try openCauses(
                pair, owed: owed, received: try checked(received, plus: credited),
                open: open[place] == Table.absent ? nil : open[place], unpaid: stated.explained(place),
                isBalanced: stated.isBalanced(place))
            if credited != 0 { causes.append((.named(.credit), 0 - credited)) }
            try explain(.paid, from: left, to: right, causes, customer: pair.customer)
            try explainShift(
                .paid, [], others, home: pair.customer, causes: [], pair.number, otherwise: .named(.paidByAnother))
        }
    }

    /// Why a document is not paid by the month's receipts: what is open, and what was received before them.
    private func openCauses(
        _ pair: ReceivableMatch.Pair, owed: Int64, received: Int64, open: Int64?, unpaid: Symbol?, isBalanced: Bool
    ) throws(Overflow) -> [(ChainCause, Int64)] {
        let missing = try checked(received, minus: owed)
        guard let open else { return [(cause(pair), missing)] }
        // What the receivable calls received and no receipt of the month brought is below nought.
        let before = try checked(missing, plus: open)
        let isOpen = before > 0 ? try checked(open, minus: before) : open
        var cause = findings.cause(["receivable.cash-uncollected", "receivable.overdue"], of: pair.number)
        if cause == .unaccounted { cause = .named(isOpen > 0 ? .open : .credit) }
        if before >= 0 { return [(cause, 0 - isOpen)] }
        // It was paid, on another document of the customer, which is open by as much more than the receipts say.
        if isBalanced { return [(cause, 0 - isOpen), (.named(before > 0 ? .credit : .open), before)] }
        // It came in earlier months, where the document itself did; else a receipt's own finding may say why.
        if StatedReceipts.mayBePaidBefore(pair, month[.receivables]) {
            return [(cause, 0 - isOpen), (.named(.receivedEarlier), before)]
        }
        let codes = [
            "receipt.unapplied", "receipt.over-applied", "ledger.without-document", "ledger.amount-difference",
        ]
        let own =
            pair.outcome == .duplicate
            ? self.cause(pair) : findings.cause(["receivable.balance-miscalculated"], of: pair.number)
        return [(cause, 0 - isOpen), (unpaid.map { findings.cause(codes, of: $0) } ?? own, before)]
    }
}
