import Books

extension Suspicion {
    /// The same document counted twice: two documents of the same quantity, or a figure that is exactly double.
    static let documentTwice = Suspicion(.documentTwice) { discrepancy, context throws(Overflow) in
        if let (first, second) = try context.repeatedIssue(discrepancy) {
            return [
                discrepancy.cause(
                    .documentTwice, "出库单 \(first.number) 与 \(second.number) 数量相同，多出的正好是其中一张：同一批货可能开了两次单。",
                    "Documents \(first.number) and \(second.number) have the same quantity, and one of them is exactly what is over: perhaps the same goods twice.",
                    sources: [first.source, second.source])
            ]
        }
        if let again = try context.linesTwice(discrepancy) {
            return [
                discrepancy.cause(
                    .documentTwice, "出库单正好是应收的两倍，单上每一行都有两遍：可能同一张单录了两次。",
                    "The document comes to exactly double what is owed, and each of its lines stands there twice: perhaps it was entered twice.",
                    sources: again)
            ]
        }
        guard discrepancy.expected != 0, discrepancy.actual == discrepancy.expected * 2,
            discrepancy.measure != .price
        else { return [] }
        return [
            discrepancy.cause(
                .documentTwice, "正好是应有的两倍：可能记了两次。", "Exactly double what is expected: perhaps it was entered twice.")
        ]
    }
}

extension DiagnosisContext {
    /// The second of each two lines of a document that comes to double what is owed for it, where every line stands there an
    /// even number of times.
    func linesTwice(_ discrepancy: Discrepancy) throws(Overflow) -> [Source]? {
        guard discrepancy.finding.code == "receivable.amount-difference",
            Int128(discrepancy.actual) * 2 == Int128(discrepancy.expected),
            let number = examination.month.texts.find(discrepancy.key(.documentNumber) ?? "")
        else { return nil }
        struct Line: Hashable {
            let product: Symbol, content: LineContent
        }
        let book = try examination.documents()
        let party = discrepancy.finding.party.flatMap { examination.month.texts.find($0) } ?? .none
        let rows = book.documents(number, of: party).flatMap(\.rows).sorted()
        let lines = Dictionary(grouping: rows) { row in
            Line(product: examination.goods.product(.movements, row), content: LineContent(book.table, row))
        }
        guard rows.count > 1, lines.values.allSatisfy({ $0.count.isMultiple(of: 2) }) else { return nil }
        return lines.values.map { $0[1] }.sorted().prefix(6).map { row in
            Source(
                role: book.table.kind.rawValue,
                reference: examination.month.cell(book.table.origins[row], .quantity))
        }
    }
}
