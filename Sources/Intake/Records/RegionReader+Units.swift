import Books
import WorkbookReader

/// Figures whose headers say in what they are counted, held to the unit that the row itself states.
struct RowUnits {
    /// A column whose header states a unit of goods.
    struct Stated {
        let slot: Int
        let column: Int32
        let unit: String
        let isQuantity: Bool
        /// Whether it is in packs on rows that are in another unit.
        let isPacked: Bool
    }

    let columns: [Stated]
    /// Whether rows that state no unit are in packs, of which somebody has to know the size.
    let areInPacks: Bool
    private let isPacked: Bool
    /// Whether a unit of a row goes with all that the headers state, by the unit's symbol.
    private var agrees: [UInt32: Bool] = [:]
    /// Whether the size of a product's packs is known.
    fileprivate var isKnown: [Goods: Bool] = [:]

    /// What a row says of its product.
    fileprivate struct Goods: Hashable {
        let code: UInt32, name: UInt32, spec: UInt32
        let packSize: Int64
    }

    /// `nil` where no header states a unit of goods.
    init?(_ plan: RegionPlan, _ buffer: RowBuffer) {
        if plan.units.goods.isEmpty || buffer.places[.unit] == nil { return nil }
        columns = plan.units.goods.compactMap { field, unit in
            guard let column = plan.columns[field], let slot = buffer.places[field] else { return nil }
            return Stated(
                slot: slot, column: column, unit: unit, isQuantity: field.kind == .quantity,
                isPacked: plan.units.packed.contains(field))
        }.sorted { $0.column < $1.column }
        areInPacks = plan.units.areRowsInPacks
        isPacked = !plan.units.packed.isEmpty
    }

    /// Whether a row in a unit needs no second look.
    fileprivate mutating func isPlain(unit symbol: UInt32, _ interner: Interner) -> Bool {
        if isPacked { return false }
        if symbol == 0 { return true }
        if let known = agrees[symbol] { return known }
        let unit = interner.text(symbol)
        let known = columns.allSatisfy { ColumnUnits.agree($0.unit, unit) }
        agrees[symbol] = known
        return known
    }
}

/// Rows that were set aside because their own unit is not what a column's header states.
struct UnitConflict {
    let field: Field
    /// The first of them.
    let row: Int32, column: Int32
    /// The unit of the header and that of the first row; empty where a cell's own words contradict.
    let header: String, own: String
    let found: String
    var rows = 1
}

extension RegionPlan {
    /// Whether its rows may be in packs of which only the product file says the size.
    var wantsPackSizes: Bool {
        !units.packed.isEmpty || !packs.isEmpty || units.areRowsInPacks || statesPackSizes
    }

    /// Whether it is of stock and says itself how many pieces a pack holds, which the product file may contradict.
    var statesPackSizes: Bool {
        columns[.packSize] != nil && [.stock, .opening, .counts].contains(shape.kind)
    }
}

extension RegionReader {
    /// Marks the rows of a batch odd whose unit is not what the headers state, or in packs of which nobody knows the size.
    mutating func markOtherUnits(_ batch: inout RowBatch) {
        guard rowUnits != nil, let unitSlot = buffer.places[.unit] else { return }
        for (row, place) in batch.places(unitSlot).enumerated() where !batch.isOdd[row] {
            let unit = UInt32(truncatingIfNeeded: batch.values[place])
            let isPlain = rowUnits?.isPlain(unit: unit, reader.texts.interner) ?? true
            batch.isOdd[row] =
                !isPlain
                || !isSizeKnown(
                    RowUnits.Goods(buffer) { batch.values[batch.places($0).lowerBound + row] })
        }
    }

