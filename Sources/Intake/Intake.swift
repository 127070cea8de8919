public import Books
public import WorkbookReader

/// Turns workbooks into books: says what each sheet is, where its columns are, and takes its rows as records.
public struct Intake: Sendable {
    /// The words it knows and the choices a company made.
    public init() {}

    /// One file as it was read.
    public struct File: Sendable {
        /// Its path from the month's folder, with `/`.
        public let path: String
        /// The SHA-256 of its bytes, in hexadecimal.
        public let sha256: String
        /// What it holds, or why it could not be read.
        public let content: Result<Workbook, ReadingError>
        /// Makes a file.
        public init(path: String, sha256: String, content: Result<Workbook, ReadingError>) {
            self.path = path
            self.sha256 = sha256
            self.content = content
        }
    }

    /// Understands a month's files, in whatever order they are given.
    ///
    /// - Parameter period: The month to tie out; `nil` finds the one that most dated records lie in.
    public func month(of files: [File], period: Period?) -> Month {
        var gathering = Gathering()
        // The order of the content's hash, so that nothing depends on what files are called or when they came.
        let sorted = files.sorted { $0.sha256 != $1.sha256 ? $0.sha256 < $1.sha256 : $0.path < $1.path }
        var before: File?
        for file in sorted {
            gathering.open(
                file, duplicateOf: before?.sha256 == file.sha256 && !file.sha256.isEmpty ? before?.path : nil)
            if before?.sha256 != file.sha256 { before = file }
        }
        return gathering.month(period: period)
    }
}
