import Books
import WorkbookReader

/// Quantities written in packs, brought to pieces where that is what their rows are in.
extension RegionReader {
    /// Turns packs and pieces (3件+5瓶) into pieces where the line or the product file says how many a pack holds.
    mutating func countPacks() {
        for (slot, written) in packed {
            guard let size = packSize(written.packUnit, of: written.pieceUnit), size > 0,
                let units = written.quantity(packSize: size)
            else { continue }
            if let unitSlot {
                let column = reader.texts.interner.text(buffer.symbol(unitSlot))
                // A price for a pack would not be one for a piece.
                if !column.isEmpty, column != written.pieceUnit { continue }
                if column.isEmpty, !written.pieceUnit.isEmpty {
                    buffer.set(unitSlot, symbol: reader.texts.interner.name(ArraySlice(written.pieceUnit.utf8)))
                }
            }
            buffer.set(slot, number: units)
            issues.removeAll { $0.slot == slot }
        }
        packed.removeAll(keepingCapacity: true)
    }

    /// Turns whole packs (12箱) on a line whose unit is another (瓶) into that unit, where the line or the product file
    /// says how many a pack holds; else it cannot be told how much was ordered.
    mutating func countWholePacks() {
        for (slot, column, unit, isStated) in wholePacks {
            let own = unitSlot.map { reader.texts.interner.text(buffer.symbol($0)) } ?? ""
            if own.isEmpty, !isStated { continue }
            // None is none in whatever unit.
            if own == unit || PackSize.isPack(own) && PackSize.isPack(unit) || buffer.number(slot) == 0 { continue }
            // A header's word for a piece is one for most goods: 瓶 above 盒.
            let size = packSize(unit, of: isStated ? "" : own)
            let (product, overflow) = buffer.number(slot).multipliedReportingOverflow(by: size ?? 0)
            if overflow || product == 0 || product.magnitude > UInt64(Quantity.limit.units) {
                buffer.set(slot, number: Table.absent)
                issues.append((slot, column, .packUnknown))
            } else {
                buffer.set(slot, number: product)
            }
        }
    }

    /// How many pieces a pack of the open row's product holds, where the row says so, else where the product file does, else
    /// where the row's specification does.
    private mutating func packSize(_ packUnit: String, of pieceUnit: String) -> Int64? {
        let isUsual = !PackSize.isDozen(packUnit)
        if isUsual, let stated = buffer.places[.packSize].map({ buffer.number($0) }), stated != Table.absent {
            isPackSizeDenied = isPackSizeDenied || denies(stated, packUnit)
            return isPackSizeDenied ? nil : stated
        }
        guard let packs else {
            lacksPackSize = true
            return nil
        }
        // A specification may be of the piece itself: 50g*10 of a box of which a case holds twelve.
        return packs.size(
            code: text(.productCode), name: text(.productName), packUnit: packUnit, pieceUnit: pieceUnit)
            ?? (isUsual ? PackSize.inSpec(text(.spec)) : nil)
    }

    /// Whether the product file says another size of a pack than a row of stock does. What an order or a document says is
    /// its own, as its price may be.
    private func denies(_ stated: Int64, _ packUnit: String) -> Bool {
        guard plan.statesPackSizes, let packs else { return false }
        let filed = packs.size(
            code: text(.productCode), name: text(.productName), packUnit: packUnit, pieceUnit: "")
        return filed.map { $0 != stated } ?? false
    }

    /// Says of packs that could not be counted that two sizes are given, rather than none.
    mutating func sayPackSizes() {
        for place in issues.indices where issues[place].issue == .packUnknown { issues[place].issue = .packSizesDiffer }
    }

    /// Why the open row of stock in packs is no record: its pack is not the product file's.
    var packFault: (field: Field, issue: CellReader.Issue)? {
        guard plan.statesPackSizes, let slot = buffer.places[.packSize], buffer.isFilled(slot) else { return nil }
        let unit = text(.unit)
        return PackSize.isPack(unit) && denies(buffer.number(slot), unit) ? (.packSize, .packSizesDiffer) : nil
    }

    /// Marks the rows of a batch odd that are in packs whose size they say themselves.
    func markStatedPacks(_ batch: inout RowBatch) {
        guard plan.statesPackSizes, let unitSlot = buffer.places[.unit] else { return }
        var isPack: [Int64: Bool] = [:]
        for (row, place) in batch.places(unitSlot).enumerated() where batch.values[place] != 0 {
            let unit = batch.values[place]
            let known = isPack[unit] ?? PackSize.isPack(reader.texts.interner.text(UInt32(truncatingIfNeeded: unit)))
            isPack[unit] = known
            if known { batch.isOdd[row] = true }
        }
    }

    /// Adds the packs of columns beside those of pieces. Pieces that are fewer than a pack holds stand beside whole packs;
    /// as many as the packs hold are the same once more; anything else says two things.
    mutating func addPacks(_ row: SheetView.Row, _ segment: Segment) {
        for (field, packs) in plan.packs.sorted(by: { $0.value.column < $1.value.column }) {
            guard let slot = buffer.places[field], let cell = cell(row, segment, packs.column) else { continue }
            let pieces = buffer.number(slot)
            reader.clear()
            let count = reader.number(field, .quantity, cell.tag, cell.payload, order: nil)
            if let issue = reader.issue ?? (count == Table.absent || count == 0 ? nil : refusal(count, packs, slot)) {
                buffer.set(slot, number: Table.absent)
                issues.append((slot, packs.column, issue))
            } else if count == 0, pieces == Table.absent {
                buffer.set(slot, number: 0)
            }
        }
    }

    /// Gives the slot its packs and pieces in pieces; why not, where that cannot be told.
    private mutating func refusal(_ count: Int64, _ packs: RegionPlan.Packs, _ slot: Int) -> CellReader.Issue? {
        let own = text(.unit)
        // 件 beside 箱 may be the piece.
        let isPiece = own == "件" && packs.unit == "箱"
        if !isPiece && PackSize.isPack(own) || PackSize.isDozen(own) { return .unitConflict }
        guard let size = packSize(packs.unit, of: ""), size > 0 else { return .packUnknown }
        let written = buffer.number(slot)
        let pieces = written == Table.absent ? 0 : written
        let (whole, overflow) = count.multipliedReportingOverflow(by: size)
        let (sum, further) = whole.addingReportingOverflow(pieces)
        let (pack, beyond) = size.multipliedReportingOverflow(by: 1_000_000)
        if overflow || further || beyond || sum.magnitude > UInt64(Quantity.limit.units) { return .tooLarge }
        if pieces == whole { return nil }
        guard pieces.magnitude < pack.magnitude, count % 1_000_000 == 0 || pieces == 0 else { return .packsDiffer }
        buffer.set(slot, number: sum)
        return nil
    }
}
