import Books

extension Rule {
    static let dispatchLate = Rule(
        "dispatch.late", .difference, owner: .warehouse, tie: .ordersDispatch,
        title: Phrase("发货晚于交货期", "Shipped late"),
        meaning: Phrase("本期的出库日期晚于订单的交货日期。", "A document of the period is dated after the order's delivery date."),
        books: [.orders, .movements],
        columns: [RequiredColumn(.orders, .deliveryDate), RequiredColumn(.movements, .date)],
        parameters: [
            Parameter(
                name: "deliveryGraceDays",
                meaning: Phrase("交货期后宽限几天", "days of grace after the delivery date"), standard: "0")
        ]
    ) { examination, findings throws(Overflow) in
        let match = try examination.dispatch(), book = try examination.documents()
        let end = examination.month.period.lastDay, grace = examination.settings.deliveryGraceDays
        for (place, order) in examination.orders.orders.enumerated() where !order.isCancelled {
            guard let due = order.deliveryDate else { continue }
            let last = due.adding(days: grace)
            var late = match.documents(ofOrder: place) { document in
                document.kind == .salesOut && document.date.map { $0 > last && $0 <= end } ?? false
            }
            // What is sent again for goods that came back, or over, is not what the order waited for.
            if !late.isEmpty {
                let waiting = try examination.products(ofOrder: place, notShippedBy: last)
                late.removeAll { document in
                    !document.rows.contains { waiting.contains(examination.goods.product(.movements, $0)) }
                }
            }
            guard let latest = late.max(by: { ($0.date ?? due) < ($1.date ?? due) }), let day = latest.date else {
                continue
            }
            let days = Int(day.number) - Int(due.number)
            findings.add(
                key: [findings.part(.orderNumber, order.number)], party: order.customer, expected: .day(due),
                actual: .day(day),
                sources: [findings.source(examination.orders.table, order.rows[0], .deliveryDate)]
                    + late.map { findings.source(book.table, $0.rows[0], .date) },
                "应于 \(due) 交货，\(day) 才出库，晚 \(days) 天。",
                "Due on \(due), shipped on \(day), \(days) \(days == 1 ? "day" : "days") late.")
        }
    }
}

extension Examination {
    /// The products of an order of which less left by a day than was ordered.
    fileprivate func products(ofOrder place: Int, notShippedBy day: Day) throws(Overflow) -> Set<Symbol> {
        let match = try dispatch(), book = try documents()
        var waiting: Set<Symbol> = []
        var products = Set(orders.orders[place].rows.map { goods.product(.orders, $0) })
        match.eachDocument(ofOrder: place) { for row in $0.rows { products.insert(goods.product(.movements, row)) } }
        for product in products {
            guard let pair = match.pair(order: place, product: product) else { continue }
            // What left for a name that is not on file was ordered all the same.
            if !pair.mistaken.isNone { waiting.insert(product) }
            guard let ordered = pair.ordered, ordered > .zero else { continue }
            var shipped = Quantity.zero
            for row in pair.dispatchRows where book.kind(row) == .salesOut {
                guard let date = book.table.day(.date, row), date <= day else { continue }
                shipped = try shipped + (goods.quantity(book.table, row) ?? .zero)
            }
            if shipped < ordered { waiting.insert(product) }
        }
        return waiting
    }
}
