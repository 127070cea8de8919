import Books

extension Rule {
    static let orderDuplicateLine = Rule(
        "order.duplicate-line", .duplicate, owner: .sales,
        title: Phrase("订单行重复", "Order line twice"),
        meaning: Phrase(
            "同一张订单里商品、单位、数量、单价、金额、交期、备注都相同的两行。若确实是两笔，请在备注里写明。",
            "Two lines of one order with the same product, unit, quantity, price, amount, delivery and remark. If both are meant, say so in the remark."
        ),
        books: [.orders]
    ) { examination, findings throws(Overflow) in
        let table = examination.orders.table
        for order in examination.orders.orders where order.rows.count > 1 {
            // Most orders name each product once.
            let products = order.rows.map { examination.goods.product(.orders, $0).index }.sorted()
            if !zip(products, products.dropFirst()).contains(where: { $0 == $1 }) { continue }
            var seen: [Content: Int] = [:]
            for row in order.rows where !examination.orders.isCancelled(row, of: order) {
                let content = Content(
                    product: examination.goods.product(.orders, row), line: LineContent(table, row))
                guard let first = seen[content] else {
                    seen[content] = row
                    continue
                }
                findings.add(
                    key: examination.lineKey(row), party: order.customer,
                    actual: table.quantity(.quantity, row).map(Figure.quantity), unit: table.symbol(.unit, row),
                    amount: table.amount(.amount, row),
                    sources: [
                        findings.source(table, row, .quantity), findings.source(table, first, .quantity),
                    ],
                    "这一行与同一订单的另一行完全相同，请业务员确认是否重复录入。",
                    "This line is the same as another of the order. Ask sales whether it was keyed twice.")
            }
        }
    }

    private struct Content: Hashable {
        let product: Symbol
        let line: LineContent
    }
}
