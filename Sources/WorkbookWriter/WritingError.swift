/// Why a file could not be written; a value, worded elsewhere for people.
///
/// Whatever the error, the file that stood there before still stands there, and nothing is left beside it.
public enum WritingError: Error, Hashable, Sendable {
    /// The folder is not there, or may not be written; with what the system says.
    case cannotCreate(path: String, reason: String)
    /// Somebody has the file open: Excel or LibreOffice left its lock file beside it.
    case openElsewhere(path: String, lock: String)
    /// No room is left on the disk.
    case diskFull(path: String)
    /// The bytes could not be written or put in place; with what the system says.
    case cannotWrite(path: String, reason: String)
    /// The workbook library refused something.
    case workbook(path: String, WorkbookProblem)
}

/// What the workbook library refuses, mapped once from its codes.
public enum WorkbookProblem: Hashable, Sendable {
    /// No memory.
    case outOfMemory
    /// A temporary file could not be made or read back.
    case temporaryFile
    /// The archive could not be put together.
    case archive
    /// A sheet's name is too long, in use, or has a character that Excel forbids.
    case sheetName
    /// A text is longer than its place allows.
    case textTooLong
    /// A row or a column past 1,048,576 × 16,384.
    case outsideTheSheet
    /// A row written above one that was already begun, in a sheet that is written from top to bottom.
    case rowOrder
    /// A link too long, or too many of them in one sheet.
    case link
    /// A value that makes no sense where it was given.
    case parameter
    /// A code that this list does not know.
    case unknown(Int)
}
