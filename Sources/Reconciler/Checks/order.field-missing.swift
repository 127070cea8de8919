import Books

extension Rule {
    static let orderFieldMissing = Rule(
        "order.field-missing", .incomplete, owner: .sales,
        title: Phrase("订单资料不全", "Order incomplete"),
        meaning: Phrase(
            "各渠道必填：直销、二批要送货地址或电话；地州要收货人、电话、托运部、托运部电话、送货地址、结算方式；商超要门店代码、结算方式、送货地址。每张订单要有客户，每行要有数量。整本订单都没有的栏目只说一次，不逐单报。",
            "Required by channel: direct and wholesale need an address or a phone; out-of-town needs consignee, phone, carrier, carrier's phone, address and settlement; supermarket needs store code, settlement and address. Every order names its customer and every line a quantity. A column that no order has is said once, not order by order."
        ),
        books: [.orders], columns: [RequiredColumn(.orders, .channel, .customer)],
        parameters: [
            Parameter(
                name: "requiredByChannel", meaning: Phrase("各渠道必填的栏目", "the fields each channel requires"),
                standard:
                    "direct, wholesale: address|phone; outOfTown: consignee, phone, carrier, carrierPhone, address, settlement; supermarket: storeCode, settlement, address"
            )
        ]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        for order in examination.orders.orders {
            let channel = examination.month.text(order.channel)
            let wanted = examination.settings.requiredByChannel[channel] ?? []
            var missing = wanted.filter { fields in
                fields.contains { table.has($0) }
                    && !order.rows.contains { row in
                        // What is there and cannot be read is said as such.
                        fields.contains { !table.symbol($0, row).isNone || examination.unread.contains(row, $0) }
                    }
            }
            if table.has(.customer), order.customer.isNone { missing.insert([.customer], at: 0) }
            try sayMissingQuantities(examination, order, &findings)
            if missing.isEmpty { continue }
            let chinese = missing.map { $0.map(\.words.chinese).joined(separator: "或") }.joined(separator: "、")
            let english = missing.map { $0.map(\.words.english).joined(separator: " or ") }.joined(separator: ", ")
            let first = order.rows[0]
            findings.add(
                key: [findings.part(.orderNumber, order.number)], party: order.customer,
                expected: .text(missing.map { $0.map(\.rawValue).joined(separator: "|") }.joined(separator: ", ")),
                sources: missing.flatMap { fields in
                    fields.filter { table.has($0) }.prefix(1).map { findings.source(table, first, $0) }
                },
                "缺少：\(chinese)。请业务员补齐后再开单。",
                "Missing: \(english). Ask sales to complete it before the documents are made.")
        }
    }

    /// Lines that say what is wanted and not how much.
    private static func sayMissingQuantities(
        _ examination: Examination, _ order: OrderBook.Order, _ findings: inout Findings
    ) throws(Overflow) {
        let table = examination.orders.table
        for row in order.rows where table.number(.quantity, row) == nil {
            findings.add(
                key: examination.lineKey(row), party: order.customer, expected: .text(Field.quantity.rawValue),
                sources: [findings.source(table, row, .quantity)], "这一行没有数量。请业务员补上，或删掉这一行。",
                "The line has no quantity. Ask sales to add it, or to remove the line.")
        }
    }
}
