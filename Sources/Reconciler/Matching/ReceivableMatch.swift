import Books

/// Deliveries held against what customers owe: one pair a document number.
struct ReceivableMatch {
    /// How a pair ended.
    enum Outcome { case agrees, tolerated, missing, withoutDispatch, differs, duplicate, notCompared }

    /// One document, the delivery's or the order's.
    struct Pair {
        let number: Symbol
        /// The delivery documents, by their places in the document book; several where a receivable cites the order.
        let documents: [Int]
        /// The receivables' rows.
        let rows: [Int]
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
        var covered = [Bool](repeating: false, count: book.documents.count)
        for place in 0..<numbers.count {
            let number = numbers.symbols[place]
            var documents: [Int] = []
            if let own = book.place(of: number) {
                documents = [own]
            } else {
                documents = book.places(withBasis: number).filter { book.documents[$0].changesWhatIsOwed }
            }
            for document in documents { covered[document] = true }
            try add(
                ReceivableMatch.pair(
                    month, settings, parties, book, number: number, documents: documents,
                    rows: Array(numbers.rows(at: place)), table: table))
        }
        for (place, document) in book.documents.enumerated() where !covered[place] {
            guard document.changesWhatIsOwed, document.amount != nil else { continue }
            if let date = document.date, date > month.period.lastDay { continue }
            if month.text(document.settlement) == "consignment" { continue }
            try add(
                ReceivableMatch.pair(
                    month, settings, parties, book, number: document.number, documents: [place], rows: [],
                    table: table))
        }
        pairs.sort { month.rank($0.number) < month.rank($1.number) }
        for (place, pair) in pairs.enumerated() { places[pair.number] = place }
    }

    /// The place of a document number's pair.
    func place(of number: Symbol) -> Int? { places[number] }

    private mutating func add(_ pair: Pair) { pairs.append(pair) }

    private static func pair(
        _ month: Month, _ settings: Settings, _ parties: Parties, _ book: DocumentBook, number: Symbol,
        documents: [Int], rows: [Int], table: Table
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
        let dates = rows.compactMap { table.day(.date, $0) } + documents.compactMap { book.documents[$0].date }
        let first = month.period.firstDay
        let isInPeriod = dates.first.map { $0 >= first && $0 <= month.period.lastDay } ?? true
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
                carried: dates.contains { $0 < first }, settings: settings),
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
