import Books

extension Rule {
    static let orderApprovalMissing = Rule(
        "order.approval-missing", .incomplete, owner: .sales,
        title: Phrase("订单缺签字", "Approval missing"),
        meaning: Phrase(
            "直销、二批要客服内勤确认；地州要经理审批；商超不要求。整本订单都没有该栏目时只说一次。",
            "Direct and wholesale orders need customer service's confirmation, out-of-town orders a manager's approval, supermarket orders none. Where no order has the column it is said once."
        ),
        books: [.orders], columns: [RequiredColumn(.orders, .confirmedBy, .approvedBy)],
        parameters: [
            Parameter(
                name: "approvalByChannel", meaning: Phrase("各渠道要谁签字", "whose approval each channel needs"),
                standard: "direct, wholesale: confirmedBy; outOfTown: approvedBy")
        ]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        for order in examination.orders.orders where !order.isCancelled {
            guard let field = examination.settings.approvalByChannel[examination.month.text(order.channel)],
                table.has(field), !order.rows.contains(where: { !table.symbol(field, $0).isNone })
            else { continue }
            findings.add(
                key: [findings.part(.orderNumber, order.number)], party: order.customer,
                expected: .text(field.rawValue),
                sources: [findings.source(table, order.rows[0], field)],
                "缺「\(field.words.chinese)」签字。请补签后再开单。",
                "The signature “\(field.words.english)” is missing. Have it signed before the documents are made.")
        }
    }
}
