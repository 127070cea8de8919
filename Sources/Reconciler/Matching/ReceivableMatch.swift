import Books

/// Deliveries held against what customers owe: one pair a document number.
struct ReceivableMatch {
    /// How a pair ended.
    enum Outcome { case agrees, tolerated, missing, withoutDispatch, differs, duplicate, notCompared }

    /// One document, the delivery's or the order's.
    struct Pair {
        let number: Symbol
        /// The delivery documents, by their places in the document book; several where a receivable cites the order.
        let documents: GroupedRows
        /// The receivables' rows.
        let rows: GroupedRows
        let customer: Symbol
        /// What the deliveries are worth, and what is owed; `nil` where absent.
        let delivered: Amount?, owed: Amount?
        let outcome: Outcome
        /// Whether what is owed belongs to the period rather than having been carried into it.
        let isInPeriod: Bool
    }

    private(set) var pairs: [Pair] = []
    private var places: SymbolPlaces

    init(_ month: Month, settings: Settings, parties: Parties, documents book: DocumentBook) throws(Overflow) {
        places = SymbolPlaces(month)
        let table = month[.receivables]
        let numbers = Grouping(table.symbols(.documentNumber), tableSize: month.texts.count)
        let subjects = Subjects(month, numbers, book)
        pairs.reserveCapacity(subjects.list.count)
        for subject in subjects.list {
            places[subject.number] = pairs.count
            pairs.append(
                try ReceivableMatch.pair(
                    month, settings, parties, book, number: subject.number,
                    documents: GroupedRows(subjects.documents, subject.documents),
                    rows: numbers.rows(of: subject.number),
                    table: table))
        }
    }

    /// The place of a document number's pair.
    func place(of number: Symbol) -> Int? { places[number] }

    /// What there is to compare: each number that receivables name, then each delivery that none does; by their texts.
    private struct Subjects {
        var list: [(number: Symbol, documents: Range<Int32>)] = []
        /// The documents of all subjects, one behind the other.
        var documents: [Int32] = []

        init(_ month: Month, _ numbers: Grouping, _ book: DocumentBook) {
            list.reserveCapacity(max(numbers.count, book.documents.count))
            documents.reserveCapacity(book.documents.count)
            var covered = [Bool](repeating: false, count: book.documents.count)
            for number in numbers.symbols {
                let start = documents.count
                if let own = book.place(of: number) {
                    documents.append(Int32(truncatingIfNeeded: own))
                } else {
                    for place in book.places(withBasis: number) where book.documents[place].changesWhatIsOwed {
                        documents.append(Int32(truncatingIfNeeded: place))
                    }
                }
                for place in documents[start...] { covered[Int(place)] = true }
                add(number, from: start)
            }
            let consignment = month.texts.find("consignment")
            for (place, document) in book.documents.enumerated() where !covered[place] {
                guard document.changesWhatIsOwed, document.amount != nil else { continue }
                if let date = document.date, date > month.period.lastDay { continue }
                if consignment != nil, document.settlement == consignment { continue }
                documents.append(Int32(truncatingIfNeeded: place))
                add(document.number, from: documents.count - 1)
            }
            list.sort { month.rank($0.number) < month.rank($1.number) }
        }

        private mutating func add(_ number: Symbol, from start: Int) {
            let part = Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: documents.count)
            list.append((number, part))
        }
    }

    private static func pair(
        _ month: Month, _ settings: Settings, _ parties: Parties, _ book: DocumentBook, number: Symbol,
        documents: GroupedRows, rows: GroupedRows, table: Table
    ) throws(Overflow) -> Pair {
        var delivered: Amount?
        for document in documents where book.documents[document].changesWhatIsOwed {
            if let amount = book.documents[document].amount { delivered = try (delivered ?? .zero) + amount }
        }
        var owed: Amount?
        for row in rows { if let amount = table.amount(.amount, row) { owed = try (owed ?? .zero) + amount } }
        let customer =
            rows.lazy.map { table.symbol(.customer, $0) }.first { !$0.isNone }
            ?? documents.lazy.map { book.documents[$0].customer }.first ?? .none
        let dates = rows.lazy.compactMap { table.day(.date, $0) }
        let deliveryDates = documents.lazy.compactMap { book.documents[$0].date }
        let first = month.period.firstDay
        let isInPeriod = (dates.first ?? deliveryDates.first).map(month.period.contains) ?? true
        let isDuplicate =
            rows.count > 1 && delivered != nil && owed != delivered
            && rows.allSatisfy {
                table.amount(.amount, $0) == table.amount(.amount, rows[0])
                    && parties.name(table.symbol(.customer, $0)) == parties.name(table.symbol(.customer, rows[0]))
            }
        return Pair(
            number: number, documents: documents, rows: rows, customer: parties.name(customer), delivered: delivered,
            owed: owed,
            outcome: try judge(
                delivered: delivered, owed: owed, hasRows: !rows.isEmpty, hasDocuments: !documents.isEmpty,
                isLive: documents.contains { book.documents[$0].changesWhatIsOwed }, isDuplicate: isDuplicate,
                carried: dates.contains { $0 < first } || deliveryDates.contains { $0 < first }, settings: settings),
            isInPeriod: isInPeriod)
    }

    private static func judge(
        delivered: Amount?, owed: Amount?, hasRows: Bool, hasDocuments: Bool, isLive: Bool, isDuplicate: Bool,
        carried: Bool, settings: Settings
    ) throws(Overflow) -> Outcome {
        guard hasRows else { return .missing }
        if isDuplicate { return .duplicate }
        guard let delivered else {
            return isLive || (carried && !hasDocuments) ? .notCompared : .withoutDispatch
        }
        guard let owed else { return .notCompared }
        if delivered == owed { return .agrees }
        return settings.tolerates(owed, expected: delivered) ? .tolerated : .differs
    }
}
