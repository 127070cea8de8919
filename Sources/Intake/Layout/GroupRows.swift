import Books
import WorkbookReader

/// A row that says something of the rows below it, until another one says otherwise: 仓库：二号仓.
struct GroupRow: Comparable {
    /// Its place in the sheet's view.
    let place: Int
    let field: Field
    let constant: RegionPlan.Constant

    /// From top to bottom.
    static func < (one: GroupRow, other: GroupRow) -> Bool {
        one.place != other.place ? one.place < other.place : one.field.ordinal < other.field.ordinal
    }

    static func == (one: GroupRow, other: GroupRow) -> Bool { one.place == other.place && one.field == other.field }
}

/// Rows of a table that may say something of those below them, before it is known which book it is: a label with its value,
/// or one text alone.
struct GroupRows {
    private let labelled: [(place: Int, pair: HeadPair)]
    private let lone: [Lone]
    /// Whether the rows of one text are customers, each above what it owes or bought.
    let nameCustomers: Bool
    private let texts: WorkbookTexts

    /// A row of one cell.
    struct Lone {
        let place: Int
        let row: Int32
        let cell: SheetView.Cell
        /// Whether a header stands right below it, so that it is a page's title.
        let isTitle: Bool
    }

    /// What rows of their own can say; all else is too much like a note.
    private static let fields: [Field] = [.warehouse, .customer, .date]

    /// Looks through the rows between a table's header and its foot.
    init(_ rows: Range<Int>, _ bounds: ClosedRange<Int32>, _ head: HeadReader) {
        let finder = head.finder, view = finder.view
        var labelled: [(place: Int, pair: HeadPair)] = []
        var lone: [Lone] = []
        let isWholeSheet = bounds == 0...Int32.max
        for place in view.rows.places(rows, where: { $0.count <= 4 || !isWholeSheet }) {
            let marks = finder.marks[place]
            if !marks.isDisjoint(with: [.header, .total, .amountInWords, .blank]) { continue }
            let isLabelled = !marks.isDisjoint(with: [.label, .labelsInTurn])
            if !isLabelled, view.rows[place].count > 1, isWholeSheet { continue }
            let cells = view.cells(place).filter { bounds.contains($0.column) }
            if isLabelled {
                labelled += GroupRows.pairs(place, cells, head).map { (place, $0) }
            } else if cells.count == 1, GroupRows.mayName(cells[0], finder.texts) {
                let isTitle = rows.contains(place + 1) && finder.marks[place + 1].contains(.header)
                lone.append(Lone(place: place, row: view.rows[place].number, cell: cells[0], isTitle: isTitle))
            }
        }
        self.labelled = labelled
        self.lone = lone
        texts = finder.texts
        nameCustomers = GroupRows.areCustomers(lone, rows, finder)
    }

    /// The labels and values of a row that holds nothing else, if one of them can be said of other rows.
    private static func pairs(_ place: Int, _ cells: [SheetView.Cell], _ head: HeadReader) -> [HeadPair] {
        if cells.isEmpty || cells.count > 4 { return [] }
        let pairs = head.read(place..<place + 1).pairs
        let used = Set(pairs.map(\.labelColumn) + pairs.map(\.column))
        return cells.allSatisfy { used.contains($0.column) } ? pairs.filter { head.means($0, fields.contains) } : []
    }

    /// Whether a cell that stands alone may be a name or a day.
    private static func mayName(_ cell: SheetView.Cell, _ texts: WorkbookTexts) -> Bool {
        switch cell.tag.kind {
        case .date: true
        case .text:
            texts.traits(cell.payload).isDisjoint(with: [.blank, .total, .label, .header, .amountInWords, .wordy])
        default: false
        }
    }

    /// Whether every row of one text stands right above a line, the first of them above all lines, and most of them are
    /// called what companies are.
    private static func areCustomers(_ lone: [Lone], _ rows: Range<Int>, _ finder: HeaderFinder) -> Bool {
        guard let first = lone.first, first.place == rows.lowerBound else { return false }
        let places = Set(lone.map(\.place))
        let isEachAboveALine = places.allSatisfy { place in
            rows.contains(place + 1) && !places.contains(place + 1)
                && finder.marks[place + 1].isDisjoint(with: [.header, .total, .blank, .labelsInTurn])
        }
        let texts = finder.texts
        let companies = lone.count {
            $0.cell.tag.kind == .text
                && TextProfile(texts.bytes($0.cell.payload), texts.interner.meanings).isCompany
        }
        return isEachAboveALine && companies * 2 > lone.count
    }

