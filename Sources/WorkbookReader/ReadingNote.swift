/// What a reader had to find out or decide about a file, so that a person can see whether it guessed right.
public enum ReadingNote: Hashable, Sendable {
    /// Text cut into fields: its character encoding (a name of the IANA's), what stands between fields, and how the
    /// file says so, if it does.
    case delimited(encoding: String, delimiter: Character, isStated: Bool)
    /// A table of a web page: its character encoding.
    case webPage(encoding: String)
    /// An XML Spreadsheet of Excel 2003.
    case xmlSpreadsheet
    /// A workbook of Excel 97 to 2003 or older.
    case oldExcel
    /// A workbook that a password opened.
    case decrypted
}
