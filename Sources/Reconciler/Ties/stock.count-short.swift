import Books

extension Rule {
    static let stockCountShort = Rule(
        "stock.count-short", .difference, owner: .warehouse, tie: .stockCount,
        title: Phrase("盘亏", "Counted short"),
        meaning: Phrase(
            "实盘少于账面。有复盘的以复盘为准；盘点之后的出入库已倒推。若实盘与收发存一致而账存不对，只报账存。",
            "The count is below the book. A recount, where there is one, is the count; what moved after the count is rolled back. Where the count agrees with the roll-forward, only the book is reported."
        ),
        books: [.counts], parameters: [.quantityTolerance, .quantityToleranceShare]
    ) { examination, findings throws(Overflow) in
        try findings.addCounts(examination, "盘亏", "short") { $0 < .zero }
    }
}
