import Books

/// Which documents each receipt paid for, and what is left of it.
struct ReceiptAllocation {
    /// How a receipt found its documents.
    enum Stage { case cited, exact, oldestFirst }

    /// One receipt (one or more rows of the same number that cite different documents).
    struct Receipt {
        let row: Int
        let customer: Symbol
        let amount: Amount
        var unapplied: Amount
        /// What a cited document was paid beyond what it owed.
        var over = Amount.zero
        /// The documents it paid for, how much each, and how that was found.
        var paid: [(pair: Int, amount: Amount, stage: Stage)] = []
        /// The numbers it cites that nobody knows.
        var unknownCitations: [String] = []
    }

    private(set) var receipts: [Receipt] = []
    /// Rows that repeat an earlier row.
    private(set) var duplicates: [(first: Int, again: Int)] = []
    /// What each receivable pair was paid by receipts.
    private(set) var paid: [Amount] = []

    private var capacity: [Amount] = []
    private let table: Table
    private let match: ReceivableMatch

    init(_ month: Month, parties: Parties, documents: DocumentBook, match: ReceivableMatch) throws(Overflow) {
        table = month[.receipts]
        self.match = match
        paid = Array(repeating: .zero, count: match.pairs.count)
        try measureCapacity(month)
        try takeReceipts(month, parties)
        var byCustomer: [Symbol: [Int]] = [:]
        let dates = match.pairs.map { pair in ReceiptAllocation.date(of: pair, month, documents) }
        let ordered = match.pairs.indices.sorted {
            (dates[$0]?.number ?? Int32.min, $0) < (dates[$1]?.number ?? Int32.min, $1)
        }
        for place in ordered { byCustomer[match.pairs[place].customer, default: []].append(place) }
        for place in receipts.indices { try applyCited(place, month, documents) }
        for place in receipts.indices where receipts[place].unapplied > .zero {
            try applyExact(place, candidates: byCustomer[receipts[place].customer] ?? [])
        }
        for place in receipts.indices where receipts[place].unapplied > .zero {
            try applyOldestFirst(place, candidates: byCustomer[receipts[place].customer] ?? [])
        }
    }

    private static func date(of pair: ReceivableMatch.Pair, _ month: Month, _ documents: DocumentBook) -> Day? {
        pair.rows.lazy.compactMap { month[.receivables].day(.date, $0) }.first
            ?? pair.documents.lazy.compactMap { documents.documents[$0].date }.first
    }

    /// What receipts may fill of each document: what its receivable says was received; all of it where the sheet does
    /// not say, or where the document never became a receivable.
    private mutating func measureCapacity(_ month: Month) throws(Overflow) {
        let receivables = month[.receivables]
        let statesReceived = receivables.has(.received)
        for pair in match.pairs {
            var room = pair.rows.isEmpty ? pair.delivered ?? .zero : statesReceived ? .zero : pair.owed ?? .zero
            if statesReceived {
                for row in pair.rows { room = try room + (receivables.amount(.received, row) ?? .zero) }
            }
            capacity.append(max(room, .zero))
        }
    }

    private mutating func takeReceipts(_ month: Month, _ parties: Parties) throws(Overflow) {
        struct Content: Hashable {
            let number: Symbol, customer: Symbol, amount: Amount, cites: Symbol, day: Int64?
        }
        var seen: [Content: Int] = [:]
        for row in table.rows {
            guard let amount = table.amount(.amount, row) else { continue }
            let customer = parties.name(table.symbol(.customer, row))
            let number = table.symbol(.receiptNumber, row)
            let content = Content(
                number: number, customer: customer, amount: amount, cites: table.symbol(.appliesTo, row),
                day: table.number(.date, row))
            if !number.isNone, let first = seen[content] {
                duplicates.append((first, row))
                continue
            }
            seen[content] = row
            receipts.append(Receipt(row: row, customer: customer, amount: amount, unapplied: amount))
        }
        receipts.sort { left, right in
            let leftDay = table.number(.date, left.row) ?? 0, rightDay = table.number(.date, right.row) ?? 0
            if leftDay != rightDay { return leftDay < rightDay }
            let leftNumber = month.text(table.symbol(.receiptNumber, left.row))
            let rightNumber = month.text(table.symbol(.receiptNumber, right.row))
            return (leftNumber, left.row) < (rightNumber, right.row)
        }
    }

    private mutating func applyCited(_ place: Int, _ month: Month, _ documents: DocumentBook) throws(Overflow) {
        let cited = month.text(table.symbol(.appliesTo, receipts[place].row))
        if cited.isEmpty || receipts[place].amount <= .zero { return }
        var found: [Int] = []
        for number in Parties.split(cited) {
            let symbol = month.texts.find(number)
            let pairs = symbol.map { match.places(citedAs: $0, documents) } ?? []
            if pairs.isEmpty { receipts[place].unknownCitations.append(number) }
            found += pairs
        }
        for pair in found {
            let owed = match.pairs[pair].owed ?? match.pairs[pair].delivered ?? .zero
            let open = max(try owed - paid[pair], .zero)
            try pay(place, pair, min(open, receipts[place].unapplied), .cited)
        }
        if receipts[place].unknownCitations.isEmpty, !found.isEmpty {
            receipts[place].over = receipts[place].unapplied
            receipts[place].unapplied = .zero
        }
    }

    private mutating func applyExact(_ place: Int, candidates: [Int]) throws(Overflow) {
        let open = candidates.filter { capacity[$0] > paid[$0] }
        let sizes = try open.map { (pair: Int) throws(Overflow) -> Int64 in try (capacity[pair] - paid[pair]).units }
        guard case .unique(let set) = SubsetSearch.find(sizes, sum: receipts[place].unapplied.units, limits: .quick)
        else { return }
        for index in set.places { try pay(place, open[index], Amount(units: sizes[index]), .exact) }
    }

    private mutating func applyOldestFirst(_ place: Int, candidates: [Int]) throws(Overflow) {
        for pair in candidates where receipts[place].unapplied > .zero && !match.pairs[pair].rows.isEmpty {
            let room = max(try capacity[pair] - paid[pair], .zero)
            try pay(place, pair, min(room, receipts[place].unapplied), .oldestFirst)
        }
        // A delivery that nobody entered as owed is only taken for paid when the money covers it whole.
        for pair in candidates where match.pairs[pair].rows.isEmpty {
            let room = max(try capacity[pair] - paid[pair], .zero)
            if room <= receipts[place].unapplied { try pay(place, pair, room, .oldestFirst) }
        }
    }

    private mutating func pay(_ place: Int, _ pair: Int, _ amount: Amount, _ stage: Stage) throws(Overflow) {
        if amount <= .zero { return }
        paid[pair] = try paid[pair] + amount
        receipts[place].unapplied = try receipts[place].unapplied - amount
        receipts[place].paid.append((pair, amount, stage))
    }
}

extension ReceivableMatch {
    /// The pairs that a citation means: the document of that number, or the documents of the order of that number.
    func places(citedAs number: Symbol, _ documents: DocumentBook) -> [Int] {
        if let own = place(of: number) { return [own] }
        return documents.places(withBasis: number).compactMap { place(of: documents.documents[$0].number) }
    }
}
