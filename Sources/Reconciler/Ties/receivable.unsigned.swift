import Books

extension Rule {
    static let receivableUnsigned = Rule(
        "receivable.unsigned", .incomplete, owner: .sales,
        title: Phrase("赊销没有签收", "Credit slip not signed"),
        meaning: Phrase(
            "月结、压单、滚单、代销的客户必须签「有货已收款未付」和客户签名。应收表没有签收栏的只说一次。",
            "On credit terms the customer signs that the goods came and are not paid. Sheets without the column are said once."
        ),
        books: [.receivables], columns: [RequiredColumn(.receivables, .signed)]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receivables]
        for item in try examination.openItems() {
            let isCredit =
                ["monthly", "rolling", "consignment"].contains(item.settlement)
                || item.settlement.hasPrefix("hold")
            guard isCredit, item.amount > .zero else { continue }
            let pair = try examination.receivables().pairs[item.pair]
            if pair.rows.contains(where: { !table.symbol(.signed, $0).isNone }) { continue }
            findings.add(
                key: [findings.part(.documentNumber, pair.number)], party: item.customer, amount: item.amount,
                sources: [findings.source(table, item.row, .signed)],
                "\(Settlement.words(item.settlement).chinese)客户，送货单没有签收说明。请补「货已收款未付」和签名。",
                "On \(Settlement.words(item.settlement).english) terms, and the slip is not signed. Have it signed.")
        }
    }
}
