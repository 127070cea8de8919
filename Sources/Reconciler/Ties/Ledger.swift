import Books

extension Findings {
    /// Adds a finding about a document or receipt in the ledger.
    mutating func addLedger(
        _ examination: Examination, _ pair: LedgerMatch.Pair, expected: Figure?, actual: Figure?,
        difference: Amount? = nil, isTolerated: Bool = false, _ chinese: String, _ english: String
    ) throws(Overflow) {
        let ledger = examination.month[.ledger]
        var cells: [Source] = []
        if let place = pair.receivable {
            let receivable = try examination.receivables().pairs[place]
            cells += sources(examination.month[.receivables], receivable.rows, .amount)
            if receivable.rows.isEmpty, let document = receivable.documents.first {
                let book = try examination.documents()
                cells += sources(book.table, book.documents[document].rows.prefix(4), .amount)
            }
        }
        cells += sources(examination.month[.receipts], pair.receipts, .amount)
        cells += sources(ledger, pair.rows, pair.isReceipt ? .credit : .debit)
        add(
            key: [part(.documentNumber, pair.number)], party: pair.customer, expected: expected, actual: actual,
            difference: difference.map(Figure.amount), amount: difference, sources: cells, isTolerated: isTolerated,
            chinese,
            english)
    }
}
