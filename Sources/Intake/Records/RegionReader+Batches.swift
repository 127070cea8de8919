import Books
import WorkbookReader

/// Plain rows, read a field at a time; what a row may be otherwise, `judge` says.
extension RegionReader {
    /// Whether rows may be read so: merged cells, prices, money in two currencies and figures that go two ways are looked at
    /// row by row.
    var mayBatch: Bool {
        spans.isEmpty && plan.shape.kind != .prices && currency == nil && plan.ways == nil && plan.packs.isEmpty
    }

    /// Reads rows of one segment, the first of which is at a place.
    mutating func read(
        _ rows: SheetRows.Run, at first: Int, _ batch: inout RowBatch, into classes: inout [RowClass]
    ) {
        batch.find(rows, slots: slotOfColumn, bounds: plan.block.bounds, least: plan.columns.count > 2 ? 2 : 1)
        readFields(&batch, rows.segment)
        judge(&batch, first..<first + batch.count)
        var row = 0
        while row < batch.count {
            if batch.isOdd[row] || !untoldIssues.isEmpty {
                read(first + row, rows.segment, into: &classes)
                row += 1
                continue
            }
            let plain = row..<(batch.isOdd[row..<batch.count].firstIndex(of: true) ?? batch.count)
            buffer.append(batch, plain, rows[plain])
            totals.add(batch, plain, firstRow: rows[plain.lowerBound].number)
            for row in plain { classes[first + row].raise(to: .record) }
            row = plain.upperBound
        }
    }

    private mutating func readFields(_ batch: inout RowBatch, _ segment: Segment) {
        for (place, slot) in buffer.slots.enumerated() {
            if slot.isText {
                reader.readSymbols(&batch, slot: place, field: slot.field, kind: slot.kind, in: segment)
            } else {
                reader.readNumbers(
                    &batch, slot: place, field: slot.field, kind: slot.kind, order: slot.order,
                    exponent: slot.exponent, in: segment)
            }
        }
        for constant in constants {
            let slot = buffer.slots[constant.slot]
            batch.fill(
                constant.slot, blank: slot.blank, with: slot.isText ? Int64(constant.symbol) : constant.number)
        }
    }

    /// Marks the rows odd that may be no records, or of which more is to be said.
    private mutating func judge(_ batch: inout RowBatch, _ places: Range<Int>) {
        let telling: HeaderFinder.RowMarks = [
            .header, .blank, .total, .amountInWords, .firstIsLabel, .labelsInTurn,
        ]
        for (row, place) in places.enumerated() where !finder.marks[place].isDisjoint(with: telling) {
            batch.isOdd[row] = true
        }
        if let returns {
            for (row, place) in places.enumerated() where returns.kind(place) != nil { batch.isOdd[row] = true }
        }
        for group in key { batch.require(group, of: buffer.slots) }
        if !matrixSlots.isEmpty { batch.require(matrixSlots, of: buffer.slots) }
        // What a form has without a quantity may be freight or a deposit.
        if plan.layout == .form, plan.shape.kind == .orders, let quantity = buffer.places[.quantity] {
            batch.require([quantity], of: buffer.slots)
        }
        kinds?.markOdd(&batch)
        markOtherUnits(&batch)
        markFaulty(&batch)
    }
}
