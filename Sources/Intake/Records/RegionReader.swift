import Books
import WorkbookReader

/// Reads the rows of one region: records into a buffer, totals, and problems with their cells.
struct RegionReader {
    let plan: RegionPlan
    let view: SheetView
    let finder: HeaderFinder
    let wording: ProblemWording
    let region: Int32
    var buffer: RowBuffer
    var totals: Totals
    var problems: [Problem] = []
    /// Rows whose unit is not what their column's header states, which are said once for the column.
    var conflicts: [UnitConflict] = []
    /// What several lines of an order come to, where one cell says it of them.
    private(set) var mergedAmounts: [MergedAmount] = []
    /// Whether packs were written whose size no line says: the product file may.
    var lacksPackSize = false
    let packs: ProductPacks?
    var reader: CellReader
    private(set) var slotOfColumn: [Int16]
    var issues: [(slot: Int, column: Int32, issue: CellReader.Issue)] = []
    var packed: [(slot: Int, written: PackedQuantity)] = []
    var wholePacks: [(slot: Int, column: Int32, unit: String, isStated: Bool)] = []
    /// Whether the product file gives another size of a pack than the open row.
    var isPackSizeDenied = false
    /// Figures of the open row with a unit behind their digits.
    private(set) var suffixed: [Int] = []
    var rowUnits: RowUnits?
    /// Whether the open row's quantity came in.
    var isInward = false
    var constants: [(slot: Int, symbol: UInt32, number: Int64)] = []
    let key: [[Int]]
    private let needed: [[Int]]
    let unitSlot: Int?
    let matrixSlots: [Int]
    let kinds: MovementKinds?
    let spans: VerticalSpans
    private let group: GroupedLines?
    let currency: ForeignCurrency?
    let returns: ReturnMarks?

    init(
        plan: RegionPlan, finder: HeaderFinder, region: Int32, reader: CellReader, orders: [Field: WrittenDay.Order],
        packs: ProductPacks?, wording: ProblemWording
    ) {
        self.plan = plan
        self.finder = finder
        view = finder.view
        self.region = region
        self.reader = reader
        self.wording = wording
        self.packs = packs
        let columns = plan.columns.sorted {
            $0.value != $1.value ? $0.value < $1.value : $0.key.ordinal < $1.key.ordinal
        }
        let constantFields = plan.constants.keys.sorted { $0.ordinal < $1.ordinal }
        var fields = columns.map(\.key) + constantFields + plan.groups.map(\.field)
        let hasUnit = plan.shape.columns.contains { $0.field == .unit }
        if hasUnit { fields.append(.unit) }
        if plan.shape.kind == .movements { fields.append(.documentKind) }
        switch plan.ways {
        case .sides: fields.append(.credit)
        case .inAndOut: fields.append(.toWarehouse)
        case nil: break
        }
        let buffer = RowBuffer(
            fields, orders: orders, exponents: plan.units.exponents, expecting: plan.body.count)
        slotOfColumn = Array(repeating: -1, count: Int(columns.last?.value ?? -1) + 1)
        for (field, column) in columns { slotOfColumn[Int(column)] = Int16(buffer.places[field] ?? -1) }
        func slots(_ groups: [[Field]]) -> [[Int]] {
            groups.map { $0.compactMap { buffer.places[$0] } }.filter { !$0.isEmpty }
        }
        key = slots(plan.shape.key)
        needed = slots(plan.shape.key + plan.shape.essential + plan.shape.expected)
        matrixSlots = plan.matrixFields.compactMap { buffer.places[$0] }
        unitSlot = hasUnit ? buffer.places[.unit] : nil
        kinds = plan.shape.kind == .movements ? MovementKinds(buffer, reader.texts.interner) : nil
        totals = Totals(
            // Sums of both ways are sums of nothing.
            columns.filter { plan.ways == nil && $0.key.isSummable }.compactMap { field, column in
                buffer.places[field].map { ($0, field, column) }
            })
        spans = VerticalSpans(
            view.sheet.merges, columns: columns.map { ($0.value, buffer.places[$0.key] ?? 0, $0.key) })
        group = GroupedLines(plan.shape.kind, buffer)
        currency = ForeignCurrency(plan, finder)
        returns = ReturnMarks(plan, finder)
        rowUnits = RowUnits(plan, buffer)
        self.buffer = buffer
    }

