import Books

extension Suspicion {
    /// What is owed or booked is off by exactly one line of the document, or by one delivery of several: it was left out, or
    /// stands there twice.
    static let lineLeftOut = Suspicion(.lineLeftOut) { discrepancy, context throws(Overflow) in
        guard discrepancy.measure == .amount else { return [] }
        // A return that was left out makes it more.
        let fitting = try context.partsOfDocument(discrepancy).filter {
            $0.units == discrepancy.difference || $0.units == -discrepancy.difference
        }
        guard !fitting.isEmpty, fitting.count <= 3 else { return [] }
        return fitting.map { part in
            let isMissing = part.units == -discrepancy.difference
            if isMissing, part.isRepeated {
                return discrepancy.cause(
                    .documentTwice,
                    "差额正好是\(part.name.chinese)，这一行在单上不止一遍：可能录重了，或应收漏算了一遍。",
                    "The difference is exactly \(part.name.english), and that line stands there more than once: perhaps it was entered twice, or left out once.",
                    sources: [part.source])
            }
            return discrepancy.cause(
                isMissing ? .lineLeftOut : .documentTwice,
                isMissing
                    ? "差额正好是\(part.name.chinese)，很可能漏算了。" : "差额正好是\(part.name.chinese)，很可能算了两遍。",
                isMissing
                    ? "The difference is exactly \(part.name.english): most likely it was left out."
                    : "The difference is exactly \(part.name.english): most likely it was counted twice.",
                sources: [part.source])
        }
    }
}

/// One line of what a document or an order's deliveries come to, or one delivery of several.
struct DocumentPart {
    let units: Int64
    let name: Phrase
    let source: Source
    /// Whether the same line stands there more than once; then the last of them is this.
    var isRepeated = false
}

extension DiagnosisContext {
    /// The lines of the document that an amount is of, where there are several, and its deliveries, where there are.
    func partsOfDocument(_ discrepancy: Discrepancy) throws(Overflow) -> [DocumentPart] {
        guard ["receivable.amount-difference", "ledger.amount-difference"].contains(discrepancy.finding.code),
            let number = examination.month.texts.find(discrepancy.key(.documentNumber) ?? "")
        else { return [] }
        let match = try examination.receivables(), book = try examination.documents()
        let party = discrepancy.finding.party.flatMap { examination.month.texts.find($0) } ?? .none
        guard let place = match.place(of: number, for: party) else { return [] }
        let documents = match.pairs[place].documents.map { book.documents[$0] }.filter(\.changesWhatIsOwed)
        var parts: [DocumentPart] = []
        let rows = documents.flatMap { document in document.rows.map { (document, $0) } }
        guard rows.count > 1, rows.count <= 500 else { return [] }
        let repeats = repeatedLines(rows.map(\.1))
        for (document, row) in rows where !book.table.flag(.voided, row) && repeats[row] != .some(false) {
            guard let worth = try book.worth(row), !worth.isZero else { continue }
            let units = document.kind?.direction == 1 ? worth.magnitude.negated.units : worth.units
            parts.append(
                DocumentPart(
                    units: units, name: line(document, row, worth), source: cell(row), isRepeated: repeats[row] != nil))
        }
        if Set(documents.map(\.number)).count > 1 {
            for document in documents where document.rows.count > 1 {
                guard let worth = document.amount else { continue }
                let text = examination.month.text(document.number)
                parts.append(
                    DocumentPart(
                        units: worth.units, name: Phrase("出库单 \(text) \(worth)", "document \(text), \(worth)"),
                        source: cell(document.rows[0])))
            }
        }
        return parts
    }

    /// The lines of which another one says the same, and whether each is the last of those.
    private func repeatedLines(_ rows: [Int]) -> [Int: Bool] {
        struct Line: Hashable {
            let document: Symbol, product: Symbol, content: LineContent
        }
        let table = examination.month[.movements]
        let lines = Dictionary(grouping: rows) { row in
            Line(
                document: table.symbol(.documentNumber, row), product: examination.goods.product(.movements, row),
                content: LineContent(table, row))
        }
        var repeats: [Int: Bool] = [:]
        for rows in lines.values where rows.count > 1 {
            let last = rows.max()
            for row in rows { repeats[row] = row == last }
        }
        return repeats
    }

    private func cell(_ row: Int) -> Source {
        let table = examination.month[.movements]
        let field: Field = table.has(.amount) ? .amount : .quantity
        return Source(role: table.kind.rawValue, reference: examination.month.cell(table.origins[row], field))
    }

    private func line(_ document: DocumentBook.Document, _ row: Int, _ worth: Amount) -> Phrase {
        let table = examination.month[.movements], month = examination.month
        let code = month.text(table.symbol(.productCode, row)), name = month.text(table.symbol(.productName, row))
        let product = [code, name == code ? "" : name].filter { !$0.isEmpty }.joined(separator: " ")
        let quantity = table.quantity(.quantity, row).map(\.description) ?? ""
        let unit = month.text(table.symbol(.unit, row)), number = month.text(document.number)
        return Phrase(
            "单据 \(number) 的一行（\(product) \(quantity)\(unit) \(worth)）",
            "a line of document \(number) (\(product) \(quantity)\(unit.isEmpty ? "" : " \(unit)"), \(worth))")
    }
}
