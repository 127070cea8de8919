import Books

extension Suspicion {
    /// What was shipped over was given free: that is a promotion that the order does not have, and no mistake in counting.
    static let freeGoods = Suspicion(.freeGoods) { discrepancy, context throws(Overflow) in
        guard discrepancy.finding.code == "dispatch.quantity-over", let pair = try context.pair(of: discrepancy) else {
            return []
        }
        let rows = try context.examination.freeGoods(pair)
        guard let first = rows.first else { return [] }
        let names = context.numbers(of: rows), sources = context.sources(rows, .unitPrice)
        let over = discrepancy.figure(discrepancy.difference).description
        return [
            context.examination.month[.movements].price(.unitPrice, first) ?? .zero == .zero
                ? discrepancy.cause(
                    .freeGoods, "多出的 \(over) 正好是 \(names.chinese) 上不收钱的数量：很可能是赠品（如买十送一），订单上没有写。请业务员确认有没有批。",
                    "The \(over) over are just what costs nothing on \(names.english): most likely free goods, as ten and one, which the order does not have. Were they approved?",
                    sources: sources)
                : discrepancy.cause(
                    .freeGoods, "\(names.chinese) 连多出的 \(over) 一起只收了订单的金额：很可能是赠品（如买十送一），摊进了单价。请业务员确认有没有批。",
                    "\(names.english) charges just what the order comes to, the \(over) over included: most likely free goods, as ten and one, spread over the price. Were they approved?",
                    sources: sources)
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
