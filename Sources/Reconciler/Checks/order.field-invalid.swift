import Books

extension Rule {
    static let orderFieldInvalid = Rule(
        "order.field-invalid", .incomplete, owner: .sales,
        title: Phrase("订单内容有误", "Order value invalid"),
        meaning: Phrase(
            "看不懂的值（不存在的日期、不是数字的单价等）、没有的渠道、不大于零的数量、负的单价、早于下单日的交货日期、认不出的大写金额。看不懂的值不参与核对，渠道按客户档案，其余照常。",
            "Values that cannot be understood (a day that does not exist, a price that is no number), a channel that nobody knows, a quantity not above nought, a negative price, a delivery before the order, an amount in words that cannot be read. What cannot be understood takes no part, the channel is then the customer file's; the rest does."
        ),
        books: [.orders]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        for order in examination.orders.orders {
            saySpoiltNumber(examination, order, &findings)
            sayUnknownChannel(examination, order, &findings)
            for row in order.rows {
                for value in examination.unread.values(row) where value.field != .orderNumber {
                    let words = words(of: value)
                    findings.add(
                        key: examination.lineKey(row), party: order.customer,
                        expected: value.wanted == nil ? nil : .words(value.expected),
                        actual: .text(value.found), sources: [findings.source(table, row, value.field)],
                        words.chinese, words.english)
                }
                if let quantity = table.quantity(.quantity, row), quantity <= .zero {
                    findings.add(
                        key: examination.lineKey(row), party: order.customer, actual: .quantity(quantity),
                        sources: [findings.source(table, row, .quantity)], "数量是 \(quantity)，应大于零。退货请用退货单。",
                        "The quantity is \(quantity); it must be above nought. Use a return document for returns.")
                }
                if let price = table.price(.unitPrice, row), price < .zero {
                    findings.add(
                        key: examination.lineKey(row), party: order.customer, actual: .price(price),
                        sources: [findings.source(table, row, .unitPrice)], "单价是负数 \(price)。",
                        "The unit price is negative: \(price).")
                }
            }
            if let ordered = order.date, let due = order.deliveryDate, due < ordered {
                findings.add(
                    key: [findings.part(.orderNumber, order.number)], party: order.customer, expected: .day(ordered),
                    actual: .day(due),
                    sources: [
                        findings.source(table, order.rows[0], .deliveryDate),
                        findings.source(table, order.rows[0], .orderDate),
                    ],
                    "交货日期 \(due) 早于订单日期 \(ordered)。", "The delivery date \(due) is before the order date \(ordered).")
            }
        }
        for statement in try examination.wordedAmounts() where AmountInWords.read(statement.words) == nil {
            let amount = try examination.rightAmount(statement)
            let right = AmountInWords.compose(amount, like: statement.words)
            findings.add(
                key: [statement.key(examination.month)], party: statement.customer, expected: .text(right),
                actual: .text(statement.words), sources: statement.sources,
                "大写金额看不懂，写的是「\(statement.words)」；按数字 \(amount) 应写「\(right)」。请业务员更正。",
                "The amount in words cannot be read: “\(statement.words)”. For \(amount) it would be “\(right)”. Ask sales to correct it."
            )
        }
    }

    /// What is wrong with a value that could not be understood, and what helps.
    private static func words(of value: UnreadValues.Value) -> Phrase {
        let name = value.field.words, wanted = value.wanted
        let found = value.found.isEmpty ? nil : value.found
        let chinese = [
            wanted.map { "应\($0.chinese.hasPrefix("如") ? "" : "为")\($0.chinese)" }, found.map { "写的是「\($0)」" },
            value.advice.chinese.isEmpty ? nil : value.advice.chinese,
        ].compactMap { $0 }.joined(separator: "，")
        let english = [
            wanted.map { "should be \($0.english)" }, found.map { "\(wanted == nil ? "" : "but ")says “\($0)”" },
        ].compactMap { $0 }.joined(separator: ", ")
        let helps = value.advice.english
        return Phrase(
            "「\(name.chinese)」\(chinese)。请业务员更正。",
            "“\(name.english)” \(english)\(helps.isEmpty || english.isEmpty ? helps : ": " + helps). Ask sales to correct it."
        )
    }

    /// An order number that Excel has made something else, once however many lines carry it.
    private static func saySpoiltNumber(
        _ examination: Examination, _ order: OrderBook.Order, _ findings: inout Findings
    ) {
        let rows = order.rows.filter { examination.unread.contains($0, .orderNumber) }
        guard let first = rows.first,
            let value = examination.unread.values(first).first(where: { $0.field == .orderNumber })
        else { return }
        let words = words(of: value)
        var seen: Set<Source> = []
        findings.add(
            key: [findings.part(.orderNumber, order.number)], party: order.customer,
            actual: .text(value.found),
            sources: findings.sources(examination.orders.table, rows, .orderNumber).filter { seen.insert($0).inserted },
            words.chinese, words.english)
    }

    /// A channel that neither the settings nor the company's own files know: nobody can say what the order must carry.
    private static func sayUnknownChannel(
        _ examination: Examination, _ order: OrderBook.Order, _ findings: inout Findings
    ) {
        if order.unknownChannel.isNone { return }
        let table = examination.orders.table, written = examination.month.text(order.unknownChannel)
        let row = order.rows.first { table.symbol(.channel, $0) == order.unknownChannel } ?? order.rows[0]
        let words = examination.settings.channels.map(\.words)
        let known = Phrase(
            words.map(\.chinese).joined(separator: "、"), words.map(\.english).joined(separator: ", "))
        findings.add(
            key: [findings.part(.orderNumber, order.number)], party: order.customer, expected: .words(known),
            actual: .text(written), sources: [findings.source(table, row, .channel)],
            "没有「\(written)」这个渠道，已有的是：\(known.chinese)。请业务员更正；公司确有这个渠道的，加到设置的「渠道」表。",
            "There is no channel “\(written)”; those known are \(known.english). Ask sales to correct it; if the company has it, add it to the settings' sheet “Channels”."
        )
    }
}
