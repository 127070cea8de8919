import Books

/// The columns that a region's records are read into, row by row.
///
/// The open row stands apart until the next one begins; nothing is allocated for a cell.
struct RowBuffer {
    /// Where a field's values go.
    struct Slot {
        let field: Field
        let kind: FieldKind
        let isText: Bool
        /// Its place among the text fields, or among the number fields.
        let index: Int
        var order: WrittenDay.Order?
        /// The power of ten by which its figures are multiplied: 4 for a column in 万元.
        var exponent = 0
        /// What stands for no value.
        var blank: Int64 { isText ? 0 : Table.absent }
    }

    private(set) var slots: [Slot] = []
    private(set) var places: [Field: Int] = [:]
    private(set) var rows: [Int32] = []
    /// Columns of the rows before the open one, by slot.
    private var columns: [Column] = []
    private var openSymbols: [UInt32] = []
    private var openNumbers: [Int64] = []
    private var isOpen = false
    /// What the line above says, where it was set aside; `nil` where it is the last of the records.
    private var above: [Int64]?

    /// Makes a buffer for some fields, into which about so many rows are to come.
    init(
        _ fields: [Field], orders: [Field: WrittenDay.Order], exponents: [Field: Int] = [:], expecting count: Int
    ) {
        for field in fields where places[field] == nil {
            let isText = field.kind.isText
            places[field] = slots.count
            slots.append(
                Slot(
                    field: field, kind: field.kind, isText: isText,
                    index: isText ? openSymbols.count : openNumbers.count,
                    order: orders[field], exponent: exponents[field] ?? 0))
            if isText { openSymbols.append(0) } else { openNumbers.append(Table.absent) }
        }
        columns = Array(repeating: Column(expecting: count), count: slots.count)
        rows.reserveCapacity(count)
    }

    /// Begins a row with nothing in it.
    mutating func open(row: Int32) {
        close()
        for place in openSymbols.indices { openSymbols[place] = 0 }
        for place in openNumbers.indices { openNumbers[place] = Table.absent }
        rows.append(row)
        isOpen = true
    }

    /// Puts the open row, if there is one, behind the others.
    mutating func close() {
        guard isOpen else { return }
        for (place, slot) in slots.enumerated() {
            columns[place].append(slot.isText ? Int64(openSymbols[slot.index]) : openNumbers[slot.index])
        }
        isOpen = false
        above = nil
    }

    /// Puts some rows of a batch behind the others.
    mutating func append(_ batch: RowBatch, _ range: Range<Int>, _ rows: Slice<SheetRows.Run>) {
        close()
        for place in slots.indices {
            let first = batch.places(place).lowerBound
            let places = first + range.lowerBound..<first + range.upperBound
            columns[place].append(batch.values[places])
        }
        self.rows.append(contentsOf: rows.lazy.map(\.number))
        above = nil
    }

    /// Takes the open row back; what it says as a line of its own may still be repeated below it.
    mutating func drop(asLine isLine: Bool = false) {
        if isLine { above = slots.map { $0.isText ? Int64(openSymbols[$0.index]) : openNumbers[$0.index] } }
        rows.removeLast()
        isOpen = false
    }

    /// Gives the open row the value above it, of the last line that was read; false where there is none.
    mutating func copyByDitto(_ place: Int) -> Bool {
        let slot = slots[place], column = columns[place]
        guard let value = above?[place] ?? (column.count > 0 ? column[column.count - 1] : nil), value != slot.blank
        else {
            return false
        }
        if slot.isText {
            openSymbols[slot.index] = UInt32(truncatingIfNeeded: value)
        } else {
            openNumbers[slot.index] = value
        }
        return true
    }

    /// The open row's value of a slot.
    func symbol(_ slot: Int) -> UInt32 { openSymbols[slots[slot].index] }
    func number(_ slot: Int) -> Int64 { openNumbers[slots[slot].index] }

    mutating func set(_ slot: Int, symbol: UInt32) { openSymbols[slots[slot].index] = symbol }
    mutating func set(_ slot: Int, number: Int64) { openNumbers[slots[slot].index] = number }

    /// Whether the open row has a value of a slot.
    func isFilled(_ slot: Int) -> Bool { slots[slot].isText ? symbol(slot) != 0 : number(slot) != Table.absent }

    /// Copies a value from the row before the open one.
    mutating func copyFromRowAbove(_ place: Int) {
        let column = columns[place]
        guard column.count > 0 else { return }
        let slot = slots[place]
        let value = column[column.count - 1]
        if slot.isText {
            openSymbols[slot.index] = UInt32(truncatingIfNeeded: value)
        } else {
            openNumbers[slot.index] = value
        }
    }

    /// A closed row's value of a slot, and whether it has one.
    func value(_ slot: Int, _ place: Int) -> Int64 { columns[slot][place] }
    func has(_ slot: Int, _ place: Int) -> Bool { columns[slot][place] != slots[slot].blank }

    /// Takes the values of some closed rows away.
    mutating func blank(_ slot: Int, _ places: [Int]) {
        if places.isEmpty { return }
        let blanked = Set(places), column = columns[slot], blank = slots[slot].blank
        columns[slot] = Column((0..<column.count).lazy.map { blanked.contains($0) ? blank : column[$0] })
    }

    /// Hands a field's column over, once the last row is closed.
    mutating func takeColumn(_ field: Field) -> Column? {
        guard let place = places[field] else { return nil }
        defer { columns[place] = Column() }
        return columns[place]
    }
}
