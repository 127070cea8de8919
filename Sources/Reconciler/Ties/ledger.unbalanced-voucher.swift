import Books

extension Rule {
    static let ledgerUnbalancedVoucher = Rule(
        "ledger.unbalanced-voucher", .difference, owner: .finance,
        title: Phrase("凭证借贷不平", "Voucher does not balance"),
        meaning: Phrase(
            "每张凭证借方合计应等于贷方合计。凭证号按月重排时，同号不同月的分开算。",
            "A voucher's debits must equal its credits. Numbers that start anew each month are kept apart by month."),
        books: [.ledger], columns: [RequiredColumn(.ledger, .debit), RequiredColumn(.ledger, .credit)]
    ) { examination, findings throws(Overflow) in
        let month = examination.month, table = month[.ledger]
        let vouchers = Grouping(table.symbols(.voucherNumber), tableSize: month.texts.count)
        for place in 0..<vouchers.count {
            let rows = vouchers.rows(at: place)
            // A voucher whose halves are dated in two months still balances as one.
            if try LedgerBalance(table, rows).isBalanced { continue }
            var byMonth: [Period?: [Int]] = [:]
            for row in rows { byMonth[table.day(.date, row)?.period, default: []].append(row) }
            let parts = byMonth.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
            for part in parts {
                let balance = try LedgerBalance(table, part)
                if balance.isBalanced { continue }
                let difference = try balance.debit - balance.credit
                findings.add(
                    key: [findings.part(.voucherNumber, vouchers.symbols[place])], expected: .amount(balance.debit),
                    actual: .amount(balance.credit), difference: .amount(difference), amount: difference,
                    sources: part.prefix(12).map { row in
                        findings.source(table, row, (table.amount(.debit, row) ?? .zero).isZero ? .credit : .debit)
                    },
                    "借方 \(balance.debit)，贷方 \(balance.credit)，差 \(difference)。请财务更正凭证。",
                    "Debits \(balance.debit), credits \(balance.credit), off by \(difference). Ask finance to correct the voucher."
                )
            }
        }
    }
}

/// The debits and credits of some ledger rows.
private struct LedgerBalance {
    var debit = Amount.zero, credit = Amount.zero
    var isBalanced: Bool { debit == credit }

    init(_ table: Table, _ rows: some Sequence<Int>) throws(Overflow) {
        for row in rows {
            debit = try debit + (table.amount(.debit, row) ?? .zero)
            credit = try credit + (table.amount(.credit, row) ?? .zero)
        }
    }
}
