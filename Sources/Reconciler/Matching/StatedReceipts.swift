import Books

/// What receivables call received, held against what the month's receipts paid of them.
///
/// A receivable carried from an earlier month may have been paid there; one of the month cannot have been paid without a
/// receipt of it. No finding is about that difference as such, so it is said, and what a receipt's or the ledger's finding
/// explains of it is known here.
struct StatedReceipts {
    /// A receivable that is not paid by receipts as it says.
    struct Gap {
        /// Its place among the receivable pairs.
        let pair: Int
        let stated: Amount, paid: Amount
        /// The number of the receipt whose finding explains it.
        var explained: Symbol?
        /// Whether all that is left open of the customer comes to nought: only on other documents than the receipts cite.
        var isBalanced = false
    }

    private(set) var gaps: [Gap] = []
    private var places: [Int: Int] = [:]

    init(_ examination: Examination) throws(Overflow) {
        let table = examination.month[.receivables]
        guard table.has(.received), examination.month.has(.receipts) else { return }
        let match = try examination.receivables(), allocation = try examination.receipts()
        for (place, pair) in match.pairs.enumerated() where !pair.rows.isEmpty {
            var stated = Amount.zero
            for row in pair.rows { stated = try stated + (table.amount(.received, row) ?? .zero) }
            let paid = try allocation.paidInTime(place)
            if stated == paid || stated > paid && StatedReceipts.mayBePaidBefore(pair, table) { continue }
            places[place] = gaps.count
            gaps.append(Gap(pair: place, stated: stated, paid: paid))
        }
        if gaps.isEmpty { return }
        try explain(examination, allocation, match)
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
        _ examination: Examination, _ allocation: ReceiptAllocation, _ match: ReceivableMatch
    ) throws(Overflow) {
        let reasons = try StatedReceipts.reasons(examination, allocation)
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
            let number = examination.month[.receipts].symbol(.receiptNumber, receipt.row)
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
        _ examination: Examination, _ allocation: ReceiptAllocation
    ) throws(Overflow) -> [Int64: [Reason]] {
        let table = examination.month[.receipts]
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
        guard examination.month.has(.ledger) else { return reasons }
        for pair in try examination.ledger().pairs where pair.isReceipt {
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

    // MARK: In words

    /// More than these are counted and not named.
    static let mostNamed = 20

    /// What no finding explains, a line a customer.
    static func said(_ examination: Examination) -> [NotChecked] {
        guard let stated = try? StatedReceipts(examination), let pairs = try? examination.receivables().pairs else {
            return []
        }
        let month = examination.month
        let open = Dictionary(grouping: stated.gaps.filter { $0.explained == nil }) { pairs[$0.pair].customer }
        let lines = open.sorted { month.rank($0.key) < month.rank($1.key) }.compactMap { customer, gaps in
            words(customer, gaps, pairs, month).map { NotChecked(code: "receivable.balance-miscalculated", why: $0) }
        }
        guard lines.count > mostNamed else { return lines }
        let rest = lines.count - mostNamed
        return lines.prefix(mostNamed) + [
            NotChecked(
                code: "receivable.balance-miscalculated",
                why: Phrase(
                    "另有 \(rest) 家客户的已收款与回款不符", "\(rest) more customers are not paid by receipts as the receivables say")
            )
        ]
    }

    private static func words(
        _ customer: Symbol, _ gaps: [Gap], _ pairs: [ReceivableMatch.Pair], _ month: Month
    ) -> Phrase? {
        var stated = Amount.zero, paid = Amount.zero
        for gap in gaps {
            guard let more = try? stated + gap.stated, let also = try? paid + gap.paid else { return nil }
            (stated, paid) = (more, also)
        }
        let named = gaps.sorted { month.rank(pairs[$0.pair].number) < month.rank(pairs[$1.pair].number) }.prefix(5)
        let list = named.map { "\(month.text(pairs[$0.pair].number)) \($0.stated) / \($0.paid)" }.joined(separator: "、")
        let more = gaps.count > 5 ? Phrase(" 等 \(gaps.count) 张", " … (\(gaps.count))") : Phrase("", "")
        let name = month.text(customer)
        if gaps.allSatisfy(\.isBalanced) {
            return Phrase(
                "「\(name)」应收登记的已收与回款核销合计相同（\(stated)），只是落在不同的单据上（已收 / 回款：\(list)\(more.chinese)）：核销单号写错，还是已收登记错了行，请财务核对",
                "the receivables of “\(name)” say as much was received as receipts paid (\(stated)), only on other documents (said / paid: \(list)\(more.english)); do the receipts cite wrong numbers, or was it entered in the wrong rows?"
            )
        }
        let isShort = gaps.allSatisfy { $0.paid > .zero && $0.stated > $0.paid }
        let fee = isShort ? Phrase("是扣了手续费、抹了零，", "was a bank charge or small change taken off, ") : Phrase("", "")
        return Phrase(
            "「\(name)」应收登记已收 \(stated)，回款核销 \(paid)（已收 / 回款：\(list)\(more.chinese)）：\(fee.chinese)漏登了回款，还是已收记错，请财务核对",
            "the receivables of “\(name)” say \(stated) was received, receipts paid \(paid) (said / paid: \(list)\(more.english)); \(fee.english)is a receipt missing, or what was received miswritten?"
        )
    }
}
