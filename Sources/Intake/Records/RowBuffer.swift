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
    }

    private(set) var slots: [Slot] = []
    private(set) var places: [Field: Int] = [:]
    private(set) var rows: [Int32] = []
    // Columns of the rows before the open one, by the slots' places.
    private var symbolColumns: [[UInt32]] = []
    private var numberColumns: [[Int64]] = []
    private var openSymbols: [UInt32] = []
    private var openNumbers: [Int64] = []
    private var isOpen = false

    /// Makes a buffer for some fields.
    init(_ fields: [Field], orders: [Field: WrittenDay.Order]) {
        for field in fields where places[field] == nil {
            let isText = field.kind.isText
            places[field] = slots.count
            slots.append(
                Slot(
                    field: field, kind: field.kind, isText: isText,
                    index: isText ? openSymbols.count : openNumbers.count,
                    order: orders[field]))
            if isText { openSymbols.append(0) } else { openNumbers.append(Table.absent) }
        }
        symbolColumns = Array(repeating: [], count: openSymbols.count)
        numberColumns = Array(repeating: [], count: openNumbers.count)
    }

    /// Makes room for rows to come.
    mutating func reserve(_ count: Int) {
        for place in symbolColumns.indices { symbolColumns[place].reserveCapacity(count) }
        for place in numberColumns.indices { numberColumns[place].reserveCapacity(count) }
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
        for place in openSymbols.indices { symbolColumns[place].append(openSymbols[place]) }
        for place in openNumbers.indices { numberColumns[place].append(openNumbers[place]) }
        isOpen = false
    }

    /// Puts some rows of a batch behind the others.
    mutating func append(_ batch: RowBatch, _ range: Range<Int>, _ rows: ArraySlice<SheetView.Row>) {
        close()
        for (place, slot) in slots.enumerated() {
            let first = batch.places(place).lowerBound
            let places = first + range.lowerBound..<first + range.upperBound
            if slot.isText {
                symbolColumns[slot.index].append(contentsOf: batch.symbols[places])
            } else {
                numberColumns[slot.index].append(contentsOf: batch.numbers[places])
            }
        }
        self.rows.append(contentsOf: rows.lazy.map(\.number))
    }

    /// Takes the open row back.
    mutating func drop() {
        rows.removeLast()
        isOpen = false
    }

    /// The open row's value of a slot.
    func symbol(_ slot: Int) -> UInt32 { openSymbols[slots[slot].index] }
    func number(_ slot: Int) -> Int64 { openNumbers[slots[slot].index] }

    mutating func set(_ slot: Int, symbol: UInt32) { openSymbols[slots[slot].index] = symbol }
    mutating func set(_ slot: Int, number: Int64) { openNumbers[slots[slot].index] = number }

    /// Whether the open row has a value of a slot.
    func isFilled(_ slot: Int) -> Bool { slots[slot].isText ? symbol(slot) != 0 : number(slot) != Table.absent }

    /// Copies a value from the row before the open one.
    mutating func copyFromRowAbove(_ slot: Int) {
        let slot = slots[slot]
        if slot.isText {
            openSymbols[slot.index] = symbolColumns[slot.index].last ?? 0
        } else {
            openNumbers[slot.index] = numberColumns[slot.index].last ?? Table.absent
        }
    }

    /// A text field's column, once the last row is closed.
    func symbolColumn(_ field: Field) -> [UInt32]? {
        guard let place = places[field], slots[place].isText else { return nil }
        return symbolColumns[slots[place].index]
    }

    /// A number field's column, once the last row is closed.
    func numberColumn(_ field: Field) -> [Int64]? {
        guard let place = places[field], !slots[place].isText else { return nil }
        return numberColumns[slots[place].index]
    }
}
