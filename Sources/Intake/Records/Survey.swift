import Books
import WorkbookReader

/// What a first look at a region's days and warehouses tells, before its records are read.
struct Survey {
    /// For each day column, the order of day and month that its unambiguous writings show.
    private(set) var orders: [Field: WrittenDay.Order] = [:]
    /// Day columns whose writings show both orders.
    private(set) var mixed: Set<Field> = []
    /// Ambiguous writings of each day column, some of them.
    private(set) var ambiguous: [Field: Set<WrittenDay>] = [:]
    /// How many records are dated in each month, counted in months since the year 0.
    private(set) var months: [Int: Int] = [:]
    /// The warehouses that the region names.
    private(set) var warehouses: Set<String> = []
    /// Whether a day is written that only the month, or the file's other days, can settle.
    private(set) var dependsOnOthers = false

    /// The day by which a book's records belong to a month.
    static func datingField(_ kind: BookKind) -> Field? {
        switch kind {
        case .orders: .orderDate
        case .movements, .receipts, .ledger, .invoices: .date
        default: nil
        }
    }

    /// Looks through a region.
    init(_ plan: RegionPlan, view: SheetView, texts: WorkbookTexts, uses1904: Bool) {
        defer { closeMonth() }
        let days = plan.columns.filter { $0.key.kind == .day }
        let dating = Survey.datingField(plan.shape.kind)
        let warehouse = plan.columns[.warehouse]
        let said = plan.constants.map { ($0.key, $0.value) } + plan.groups.map { ($0.field, $0.constant) }
        for (field, constant) in said where field.kind == .day {
            switch constant.value {
            case .text(let text):
                let bytes = ArraySlice(text.utf8)
                take(WrittenDay.read(bytes), WrittenDay.order(of: bytes), field, isDating: field == dating)
            case .cell(let tag, let payload): take(tag, payload, field, field == dating, texts, uses1904)
            }
        }
        if days.isEmpty && warehouse == nil { return }
        let fields = Dictionary(days.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var plans: [Field?] = Array(repeating: nil, count: Int(max(days.values.max() ?? 0, warehouse ?? 0)) + 1)
        for (column, field) in fields { plans[Int(column)] = field }
        let warehouseColumn = warehouse.map(Int.init) ?? -1
        var warehouseBefore: Int64 = -1
        var warehousesSeen: Set<Int64> = []
        for rows in view.rows.runs(plan.body) {
            let segment = rows.segment
            for row in rows {
                for cell in Int(row.start)..<Int(row.end) {
                    let column = Int(segment.columns[cell])
                    if column >= plans.count { break }
                    if column == warehouseColumn, segment.tags[cell].isOf(.text) {
                        // One warehouse stands on most rows in turn.
                        if segment.payloads[cell] != warehouseBefore {
                            warehouseBefore = segment.payloads[cell]
                            guard warehousesSeen.insert(warehouseBefore).inserted else { continue }
                            take(warehouse: texts.symbol(warehouseBefore, as: .name), texts)
                        }
                    }
                    guard let field = plans[column] else { continue }
                    take(segment.tags[cell], segment.payloads[cell], field, field == dating, texts, uses1904)
                }
            }
        }
    }

    private mutating func take(warehouse symbol: UInt32, _ texts: WorkbookTexts) {
        if symbol != 0, symbol != WorkbookTexts.ditto { warehouses.insert(texts.interner.text(symbol)) }
    }

    private mutating func take(
        _ tag: CellTag, _ payload: Int64, _ field: Field, _ isDating: Bool, _ texts: WorkbookTexts, _ uses1904: Bool
    ) {
        switch tag.kind {
        case .text:
            let (day, order) = texts.day(payload)
            take(day, order, field, isDating: isDating)
        case .date, .number:
            guard isDating, tag.decimals <= 18 else { return }
            let whole = payload / WrittenNumber.powers[tag.decimals]
            let day =
                tag.kind == .date
                ? WrittenDay.day(serial: whole, uses1904: uses1904) : WrittenDay.day(number: whole, uses1904: uses1904)
            if let day { count(day) }
        default: break
        }
    }

    private mutating func take(_ written: WrittenDay, _ order: WrittenDay.Order?, _ field: Field, isDating: Bool) {
        if let order {
            if let before = orders[field], before != order { mixed.insert(field) }
            orders[field] = order
        }
        switch written {
        case .withoutYear: dependsOnOthers = true
        case .twoDigits:
            dependsOnOthers = true
            if isDating, let day = written.settled(order: nil, year: nil) { count(day) }
        case .ambiguous:
            dependsOnOthers = true
            if ambiguous[field, default: []].count < 1_000 { ambiguous[field, default: []].insert(written) }
        case .day(let day) where isDating: count(day)
        default: break
        }
    }

    private mutating func count(_ day: Day) {
        if !monthAtHand.contains(day.number) {
            closeMonth()
            let period = day.period
            monthAtHand = period.firstDay.number...period.lastDay.number
            monthNumber = period.year * 12 + period.month - 1
        }
        counted += 1
    }

    private mutating func closeMonth() {
        if counted > 0 { months[monthNumber, default: 0] += counted }
        counted = 0
    }

    // The days of the month last counted in: most records lie in the same one.
    private var monthAtHand: ClosedRange<Int32> = Int32.min...Int32.min
    private var monthNumber = 0
    private var counted = 0

    /// The order of a day column: its own unambiguous writings, else those of its file, else the one by which every day
    /// lies in the period; `nil` where nothing tells.
    func order(_ field: Field, file: WrittenDay.Order?, period: Period?) -> WrittenDay.Order? {
        if mixed.contains(field) { return nil }
        if let own = orders[field] { return own }
        if let file { return file }
        guard let period, let writings = ambiguous[field], !writings.isEmpty else { return nil }
        func lies(_ order: WrittenDay.Order) -> Int {
            writings.reduce(0) { $0 + (($1.settled(order: order, year: nil).map(period.contains) ?? false) ? 1 : 0) }
        }
        let (monthFirst, dayFirst) = (lies(.monthFirst), lies(.dayFirst))
        if monthFirst == writings.count, dayFirst < writings.count { return .monthFirst }
        return dayFirst == writings.count && monthFirst < writings.count ? .dayFirst : nil
    }
}
