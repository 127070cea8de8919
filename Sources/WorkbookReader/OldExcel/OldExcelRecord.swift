/// What the process that reads an old workbook says to the one that started it, one record after the other.
///
/// On the wire: a letter, the row and the column (four bytes each, the lowest first, from 0), the length of what follows
/// (four bytes), and that many bytes.
struct OldExcelRecord {
    enum Kind: UInt8 {
        /// A sheet begins; the bytes are its name.
        case sheet = 0x53
        /// Cells: a text, a number in decimal, a date, a time of day in ISO 8601.
        case text = 0x54
        case number = 0x4E
        case date = 0x44
        case time = 0x43
        /// The workbook is protected by a password.
        case protected = 0x50
        /// It cannot be read.
        case refused = 0x52
        /// It takes more memory than there may be.
        case memory = 0x4D
        /// That was all.
        case end = 0x45
    }

    var kind: Kind
    var row = 0
    var column = 0
    var bytes: [UInt8] = []

    /// Bytes before those of the record itself.
    static let headerSize = 13

    /// Adds the record to what is to be sent.
    func write(to output: inout [UInt8]) {
        output.append(kind.rawValue)
        for number in [row, column, bytes.count] { output += [UInt8](little: UInt32(truncatingIfNeeded: number)) }
        output += bytes
    }

    /// The record at an index of what has come in, and where the next one begins; `nil` if it is not all there yet.
    static func read(
        _ input: [UInt8], at index: Int, limits: ReadingLimits
    ) throws(ReadingError) -> (record: OldExcelRecord, next: Int)? {
        guard index + headerSize <= input.count else { return nil }
        guard let kind = Kind(rawValue: input[index]), let row = input.little32(at: index + 1),
            let column = input.little32(at: index + 5), let length = input.little32(at: index + 9)
        else { throw .damaged(part: "", damage: .input) }
        guard Int(length) <= limits.textBytes else {
            throw .limit(name: "textBytes", value: limits.textBytes, part: "")
        }
        guard let bytes = input.bytes(at: index + headerSize, count: Int(length)) else { return nil }
        let record = OldExcelRecord(kind: kind, row: Int(row), column: Int(column), bytes: bytes)
        return (record, index + headerSize + Int(length))
    }
}

/// Puts the records of an old workbook together.
struct OldExcelAssembly {
    private let limits: ReadingLimits
    private var cells: CellCollector
    private var sheetName: String?
    private(set) var isComplete = false

    init(limits: ReadingLimits) {
        self.limits = limits
        cells = CellCollector(limits: limits)
    }

    /// Adds a record.
    mutating func add(_ record: OldExcelRecord) throws(ReadingError) {
        let row = record.row + 1
        switch record.kind {
        case .sheet:
            try endSheet()
            sheetName = String(decoding: record.bytes, as: UTF8.self)
        case .text: try cells.add(row: row, column: record.column, text: record.bytes)
        case .number: try cells.add(row: row, column: record.column, number: record.bytes)
        case .date, .time:
            guard let serial = DateSerial.parse(record.bytes, uses1904: false) else {
                return try cells.add(row: row, column: record.column, text: record.bytes)
            }
            let kind: CellKind = record.kind == .time ? .time : .date
            try cells.add(
                row: row, column: record.column, CellTag(kind, decimals: DateSerial.decimals), serial.digits)
        case .protected: throw .passwordProtected
        case .refused: throw .damaged(part: "", damage: .oldExcel)
        case .memory: throw .limit(name: "oldExcelMemoryBytes", value: limits.oldExcelMemoryBytes, part: "")
        case .end:
            try endSheet()
            isComplete = true
        }
    }

    private mutating func endSheet() throws(ReadingError) {
        guard let sheetName else { return }
        try cells.endSheet(name: sheetName)
        self.sheetName = nil
    }

    /// The workbook, once the last record has come.
    func workbook() throws(ReadingError) -> Workbook {
        guard isComplete else { throw .damaged(part: "", damage: .oldExcel) }
        return cells.workbook(notes: [.oldExcel])
    }
}
