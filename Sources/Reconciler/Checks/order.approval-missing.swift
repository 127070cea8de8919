import Books

extension Rule {
    static let orderApprovalMissing = Rule(
        "order.approval-missing", .incomplete, owner: .sales,
        title: Phrase("订单缺签字", "Approval missing"),
        meaning: Phrase(
            "直销、二批要客服内勤确认；地州要经理审批；商超不要求。名字、「已确认」「同意」、√ 是签字；「未确认」「待签」「不同意」「驳回」、×、空的签字线和没填的日期不是。整本订单都没有该栏目时只说一次。",
            "Direct and wholesale orders need customer service's confirmation, out-of-town orders a manager's approval, supermarket orders none. A name, a word of assent or a tick is a signature; a refusal, “pending”, a cross or an empty line to sign on is none. Where no order has the column it is said once."
        ),
        books: [.orders], columns: [RequiredColumn(.orders, .confirmedBy, .approvedBy)],
        parameters: [
            Parameter(
                name: "approvalByChannel", meaning: Phrase("各渠道要谁签字", "whose approval each channel needs"),
                standard: "direct, wholesale: confirmedBy; outOfTown: approvedBy")
        ]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        // The same few people sign every order.
        var known: [Symbol: Bool] = [:]
        func isSigned(_ written: Symbol) -> Bool {
            if let answer = known[written] { return answer }
            let answer = Signature.isGiven(written, examination.month)
            known[written] = answer
            return answer
        }
        for order in examination.orders.orders {
            guard let field = examination.settings.approvalByChannel[examination.month.text(order.channel)],
                table.has(field), !order.rows.contains(where: { isSigned(table.symbol(field, $0)) })
            else { continue }
            let row = order.rows.first { !table.symbol(field, $0).isNone } ?? order.rows[0]
            let written = table.symbol(field, row).isNone ? nil : examination.month.text(table.symbol(field, row))
            findings.add(
                key: [findings.part(.orderNumber, order.number)], party: order.customer,
                expected: .text(field.rawValue), actual: written.map(Figure.text),
                sources: [findings.source(table, row, field)],
                written.map { "「\(field.words.chinese)」写的是「\($0)」，不是签字。请补签后再开单。" }
                    ?? "缺「\(field.words.chinese)」签字。请补签后再开单。",
                written.map {
                    "“\(field.words.english)” says “\($0)”, which is no signature. Have it signed before the documents are made."
                } ?? "The signature “\(field.words.english)” is missing. Have it signed before the documents are made.")
        }
    }
}
