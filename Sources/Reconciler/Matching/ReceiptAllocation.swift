import Books

/// Which documents each receipt paid for, and what is left of it.
///
/// A receipt pays the documents it cites; what cites a number that no document has waits for the number. Without a citation it pays the only set of the customer's open documents that
/// comes to it exactly, credit notes among them: first of those that were open on the receipt's day, then of all. Where
/// several sets do, none is picked; the money goes by the terms, the oldest first, and the sets are kept to be named.
struct ReceiptAllocation {
    /// How a receipt found its documents.
    enum Stage { case cited, exact, oldestFirst }

    /// Why no set of documents was taken for a receipt without a citation.
    enum Open: Equatable {
        /// Several sets come to it; the first few, by places of pairs.
        case several(SubsetCount, [[Int]])
        /// None does; the nearest sums, where they are known, and the set that comes near, where it is the only one.
        case none(below: Amount?, above: Amount?, near: [Int])
        case undecided(SubsetLimit)
    }

    var receipts: [Receipt] = []
    /// Rows that repeat an earlier row.
    private(set) var duplicates: [(first: Int, again: Int)] = []
    /// What each receivable pair was paid by receipts.
    private(set) var paid: [Amount] = []
    /// What of it was paid after the period's end, which leaves the pair open at that end.
    private var paidLater: [Int: Amount] = [:]

    /// What was kept back of receipts, where books state it and it fits, by their rows.
    var charges: [Int: StatedCharge] = [:]

    private(set) var booked = BookedCharges()
    /// Whether the receivables say what was received.
    private(set) var statesReceived = false

    private(set) var capacity: [Amount] = []
    private var dates: [Day?] = []
    let table: Table
    let match: ReceivableMatch
    let settings: Settings
    private let lastDay: Day
    /// How many searches through all of a customer's very many open documents are still made.
    private var longSearches: [Symbol: Int] = [:]

    /// Of a customer with more open documents than this the oldest are looked at first.
    static let manyDocuments = 300
    /// The credit notes of each customer who has some.
    private var credits: [Symbol: [Int]] = [:]
    /// The customers who owe anything, where no file says who is a customer.
    private var debtors: Set<Symbol> = []

    /// So many searches are made through all of them; what is then not decided is said to be so.
    static let mostLongSearches = 20

    init(
        _ month: Month, settings: Settings = Settings(), parties: Parties, documents: DocumentBook,
        match: ReceivableMatch, otherMonths: OtherMonths
    ) throws(Overflow) {
        table = month[.receipts]
        self.match = match
        self.settings = settings
        lastDay = month.period.lastDay
        paid = Array(repeating: .zero, count: match.pairs.count)
        try measureCapacity(month)
        if !parties.hasFile { debtors = Set(match.pairs.map(\.customer)) }
        try takeReceipts(month, parties)
        booked = try bookedCharges(month)
        for (place, pair) in match.pairs.enumerated() where capacity[place] < .zero {
            credits[pair.customer, default: []].append(place)
        }
        for place in receipts.indices { try applyCited(place, month, parties, documents) }
        if receipts.contains(where: \.isToApply) { try applyUncited(month, documents, otherMonths) }
        if receipts.contains(where: { $0.amount < .zero }) { try explainRefunds(month, documents) }
    }

    /// Tells refunds that something explains from those that nothing does.
    private mutating func explainRefunds(_ month: Month, _ documents: DocumentBook) throws(Overflow) {
        let reasons = try RefundReasons(self, month)
        for place in receipts.indices where receipts[place].amount < .zero {
            receipts[place].isUnexplainedRefund = !isExplained(refund: place, month, documents, reasons)
        }
    }

    /// A customer's credit notes; `nil` where there are none.
    func credits(of customer: Symbol) -> [Int]? { credits.isEmpty ? nil : credits[customer] }

    /// Finds documents for the money that cites none.
    private mutating func applyUncited(
        _ month: Month, _ documents: DocumentBook, _ otherMonths: OtherMonths
    ) throws(Overflow) {
        dates = match.pairs.map { pair in ReceiptAllocation.date(of: pair, month, documents) }
        var byCustomer = documentsToPay()
        let first = month.period.firstDay
        // Money on an earlier month's sheet paid nothing of this month, unless it says so.
        func payable(_ receipt: Receipt, _ candidates: [Int]) -> [Int] {
            guard otherMonths.contains(receipt.row, of: table),
                table.day(.date, receipt.row).map({ $0 < first }) ?? false
            else { return candidates }
            return candidates.filter { dates[$0].map { $0 < first } ?? true }
        }
        for place in receipts.indices where receipts[place].isToApply {
            let customer = receipts[place].customer
            // What is paid in full is never open again.
            let open = (byCustomer[customer] ?? []).filter { capacity[$0] != paid[$0] }
            byCustomer[customer] = open
            try applyExact(place, open: payable(receipts[place], open), month)
        }
        for place in receipts.indices where receipts[place].isToApply {
            // What says that it was paid ahead is for what is still to come.
            if ReceiptAllocation.saysPaidAhead(receipts[place].row, month) != nil { continue }
            let candidates = byCustomer[receipts[place].customer] ?? []
            try applyOldestFirst(place, candidates: payable(receipts[place], candidates))
        }
    }

