import Books

extension Rule {
    static let orderFieldInvalid = Rule(
        "order.field-invalid", .incomplete, owner: .sales,
        title: Phrase("订单内容有误", "Order value invalid"),
        meaning: Phrase(
            "看不懂的值（不存在的日期、不是数字的单价等）、不大于零的数量、负的单价、早于下单日的交货日期、认不出的大写金额。看不懂的值不参与核对，其余照常。",
            "Values that cannot be understood (a day that does not exist, a price that is no number), a quantity not above nought, a negative price, a delivery before the order, an amount in words that cannot be read. What cannot be understood takes no part; the rest does."
        ),
        books: [.orders]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        let unread = unreadByRow(examination)
        for order in examination.orders.orders {
            for row in order.rows {
                for problem in unread[row] ?? [] {
                    findings.add(
                        key: examination.lineKey(row), party: order.customer,
                        expected: .words(problem.expected), actual: .text(problem.found),
                        sources: [findings.source(table, row, problem.field)],
                        "「\(problem.field.words.chinese)」应为\(problem.expected.chinese)，写的是「\(problem.found)」。请业务员更正。",
                        "“\(problem.field.words.english)” should be \(problem.expected.english), but says “\(problem.found)”. Ask sales to correct it."
                    )
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
            let right = AmountInWords.compose(statement.figure)
            findings.add(
                key: [statement.key(examination.month)], party: statement.customer, expected: .text(right),
                actual: .text(statement.words), sources: statement.sources,
                "大写金额看不懂，写的是「\(statement.words)」；按数字 \(statement.figure) 应写「\(right)」。请业务员更正。",
                "The amount in words cannot be read: “\(statement.words)”. For \(statement.figure) it would be “\(right)”. Ask sales to correct it."
            )
        }
    }

    private struct Unread {
        let field: Field
        let expected: Phrase
        let found: String
    }

    /// What could not be understood, by the order line it stands on.
    private static func unreadByRow(_ examination: Examination) -> [Int: [Unread]] {
        let table = examination.orders.table
        var byOrigin: [Origin: [Unread]] = [:]
        for problem in examination.month.problems {
            if case .valueUnread(let field, let origin) = problem.kind {
                byOrigin[origin, default: []].append(
                    Unread(field: field, expected: problem.expected, found: problem.found))
            }
        }
        if byOrigin.isEmpty { return [:] }
        var byRow: [Int: [Unread]] = [:]
        for row in table.rows { if let unread = byOrigin[table.origins[row]] { byRow[row] = unread } }
        return byRow
    }
}
