import Books
import WorkbookReader

extension RegionReader {
    /// Whether an order line says without its amount what it comes to: how many there are, and at what price.
    func mayReckon(_ slot: Int) -> Bool {
        plan.shape.kind == .orders && buffer.slots[slot].field == .amount
            && [Field.quantity, .unitPrice].allSatisfy { buffer.places[$0].map(buffer.isFilled) ?? false }
    }

    /// Whether a row says nothing but which page it is.
    func isPageRow(_ place: Int) -> Bool {
        view.cells(place).allSatisfy { $0.tag.kind == .text && Words.isPage(reader.texts.text($0.payload)) }
    }

    /// Why a row that can be read is still no record of its book.
    var fault: (field: Field, issue: CellReader.Issue)? {
        switch plan.shape.kind {
        case .prices: priceFault
        case .receipts: number(.amount) == 0 ? (.amount, .nothingPaid) : nil
        case .stock, .opening, .counts: packFault
        default: nil
        }
    }

    /// Marks the rows of a batch odd that have a fault; prices are never read in batches.
    func markFaulty(_ batch: inout RowBatch) {
        markStatedPacks(&batch)
        guard plan.shape.kind == .receipts, let amount = buffer.places[.amount] else { return }
        for (row, place) in batch.places(amount).enumerated() where batch.values[place] == 0 {
            batch.isOdd[row] = true
        }
    }

    private func number(_ field: Field) -> Int64? {
        buffer.places[field].map { buffer.number($0) }.flatMap { $0 == Table.absent ? nil : $0 }
    }

    /// Why a line of a price list is no price: nothing or less is asked, or it ends before it begins.
    private var priceFault: (field: Field, issue: CellReader.Issue)? {
        if let price = number(.unitPrice), price <= 0 { return (.unitPrice, .notAPrice) }
        if let from = number(.validFrom), let to = number(.validTo), to < from { return (.validTo, .reversedDays) }
        return nil
    }

    /// What stands in a head's place, as people see it.
    func found(_ value: HeadPair.Value) -> String {
        switch value {
        case .text(let text): text
        case .cell(let tag, let payload): wording.text(tag, payload)
        }
    }

    /// What stands in a row's cell, as people see it.
    func found(_ row: SheetView.Row, _ column: Int32) -> String {
        let cell = cell(row, view.sheet.segments[Int(row.segment)], column)
        return cell.map { wording.text($0.tag, $0.payload) } ?? ""
    }
}
