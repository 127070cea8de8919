import Books

extension Rule {
    static let documentVoidUnsigned = Rule(
        "document.void-unsigned", .incomplete, owner: .warehouse,
        title: Phrase("作废没有主管签名", "Void without the supervisor's signature"),
        meaning: Phrase("作废单据要仓库主管签名。", "A voided document is signed by the warehouse supervisor."),
        books: [.movements], columns: [RequiredColumn(.movements, .voided), RequiredColumn(.movements, .supervisor)]
    ) { examination, findings throws(Overflow) in
        let book = try examination.documents()
        for (place, document) in book.documents.enumerated() where document.isVoided && !document.isFurtherPart {
            let written = book.rowsOfAllParts(at: place).map { book.table.symbol(.supervisor, $0) }
            if written.contains(where: { Signature.isGiven($0, examination.month) }) { continue }
            findings.add(
                key: [findings.part(.documentNumber, document.number)], party: document.customer,
                sources: [findings.source(book.table, document.rows[0], .supervisor)], "单据已作废，没有仓库主管签名。请补签。",
                "The document is void and the supervisor has not signed. Have it signed.")
        }
    }
}
