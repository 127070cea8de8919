import Books

extension Rule {
    static let stockCountShort = Rule(
        "stock.count-short", .difference, owner: .warehouse, tie: .stockCount,
        title: Phrase("盘亏", "Counted short"),
        meaning: Phrase(
            "实盘少于账面。有复盘的以复盘为准；盘点之后的出入库已倒推。若实盘与收发存一致而账存不对，只报账存。",
            "The count is below the book. A recount, where there is one, is the count; what moved after the count is rolled back. Where the count agrees with the roll-forward, only the book is reported."
        ),
        books: [.counts], parameters: [.quantityTolerance]
    ) { examination, findings throws(Overflow) in
        let hasStock = examination.month.has(.stock)
        try examination.eachStockLine { (line, records) throws(Overflow) in
            guard let difference = try examination.countDifference(line), difference < .zero,
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
                "账面 \(expected)\(moved.chinese)，实盘 \(final)，盘亏 \(difference.magnitude)。",
                "On the book \(expected)\(moved.english), counted \(final), short by \(difference.magnitude).",
                reason: line.reason)
        }
    }
}
