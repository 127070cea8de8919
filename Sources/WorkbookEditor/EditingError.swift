/// Why a workbook is not edited in place; a value, worded elsewhere for people.
public enum EditingError: Error, Hashable, Sendable {
    /// No archive with a workbook in it: an old .xls, a text, an encrypted workbook.
    case noPackage
    /// Somebody signed it; any change would break the signature.
    case signed
    /// Its sheets are protected against being added to.
    case structureLocked
    /// Several people edit it at once; it keeps a history that would no longer fit.
    case shared
    /// A part is missing, or its markup does not hold together.
    case damaged(part: String)
    /// A part declares a document type or an entity, which no workbook needs.
    case forbiddenMarkup(part: String)
    /// A part is written in characters other than UTF-8 or UTF-16.
    case encoding(part: String)
    /// A part is past `EditingLimits`.
    case tooLarge(part: String)
    /// The library could not put the archive together.
    case cannotPack
}

/// How much is unpacked and written anew before a workbook is left as it is.
public struct EditingLimits: Sendable {
    /// Bytes of one unpacked part.
    public var partBytes = 256 << 20
    /// Times a part may be larger unpacked than packed, once it is past a megabyte.
    public var ratio = 1_000
    /// Entries in the archive.
    public var entries = 10_000
    /// Kinds of cells that a workbook can have; Excel holds 65,490.
    public var cellFormats = 64_000
    /// Makes the default limits.
    public init() {}
}
