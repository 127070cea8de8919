import Books

extension Rule {
    static let documentNumberDuplicate = Rule(
        "document.number-duplicate", .duplicate, owner: .warehouse,
        title: Phrase("单号重复", "Document number twice"),
        meaning: Phrase(
            "同一单号出现在类型、日期、客户或依据不同的行上，多半是两张单用了同一个号。",
            "One number on lines of different kind, date, customer or basis: most likely two documents with the same number."
        ),
        books: [.movements]
    ) { examination, findings throws(Overflow) in
        let book = try examination.documents()
        let table = book.table
        for document in book.documents {
            let heads = Set(document.rows.map { Head(table, $0, examination.parties) })
            if heads.count < 2 { continue }
            var shown: Set<Head> = []
            let firsts = document.rows.filter { shown.insert(Head(table, $0, examination.parties)).inserted }
            findings.add(
                key: [findings.part(.documentNumber, document.number)], party: document.customer,
                sources: findings.sources(table, firsts, .documentNumber),
                "单号 \(examination.month.text(document.number)) 用在 \(heads.count) 张不同的单据上，请核对并改号。",
                "\(examination.month.text(document.number)) is the number of \(heads.count) different documents. Check them and renumber."
            )
        }
    }

    private struct Head: Hashable {
        let kind: Symbol, customer: Symbol, basis: Symbol
        let date: Int64?

        init(_ table: Table, _ row: Int, _ parties: Parties) {
            kind = table.symbol(.documentKind, row)
            customer = parties.name(table.symbol(.customer, row))
            basis = table.symbol(.basisNumber, row)
            date = table.number(.date, row)
        }
    }
}
