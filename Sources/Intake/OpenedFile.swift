import Books
import WorkbookReader

/// A file whose sheets were planned, and its records read as far as that could be done without the other files.
///
/// Whoever opens it hands it over whole: from then on one alone uses it, which makes it safe to send.
final class OpenedFile: @unchecked Sendable {
    let path: String
    let sha256: String
    /// Why it could not be read.
    let failure: ReadingError?
    let sheets: [OpenedSheet]
    /// The symbols of this file, until they are handed over.
    private let interner: Interner

    /// Opens a file.
    init(_ file: Intake.File, _ vocabulary: Vocabulary) {
        interner = Interner(vocabulary)
        path = file.path
        sha256 = file.sha256
        switch file.content {
        case .failure(let error):
            failure = error
            sheets = []
        case .success(let workbook):
            failure = nil
            let texts = WorkbookTexts(workbook.texts, interner: interner)
            let path = file.path
            // What this program said of the file earlier is no book.
            sheets = workbook.sheets.filter { !FeedbackSheet.isCalled($0.name) }.map {
                OpenedSheet($0, texts: texts, uses1904: workbook.uses1904, path: path)
            }
        }
    }

    /// The symbols, handed over once: a month has all of them, and whoever keeps the file need not keep them too.
    func takeSymbols() -> SymbolTable {
        defer { interner.symbols = SymbolTable() }
        return interner.symbols
    }

    /// How many symbols there are to hand over.
    var symbolCount: Int { interner.symbols.count }

    /// Takes what the file's product sheets say of packs.
    func give(_ packs: inout ProductPacks) {
        for sheet in sheets {
            for region in sheet.read(.products) { packs.take(region, interner) }
        }
    }

    /// Reads the sheets that had to wait for the others' days, warehouses and packs.
    func readRest(period: Period?, warehouses: [String], packs: ProductPacks) {
        var shown: Set<WrittenDay.Order> = []
        for survey in sheets.flatMap(\.surveys) {
            for (field, order) in survey.orders where !survey.mixed.contains(field) { shown.insert(order) }
        }
        let order = shown.count == 1 ? shown.first : nil
        for sheet in sheets { sheet.readNow(period: period, fileOrder: order, warehouses: warehouses, packs: packs) }
    }
}

/// A sheet that was planned, and its records once they are read.
final class OpenedSheet {
    let name: String
    let isHidden: Bool
    let surveys: [Survey]
    private var cells: Cells?
    private var content: SheetContent?

    /// What the records are read from; let go of when they are read.
    private struct Cells {
        /// The whole sheet.
        let view: SheetView
        /// The sheet, or its strips.
        var parts: [SheetPart]
        let texts: WorkbookTexts
        let uses1904: Bool
        let path: String
    }

    init(_ sheet: Sheet, texts: WorkbookTexts, uses1904: Bool, path: String) {
        name = sheet.name
        isHidden = sheet.visibility != .visible
        let whole = HeaderFinder(SheetView(sheet), texts: texts)
        let strips = Strips(whole)
        let parts =
            strips.uncut.map { [SheetPart(whole, uncutAt: $0)] }
            ?? strips.finders.map { SheetPart($0, uses1904: uses1904, path: path) }
        surveys = parts.flatMap(\.surveys)
        cells = Cells(view: whole.view, parts: parts, texts: texts, uses1904: uses1904, path: path)
        if !parts.contains(where: \.waits) { readNow(period: nil, fileOrder: nil, warehouses: [], packs: nil) }
    }

    /// The regions of a book that are read already.
    func read(_ book: BookKind) -> [RegionRecords] { content?.regions.filter { $0.region.book == book } ?? [] }

    /// Reads the records, unless that was done. Where packs are ordered and nothing on the sheet says how many pieces one
    /// holds, that is left until the product file, `packs`, is known.
    func readNow(period: Period?, fileOrder: WrittenDay.Order?, warehouses: [String], packs: ProductPacks?) {
        guard var cells else { return }
        var content = SheetContent()
        var classes = SheetClasses(cells.view)
        let reader = CellReader(texts: cells.texts, uses1904: cells.uses1904, year: period?.year)
        let wording = ProblemWording(file: cells.path, sheet: name, texts: cells.texts)
        for place in cells.parts.indices {
            cells.parts[place].nameWarehouses(warehouses)
            let isRead = cells.parts[place].read(
                reader, period: period, fileOrder: fileOrder, packs: packs, wording: wording, into: &content, &classes)
            if !isRead { return }
        }
        content.rows = RowCounts(classes.classes)
        self.content = content
        self.cells = nil
    }

    /// The records, handed over once.
    func takeContent() -> SheetContent? {
        defer { content = nil }
        return content
    }
}