    /// The pairs of each customer that has money without a document, the oldest first.
    private func documentsToPay() -> [Symbol: [Int]] {
        var byCustomer: [Symbol: [Int]] = [:]
        for receipt in receipts where receipt.isToApply { byCustomer[receipt.customer] = [] }
        for (place, pair) in match.pairs.enumerated() { byCustomer[pair.customer]?.append(place) }
        return byCustomer.mapValues { places in
            places.sorted { (dates[$0]?.number ?? Int32.min, $0) < (dates[$1]?.number ?? Int32.min, $1) }
        }
    }

    private static func date(of pair: ReceivableMatch.Pair, _ month: Month, _ documents: DocumentBook) -> Day? {
        pair.rows.lazy.compactMap { month[.receivables].day(.date, $0) }.min()
            ?? pair.documents.lazy.compactMap { documents.documents[$0].date }.min()
    }

    /// What receipts may fill of each document: what its receivable says was received; all of it where the sheet does
    /// not say, or where the document never became a receivable.
    private mutating func measureCapacity(_ month: Month) throws(Overflow) {
        let receivables = month[.receivables]
        statesReceived = receivables.statesReceived
        capacity.reserveCapacity(match.pairs.count)
        for pair in match.pairs {
            var room = pair.rows.isEmpty ? pair.delivered ?? .zero : statesReceived ? .zero : pair.owed ?? .zero
            if statesReceived {
                for row in pair.rows { room = try room + (receivables.amount(.received, row) ?? .zero) }
            }
            capacity.append(room)
        }
    }

    private mutating func takeReceipts(_ month: Month, _ parties: Parties) throws(Overflow) {
        let firsts = repeatedRows(month, parties)
        var taken: [(day: Int64, number: UInt32, customer: UInt32, amount: Int64, cites: UInt32, row: Int)] = []
        taken.reserveCapacity(table.count)
        for row in table.rows where table.number(.amount, row) != nil {
            if let first = firsts[row] {
                duplicates.append((first, row))
            } else {
                taken.append(
                    (
                        table.number(.date, row) ?? 0, month.rank(table.symbol(.receiptNumber, row)),
                        month.rank(parties.name(table.symbol(.customer, row))), table.number(.amount, row) ?? 0,
                        month.rank(table.symbol(.appliesTo, row)), row
                    ))
            }
        }
        // Only rows that say the same are in the order in which they stand.
        taken.sort {
            ($0.day, $0.number, $0.customer, $0.amount, $0.cites, $0.row)
                < ($1.day, $1.number, $1.customer, $1.amount, $1.cites, $1.row)
        }
        receipts.reserveCapacity(taken.count)
        for receipt in taken {
            let amount = table.amount(.amount, receipt.row) ?? .zero
            receipts.append(
                Receipt(
                    row: receipt.row, customer: parties.name(table.symbol(.customer, receipt.row)), amount: amount))
        }
    }

    /// The rows that say the same as an earlier row of their number, each with that row.
    private func repeatedRows(_ month: Month, _ parties: Parties) -> [Int: Int] {
        struct Content: Hashable {
            let customer: Symbol, amount: Amount, cites: Symbol, day: Int64?
        }
        var firsts: [Int: Int] = [:]
        let numbers = Grouping(table.symbols(.receiptNumber), tableSize: month.texts.count)
        for place in 0..<numbers.count where numbers.rows(at: place).count > 1 {
            var seen: [Content: Int] = [:]
            for row in numbers.rows(at: place) {
                guard let amount = table.amount(.amount, row) else { continue }
                let content = Content(
                    customer: parties.name(table.symbol(.customer, row)), amount: amount,
                    cites: table.symbol(.appliesTo, row), day: table.number(.date, row))
                if let first = seen[content] { firsts[row] = first } else { seen[content] = row }
            }
        }
        return firsts
    }

