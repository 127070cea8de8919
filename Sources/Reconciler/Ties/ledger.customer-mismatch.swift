import Books

extension Rule {
    static let ledgerCustomerMismatch = Rule(
        "ledger.customer-mismatch", .difference, owner: .finance, tie: .receivableLedger,
        title: Phrase("账上客户不符", "Booked to another customer"),
        meaning: Phrase(
            "同一单号，明细账的往来单位不是应收或回款的客户。别名不算不符。账上与出库单（或回款写明的单据）客户一致的，错在应收（或回款），只报那一边。",
            "The ledger books the document to another customer than the receivable or receipt. Aliases make no difference. Where the ledger names the customer of the delivery, or of the document that a receipt cites, the receivable or the receipt is wrong, and only that is said."
        ),
        books: [.ledger], columns: [RequiredColumn(.ledger, .customer)]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.ledger], month = examination.month
        let said = try SaidElsewhere(examination)
        for pair in try examination.ledger().pairs where pair.outcome != .withoutDocument && !pair.customer.isNone {
            let other = pair.rows.lazy.map { examination.parties.name(table.symbol(.customer, $0)) }
                .filter { !$0.isNone && $0 != pair.customer }.min { month.rank($0) < month.rank($1) }
            guard let other, !said.isMistaken(pair, for: other) else { continue }
            try findings.addLedger(
                examination, pair, expected: .text(month.text(pair.customer)), actual: .text(month.text(other)),
                "应记「\(month.text(pair.customer))」，账上记在「\(month.text(other))」。",
                "It is “\(month.text(pair.customer))”'s and is booked to “\(month.text(other))”.")
        }
    }
}

/// Customers that the ledger has right and another book has wrong, which is that book's finding.
private struct SaidElsewhere {
    private let receivables: ReceivableMatch
    private let documents: DocumentBook
    /// The receipts' rows that cite another customer's documents, each with whose these are.
    private var citing: [Int: Set<Symbol>] = [:]

    init(_ examination: Examination) throws(Overflow) {
        receivables = try examination.receivables()
        documents = try examination.documents()
        guard examination.month.has(.receivables), examination.month.has(.receipts) else { return }
        for receipt in try examination.receipts().receipts where !receipt.othersCited.isEmpty {
            citing[receipt.row] = Set(receipt.othersCited.map { receivables.pairs[$0].customer })
        }
    }

    /// Whether the receivable or the receipt is known to stand under a wrong customer, and the ledger under the right one.
    func isMistaken(_ pair: LedgerMatch.Pair, for booked: Symbol) -> Bool {
        guard let place = pair.receivable else {
            return pair.receipts.contains { citing[$0] == [booked] }
        }
        let owed = receivables.pairs[place]
        if owed.rows.isEmpty || owed.outcome == .withoutDispatch { return false }
        let delivered = Set(owed.documents.map { documents.documents[$0].customer }).subtracting([.none])
        return delivered == [booked]
    }
}
