import Books

extension Suspicion {
    /// What left is just one of several lines that the order has of the product: most likely the others are what the line was
    /// before it was changed.
    static let orderLineChanged = Suspicion(.orderLineChanged) { discrepancy, context throws(Overflow) in
        guard discrepancy.finding.code == "dispatch.quantity-short", discrepancy.actual > 0,
            let pair = try context.pair(of: discrepancy)
        else { return [] }
        let examination = context.examination, table = examination.orders.table, month = examination.month
        let order = examination.orders.orders[pair.order]
        var lines: [(quantity: Int64, remark: UInt32, row: Int)] = []
        for row in pair.orderRows where !examination.orders.isCancelled(row, of: order) {
            let quantity = try examination.goods.quantity(table, row)?.units ?? 0
            lines.append((quantity, month.rank(table.symbol(.remark, row)), row))
        }
        guard lines.count > 1, lines.count(where: { $0.quantity == discrepancy.actual }) == 1 else { return [] }
        // By what they say, so that the rows' order changes nothing.
        lines.sort { $0 < $1 }
        let rows = lines.map(\.row), quantities = lines.map { Quantity(units: $0.quantity).description }
        let said = rows.map { month.text(table.symbol(.remark, $0)) }.filter { !$0.isEmpty }
        let remark =
            said.isEmpty
            ? Phrase("", "")
            : Phrase(
                "（备注：\(said.prefix(3).joined(separator: "；"))）", " (it says: \(said.prefix(3).joined(separator: "; ")))"
            )
        let shipped = Quantity(units: discrepancy.actual)
        return [
            discrepancy.cause(
                .orderLineChanged,
                "这张订单同一商品有 \(rows.count) 行（\(quantities.joined(separator: "、"))），出库正好是其中 \(shipped) 的一行\(remark.chinese)：很可能改过单，旧行没有删掉也没有写作废。",
                "The order has \(rows.count) lines of this product (\(quantities.joined(separator: ", "))), and what left is just the one of \(shipped)\(remark.english): most likely the line was changed, and the old one neither deleted nor called void.",
                sources: rows.prefix(4).map { row in
                    Source(role: table.kind.rawValue, reference: month.cell(table.origins[row], .quantity))
                })
        ]
    }
}
