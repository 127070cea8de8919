import Books

extension Rule {
    static let stockNegative = Rule(
        "stock.negative", .difference, owner: .warehouse, tie: .stockRollForward,
        title: Phrase("库存为负", "Negative stock"),
        meaning: Phrase(
            "账存（没有账存时为推算数）小于零：出库早于入库，或漏记入库。",
            "The book (or the roll-forward, where there is no book) is below nought: issued before it was received, or a receipt was not keyed."
        ),
        books: [.stock]
    ) { examination, findings throws(Overflow) in
        let hasStock = examination.month.has(.stock)
        try examination.eachStockLine { (line, records) throws(Overflow) in
            guard let held = line.held(hasStockBook: hasStock), held < .zero else { return }
            findings.addStock(
                line, expected: .zero, actual: held, difference: held, amount: try line.unitCost?.times(held),
                sources: findings.bookSources(records), "账上是 \(held)。请查有无漏记入库。",
                "The book stands at \(held). Look for a receipt that was not keyed.")
        }
    }
}
