import Books

extension Rule {
    static let stockNotOnBook = Rule(
        "stock.not-on-book", .missing, owner: .warehouse, tie: .stockCount,
        title: Phrase("盘到、账上没有", "Counted, not on the book"),
        meaning: Phrase(
            "盘点有数而账上没有这个商品，不再另报盘盈。", "The count found it and the book does not have the product; not also counted over."
        ),
        books: [.counts]
    ) { examination, findings throws(Overflow) in
        let hasStock = examination.month.has(.stock)
        guard hasStock || examination.month.has(.opening) else { return }
        try examination.eachStockLine { (line, records) throws(Overflow) in
            guard line.held(hasStockBook: hasStock) == nil, let final = line.final, !final.isZero else { return }
            findings.addStock(
                line, expected: nil, actual: final, amount: try line.unitCost?.times(final),
                sources: findings.countSources(records), "实盘 \(final)，账上没有这个商品。请查是否串货或漏记入库。",
                "\(final) counted and the book does not have the product. Is it a mix-up, or was a receipt not keyed?",
                reason: line.reason)
        }
    }
}
