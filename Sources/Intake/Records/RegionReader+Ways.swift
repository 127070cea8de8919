import Books
import WorkbookReader

/// Rows whose figure goes one of two ways.
extension RegionReader {
    /// Puts the open row's figure where its way says: an amount on its side, a quantity from whichever column has it.
    mutating func takeWay(_ row: SheetView.Row, _ segment: Segment) {
        switch plan.ways {
        case .sides(_, let side): takeSide(cell(row, segment, side), side)
        case .inAndOut(let inward, _): takeInward(cell(row, segment, inward), inward)
        case nil: return
        }
    }

    func cell(_ row: SheetView.Row, _ segment: Segment, _ column: Int32) -> (tag: CellTag, payload: Int64)? {
        for cell in Int(row.start)..<Int(row.end) where Int32(segment.columns[cell]) == column {
            return (segment.tags[cell], segment.payloads[cell])
        }
        return nil
    }

    private mutating func takeSide(_ cell: (tag: CellTag, payload: Int64)?, _ column: Int32) {
        guard let debit = buffer.places[.debit], let credit = buffer.places[.credit], buffer.isFilled(debit),
            buffer.number(debit) != 0
        else { return }
        let text = cell.map { $0.tag.isOf(.text) ? reader.texts.text($0.payload) : "" } ?? ""
        switch TwoWays.isDebit(text) {
        case true?: return
        case false?: buffer.set(credit, number: buffer.number(debit))
        case nil: issues.append((debit, column, .noSide))
        }
        buffer.set(debit, number: Table.absent)
    }

    private mutating func takeInward(_ cell: (tag: CellTag, payload: Int64)?, _ column: Int32) {
        isInward = false
        guard let cell, let slot = buffer.places[.quantity] else { return }
        let outward = buffer.number(slot), before = issues.count
        buffer.set(slot, number: Table.absent)
        take(cell.tag, cell.payload, slot: slot, column: column)
        let inward = buffer.number(slot)
        if issues.count > before { return }
        if inward == Table.absent || inward == 0 {
            if outward != Table.absent { buffer.set(slot, number: outward) }
        } else if outward == Table.absent || outward == 0 {
            isInward = true
        } else {
            buffer.set(slot, number: Table.absent)
            issues.append((slot, column, .inAndOut))
        }
    }

    /// Gives the open row's quantity the sign that its kind of document has on that way: what comes in on a sales issue is
    /// taken off, and a transfer's line that comes in names where to.
    mutating func settleWay() {
        guard case .inAndOut = plan.ways, let slot = buffer.places[.quantity], buffer.isFilled(slot),
            let kind = DocumentKind(rawValue: text(.documentKind))
        else { return }
        let isNegated: Bool
        switch kind {
        case .transfer:
            isNegated = false
            if isInward, let from = buffer.places[.warehouse], let to = buffer.places[.toWarehouse],
                !buffer.isFilled(to)
            {
                buffer.set(to, symbol: buffer.symbol(from))
                buffer.set(from, symbol: 0)
            }
        // Red documents are turned by their kind.
        case .reversal, .salesReturn: isNegated = false
        case .adjustment: isNegated = !isInward
        default: isNegated = (kind.direction > 0) != isInward
        }
        if isNegated { buffer.set(slot, number: 0 &- buffer.number(slot)) }
    }
}
