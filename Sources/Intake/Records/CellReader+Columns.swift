import Books
import WorkbookReader

extension CellReader {
    /// Reads a text field of a batch; rows whose cell is no plain value become odd.
    mutating func readSymbols(_ batch: inout RowBatch, slot: Int, field: Field, kind: FieldKind, in segment: Segment) {
        let reading = TextReading(field, kind)
        var known = texts.lend(reading)
        makeUnknown(batch.cells[batch.places(slot)], reading, in: segment, &known)
        for (row, place) in batch.places(slot).enumerated() {
            let cell = Int(batch.cells[place])
            if cell < 0 {
                batch.values[place] = 0
                continue
            }
            let tag = segment.tags[cell], payload = segment.payloads[cell]
            if tag.isOf(.text), let text = Int(exactly: payload), known.indices.contains(text) {
                batch.values[place] = Int64(known[text])
                if known[text] >= WorkbookTexts.ditto { batch.isOdd[row] = true }
            } else {
                clear()
                batch.values[place] = Int64(symbol(field, kind, tag, payload))
                if issue != nil { batch.isOdd[row] = true }
            }
        }
        texts.takeBack(known, reading)
    }

    /// Finds out the symbols of the texts of some cells, all together.
    private func makeUnknown(
        _ cells: ArraySlice<Int32>, _ reading: TextReading, in segment: Segment, _ known: inout [UInt32]
    ) {
        var unknown: [Int] = []
        for cell in cells where cell >= 0 && segment.tags[Int(cell)].isOf(.text) {
            guard let text = Int(exactly: segment.payloads[Int(cell)]), known.indices.contains(text),
                known[text] == WorkbookTexts.unknown, text != unknown.last
            else { continue }
            unknown.append(text)
        }
        if !unknown.isEmpty { texts.make(unknown, reading, in: &known) }
    }

    /// Reads a number field of a batch; rows whose cell is no plain value become odd.
    mutating func readNumbers(
        _ batch: inout RowBatch, slot: Int, field: Field, kind: FieldKind, order: WrittenDay.Order?, exponent: Int,
        in segment: Segment
    ) {
        let scale = PlainScale(field, kind, exponent)
        // Days repeat from row to row, and so do many other values.
        var before = (tag: CellTag(.uncalculated), payload: Int64.min, number: Table.absent)
        for (row, place) in batch.places(slot).enumerated() {
            let cell = Int(batch.cells[place])
            if cell < 0 {
                batch.values[place] = Table.absent
                continue
            }
            let tag = segment.tags[cell], payload = segment.payloads[cell]
            if tag == before.tag, payload == before.payload {
                batch.values[place] = before.number
            } else if tag.isOf(.number), let units = scale?.units(payload, decimals: tag.decimals) {
                batch.values[place] = units
            } else {
                clear()
                let number = number(field, kind, tag, payload, order: order, exponent: exponent)
                batch.values[place] = number
                if issue != nil || !suffix.isEmpty { batch.isOdd[row] = true } else { before = (tag, payload, number) }
            }
        }
    }
}

/// The smallest units of a field whose numbers only have to be brought to them.
private struct PlainScale {
    private let decimals: Int
    private let exponent: Int
    private let limit: Int64
    private let powers = WrittenNumber.powers

    /// `nil` for a field that asks for more.
    init?(_ field: Field, _ kind: FieldKind, _ exponent: Int) {
        self.exponent = exponent
        switch kind {
        case .amount: (decimals, limit) = (Amount.decimals, Amount.limit.units)
        case .unitPrice: (decimals, limit) = (UnitPrice.decimals, UnitPrice.limit.units)
        case .quantity: (decimals, limit) = (Quantity.decimals, Quantity.limit.units)
        default: return nil
        }
    }

    /// A number in those units; `nil` where it has to be rounded or does not fit.
    func units(_ payload: Int64, decimals stated: Int) -> Int64? {
        let shift = decimals + exponent - stated
        guard powers.indices.contains(shift) else { return nil }
        let (units, overflow) = payload.multipliedReportingOverflow(by: powers[shift])
        return overflow || units.magnitude > UInt64(limit) ? nil : units
    }
}
