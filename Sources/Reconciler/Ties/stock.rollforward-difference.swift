import Books

extension Rule {
    static let stockRollForwardDifference = Rule(
        "stock.rollforward-difference", .difference, owner: .warehouse, tie: .stockRollForward,
        title: Phrase("收发存与账存不符", "Roll-forward differs from the book"),
        meaning: Phrase(
            "期初 ＋ 入 − 出 ± 调拨 应等于账存。不符说明有单据没录、录错或录重。运费等费用行（没有档案，期初、账存、盘点都没有）不动库存。",
            "Opening + in − out ± transfers must be the stock book. Otherwise a document was left out, keyed wrong or keyed twice. Charges such as freight (not on file, and in no opening, stock book or count) move no stock."
        ),
        books: [.opening, .stock], parameters: [.quantityTolerance, .quantityToleranceShare]
    ) { examination, findings throws(Overflow) in
        try examination.eachStockLine { (line, records) throws(Overflow) in
            guard let expected = line.expected else { return }
            let book = line.book ?? .zero
            let difference = try book - expected
            if difference.isZero { return }
            findings.addStock(
                line, expected: expected, actual: line.book, difference: difference,
                amount: try line.unitCost?.times(difference),
                sources: findings.sources(examination.month[.opening], records.opening, .quantity)
                    + findings.sources(examination.month[.stock], records.stock, .quantity)
                    + findings.sources(examination.month[.movements], records.movements.prefix(8), .quantity),
                isTolerated: examination.settings.tolerates(book, expected: expected),
                "期初 \(line.opening ?? .zero) ＋入 \(line.received) −出 \(line.issued) ＋调入 \(line.transferredIn) −调出 \(line.transferredOut) ＝ \(expected)，账存 \(line.book.map(\.description) ?? "无记录")，差 \(difference)。",
                "Opening \(line.opening ?? .zero) + in \(line.received) − out \(line.issued) + transferred in \(line.transferredIn) − out \(line.transferredOut) = \(expected); the book has \(line.book.map(\.description) ?? "no record"), off by \(difference)."
            )
        }
    }
}
