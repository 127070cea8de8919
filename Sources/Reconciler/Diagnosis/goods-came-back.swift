import Books

extension Suspicion {
    /// What is short came back after it was shipped, which only sales can say is to be sent again.
    static let returned = Suspicion(.returned) { discrepancy, context throws(Overflow) in
        guard discrepancy.finding.code == "dispatch.quantity-short", let pair = try context.pair(of: discrepancy),
            !pair.orderRows.isEmpty
        else { return [] }
        let book = try context.examination.documents()
        let rows = pair.dispatchRows.filter { book.kind($0) != .salesOut }
        guard try context.quantity(of: rows) == -discrepancy.difference else { return [] }
        let names = context.numbers(of: rows)
        return [
            discrepancy.cause(
                .returned, "货是发齐了的，少的正好是 \(names.chinese) 退回（冲回）的。请业务员确认还要不要补发。",
                "All of it was shipped, and what is short is just what \(names.english) brought back. Is it to be sent again?",
                sources: context.sources(rows, .quantity))
        ]
    }

    /// What was shipped over was sent for goods that came back: an exchange, whose return cites the delivery and not the order.
    static let exchanged = Suspicion(.exchanged) { discrepancy, context throws(Overflow) in
        guard discrepancy.finding.code == "dispatch.quantity-over", let pair = try context.pair(of: discrepancy) else {
            return []
        }
        let examination = context.examination, book = try examination.documents()
        let number = examination.orders.orders[pair.order].number
        let back = book.places(ofOrder: number).filter { book.documents[$0].kind == .salesOut }
            .flatMap { book.places(ofBasis: book.documents[$0].number) }
            .filter { book.documents[$0].kind == .salesReturn && !book.documents[$0].isVoided }
        let own = back.flatMap { Array(book.documents[$0].rows) }
        let same = own.filter { examination.goods.product(.movements, $0) == pair.product }
        if !same.isEmpty, try context.quantity(of: same) == discrepancy.difference {
            let names = context.numbers(of: same)
            return [
                discrepancy.cause(
                    .exchanged, "多出的正好是 \(names.chinese) 退回的数量：很可能是换货，退一发一。",
                    "What is over is just what \(names.english) brought back: most likely an exchange, sent again for it.",
                    sources: context.sources(same, .quantity))
            ]
        }
        // Another product for just as much money.
        guard pair.ordered == nil, let worth = discrepancy.finding.amount, !own.isEmpty else { return [] }
        var credited = Amount.zero
        for row in own { credited = try credited + (book.worth(row)?.magnitude ?? .zero) }
        guard credited == worth else { return [] }
        let names = context.numbers(of: own)
        return [
            discrepancy.cause(
                .exchanged, "值 \(worth)，正好是 \(names.chinese) 退回的货款：很可能是换货，换了别的商品。",
                "It is worth \(worth), which is just what \(names.english) brought back: most likely an exchange for another product.",
                sources: context.sources(own, .quantity))
        ]
    }
}

extension DiagnosisContext {
    /// What some lines of documents come to in pieces, in millionths.
    fileprivate func quantity(of rows: [Int]) throws(Overflow) -> Int64 {
        let table = try examination.documents().table
        var sum = Quantity.zero
        for row in rows { sum = try sum + (examination.goods.quantity(table, row)?.magnitude ?? .zero) }
        return sum.units
    }

    /// The documents that some lines are of.
    func numbers(of rows: [Int]) -> Phrase {
        let month = examination.month, table = month[.movements]
        let numbers = Set(rows.map { table.symbol(.documentNumber, $0) }).sorted { month.rank($0) < month.rank($1) }
        let named = numbers.prefix(3).map { month.text($0) } + (numbers.count > 3 ? ["…"] : [])
        return Phrase(named.joined(separator: "、"), named.joined(separator: ", "))
    }

    /// A field's cells in some lines of documents.
    func sources(_ rows: [Int], _ field: Field) -> [Source] {
        let table = examination.month[.movements]
        return rows.prefix(4).map { row in
            Source(role: table.kind.rawValue, reference: examination.month.cell(table.origins[row], field))
        }
    }
}
