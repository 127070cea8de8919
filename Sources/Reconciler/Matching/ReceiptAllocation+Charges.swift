import Books

/// What was kept back of money on its way pays as well as the money, where a book states it and it fits.
extension ReceiptAllocation {
    /// What was kept back of a receipt, by its row.
    func charge(_ row: Int) -> StatedCharge? { charges[row] }

    /// What the ledger says was kept back, where a receipt is one row of its number.
    func bookedCharges(_ month: Month) throws(Overflow) -> BookedCharges {
        guard month.has(.ledger) else { return BookedCharges() }
        var amounts = BySymbol<Amount?>(month, nil), several = BySymbol<Bool>(month, false)
        for receipt in receipts {
            let number = table.symbol(.receiptNumber, receipt.row)
            if number.isNone { continue }
            if amounts[number] != nil { several[number] = true }
            amounts[number] = receipt.amount
        }
        return try BookedCharges(month, settings, match) { several[$0] ? nil : amounts[$0] }
    }

    /// What a receipt itself says was kept back, in its own column or in its remark.
    private func ownCharge(_ row: Int, _ month: Month) -> StatedCharge? {
        if let amount = table.amount(.charge, row), amount > .zero {
            return StatedCharge(amount: amount, place: .column, row: row)
        }
        let remark = table.symbol(.remark, row)
        guard !remark.isNone, let amount = ChargeWords.amount(in: month.text(remark)) else { return nil }
        return StatedCharge(amount: amount, place: .remark, row: row)
    }

    /// What books say was kept back of a receipt: the ledger, which may say so of any; else the receipt.
    private func statedCharge(_ place: Int, _ month: Month) -> StatedCharge? {
        let row = receipts[place].row
        guard receipts[place].amount > .zero else { return nil }
        return booked[table.symbol(.receiptNumber, row)] ?? ownCharge(row, month)
    }

    /// Takes what was kept back into account where the receipt pays what it cites exactly with it; what the ledger has
    /// booked so also where it pays only a part of that.
    mutating func takeCharge(
        _ place: Int, _ found: [Int], _ month: Month
    ) throws(Overflow) {
        guard !found.isEmpty, receipts[place].othersCited.isEmpty, receipts[place].unknownCitations.isEmpty else {
            return
        }
        var room = Amount.zero, due = Amount.zero
        for pair in found {
            room = try room + capacity[pair] - paid[pair]
            due = try due + match.pairs[pair].due - paid[pair]
        }
        let amount = receipts[place].unapplied
        // Money that is just what is owed had nothing kept back; of what is called received only the ledger knows better.
        guard amount < max(room, due), let charge = statedCharge(place, month),
            amount != room || charge.place == .ledger
        else { return }
        let whole = try amount + charge.amount
        guard whole == room || whole == due || charge.place == .ledger && whole < room else { return }
        try take(charge, place)
    }

    /// Finds the only set of documents that a receipt without a citation pays with what was kept back of it.
    mutating func applyCharged(
        _ place: Int, _ candidates: [Int], _ sizes: [Int64], _ month: Month
    ) throws(Overflow) -> Bool {
        guard let charge = statedCharge(place, month) else { return false }
        let whole = try receipts[place].unapplied + charge.amount
        guard case .unique(let set) = search(sizes, sums: whole.units...whole.units, customer: receipts[place].customer)
        else { return false }
        try take(charge, place)
        try take(place, set, candidates, sizes)
        return true
    }

    private mutating func take(_ charge: StatedCharge, _ place: Int) throws(Overflow) {
        charges[receipts[place].row] = charge
        receipts[place].unapplied = try receipts[place].unapplied + charge.amount
    }
}
