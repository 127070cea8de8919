import Books

/// What receivables call received, held against what the month's receipts paid of them.
///
/// A receivable carried from an earlier month may have been paid there; one of the month cannot have been paid without a
/// receipt of it. What a receipt's or the ledger's finding explains of it is known here; the rest is a finding of its own.
struct StatedReceipts {
    /// A receivable that is not paid by receipts as it says.
    struct Gap {
        /// Its place among the receivable pairs.
        let pair: Int
        let stated: Amount, paid: Amount
        /// What receipts brought after the period's end.
        let later: Amount
        /// The number of the receipt whose finding explains it.
        var explained: Symbol?
        /// Whether all that is left open of the customer comes to nought: only on other documents than the receipts cite.
        var isBalanced = false
    }

    private(set) var gaps: [Gap] = []
    private var places: [Int: Int] = [:]

    init(
        _ month: Month, _ match: ReceivableMatch, _ allocation: ReceiptAllocation,
        _ ledger: Result<LedgerMatch, Overflow>
    ) throws(Overflow) {
        let table = month[.receivables]
        guard table.statesReceived, month.has(.receipts) else { return }
        for (place, pair) in match.pairs.enumerated() where !pair.rows.isEmpty {
            var stated = Amount.zero
            for row in pair.rows { stated = try stated + (table.amount(.received, row) ?? .zero) }
            let paid = try allocation.paidInTime(place)
            if stated == paid || stated > paid && StatedReceipts.mayBePaidBefore(pair, table) { continue }
            // What is on the sheet twice is called received twice.
            if pair.outcome == .duplicate, pair.rows.contains(where: { table.amount(.received, $0) == paid }) {
                continue
            }
            places[place] = gaps.count
            gaps.append(
                Gap(pair: place, stated: stated, paid: paid, later: try allocation.paid[place] - paid))
        }
        if gaps.isEmpty { return }
        try explain(month, allocation, match, ledger)
        try balance(match)
    }

    /// Whether a pair is not paid as it says only because receipts paid other documents of its customer instead.
    func isBalanced(_ pair: Int) -> Bool { places[pair].map { gaps[$0].isBalanced } ?? false }

    /// Finds the customers of whom as much is called received as receipts paid, only not of the same documents.
    private mutating func balance(_ match: ReceivableMatch) throws(Overflow) {
        let open = gaps.indices.filter { gaps[$0].explained == nil }
        for (_, own) in Dictionary(grouping: open, by: { match.pairs[gaps[$0].pair].customer }) where own.count > 1 {
            var off = Amount.zero
            for place in own { off = try off + gaps[place].stated - gaps[place].paid }
            if off.isZero { for place in own { gaps[place].isBalanced = true } }
        }
    }

    /// Whether a receivable may have been paid before the month: it was carried into it, or has no day.
    static func mayBePaidBefore(_ pair: ReceivableMatch.Pair, _ table: Table) -> Bool {
        !pair.isInPeriod || pair.documents.isEmpty && pair.rows.allSatisfy { table.day(.date, $0) == nil }
    }

    /// The number of the receipt whose finding explains why a pair is not paid as it says.
    func explained(_ pair: Int) -> Symbol? { places[pair].flatMap { gaps[$0].explained } }

    /// A receipt, or an entry of the ledger without one, that is off by an amount.
    private struct Reason {
        let number: Symbol, customer: Symbol
        /// The documents of others that a receipt cites.
        var cited: Set<Int> = []
        var isReceipt = false
    }

