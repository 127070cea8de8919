import Books

extension Rule {
    static let documentNumberGap = Rule(
        "document.number-gap", .missing, owner: .warehouse,
        title: Phrase("单据断号", "Document number missing"),
        meaning: Phrase(
            "同一前缀、同样位数的单号应连号。缺的号要找回存根，作废也要留底。缺号太多（超过两成）的不算连号，不报。前后两张都在别的月份的表上的也不报。",
            "Numbers with the same prefix and width run without gap. Find the stub of a missing number; a void is kept as well. Where more than a fifth is missing it is no series and nothing is said, nor where both neighbours stand on a sheet of another month."
        ),
        books: [.movements],
        parameters: [
            Parameter(
                name: "largestGapPercent",
                meaning: Phrase("缺号占比超过多少就不算连号", "the share of missing numbers past which it is no series"),
                standard: "20")
        ]
    ) { examination, findings throws(Overflow) in
        let book = try examination.documents()
        for series in try examination.series() {
            let gaps = series.gaps(largestPercent: examination.settings.largestGapPercent)
            for gap in gaps {
                let first = series.written(gap.lowerBound), last = series.written(gap.upperBound)
                let neighbours = [series.document(before: gap.lowerBound), series.document(after: gap.upperBound)]
                let beside = neighbours.compactMap { $0 }
                if examination.otherMonths.contain(beside, of: book) { continue }
                let isOne = gap.count == 1
                findings.add(
                    key: [KeyPart("documentNumber", series.key(of: gap))],
                    sources: beside.map {
                        findings.source(book.table, book.documents[$0].rows[0], .documentNumber)
                    },
                    isOne ? "单号 \(first) 没有单据。请找回存根或说明去向。" : "单号 \(first) 到 \(last) 共 \(gap.count) 张没有单据。请找回存根或说明去向。",
                    isOne
                        ? "There is no document \(first). Find its stub, or say what became of it."
                        : "There are no documents \(first) to \(last), \(gap.count) in all. Find their stubs, or say what became of them."
                )
            }
        }
    }
}
