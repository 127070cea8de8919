import Books

extension Rule {
    static let stockCountOver = Rule(
        "stock.count-over", .difference, owner: .warehouse, tie: .stockCount,
        title: Phrase("盘盈", "Counted over"),
        meaning: Phrase(
            "实盘多于账面。有复盘的以复盘为准；盘点之后的出入库已倒推。若实盘与收发存一致而账存不对，只报账存。",
            "The count is above the book. A recount, where there is one, is the count; what moved after the count is rolled back. Where the count agrees with the roll-forward, only the book is reported."
        ),
        books: [.counts], parameters: [.quantityTolerance, .quantityToleranceShare]
    ) { examination, findings throws(Overflow) in
        try findings.addCounts(examination, "盘盈", "over") { $0 > .zero }
    }
}
