import Books

/// Which product a record is about, and how its unit converts to the product's own.
final class Goods: Sendable {
    /// For each book that mentions products, each record's product: its code, or its name where it has no code.
    private let products: [[Symbol]]
    /// For each such book, how many base units one of the record's units is; nothing for a book where each is one.
    private let factors: [[Int64]]
    /// What the product file says, by product.
    private let records: SymbolPlaces
    /// How many pieces a pack of each product holds, where anybody says; by the product's place among the symbols.
    private let packSizes: BySymbol<Int64?>
    private let file: Table
    /// What aliases lead to that the product file does not have, where there is one.
    let unknownTargets: Set<String>

    /// - Parameter aliases: Other names and codes that the company has set, each with the code or name that counts.
    init(_ month: Month, aliases: [String: String] = [:]) {
        let file = month[.products]
        var records = SymbolPlaces(month)
        let index = ProductIndex(month, aliases: aliases)
        unknownTargets = index.unknownTargets
        let filed = file.rows.map { row in
            index.product(code: file.symbol(.productCode, row), name: file.symbol(.productName, row))
        }
        for (row, product) in filed.enumerated() where records[product] == nil { records[product] = row }
        var products: [[Symbol]] = Array(repeating: [], count: BookKind.allCases.count)
        for kind in [BookKind.orders, .movements, .opening, .stock, .counts, .prices] {
            let table = month[kind]
            let codes = table.symbols(.productCode), names = table.symbols(.productName)
            products[kind.ordinal] = table.rows.map { row in
                index.product(code: codes.isEmpty ? .none : codes[row], name: names.isEmpty ? .none : names[row])
            }
        }
        let packs = PackSizes(month, products: products, filed: filed, records: records)
        var factors: [[Int64]] = Array(repeating: [], count: BookKind.allCases.count)
        for kind in [BookKind.orders, .movements, .opening, .stock, .counts, .prices] {
            let own = packs.factors(month[kind], products: products[kind.ordinal])
            if own.contains(where: { $0 != 1 }) { factors[kind.ordinal] = own }
        }
        self.file = file
        self.records = records
        self.products = products
        self.factors = factors
        packSizes = packs.learned
    }

    /// The product of a record.
    func product(_ kind: BookKind, _ row: Int) -> Symbol {
        let place = kind.ordinal
        return products[place].indices.contains(row) ? products[place][row] : .none
    }

    /// How many base units one of the record's units is.
    func factor(_ kind: BookKind, _ row: Int) -> Int64 {
        let place = kind.ordinal
        return factors[place].indices.contains(row) ? factors[place][row] : 1
    }

    /// The record's quantity in base units.
    func quantity(_ table: Table, _ row: Int, _ field: Field = .quantity) throws(Overflow) -> Quantity? {
        guard let quantity = table.quantity(field, row) else { return nil }
        if factors[table.kind.ordinal].isEmpty { return quantity }
        let (units, overflow) = quantity.units.multipliedReportingOverflow(by: factor(table.kind, row))
        if overflow { throw Overflow() }
        return Quantity(units: units)
    }

    /// The record's price for one base unit.
    func price(_ table: Table, _ row: Int, _ field: Field = .unitPrice) -> UnitPrice? {
        table.price(field, row)?.divided(by: factor(table.kind, row))
    }

    /// The record's price for so many base units.
    func price(
        _ table: Table, _ row: Int, _ field: Field = .unitPrice, for pieces: Int64
    ) throws(Overflow) -> UnitPrice? {
        guard let price = table.price(field, row) else { return nil }
        return try price.pack(of: pieces).divided(by: factor(table.kind, row))
    }

    /// How many pieces a pack of a product holds; `nil` where nobody says.
    func packSize(of product: Symbol) -> Int64? {
        packSizes[product]
    }

    /// The product file's row.
    func record(_ product: Symbol) -> Int? { records[product] }

    /// A field of the product file.
    func symbol(_ field: Field, of product: Symbol) -> Symbol {
        records[product].map { file.symbol(field, $0) } ?? .none
    }

    /// The standard cost of a product.
    func standardCost(of product: Symbol) -> UnitPrice? { records[product].flatMap { file.price(.standardCost, $0) } }
}

/// Finds the product that a code or a name means.
private struct ProductIndex {
    /// The product of a code, by the code's place; none where the code is its own.
    private var codes: BySymbol<Symbol>
    private var names: [Symbol: Set<Symbol>] = [:]
    private(set) var unknownTargets: Set<String> = []

    init(_ month: Month, aliases: [String: String]) {
        codes = BySymbol(month, .none)
        let file = month[.products]
        for row in file.rows {
            let code = file.symbol(.productCode, row), name = file.symbol(.productName, row)
            let product = code.isNone ? name : code
            codes[code] = product
            names[name, default: []].insert(product)
            let barcode = file.symbol(.barcode, row)
            if !barcode.isNone, codes[barcode].isNone { codes[barcode] = product }
            for alias in Parties.split(month.text(file.symbol(.aliases, row))) {
                if let symbol = month.texts.find(alias) { names[symbol, default: []].insert(product) }
            }
        }
        var taught = BySymbol(month, Symbol.none)
        // A book that gives both code and name teaches what a name alone means elsewhere.
        for kind in [BookKind.stock, .opening, .prices, .movements, .orders, .counts] {
            let table = month[kind]
            guard table.has(.productCode), table.has(.productName) else { continue }
            for (code, name) in zip(table.symbols(.productCode), table.symbols(.productName)) {
                // The same pair over and over teaches nothing new.
                if code.isNone || name.isNone || taught[code] == name { continue }
                taught[code] = name
                // A code that is not on file is a mistake, and teaches nothing.
                let filed = codes[code]
                if filed.isNone, file.count > 0 { continue }
                names[name, default: []].insert(filed.isNone ? code : filed)
            }
        }
        takeJoined(month)
        take(aliases, month)
        names[.none] = nil
        codes[.none] = .none
    }