    /// What each gap comes of, where exactly one receipt, or entry of the ledger without a receipt, is off by just that.
    private mutating func explain(
        _ month: Month, _ allocation: ReceiptAllocation, _ match: ReceivableMatch,
        _ ledger: Result<LedgerMatch, Overflow>
    ) throws(Overflow) {
        let reasons = try StatedReceipts.reasons(month, allocation, ledger)
        var isUsed: Set<Symbol> = [], unpaid: [Int64: [Int]] = [:]
        for place in gaps.indices where gaps[place].stated > gaps[place].paid {
            let customer = match.pairs[gaps[place].pair].customer
            let gap = try (gaps[place].stated - gaps[place].paid).units
            let own = (reasons[gap] ?? []).filter { $0.customer == customer || $0.cited.contains(gaps[place].pair) }
            if own.count == 1 { gaps[place].explained = own.first?.number }
            if let number = gaps[place].explained {
                isUsed.insert(number)
            } else {
                unpaid[gap, default: []].append(place)
            }
        }
        // A receipt that most likely paid another document did not pay the one that it cites.
        for receipt in allocation.receipts where !receipt.over.isZero {
            let number = month[.receipts].symbol(.receiptNumber, receipt.row)
            for part in receipt.paid where isUsed.contains(number) {
                guard let place = places[part.pair], gaps[place].explained == nil,
                    try gaps[place].paid - gaps[place].stated == part.amount
                else { continue }
                gaps[place].explained = number
            }
        }
        // Money that found nothing to pay under the customer it was keyed for is another's, where only that one lacks as much.
        for (gap, places) in unpaid where places.count == 1 {
            let idle = (reasons[gap] ?? []).filter { $0.isReceipt && !isUsed.contains($0.number) }
            if idle.count == 1 { gaps[places[0]].explained = idle.first?.number }
        }
    }

    private static func reasons(
        _ month: Month, _ allocation: ReceiptAllocation, _ ledger: Result<LedgerMatch, Overflow>
    ) throws(Overflow) -> [Int64: [Reason]] {
        let table = month[.receipts]
        var reasons: [Int64: [Reason]] = [:]
        for receipt in allocation.receipts {
            let idle = receipt.over.isZero ? receipt.unapplied : receipt.over
            if idle <= .zero { continue }
            let reason = Reason(
                number: table.symbol(.receiptNumber, receipt.row), customer: receipt.customer,
                cited: Set(receipt.othersCited), isReceipt: true)
            reasons[idle.units, default: []].append(reason)
            // Cited to one that owes less, all of it may be what another one lacks.
            if !receipt.over.isZero, receipt.amount != idle {
                reasons[receipt.amount.units, default: []].append(reason)
            }
        }
        guard month.has(.ledger) else { return reasons }
        let ledger = try ledger.get()
        for pair in ledger.pairs where !pair.isReceipt && pair.outcome == .differs {
            if let credited = try ledger.credited(pair) {
                reasons[credited.amount.units, default: []].append(Reason(number: pair.number, customer: pair.customer))
            }
        }
        for pair in ledger.pairs where pair.isReceipt {
            let off: Int64
            switch pair.outcome {
            case .withoutDocument: off = pair.booked?.units ?? 0
            case .differs: off = try ((pair.booked ?? .zero) - (pair.expected ?? .zero)).units
            default: continue
            }
            if off > 0 { reasons[off, default: []].append(Reason(number: pair.number, customer: pair.customer)) }
        }
        return reasons
    }

    /// What no other finding explains: each receivable by itself, or all of a customer's of which only the documents differ,
    /// the one that lacks most first.
    func unexplained(_ pairs: [ReceivableMatch.Pair], _ month: Month) -> [[Gap]] {
        func comesFirst(_ left: Gap, _ right: Gap) -> Bool {
            (left.paid.units - left.stated.units, month.rank(pairs[left.pair].number))
                < (right.paid.units - right.stated.units, month.rank(pairs[right.pair].number))
        }
        let open = gaps.filter { $0.explained == nil }
        let balanced = Dictionary(grouping: open.filter(\.isBalanced)) { pairs[$0.pair].customer }
        return open.filter { !$0.isBalanced }.map { [$0] }
            + balanced.sorted { month.rank($0.key) < month.rank($1.key) }.map { $0.value.sorted(by: comesFirst) }
    }
}

extension Table {
    /// Whether receivables say what was received: a column that nobody filled in says nothing, and where another line or the
    /// balance is filled in, blank is nought.
    var statesReceived: Bool {
        has(.received) && rows.contains { number(.received, $0) != nil || number(.balance, $0) != nil }
    }
}
