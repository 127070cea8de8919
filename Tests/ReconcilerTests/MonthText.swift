import Books
import Testing

@testable import Reconciler

/// A month written as text, so that a test shows what it is about.
///
///     orders
///     orderNumber | productCode | quantity | unitPrice
///     SO-1        | A           | 10       | 5.00
///
/// Books are parted by empty lines. An empty value is absent. A book's name may be followed by `form` to make it a form
/// and by `file NAME` to put it in another file.
struct MonthText {
    private var texts = SymbolTable()
    private var tables: [BookKind: Table] = [:]
    private var regions: [Region] = []
    private var sheets: [SourceSheet] = []
    private var files: [SourceFile] = []
    var problems: [Problem] = []
    var totals: [BookKind: [StatedTotal]] = [:]

    /// Amounts merged over several lines of the orders.
    var merged: [MergedAmount] = []
    /// What headers say in words, where a test is about them.
    var headers: [Field: String] = [:]

    init(
        _ text: String, totals: [BookKind: [StatedTotal]] = [:], merged: [MergedAmount] = [],
        headers: [Field: String] = [:]
    ) throws {
        self.headers = headers
        self.totals = totals
        self.merged = merged
        for block in text.split(separator: "\n\n") { try take(block) }
    }

    func month(_ period: String = "2026-10") throws -> Month {
        Month(
            period: try #require(Period(period)), files: files, sheets: sheets, regions: regions, texts: texts,
            tables: tables, problems: problems)
    }

    private mutating func take(_ block: Substring) throws {
        var lines = block.split(separator: "\n").map(String.init)
        let head = lines.removeFirst().split(separator: " ").map(String.init)
        let kind = try #require(BookKind(rawValue: head[0]), "no book \(head[0])")
        let header = cells(lines.removeFirst())
        let fields = try header.map { try #require(Field(rawValue: $0), "no field \($0)") }
        let region = Int32(regions.count)
        let file = Int32(files.count)
        files.append(
            SourceFile(
                path: head.last == head[0] ? "\(kind.rawValue)-\(file).xlsx" : "\(head[head.count - 1]).xlsx",
                sha256: "\(file)"))
        sheets.append(SourceSheet(file: file, name: "Sheet1", isHidden: false, rows: RowCounts()))
        var places: [Field: Place] = [:]
        for (column, field) in fields.enumerated() { places[field] = Place(column: Int32(column)) }
        regions.append(
            Region(
                sheet: file, book: kind, layout: head.contains("form") ? .form : .table, headerRow: 1, firstColumn: 0,
                places: places,
                headers: fields.enumerated().compactMap { column, field in
                    headers[field].map { HeaderCell(column: Int32(column), text: $0, field: field) }
                }, confidence: 100, totals: totals[kind] ?? [],
                mergedAmounts: kind == .orders ? merged : []))
        var symbols: [Field: [Symbol]] = [:], numbers: [Field: [Int64]] = [:]
        for field in fields { if field.kind.isText { symbols[field] = [] } else { numbers[field] = [] } }
        var origins: [Origin] = []
        for (place, line) in lines.enumerated() {
            let values = cells(line)
            origins.append(Origin(region: region, row: Int32(place + 2)))
            for (field, value) in zip(fields, values) {
                if field.kind.isText {
                    symbols[field]?.append(texts.intern(value))
                } else {
                    numbers[field]?.append(try MonthText.number(value, field.kind))
                }
            }
        }
        var table = tables[kind] ?? Table(kind)
        table.append(origins: origins, symbols: symbols, numbers: numbers)
        tables[kind] = table
    }

    private func cells(_ line: String) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
            var text = cell[...]
            while text.first == " " { text.removeFirst() }
            while text.last == " " { text.removeLast() }
            return String(text)
        }
    }

    static func number(_ text: String, _ kind: FieldKind) throws -> Int64 {
        if text.isEmpty { return Table.absent }
        switch kind {
        case .day:
            let parts = text.split(separator: "-").compactMap { Int($0) }
            return Int64(try #require(Day(year: parts[0], month: parts[1], day: parts[2])).number)
        case .flag: return text == "yes" ? 1 : 0
        case .count: return try #require(Int64(text))
        case .amount: return try scaled(text, 2)
        case .quantity, .rate: return try scaled(text, 6)
        case .unitPrice: return try scaled(text, 8)
        case .code, .name, .choice: return Table.absent
        }
    }

    private static func scaled(_ text: String, _ decimals: Int) throws -> Int64 {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        let digits = String(parts[0]) + fraction + String(repeating: "0", count: decimals - fraction.count)
        return try #require(Int64(digits))
    }
}

/// What one rule finds in a month, a line a finding: `key values: expected → actual (difference) amount`, and `tolerated`
/// behind what lies within a tolerance.
func found(_ code: String, in month: Month, settings: Settings = Settings()) -> [String] {
    Reconciler(settings: settings).reconcile(month).findings.filter { $0.code == code }.map { finding in
        var line = finding.key.map(\.value).joined(separator: " ")
        if finding.expected != nil || finding.actual != nil {
            line += ": \(finding.expected?.description ?? "—") → \(finding.actual?.description ?? "—")"
        }
        if let difference = finding.difference { line += " (\(difference.description))" }
        if let amount = finding.amount { line += " \(amount)" }
        if finding.findingClass == .tolerated { line += " tolerated" }
        return line
    }
}

/// Holds what a rule finds in a month to what is expected.
func check(
    _ code: String, _ text: String, finds expected: [String], settings: Settings = Settings(),
    totals: [BookKind: [StatedTotal]] = [:], merged: [MergedAmount] = [], headers: [Field: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let month = try MonthText(text, totals: totals, merged: merged, headers: headers).month()
    let lines = found(code, in: month, settings: settings)
    #expect(lines == expected, sourceLocation: sourceLocation)
}
