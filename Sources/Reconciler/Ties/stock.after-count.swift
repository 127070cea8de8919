import Books

extension Rule {
    static let stockAfterCount = Rule(
        "stock.after-count", .timing, owner: .warehouse, tie: .stockCount,
        title: Phrase("盘点后又有出入库", "Moved after the count"),
        meaning: Phrase(
            "盘点日之后、期末之前的出入库已从账面倒推，再与实盘比较。",
            "What moved between the count and the period's end is rolled back before the book is held against the count."
        ),
        books: [.counts, .movements], columns: [RequiredColumn(.counts, .countedAt)]
    ) { examination, findings throws(Overflow) in
        try examination.eachStockLine { (line, records) throws(Overflow) in
            guard !records.afterCount.isEmpty, line.final != nil, let day = line.countedAt else { return }
            findings.addStock(
                line, expected: nil, actual: nil, difference: line.movedAfterCount,
                sources: findings.sources(examination.month[.movements], records.afterCount, .quantity)
                    + findings.countSources(records),
                "\(day) 盘点之后又净动 \(line.movedAfterCount)，已倒推。",
                "\(line.movedAfterCount) moved after the count of \(day) and was rolled back.")
        }
    }
}
