/// Puts a workbook together cell by cell, for the formats that are read in one pass and in one thread.
///
/// Cells of a sheet come in the order of their rows and columns; what comes out of order is an error of the file's.
struct CellCollector {
    let limits: ReadingLimits
    private var texts = TextInterner()
    private var sheets: [Sheet] = []
    private var cellCount = 0

    private var rows: [Int32] = []
    private var starts: [Int32] = []
    private var columns: [UInt16] = []
    private var tags: [CellTag] = []
    private var payloads: [Int64] = []

    init(limits: ReadingLimits) { self.limits = limits }

    /// How many sheets have been ended.
    var sheetCount: Int { sheets.count }

    /// Adds a cell: its row from 1, its column from 0.
    mutating func add(row: Int, column: Int, _ tag: CellTag, _ payload: Int64) throws(ReadingError) {
        guard row <= limits.rows else { throw .limit(name: "rows", value: limits.rows, part: "") }
        guard column < limits.columns else { throw .limit(name: "columns", value: limits.columns, part: "") }
        guard cellCount < limits.cells else { throw .limit(name: "cells", value: limits.cells, part: "") }
        let number = Int32(truncatingIfNeeded: row)
        if let last = rows.last, last == number {
            guard let before = columns.last, Int(before) < column else { throw .damaged(part: "", damage: .order) }
        } else {
            guard row > 0, rows.last.map({ $0 < number }) ?? true else { throw .damaged(part: "", damage: .order) }
            rows.append(number)
            starts.append(Int32(truncatingIfNeeded: tags.count))
        }
        cellCount += 1
        columns.append(UInt16(truncatingIfNeeded: column))
        tags.append(tag)
        payloads.append(payload)
    }

    /// Adds a cell of a kind that refers to a text.
    mutating func add(
        row: Int, column: Int, text: UnsafeBufferPointer<UInt8>, kind: CellKind = .text
    ) throws(ReadingError) {
        guard text.count <= limits.textBytes else {
            let address = CellRange.address(row: row, column: column)
            throw .limit(name: "textBytes", value: limits.textBytes, part: address)
        }
        guard let index = unsafe texts.intern(text), texts.bytes.count <= limits.allTextBytes else {
            throw .limit(name: "allTextBytes", value: limits.allTextBytes, part: "")
        }
        guard texts.count <= limits.texts else { throw .limit(name: "texts", value: limits.texts, part: "") }
        try add(row: row, column: column, CellTag(kind), Int64(index))
    }

    /// Adds a cell of a kind that refers to a text.
    mutating func add(row: Int, column: Int, text: [UInt8], kind: CellKind = .text) throws(ReadingError) {
        try unsafe text.withUnsafeBufferPointer { bytes throws(ReadingError) in
            try unsafe add(row: row, column: column, text: bytes, kind: kind)
        }
    }

    /// Adds a number in any writing; as a text if it is none.
    mutating func add(
        row: Int, column: Int, number writing: [UInt8], format: NumberFormat = NumberFormat(kind: .number)
    ) throws(ReadingError) {
        switch Chunk(writing).withMarkup({ $0.longNumber(0..<writing.count) }) {
        case .exact(let number):
            let kind = format.kind(of: number.digits, decimals: Int(number.decimals))
            try add(row: row, column: column, CellTag(kind, decimals: number.decimals), number.digits)
        case .wide: try add(row: row, column: column, text: writing, kind: .wide)
        case .none: try add(row: row, column: column, text: writing)
        }
    }

    /// Ends the sheet whose cells were added last.
    mutating func endSheet(
        name: String, visibility: Sheet.Visibility = .visible, merges: [CellRange] = [], hiddenRows: [Int32] = [],
        hiddenColumns: [ClosedRange<Int32>] = []
    ) throws(ReadingError) {
        guard sheets.count < limits.sheets else { throw .limit(name: "sheets", value: limits.sheets, part: "") }
        var segments: [Segment] = []
        if !rows.isEmpty {
            starts.append(Int32(truncatingIfNeeded: tags.count))
            segments = [Segment(rows: rows, starts: starts, columns: columns, tags: tags, payloads: payloads)]
        }
        sheets.append(
            Sheet(
                name: name, visibility: visibility, segments: segments, merges: merges, hiddenRows: hiddenRows,
                hiddenColumns: hiddenColumns))
        rows = []
        starts = []
        columns = []
        tags = []
        payloads = []
    }

    /// The workbook, when its last sheet has been ended.
    func workbook(uses1904: Bool = false, notes: [ReadingNote] = []) -> Workbook {
        Workbook(
            sheets: sheets, texts: TextTable(bytes: texts.bytes, ends: texts.ends), uses1904: uses1904, notes: notes)
    }
}

extension CellRange {
    /// A cell's address: `B7` for row 7 and column 1.
    static func address(row: Int, column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return "\(letters)\(row)"
    }
}
