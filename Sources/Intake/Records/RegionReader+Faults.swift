import Books

extension RegionReader {
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
}