    /// Holds the open row's figures to its own unit, before it is given the one that the headers state.
    mutating func holdToUnit() {
        guard let rowUnits, let unitSlot = buffer.places[.unit] else { return }
        if plan.units.areOfPrices {
            holdPrices(to: unitSlot, rowUnits)
            return
        }
        let own = reader.texts.interner.text(buffer.symbol(unitSlot))
        for stated in rowUnits.columns where buffer.isFilled(stated.slot) && !suffixed.contains(stated.slot) {
            // None is none in whatever unit.
            if buffer.number(stated.slot) == 0 { continue }
            if !own.isEmpty, stated.isPacked, plan.units.ofRows != nil, !PackSize.isPack(own), !PackSize.isDozen(own) {
                // Where headers state both, each is in its own, and the row's is that of the pieces.
                wholePacks.append((stated.slot, stated.column, stated.unit, true))
            } else if !own.isEmpty {
                if !ColumnUnits.agree(stated.unit, own) { refuse(stated, .unitConflict) }
            } else if stated.isPacked {
                wholePacks.append((stated.slot, stated.column, stated.unit, true))
            } else if stated.isQuantity, rowUnits.areInPacks, !isSizeKnown(RowUnits.Goods(buffer)) {
                refuse(stated, .packUnknown)
            }
        }
    }

    /// Gives the open row of a price list the unit that the price's header states, in which its other prices have to be too.
    private mutating func holdPrices(to unitSlot: Int, _ rowUnits: RowUnits) {
        guard let unit = plan.units.ofRows else { return }
        let own = reader.texts.interner.text(buffer.symbol(unitSlot))
        if own.isEmpty || !ColumnUnits.agree(unit, own) {
            buffer.set(unitSlot, symbol: reader.texts.interner.name(ArraySlice(unit.utf8)))
        }
        for stated in rowUnits.columns where buffer.isFilled(stated.slot) {
            if !ColumnUnits.agree(stated.unit, unit) {
                refuse(stated, .unitConflict)
            } else if rowUnits.areInPacks, !isSizeKnown(RowUnits.Goods(buffer)) {
                refuse(stated, .packUnknown)
            }
        }
    }

    private mutating func refuse(_ stated: RowUnits.Stated, _ issue: CellReader.Issue) {
        buffer.set(stated.slot, number: Table.absent)
        issues.append((stated.slot, stated.column, issue))
    }

    /// Notes a row whose unit contradicts the header's; the first of its column is said, and stands for the others.
    mutating func joins(
        _ issue: (slot: Int, column: Int32, issue: CellReader.Issue), _ row: SheetView.Row
    ) -> Bool {
        guard issue.issue == .unitConflict else { return false }
        if let place = conflicts.firstIndex(where: { $0.column == issue.column }) {
            conflicts[place].rows += 1
            return true
        }
        conflicts.append(
            UnitConflict(
                field: buffer.slots[issue.slot].field, row: row.number, column: issue.column,
                header: plan.units.goods[buffer.slots[issue.slot].field] ?? "", own: text(.unit),
                found: found(row, issue.column)))
        return true
    }

    /// Whether somebody says how many pieces a pack of a row's product holds, or whether nobody counts it otherwise; asked
    /// once of each product.
    private mutating func isSizeKnown(_ goods: RowUnits.Goods) -> Bool {
        guard let rowUnits, rowUnits.areInPacks, let unit = plan.units.ofRows else { return true }
        if goods.packSize > 0, goods.packSize != Table.absent { return true }
        guard let packs else {
            lacksPackSize = true
            return true
        }
        if let known = rowUnits.isKnown[goods] { return known }
        let interner = reader.texts.interner
        let isInSpec = PackSize.isPack(unit) && PackSize.inSpec(interner.text(goods.spec)) != nil
        let known =
            isInSpec || packs.canCount(code: interner.text(goods.code), name: interner.text(goods.name), in: unit)
        self.rowUnits?.isKnown[goods] = known
        return known
    }
}

extension RowUnits.Goods {
    /// What a row of a batch says, by slot.
    fileprivate init(_ buffer: RowBuffer, _ value: (Int) -> Int64) {
        func symbol(_ field: Field) -> UInt32 {
            buffer.places[field].map { UInt32(truncatingIfNeeded: value($0)) } ?? 0
        }
        self.init(
            code: symbol(.productCode), name: symbol(.productName), spec: symbol(.spec),
            packSize: buffer.places[.packSize].map(value) ?? Table.absent)
    }

    /// What the open row says.
    fileprivate init(_ buffer: RowBuffer) {
        self.init(buffer) { buffer.slots[$0].isText ? Int64(buffer.symbol($0)) : buffer.number($0) }
    }
}
