import Books

/// What there is to compare between deliveries and receivables: each number that receivables name, then what was delivered
/// and no receivable names; by their texts.
///
/// A number that several customers use is a subject for each of them.
struct ReceivableSubjects {
    struct Subject {
        let number: Symbol
        /// The delivery documents' places, and the receivables' rows.
        let documents: GroupedRows, rows: GroupedRows
    }

    /// A subject in as little as sorting needs.
    private struct Entry {
        let number: Symbol
        /// Which of the subjects of its number it is.
        var ordinal: Int32 = 0
        /// Its documents among those of all, and its receivables' place among the numbers; −1 for none.
        var documents: Range<Int32> = 0..<0
        var group: Int32 = -1
        /// The place among the subjects of shared numbers; −1 for another.
        var special: Int32 = -1
    }

    private var entries: [Entry] = []
    private var specials: [Subject] = []
    private let numbers: Grouping
    private let book: DocumentBook
    private let books: OwingBooks
    private var covered: [Bool]
    /// The documents of nearly all subjects, one behind the other.
    private var shared: [Int32] = []

    init(_ month: Month, _ parties: Parties, _ book: DocumentBook) throws(Overflow) {
        self.book = book
        books = OwingBooks(month, parties, book)
        covered = Array(repeating: false, count: book.documents.count)
        numbers = Grouping(month[.receivables].symbols(.documentNumber), tableSize: month.texts.count)
        entries.reserveCapacity(max(numbers.count, book.documents.count))
        shared.reserveCapacity(book.documents.count)
        try gatherOwed()
        gatherMissing()
        entries.sort { left, right in
            left.number == right.number
                ? left.ordinal < right.ordinal : month.rank(left.number) < month.rank(right.number)
        }
    }

    /// How many subjects there are.
    var count: Int { entries.count }

    /// The subject at a place.
    subscript(place: Int) -> Subject {
        let entry = entries[place]
        if entry.special >= 0 { return specials[Int(entry.special)] }
        return Subject(
            number: entry.number, documents: GroupedRows(shared, entry.documents),
            rows: entry.group < 0 ? [] : numbers.rows(at: Int(entry.group)))
    }

    // MARK: Gathering

    private mutating func gatherOwed() throws(Overflow) {
        for (group, number) in numbers.symbols.enumerated() {
            let start = shared.count, rows = numbers.rows(at: group)
            take(number)
            if shared.count == start { try takeNamed(number, rows) }
            for place in shared[start...] { covered[Int(place)] = true }
            if isOneCustomer(shared[start...], rows) {
                entries.append(
                    Entry(number: number, documents: part(from: start), group: Int32(truncatingIfNeeded: group)))
                continue
            }
            let documents = shared[start...].map { Int($0) }
            shared.removeLast(documents.count)
            for (ordinal, subject) in try SharedNumber(number, documents, rows, books).subjects().enumerated() {
                entries.append(
                    Entry(
                        number: number, ordinal: Int32(truncatingIfNeeded: ordinal),
                        special: Int32(truncatingIfNeeded: specials.count)))
                specials.append(subject)
            }
        }
    }

    /// What was delivered and no receivable names: one subject for each number and customer.
    private mutating func gatherMissing() {
        let first = entries.count
        for place in book.documents.indices where !covered[place] && books.shouldBeOwed(at: place) {
            let document = book.documents[place], start = shared.count
            shared.append(Int32(truncatingIfNeeded: place))
            guard let last = entries.indices.last, last >= first, entries[last].number == document.number else {
                entries.append(Entry(number: document.number, documents: part(from: start)))
                continue
            }
            // What is of the same number and customer stands right behind it.
            if book.documents[Int(shared[start - 1])].customer == document.customer {
                entries[last].documents = part(from: Int(entries[last].documents.lowerBound))
            } else {
                let ordinal = entries[last].ordinal + 1
                entries.append(Entry(number: document.number, ordinal: ordinal, documents: part(from: start)))
            }
        }
    }

