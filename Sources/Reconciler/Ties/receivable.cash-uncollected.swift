import Books

extension Rule {
    static let receivableCashUncollected = Rule(
        "receivable.cash-uncollected", .difference, owner: .sales,
        title: Phrase("现款未收", "Cash not collected"),
        meaning: Phrase("现款客户的货款到期末没有收齐。现款结算必须收回现金。", "A cash sale that was not paid in full by the period's end."),
        books: [.receivables]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receivables]
        for item in try examination.openItems() where item.settlement == "cash" && item.open > .zero {
            if let date = item.date, date > examination.month.period.lastDay { continue }
            let number = try examination.receivables().pairs[item.pair].number
            let paid = try item.amount - item.open
            findings.add(
                key: [findings.part(.documentNumber, number)], party: item.customer, expected: .amount(item.amount),
                actual: .amount(paid), difference: .amount(item.open.negated), amount: item.open.negated,
                sources: [findings.source(table, item.row, .amount), findings.source(table, item.row, .received)],
                "现款 \(item.amount)，已收 \(paid)，还差 \(item.open)。请业务员追收。",
                "\(item.amount) on cash terms, \(paid) received, \(item.open) still to collect.")
        }
    }
}