    /// The rows of one text that are called what companies are.
    var lonelyCompanies: [String] {
        lone.compactMap { row in
            guard row.cell.tag.kind == .text,
                TextProfile(texts.bytes(row.cell.payload), texts.interner.meanings).isCompany
            else { return nil }
            return texts.text(row.cell.payload)
        }
    }

    /// The rows of one text that name customers whom other sheets know.
    func rows(naming parties: KnownParties) -> [GroupRow] {
        lone.compactMap { row in
            guard row.cell.tag.kind == .text, let name = parties.party(named: texts.text(row.cell.payload)) else {
                return nil
            }
            return GroupRow(
                place: row.place, field: .customer,
                constant: RegionPlan.Constant(
                    place: Place(column: row.cell.column, row: row.row), value: .text(name)))
        }
    }

    /// Whether rows of one text are among them.
    var hasLone: Bool { !lone.isEmpty }

    /// The labels of its rows.
    var labels: [HeadPair] { labelled.map(\.pair) }

    /// What its rows say of a book's records, where no column does.
    func rows(_ shape: BookShape, besides columns: Set<Field>) -> [GroupRow] {
        let wanted = Set(GroupRows.fields).intersection((shape.essential + shape.expected).flatMap { $0 })
            .subtracting(columns)
        if wanted.isEmpty { return [] }
        var rows: [GroupRow] = labelled.compactMap { place, pair in
            let meanings = texts.interner.meanings.words.meanings(pair.label, in: shape.kind)
            guard let field = meanings.first(where: { $0.strength >= 80 && wanted.contains($0.field) })?.field else {
                return nil
            }
            return GroupRow(
                place: place, field: field,
                constant: RegionPlan.Constant(place: Place(column: pair.column, row: pair.row), value: pair.value))
        }
        for row in lone { if let said = said(row, wanted) { rows.append(said) } }
        return rows.sorted()
    }

    private func said(_ row: Lone, _ wanted: Set<Field>) -> GroupRow? {
        let place = Place(column: row.cell.column, row: row.row)
        func group(_ field: Field, _ value: HeadPair.Value) -> GroupRow {
            GroupRow(place: row.place, field: field, constant: RegionPlan.Constant(place: place, value: value))
        }
        let own = HeadPair.Value.cell(row.cell.tag, row.cell.payload)
        guard row.cell.tag.kind == .text else { return wanted.contains(.date) ? group(.date, own) : nil }
        let text = texts.text(row.cell.payload)
        if wanted.contains(.warehouse),
            let name = row.isTitle ? DerivedWords.warehouse(in: text) : DerivedWords.warehouse(calledBy: text)
        {
            return group(.warehouse, .text(name))
        }
        if wanted.contains(.date), TextProfile(texts.bytes(row.cell.payload), texts.interner.meanings).isDay {
            return group(.date, own)
        }
        return wanted.contains(.customer) && nameCustomers ? group(.customer, own) : nil
    }

    /// Rows of one text that are the names of warehouses, as other sheets write them, or such a name with a word for what is
    /// listed behind it: 大理仓库 and 大理出入库 of 大理.
    func rows(called warehouses: [String]) -> [GroupRow] {
        let names = Dictionary(warehouses.map { (WrittenText.key($0), $0) }, uniquingKeysWith: min)
        func name(_ key: String) -> String? {
            if let whole = names[key] { return whole }
            let said = Words.warehouseEndings.filter { key.hasSuffix($0) }.compactMap {
                names[String(key.dropLast($0.count))]
            }
            return Set(said).count == 1 ? said.first : nil
        }
        return lone.compactMap { row in
            guard row.cell.tag.kind == .text, let name = name(WrittenText.key(texts.text(row.cell.payload))) else {
                return nil
            }
            return GroupRow(
                place: row.place, field: .warehouse,
                constant: RegionPlan.Constant(
                    place: Place(column: row.cell.column, row: row.row), value: .text(name)))
        }
    }
}
