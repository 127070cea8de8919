import Books

/// Which documents or receipts an entry of the ledger names.
struct LedgerNames {
    private let month: Month
    private let receivables: ReceivableMatch
    private var isReceipt: BySymbol<Bool>

    init(_ month: Month, _ receivables: ReceivableMatch) {
        self.month = month
        self.receivables = receivables
        isReceipt = BySymbol(month, false)
        for number in month[.receipts].symbols(.receiptNumber) where !number.isNone { isReceipt[number] = true }
    }

    private func isKnown(_ number: Symbol) -> Bool { receivables.place(of: number) != nil || isReceipt[number] }

    /// The number that stands in the document's own column, where it is a document's or receipt's as a whole.
    func only(_ written: Symbol) -> Symbol? {
        if written.isNone { return nil }
        let number = receivables.owingNumber(of: written)
        return isKnown(number) ? number : nil
    }

    /// What an entry names.
    struct Named {
        /// In their order.
        var numbers: [Symbol]
        /// Whether it is only what may be meant, and the amount has to say so.
        var needsProof = false
        /// What it names where the amount does not.
        var otherwise: [Symbol] = []
    }

    /// The numbers in the document's own column, which are none as a whole; what is written where they are not all some.
    func inColumn(_ written: Symbol) -> Named {
        let text = month.text(written)
        let parts = Parties.split(text)
        if parts.count > 1 {
            let known = parts.compactMap(known)
            if known.count == parts.count { return Named(numbers: known) }
        }
        let stated = StatedNumbers(text) { known($0) != nil }
        let numbers = stated.numbers.compactMap(known)
        // Of a list in which one is nobody's number, nobody can say what it is for.
        guard numbers.count > 1, stated.isWhole, stated.isAbbreviated || stated.hasRange else {
            return Named(numbers: [written])
        }
        return Named(numbers: numbers, needsProof: stated.isAbbreviated, otherwise: [written])
    }

    /// The numbers of documents and receipts in a summary, in their order.
    func inSummary(_ summary: Symbol) -> Named {
        let stated = StatedNumbers(month.text(summary)) { known($0) != nil }
        let numbers = stated.numbers.compactMap(known)
        if stated.isWhole, !stated.isAbbreviated { return Named(numbers: numbers) }
        return Named(
            numbers: numbers, needsProof: true, otherwise: stated.hasRange ? [] : stated.writtenOut.compactMap(known))
    }

    private func known(_ text: String) -> Symbol? {
        guard let symbol = month.texts.find(text) else { return nil }
        let number = receivables.owingNumber(of: symbol)
        return isKnown(number) ? number : nil
    }

    /// What a row names of which it may be for all: receipts where it is a credit that names several, else documents;
    /// `nil` where it names but one of a kind.
    func several(_ named: [Symbol], _ table: Table, _ row: Int) throws(Overflow) -> CollectiveEntries.Naming? {
        if named.count < 2 { return nil }
        let different = Set(named).sorted { month.rank($0) < month.rank($1) }
        let receipts = different.filter { isReceipt[$0] && receivables.place(of: $0) == nil }
        let documents = different.filter { receivables.place(of: $0) != nil }
        let isCredit = try LedgerMatch.net(table, row) < .zero
        if isCredit, receipts.count > 1 {
            return CollectiveEntries.Naming(row: row, numbers: receipts, isOfReceipts: true)
        }
        // What a receipt pays may stand behind its number.
        guard documents.count > 1, !isCredit || receipts.isEmpty else { return nil }
        return CollectiveEntries.Naming(row: row, numbers: documents, isOfReceipts: false)
    }
}
