/// Why a workbook could not be read; a value, worded elsewhere for people.
public enum ReadingError: Error, Hashable, Sendable {
    /// There is no such file, or it may not be opened; with what the system says.
    case cannotOpen(String)
    /// The file has no bytes.
    case empty
    /// Not a zip archive, so not an .xlsx; `kind` says what it looks like.
    case notAWorkbook(kind: FileKind)
    /// Encrypted with a password, and none was given.
    case passwordProtected
    /// Encrypted with another password than those given.
    case wrongPassword
    /// Damaged: the part, and what is wrong with it.
    case damaged(part: String, problem: String)
    /// Past a limit: its name in `ReadingLimits`, and its value.
    case limit(name: String, value: Int, part: String)
    /// A part declares a document type or an entity, which no workbook needs.
    case forbiddenMarkup(part: String)
    /// A part that a workbook must have is not there.
    case missingPart(String)

    /// What a file that is no .xlsx looks like from its first bytes.
    public enum FileKind: String, Hashable, Sendable {
        case oldExcel, html, xml, text, pdf, image, archive, openDocument, binaryExcel, kingsoft, unknown
    }
}

/// What can be wrong with a part; the `problem` of `ReadingError.damaged` is one of these words.
public enum Damage: String, Hashable, Sendable, CaseIterable {
    /// The archive's directory is broken or cut off.
    case archive
    /// The packed bytes end too early or mean nothing.
    case packing
    /// The checksum or the size is not the one that the archive states.
    case checksum
    /// Packed in a way that no workbook uses.
    case method
    /// Tags that do not fit together.
    case markup
    /// A character encoding that is unknown, or bytes that do not follow it.
    case encoding
    /// A cell refers to a text that is not there.
    case reference
    /// A cell that should hold a number, or a truth, and holds neither.
    case number
    /// The number of a row, or the address of a cell, that is none.
    case place
    /// The file could not be read on, as the system says.
    case input
    /// The tables of a compound file, which an .xls or an encrypted workbook is, are broken or cut off.
    case compound
    /// What describes an encryption, or what is encrypted, is broken or cut off.
    case encryption
    /// Encrypted in a way that is not AES as Excel 2007 and later write it.
    case cipher
    /// Rows or columns that are numbered backwards.
    case order
    /// An old workbook that the library for it cannot read, or breaks down over.
    case oldExcel
    /// A quote that is opened and never closed; the part names the line.
    case quote
}
