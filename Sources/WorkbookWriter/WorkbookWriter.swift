internal import CXlsxWriter
import Synchronization

/// Writes one .xlsx workbook. The one place that talks to libxlsxwriter.
///
/// A workbook is written within one call of `write`, by one task; sheets and charts are not to be kept beyond it. Cells
/// are not checked one by one: the first failure is remembered and thrown at the end, and then nothing is written at all.
@safe public final class WorkbookWriter {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let path: String
    private var names = SheetNames()
    private var styles: [Style: StyleID] = [:]
    private var formats: [UnsafeMutablePointer<lxw_format>?] = unsafe [nil]
    /// The sheets whose rows went to temporary files.
    private var longSheets: [UnsafeMutablePointer<lxw_worksheet>] = unsafe []
    private static let longSheetLimit = 64
    private(set) var problem: WorkbookProblem?
    /// At least as many bytes as the parts come to before they are packed.
    private(set) var partBytes = 512 << 10

    /// What stands in a cell for which no style is given.
    public var defaultStyle = Style()

    private init(_ workbook: UnsafeMutablePointer<lxw_workbook>, path: String) {
        unsafe self.workbook = unsafe workbook
        self.path = path
    }

    /// Writes a workbook: beside its target, then renamed into place, so that there is never half of one.
    ///
    /// - Throws: `WritingError`, or what `body` throws; the file that stood there before then still stands there.
    public static func write(
        to path: String, properties: DocumentProperties, _ body: (WorkbookWriter) throws -> Void
    ) throws {
        try OutputFile.write(to: path) { temporary in
            let partsFolder = OutputFile.temporaryFolder
            let made = unsafe withCString(partsFolder) { folder in
                var options = unsafe lxw_workbook_options()
                unsafe options.use_zip64 = 0
                unsafe options.tmpdir = unsafe folder
                return unsafe workbook_new_opt(temporary, &options)
            }
            guard let workbook = unsafe made else { throw WritingError.workbook(path: path, .outOfMemory) }
            let writer = unsafe WorkbookWriter(workbook, path: path)
            do {
                writer.set(properties)
                try body(writer)
                writer.checkLongSheets()
                if let problem = writer.problem { throw WritingError.workbook(path: path, problem) }
                // libxlsxwriter does not notice when a part finds no room there, and packs what there is of it.
                guard OutputFile.freeBytes(partsFolder) >= writer.partBytes else {
                    throw WritingError.workbook(path: path, .temporaryFile)
                }
            } catch {
                unsafe lxw_workbook_free(workbook)
                throw error
            }
            // Closing writes the file and frees the workbook, whatever comes of it.
            let code = closing.withLock { _ in unsafe tieout_close_quietly(workbook) }
            if let problem = WorkbookProblem(code) {
                throw OutputFile.isFull(temporary) ? .diskFull(path: path) : WritingError.workbook(path: path, problem)
            }
            try OutputFile.checkArchive(temporary, for: path)
        }
    }

    /// Closing quietly changes where the whole process's C library complains, so one workbook closes at a time.
    private static let closing = Mutex<Void>(())

    /// Adds a sheet, under the nearest name to the wanted one that Excel allows and that is not in use.
    public func addSheet(_ wantedName: String) throws(WritingError) -> SheetWriter {
        try addSheet(wantedName, rowHeight: nil)
    }

    /// Adds a sheet whose rows are written from top to bottom and are as high as `rowHeight` points where nothing else is
    /// said: each leaves memory when one below it is begun, and its texts stand in it instead of being shared.
    ///
    /// A row above one that was begun is refused as `.rowOrder`. What goes by the heights of its rows, such as a chart,
    /// belongs on another sheet.
    public func addLongSheet(_ wantedName: String, rowHeight: Double) throws(WritingError) -> SheetWriter {
        // Each keeps a temporary file open, and a process may open only so many.
        let isTopDown = unsafe longSheets.count < WorkbookWriter.longSheetLimit
        let sheet = try addSheet(wantedName, rowHeight: isTopDown ? rowHeight : nil)
        if isTopDown { unsafe longSheets.append(sheet.sheet) }
        sheet.defaultHeight(rowHeight)
        return sheet
    }

    /// - Parameter rowHeight: How high the rows are of a sheet that is written from top to bottom.
    private func addSheet(_ wantedName: String, rowHeight: Double?) throws(WritingError) -> SheetWriter {
        let name = names.claim(wantedName)
        unsafe workbook.pointee.options.constant_memory = rowHeight == nil ? 0 : 1
        guard let sheet = unsafe workbook_add_worksheet(workbook, name) else {
            throw .workbook(path: path, .sheetName)
        }
        return unsafe SheetWriter(sheet, name: name, book: self, rowHeight: rowHeight)
    }

