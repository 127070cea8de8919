import Books

/// The warehouse's documents, each with what it moved and what it is worth.
final class DocumentBook: Sendable {
    /// One document, or the part of one that was made from one order.
    ///
    /// Several under one number stand one behind the other, by customer and day: see `DocumentParts`.
    struct Document: Sendable {
        let number: Symbol
        let kind: DocumentKind?
        let rows: GroupedRows
        let date: Day?
        let customer: Symbol
        /// The order, or whatever else it was made from.
        let basis: Symbol
        /// The order: its basis, or that of the document which it cancels and cites.
        fileprivate(set) var order: Symbol
        let settlement: Symbol
        let isVoided: Bool
        /// Whether it is a further part of the document before it, made from another order.
        let isFurtherPart: Bool
        fileprivate let worth: PossibleAmount
        /// Σ of what its lines are worth, returns and reversals negative; `nil` where no line has a price.
        var amount: Amount? { worth.amount }
    }

    let documents: [Document]
    /// The first document of each number.
    private let firsts: SymbolPlaces
    private let byOrder: Grouping
    /// The same by what is written; `nil` where that is the same.
    private let byOtherBasis: Grouping?
    private var byBasis: Grouping { byOtherBasis ?? byOrder }
    private let kinds: BySymbol<DocumentKind?>
    private let discounted: DiscountedLines
    let table: Table

    init(_ month: Month, parties: Parties, goods: Goods) throws(Overflow) {
        let table = month[.movements]
        let discounted = try DiscountedLines(month, goods: goods)
        var firsts = SymbolPlaces(month)
        var kinds = BySymbol<DocumentKind?>(month, nil)
        for kind in DocumentKind.allCases {
            if let symbol = month.texts.find(kind.rawValue) { kinds[symbol] = kind }
        }
        let numbers = Grouping(table.symbols(.documentNumber), tableSize: month.texts.count)
        let parts = try DocumentParts(month, parties, goods)
        var documents: [Document] = []
        documents.reserveCapacity(numbers.count)
        for place in 0..<numbers.count {
            let number = numbers.symbols[place], rows = numbers.rows(at: place)
            firsts[number] = documents.count
            if let head = parts.commonHead(rows) {
                let isVoided = rows.contains { table.flag(.voided, $0) }
                let part = DocumentParts.Part(head: head, rows: rows)
                documents.append(try DocumentBook.document(table, kinds, discounted, number, part, isVoided: isVoided))
            } else {
                try documents.append(
                    contentsOf: DocumentBook.documents(table, kinds, discounted, number, parts.split(rows)))
            }
        }
        self.table = table
        self.discounted = discounted
        self.firsts = firsts
        self.kinds = kinds
        for place in documents.indices where documents[place].kind == .reversal {
            guard let first = firsts[documents[place].basis] else { continue }
            let cancelled = documents[first...].prefix { $0.number == documents[place].basis }
            let own = cancelled.first { $0.customer == documents[place].customer } ?? documents[first]
            if !own.basis.isNone { documents[place].order = own.basis }
        }
        byOrder = Grouping(documents.map(\.order), tableSize: month.texts.count)
        byOtherBasis =
            documents.contains { $0.order != $0.basis }
            ? Grouping(documents.map(\.basis), tableSize: month.texts.count) : nil
        self.documents = documents
    }

    /// The places of all documents of a number, and of all parts of them.
    func places(of number: Symbol) -> Range<Int> {
        guard let first = firsts[number] else { return 0..<0 }
        var end = first + 1
        while end < documents.count, documents[end].number == number { end += 1 }
        return first..<end
    }

    /// The documents of a number that are a customer's, all parts of them; all of the number where it has none.
    func documents(_ number: Symbol, of customer: Symbol) -> [Document] {
        let all = documents[places(of: number)]
        let own = all.filter { $0.customer == customer }
        return own.isEmpty ? Array(all) : own
    }

    /// The first document of a number.
    func document(_ number: Symbol) -> Document? { firsts[number].map { documents[$0] } }

