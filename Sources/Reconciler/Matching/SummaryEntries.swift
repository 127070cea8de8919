import Books

/// Entries of the ledger whose own column names one document, whose summary names several, and which are exactly those
/// together: nothing else is booked of the others, so the entry is for all of them.
struct SummaryEntries {
    private(set) var entries: [CollectiveEntries.Naming] = []

    init(
        _ pairs: [LedgerMatch.Pair], _ names: LedgerNames, _ table: Table, _ due: CollectiveEntries.Due
    ) throws(Overflow) {
        guard table.has(.summary) else { return }
        let differing = pairs.filter { $0.outcome == .differs && $0.rows.count == 1 && !$0.isShared }
        if differing.isEmpty { return }
        let missing = Set(pairs.lazy.filter { $0.outcome == .missing }.map(\.number))
        var taken: Set<Symbol> = []
        for pair in differing {
            let row = pair.rows[0]
            guard let entry = try names.several(names.inSummary(table.symbol(.summary, row)).numbers, table, row),
                entry.isOfReceipts == pair.isReceipt, entry.numbers.contains(pair.number),
                entry.numbers.allSatisfy({ $0 == pair.number || missing.contains($0) && !taken.contains($0) }),
                try entry.isExactly(table, due)
            else { continue }
            taken.formUnion(entry.numbers)
            entries.append(entry)
        }
    }

    /// Which entries were tied so, said once.
    static func said(_ examination: Examination) -> [NotChecked] {
        guard let ledger = try? examination.ledger() else { return [] }
        let month = examination.month, table = ledger.table
        return ledger.bySummary.prefix(AssumedPayments.mostNamed).map { entry in
            let voucher = month.text(table.symbol(.voucherNumber, entry.row))
            let written = month.text(table.symbol(.documentNumber, entry.row))
            let all = entry.numbers.map { month.text($0) }
            return NotChecked(
                code: "ledger.amount-difference",
                why: Phrase(
                    "凭证 \(voucher) 的单据号只写了 \(written)，摘要写了 \(all.joined(separator: "、"))，金额正好是它们的合计：按摘要对上",
                    "voucher \(voucher) has \(written) in its own column and \(all.joined(separator: ", ")) in its summary, and is exactly these together: it was held against all of them"
                ))
        }
    }
}
