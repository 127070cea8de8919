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
            let late = match.documents(ofOrder: place) { document in
                document.kind == .salesOut && document.date.map { $0 > due.adding(days: grace) && $0 <= end } ?? false
            }
            guard let last = late.max(by: { ($0.date ?? due) < ($1.date ?? due) }), let day = last.date else {
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
