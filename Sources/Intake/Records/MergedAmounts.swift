import Books
import WorkbookReader

/// Amounts merged over several lines of an order, found once all lines are read.
///
/// The cell says what its lines come to together. Where each line has its quantity and its price, that is held against
/// them as a total is, and none of them keeps it as its own: it is not what the first of them comes to.
struct MergedAmounts {
    private(set) var found: [MergedAmount] = []

    /// Takes the merged amounts out of the lines' column.
    init(_ merges: [CellRange], column: Int32, _ buffer: inout RowBuffer) {
        guard let amount = buffer.places[.amount], let quantity = buffer.places[.quantity],
            let price = buffer.places[.unitPrice]
        else { return }
        var blanked: [Int] = []
        for merge in merges where merge.rows.count > 1 && merge.columns.contains(column) {
            guard let lines = buffer.places(of: merge.rows),
                lines.allSatisfy({ buffer.has(quantity, $0) && buffer.has(price, $0) }),
                lines.dropFirst().allSatisfy({ !buffer.has(amount, $0) }), buffer.has(amount, lines.lowerBound)
            else { continue }
            found.append(
                MergedAmount(stated: buffer.value(amount, lines.lowerBound), rows: merge.rows, column: column))
            blanked.append(lines.lowerBound)
        }
        buffer.blank(amount, blanked)
        found.sort { $0.rows.lowerBound < $1.rows.lowerBound }
    }
}

extension RowBuffer {
    /// The places of records that fill a range of rows without a gap; `nil` where a row of it is no record.
    fileprivate func places(of range: ClosedRange<Int32>) -> Range<Int>? {
        let first = rows.firstPlace { $0 < range.lowerBound }, end = first + range.count
        guard end <= rows.count, rows[first] == range.lowerBound, rows[end - 1] == range.upperBound else { return nil }
        return first..<end
    }
}
