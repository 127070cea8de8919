import Books

/// Rows of order sheets that could not be understood, by the order they most likely belong to.
///
/// A form's row belongs to the form. In a table it belongs to an order only where the lines above and below are of the
/// same one, or the table holds no other.
struct LinesSetAside {
    private(set) var cells: [Symbol: [CellReference]] = [:]

    init(_ month: Month) {
        let table = month[.orders]
        let aside = month.problems.filter { if case .rowSetAside = $0.kind { true } else { false } }
        if aside.isEmpty { return }
        let regions = LinesSetAside.regions(month)
        var rows: [Int32: [Problem]] = [:]
        for problem in aside {
            let places = regions[SheetName(file: problem.file, sheet: problem.sheet ?? "")] ?? []
            guard let row = problem.row, let region = LinesSetAside.region(month, among: places, row) else { continue }
            rows[region, default: []].append(problem)
        }
        if rows.isEmpty { return }
        var records: [Int32: [(row: Int32, number: Symbol)]] = [:]
        for row in table.rows where rows[table.origins[row].region] != nil {
            records[table.origins[row].region, default: []].append(
                (table.origins[row].row, table.symbol(.orderNumber, row)))
        }
        for (region, problems) in rows.sorted(by: { $0.key < $1.key }) {
            let own = (records[region] ?? []).sorted { $0.row < $1.row }
            let isForm = month.regions[Int(region)].layout == .form
            let all = Set(own.map(\.number))
            for problem in problems {
                let row = Int32(clamping: problem.row ?? 0)
                let above = own.last { $0.row < row }?.number, below = own.first { $0.row > row }?.number
                let number = all.count == 1 || isForm ? own.first?.number : above == below ? above : nil
                guard let number, !number.isNone else { continue }
                cells[number, default: []].append(
                    CellReference(
                        file: problem.file, sheet: problem.sheet ?? "", row: Int(row),
                        column: problem.cell.flatMap(CellReference.column(inCell:)) ?? 0))
            }
        }
    }

    /// The region of orders that a row lies in: of those on its sheet the last whose header stands above it.
    private static func region(_ month: Month, among places: [Int32], _ row: Int) -> Int32? {
        var found: Int32?
        for place in places where Int(month.regions[Int(place)].headerRow) < row {
            if let best = found, month.regions[Int(best)].headerRow >= month.regions[Int(place)].headerRow { continue }
            found = place
        }
        return found
    }

    private struct SheetName: Hashable {
        let file: String, sheet: String
    }

    /// The regions that hold orders, by their sheet.
    private static func regions(_ month: Month) -> [SheetName: [Int32]] {
        var regions: [SheetName: [Int32]] = [:]
        for (place, region) in month.regions.enumerated() where region.book == .orders {
            let sheet = month.sheets[Int(region.sheet)]
            let name = SheetName(file: month.files[Int(sheet.file)].path, sheet: sheet.name)
            regions[name, default: []].append(Int32(place))
        }
        return regions
    }

    /// What keeps an order with such a row waiting.
    func hold(_ number: Symbol) -> OrderHold? {
        guard let cells = cells[number], !cells.isEmpty else { return nil }
        let named = cells.prefix(4).map(\.cell).joined(separator: ", ") + (cells.count > 4 ? " …" : "")
        return OrderHold(
            code: "line-set-aside", state: .awaitingInformation,
            reason: Phrase("有 \(cells.count) 行没有看懂，未计入", "\(cells.count) of its rows could not be understood"),
            release: Phrase("业务员更正 \(named) 后重发", "Sales corrects \(named) and sends it again"))
    }
}
