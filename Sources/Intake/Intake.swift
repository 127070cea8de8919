public import Books
public import WorkbookReader

/// Turns workbooks into books: says what each sheet is, where its columns are, and takes its rows as records.
public struct Intake: Sendable {
    /// What the company has set: its own words for columns and values.
    public let settings: Settings
    private let vocabulary: Vocabulary

    /// Makes an intake that knows the words of everyone, and those of a company.
    public init(settings: Settings = Settings()) {
        self.settings = settings
        vocabulary = Vocabulary(settings)
    }

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

    /// A file that was looked at, ready to be joined with the others.
    public struct Opened: Sendable {
        let file: OpenedFile
        /// Its path from the month's folder, with `/`.
        public var path: String { file.path }
    }

    /// Looks at one file: says what its sheets are and reads their records, as far as that can be done without the
    /// others. Files can be opened side by side; their cells are let go of as soon as nothing more is to be read.
    public func open(_ file: File) -> Opened { Opened(file: OpenedFile(file, vocabulary)) }

    /// Understands a month's files, in whatever order they are given.
    ///
    /// - Parameter period: The month to tie out; `nil` finds the one that most dated records lie in.
    public func month(of files: [File], period: Period?) -> Month { month(of: files.map(open), period: period) }

    /// Joins opened files into a month, in whatever order they are given. What was opened is used up by it.
    ///
    /// - Parameter period: The month to tie out; `nil` finds the one that most dated records lie in.
    public func month(of opened: [Opened], period: Period?, workers: Workers = .one) -> Month {
        Gathering.month(
            of: opened.map(\.file), period: period, names: namesOfAliases, aliases: settings.customerAliases,
            workers: workers)
    }

    /// What aliases lead to, as names and as codes: rules look for their symbols even where no file writes them.
    private var namesOfAliases: [String] {
        let products = settings.productAliases.values.sorted()
        return settings.customerAliases.values.sorted() + products
            + products.map { WrittenText.code(ArraySlice($0.utf8)) }
    }
}
