import Books

/// What money that is paid back may be paid back for: gathered once, for a month with refunds.
struct RefundReasons {
    /// What each customer paid, paid beyond what was owed, and paid for nothing.
    private var paid: [Symbol: Set<Amount>] = [:]
    /// What is credited to each customer and not taken up.
    private var credits: [Symbol: [Int64]] = [:]
    /// The row of a receipt's number; nought or more than one row are told apart by `Row`.
    private var rows: [Symbol: Row] = [:]

    private enum Row: Equatable {
        case one(Int), several
    }

    init(_ allocation: ReceiptAllocation, _ month: Month) throws(Overflow) {
        let table = month[.receipts]
        for receipt in allocation.receipts {
            paid[receipt.customer, default: []].formUnion([receipt.amount, receipt.unapplied, receipt.over])
            let number = table.symbol(.receiptNumber, receipt.row)
            rows[number] = rows[number] == nil ? .one(receipt.row) : .several
        }
        for (place, pair) in allocation.match.pairs.enumerated() {
            let open = try pair.due - allocation.paid[place]
            if open < .zero { credits[pair.customer, default: []].append(open.negated.units) }
        }
    }

    /// Whether the customer paid as much, too much by as much, or has as much credited in some of its credit notes.
    func giveBack(_ refund: ReceiptAllocation.Receipt) -> Bool {
        let back = refund.amount.negated
        if paid[refund.customer]?.contains(back) == true { return true }
        let sum = back.units
        switch SubsetSearch.find(credits[refund.customer] ?? [], sums: sum...sum, limits: .quick) {
        case .unique, .several, .undecided: return true
        case .none: return false
        }
    }

    /// Whether a number is that of a receipt in another row.
    func isReceipt(_ number: Symbol, besides row: Int) -> Bool {
        guard let found = rows[number] else { return false }
        return found != .one(row)
    }
}

extension ReceiptAllocation {
    /// Takes money paid back from the document that it cites: what is credited there, or by the returns and reversals of it,
    /// is paid with it; else it takes back what was paid of it.
    mutating func refund(_ place: Int, _ cited: Symbol, _ documents: DocumentBook) throws(Overflow) {
        let customer = receipts[place].customer
        let own = match.places(citedAs: cited, by: customer, documents).filter { match.pairs[$0].customer == customer }
        let credits = documents.places(ofBasis: cited).compactMap { match.place(ofDocument: $0, documents) }.filter {
            match.pairs[$0].customer == customer
        }
        for pair in own + credits.filter({ !own.contains($0) }) {
            let open = try match.pairs[pair].due - paid[pair]
            if open < .zero { try pay(place, pair, max(open, receipts[place].unapplied), .cited) }
        }
        for pair in own where paid[pair] > .zero {
            try pay(place, pair, max(paid[pair].negated, receipts[place].unapplied), .cited)
        }
    }

    /// Whether something says what a refund pays back: it cites a receipt that is known, or a document that was paid or is a
    /// credit, or as much was paid by the customer, paid too much, or credited to it.
    func isExplained(refund place: Int, _ month: Month, _ documents: DocumentBook, _ reasons: RefundReasons) -> Bool {
        let refund = receipts[place]
        return cites(refund, month, documents, reasons) || reasons.giveBack(refund)
    }

    /// Whether a document was paid, as far as anybody can say, or is a credit itself.
    private func wasPaid(_ place: Int, _ month: Month, _ refund: Receipt) -> Bool {
        let pair = match.pairs[place], table = month[.receivables]
        if paid[place] > .zero || pair.due < .zero || refund.paid.contains(where: { $0.pair == place }) { return true }
        let isStated = pair.rows.contains { (table.amount(.received, $0) ?? .zero) > .zero }
        return isStated || !table.statesReceived && StatedReceipts.mayBePaidBefore(pair, table)
    }

    private func cites(
        _ refund: Receipt, _ month: Month, _ documents: DocumentBook, _ reasons: RefundReasons
    ) -> Bool {
        let cited = month[.receipts].symbol(.appliesTo, refund.row)
        if cited.isNone { return false }
        let numbers = [month.text(cited)] + Parties.split(month.text(cited))
        return numbers.contains { number in
            guard let symbol = month.texts.find(number) else { return false }
            return reasons.isReceipt(symbol, besides: refund.row)
                || match.places(citedAs: symbol, by: refund.customer, documents).contains { wasPaid($0, month, refund) }
        }
    }
}