    /// Makes a style known to the workbook; the same style again gives the same identifier.
    public func style(_ style: Style) -> StyleID {
        if let known = styles[style] { return known }
        guard let format = unsafe workbook_add_format(workbook) else {
            note(.outOfMemory)
            return .plain
        }
        unsafe style.apply(to: format)
        let id = StyleID(index: unsafe formats.count)
        unsafe formats.append(format)
        styles[style] = id
        return id
    }

    /// Makes a style known by changing a plain one.
    public func style(_ change: (inout Style) -> Void) -> StyleID { style(defaultStyle.with(change)) }

    /// Sees that all rows found room in the temporary files, which libxlsxwriter does not.
    private func checkLongSheets() {
        if unsafe longSheets.contains(where: { unsafe tieout_lost_rows($0) != 0 }) { note(.temporaryFile) }
    }

    func format(_ id: StyleID) -> UnsafeMutablePointer<lxw_format>? {
        unsafe formats.indices.contains(id.index) ? formats[id.index] : nil
    }

    func newChart(_ kind: Chart.Kind) -> UnsafeMutablePointer<lxw_chart>? {
        unsafe workbook_add_chart(workbook, UInt8(truncatingIfNeeded: kind.code))
    }

    /// Counts cells towards the size of the parts: their markup, and the text with every sign escaped at its longest.
    func count(_ text: String = "", cells: Int = 1) { partBytes += 160 * cells + 7 * text.utf8.count }

    func note(_ new: WorkbookProblem) { problem = problem ?? new }

    func check(_ code: lxw_error) {
        if problem == nil, let new = WorkbookProblem(code) { problem = new }
    }

    private func set(_ properties: DocumentProperties) {
        unsafe withCString(properties.title) { title in
            unsafe withCString(properties.subject) { subject in
                unsafe withCString(properties.author) { author in
                    var raw = unsafe lxw_doc_properties()
                    unsafe raw.title = unsafe title
                    unsafe raw.subject = unsafe subject
                    unsafe raw.author = unsafe author
                    // Nought would mean "now"; a fixed date keeps the same input giving the same bytes.
                    unsafe raw.created = max(properties.createdDay, 1) * 86_400
                    check(unsafe workbook_set_properties(workbook, &raw))
                }
            }
        }
    }
}

/// What a workbook says of itself.
public struct DocumentProperties: Sendable {
    /// Its title, subject and author.
    public var title: String, subject: String, author: String
    /// The day it says it was created, in days since 1970-01-01. Fixed by the caller and never the clock's, so that the
    /// same input gives the same bytes.
    public var createdDay: Int

    /// Makes properties.
    public init(title: String, subject: String = "", author: String = "tieout", createdDay: Int) {
        self.title = title
        self.subject = subject
        self.author = author
        self.createdDay = createdDay
    }
}

/// A C string that libxlsxwriter declares mutable and copies without changing it.
func withCString<Result>(_ text: String, _ body: (UnsafeMutablePointer<CChar>) -> Result) -> Result {
    var bytes = text.utf8CString
    return unsafe bytes.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else {
            var end: CChar = 0
            return unsafe body(&end)
        }
        return unsafe body(base)
    }
}

extension WorkbookProblem {
    /// The problem that a code stands for; `nil` for success.
    init?(_ code: lxw_error) {
        switch code {
        case LXW_NO_ERROR: return nil
        case LXW_ERROR_MEMORY_MALLOC_FAILED: self = .outOfMemory
        case LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE: self = .temporaryFile
        case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_PARAMETER_ERROR,
            LXW_ERROR_ZIP_BAD_ZIP_FILE, LXW_ERROR_ZIP_INTERNAL_ERROR, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
            self = .archive
        case LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED, LXW_ERROR_INVALID_SHEETNAME_CHARACTER,
            LXW_ERROR_SHEETNAME_START_END_APOSTROPHE, LXW_ERROR_SHEETNAME_ALREADY_USED:
            self = .sheetName
        case LXW_ERROR_32_STRING_LENGTH_EXCEEDED, LXW_ERROR_128_STRING_LENGTH_EXCEEDED,
            LXW_ERROR_255_STRING_LENGTH_EXCEEDED, LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
            self = .textTooLong
        case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE: self = .outsideTheSheet
        case LXW_ERROR_WORKSHEET_MAX_URL_LENGTH_EXCEEDED, LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED: self = .link
        case LXW_ERROR_NULL_PARAMETER_IGNORED, LXW_ERROR_PARAMETER_VALIDATION: self = .parameter
        default: self = .unknown(Int(code.rawValue))
        }
    }
}
