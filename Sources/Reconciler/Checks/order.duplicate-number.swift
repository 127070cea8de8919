import Books

extension Rule {
    static let orderDuplicateNumber = Rule(
        "order.duplicate-number", .duplicate, owner: .sales,
        title: Phrase("订单号重复", "Order number twice"),
        meaning: Phrase(
            "同一订单号出现在两处。各行相同的只计一次：订单日期较晚的一份，日期相同而送货地址、交货日期等不同的，分不清以哪份为准，请确认后再发货。客户不同的视为两张订单，都计入，出库单按客户归到各自的订单，请改号。同一天、商品不重复的几份当作一张订单的几部分，合在一起计。",
            "The same order number in two places. With the same lines it counts once, the one with the later order date; where address, delivery date or the like differ on the same date nobody can tell which one holds, and it must be confirmed before goods leave. With different customers it is two orders, both counted; documents go to the order of their customer, and one needs another number. Of one day, with no product in two of them, they are the parts of one order and all are counted."
        ),
        books: [.orders]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        let inDoubt = examination.numbersInDoubt
        for resend in examination.orders.resends where resend.kind != .changed {
            let firsts = [resend.counted.first].compactMap { $0 } + resend.others.compactMap(\.first)
            let customer = table.symbol(.customer, firsts[0])
            let isSame = resend.kind == .same
            // The lines are the same, and the delivery date or the address may still not be.
            let heads = isSame ? examination.headChanges(resend) : []
            let changed = Phrase(
                heads.map(\.chinese).joined(separator: "；"), heads.map(\.english).joined(separator: "; "))
            let isInDoubt = inDoubt.contains(resend.number)
            let said =
                isSame
                ? words(of: firsts.count, changed, resend.why, isInDoubt: isInDoubt)
                : resend.kind == .continued
                    ? Phrase(
                        "订单号分在 \(firsts.count) 处，\(resend.why.chinese)，当作同一张订单的几部分。若是改单，或有一份用错了号，请业务员说明。",
                        "The number stands in \(firsts.count) places; \(resend.why.english) as the parts of one order. If one of them is a change, or has a wrong number, sales must say so."
                    )
                    : Phrase(
                        "同一订单号用在不同客户的订单上，\(resend.why.chinese)。请业务员改号。",
                        "The number is used for different customers; \(resend.why.english). Ask sales for another number."
                    )
            findings.add(
                key: [findings.part(.orderNumber, resend.number)], party: examination.parties.name(customer),
                actual: heads.isEmpty || !isInDoubt ? nil : .words(changed),
                sources: findings.sources(table, firsts, .orderNumber), said.chinese, said.english)
        }
    }

    /// What is said of versions that order the same, and perhaps for another day or place.
    private static func words(of count: Int, _ changed: Phrase, _ why: Phrase, isInDoubt: Bool) -> Phrase {
        if changed.chinese.isEmpty {
            return Phrase(
                "订单号出现 \(count) 次，内容相同，只计一次。请确认不是重复发货。",
                "The number occurs \(count) times with the same content and is counted once. Make sure it is not shipped twice."
            )
        }
        let which =
            isInDoubt
            ? Phrase("分不清以哪份为准。请业务员确认以后再发货。", "Which one holds cannot be told; ask sales before goods leave.")
            : Phrase("\(why.chinese)。", "Of them \(why.english).")
        return Phrase(
            "订单号出现 \(count) 次，商品、数量和单价相同，只计一次；其他内容不同，未计入的 → 计入的：\(changed.chinese)。\(which.chinese)",
            "The number occurs \(count) times with the same products, quantities and prices and is counted once; from the one not counted to the one counted: \(changed.english). \(which.english)"
        )
    }
}
