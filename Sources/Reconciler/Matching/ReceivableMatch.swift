import Books

/// Deliveries held against what customers owe: one pair a document number.
struct ReceivableMatch {
    /// How a pair ended.
    enum Outcome { case agrees, tolerated, missing, withoutDispatch, differs, duplicate, notCompared }

    /// One document, the delivery's or the order's.
    struct Pair {
        let number: Symbol
        let customer: Symbol
        /// The delivery documents, by their places in the document book; several where a receivable cites the order.
        let documents: GroupedRows
        /// The receivables' rows.
        let rows: GroupedRows
        private let worth: PossibleAmount, stated: PossibleAmount
        let outcome: Outcome
        /// Whether what is owed belongs to the period rather than having been carried into it.
        let isInPeriod: Bool

        init(
            number: Symbol, customer: Symbol, documents: GroupedRows, rows: GroupedRows, delivered: Amount?,
            owed: Amount?, outcome: Outcome, isInPeriod: Bool
        ) {
            self.number = number
            self.customer = customer
            self.documents = documents
            self.rows = rows
            worth = PossibleAmount(delivered)
            stated = PossibleAmount(owed)
            self.outcome = outcome
            self.isInPeriod = isInPeriod
        }

        /// What the deliveries are worth; `nil` where none has a price.
        var delivered: Amount? { worth.amount }

        /// What is owed; `nil` where no receivable says.
        var owed: Amount? { stated.amount }

        /// What the ledger should have: what is owed, or what was delivered where there is no receivable.
        var toBook: Amount? { rows.isEmpty ? delivered : owed }

        /// What is to be paid: what is owed, or what was delivered where no receivable says.
        var due: Amount { owed ?? delivered ?? .zero }
    }

    private(set) var pairs: [Pair] = []
    /// The first pair of each number.
    private var firsts: SymbolPlaces
    /// The pair of each delivery that is owed by its order's number.
    private var byDelivery: SymbolPlaces

    init(
        _ month: Month, settings: Settings, parties: Parties, documents book: DocumentBook, otherMonths: OtherMonths
    ) throws(Overflow) {
        firsts = SymbolPlaces(month)
        byDelivery = SymbolPlaces(month)
        let subjects = try ReceivableSubjects(month, parties, book)
        pairs.reserveCapacity(subjects.count)
        for place in 0..<subjects.count {
            let subject = subjects[place]
            if firsts[subject.number] == nil { firsts[subject.number] = pairs.count }
            for document in subject.documents where book.documents[document].number != subject.number {
                byDelivery[book.documents[document].number] = pairs.count
            }
            pairs.append(try ReceivableMatch.pair(month, settings, parties, book, subject, otherMonths))
        }
    }

    /// The place of the pair that a delivery is owed in by its order's number; `nil` for one that is owed by its own, or not
    /// at all.
    func orderPair(ofDelivery number: Symbol) -> Int? { firsts[number] == nil ? byDelivery[number] : nil }

    /// The number that a document is owed under: its order's for a delivery that is owed by that, else its own.
    func owingNumber(of number: Symbol) -> Symbol { orderPair(ofDelivery: number).map { pairs[$0].number } ?? number }

    /// The place of a document number's pair; where several customers use the number, of the first of them.
    func place(of number: Symbol) -> Int? { firsts[number] }

    /// The places of all pairs of a number: nearly always one, and one for each customer who uses it.
    func places(of number: Symbol) -> Range<Int> {
        guard let first = firsts[number] else { return 0..<0 }
        var end = first + 1
        while end < pairs.count, pairs[end].number == number { end += 1 }
        return first..<end
    }

    /// The place of a customer's pair of a number; of the number's first pair where it has none.
    func place(of number: Symbol, for customer: Symbol) -> Int? {
        let places = places(of: number)
        return places.first { pairs[$0].customer == customer } ?? places.first
    }

    /// What documents are worth that count.
    static func delivered(_ documents: GroupedRows, _ book: DocumentBook) throws(Overflow) -> Amount? {
        var delivered: Amount?
        for document in documents where book.documents[document].changesWhatIsOwed {
            if let amount = book.documents[document].amount { delivered = try (delivered ?? .zero) + amount }
        }
        return delivered
    }

    /// What receivables come to.
    static func owed(_ rows: GroupedRows, _ table: Table) throws(Overflow) -> Amount? {
        var owed: Amount?
        for row in rows { if let amount = table.amount(.amount, row) { owed = try (owed ?? .zero) + amount } }
        return owed
    }

    private static func pair(
        _ month: Month, _ settings: Settings, _ parties: Parties, _ book: DocumentBook,
        _ subject: ReceivableSubjects.Subject, _ otherMonths: OtherMonths
    ) throws(Overflow) -> Pair {
        let table = month[.receivables], documents = subject.documents, rows = subject.rows
        let delivered = try delivered(documents, book), owed = try owed(rows, table)
        let dates = rows.lazy.compactMap { table.day(.date, $0) }
        let deliveryDates = documents.lazy.compactMap { book.documents[$0].date }
        let first = month.period.firstDay
        let isInPeriod = (dates.min() ?? deliveryDates.min()).map(month.period.contains) ?? true
        let isDuplicate =
            rows.count > 1 && delivered != nil && owed != delivered
            && rows.allSatisfy {
                table.amount(.amount, $0) == table.amount(.amount, rows[0])
                    && parties.name(table.symbol(.customer, $0)) == parties.name(table.symbol(.customer, rows[0]))
            }
        return Pair(
            number: subject.number, customer: customer(month, parties, book, documents, rows), documents: documents,
            rows: rows, delivered: delivered, owed: owed,
            outcome: try judge(
                delivered: delivered, owed: owed, hasRows: !rows.isEmpty, hasDocuments: !documents.isEmpty,
                isLive: documents.contains { book.documents[$0].changesWhatIsOwed }, isDuplicate: isDuplicate,
                carried: dates.contains { $0 < first } || deliveryDates.contains { $0 < first },
                isOfOtherMonth: otherMonths.contain(rows, of: table)
                    || rows.isEmpty && otherMonths.contain(documents, of: book), settings: settings),
            isInPeriod: isInPeriod)
    }

    /// Who owes: whom the receivables name, else whom the deliveries do. Of several the one whose name comes first.
    private static func customer(
        _ month: Month, _ parties: Parties, _ book: DocumentBook, _ documents: GroupedRows, _ rows: GroupedRows
    ) -> Symbol {
        var owing = Symbol.none
        func take(_ name: Symbol) {
            if name == owing || name.isNone { return }
            if owing.isNone || month.rank(name) < month.rank(owing) { owing = name }
        }
        for row in rows { take(parties.name(month[.receivables].symbol(.customer, row))) }
        if owing.isNone { for document in documents { take(book.documents[document].customer) } }
        return owing
    }

    private static func judge(
        delivered: Amount?, owed: Amount?, hasRows: Bool, hasDocuments: Bool, isLive: Bool, isDuplicate: Bool,
        carried: Bool, isOfOtherMonth: Bool, settings: Settings
    ) throws(Overflow) -> Outcome {
        // Free goods are owed nothing for, and what another month's sheet has alone is that month's.
        guard hasRows else { return delivered == .zero || isOfOtherMonth ? .notCompared : .missing }
        if isDuplicate { return .duplicate }
        guard let delivered else {
            return isLive || ((carried || isOfOtherMonth) && !hasDocuments) ? .notCompared : .withoutDispatch
        }
        guard let owed else { return .notCompared }
        if delivered == owed { return .agrees }
        return settings.tolerates(owed, expected: delivered) ? .tolerated : .differs
    }
}
