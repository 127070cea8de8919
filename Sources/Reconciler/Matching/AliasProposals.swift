import Books

/// Writings that are nearly a known customer's or product's name, or a known header: perhaps the same, and for a person to say.
///
/// A proposal changes nothing. It is made only where one known name is near and no other, and never of codes, whose
/// digits differ on purpose.
struct AliasProposals {
    /// So many unknown writings are looked at; a month with more has been given the wrong file.
    private static let limit = 400

    private typealias Writing = (text: String, place: CellReference)

    static func find(_ examination: Examination) -> [AliasProposal] {
        customers(examination) + products(examination) + columns(examination.month)
    }

    /// Headers that no word explains and that are nearly one, once a book.
    private static func columns(_ month: Month) -> [AliasProposal] {
        var seen: Set<[String]> = []
        var found: [AliasProposal] = []
        for region in month.regions {
            for header in region.headers {
                guard let field = header.resembles, seen.insert([region.book.rawValue, header.text]).inserted else {
                    continue
                }
                let sheet = month.sheets[Int(region.sheet)]
                found.append(
                    AliasProposal(
                        kind: .column(region.book), written: header.text, means: field.rawValue,
                        why: Phrase(
                            "和栏目「\(field.words.chinese)」的名称只差一处，下面的值也像",
                            "one letter from a name of the field “\(field.words.english)”, and the values below suit it"
                        ),
                        place: CellReference(
                            file: month.files[Int(sheet.file)].path, sheet: sheet.name, row: Int(region.headerRow),
                            column: Int(header.column))))
            }
        }
        return Array(found.sorted { ($0.written, $0.means) < ($1.written, $1.means) }.prefix(limit))
    }

    private static func customers(_ examination: Examination) -> [AliasProposal] {
        let month = examination.month
        guard month.has(.customers) else { return [] }
        let books: [BookKind] = [.orders, .movements, .receivables, .receipts, .ledger]
        let unknown = writings(month, books, .customer) { table, name, row in
            examination.parties.record(name) == nil
                && examination.parties.record(table.symbol(.customerCode, row)) == nil
        }
        return proposals(.customer, unknown, month[.customers].symbols(.customer).map(month.text)) { $0 }
    }

    private static func products(_ examination: Examination) -> [AliasProposal] {
        let month = examination.month, file = month[.products]
        guard month.has(.products), file.has(.productName) else { return [] }
        let books: [BookKind] = [.orders, .movements, .opening, .stock, .counts]
        let unknown = writings(month, books, .productName) { table, _, row in
            table.symbol(.productCode, row).isNone
                && examination.goods.record(examination.goods.product(table.kind, row)) == nil
        }
        var codes: [String: Set<String>] = [:]
        for row in file.rows {
            let code = month.text(file.symbol(.productCode, row)), name = month.text(file.symbol(.productName, row))
            codes[name, default: []].insert(code.isEmpty ? name : code)
        }
        return proposals(.product, unknown, Array(codes.keys)) { name in
            codes[name].flatMap { $0.count == 1 ? $0.first : nil }
        }
    }

    /// The writings of a field that are not known, each with the first record that has it.
    private static func writings(
        _ month: Month, _ books: [BookKind], _ field: Field, isUnknown: (Table, Symbol, Int) -> Bool
    ) -> [Writing] {
        var seen = SymbolPlaces(month)
        var found: [Writing] = []
        for kind in books {
            let table = month[kind]
            for (row, name) in table.symbols(field).enumerated() where !name.isNone {
                guard isUnknown(table, name, row), seen[name] == nil else { continue }
                seen[name] = row
                found.append((month.text(name), month.cell(table.origins[row], field)))
            }
        }
        return Array(found.sorted { $0.text < $1.text }.prefix(limit))
    }

    private static func proposals(
        _ kind: AliasKind, _ unknown: [Writing], _ names: [String], means: (String) -> String?
    ) -> [AliasProposal] {
        if unknown.isEmpty { return [] }
        let known = NearestNames(names)
        return unknown.compactMap { entry in
            let near = known.near(entry.text)
            guard near.count == 1, let name = near.first, numbers(name) == numbers(entry.text),
                let target = means(name)
            else { return nil }
            let words = Phrase("和「\(name)」很像，而且只像它一个", "very like “\(name)”, and like no other")
            return AliasProposal(kind: kind, written: entry.text, means: target, why: words, place: entry.place)
        }
    }

    /// The numbers in a name: the second branch is not the first one misspelt, nor is a half pound a pound.
    private static func numbers(_ name: String) -> [Unicode.Scalar] {
        name.unicodeScalars.filter { ("0"..."9").contains($0) || "〇一二三四五六七八九十百半".unicodeScalars.contains($0) }
    }
}
