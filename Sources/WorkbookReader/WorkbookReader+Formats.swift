/// What is no zip archive, and so no .xlsx, but may hold a table all the same.
extension WorkbookReader {
    /// Endings, in small letters, of the names of files in which tables are sent: those that are read, and those that
    /// are refused with a word on how to save them.
    public static let endings: Set<String> = [
        "xlsx", "xlsm", "xltx", "xltm", "xls", "xlt", "csv", "tsv", "htm", "html", "xml", "xlsb", "ods", "et", "ett",
    ]

    /// Endings of the names of workbooks that are zip archives.
    ///
    /// What has such a name and other content was renamed, by mistake or on purpose, and is refused.
    private static let packageEndings: Set<Substring> = ["xlsx", "xlsm", "xltx", "xltm"]
    /// Endings of the names of texts that may be tables. Programs that export call theirs .xls, for Excel opens it.
    private static let textEndings: Set<Substring> = ["csv", "tsv", "tab", "txt", "xls", "xlt", "htm", "html", "xml"]

    /// Whether there is a way to read a file of that kind and name.
    func canRead(_ kind: ReadingError.FileKind, named name: String) -> Bool {
        switch kind {
        case .oldExcel: true
        // UTF-16 without a mark looks like nothing in particular.
        case .text, .html, .xml, .unknown: Self.textEndings.contains(Self.ending(of: name))
        default: false
        }
    }

    /// Whether what looks like that kind of file may be an .xlsx with something else in front of it.
    func mayHideAnArchive(_ kind: ReadingError.FileKind, named name: String) -> Bool {
        switch kind {
        case .text, .html, .xml, .unknown: Self.packageEndings.contains(Self.ending(of: name))
        default: false
        }
    }

    /// Reads the bytes of a file of another kind than .xlsx. An old workbook is only read where it lies, at `path`.
    func read(
        _ kind: ReadingError.FileKind, of bytes: [UInt8], named name: String, at path: String? = nil
    ) throws(ReadingError) -> Workbook {
        switch kind {
        case .oldExcel: try readOldExcel(bytes, named: name, at: path)
        case .text: try DelimitedText.read(bytes, named: name, limits: limits)
        case .html, .xml: try readMarkup(kind, bytes, named: name)
        case .unknown where ["UTF-16LE", "UTF-16BE"].contains(PlainText.detect(bytes, stated: nil).name):
            try DelimitedText.read(bytes, named: name, limits: limits)
        default: throw .notAWorkbook(kind: kind)
        }
    }

    /// Markup, of which only the first element says what it is.
    private func readMarkup(
        _ kind: ReadingError.FileKind, _ bytes: [UInt8], named name: String
    ) throws(ReadingError) -> Workbook {
        let beginning = Chunk(Array(bytes.prefix(4_096).filter { $0 != 0 }))
        defer { withExtendedLifetime(beginning) {} }
        var scanner = WebPageScanner(beginning.markup)
        while true {
            switch scanner.next() {
            case .start(let tag) where tag.name == "workbook" || tag.name.hasSuffix(":workbook"):
                return try XMLSpreadsheet.read(bytes, limits: limits)
            case .start(let tag) where tag.name.hasPrefix("office:"): throw .notAWorkbook(kind: .openDocument)
            case .start, .done:
                guard let tables = try WebPageTables.read(bytes, named: name, limits: limits) else {
                    throw .notAWorkbook(kind: kind)
                }
                return tables
            default: break
            }
        }
    }

    /// A compound file, that is an encrypted workbook, an old one, or something of another program's; or an old
    /// workbook without one around it.
    private func readOldExcel(
        _ bytes: [UInt8], named name: String, at path: String?
    ) throws(ReadingError) -> Workbook {
        let isRenamed = Self.packageEndings.contains(Self.ending(of: name))
        if bytes.first != 0xD0 { return try readOldExcel(at: isRenamed ? nil : path) }
        let file: CompoundFile
        do {
            file = try CompoundFile(bytes, limits: limits)
        } catch {
            if bytes.holdEncryptedPackage, passwords.isEmpty { throw .passwordProtected }
            throw ["xls", "xlt", "et"].contains(Self.ending(of: name)) ? error : .notAWorkbook(kind: .oldExcel)
        }
        if let encrypted = try EncryptedWorkbook(file, limits: limits) {
            let package = try encrypted.decrypt(passwords: passwords)
            let workbook = try read(try ZipArchive(bytes: package, limits: limits))
            return Workbook(
                sheets: workbook.sheets, texts: workbook.texts, uses1904: workbook.uses1904, notes: [.decrypted])
        }
        let kind = ReadingError.FileKind.of(file)
        guard kind == .oldExcel else { throw .notAWorkbook(kind: kind) }
        return try readOldExcel(at: isRenamed ? nil : path)
    }

    private func readOldExcel(at path: String?) throws(ReadingError) -> Workbook {
        guard let path, let oldExcel else { throw .notAWorkbook(kind: .oldExcel) }
        return try oldExcel.read(path: path, limits: limits)
    }

    /// A file's name without the folders it lies in.
    static func fileName(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// A file's name without its ending: what a sheet is called that has no name of its own.
    static func title(of path: String) -> String {
        let name = fileName(of: path)
        guard let point = name.lastIndex(of: "."), point > name.startIndex else { return name }
        return String(name[..<point])
    }

    /// What stands behind the last point of a name, in small letters.
    static func ending(of name: String) -> Substring {
        let lower = name.lowercased()
        guard let point = lower.lastIndex(of: "."), !lower[point...].contains("/") else { return "" }
        return Substring(lower[lower.index(after: point)...])
    }
}

extension ReadingError.FileKind {
    /// What a compound file is, from the names in its directory.
    static func of(_ file: CompoundFile) -> ReadingError.FileKind {
        if file.has("Workbook") || file.has("Book") || file.has("WORKBOOK") || file.has("BOOK") { return .oldExcel }
        let isKingsoft = file.entries.contains { $0.name.hasPrefix("ET") || $0.name.lowercased().contains("wps") }
        return isKingsoft ? .kingsoft : .archive
    }
}