    /// Whether two names are two customers for certain: both are on file; or, where there is no file, who pays owes
    /// something too, and neither name is a part of the other.
    private func isAnother(_ owing: Symbol, _ paying: Symbol, _ month: Month, _ parties: Parties) -> Bool {
        if owing == paying || owing.isNone || paying.isNone { return false }
        if parties.hasFile { return parties.record(owing) != nil && parties.record(paying) != nil }
        guard debtors.contains(paying) else { return false }
        let (one, other) = (month.text(owing), month.text(paying))
        return !one.contains(other) && !other.contains(one)
    }

    private mutating func applyCited(
        _ place: Int, _ month: Month, _ parties: Parties, _ documents: DocumentBook
    ) throws(Overflow) {
        let cited = table.symbol(.appliesTo, receipts[place].row)
        if cited.isNone { return try applyRemark(place, month, documents) }
        if receipts[place].amount < .zero { return try refund(place, cited, documents) }
        let customer = receipts[place].customer
        // Nearly always one number; only what is none as a whole can be several.
        let whole = match.places(citedAs: cited, by: customer, documents)
        var found: [Int] = whole.isEmpty ? [] : citedOwn(place, whole, month, parties)
        let several = whole.isEmpty ? try statedPairs(place, month.text(cited), month, documents) : nil
        found += several ?? []
        for number in whole.isEmpty && several == nil ? Parties.split(month.text(cited)) : [] {
            let pairs = month.texts.find(number).map { match.places(citedAs: $0, by: customer, documents) } ?? []
            if pairs.isEmpty, ReceiptAllocation.isNumber(number) { receipts[place].unknownCitations.append(number) }
            found += citedOwn(place, pairs, month, parties)
        }
        try takeCharge(place, found, month)
        found = try withCredits(place, found, documents)
        // Deliveries less returns, all cited together.
        if try settlesAll(place, found) { return }
        for pair in found {
            let owed = match.pairs[pair].due
            let open = max(try owed - paid[pair], .zero)
            try pay(place, pair, max(min(open, receipts[place].unapplied), .zero), .cited)
        }
        if receipts[place].unknownCitations.isEmpty, receipts[place].othersCited.isEmpty, !found.isEmpty {
            receipts[place].over = receipts[place].unapplied
            receipts[place].unapplied = .zero
        }
    }

    /// Whether what a receipt cites can be a document's number: it has a digit and ends like one (CK-0012, 字第12号). What
    /// ends in words, as 货款 or 9月欠款, is a remark.
    static func isNumber(_ text: String) -> Bool {
        guard let last = text.last, text.contains(where: { $0.isASCII && $0.isNumber }) else { return false }
        return last == "号" || last.isASCII && (last.isLetter || last.isNumber)
    }

    /// The pairs that are the customer's own. Another customer's document is not paid with this one's money; names of which
    /// nobody can say that they are two are not held to it.
    private mutating func citedOwn(_ place: Int, _ pairs: [Int], _ month: Month, _ parties: Parties) -> [Int] {
        let others = pairs.filter { isAnother(match.pairs[$0].customer, receipts[place].customer, month, parties) }
        if others.isEmpty { return pairs }
        receipts[place].othersCited += others
        return pairs.filter { !others.contains($0) }
    }

    private mutating func applyExact(
        _ place: Int, open: [Int], _ month: Month
    ) throws(Overflow) {
        let unapplied = receipts[place].unapplied
        let day = table.day(.date, receipts[place].row)
        // A delivery of a later day was not open when the money came.
        let early = open.filter { pair in
            guard let day, let date = dates[pair] else { return true }
            return date <= day
        }
        for candidates in early.count < open.count ? [early, open] : [open] {
            let sizes = try candidates.map { (pair: Int) throws(Overflow) in try (capacity[pair] - paid[pair]).units }
            switch search(sizes, sums: unapplied.units...unapplied.units, customer: receipts[place].customer) {
            case .unique(let set): return try take(place, set, candidates, sizes)
            case .several(let count, let sets):
                receipts[place].open = .several(count, sets.map { $0.places.map { candidates[$0] } })
                return
            case .none(let below, let above):
                let near = NearSum.find(sizes, sum: unapplied.units, below: below, above: above, limits: .quick)
                receipts[place].open = .none(
                    below: below.map(Amount.init(units:)), above: above.map(Amount.init(units:)),
                    near: near?.places.map { candidates[$0] } ?? [])
            case .undecided(let limit):
                receipts[place].open = .undecided(limit)
                return
            }
            if try applyCharged(place, candidates, sizes, month) { return }
            if try applyTolerated(place, candidates, sizes) { return }
        }
    }

