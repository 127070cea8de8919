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
    private(set) var surveys: [Survey]
    private var cells: Cells?
    private var content: SheetContent?

    /// What the records are read from; let go of when they are read.
    private struct Cells {
        let finder: HeaderFinder
        let texts: WorkbookTexts
        let uses1904: Bool
        let path: String
        var plan: SheetPlan
    }

    init(_ sheet: Sheet, texts: WorkbookTexts, uses1904: Bool, path: String) {
        name = sheet.name
        isHidden = sheet.visibility != .visible
        let finder = HeaderFinder(SheetView(sheet), texts: texts)
        let plan = SheetPlanner(finder, texts: texts, path: path).plan()
        surveys = plan.regions.map { Survey($0, view: finder.view, texts: texts, uses1904: uses1904) }
        cells = Cells(finder: finder, texts: texts, uses1904: uses1904, path: path, plan: plan)
        let waits = zip(plan.regions, surveys).contains {
            $0.wantsWarehouse || $1.dependsOnOthers || $0.wantsPackSizes
        }
        if !waits { readNow(period: nil, fileOrder: nil, warehouses: [], packs: nil) }
    }

    /// The regions of a book that are read already.
    func read(_ book: BookKind) -> [RegionRecords] { content?.regions.filter { $0.region.book == book } ?? [] }

    /// Reads the records, unless that was done. Where packs are ordered and nothing on the sheet says how many pieces one
    /// holds, that is left until the product file, `packs`, is known.
    func readNow(period: Period?, fileOrder: WrittenDay.Order?, warehouses: [String], packs: ProductPacks?) {
        guard var cells else { return }
        for place in cells.plan.regions.indices { nameWarehouse(&cells.plan.regions[place], warehouses) }
        var content = SheetContent()
        let view = cells.finder.view
        var classes = Array(repeating: RowClass.unseen, count: view.rows.count)
        let wording = ProblemWording(file: cells.path, sheet: name, texts: cells.texts)
        for (plan, survey) in zip(cells.plan.regions, surveys) {
            var orders: [Field: WrittenDay.Order] = [:]
            for field in Array(plan.columns.keys) + Array(plan.constants.keys) where field.kind == .day {
                orders[field] = survey.order(field, file: fileOrder, period: period)
            }
            var reader = RegionReader(
                plan: plan, finder: cells.finder, region: Int32(content.regions.count),
                reader: CellReader(texts: cells.texts, uses1904: cells.uses1904, year: period?.year), orders: orders,
                packs: packs, wording: wording)
            reader.read(into: &classes)
            if reader.lacksPackSize { return }
            content.regions.append(RegionRecords(takenFrom: &reader, plan, view))
            content.problems += reader.problems
        }
        for part in cells.plan.unrecognised {
            mark(part, cells.finder, &classes)
            let header = part.block.map { block in
                (text: block.columns.map(\.text).joined(separator: " | "), row: view.rows[block.first].number)
            }
            let problem = wording.unrecognised(part, header: header)
            if part.why == .noRows {
                content.unfilled.append((part.guesses, problem))
            } else {
                content.problems.append(problem)
            }
        }
        content.rows = RowCounts(classes)
        self.content = content
        self.cells = nil
    }

    /// The records, handed over once.
    func takeContent() -> SheetContent? {
        defer { content = nil }
        return content
    }

    /// Gives a warehouse to a region whose sheet names it in its tab or title only, in the words that other sheets use.
    private func nameWarehouse(_ plan: inout RegionPlan, _ warehouses: [String]) {
        guard plan.wantsWarehouse else { return }
        let hints = plan.warehouseHints.map(WrittenText.key)
        let name = warehouses.first { name in
            let key = WrittenText.key(name)
            return key.utf8.count >= 3 && hints.contains { $0.contains(key) }
        }
        if let name { plan.constants[.warehouse] = RegionPlan.Constant(place: nil, value: .text(name)) }
    }

    /// Rows that were not recognised: what looks like a record is set aside, the rest is structure.
    private func mark(_ part: Unrecognised, _ finder: HeaderFinder, _ classes: inout [RowClass]) {
        for place in part.rows {
            let marks = finder.marks[place]
            if marks.contains(.total) {
                classes[place].raise(to: .total)
            } else if !marks.isDisjoint(with: [.header, .blank, .firstIsLabel, .labelsInTurn])
                || finder.view.rows[place].count < 2
            {
                classes[place].raise(to: .structure)
            } else {
                classes[place].raise(to: .setAside)
            }
        }
    }
}

extension RegionPlan {
    /// Whether its records need a warehouse that no cell of the sheet says.
    fileprivate var wantsWarehouse: Bool {
        shape.expected.contains([.warehouse]) && columns[.warehouse] == nil && constants[.warehouse]?.place == nil
    }
}
