/// All records of one book, from every sheet that holds it, as columns.
///
/// A column is there when at least one sheet of the book has it; a record without a value has `Symbol.none` or `nil`.
/// Records stand in the order of their origin: file (by content), sheet, row. Every value can be followed to its cell
/// through the month's regions.
public struct Table: Sendable {
    /// Which book.
    public let kind: BookKind
    /// Where each record came from; as many as there are records.
    public private(set) var origins = Origins()
    private var columns: [Column]

    /// What stands in a number column where there is no value.
    public static let absent = Column.absent

    /// Makes a table without records.
    public init(_ kind: BookKind) {
        self.kind = kind
        columns = Array(repeating: Column(), count: Field.allCases.count)
    }

    /// How many records there are.
    public var count: Int { origins.count }

    /// The rows, 0 to `count` − 1.
    public var rows: Range<Int> { 0..<origins.count }

    /// Whether at least one sheet has the column.
    public func has(_ field: Field) -> Bool { columns[field.ordinal].count > 0 }

    // MARK: Filling

    /// Appends the records of one region: their rows, and for each field as many values as there are rows.
    ///
    /// Texts are the symbols' places; numbers are in the field's smallest units (days as day numbers, flags 0 or 1),
    /// `Table.absent` where there is none.
    public mutating func append(region: Int32, rows: [Int32], columns new: [Field: Column]) {
        let before = count
        for row in rows { origins.append(Origin(region: region, row: row)) }
        for field in Field.allCases { append(new[field], field, after: before) }
    }

    /// Appends records of several regions: their origins, and for each field as many values as there are origins.
    public mutating func append(
        origins new: [Origin], symbols: [Field: [Symbol]], numbers: [Field: [Int64]]
    ) {
        let before = count
        for origin in new { origins.append(origin) }
        for field in Field.allCases {
            append(
                symbols[field].map { Column($0.lazy.map { Int64($0.index) }) } ?? numbers[field].map { Column($0) },
                field, after: before)
        }
    }

    /// Lets go of what only filling needs.
    public mutating func finish() {
        for place in columns.indices { columns[place].finish() }
    }

    private mutating func append(_ column: Column?, _ field: Field, after before: Int) {
        let place = field.ordinal
        let blank = field.kind.isText ? 0 : Table.absent
        if let column {
            if columns[place].count < before { columns[place].append(blank, times: before - columns[place].count) }
            columns[place].append(column)
        } else if columns[place].count > 0 {
            columns[place].append(blank, times: count - columns[place].count)
        }
    }

    // MARK: Reading

    /// The whole column of a text field: as many symbols as records, or none at all where no sheet has the column.
    public func symbols(_ field: Field) -> SymbolColumn { SymbolColumn(columns[field.ordinal]) }

    /// The text of a record's field; `Symbol.none` where there is none.
    public func symbol(_ field: Field, _ row: Int) -> Symbol {
        // A column is looked at where it lies: taking it in hand first would count a reference at every record.
        let place = field.ordinal
        guard columns[place].count > 0 else { return .none }
        return Symbol(index: UInt32(truncatingIfNeeded: columns[place].value(row)))
    }

    /// The number of a record's field in smallest units; `nil` where there is none.
    public func number(_ field: Field, _ row: Int) -> Int64? {
        let place = field.ordinal
        guard columns[place].count > 0 else { return nil }
        let value = columns[place].value(row)
        return value == Table.absent ? nil : value
    }

    /// The amount of a record's field.
    public func amount(_ field: Field, _ row: Int) -> Amount? { number(field, row).map(Amount.init(units:)) }
    /// The quantity of a record's field.
    public func quantity(_ field: Field, _ row: Int) -> Quantity? { number(field, row).map(Quantity.init(units:)) }
    /// The price of a record's field.
    public func price(_ field: Field, _ row: Int) -> UnitPrice? { number(field, row).map(UnitPrice.init(units:)) }
    /// The rate of a record's field.
    public func rate(_ field: Field, _ row: Int) -> Rate? { number(field, row).map(Rate.init(units:)) }
    /// The day of a record's field.
    public func day(_ field: Field, _ row: Int) -> Day? {
        number(field, row).map { Day(number: Int32(truncatingIfNeeded: $0)) }
    }
    /// Whether a flag is set; an absent flag is not.
    public func flag(_ field: Field, _ row: Int) -> Bool { number(field, row) == 1 }
}

/// Where a record came from.
public struct Origin: Hashable, Sendable {
    /// The region, an index into the month's regions.
    public let region: Int32
    /// The sheet's row, from 1.
    public let row: Int32
    /// Makes an origin.
    @inlinable public init(region: Int32, row: Int32) {
        self.region = region
        self.row = row
    }
}
