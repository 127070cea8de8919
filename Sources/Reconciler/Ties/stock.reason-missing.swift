import Books

extension Rule {
    static let stockReasonMissing = Rule(
        "stock.reason-missing", .incomplete, owner: .warehouse, tie: .stockCount,
        title: Phrase("盘点差异没写原因", "Difference without a reason"),
        meaning: Phrase(
            "首次差异要注明原因并报仓库主管。盘点表没有原因栏的只说一次。",
            "A first difference is given its reason and reported to the supervisor. Count sheets without the column are said once."
        ),
        books: [.counts], columns: [RequiredColumn(.counts, .reason)]
    ) { examination, findings throws(Overflow) in
        try examination.eachStockLine { (line, records) throws(Overflow) in
            guard let difference = try examination.countDifference(line), line.reason.isNone,
                !examination.isToleratedCount(line)
            else { return }
            findings.addStock(
                line, expected: nil, actual: nil, difference: difference, amount: line.value,
                sources: records.counts.prefix(6).map { findings.source(examination.month[.counts], $0, .reason) },
                "盘点差异 \(difference)，没有写原因。请盘点人补写。", "Off by \(difference) with no reason given. Ask the counter for it."
            )
        }
    }
}