    /// The only set whose sum lies within the tolerance, which is one of what the documents come to.
    private mutating func applyTolerated(_ place: Int, _ candidates: [Int], _ sizes: [Int64]) throws(Overflow) -> Bool {
        let unapplied = receipts[place].unapplied
        guard let sums = settings.sums(toleratedBy: unapplied), sums.lowerBound < sums.upperBound,
            case .unique(let set) = search(sizes, sums: sums, customer: receipts[place].customer)
        else { return false }
        var sum = Amount.zero
        for index in set.places { sum = try sum + Amount(units: sizes[index]) }
        guard settings.tolerates(unapplied, expected: sum) else { return false }
        try take(place, set, candidates, sizes)
        receipts[place].tolerated = receipts[place].unapplied
        receipts[place].unapplied = .zero
        return true
    }

    mutating func take(
        _ place: Int, _ set: SubsetSolution, _ candidates: [Int], _ sizes: [Int64]
    ) throws(Overflow) {
        for index in set.places { try pay(place, candidates[index], Amount(units: sizes[index]), .exact) }
        receipts[place].isFree = set.isFree
        receipts[place].open = nil
    }

    mutating func search(_ sizes: [Int64], sums: ClosedRange<Int64>, customer: Symbol) -> SubsetAnswer {
        if sizes.count <= ReceiptAllocation.manyDocuments {
            return SubsetSearch.find(sizes, sums: sums, limits: .quick)
        }
        // Two sets among the oldest are two sets; only where there are not the rest is looked at.
        let oldest = Array(sizes.prefix(ReceiptAllocation.manyDocuments))
        let among = SubsetSearch.find(oldest, sums: sums, limits: .quick)
        if case .several = among { return among }
        let left = longSearches[customer] ?? ReceiptAllocation.mostLongSearches
        if left == 0 { return .undecided(.steps(ReceiptAllocation.manyDocuments)) }
        longSearches[customer] = left - 1
        return SubsetSearch.find(sizes, sums: sums, limits: .quick)
    }

    /// Pays all of several cited documents where they come to the receipt exactly, credit notes among them.
    private mutating func settlesAll(_ place: Int, _ found: [Int]) throws(Overflow) -> Bool {
        guard found.count > 1, Set(found).count == found.count, receipts[place].unknownCitations.isEmpty else {
            return false
        }
        let due = try found.map { (pair: Int) throws(Overflow) in try match.pairs[pair].due - paid[pair] }
        let room = try found.map { (pair: Int) throws(Overflow) in try capacity[pair] - paid[pair] }
        // What is owed in all, else what is called received of it.
        for open in [due, room] where open.contains(where: { $0 < .zero }) {
            var sum = Amount.zero
            for amount in open { sum = try sum + amount }
            guard sum == receipts[place].unapplied else { continue }
            for (pair, amount) in zip(found, open) { try pay(place, pair, amount, .cited) }
            return true
        }
        return false
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

    /// Whether a receipt came after the period's end.
    func isLater(_ receipt: Receipt) -> Bool { table.day(.date, receipt.row).map { $0 > lastDay } ?? false }

    /// What a receivable pair was paid by the period's end.
    func paidInTime(_ pair: Int) throws(Overflow) -> Amount { try paid[pair] - (paidLater[pair] ?? .zero) }

    mutating func pay(_ place: Int, _ pair: Int, _ amount: Amount, _ stage: Stage) throws(Overflow) {
        // A credit note takes back what was paid: only whole sets hold one, and it is always taken whole.
        if amount.isZero { return }
        paid[pair] = try paid[pair] + amount
        if isLater(receipts[place]) {
            paidLater[pair] = try (paidLater[pair] ?? .zero) + amount
        }
        receipts[place].unapplied = try receipts[place].unapplied - amount
        receipts[place].paid.append((pair, amount, stage))
    }
}

extension ReceivableMatch {
    /// The pair of its own number that a document at a place is in.
    func place(ofDocument document: Int, _ documents: DocumentBook) -> Int? {
        places(of: documents.documents[document].number).first { pairs[$0].documents.contains(document) }
    }

    /// The pairs that a customer's citation means: the document of that number, or the documents of the order of that number.
    /// Where several customers use the number it is the customer's own.
    func places(citedAs number: Symbol, by customer: Symbol, _ documents: DocumentBook) -> [Int] {
        let numbered = Array(places(of: number))
        if numbered.isEmpty {
            if let order = orderPair(ofDelivery: number) { return [order] }
            var seen: Set<Int> = []
            return documents.places(ofOrder: number).compactMap { place(ofDocument: $0, documents) }.filter {
                seen.insert($0).inserted
            }
        }
        let own = numbered.count < 2 ? numbered : numbered.filter { pairs[$0].customer == customer }
        return own.isEmpty ? numbered : own
    }
}
