/// All records of one book, from every sheet that holds it, as columns.
///
/// A column is there when at least one sheet of the book has it; a record without a value has `Symbol.none` or `nil`.
/// Records stand in the order of their origin: file (by content), sheet, row. Every value can be followed to its cell
/// through the month's regions.
public struct Table: Sendable {
    /// Which book.
    public let kind: BookKind
    /// Where each record came from; as many as there are records.
    public private(set) var origins: [Origin] = []
    private var symbols: [[Symbol]]
    private var numbers: [[Int64]]

    /// What stands in a number column where there is no value.
    public static let absent = Int64.min

    /// Makes a table without records.
    public init(_ kind: BookKind) {
        self.kind = kind
        symbols = Array(repeating: [], count: Field.allCases.count)
        numbers = Array(repeating: [], count: Field.allCases.count)
    }

    /// How many records there are.
    public var count: Int { origins.count }

    /// The rows, 0 to `count` − 1.
    public var rows: Range<Int> { 0..<origins.count }

    /// Whether at least one sheet has the column.
    public func has(_ field: Field) -> Bool { !symbols[field.ordinal].isEmpty || !numbers[field.ordinal].isEmpty }

    // MARK: Filling

    /// Appends the records of one region: their origins, and for each field as many values as there are origins.
    ///
    /// Numbers are in the field's smallest units (days as day numbers, flags 0 or 1), `Table.absent` where there is none.
    public mutating func append(
        origins newOrigins: [Origin], symbols newSymbols: [Field: [Symbol]], numbers newNumbers: [Field: [Int64]]
    ) {
        let before = origins.count
        // What comes first is taken as it is.
        if before == 0 { origins = newOrigins } else { origins += newOrigins }
        for field in Field.allCases {
            let place = field.ordinal
            if let values = newSymbols[field] {
                if symbols[place].isEmpty { symbols[place] = Array(repeating: .none, count: before) }
                if before == 0 { symbols[place] = values } else { symbols[place] += values }
            }
            if let values = newNumbers[field] {
                if numbers[place].isEmpty { numbers[place] = Array(repeating: Table.absent, count: before) }
                if before == 0 { numbers[place] = values } else { numbers[place] += values }
            }
            pad(place)
        }
    }

    private mutating func pad(_ place: Int) {
        if !symbols[place].isEmpty, symbols[place].count < origins.count {
            symbols[place] += Array(repeating: .none, count: origins.count - symbols[place].count)
        }
        if !numbers[place].isEmpty, numbers[place].count < origins.count {
            numbers[place] += Array(repeating: Table.absent, count: origins.count - numbers[place].count)
        }
    }

    // MARK: Reading

    /// The whole column of a text field: as many symbols as records, or none at all where no sheet has the column.
    public func symbols(_ field: Field) -> [Symbol] { symbols[field.ordinal] }

    /// The whole column of a number field, in smallest units, `Table.absent` where there is no value; empty where no
    /// sheet has the column.
    public func numbers(_ field: Field) -> [Int64] { numbers[field.ordinal] }

    /// The text of a record's field; `Symbol.none` where there is none.
    public func symbol(_ field: Field, _ row: Int) -> Symbol {
        let column = symbols[field.ordinal]
        return column.isEmpty ? .none : column[row]
    }

    /// The number of a record's field in smallest units; `nil` where there is none.
    public func number(_ field: Field, _ row: Int) -> Int64? {
        let column = numbers[field.ordinal]
        guard !column.isEmpty, column[row] != Table.absent else { return nil }
        return column[row]
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
