/// Reads workbooks into columns of cells: .xlsx, and what else an office sends (see `read(_:of:named:)`).
public struct WorkbookReader: Sendable {
    /// What is refused.
    public let limits: ReadingLimits
    /// What is tried on a protected workbook, in this order.
    public let passwords: [String]
    /// The program that reads old workbooks; without one they are refused.
    public let oldExcel: OldExcelProgram?

    /// Makes a reader.
    public init(
        limits: ReadingLimits = ReadingLimits(), passwords: [String] = [],
        oldExcel: OldExcelProgram? = .running
    ) {
        self.limits = limits
        self.passwords = passwords
        self.oldExcel = oldExcel
    }

    /// Reads a whole workbook into memory, checking every byte it uses.
    public func read(path: String) throws(ReadingError) -> Workbook {
        let file = try SourceFile(path: path)
        guard file.size > 0 else { throw .empty }
        guard file.size <= limits.fileBytes else { throw .limit(name: "fileBytes", value: limits.fileBytes, part: "") }
        if let kind = ReadingError.FileKind.of(file.bytes(at: 0, count: 4_096)) {
            if mayHideAnArchive(kind, named: path), let start = ZipArchive.beginning(in: file) {
                return try read(try ZipArchive(path: path, from: start, limits: limits))
            }
            guard canRead(kind, named: path) else { throw .notAWorkbook(kind: kind) }
            guard file.size <= limits.wholeFileBytes else {
                throw .limit(name: "wholeFileBytes", value: limits.wholeFileBytes, part: "")
            }
            return try read(kind, of: file.bytes(at: 0, count: file.size), named: path, at: path)
        }
        return try read(try ZipArchive(path: path, limits: limits))
    }

    /// Reads a workbook that is in memory already. Its name, if it has one, says whether text may be a table.
    public func read(bytes: [UInt8], named name: String = "") throws(ReadingError) -> Workbook {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= limits.fileBytes else {
            throw .limit(name: "fileBytes", value: limits.fileBytes, part: "")
        }
        if let kind = ReadingError.FileKind.of(Array(bytes.prefix(4_096))) {
            if mayHideAnArchive(kind, named: name), let start = ZipArchive.beginning(in: bytes) {
                return try read(try ZipArchive(bytes: Array(bytes[start...]), limits: limits))
            }
            guard canRead(kind, named: name) else { throw .notAWorkbook(kind: kind) }
            guard bytes.count <= limits.wholeFileBytes else {
                throw .limit(name: "wholeFileBytes", value: limits.wholeFileBytes, part: "")
            }
            return try read(kind, of: bytes, named: name)
        }
        return try read(try ZipArchive(bytes: bytes, limits: limits))
    }

    func read(_ archive: ZipArchive) throws(ReadingError) -> Workbook {
        try ReadingCrew(try ReadingPlan(archive, limits: limits)).run()
    }
}
