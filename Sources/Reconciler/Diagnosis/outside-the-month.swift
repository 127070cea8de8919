import Books

extension ReceiptDiagnosis {
    /// That the account is off because a receipt, or what is owed, is dated outside the month while the ledger books it in
    /// the month: most likely its date is wrong.
    func outsideTheMonth(_ finding: Finding) throws(Overflow) -> [Cause] {
        let ledger = try examination.ledger(), period = month.period
        let receipts = month[.receipts], receivables = month[.receivables]
        var causes: [Cause] = []
        for pair in ledger.pairs where pair.outcome == .agrees && !pair.isShared && causes.count < 3 {
            guard let row = pair.rows.first, let booked = ledger.table.day(.date, row), period.contains(booked) else {
                continue
            }
            let owed = pair.receivable.map { pairs[$0].rows.first } ?? nil
            let (table, own) = pair.isReceipt ? (receipts, pair.receipts.first) : (receivables, owed)
            guard let own, let stated = table.day(.date, own), !period.contains(stated) else { continue }
            // What was carried into the month was booked in its own.
            let number = month.text(pair.number), amount = (pair.booked ?? .zero).description
            let what = pair.isReceipt ? Phrase("回款", "receipt") : Phrase("应收", "receivable")
            causes.append(
                Cause(
                    .neighbouringMonth, explains: nil,
                    Phrase(
                        "\(what.chinese) \(number) \(amount) 写的日期 \(stated) 不在本月，账记在本月的 \(booked)：日期写错，还是账记错了月份？",
                        "The \(what.english) \(number) of \(amount) is dated \(stated), outside the month, and booked in it on \(booked): is the date wrong, or was it booked in the wrong month?"
                    ),
                    sources: [
                        Source(role: table.kind.rawValue, reference: month.cell(table.origins[own], .date)),
                        Source(
                            role: ledger.table.kind.rawValue, reference: month.cell(ledger.table.origins[row], .date)),
                    ]))
        }
        return causes
    }
}