    /// Takes the documents of a number, the delivery's own or the order's.
    private mutating func take(_ number: Symbol) {
        let own = book.places(of: number)
        if !own.isEmpty {
            for place in own { shared.append(Int32(truncatingIfNeeded: place)) }
            return
        }
        // What is owed by a number of its own is owed once. And returns alone are of a delivery of an earlier month, whose
        // number this is: they take nothing from what it was.
        let made = book.places(ofOrder: number).filter { place in
            let document = book.documents[place]
            return document.changesWhatIsOwed && !books.isLater(document) && numbers.rows(of: document.number).isEmpty
        }
        guard made.contains(where: { book.documents[$0].kind == .salesOut }) else { return }
        for place in made { shared.append(Int32(truncatingIfNeeded: place)) }
    }

    /// Takes the deliveries that a receivable names together in one cell, where each is on file without a receivable of its own
    /// and they come to just what is owed.
    private mutating func takeNamed(_ number: Symbol, _ rows: GroupedRows) throws(Overflow) {
        let (books, book, numbers) = (self.books, self.book, self.numbers)
        func known(_ text: String) -> Symbol? {
            guard let symbol = books.find(text), !book.places(of: symbol).isEmpty, numbers.rows(of: symbol).isEmpty
            else {
                return nil
            }
            return symbol
        }
        let text = books.text(number), parts = Parties.split(text)
        var named = parts.compactMap(known)
        if named.count < 2 || named.count < parts.count {
            let stated = StatedNumbers(text) { known($0) != nil }
            named = stated.isWhole ? stated.numbers.compactMap(known) : []
        }
        guard named.count > 1, Set(named).count == named.count else { return }
        let places = named.flatMap { Array(book.places(of: $0)) }
        guard let delivered = try books.delivered(places), try books.owed(Array(rows)) == delivered else { return }
        for place in places { shared.append(Int32(truncatingIfNeeded: place)) }
    }

    private func part(from start: Int) -> Range<Int32> {
        Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: shared.count)
    }

    /// Whether at most one customer is named on each side.
    private func isOneCustomer(_ documents: ArraySlice<Int32>, _ rows: GroupedRows) -> Bool {
        if documents.count > 1, let first = documents.first {
            let customer = book.documents[Int(first)].customer
            if documents.contains(where: { book.documents[Int($0)].customer != customer }) { return false }
        }
        if rows.count == 1 { return true }
        let customer = books.customer(rows[0])
        return rows.allSatisfy { books.customer($0) == customer }
    }
}

/// Deliveries and receivables as they are looked at to tell who owes what.
struct OwingBooks {
    private let month: Month
    private let parties: Parties
    private let book: DocumentBook
    private let table: Table
    private let consignment: Symbol?

    init(_ month: Month, _ parties: Parties, _ book: DocumentBook) {
        self.month = month
        self.parties = parties
        self.book = book
        table = month[.receivables]
        consignment = month.texts.find("consignment")
    }

    /// The symbol of a text, where the month has it, and the text of one.
    func find(_ text: String) -> Symbol? { month.texts.find(text) }
    func text(_ symbol: Symbol) -> String { month.text(symbol) }

    /// The customer of a receivable, by its one name.
    func customer(_ row: Int) -> Symbol { parties.name(table.symbol(.customer, row)) }

    /// The customer of a document.
    func customer(ofDocument place: Int) -> Symbol { book.documents[place].customer }

    /// Whether there is a file of customers, and a customer is not in it.
    func isUnknown(_ customer: Symbol) -> Bool {
        parties.hasFile && !customer.isNone && parties.record(customer) == nil
    }

    func rank(_ customer: Symbol) -> UInt32 { month.rank(customer) }

    /// What documents are worth together, and what receivables come to.
    func delivered(_ documents: [Int]) throws(Overflow) -> Amount? {
        try ReceivableMatch.delivered(GroupedRows(documents), book)
    }
    func owed(_ rows: [Int]) throws(Overflow) -> Amount? { try ReceivableMatch.owed(GroupedRows(rows), table) }

    /// Whether a document is dated after the period's end.
    func isLater(_ document: DocumentBook.Document) -> Bool { document.date.map { $0 > month.period.lastDay } ?? false }

    /// Whether a document without a receivable is one that should have it.
    func shouldBeOwed(at place: Int) -> Bool {
        let document = book.documents[place]
        guard document.changesWhatIsOwed, document.amount != nil, !isLater(document) else { return false }
        return consignment == nil || document.settlement != consignment
    }
}

/// A number that more than one customer uses, in the deliveries or in the receivables.
struct SharedNumber {
    private struct Side {
        let customer: Symbol
        var places: [Int]
        var amount: Amount?
    }

