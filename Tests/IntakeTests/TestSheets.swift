import Books
import Intake
import WorkbookReader

/// What a cell of a test's sheet holds, written as a literal.
enum Entry: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByNilLiteral
{
    case text(String)
    case number(Int64, decimals: UInt8)
    case day(Int, Int, Int)
    case error(String)
    case wide(String)
    case uncalculated
    case nothing

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int64) { self = .number(value, decimals: 0) }
    init(nilLiteral: ()) { self = .nothing }
    init(floatLiteral value: Double) {
        let parts = value.description.split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        self = .number(Int64(parts[0] + fraction) ?? 0, decimals: UInt8(fraction.utf8.count))
    }
}

/// A sheet made by hand: rows of entries from a row and column on, and merged areas such as `A1:C2`.
struct TestSheet {
    var name = "Sheet1"
    var rows: [[Entry]]
    var merges: [String] = []
    var firstRow: Int32 = 1
    var firstColumn: UInt16 = 0
    var visibility = Sheet.Visibility.visible
}

/// Makes a workbook of sheets, as the reader would.
func workbook(_ sheets: [TestSheet]) -> Workbook {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    var places: [String: Int64] = [:]
    func text(_ value: String) -> Int64 {
        if let place = places[value] { return place }
        bytes += Array(value.utf8)
        ends.append(UInt32(bytes.count))
        places[value] = Int64(ends.count - 1)
        return Int64(ends.count - 1)
    }
    var made: [Sheet] = []
    for sheet in sheets {
        var (rows, starts, columns, tags, payloads) = ([Int32](), [Int32(0)], [UInt16](), [CellTag](), [Int64]())
        for (index, row) in sheet.rows.enumerated() {
            let before = tags.count
            for (column, entry) in row.enumerated() {
                switch entry {
                case .nothing: continue
                case .text(let value):
                    tags.append(CellTag(.text))
                    payloads.append(text(value))
                case .number(let payload, let decimals):
                    tags.append(CellTag(.number, decimals: decimals))
                    payloads.append(payload)
                case .day(let year, let month, let day):
                    tags.append(CellTag(.date))
                    payloads.append(Int64(Day(year: year, month: month, day: day)?.number ?? 0) + 25_569)
                case .error(let value):
                    tags.append(CellTag(.error))
                    payloads.append(text(value))
                case .wide(let value):
                    tags.append(CellTag(.wide))
                    payloads.append(text(value))
                case .uncalculated:
                    tags.append(CellTag(.uncalculated))
                    payloads.append(0)
                }
                columns.append(UInt16(column) + sheet.firstColumn)
            }
            if tags.count > before {
                rows.append(sheet.firstRow + Int32(index))
                starts.append(Int32(tags.count))
            }
        }
        made.append(
            Sheet(
                name: sheet.name, visibility: sheet.visibility,
                segments: [Segment(rows: rows, starts: starts, columns: columns, tags: tags, payloads: payloads)],
                merges: sheet.merges.compactMap(range), hiddenRows: [], hiddenColumns: []))
    }
    return Workbook(sheets: made, texts: TextTable(bytes: bytes, ends: ends), uses1904: false)
}

/// The area that `A1:C2` names.
private func range(_ text: String) -> CellRange? {
    let corners = text.split(separator: ":").map { corner in
        let letters = corner.utf8.prefix { $0 >= 65 }
        let column = letters.reduce(Int32(0)) { $0 * 26 + Int32($1) - 64 } - 1
        return (row: Int32(corner.dropFirst(letters.count)) ?? 1, column: column)
    }
    guard corners.count == 2 else { return nil }
    return CellRange(rows: corners[0].row...corners[1].row, columns: corners[0].column...corners[1].column)
}

/// What intake makes of some sheets in one file.
func intake(_ sheets: TestSheet..., path: String = "book.xlsx", period: Period? = Period(year: 2026, month: 10))
    -> Month
{
    let file = Intake.File(path: path, sha256: "00", content: .success(workbook(sheets)))
    return Intake().month(of: [file], period: period)
}

extension Month {
    /// The texts of a book's column.
    func texts(_ kind: BookKind, _ field: Field) -> [String] {
        self[kind].rows.map { text(self[kind].symbol(field, $0)) }
    }

    /// The numbers of a book's column as decimals; empty where there is none.
    func figures(_ kind: BookKind, _ field: Field) -> [String] {
        self[kind].rows.map { row in
            switch field.kind {
            case .quantity: self[kind].quantity(field, row)?.description ?? ""
            case .amount: self[kind].amount(field, row)?.description ?? ""
            case .unitPrice: self[kind].price(field, row)?.description ?? ""
            case .rate: self[kind].rate(field, row)?.description ?? ""
            case .day: self[kind].day(field, row)?.description ?? ""
            default: self[kind].number(field, row).map(String.init) ?? ""
            }
        }
    }

    /// The kinds of its problems, in short.
    var troubles: [String] {
        problems.map { problem in
            switch problem.kind {
            case .fileUnreadable: "unreadable"
            case .fileDuplicate: "duplicate"
            case .sheetOfEarlierMonth: "earlier"
            case .sheetRepeated: "repeated"
            case .sheetUnrecognised: "unrecognised"
            case .rowSetAside: "row \(problem.row ?? 0) \(problem.cell ?? "")"
            case .valueUnread(let field, _): "\(field.rawValue) \(problem.cell ?? "")"
            }
        }
    }
}
