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

    /// Whether a sheet waits for the customers that others name.
    var mayNameParties: Bool { sheets.contains(where: \.mayNameParty) }

    /// Takes the customers that the file's sheets name, as far as they are read: those of the customer file, or of all others.
    func give(_ parties: inout KnownParties, ofFile: Bool) {
        for sheet in sheets {
            for region in sheet.regions where (region.region.book == .customers) == ofFile {
                if ofFile { parties.take(file: region, interner) } else { parties.take(written: region, interner) }
            }
        }
    }

    /// The customers known, and those that nobody knows and of whom each has a sheet like the others' to itself.
    private func parties(_ known: KnownParties) -> KnownParties {
        var known = known
        var named: [[String]: [String: Int]] = [:]
        for companies in sheets.flatMap(\.companies) {
            for name in companies.value { named[companies.key, default: [:]][name, default: 0] += 1 }
        }
        for counts in named.values where counts.count > 1 {
            for name in counts.filter({ $0.value == 1 }).map(\.key).sorted() { known.take(written: name) }
        }
        return known
    }

    /// Reads the sheets that had to wait for the others' days, warehouses and packs, and, once they are known, customers.
    func readRest(period: Period?, warehouses: [String], packs: ProductPacks, parties: KnownParties?) {
        var shown: Set<WrittenDay.Order> = []
        for survey in sheets.flatMap(\.surveys) {
            for (field, order) in survey.orders where !survey.mixed.contains(field) { shown.insert(order) }
        }
        let order = shown.count == 1 ? shown.first : nil
        let parties = parties.map(self.parties)
        for sheet in sheets where parties != nil || !sheet.mayNameParty {
            sheet.readNow(
                period: period, fileOrder: order, warehouses: warehouses, packs: packs, parties: parties)
        }
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

        init(_ sheet: Sheet, days: Int32?, texts: WorkbookTexts, uses1904: Bool, path: String) {
            (self.texts, self.uses1904, self.path) = (texts, uses1904, path)
            let whole = HeaderFinder(SheetView(sheet), texts: texts, days: days)
            let strips = Strips(whole)
            view = whole.view
            parts =
                strips.uncut.map { [SheetPart(whole, uncutAt: $0)] }
                ?? strips.finders.map { SheetPart($0, uses1904: uses1904, path: path) }
        }
    }

    /// Its days in parts, where it has to be looked at again once their year is known.
    private var withoutYear: DaysInParts?

    init(_ sheet: Sheet, texts: WorkbookTexts, uses1904: Bool, path: String) {
        name = sheet.name
        isHidden = sheet.visibility != .visible
        let days = DaysInParts(sheet, texts: texts, uses1904: uses1904, path: path), whole = days?.joined(year: nil)
        let cells = Cells(
            whole?.sheet ?? sheet, days: whole?.column, texts: texts, uses1904: uses1904, path: path)
        surveys = cells.parts.flatMap(\.surveys)
        self.cells = cells
        if let days, days.lackYear { withoutYear = days }
        if withoutYear == nil, !cells.parts.contains(where: \.waits) {
            readNow(period: nil, fileOrder: nil, warehouses: [], packs: nil, parties: nil)
        }
    }

    /// Whether it waits for the customers that other sheets name.
    var mayNameParty: Bool { cells?.parts.contains(where: \.mayNameParty) ?? false }

    /// The companies that its titles and its tab name, by the headers of tables without a customer.
    var companies: [[String]: Set<String>] {
        (cells?.parts ?? []).reduce(into: [:]) { all, part in all.merge(part.companies) { $0.union($1) } }
    }

    /// What is read already.
    var regions: [RegionRecords] { content?.regions ?? [] }

    /// The regions of a book that are read already.
    func read(_ book: BookKind) -> [RegionRecords] { regions.filter { $0.region.book == book } }

    /// Reads the records, unless that was done. Where packs are ordered and nothing on the sheet says how many pieces one
    /// holds, that is left until the product file, `packs`, is known.
    func readNow(
        period: Period?, fileOrder: WrittenDay.Order?, warehouses: [String], packs: ProductPacks?,
        parties: KnownParties?
    ) {
        guard var cells else { return }
        if let whole = period.flatMap({ withoutYear?.joined(year: $0.year) }) {
            cells = Cells(
                whole.sheet, days: whole.column, texts: cells.texts, uses1904: cells.uses1904, path: cells.path)
        }
        var content = SheetContent()
        var classes = SheetClasses(cells.view)
        let reader = CellReader(texts: cells.texts, uses1904: cells.uses1904, year: period?.year)
        let wording = ProblemWording(file: cells.path, sheet: name, texts: cells.texts)
        for place in cells.parts.indices {
            if let parties { cells.parts[place].nameParties(parties) }
            cells.parts[place].nameWarehouses(warehouses, parties)
            let isRead = cells.parts[place].read(
                reader, period: period, fileOrder: fileOrder, packs: packs, wording: wording, into: &content, &classes)
            if !isRead { return }
        }
        content.rows = RowCounts(classes.classes)
        self.content = content
        (self.cells, withoutYear) = (nil, nil)
    }

    /// The records, handed over once.
    func takeContent() -> SheetContent? {
        defer { content = nil }
        return content
    }
}