    /// Reads all rows, and notes in `classes` what became of each.
    mutating func read(into classes: inout [RowClass]) {
        readConstants()
        var batch = RowBatch(slots: buffer.slots.count, rows: plan.body.count)
        var place = plan.body.lowerBound
        var groups = plan.groups[...]
        while place < plan.body.upperBound {
            while let group = groups.first, group.place <= place {
                take(group.constant, of: group.field)
                groups = groups.dropFirst()
                classes[group.place].raise(to: .structure)
                if groups.first?.place != place { place += 1 }
            }
            if place >= plan.body.upperBound { break }
            let next = groups.first?.place ?? plan.body.upperBound
            let rows = view.rows.run(place..<min(next, place + batch.size))
            if mayBatch {
                read(rows, at: place, &batch, into: &classes)
            } else {
                for row in rows.indices { read(place + row, rows.segment, into: &classes) }
            }
            place += rows.count
        }
        buffer.close()
        if plan.shape.kind == .orders, let column = plan.columns[.amount] {
            mergedAmounts = MergedAmounts(view.sheet.merges, column: column, &buffer).found
        }
        for conflict in conflicts { problems.append(wording.unitConflict(conflict)) }
        if buffer.rows.isEmpty, problems.isEmpty, plan.isNamedOrder, let number = plan.constants[.orderNumber] {
            let text = found(number.value)
            if !text.isEmpty { problems.append(wording.withoutLines(text, at: number.place, header: headerRow)) }
        }
    }

    /// Reads one row by itself.
    mutating func read(_ place: Int, _ segment: Segment, into classes: inout [RowClass]) {
        let row = view.rows[place]
        if !finder.marks[place].isDisjoint(with: [.header, .blank]) {
            classes[place].raise(to: .structure)
            return
        }
        buffer.open(row: row.number)
        issues.removeAll(keepingCapacity: true)
        packed.removeAll(keepingCapacity: true)
        wholePacks.removeAll(keepingCapacity: true)
        suffixed.removeAll(keepingCapacity: true)
        isPackSizeDenied = false
        let filled = take(row, segment)
        if !plan.packs.isEmpty { addPacks(row, segment) }
        if !packed.isEmpty { countPacks() }
        if !wholePacks.isEmpty { countWholePacks() }
        if isPackSizeDenied { sayPackSizes() }
        if filled == 0 {
            buffer.drop()
            if row.count > 0, plan.block.bounds == 0...Int32.max { classes[place].raise(to: .structure) }
            return
        }
        let outcome = judge(place, filled: filled)
        classes[place].raise(to: outcome)
        if outcome != .record { buffer.drop(asLine: outcome == .setAside) }
    }

    private var headerRow: Int32 { view.rows[plan.block.last].number }

    /// What no record has told yet of that.
    var untoldIssues: [(slot: Int, place: Place, issue: CellReader.Issue, found: String)] = []
    /// What is wrong with what the head says, or the last row that says something of those below it.
    var constantIssues: [(slot: Int, place: Place, issue: CellReader.Issue, found: String)] = []

    /// Reads a row's cells into the open row; returns how many of its own cells hold something.
    private mutating func take(_ row: SheetView.Row, _ segment: Segment) -> Int {
        var filled = 0
        let (lower, upper) = (plan.block.bounds.lowerBound, plan.block.bounds.upperBound)
        for cell in Int(row.start)..<Int(row.end) {
            let column = Int(segment.columns[cell])
            if column < Int(lower) || column > Int(upper) { continue }
            filled += 1
            guard column < slotOfColumn.count, slotOfColumn[column] >= 0 else { continue }
            take(segment.tags[cell], segment.payloads[cell], slot: Int(slotOfColumn[column]), column: Int32(column))
        }
        takeWay(row, segment)
        if !spans.isEmpty {
            for slot in spans.continued(row: row.number) where !buffer.isFilled(slot) && buffer.rows.count > 1 {
                buffer.copyFromRowAbove(slot)
            }
        }
        holdToUnit()
        for constant in constants where !buffer.isFilled(constant.slot) {
            if buffer.slots[constant.slot].isText {
                buffer.set(constant.slot, symbol: constant.symbol)
            } else {
                buffer.set(constant.slot, number: constant.number)
            }
        }
        return filled
    }