    private let number: Symbol
    private let all: OwingBooks
    private let documents: [Int]
    private let rows: GroupedRows
    private var left: [Side], right: [Side]

    init(
        _ number: Symbol, _ documents: [Int], _ rows: GroupedRows, _ all: OwingBooks
    ) throws(Overflow) {
        self.number = number
        self.all = all
        self.documents = documents
        self.rows = rows
        left = try SharedNumber.sides(documents, all, { all.customer(ofDocument: $0) }) {
            (places: [Int]) throws(Overflow) in try all.delivered(places)
        }
        right = try SharedNumber.sides(Array(rows), all, { all.customer($0) }) {
            (places: [Int]) throws(Overflow) in try all.owed(places)
        }
    }

    private static func sides(
        _ places: [Int], _ all: OwingBooks, _ customer: (Int) -> Symbol,
        _ amount: ([Int]) throws(Overflow) -> Amount?
    ) throws(Overflow) -> [Side] {
        var byCustomer: [Symbol: [Int]] = [:]
        for place in places { byCustomer[customer(place), default: []].append(place) }
        var sides: [Side] = []
        for (customer, places) in byCustomer.sorted(by: { all.rank($0.key) < all.rank($1.key) }) {
            sides.append(Side(customer: customer, places: places, amount: try amount(places)))
        }
        return sides
    }

    /// One subject a customer: its deliveries and its receivables. What is left on one side only is held against what is
    /// left on the other where that can only be one, so that a wrong customer is said as such.
    func subjects() throws(Overflow) -> [ReceivableSubjects.Subject] {
        if left.count <= 1 || right.count <= 1, try isWholeEqual() { return [subject(documents, Array(rows))] }
        var pairs: [(documents: [Int], rows: [Int])] = []
        var ofCustomer = Dictionary(uniqueKeysWithValues: right.map { ($0.customer, $0.places) })
        var ours: [Side] = []
        for own in left {
            guard let places = ofCustomer.removeValue(forKey: own.customer) else {
                ours.append(own)
                continue
            }
            pairs.append((own.places, places))
        }
        var theirs = right.filter { ofCustomer[$0.customer] != nil }
        // A name that is not on file is a slip of the only customer there is.
        if ours.isEmpty, left.count == 1, pairs.count == 1 {
            for other in theirs where all.isUnknown(other.customer) { pairs[0].rows += other.places }
            theirs.removeAll { all.isUnknown($0.customer) }
        }
        if ours.count == 1, theirs.count == 1 {
            pairs.append((ours.removeLast().places, theirs.removeLast().places))
        } else {
            pairs += SharedNumber.takeEqual(&ours, &theirs)
        }
        pairs += ours.map { $0.places.filter { all.shouldBeOwed(at: $0) } }.filter { !$0.isEmpty }.map { ($0, []) }
        pairs += theirs.map { ([], $0.places) }
        return pairs.map { subject($0.documents, $0.rows) }
    }

    /// What comes to the same on both sides, and to nothing else on either.
    private static func takeEqual(_ ours: inout [Side], _ theirs: inout [Side]) -> [(documents: [Int], rows: [Int])] {
        var rivals: [Amount: Int] = [:], equal: [Amount: [Int]] = [:]
        for own in ours { if let amount = own.amount { rivals[amount, default: 0] += 1 } }
        for (place, other) in theirs.enumerated() {
            if let amount = other.amount { equal[amount, default: []].append(place) }
        }
        var pairs: [(documents: [Int], rows: [Int])] = [], taken: Set<Int> = []
        ours.removeAll { own in
            guard let amount = own.amount, rivals[amount] == 1, let places = equal[amount], places.count == 1 else {
                return false
            }
            pairs.append((own.places, theirs[places[0]].places))
            taken.insert(places[0])
            return true
        }
        theirs = theirs.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
        return pairs
    }

    /// Whether all that was delivered is all that is owed: then it is one document, whoever is named.
    private func isWholeEqual() throws(Overflow) -> Bool {
        guard !documents.isEmpty, let delivered = try all.delivered(documents) else { return false }
        return try all.owed(Array(rows)) == delivered
    }

    private func subject(_ documents: [Int], _ rows: [Int]) -> ReceivableSubjects.Subject {
        ReceivableSubjects.Subject(
            number: number, documents: GroupedRows(documents), rows: GroupedRows(rows.sorted()))
    }
}
