import Books

/// The warehouse's documents, each with what it moved and what it is worth.
final class DocumentBook: Sendable {
    /// One document.
    struct Document: Sendable {
        let number: Symbol
        let kind: DocumentKind?
        let rows: GroupedRows
        let date: Day?
        let customer: Symbol
        /// The order, or whatever else it was made from.
        let basis: Symbol
        let settlement: Symbol
        let isVoided: Bool
        /// Σ quantity × unit price as written, returns and reversals negative; `nil` where no line has a price.
        let amount: Amount?
    }

    let documents: [Document]
    private let places: SymbolPlaces
    private let byBasis: Grouping
    private let kinds: [DocumentKind?]
    let table: Table

    init(_ month: Month, parties: Parties) throws(Overflow) {
        let table = month[.movements]
        var places = SymbolPlaces(month)
        var kinds = [DocumentKind?](repeating: nil, count: month.texts.count)
        for kind in DocumentKind.allCases {
            if let symbol = month.texts.find(kind.rawValue) { kinds[Int(symbol.index)] = kind }
        }
        let numbers = Grouping(table.symbols(.documentNumber), tableSize: month.texts.count)
        var documents: [Document] = []
        documents.reserveCapacity(numbers.count)
        for place in 0..<numbers.count {
            places[numbers.symbols[place]] = documents.count
            documents.append(
                try DocumentBook.document(
                    table, kinds, numbers.symbols[place], rows: numbers.rows(at: place), parties: parties))
        }
        self.table = table
        self.places = places
        self.kinds = kinds
        byBasis = Grouping(documents.map(\.basis), tableSize: month.texts.count)
        self.documents = documents
    }

    /// The document of a number.
    func document(_ number: Symbol) -> Document? { places[number].map { documents[$0] } }

    /// The place of a number's document.
    func place(of number: Symbol) -> Int? { places[number] }

    /// The places of the documents made from an order or another basis.
    func places(withBasis basis: Symbol) -> GroupedRows { byBasis.rows(of: basis) }

    /// What kind of document a record belongs to.
    func kind(_ row: Int) -> DocumentKind? { kinds[Int(table.symbol(.documentKind, row).index)] }

    private static func document(
        _ table: Table, _ kinds: [DocumentKind?], _ number: Symbol, rows: GroupedRows, parties: Parties
    ) throws(Overflow) -> Document {
        func first(_ field: Field) -> Symbol {
            rows.lazy.map { table.symbol(field, $0) }.first { !$0.isNone } ?? .none
        }
        let kind = rows.lazy.compactMap { kinds[Int(table.symbol(.documentKind, $0).index)] }.first
        var amount: Amount?
        for row in rows where !table.flag(.voided, row) {
            guard let worth = try DocumentBook.worth(table, row) else { continue }
            amount = try (amount ?? .zero) + (kind?.direction == 1 ? worth.magnitude.negated : worth)
        }
        return Document(
            number: number, kind: kind, rows: rows, date: rows.lazy.compactMap { table.day(.date, $0) }.first,
            customer: parties.name(first(.customer)), basis: first(.basisNumber), settlement: first(.settlement),
            isVoided: rows.contains { table.flag(.voided, $0) }, amount: amount)
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
    var changesWhatIsOwed: Bool {
        switch kind {
        case .salesOut, .salesReturn, .reversal: !isVoided
        default: false
        }
    }
}
