/// A workbook in memory: its sheets, and every distinct text once.
public struct Workbook: Sendable {
    /// The sheets in the order of their tabs; chart and dialogue sheets are left out.
    public let sheets: [Sheet]
    /// The texts that cells refer to.
    public let texts: TextTable
    /// Whether day 0 of the file's serial numbers is 1904-01-01; serials in cells are as stored, not shifted.
    public let uses1904: Bool
    /// What the reader had to find out about the file; nothing for a plain .xlsx.
    public let notes: [ReadingNote]

    /// Makes a workbook of its parts.
    public init(sheets: [Sheet], texts: TextTable, uses1904: Bool, notes: [ReadingNote] = []) {
        self.sheets = sheets
        self.texts = texts
        self.uses1904 = uses1904
        self.notes = notes
    }
}

/// A sheet's cells in row order, and what is hidden or merged.
public struct Sheet: Sendable {
    /// The name on its tab.
    public let name: String
    /// Whether people see it.
    public let visibility: Visibility
    /// The cells, in segments one below the other; rows ascend through all of them.
    public let segments: [Segment]
    /// Merged areas, top left to bottom right.
    public let merges: [CellRange]
    /// Rows (from 1) that are hidden, ascending.
    public let hiddenRows: [Int32]
    /// Columns (from 0) that are hidden, as ascending spans.
    public let hiddenColumns: [ClosedRange<Int32>]

    /// Makes a sheet of its parts.
    public init(
        name: String, visibility: Visibility, segments: [Segment], merges: [CellRange], hiddenRows: [Int32],
        hiddenColumns: [ClosedRange<Int32>]
    ) {
        self.name = name
        self.visibility = visibility
        self.segments = segments
        self.merges = merges
        self.hiddenRows = hiddenRows
        self.hiddenColumns = hiddenColumns
    }

    /// How a sheet is shown.
    public enum Visibility: Hashable, Sendable { case visible, hidden, veryHidden }

    /// How many cells hold something.
    public var cellCount: Int { segments.reduce(0) { $0 + $1.tags.count } }
}

/// A run of rows of a sheet: three parallel columns with one entry a non-empty cell, in order of row and column.
///
/// Seven bytes a cell, eleven where numbers are large, and no allocation for any of them. Empty cells are not stored, so a sheet's declared size costs
/// nothing.
public struct Segment: Sendable {
    /// The numbers of the rows that hold anything, from 1, ascending.
    public let rows: [Int32]
    /// Where each row's cells begin; one more entry than rows, the last being the number of cells.
    public let starts: [Int32]
    /// Each cell's column, from 0, ascending within a row.
    public let columns: [UInt16]
    /// Each cell's kind and decimals.
    public let tags: [CellTag]
    /// Each cell's payload; see `CellKind`.
    public let payloads: Payloads

    /// Makes a segment; the arrays must be as long as said above.
    public init(rows: [Int32], starts: [Int32], columns: [UInt16], tags: [CellTag], payloads: [Int64]) {
        self.init(rows: rows, starts: starts, columns: columns, tags: tags, payloads: Payloads(payloads))
    }

    init(rows: [Int32], starts: [Int32], columns: [UInt16], tags: [CellTag], payloads: Payloads) {
        self.rows = rows
        self.starts = starts
        self.columns = columns
        self.tags = tags
        self.payloads = payloads
    }
}

/// What a cell holds, and what its payload means.
public enum CellKind: UInt8, Hashable, Sendable {
    /// A formula that the program which wrote the file never calculated; the payload is 0.
    case uncalculated = 0
    /// A number: payload ÷ 10^decimals, exactly as the file writes it.
    case number = 1
    /// A number shown as a date, or a date and time: the serial number, like `number`.
    case date = 2
    /// A number shown as a time of day or a duration only: in days, like `number`.
    case time = 3
    /// A text: its index in the workbook's texts.
    case text = 4
    /// 0 or 1.
    case boolean = 5
    /// An error such as `#N/A`: the index of its text.
    case error = 6
    /// A number that 18 digits and 31 decimals cannot hold (1E+300): the index of its writing.
    case wide = 7
}

/// A cell's kind in the low three bits and, for numbers, the decimals of its payload in the high five.
public struct CellTag: Hashable, Sendable {
    /// The bits.
    public let bits: UInt8
    /// Makes a tag of its bits.
    @inlinable public init(bits: UInt8) { self.bits = bits }
    /// Makes a tag; `decimals` is 0 to 31.
    @inlinable public init(_ kind: CellKind, decimals: UInt8 = 0) { bits = kind.rawValue | decimals << 3 }
    /// The kind.
    @inlinable public var kind: CellKind { CellKind(rawValue: bits & 7) ?? .uncalculated }
    /// Whether it is of a kind; in a loop over cells faster than asking for the kind.
    @inlinable public func isOf(_ kind: CellKind) -> Bool { bits & 7 == kind.rawValue }
    /// How many of the payload's digits stand behind the point.
    @inlinable public var decimals: Int { Int(bits >> 3) }
}

/// A rectangle of cells.
public struct CellRange: Hashable, Sendable {
    /// The first and last row, from 1.
    public let rows: ClosedRange<Int32>
    /// The first and last column, from 0.
    public let columns: ClosedRange<Int32>
    /// Makes a rectangle.
    public init(rows: ClosedRange<Int32>, columns: ClosedRange<Int32>) {
        self.rows = rows
        self.columns = columns
    }
}
