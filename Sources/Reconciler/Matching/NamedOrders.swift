import Books

/// Deliveries that name several orders in one cell: which of them each line is for.
///
/// A line is for the only one of them that ordered its product; where several did, for one that ordered just that quantity. A
/// document of which a line could be for more than one is left as it is written.
struct NamedOrders {
    /// The order of each such line.
    private var orders: [Int: Symbol] = [:]

    init(_ month: Month, goods: Goods) throws(Overflow) {
        let table = month[.movements], bases = table.symbols(.basisNumber)
        let several = NamedOrders.several(month, bases)
        if several.isEmpty { return }
        let wanted = try NamedOrders.wanted(month, goods, Set(several.values.joined()))
        struct Part: Hashable {
            let number: Symbol, basis: Symbol
        }
        var parts: [Part: [Int]] = [:]
        for row in table.rows where several[bases[row]] != nil {
            parts[Part(number: table.symbol(.documentNumber, row), basis: bases[row]), default: []].append(row)
        }
        for (part, rows) in parts {
            guard let numbers = several[part.basis],
                let chosen = try NamedOrders.divide(rows, among: numbers, wanted, table, goods)
            else { continue }
            orders.merge(chosen) { first, _ in first }
        }
    }

    /// Whether any of some lines names its order together with others.
    func divides(_ rows: GroupedRows) -> Bool { !orders.isEmpty && rows.contains { orders[$0] != nil } }

    /// The order of a line that names several; `nil` for every other line.
    func order(of row: Int) -> Symbol? { orders[row] }

    /// The bases that are no order as a whole and name several, each on file.
    private static func several(_ month: Month, _ bases: SymbolColumn) -> [Symbol: [Symbol]] {
        var isSeen = BySymbol(month, false), compound: [Symbol] = [], before = Symbol.none
        for basis in bases where basis != before {
            before = basis
            if basis.isNone || isSeen[basis] { continue }
            isSeen[basis] = true
            // Nearly all are one plain number.
            if !month.text(basis).utf8.allSatisfy(isPlain) { compound.append(basis) }
        }
        if compound.isEmpty { return [:] }
        var isOrder = BySymbol(month, false)
        for number in month[.orders].symbols(.orderNumber) where !number.isNone { isOrder[number] = true }
        func order(_ text: String) -> Symbol? { month.texts.find(text).flatMap { isOrder[$0] ? $0 : nil } }
        var several: [Symbol: [Symbol]] = [:]
        for basis in compound where !isOrder[basis] {
            let stated = StatedNumbers(month.text(basis)) { order($0) != nil }
            let numbers = stated.numbers.compactMap(order)
            if stated.isWhole, numbers.count > 1, Set(numbers).count == numbers.count { several[basis] = numbers }
        }
        return several
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || byte == UInt8(ascii: "-")
    }

    /// What was ordered, by order and product: how much on each line.
    private typealias Wanted = [Symbol: [Symbol: [Quantity]]]

    private static func wanted(_ month: Month, _ goods: Goods, _ numbers: Set<Symbol>) throws(Overflow) -> Wanted {
        let table = month[.orders]
        var wanted: Wanted = [:]
        for row in table.rows {
            let number = table.symbol(.orderNumber, row)
            if number.isNone || !numbers.contains(number) { continue }
            let quantity = try goods.quantity(table, row) ?? .zero
            wanted[number, default: [:]][goods.product(.orders, row), default: []].append(quantity)
        }
        return wanted
    }

    /// The order of each of a document's lines; `nil` where one could be for more than one.
    private static func divide(
        _ rows: [Int], among numbers: [Symbol], _ wanted: Wanted, _ table: Table, _ goods: Goods
    ) throws(Overflow) -> [Int: Symbol]? {
        var left = wanted, chosen: [Int: Symbol] = [:]
        for row in rows {
            let product = goods.product(.movements, row)
            let owners = numbers.filter { wanted[$0]?[product] != nil }
            if owners.count < 2 {
                // What none of them ordered stands with the first, where it is too much.
                chosen[row] = owners.first ?? numbers[0]
                continue
            }
            let quantity = try goods.quantity(table, row) ?? .zero
            guard let owner = owners.first(where: { left[$0]?[product]?.contains(quantity) ?? false }) else {
                return nil
            }
            if let place = left[owner]?[product]?.firstIndex(of: quantity) { left[owner]?[product]?.remove(at: place) }
            chosen[row] = owner
        }
        return chosen
    }
}
