import Books

/// Tells apart what stands under one document number: kind, customer, day and basis are each row's own.
///
/// Nearly always all rows agree and are one document. One delivery note for several orders is a part for each of them; the
/// same number for two customers, of two kinds or of two days is two documents. The order of the rows changes nothing.
/// What is no sale is one document of its kind: a transfer may leave on one day and arrive on another.
struct DocumentParts {
    /// What the rows of a part have in common.
    struct Head: Hashable {
        var kind = Symbol.none
        /// By its one name.
        var customer = Symbol.none
        var date: Int64?
        var basis = Symbol.none

        /// Whether two parts stand on one document: only what they were made from differs.
        func isOneDocument(with other: Head) -> Bool {
            kind == other.kind && customer == other.customer && date == other.date
        }
    }

    struct Part {
        let head: Head
        let rows: GroupedRows
    }

    private let month: Month
    private let table: Table
    private let parties: Parties
    private let ofSales: Set<Symbol>

    private let named: NamedOrders

    init(_ month: Month, _ parties: Parties, _ goods: Goods) throws(Overflow) {
        self.month = month
        self.parties = parties
        named = try NamedOrders(month, goods: goods)
        table = month[.movements]
        ofSales = Set(DocumentKind.allCases.filter(\.isOfSales).compactMap { month.texts.find($0.rawValue) })
    }

    /// The head that all rows of a number have; `nil` where they differ.
    func commonHead(_ rows: GroupedRows) -> Head? {
        if named.divides(rows) { return nil }
        let first = rows[0]
        let kind = table.symbol(.documentKind, first), customer = table.symbol(.customer, first)
        let basis = table.symbol(.basisNumber, first), date = table.number(.date, first)
        for row in rows.dropFirst() {
            guard table.symbol(.basisNumber, row) == basis, table.symbol(.customer, row) == customer,
                table.symbol(.documentKind, row) == kind, table.number(.date, row) == date
            else { return nil }
        }
        return Head(kind: kind, customer: parties.name(customer), date: date, basis: basis)
    }

    /// The parts of a number whose rows differ, those of one document one behind the other.
    func split(_ rows: GroupedRows) -> [Part] {
        var parts: [Head: [Int]] = [:]
        for (head, row) in zip(heads(rows), rows) { parts[head, default: []].append(row) }
        return parts.sorted { isBefore($0.key, $1.key) }.map { Part(head: $0.key, rows: GroupedRows($0.value)) }
    }

    private func isBefore(_ left: Head, _ right: Head) -> Bool {
        if left.customer != right.customer { return month.rank(left.customer) < month.rank(right.customer) }
        if left.date != right.date { return left.date ?? Int64.min < right.date ?? Int64.min }
        if left.kind != right.kind { return month.rank(left.kind) < month.rank(right.kind) }
        return month.rank(left.basis) < month.rank(right.basis)
    }

    /// What each row says of itself; what it leaves blank, the row above it on its sheet says for it.
    private func heads(_ rows: GroupedRows) -> [Head] {
        let regions = rows.map { table.origins[$0].region }
        func filled(_ value: (Int) -> Int64?) -> [Int64?] { DocumentParts.filled(rows.map(value), regions) }
        func text(_ field: Field) -> [Symbol] {
            filled { row in
                let symbol = table.symbol(field, row)
                return symbol.isNone ? nil : Int64(symbol.index)
            }.map { $0.map { Symbol(index: UInt32(truncatingIfNeeded: $0)) } ?? .none }
        }
        let kinds = text(.documentKind), customers = text(.customer)
        let bases = zip(rows, text(.basisNumber)).map { named.order(of: $0) ?? $1 }
        let dates = filled { table.number(.date, $0) }
        return together(
            withoutSlips(
                rows.indices.map {
                    Head(kind: kinds[$0], customer: parties.name(customers[$0]), date: dates[$0], basis: bases[$0])
                }))
    }

    /// One head for all rows of a kind that is no sale.
    private func together(_ heads: [Head]) -> [Head] {
        func first(_ symbols: [Symbol]) -> Symbol {
            symbols.filter { !$0.isNone }.min { month.rank($0) < month.rank($1) } ?? .none
        }
        var one: [Symbol: Head] = [:]
        for (kind, own) in Dictionary(grouping: heads, by: \.kind) where !ofSales.contains(kind) {
            one[kind] = Head(
                kind: kind, customer: first(own.map(\.customer)), date: own.compactMap(\.date).min(),
                basis: first(own.map(\.basis)))
        }
        return heads.map { one[$0.kind] ?? $0 }
    }

    /// A name that is not on file is a slip of the only one on file that the other rows of the same document name.
    private func withoutSlips(_ heads: [Head]) -> [Head] {
        func isUnknown(_ head: Head) -> Bool { !head.customer.isNone && parties.record(head.customer) == nil }
        guard parties.hasFile, heads.contains(where: isUnknown) else { return heads }
        func nameless(_ head: Head) -> Head { Head(kind: head.kind, date: head.date, basis: head.basis) }
        var known: [Head: Set<Symbol>] = [:]
        for head in heads where parties.record(head.customer) != nil {
            known[nameless(head), default: []].insert(head.customer)
        }
        return heads.map { head in
            guard isUnknown(head), let named = known[nameless(head)], named.count == 1, let only = named.first else {
                return head
            }
            return Head(kind: head.kind, customer: only, date: head.date, basis: head.basis)
        }
    }

    /// Values with the blank ones filled: from the row above on the same sheet, else from the row below, else with the only
    /// value there is.
    static func filled(_ values: [Int64?], _ regions: [Int32]) -> [Int64?] {
        var filled = values
        for place in filled.indices.dropFirst() where filled[place] == nil && regions[place] == regions[place - 1] {
            filled[place] = filled[place - 1]
        }
        for place in filled.indices.dropLast().reversed()
        where filled[place] == nil && regions[place] == regions[place + 1] {
            filled[place] = filled[place + 1]
        }
        let known = Set(filled.compactMap { $0 })
        if known.count == 1, let only = known.first { return filled.map { $0 ?? only } }
        return filled
    }
}
