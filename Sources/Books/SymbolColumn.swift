/// The symbols of a text field, one a record; none at all where no sheet has the column.
public struct SymbolColumn: RandomAccessCollection, Sendable {
    private let column: Column

    init(_ column: Column) { self.column = column }

    /// The first record's place.
    public var startIndex: Int { 0 }
    /// The place behind the last record.
    public var endIndex: Int { column.count }
    /// The symbol of a record.
    public subscript(record: Int) -> Symbol { Symbol(index: UInt32(truncatingIfNeeded: column[record])) }
}
