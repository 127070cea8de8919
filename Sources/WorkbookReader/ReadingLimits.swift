/// How much of a file is read before it is refused. Every file is from outside, and each limit is named in the error.
public struct ReadingLimits: Sendable {
    /// Bytes of the file itself.
    public var fileBytes = 2 << 30
    /// Entries in the archive. (Each picture in a list of products is one.)
    public var entries = 100_000
    /// Parts whose names lead out of the archive, such as `../x`; no program writes one.
    public var partNames = 0
    /// Bytes of one unpacked part.
    public var partBytes = 8 << 30
    /// Bytes of all unpacked parts together.
    public var unpackedBytes = 8 << 30
    /// Times a part may be larger unpacked than packed, once it is past a megabyte.
    public var ratio = 1_000
    /// Sheets in a workbook.
    public var sheets = 1_000
    /// Non-empty cells in a workbook.
    public var cells = 200_000_000
    /// Distinct texts in a workbook.
    public var texts = 50_000_000
    /// Bytes of one text. (A cell shows 32,767 characters.)
    public var textBytes = 1 << 20
    /// Bytes of all texts of a workbook together; four gigabytes are the most that `TextTable` can number.
    public var allTextBytes = 4 << 30 - 1
    /// Bytes of markup that cannot be taken apart: a row, a text, or a part such as the styles.
    public var pieceBytes = 512 << 20
    /// The last row a sheet can have.
    public var rows = 1_048_576
    /// Columns a sheet can have.
    public var columns = 16_384
    /// Elements inside one another.
    public var depth = 256
    /// Bytes of a file that is read into memory as a whole: any but an .xlsx.
    public var wholeFileBytes = 512 << 20
    /// Bytes of memory that the reading of an old workbook may take, in a process of its own.
    public var oldExcelMemoryBytes = 2 << 30
    /// Seconds that the reading of an old workbook may take.
    public var oldExcelSeconds = 60
    /// Cells that a web page's cells take by spanning rows and columns.
    public var spannedCells = 10_000_000
    /// Times a password is hashed before it is tried, as the file says; Excel writes 100,000.
    public var passwordSpins = 1_000_000
    /// Makes the default limits.
    public init() {}
}
