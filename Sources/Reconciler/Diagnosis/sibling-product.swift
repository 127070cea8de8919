import Books

extension Suspicion {
    /// 串货: what is short of one product is over of another, in the same warehouse or the same order.
    static let siblingProduct = Suspicion(.siblingProduct) { discrepancy, context throws(Overflow) in
        guard discrepancy.measure == .quantity, let siblings = context.siblings(discrepancy) else { return [] }
        return siblings.compactMap { sibling in
            guard let product = sibling.key.first(where: { $0.name == Field.productCode.rawValue })?.value else {
                return nil
            }
            let own = discrepancy.figure(discrepancy.difference).description
            // What is not on the book, or was not counted, has no difference of its own.
            let other = discrepancy.figure(-discrepancy.difference).description
            return discrepancy.cause(
                .siblingProduct, "可能串货：\(product) 正好相反（这里 \(own)，那里 \(other)），两种商品拿错或记错了。",
                "Perhaps the sibling product: \(product) is off by exactly the opposite (\(own) here, \(other) there).",
                sources: Array(sibling.sources.prefix(3)))
        }
    }
}