    mutating func take(_ tag: CellTag, _ payload: Int64, slot: Int, column: Int32) {
        let target = buffer.slots[slot]
        reader.clear()
        if target.isText {
            buffer.set(slot, symbol: reader.symbol(target.field, target.kind, tag, payload))
        } else {
            buffer.set(
                slot,
                number: reader.number(
                    target.field, target.kind, tag, payload, order: target.order, exponent: target.exponent))
            if let unitSlot, !reader.suffix.isEmpty {
                suffixed.append(slot)
                let unit = WrittenText.name(reader.suffix)
                if target.field == .quantity, PackSize.isPack(unit) || PackSize.isDozen(unit) {
                    wholePacks.append((slot, column, unit, false))
                }
                if !buffer.isFilled(unitSlot) {
                    buffer.set(unitSlot, symbol: reader.texts.interner.name(reader.suffix))
                }
            }
        }
        guard let issue = reader.issue else { return }
        if issue == .ditto, buffer.copyByDitto(slot) { return }
        if issue == .notANumber, target.kind == .quantity, tag.kind == .text,
            let written = PackedQuantity(reader.texts.bytes(payload))
        {
            packed.append((slot, written))
            issues.append((slot, column, .packUnknown))
        } else {
            issues.append((slot, column, issue))
        }
    }

    func text(_ field: Field) -> String {
        buffer.places[field].map { reader.texts.interner.text(buffer.symbol($0)) } ?? ""
    }

    // MARK: Judging a row

    private mutating func judge(_ place: Int, filled: Int) -> RowClass {
        let marks = finder.marks[place]
        let row = view.rows[place]
        if !marks.isDisjoint(with: [.total, .amountInWords]), let total = totalCell(place) {
            if takeTotal(total, row) { return .total }
        }
        if let group, !isWhole, group.continues(buffer, after: row.number, own: filled) {
            group.fill(&buffer)
        }
        kinds?.settle(&buffer)
        settleWay()
        turnReturn(place)
        if takeCharge(place, filled: filled) { return .structure }
        if isLabelRow(place, filled: filled) || isOpeningBalance { return .structure }
        if !matrixSlots.isEmpty, !matrixSlots.contains(where: buffer.isFilled), issues.isEmpty { return .structure }
        let missing = missingGroup
        let spoilt = issues.first { issue in
            needed.contains { $0.contains(issue.slot) && !$0.contains(where: buffer.isFilled) }
        }
        if missing == nil, spoilt == nil {
            if filled == 1, plan.columns.count > 2 { return .structure }
            if let fault { return refuse(row, fault) }
            if let fault = leaveForeignMoney(row) { return refuse(row, fault, currency?.column) }
            return accept(row)
        }
        let reached = key.reduce(0) { $0 + ($1.contains(where: ownFilled) ? 1 : 0) }
        if spoilt == nil, !isLineWithoutProduct {
            if marks.contains(.labelsInTurn) || reached == 0 && !hasOwnNumber { return .structure }
            if !hasOwnText, totals.agrees(buffer) {
                totals.state(buffer, row: row.number, covers: .all, words: nil)
                return .total
            }
            if reached <= 1, filled <= 2 { return .structure }
            if reached == 0 { return .structure }
        }
        if isPageRow(place) { return .structure }
        totals.skip(row: row.number)
        setAside(row, missing: missing, spoilt: spoilt)
        return .setAside
    }

    /// Whether a row is of labels and values, such as the signatures below a table.
    private func isLabelRow(_ place: Int, filled: Int) -> Bool {
        if finder.marks[place].contains(.labelsInTurn), filled * 2 <= plan.columns.count { return true }
        guard finder.marks[place].contains(.firstIsLabel),
            let first = view.cells(place).first(where: { $0.tag.kind == .text })
        else { return false }
        let words = reader.texts.interner.meanings.words, text = reader.texts.text(first.payload)
        let label = HeadReader.parts(text, words).first?.label ?? text
        return words.isKnown(HeaderKeys(label)) || Words.exampleLabels.contains(WrittenText.key(label))
            || filled * 2 <= plan.columns.count
    }

