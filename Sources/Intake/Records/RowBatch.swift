import Books
import WorkbookReader

/// A few hundred rows that are read a field at a time, which is much faster than row by row.
///
/// It holds plain rows only: each of them is a record, and nothing is wrong with it. Whatever looks otherwise is marked
/// odd, and is read again by itself by whoever can say what it is.
struct RowBatch {
    /// The most rows in any batch.
    static let limit = 256
    /// Stands for a row that has no cell for a field.
    static let noCell: Int32 = -1

    /// The most rows in this one.
    let size: Int
    /// How many rows it holds.
    private(set) var count = 0
    /// Where each row's cell of a field is in the segment: by slot, then by row.
    private(set) var cells: [Int32]
    /// Values, likewise: symbols of texts, numbers, or the blank of the field.
    var values: [Int64]
    /// Rows to be read by themselves.
    var isOdd: [Bool]

    /// Makes a batch for some fields, and for no more rows than there are: a form has but a few.
    init(slots: Int, rows: Int) {
        size = min(rows, Self.limit)
        cells = Array(repeating: Self.noCell, count: slots * size)
        values = Array(repeating: 0, count: slots * size)
        isOdd = Array(repeating: false, count: size)
    }

    /// Where a slot's values are.
    func places(_ slot: Int) -> Range<Int> { slot * size..<slot * size + count }

    /// Finds the cells of some rows, at most `size`.
    ///
    /// - Parameters:
    ///   - slots: The slot of each column; -1 for a column that is no field.
    ///   - bounds: The columns of the table.
    ///   - least: A row with fewer cells is odd.
    mutating func find(
        _ rows: SheetRows.Run, slots: [Int16], bounds: ClosedRange<Int32>, least: Int
    ) {
        let segment = rows.segment
        count = min(rows.count, size)
        for place in cells.indices { cells[place] = Self.noCell }
        let lower = Int(bounds.lowerBound), upper = Int(bounds.upperBound)
        for (place, row) in rows.prefix(size).enumerated() {
            var filled = 0
            for cell in row.start..<row.end {
                let column = Int(segment.columns[Int(cell)])
                if column < lower || column > upper { continue }
                filled += 1
                if column < slots.count, slots[column] >= 0 { cells[Int(slots[column]) * size + place] = cell }
            }
            isOdd[place] = filled < least
        }
    }

    /// Gives all rows without a value of a slot the same one.
    mutating func fill(_ slot: Int, blank: Int64, with value: Int64) {
        for place in places(slot) where values[place] == blank { values[place] = value }
    }

    /// Marks the rows odd that have no value in any of some slots.
    mutating func require(_ group: [Int], of slots: [RowBuffer.Slot]) {
        for row in 0..<count where !isOdd[row] {
            var isFilled = false
            for slot in group {
                isFilled = isFilled || values[slot * size + row] != slots[slot].blank
            }
            isOdd[row] = !isFilled
        }
    }
}
