import Books

extension Rule {
    static let documentVoidUnexplained = Rule(
        "document.void-unexplained", .incomplete, owner: .warehouse,
        title: Phrase("作废没有原因", "Void without a reason"),
        meaning: Phrase("作废单据要连号存底并注明原因。", "A voided document is kept in its place with the reason written on it."),
        books: [.movements], columns: [RequiredColumn(.movements, .voided), RequiredColumn(.movements, .voidReason)]
    ) { examination, findings throws(Overflow) in
        let book = try examination.documents()
        for (place, document) in book.documents.enumerated() where document.isVoided && !document.isFurtherPart {
            let rows = book.rowsOfAllParts(at: place)
            if rows.contains(where: { !book.table.symbol(.voidReason, $0).isNone }) { continue }
            findings.add(
                key: [findings.part(.documentNumber, document.number)], party: document.customer,
                sources: [findings.source(book.table, document.rows[0], .voidReason)], "单据已作废，没有写原因。请补写。",
                "The document is void and no reason is given. Have it written.")
        }
    }
}
