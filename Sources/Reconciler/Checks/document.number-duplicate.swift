import Books

extension Rule {
    static let documentNumberDuplicate = Rule(
        "document.number-duplicate", .duplicate, owner: .warehouse,
        title: Phrase("单号重复", "Document number twice"),
        meaning: Phrase(
            "同一单号出现在类型、日期或客户不同的行上，多半是两张单（或两本存根）用了同一个号，按各行自己的客户和依据分开核对；一张单对几张订单（各行依据单号不同）不算重复。同一张单在两个文件里都有、有行重复的，也报；两个文件各有一部分、商品不重复的，是同一张单，不报。",
            "One number on lines of different kind, date or customer: most likely two documents, or two books of stubs, with the same number; each line is then held against its own customer and basis. One document for several orders, a basis a line, is no duplicate. One document that two files hold is reported as well where they share lines; where each holds a part of it, and no product is in both, it is one document and nothing is said."
        ),
        books: [.movements]
    ) { examination, findings throws(Overflow) in
        let book = try examination.documents()
        let table = book.table
        var next = 0
        while next < book.documents.count {
            let document = book.documents[next], places = book.places(of: document.number)
            next = places.upperBound
            let rows = places.count == 1 ? Array(document.rows) : places.flatMap { book.documents[$0].rows }.sorted()
            let first = Head(table, rows[0], examination.parties)
            // Most documents say the same on each line.
            let isOne = rows.allSatisfy { Head(table, $0, examination.parties) == first }
            let heads = isOne ? [first] : Head.distinct(rows.map { Head(table, $0, examination.parties) })
            if heads.count == 1 {
                sayRepeatedFile(examination, document, rows, &findings)
                continue
            }
            var shown: Set<Head> = []
            let firsts = rows.filter { row in
                let head = Head(table, row, examination.parties)
                return heads.contains(head) && shown.insert(head).inserted
            }
            findings.add(
                key: [findings.part(.documentNumber, document.number)], party: document.customer,
                sources: findings.sources(table, firsts, .documentNumber),
                "单号 \(examination.month.text(document.number)) 用在 \(heads.count) 张不同的单据上，请核对并改号。",
                "\(examination.month.text(document.number)) is the number of \(heads.count) different documents. Check them and renumber."
            )
        }
    }

    /// One document that two files hold counts twice: its goods leave twice and are owed twice.
    private static func sayRepeatedFile(
        _ examination: Examination, _ document: DocumentBook.Document, _ rows: [Int], _ findings: inout Findings
    ) {
        let month = examination.month, table = month[.movements]
        func file(_ row: Int) -> Int32 { month.sheets[Int(month.regions[Int(table.origins[row].region)].sheet)].file }
        var shown: Set<Int32> = []
        let firsts = rows.filter { shown.insert(file($0)).inserted }
        if firsts.count < 2 { return }
        let contents = contents(examination, Dictionary(grouping: rows, by: file))
        // Two files that each hold a part of it are right together.
        if Set(contents.flatMap { Set($0.map(\.product)) }).count
            == contents.reduce(0, { $0 + Set($1.map(\.product)).count })
        {
            return
        }
        let isSame = Set(contents).count == 1
        let names = firsts.map { month.files[Int(file($0))].path }.sorted()
        findings.add(
            key: [findings.part(.documentNumber, document.number)], party: document.customer,
            sources: findings.sources(table, firsts, .documentNumber),
            "单号 \(month.text(document.number)) 在 \(names.count) 个文件里都有（\(names.joined(separator: "、"))），\(isSame ? "数量按两份都计了。请只留一份。" : "内容不全相同，都计了。请核对哪些行是重复的，只删重复的行。")",
            "\(month.text(document.number)) stands in \(names.count) files (\(names.joined(separator: ", "))), and \(isSame ? "both were counted. Keep one of them." : "all of their lines were counted, though some are not the same. Find out which are there twice, and remove only those.")"
        )
    }

    private struct Moved: Hashable {
        let product: Symbol
        let quantity: Int64?
    }

    /// What each file says that the document moved, whatever the order of its lines.
    private static func contents(_ examination: Examination, _ rows: [Int32: [Int]]) -> [[Moved]] {
        let table = examination.month[.movements]
        return rows.values.map { rows in
            rows.map {
                Moved(
                    product: examination.goods.product(.movements, $0),
                    quantity: (try? examination.goods.quantity(table, $0))??.units)
            }.sorted { ($0.product.index, $0.quantity ?? 0) < ($1.product.index, $1.quantity ?? 0) }
        }
    }

    private struct Head: Hashable {
        let kind: Symbol, customer: Symbol
        let date: Int64?

        init(_ table: Table, _ row: Int, _ parties: Parties) {
            kind = table.symbol(.documentKind, row)
            customer = parties.name(table.symbol(.customer, row))
            date = table.number(.date, row)
        }

        /// Those of which none leaves out what another one says: a customer that could not be read on one line is no other
        /// customer.
        static func distinct(_ heads: [Head]) -> Set<Head> {
            let all = Set(heads)
            return all.filter { head in !all.contains { $0 != head && head.isPart(of: $0) } }
        }

        private func isPart(of other: Head) -> Bool {
            (kind.isNone || kind == other.kind) && (customer.isNone || customer == other.customer)
                && (date == nil || date == other.date)
        }
    }
}
