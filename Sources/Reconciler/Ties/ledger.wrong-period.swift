import Books

extension Rule {
    static let ledgerWrongPeriod = Rule(
        "ledger.wrong-period", .timing, owner: .finance, tie: .receivableLedger,
        title: Phrase("记在别的月份", "Booked in another period"),
        meaning: Phrase(
            "单据在本期，凭证日期不在本期，金额相符。", "The document is of the period, the voucher is not, and the amounts agree."),
        books: [.ledger], columns: [RequiredColumn(.ledger, .date)]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.ledger]
        for pair in try examination.ledger().pairs where pair.outcome == .wrongPeriod {
            let outside = pair.rows.compactMap { table.day(.date, $0) }
                .filter { !examination.month.period.contains($0) }.min()
            guard let day = outside else { continue }
            try findings.addLedger(
                examination, pair, expected: .text(examination.month.period.description), actual: .day(day),
                "单据属于 \(examination.month.period)，凭证日期是 \(day)。请财务核对入账期间。",
                "The document belongs to \(examination.month.period), the voucher is dated \(day). Check the period it was booked in."
            )
        }
    }
}
