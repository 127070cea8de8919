import Books
import WorkbookReader

/// A sheet, or a strip of its columns, that was planned: what its records are read from.
struct SheetPart {
    private let finder: HeaderFinder
    private var plan: SheetPlan
    /// What a first look tells of each region.
    private(set) var surveys: [Survey]
    private let uses1904: Bool
    private let path: String

    /// Plans what a finder has found.
    init(_ finder: HeaderFinder, uses1904: Bool, path: String, places: Places = Places()) {
        let plan = SheetPlanner(finder, texts: finder.texts, path: path, places: places).plan()
        surveys = plan.regions.map { Survey($0, view: finder.view, texts: finder.texts, uses1904: uses1904) }
        self.finder = finder
        self.plan = plan
        (self.uses1904, self.path) = (uses1904, path)
    }

    /// Plans to take nothing from forms of which nothing tells where they begin.
    init(_ finder: HeaderFinder, uncutAt label: HeadPair) {
        let text = HeadReader(finder: finder).text(label.value)
        plan = SheetPlan(unrecognised: [
            Unrecognised(
                place: Place(column: label.column, row: label.row), text: text, rows: finder.view.rows.indices,
                guesses: [], why: .uncutForms)
        ])
        surveys = []
        self.finder = finder
        (uses1904, path) = (false, "")
    }

    /// Whether its records cannot be read without knowing of the other files.
    var waits: Bool {
        !plan.names.isEmpty || plan.mayNameParty
            || zip(plan.regions, surveys).contains {
                $0.wantsWarehouse || $0.mayNameWarehouses || $1.dependsOnOthers || $0.wantsPackSizes
            }
    }

    /// Whether it waits for the customers that other sheets name.
    var mayNameParty: Bool { plan.mayNameParty }

    /// The companies that the titles and tabs of tables without a customer name, by the headers of these tables.
    var companies: [[String]: Set<String>] { plan.companies }

    /// Plans again with the customers that other sheets name.
    mutating func nameParties(_ parties: KnownParties) {
        guard plan.mayNameParty else { return }
        self = SheetPart(finder, uses1904: uses1904, path: path, places: Places([], parties))
    }

    /// Gives warehouses to regions whose sheet names them in its tab or title only, in the words that other sheets use.
    mutating func nameWarehouses(_ warehouses: [String], _ parties: KnownParties?) {
        let places = Places(warehouses, parties)
        if plan.names.count(where: { places.known[$0] != nil }) > 1 {
            self = SheetPart(finder, uses1904: uses1904, path: path, places: places)
        }
        let names = warehouses.map { (name: $0, key: WrittenText.key($0)) }.filter { $0.key.utf8.count >= 3 }
        for place in plan.regions.indices { plan.regions[place].takeRows(called: warehouses) }
        for place in plan.regions.indices where plan.regions[place].wantsWarehouse {
            for hint in plan.regions[place].warehouseHints.map(WrittenText.key) {
                // 东一号仓 is not 一号仓; who names two warehouses speaks of neither.
                let said = names.filter { hint.contains($0.key) }
                let whole = Set(said.map(\.key)).filter { key in
                    !said.contains { $0.key != key && $0.key.contains(key) }
                }
                if said.isEmpty || whole.count > 1 { continue }
                guard let name = said.first(where: { whole.contains($0.key) })?.name else { continue }
                plan.regions[place].constants[.warehouse] = RegionPlan.Constant(place: nil, value: .text(name))
                break
            }
        }
    }

    /// The order of day and month in each day column of a region.
    private func orders(_ region: Int, period: Period?, fileOrder: WrittenDay.Order?) -> [Field: WrittenDay.Order] {
        var orders: [Field: WrittenDay.Order] = [:]
        let plan = plan.regions[region]
        let fields = Array(plan.columns.keys) + Array(plan.constants.keys) + plan.groups.map(\.field)
        for field in fields where field.kind == .day {
            orders[field] = surveys[region].order(field, file: fileOrder, period: period)
        }
        return orders
    }

    /// Reads the records, and notes what became of each row of the whole sheet; `false` where they have to wait for the
    /// product file.
    func read(
        _ reader: CellReader, period: Period?, fileOrder: WrittenDay.Order?, packs: ProductPacks?,
        wording: ProblemWording, into content: inout SheetContent, _ classes: inout SheetClasses
    ) -> Bool {
        var own = Array(repeating: RowClass.unseen, count: finder.view.rows.count)
        for (place, region) in plan.regions.enumerated() {
            var reader = RegionReader(
                plan: region, finder: finder, region: Int32(content.regions.count), reader: reader,
                orders: orders(place, period: period, fileOrder: fileOrder), packs: packs, wording: wording)
            reader.read(into: &own)
            if reader.lacksPackSize { return false }
            content.regions.append(RegionRecords(takenFrom: &reader, region, finder.view))
            content.problems += reader.problems
        }
        for part in plan.unrecognised {
            mark(part, &own)
            let problem = wording.unrecognised(part)
            if part.why == .noRows {
                content.unfilled.append((part.guesses, problem))
            } else {
                content.problems.append(problem)
            }
        }
        classes.raise(own, of: finder.view)
        return true
    }

    /// Rows that were not recognised: what looks like a record is set aside, the rest is structure.
    private func mark(_ part: Unrecognised, _ classes: inout [RowClass]) {
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

/// What became of each row of a whole sheet, of which its strips tell in turn.
struct SheetClasses {
    private let rows: SheetRows
    private(set) var classes: [RowClass]

    init(_ view: SheetView) {
        rows = view.rows
        classes = Array(repeating: .unseen, count: rows.count)
    }

    /// Takes what became of the rows of one view of the sheet.
    mutating func raise(_ others: [RowClass], of view: SheetView) {
        if others.count == classes.count {
            for place in classes.indices { classes[place].raise(to: others[place]) }
            return
        }
        var place = 0
        for (row, other) in zip(view.rows, others) {
            while place < rows.count, rows[place].number < row.number { place += 1 }
            if place < rows.count { classes[place].raise(to: other) }
        }
    }
}
