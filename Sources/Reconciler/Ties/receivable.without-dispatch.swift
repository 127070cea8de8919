import Books

extension Rule {
    static let receivableWithoutDispatch = Rule(
        "receivable.without-dispatch", .missing, owner: .finance, tie: .dispatchReceivable,
        title: Phrase("应收无出库", "Receivable without a dispatch"),
        meaning: Phrase(
            "本期的应收没有出库单，或出库单已作废。以前月份结转来的不算，整张表都是别的月份的不算。单号在断号里的，只报断号。",
            "A receivable of the period whose document does not exist or is void. What was carried from earlier months does not count, nor what stands on a sheet of another month. Where the number is a gap in the series only the gap is said."
        ),
        books: [.movements, .receivables]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receivables], book = try examination.documents()
        let gaps = Set(
            try examination.series().flatMap { series in
                series.gaps(largestPercent: examination.settings.largestGapPercent).filter { $0.count <= 1000 }.flatMap
                {
                    $0.map(series.written)
                }
            })
        for pair in try examination.receivables().pairs where pair.outcome == .withoutDispatch {
            if gaps.contains(examination.month.text(pair.number)) { continue }
            let void = pair.documents.contains { book.documents[$0].isVoided }
            findings.add(
                key: [findings.part(.documentNumber, pair.number)], party: pair.customer,
                actual: pair.owed.map(Figure.amount), difference: pair.owed.map(Figure.amount), amount: pair.owed,
                sources: findings.sources(table, pair.rows, .amount)
                    + pair.documents.flatMap {
                        findings.sources(book.table, book.documents[$0].rows.prefix(3), .documentNumber)
                    },
                void ? "出库单已作废，应收还挂着 \(pair.owed ?? .zero)。请冲销。" : "应收 \(pair.owed ?? .zero) 没有对应的出库单。请核对单号或补单。",
                void
                    ? "The document is void, yet \(pair.owed ?? .zero) is still owed. Reverse it."
                    : "\(pair.owed ?? .zero) is owed and there is no such document. Check the number, or find the document."
            )
        }
    }
}
