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

    /// The numbers in the document's own column, which are none as a whole; what is written where they are not all some.
    func inColumn(_ written: Symbol) -> [Symbol] {
        let parts = Parties.split(month.text(written))
        if parts.count < 2 { return [written] }
        let known = parts.compactMap(known)
        return known.count == parts.count ? known : [written]
    }

    /// The numbers of documents and receipts in a summary, in their order.
    func inSummary(_ summary: Symbol) -> [Symbol] {
        let words = month.text(summary).uppercased().split { character in
            !(character.isASCII && (character.isLetter || character.isNumber || "-_/".contains(character)))
        }
        var numbers: [Symbol] = []
        for word in words {
            if let whole = known(String(word)) {
                numbers.append(whole)
            } else if word.contains("/") {
                numbers += word.split(separator: "/").compactMap { known(String($0)) }
            }
        }
        return numbers
    }

    private func known(_ text: String) -> Symbol? {
        guard let symbol = month.texts.find(text) else { return nil }
        let number = receivables.owingNumber(of: symbol)
        return isKnown(number) ? number : nil
    }

    /// What a row names of which it may be for all: receipts where it is a credit that names several, else documents;
    /// `nil` where it names but one of a kind.
    func several(_ named: [Symbol], _ table: Table, _ row: Int) throws(Overflow) -> CollectiveEntries.Naming? {
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
