public import Books
public import Reconciler
public import WorkbookEditor
import WorkbookWriter

/// What goes back to the sender of one file: its findings, as colours and notes in its cells and as a list.
public struct Feedback: Sendable {
    /// The file's path from the month's folder.
    public let file: String
    /// What the file is called when it goes back.
    public let names: FeedbackNames
    /// The language of the sheet's headers.
    public let language: Language
    /// Its findings, in the order in which one reads its sheets.
    let items: [Item]
    let period: Period

    /// More cells than this are not coloured: nobody works through so many notes. All are listed.
    static let cellLimit = 2_000
    /// More findings than this are not listed; the variance workbook has them.
    static let rowLimit = 3_000

    /// A finding, its cells in this file, and those that were held against them or stand in others.
    struct Item: Sendable {
        let finding: Finding
        let language: Language
        let cells: [CellReference]
        let elsewhere: [CellReference]
    }

    /// The feedback of a month: for each file with a finding that somebody must look at, all of its findings.
    ///
    /// - Parameter language: For files whose headers were not recognised.
    public static func all(of month: Month, _ reconciliation: Reconciliation, language: Language) -> [Feedback] {
        let books = SheetLanguages(month)
        var found: [String: [Item]] = [:]
        for finding in reconciliation.findings where finding.findingClass != .tied {
            // What a finding was held against is named, and not coloured nor sent back: nothing in it is at fault.
            let yardsticks = finding.sources.filter(\.isYardstick).map(\.reference)
            let references = finding.sources.filter { !$0.isYardstick }.map(\.reference)
            for file in Set(references.map(\.file)) {
                let own = unique(references.filter { $0.file == file })
                let cells = own.filter { !$0.sheet.isEmpty }
                let spoken = cells.first.flatMap { books.language(of: $0) } ?? books.language(ofFile: file) ?? language
                found[file, default: []].append(
                    Item(
                        finding: finding, language: spoken, cells: cells,
                        elsewhere: unique(references.filter { $0.file != file } + yardsticks)))
            }
        }
        let names = FeedbackNames.all(of: month.files.map(\.path))
        return found.keys.sorted().compactMap { file in
            guard let items = found[file], items.contains(where: { $0.finding.findingClass != .tolerated }) else {
                return nil
            }
            return Feedback(
                file: file, names: names[file] ?? FeedbackNames(file),
                language: books.language(ofFile: file) ?? language,
                items: books.sorted(items), period: month.period)
        }
    }

    /// What each of a month's files would be called, whether anything was found in it or not; by its path.
    public static func names(of month: Month) -> [String: FeedbackNames] {
        FeedbackNames.all(of: month.files.map(\.path))
    }

    private static func unique(_ references: [CellReference]) -> [CellReference] {
        var seen: Set<CellReference> = []
        return references.filter { seen.insert($0).inserted }
    }

    // MARK: The sender's workbook

    /// How many findings there are.
    public var count: Int { items.count }

    /// The change to the sender's own workbook: each cell in the colour of its gravest class, with a note for each
    /// finding, and a list before all sheets.
    ///
    /// - Parameter sheetNames: What sheets are called in the workbook that is edited, where that is not their own name.
    public func edit(sheetNames: [String: String] = [:]) -> WorkbookEdit {
        var annotations: [WorkbookEdit.Annotation] = []
        var coloured: Set<CellReference> = []
        var left: Set<CellReference> = []
        for item in items.enumerated().sorted(by: {
            let (one, other) = ($0.element.finding.findingClass.gravity, $1.element.finding.findingClass.gravity)
            return one != other ? one < other : $0.offset < $1.offset
        }).map(\.element) {
            let note = FeedbackWords(language: item.language).note(item)
            for cell in item.cells {
                if !coloured.contains(cell) {
                    guard coloured.count < Feedback.cellLimit else {
                        left.insert(cell)
                        continue
                    }
                    coloured.insert(cell)
                }
                annotations.append(
                    WorkbookEdit.Annotation(
                        sheet: sheetNames[cell.sheet] ?? cell.sheet, row: cell.row, column: cell.column,
                        fill: item.finding.findingClass.colors?.fill.rgb ?? 0xFFFFFF, note: note,
                        noteWidth: 300, noteHeight: FeedbackWords.height(note, width: 300)))
            }
        }
        let limited = left.isEmpty ? nil : FeedbackWords.onlyListed(left.count)
        return WorkbookEdit(
            annotations: annotations,
            list: FeedbackList(feedback: self, why: limited, leads: true, sheetNames: sheetNames).sheet,
            author: "tieout",
            font: Look(language).base.font ?? "Calibri")
    }

    /// The list alone, for a workbook that is left as it is; `why` is said above it.
    public func listAlone(_ why: Phrase) -> ListSheet { FeedbackList(feedback: self, why: why, leads: false).sheet }
}

/// In which language each sheet's headers are written, and the order of the sheets.
private struct SheetLanguages {
    private struct Place: Hashable {
        let file: String
        let sheet: String
    }

    private var languages: [Place: Language] = [:]
    private var files: [String: Language] = [:]
    private var order: [Place: Int] = [:]

    init(_ month: Month) {
        for (number, sheet) in month.sheets.enumerated() {
            order[Place(file: month.files[Int(sheet.file)].path, sheet: sheet.name)] = number
        }
        for region in month.regions {
            let sheet = month.sheets[Int(region.sheet)]
            let file = month.files[Int(sheet.file)].path
            let isChinese = region.headers.contains { SheetLanguages.isChinese($0.text) }
            let place = Place(file: file, sheet: sheet.name)
            if isChinese || languages[place] == nil { languages[place] = isChinese ? .chinese : .english }
            if isChinese || files[file] == nil { files[file] = isChinese ? .chinese : .english }
        }
    }

    private static func isChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    func language(of cell: CellReference) -> Language? { languages[Place(file: cell.file, sheet: cell.sheet)] }
    func language(ofFile file: String) -> Language? { files[file] }

    /// What concerns a whole file comes first; then by sheet, row and column.
    func sorted(_ items: [Feedback.Item]) -> [Feedback.Item] {
        let ranked = items.map { item -> (rank: [Int], item: Feedback.Item) in
            guard let cell = item.cells.first else { return ([-1], item) }
            return ([order[Place(file: cell.file, sheet: cell.sheet)] ?? .max, cell.row, cell.column], item)
        }
        return ranked.sorted {
            if $0.rank != $1.rank { return $0.rank.lexicographicallyPrecedes($1.rank) }
            return ($0.item.finding.code, $0.item.finding.id) < ($1.item.finding.code, $1.item.finding.id)
        }.map(\.item)
    }
}

extension FindingClass {
    /// Which of several classes decides a cell's colour: the lowest.
    var gravity: Int {
        switch self {
        case .missing: 0
        case .difference: 1
        case .duplicate: 2
        case .incomplete: 3
        case .timing: 4
        case .tolerated: 5
        case .tied: 6
        }
    }
}
