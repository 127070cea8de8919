import Books

extension Rule {
    static let stockCountOver = Rule(
        "stock.count-over", .difference, owner: .warehouse, tie: .stockCount,
        title: Phrase("盘盈", "Counted over"),
        meaning: Phrase(
            "实盘多于账面。有复盘的以复盘为准；盘点之后的出入库已倒推。若实盘与收发存一致而账存不对，只报账存。",
            "The count is above the book. A recount, where there is one, is the count; what moved after the count is rolled back. Where the count agrees with the roll-forward, only the book is reported."
        ),
        books: [.counts], parameters: [.quantityTolerance]
    ) { examination, findings throws(Overflow) in
        let hasStock = examination.month.has(.stock)
        try examination.eachStockLine { (line, records) throws(Overflow) in
            guard let difference = try examination.countDifference(line), difference > .zero,
                let held = line.held(hasStockBook: hasStock), let final = line.final
            else { return }
            let expected = try held - line.movedAfterCount
            let moved =
                line.movedAfterCount.isZero
                ? Phrase("", "")
                : Phrase("（已倒推盘点后出入库 \(line.movedAfterCount)）", " (\(line.movedAfterCount) moved after the count)")
            findings.addStock(
                line, expected: expected, actual: final, difference: difference, amount: line.value,
                sources: findings.bookSources(records) + findings.countSources(records),
                "账面 \(expected)\(moved.chinese)，实盘 \(final)，盘盈 \(difference.magnitude)。",
                "On the book \(expected)\(moved.english), counted \(final), over by \(difference.magnitude).",
                reason: line.reason)
        }
    }
}
