import Books

extension Suspicion {
    /// What was shipped over was given free: that is a promotion that the order does not have, and no mistake in counting.
    static let freeGoods = Suspicion(.freeGoods) { discrepancy, context throws(Overflow) in
        guard discrepancy.finding.code == "dispatch.quantity-over", let pair = try context.pair(of: discrepancy) else {
            return []
        }
        let book = try context.examination.documents(), month = context.examination.month
        let rows = try context.examination.freeGoods(pair)
        guard let first = rows.first else { return [] }
        let numbers = Set(rows.map { book.table.symbol(.documentNumber, $0) }).sorted {
            month.rank($0) < month.rank($1)
        }
        let named = numbers.prefix(3).map { month.text($0) } + (numbers.count > 3 ? ["…"] : [])
        let (shown, english) = (named.joined(separator: "、"), named.joined(separator: ", "))
        let sources = rows.prefix(4).map { row in
            Source(role: book.table.kind.rawValue, reference: month.cell(book.table.origins[row], .unitPrice))
        }
        let over = discrepancy.figure(discrepancy.difference).description
        return [
            book.table.price(.unitPrice, first) ?? .zero == .zero
                ? discrepancy.cause(
                    .freeGoods, "多出的 \(over) 正好是 \(shown) 上不收钱的数量：很可能是赠品（如买十送一），订单上没有写。请业务员确认有没有批。",
                    "The \(over) over are just what costs nothing on \(english): most likely free goods, as ten and one, which the order does not have. Were they approved?",
                    sources: sources)
                : discrepancy.cause(
                    .freeGoods, "\(shown) 连多出的 \(over) 一起只收了订单的金额：很可能是赠品（如买十送一），摊进了单价。请业务员确认有没有批。",
                    "\(english) charges just what the order comes to, the \(over) over included: most likely free goods, as ten and one, spread over the price. Were they approved?",
                    sources: sources)
        ]
    }

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

extension DiagnosisContext {
    /// The order and product that a finding about dispatch is of.
    func pair(of discrepancy: Discrepancy) throws(Overflow) -> DispatchMatch.Pair? {
        guard let order = examination.order(of: discrepancy.finding),
            let product = discrepancy.key(.productCode).flatMap({ examination.month.texts.find($0) })
        else { return nil }
        return try examination.dispatch().pair(order: order, product: product)
    }
}
