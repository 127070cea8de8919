import Books
import WorkbookReader

/// Cells merged over several lines: an order's number beside all its lines.
struct VerticalSpans {
    private let spans: [(rows: ClosedRange<Int32>, slot: Int)]

    var isEmpty: Bool { spans.isEmpty }

    /// Spans of columns whose value holds for every line; a merged quantity or amount is their sum and is not repeated.
    init(_ merges: [CellRange], columns: [(column: Int32, slot: Int, field: Field)]) {
        var spans: [(rows: ClosedRange<Int32>, slot: Int)] = []
        for merge in merges where merge.rows.count > 1 {
            for (column, slot, field) in columns where merge.columns.contains(column) && !field.isSummable {
                spans.append((merge.rows, slot))
            }
        }
        self.spans = spans.sorted {
            $0.rows.lowerBound != $1.rows.lowerBound ? $0.rows.lowerBound < $1.rows.lowerBound : $0.slot < $1.slot
        }
        longest = spans.reduce(0) { max($0, Int32(clamping: $1.rows.count)) }
    }

    private let longest: Int32

    /// The slots whose merged cell began in a row above.
    func continued(row: Int32) -> [Int] {
        // Spans that begin more than the longest one's rows above cannot reach so far.
        let first = spans.firstPlace { $0.rows.lowerBound < row - longest }
        return spans[first...].prefix { $0.rows.lowerBound < row }.filter { $0.rows.upperBound >= row }.map(\.slot)
    }
}

/// Lines whose document is written only once, on the first of them.
///
/// A line continues the one above where everything that names a document (number, day, customer) is blank together; one
/// of them alone is somebody's omission and is not filled in.
struct GroupedLines {
    private let naming: [Int]
    private let number: Int
    private let carried: [Int]
    private let line: [Int]

    init?(_ kind: BookKind, _ buffer: RowBuffer) {
        let numberField: Field
        switch kind {
        case .orders: numberField = .orderNumber
        case .movements: numberField = .documentNumber
        case .ledger: numberField = .voucherNumber
        case .invoices: numberField = .invoiceNumber
        default: return nil
        }
        guard let number = buffer.places[numberField] else { return nil }
        self.number = number
        let names: [Field] = kind == .ledger ? [numberField, .date] : [numberField, .date, .orderDate, .customer]
        naming = names.compactMap { buffer.places[$0] }
        let own: Set<Field> = [.remark, .accountCode, .accountName, .customer, .documentNumber, .warehouse, .unit]
        carried = buffer.slots.indices.filter {
            let field = buffer.slots[$0].field
            return !field.isOfLine
                && (names.contains(field) || kind != .ledger && !own.contains(field)
                    || kind != .ledger && field == .warehouse)
        }
        line = buffer.slots.indices.filter {
            let field = buffer.slots[$0].field
            return kind == .ledger
                ? [.accountCode, .accountName].contains(field) : [.productCode, .productName].contains(field)
        }
    }

    /// Whether the open row is a further line of the document of the record directly above.
    func continues(_ buffer: RowBuffer, after row: Int32, own filled: Int) -> Bool {
        guard buffer.rows.count > 1, buffer.rows[buffer.rows.count - 2] == row - 1, naming.count >= 2, filled >= 2
        else {
            return false
        }
        return naming.allSatisfy { !buffer.isFilled($0) } && line.contains(where: buffer.isFilled)
    }

    /// Fills what the document says into the open row.
    func fill(_ buffer: inout RowBuffer) {
        for slot in carried where !buffer.isFilled(slot) { buffer.copyFromRowAbove(slot) }
    }
}