    /// The rows of the document at a place with those of its further parts.
    func rowsOfAllParts(at place: Int) -> [Int] {
        var rows = Array(documents[place].rows)
        for further in documents[(place + 1)...] {
            guard further.isFurtherPart else { break }
            rows += further.rows
        }
        return rows
    }

    /// The places of the documents made from an order, or from another basis of that number.
    func places(ofOrder number: Symbol) -> GroupedRows { byOrder.rows(of: number) }

    /// The places of the documents that cite a number as their basis, an order's or a document's.
    func places(ofBasis number: Symbol) -> GroupedRows { byBasis.rows(of: number) }

    /// What kind of document a record belongs to.
    func kind(_ row: Int) -> DocumentKind? { kinds[table.symbol(.documentKind, row)] }

    /// The documents of one number that its parts are; what is marked void on one part of a document is void in all.
    private static func documents(
        _ table: Table, _ kinds: BySymbol<DocumentKind?>, _ discounted: DiscountedLines, _ number: Symbol,
        _ parts: [DocumentParts.Part]
    ) throws(Overflow) -> [Document] {
        var documents: [Document] = []
        var start = 0
        while start < parts.count {
            let head = parts[start].head
            let end = parts[start...].firstIndex { !$0.head.isOneDocument(with: head) } ?? parts.count
            let isVoided = parts[start..<end].contains { $0.rows.contains { table.flag(.voided, $0) } }
            for place in start..<end {
                documents.append(
                    try document(
                        table, kinds, discounted, number, parts[place], isVoided: isVoided, isFurtherPart: place > start
                    ))
            }
            start = end
        }
        return documents
    }

    private static func document(
        _ table: Table, _ kinds: BySymbol<DocumentKind?>, _ discounted: DiscountedLines, _ number: Symbol,
        _ part: DocumentParts.Part, isVoided: Bool, isFurtherPart: Bool = false
    ) throws(Overflow) -> Document {
        let kind = kinds[part.head.kind]
        var amount: Amount?
        for row in part.rows where !table.flag(.voided, row) {
            guard let worth = try worth(table, row, discounted) else { continue }
            amount = try (amount ?? .zero) + (kind?.direction == 1 ? worth.magnitude.negated : worth)
        }
        return Document(
            number: number, kind: kind, rows: part.rows,
            date: part.head.date.map { Day(number: Int32(truncatingIfNeeded: $0)) }, customer: part.head.customer,
            basis: part.head.basis, order: part.head.basis,
            settlement: part.rows.lazy.map { table.symbol(.settlement, $0) }.first { !$0.isNone } ?? .none,
            isVoided: isVoided, isFurtherPart: isFurtherPart, worth: PossibleAmount(amount))
    }

    /// Whether a line carries the price before its order's discount, and the amount after it.
    func isDiscounted(_ row: Int) -> Bool { discounted.contains(row) }

    /// What a document's line is worth.
    func worth(_ row: Int) throws(Overflow) -> Amount? { try DocumentBook.worth(table, row, discounted) }

    private static func worth(
        _ table: Table, _ row: Int, _ discounted: DiscountedLines
    ) throws(Overflow) -> Amount? {
        discounted.contains(row) ? table.amount(.amount, row) : try worth(table, row)
    }

    /// What a line is worth: quantity × unit price, or its amount where it has no price.
    static func worth(_ table: Table, _ row: Int) throws(Overflow) -> Amount? {
        if let price = table.price(.unitPrice, row), let quantity = table.quantity(.quantity, row) {
            return try price.times(quantity)
        }
        return table.amount(.amount, row)
    }
}

extension DocumentBook.Document {
    /// Whether it makes a customer owe, or owe less.
    var changesWhatIsOwed: Bool { isOfSales && !isVoided }

    /// Whether it is a sale, a return or a reversal, void or not.
    var isOfSales: Bool { kind?.isOfSales ?? false }
}

extension DocumentKind {
    /// Whether it is a sale, a return or a reversal.
    var isOfSales: Bool { self == .salesOut || self == .salesReturn || self == .reversal }
}
