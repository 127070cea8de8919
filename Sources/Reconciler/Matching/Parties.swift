import Books

/// Who is who: each writing of a customer's name, its code or an alias, led back to one name.
struct Parties {
    /// The one name of a writing, where that is another.
    private var canonical: BySymbol<Symbol>
    /// The customer file's record for a canonical name.
    private var records: SymbolPlaces
    private let customers: Table
    /// What aliases lead to that the customer file does not have, where there is one.
    private(set) var unknownTargets: Set<String> = []

    /// Endings that say what kind of business it is and not which one.
    static let endings = [
        "有限责任公司", "股份有限公司", "有限公司", "公司", "商行", "商店", "经营部", "批发部", "门市部", "个体户",
        " co., ltd.", " co.,ltd.", " co., ltd", " co.,ltd", " co ltd", " ltd.", " ltd", " inc.", " inc", " llc",
    ]

    /// - Parameter aliases: Other names that the company has set, each with the name or code that counts.
    init(_ month: Month, aliases: [String: String] = [:]) {
        customers = month[.customers]
        canonical = BySymbol(month, .none)
        records = SymbolPlaces(month)
        var names = NameBook()
        for row in customers.rows {
            let name = customers.symbol(.customer, row)
            if name.isNone { continue }
            records[name] = records[name] ?? row
            names.add(month.text(name), to: name)
        }
        for row in customers.rows {
            let name = customers.symbol(.customer, row)
            let code = customers.symbol(.customerCode, row)
            if !code.isNone { names.add(month.text(code), to: name) }
            for alias in Parties.split(month.text(customers.symbol(.aliases, row))) {
                names.add(alias, to: name)
            }
        }
        var joined = JoinedNames()
        for row in customers.rows {
            let name = customers.symbol(.customer, row)
            let parts = [month.text(customers.symbol(.customerCode, row)), month.text(name)]
            joined.add(parts, to: name)
            joined.add(parts.reversed(), to: name)
        }
        let known = !names.isEmpty
        // Without a customer file the names in the books vouch for one another.
        let ordered = Parties.written(month).sorted { month.rank($0) < month.rank($1) }
        if !known { for name in ordered { names.add(month.text(name), to: name) } }
        for name in ordered {
            let text = month.text(name)
            canonical[name] = names.find(text, amongThemselves: !known) ?? joined.find(text) ?? .none
        }
        for row in customers.rows {
            let name = customers.symbol(.customer, row)
            canonical[name] = .none
        }
        take(aliases, names: names, isKnown: known, written: ordered, month)
    }

    /// What the company says of a name goes before anything that its writing suggests.
    private mutating func take(
        _ aliases: [String: String], names: NameBook, isKnown: Bool, written: [Symbol], _ month: Month
    ) {
        if aliases.isEmpty { return }
        var meant: [String: Symbol] = [:]
        for (alias, target) in aliases {
            if isKnown, !names.has(target) { unknownTargets.insert(target) }
            guard let symbol = month.texts.find(target) else { continue }
            meant[alias.lowercased()] = names.find(target, amongThemselves: !isKnown) ?? self.name(symbol)
        }
        for name in Set(written).union(customers.symbols(.customer)) {
            if let target = meant[month.text(name).lowercased()] { canonical[name] = target }
        }
    }

    /// The one name of a customer, however it is written here.
    func name(_ written: Symbol) -> Symbol {
        let other = canonical[written]
        return other.isNone ? written : other
    }

    /// Every name that a book has for a customer.
    private static func written(_ month: Month) -> [Symbol] {
        var seen = BySymbol(month, false), names: [Symbol] = []
        for kind in [BookKind.orders, .movements, .receivables, .receipts, .ledger, .prices] {
            for name in month[kind].symbols(.customer) where !name.isNone && !seen[name] {
                seen[name] = true
                names.append(name)
            }
        }
        return names
    }

    /// Whether there is a customer file to hold names to.
    var hasFile: Bool { customers.count > 0 }

    /// The customer file's row.
    func record(_ written: Symbol) -> Int? { records[name(written)] }

    /// A field of the customer file.
    func symbol(_ field: Field, of written: Symbol) -> Symbol {
        record(written).map { customers.symbol(field, $0) } ?? .none
    }

    /// A number of the customer file.
    func number(_ field: Field, of written: Symbol) -> Int64? {
        record(written).flatMap { customers.number(field, $0) }
    }

    /// Several aliases in one cell.
    static func split(_ text: String) -> [String] {
        // Nearly all are one name: none of the marks is in them, nor the byte with which a wide mark begins.
        let parts = text.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: "\n"), 0xE3,
                0xEF:
                true
            default: false
            }
        }
        if !parts, let first = text.utf8.first, first != UInt8(ascii: " ") { return [text] }
        return text.split { "、,，;；/|\n".contains($0) }.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }
}

/// Names by their writing, and by what is left of it without the kind of business.
private struct NameBook {
    private var exact: [String: Symbol] = [:]
    private var ambiguous: Set<String> = []
    private var cores: [String: Set<Symbol>] = [:]

    var isEmpty: Bool { exact.isEmpty }

    mutating func add(_ text: String, to name: Symbol) {
        let folded = text.lowercased()
        if let other = exact[folded], other != name { ambiguous.insert(folded) } else { exact[folded] = name }
        cores[NameBook.core(folded), default: []].insert(name)
    }

    /// Whether a text is, or may be, any of the names.
    func has(_ text: String) -> Bool {
        let folded = text.lowercased()
        return exact[folded] != nil || cores[NameBook.core(folded)] != nil
    }

    /// The name meant, where it can only be one.
    func find(_ text: String, amongThemselves: Bool) -> Symbol? {
        let folded = text.lowercased()
        if !amongThemselves, let name = exact[folded], !ambiguous.contains(folded) { return name }
        guard let candidates = cores[NameBook.core(folded)] else { return nil }
        if candidates.count == 1 { return candidates.first }
        // Among themselves only a bare name may stand for the one full name there is.
        guard amongThemselves, candidates.count == 2, let bare = exact[NameBook.core(folded)],
            let full = candidates.first(where: { $0 != bare })
        else { return nil }
        return full
    }

    static func core(_ folded: String) -> String {
        for ending in Parties.endings where folded.hasSuffix(ending) && folded.count > ending.count + 1 {
            return String(folded.dropLast(ending.count))
        }
        return folded
    }
}
