import Books

extension Rule {
    static let orderHeaderMismatch = Rule(
        "order.header-mismatch", .difference, owner: .sales,
        title: Phrase("表头公司不对", "Wrong company at the head"),
        meaning: Phrase(
            "设置里写了表头公司时才查：订单表头（抬头、供方，或单子最上面的公司名）要是其中之一，公司后缀可以省。商超订单的表头必须有；其他渠道没写不报。",
            "Checked only when the settings name the company: the head of the order (letterhead, supplier, or the company in the form's title) must be one of them; the kind of company may be left out. Supermarket orders must carry it; for other channels none is needed."
        ),
        books: [.orders], columns: [RequiredColumn(.orders, .headerCompany)],
        parameters: [
            Parameter(
                name: "headerCompanies", meaning: Phrase("表头可以是哪些公司", "the companies that may stand at the head"),
                standard: "—")
        ]
    ) { examination, findings throws(Overflow) in
        let own = examination.settings.headerCompanies
        if own.isEmpty { return }
        let cores = Set(own.map(core))
        let month = examination.month, table = examination.orders.table
        for order in examination.orders.orders {
            let row = order.rows.first { !table.symbol(.headerCompany, $0).isNone }
            let stated = row.map { month.text(table.symbol(.headerCompany, $0)) }
            if let stated, cores.contains(core(stated)) { continue }
            if stated == nil, month.text(order.channel) != "supermarket" { continue }
            let wanted = own.joined(separator: "、"), english = own.joined(separator: ", ")
            findings.add(
                key: [findings.part(.orderNumber, order.number)], party: order.customer, expected: .text(wanted),
                actual: stated.map(Figure.text),
                sources: [findings.source(table, row ?? order.rows[0], .headerCompany)],
                stated.map { "表头写的是「\($0)」，应为「\(wanted)」。请业务员换成正确的表头重发。" }
                    ?? "商超订单没有表头公司，应为「\(wanted)」。请业务员补上表头。",
                stated.map {
                    "The head says “\($0)”; it should be “\(english)”. Ask sales to send it again with the right one."
                }
                    ?? "The supermarket order has no company at its head; it should be “\(english)”. Ask sales to add it."
            )
        }
    }

    /// A company's name without the kind of company and without blanks, which writers of titles spread it with.
    private static func core(_ name: String) -> String {
        let folded = name.lowercased()
        for ending in Parties.endings where folded.hasSuffix(ending) {
            return folded.dropLast(ending.count).filter { !$0.isWhitespace }
        }
        return folded.filter { !$0.isWhitespace }
    }
}
