import Books

/// Sheets that repeat some lines of another: one salesperson's own list beside everybody's.
extension Gathering {
    /// Fewer lines may well be said twice by mistake, which the rules of their book find.
    private static let leastRows = 5
    /// Of more lines under one number none is looked for among the others: each would be held against each.
    fileprivate static let mostOfANumber = 4_096

    /// Leaves out a table whose every line another sheet of its book has too, with all that it says. The longer ones count;
    /// a sheet with one line of its own is left as it is.
    mutating func leaveOutExtracts() {
        for (book, placed) in records.sorted(by: { $0.key.ordinal < $1.key.ordinal }) {
            guard let key = Gathering.keyOfLines(book), placed.count > 1 else { continue }
            let tables = placed.indices.filter {
                placed[$0].records.region.layout == .table && placed[$0].records.rows.count >= Gathering.leastRows
                    && placed[$0].records.columns[key] != nil
            }.sorted {
                let (one, other) = (placed[$0].records.rows.count, placed[$1].records.rows.count)
                return one != other ? one > other : placed[$0].region < placed[$1].region
            }
            if tables.count < 2 { continue }
            let firstLines = FirstLines(tables.map { placed[$0] }, key, symbols: symbols.count)
            var left: Set<Int32> = []
            for (place, table) in tables.enumerated() {
                let own = placed[table]
                // Its lines may lie in several others.
                let others = tables[..<place].map { placed[$0] }.filter {
                    !left.contains($0.region) && regions[Int($0.region)].sheet != regions[Int(own.region)].sheet
                }
                guard let holder = firstLines.holders[place].first(where: { $0 < place }),
                    own.isRepeated(in: others, key)
                else { continue }
                left.insert(own.region)
                let (sheet, other) = (sheet(own.region), sheet(placed[tables[holder]].region))
                problems.append(
                    ProblemWording.extract(
                        book, files[Int(sheet.file)].path, sheet: sheet.name, rows: own.records.rows.count,
                        of: files[Int(other.file)].path, other.name))
            }
            if !left.isEmpty { records[book] = placed.filter { !left.contains($0.region) } }
        }
    }

    /// What tells the lines of a book apart best; `nil` for those that are told apart otherwise, or only looked up.
    private static func keyOfLines(_ book: BookKind) -> Field? {
        switch book {
        case .movements, .receivables: .documentNumber
        case .receipts: .receiptNumber
        case .ledger: .voucherNumber
        case .invoices: .invoiceNumber
        case .waybills: .waybillNumber
        case .opening, .stock, .counts: .productCode
        case .orders, .prices, .customers, .products: nil
        }
    }
}

/// Which tables have the first line's number of which: all that a table that repeats another cannot lack.
private struct FirstLines {
    /// By table, those that have it.
    private(set) var holders: [[Int]]

    /// One pass over each table.
    init(_ tables: [Gathering.Placed], _ key: Field, symbols: Int) {
        holders = Array(repeating: [], count: tables.count)
        var wanted = Array(repeating: false, count: symbols)
        var askers: [Int64: [Int]] = [:]
        for (place, table) in tables.enumerated() {
            guard let first = table.records.columns[key].map({ table.meanings.of($0[0]) }), first != 0 else { continue }
            askers[first, default: []].append(place)
            if wanted.indices.contains(Int(first)) { wanted[Int(first)] = true }
        }
        for (place, table) in tables.enumerated() {
            var found: Set<Int64> = []
            guard let column = table.records.columns[key] else { continue }
            for row in table.records.rows.indices {
                let symbol = table.meanings.of(column[row])
                if wanted.indices.contains(Int(symbol)), wanted[Int(symbol)] { found.insert(symbol) }
            }
            for symbol in found {
                for asker in askers[symbol] ?? [] where asker != place { holders[asker].append(place) }
            }
        }
    }
}

extension Gathering.Placed {
    /// Whether others have every line with all that it says, each as often.
    fileprivate func isRepeated(in others: [Self], _ key: Field) -> Bool {
        let numbers = numbers(key)
        if numbers.contains(0) { return false }
        var free = Dictionary(numbers.map { ($0, [(other: Int, row: Int)]()) }) { first, _ in first }
        for (place, other) in others.enumerated() {
            for (row, number) in other.numbers(key).enumerated() { free[number]?.append((place, row)) }
        }
        if free.values.contains(where: { $0.count > Gathering.mostOfANumber }) { return false }
        let fields = records.columns.keys.sorted { $0.ordinal < $1.ordinal }
        for (row, number) in numbers.enumerated() {
            let found = free[number]?.firstIndex { candidate in
                let other = others[candidate.other]
                return fields.allSatisfy { says($0, row, theSameAs: other, candidate.row) }
            }
            guard let found else { return false }
            free[number]?.remove(at: found)
        }
        return true
    }

    /// The month's symbols of a text of all records; 0 where there is none.
    private func numbers(_ field: Field) -> [Int64] {
        guard let column = records.columns[field] else { return Array(repeating: 0, count: records.rows.count) }
        return records.rows.indices.map { meanings.of(column[$0]) }
    }

    /// Whether what a record says of a field, if anything, is what another's says.
    private func says(_ field: Field, _ row: Int, theSameAs other: Self, _ otherRow: Int) -> Bool {
        guard let own = records.columns[field]?[row] else { return true }
        let isText = field.kind.isText
        if isText ? own == 0 : own == Table.absent { return true }
        guard let again = other.records.columns[field]?[otherRow] else { return false }
        return isText ? meanings.of(own) == other.meanings.of(again) : own == again
    }
}

extension ProblemWording {
    /// A sheet whose lines another one has too.
    static func extract(
        _ book: BookKind, _ path: String, sheet: String, rows: Int, of other: String, _ otherSheet: String
    ) -> Problem {
        let place = place(of: otherSheet, in: other, besides: path)
        return Problem(
            kind: .sheetRepeated(book, of: place), file: path, sheet: sheet,
            expected: Phrase("每行只给一次", "each line once"), found: other == path ? otherSheet : "\(other) \(otherSheet)",
            advice: Phrase(
                "这张表的 \(rows) 行在 \(place.chinese) 里都有，没有再计。不是摘录就请更正。",
                "All \(rows) lines of this sheet are in \(place.english) too; they were not counted again. Correct them if they are others."
            ))
    }
}
