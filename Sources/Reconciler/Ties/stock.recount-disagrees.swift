import Books

extension Rule {
    static let stockRecountDisagrees = Rule(
        "stock.recount-disagrees", .difference, owner: .warehouse, tie: .stockCount,
        title: Phrase("复盘与初盘不符", "Recount differs from the count"),
        meaning: Phrase(
            "复盘数与初盘数不同。以复盘为准，但初盘为什么错要查。",
            "The recount is not what was counted first. The recount counts; find out why the first was wrong."),
        books: [.counts], columns: [RequiredColumn(.counts, .recountQuantity)]
    ) { examination, findings throws(Overflow) in
        try examination.eachStockLine { (line, records) throws(Overflow) in
            guard let counted = line.counted, let recounted = line.recounted, counted != recounted else { return }
            let difference = try recounted - counted
            findings.addStock(
                line, expected: counted, actual: recounted, difference: difference,
                amount: try line.unitCost?.times(difference),
                sources: records.counts.prefix(6).flatMap {
                    [
                        findings.source(examination.month[.counts], $0, .countedQuantity),
                        findings.source(examination.month[.counts], $0, .recountQuantity),
                    ]
                },
                "初盘 \(counted)，复盘 \(recounted)，差 \(difference)。以复盘为准。",
                "Counted \(counted), recounted \(recounted), off by \(difference). The recount is taken.",
                reason: line.reason)
        }
    }
}
