/// Reads .xlsx workbooks into columns of cells.
public struct WorkbookReader: Sendable {
    /// What is refused.
    public let limits: ReadingLimits

    /// Makes a reader.
    public init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

    /// Reads a whole workbook into memory, checking every byte it uses.
    public func read(path: String) throws(ReadingError) -> Workbook {
        let file = try SourceFile(path: path)
        guard file.size > 0 else { throw .empty }
        guard file.size <= limits.fileBytes else { throw .limit(name: "fileBytes", value: limits.fileBytes, part: "") }
        if let kind = ReadingError.FileKind.of(file.bytes(at: 0, count: 4_096)) {
            throw kind == .oldExcel && file.holdsEncryptedPackage() ? .passwordProtected : .notAWorkbook(kind: kind)
        }
        return try read(try ZipArchive(path: path, limits: limits))
    }

    /// Reads a workbook that is in memory already.
    public func read(bytes: [UInt8]) throws(ReadingError) -> Workbook {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= limits.fileBytes else {
            throw .limit(name: "fileBytes", value: limits.fileBytes, part: "")
        }
        if let kind = ReadingError.FileKind.of(Array(bytes.prefix(4_096))) {
            throw kind == .oldExcel && bytes.holdEncryptedPackage ? .passwordProtected : .notAWorkbook(kind: kind)
        }
        return try read(try ZipArchive(bytes: bytes, limits: limits))
    }

    private func read(_ archive: ZipArchive) throws(ReadingError) -> Workbook {
        try ReadingCrew(try ReadingPlan(archive, limits: limits)).run()
    }
}
