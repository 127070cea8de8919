import Books

extension Rule {
    static let stockAfterCount = Rule(
        "stock.after-count", .timing, owner: .warehouse, tie: .stockCount,
        title: Phrase("盘点后又有出入库", "Moved after the count"),
        meaning: Phrase(
            "盘点日之后、期末之前的出入库已从账面倒推，再与实盘比较；盘点在期末之后的，期末到盘点之间的出入库已加到账面上。",
            "What moved between the count and the period's end is rolled back before the book is held against the count; where the count is the later one it is added to the book."
        ),
        books: [.counts, .movements], columns: [RequiredColumn(.counts, .countedAt)]
    ) { examination, findings throws(Overflow) in
        try examination.eachStockLine { (line, records) throws(Overflow) in
            guard !records.afterCount.isEmpty, line.final != nil, let day = line.countedAt else { return }
            let before = line.movedBeforeCount(examination.month.period)
            findings.addStock(
                line, expected: nil, actual: nil, difference: line.movedAfterCount,
                sources: findings.sources(examination.month[.movements], records.afterCount, .quantity)
                    + findings.countSources(records),
                before.map { "期末之后、\(day) 盘点之前净动 \($0)，已加到账面上再比。" }
                    ?? "\(day) 盘点之后又净动 \(line.movedAfterCount)，已倒推。",
                before.map { "\($0) moved between the period's end and the count of \(day) and was added to the book." }
                    ?? "\(line.movedAfterCount) moved after the count of \(day) and was rolled back.")
        }
    }
}