    /// Whether the open row is what a ledger begins with: the balance of the months before, which no voucher books.
    private var isOpeningBalance: Bool {
        guard plan.shape.kind == .ledger, text(.voucherNumber).isEmpty else { return false }
        return Words.openingBalances.contains(WrittenText.key(text(.summary)))
    }

    private mutating func refuse(
        _ row: SheetView.Row, _ fault: (field: Field, issue: CellReader.Issue), _ shown: Int32? = nil
    ) -> RowClass {
        totals.skip(row: row.number)
        let column = shown ?? plan.columns[fault.field]
        problems.append(
            wording.setAside(
                fault.field, fault.issue, row: row.number, column: column, found: column.map { found(row, $0) } ?? ""))
        return .setAside
    }

    /// Whether every group that makes a record has a value.
    private var isWhole: Bool { missingGroup == nil }

    private var missingGroup: [Int]? {
        if let kinds, kinds.isVoided(buffer) {
            return key.first.flatMap { $0.contains(where: buffer.isFilled) ? nil : $0 }
        }
        return key.first { !$0.contains(where: buffer.isFilled) }
    }

    func ownFilled(_ slot: Int) -> Bool {
        buffer.isFilled(slot) && !constants.contains { $0.slot == slot }
    }

    private var hasOwnNumber: Bool {
        buffer.slots.indices.contains { buffer.slots[$0].field.isSummable && ownFilled($0) }
    }

    /// Whether the open row says how many of something and at what price, and not of what.
    private var isLineWithoutProduct: Bool {
        [Field.quantity, .unitPrice].allSatisfy { buffer.places[$0].map(ownFilled) ?? false } && hasOwnFigureBesides
    }

    /// Whether the open row is more than a sum without a word: it has a text of its own, or does not say what its figures
    /// come to.
    private var hasOwnFigureBesides: Bool { hasOwnText || !totals.agrees(buffer) }

    private var hasOwnText: Bool { buffer.slots.indices.contains { buffer.slots[$0].isText && ownFilled($0) } }

    private mutating func accept(_ row: SheetView.Row) -> RowClass {
        kinds?.sign(&buffer)
        totals.add(buffer, row: row.number)
        let origin = Origin(region: region, row: row.number)
        for issue in issues {
            if issue.issue == .uncalculated, mayReckon(issue.slot) {
                problems.append(wording.uncalculatedAmount(row: row.number, column: issue.column))
                continue
            }
            problems.append(
                wording.value(
                    buffer.slots[issue.slot].field, issue.issue, row: row.number, column: issue.column, origin: origin,
                    found: found(row, issue.column)))
        }
        // A head is said once, and so is what is wrong with it.
        for issue in untoldIssues {
            let line = issue.place.row ?? row.number
            problems.append(
                wording.value(
                    buffer.slots[issue.slot].field, issue.issue, row: line, column: issue.place.column,
                    origin: origin, found: issue.found))
        }
        untoldIssues.removeAll()
        return .record
    }

    private mutating func setAside(
        _ row: SheetView.Row, missing: [Int]?, spoilt: (slot: Int, column: Int32, issue: CellReader.Issue)?
    ) {
        if let spoilt {
            if joins(spoilt, row) { return }
            problems.append(
                wording.setAside(
                    buffer.slots[spoilt.slot].field, spoilt.issue, row: row.number, column: spoilt.column,
                    found: found(row, spoilt.column)))
            return
        }
        let field = missing?.first.map { buffer.slots[$0].field } ?? .productCode
        if let place = plan.constants[field]?.place,
            let issue = constantIssues.first(where: { buffer.slots[$0.slot].field == field })
        {
            problems.append(
                wording.setAside(
                    field, issue.issue, row: row.number, column: place.column, at: place.row, found: issue.found))
            return
        }
        let foreign = foreignCell(of: field, row)
        problems.append(
            wording.setAside(
                field, foreign == nil ? nil : .foreignCurrency, row: row.number, column: foreign ?? plan.columns[field],
                found: foreign.map { found(row, $0) } ?? ""))
    }
}

/// What became of a row.
enum RowClass: UInt8, Comparable {
    case unseen, structure, total, setAside, record

    static func < (left: RowClass, right: RowClass) -> Bool { left.rawValue < right.rawValue }

    /// Where two tables share a row, what it is to the one that takes more of it.
    mutating func raise(to other: RowClass) { self = max(self, other) }
}