    /// Takes names without a code that are written with the file's code or specification in one cell.
    private mutating func takeJoined(_ month: Month) {
        let file = month[.products]
        var joined = JoinedNames()
        for row in file.rows {
            let code = file.symbol(.productCode, row), name = file.symbol(.productName, row)
            let (id, text) = (month.text(code), month.text(name)), spec = month.text(file.symbol(.spec, row))
            for parts in [[id, text], [text, id], [text, spec], [id, text, spec]] {
                joined.add(parts, to: code.isNone ? name : code)
            }
        }
        if file.rows.isEmpty { return }
        for kind in [BookKind.orders, .movements, .opening, .stock, .counts, .prices] {
            let table = month[kind]
            let codes = table.symbols(.productCode)
            var before = Symbol.none
            for (row, name) in table.symbols(.productName).enumerated()
            where name != before && (codes.isEmpty || codes[row].isNone) {
                before = name
                if names[name] == nil, let product = joined.find(month.text(name)) { names[name] = [product] }
            }
        }
    }

    private func meaning(_ code: Symbol) -> Symbol {
        let product = codes[code]
        return product.isNone ? code : product
    }

    /// What the company says of a name or code goes before what the books say.
    private mutating func take(_ aliases: [String: String], _ month: Month) {
        for (alias, target) in aliases.sorted(by: { $0.key < $1.key }) {
            if month.has(.products), !isFiled(target, month) { unknownTargets.insert(target) }
            guard let product = meant(target, month) else { continue }
            if let name = month.texts.find(alias) { names[name] = [product] }
            for symbol in [month.texts.find(alias), month.texts.find(ProductIndex.code(alias))] {
                if let symbol { codes[symbol] = product }
            }
        }
    }

    private func isFiled(_ target: String, _ month: Month) -> Bool {
        let code = month.texts.find(ProductIndex.code(target)), name = month.texts.find(target)
        return code.map { !codes[$0].isNone } ?? false || name.map { names[$0] != nil } ?? false
    }

    private func meant(_ target: String, _ month: Month) -> Symbol? {
        let code = month.texts.find(ProductIndex.code(target)), name = month.texts.find(target)
        if let code, !codes[code].isNone { return codes[code] }
        if let name, let meant = names[name], meant.count == 1 { return meant.first }
        return name ?? code
    }

    /// A text as codes are kept: upper case, without blanks.
    private static func code(_ text: String) -> String { text.uppercased().filter { $0 != " " } }

    func product(code: Symbol, name: Symbol) -> Symbol {
        if !code.isNone { return meaning(code) }
        if let meant = names[name], meant.count == 1, let only = meant.first { return only }
        return name
    }
}

/// How many base units a pack of each product holds.
private struct PackSizes {
    private let month: Month
    private let records: SymbolPlaces
    private(set) var learned: BySymbol<Int64?>

    init(_ month: Month, products: [[Symbol]], filed: [Symbol], records: SymbolPlaces) {
        self.month = month
        self.records = records
        learned = BySymbol(month, nil)
        // The specification that a product was last asked with; one without a size stands on every row.
        var asked = BySymbol(month, Symbol.none)
        for kind in [BookKind.orders, .stock, .opening, .counts, .movements] {
            let table = month[kind]
            guard table.has(.packSize) || table.has(.spec) else { continue }
            let column = products[kind.ordinal]
            for row in table.rows where learned[column[row]] == nil {
                let product = column[row], spec = table.symbol(.spec, row)
                if let size = table.number(.packSize, row) {
                    learned[product] = size
                } else if asked[product] != spec {
                    asked[product] = spec
                    learned[product] = PackSize.inSpec(month.text(spec))
                }
            }
        }
        let file = month[.products]
        for (row, product) in filed.enumerated() where records[product] == row {
            if let size = file.number(.packSize, row) ?? PackSize.inSpec(month.text(file.symbol(.spec, row))) {
                learned[product] = size
            }
        }
    }

    func factors(_ table: Table, products: [Symbol]) -> [Int64] {
        guard table.has(.unit) else { return Array(repeating: 1, count: table.count) }
        let units = table.symbols(.unit)
        let file = month[.products]
        let base = file.symbols(.unit), pack = file.symbols(.packUnit)
        var (unitBefore, packBefore) = (Symbol.none, false)
        return table.rows.map { row in
            let unit = units[row]
            if unit.isNone { return 1 }
            if let record = records[products[row]] {
                if !base.isEmpty, base[record] == unit { return 1 }
                // Any of the usual words for a pack means the file's, where that is one of them: 件 of what is packed in 箱.
                if !pack.isEmpty, !pack[record].isNone {
                    let isPack =
                        pack[record] == unit
                        || PackSize.isPack(month.text(pack[record])) && PackSize.isPack(month.text(unit))
                    return isPack ? max(1, learned[products[row]] ?? 1) : 1
                }
            }
            if unit != unitBefore {
                (unitBefore, packBefore) = (unit, PackSize.isPack(month.text(unit)))
            }
            // Without a product file a pack word counts as a pack only where the pack's size is known.
            return packBefore ? max(1, learned[products[row]] ?? 1) : 1
        }
    }
}
