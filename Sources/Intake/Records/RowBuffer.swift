import Books

/// The columns that a region's records are read into, row by row.
///
/// Two flat arrays, one entry a record and field; nothing is allocated for a cell.
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
    private(set) var symbols: [UInt32] = []
    private(set) var numbers: [Int64] = []
    private(set) var rows: [Int32] = []
    private var textWidth = 0
    private var numberWidth = 0
    private var symbolBase = 0
    private var numberBase = 0

    /// Makes a buffer for some fields.
    init(_ fields: [Field], orders: [Field: WrittenDay.Order]) {
        for field in fields where places[field] == nil {
            let isText = field.kind.isText
            places[field] = slots.count
            slots.append(
                Slot(
                    field: field, kind: field.kind, isText: isText, index: isText ? textWidth : numberWidth,
                    order: orders[field]))
            if isText { textWidth += 1 } else { numberWidth += 1 }
        }
    }

    /// Makes room for rows to come.
    mutating func reserve(_ count: Int) {
        symbols.reserveCapacity(count * textWidth)
        numbers.reserveCapacity(count * numberWidth)
        rows.reserveCapacity(count)
    }

    /// Begins a row with nothing in it.
    mutating func open(row: Int32) {
        symbolBase = symbols.count
        numberBase = numbers.count
        for _ in 0..<textWidth { symbols.append(0) }
        for _ in 0..<numberWidth { numbers.append(Table.absent) }
        rows.append(row)
    }

    /// Takes the row back.
    mutating func drop() {
        symbols.removeLast(textWidth)
        numbers.removeLast(numberWidth)
        rows.removeLast()
    }

    /// The open row's value of a slot.
    func symbol(_ slot: Int) -> UInt32 { symbols[symbolBase + slots[slot].index] }
    func number(_ slot: Int) -> Int64 { numbers[numberBase + slots[slot].index] }

    mutating func set(_ slot: Int, symbol: UInt32) { symbols[symbolBase + slots[slot].index] = symbol }
    mutating func set(_ slot: Int, number: Int64) { numbers[numberBase + slots[slot].index] = number }

    /// Whether the open row has a value of a slot.
    func isFilled(_ slot: Int) -> Bool { slots[slot].isText ? symbol(slot) != 0 : number(slot) != Table.absent }

    /// Copies a value from an earlier row, counted back from the open one.
    mutating func copy(_ slot: Int, back: Int) {
        let slot = slots[slot]
        if slot.isText {
            symbols[symbolBase + slot.index] = symbols[symbolBase + slot.index - back * textWidth]
        } else {
            numbers[numberBase + slot.index] = numbers[numberBase + slot.index - back * numberWidth]
        }
    }

    /// A text field's column.
    func symbolColumn(_ field: Field) -> [UInt32]? {
        guard let place = places[field], slots[place].isText else { return nil }
        return column(of: symbols, width: textWidth, at: slots[place].index)
    }

    /// A number field's column.
    func numberColumn(_ field: Field) -> [Int64]? {
        guard let place = places[field], !slots[place].isText else { return nil }
        return column(of: numbers, width: numberWidth, at: slots[place].index)
    }

    private func column<Value>(of values: [Value], width: Int, at index: Int) -> [Value] {
        Array(unsafeUninitializedCapacity: rows.count) { column, count in
            for row in rows.indices { column.initializeElement(at: row, to: values[row * width + index]) }
            count = rows.count
        }
    }
}
