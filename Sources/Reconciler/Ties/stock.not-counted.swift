import Books

extension Rule {
    static let stockNotCounted = Rule(
        "stock.not-counted", .missing, owner: .warehouse, tie: .stockCount,
        title: Phrase("账上有、未盘点", "On the book, not counted"),
        meaning: Phrase(
            "账上数量不为零而盘点表上没有。整个仓库都没有盘点表的，只报一条。",
            "The book has a quantity and the count sheets do not have the product. A warehouse without any count is said once."
        ),
        books: [.counts]
    ) { examination, findings throws(Overflow) in
        let hasStock = examination.month.has(.stock)
        let uncounted = try examination.stock().uncountedWarehouses
        var said: Set<Symbol> = []
        try examination.eachStockLine { (line, records) throws(Overflow) in
            guard line.final == nil, let held = line.held(hasStockBook: hasStock), !held.isZero else { return }
            if uncounted.contains(line.warehouse) {
                if said.insert(line.warehouse).inserted {
                    findings.add(
                        key: [findings.part(.warehouse, line.warehouse), KeyPart("productCode", "*")],
                        party: line.warehouse, sources: findings.bookSources(records),
                        "「\(examination.month.text(line.warehouse))」账上有库存，没有收到盘点表。",
                        "“\(examination.month.text(line.warehouse))” has book stock and no count sheet came in.")
                }
                return
            }
            let short = held.negated
            findings.addStock(
                line, expected: held, actual: nil, difference: nil, amount: try line.unitCost?.times(short),
                sources: findings.bookSources(records), "账上有 \(held)，盘点表上没有。请补盘。",
                "The book has \(held), the count sheets do not have it. Have it counted.")
        }
    }
}
