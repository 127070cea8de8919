import Books

/// Returns that do not fit the delivery they cite, and the delivery that they fit.
struct ReturnDiagnosis {
    private let examination: Examination
    /// The misfits by their returns' numbers.
    private var misfits: [String: [ReturnMatch.Misfit]] = [:]
    /// The customer's issues, for customers with misfits.
    private var issues: [Symbol: [Int]] = [:]

    init?(_ examination: Examination, _ findings: [Finding]) throws(Overflow) {
        self.examination = examination
        let book = try examination.documents()
        guard findings.contains(where: { ["document.reversal-unpaired", "receivable.missing"].contains($0.code) }),
            book.documents.contains(where: { $0.kind == .salesReturn })
        else { return nil }
        for misfit in try ReturnMatch(examination).misfits {
            let document = book.documents[misfit.document]
            misfits[examination.month.text(document.number), default: []].append(misfit)
            issues[document.customer] = []
        }
        for (place, document) in book.documents.enumerated() where document.kind == .salesOut && !document.isVoided {
            issues[document.customer]?.append(place)
        }
    }

    /// The only other delivery of the customer that the return's lines fit: by product, quantity and price.
    func causes(_ finding: Finding) throws(Overflow) -> [Cause] {
        guard let number = finding.key.first?.value else { return [] }
        if finding.code == "receivable.missing" { return try exchanged(number, finding) }
        guard finding.code == "document.reversal-unpaired" else { return [] }
        let month = examination.month, book = try examination.documents()
        // Of several lines of a return the finding's own is the last of its cells.
        let own = finding.sources.last?.reference
        guard
            let misfit = misfits[number]?.first(where: { misfit in
                let line = source(misfit.row, .productCode).reference
                return line.row == own?.row && line.sheet == own?.sheet && line.file == own?.file
            }),
            let issues = issues[book.documents[misfit.document].customer]
        else { return [] }
        let document = book.documents[misfit.document]
        let rows = misfit.product.isNone ? Array(document.rows) : [misfit.row]
        var fitting: [Int] = []
        for place in issues where book.documents[place].number != document.basis {
            if try fits(rows, book.documents[place], book) { fitting.append(place) }
        }
        let numbers = Set(fitting.map { book.documents[$0].number })
        let others = try ofAnother(misfit, rows, document, finding, book)
        guard numbers.count == 1, let only = numbers.first, let place = fitting.first else {
            return numbers.isEmpty ? others : []
        }
        return others + [
            Cause(
                .otherNumber, explains: finding.difference,
                Phrase(
                    "该客户只有 \(month.text(only)) 的商品、数量、单价对得上：原单号很可能写错了。",
                    "Only \(month.text(only)) of this customer has the product in that quantity and at that price: most likely the return cites the wrong number."
                ),
                sources: [source(misfit.row, .basisNumber)]
                    + book.documents[place].rows.prefix(2).map { source($0, .productCode) })
        ]
    }

    /// That only the customer of a return is not its delivery's: all that came back is on it.
    private func ofAnother(
        _ misfit: ReturnMatch.Misfit, _ rows: [Int], _ document: DocumentBook.Document, _ finding: Finding,
        _ book: DocumentBook
    ) throws(Overflow) -> [Cause] {
        guard case .customer(let customer) = misfit.kind,
            let cited = book.documents(document.basis, of: customer).first, try fits(rows, cited, book)
        else { return [] }
        let (name, number) = (examination.month.text(customer), examination.month.text(document.basis))
        return [
            Cause(
                .otherCustomer, explains: finding.difference,
                Phrase(
                    "退的商品、数量、单价都与原单 \(number) 对得上：退货单的客户很可能写错了，应是「\(name)」。",
                    "The product, the quantity and the price are those of \(number): most likely the return should name “\(name)”."
                ),
                sources: [source(misfit.row, .customer)])
        ]
    }

    /// That a document nobody entered as owed is one half of an exchange, whose halves are worth the same.
    private func exchanged(_ number: String, _ finding: Finding) throws(Overflow) -> [Cause] {
        let book = try examination.documents(), goods = examination.goods
        guard let symbol = examination.month.texts.find(number), let own = book.document(symbol) else { return [] }
        let halves: [DocumentBook.Document]
        if own.kind == .salesReturn {
            halves = book.places(ofBasis: symbol).map { book.documents[$0] }
        } else {
            halves = book.places(of: own.basis).map { book.documents[$0] }
        }
        guard halves.count == 1, let other = halves.first, let amount = own.amount,
            try book.replacesReturn(own.kind == .salesReturn ? other : own, goods), other.amount == amount.negated
        else { return [] }
        let name = examination.month.text(other.number)
        return [
            Cause(
                .exchanged, explains: finding.difference,
                Phrase(
                    "与 \(name) 一退一发，商品、数量、金额相同：是换货，两张都不入应收也相抵。",
                    "With \(name) the same goods came back and were sent again for the same money: an exchange, and neither is owed."
                ),
                sources: other.rows.prefix(2).map { source($0, .quantity) })
        ]
    }

    private func source(_ row: Int, _ field: Field) -> Source {
        let table = examination.month[.movements]
        return Source(role: table.kind.rawValue, reference: examination.month.cell(table.origins[row], field))
    }

    /// Whether a delivery has all that came back, as much of it and at the price.
    private func fits(_ rows: [Int], _ delivery: DocumentBook.Document, _ book: DocumentBook) throws(Overflow) -> Bool {
        let goods = examination.goods
        for row in rows {
            let product = goods.product(.movements, row), back = try goods.quantity(book.table, row)?.magnitude ?? .zero
            let price = goods.price(book.table, row)
            var sold = Quantity.zero
            for line in delivery.rows where goods.product(.movements, line) == product {
                let charged = goods.price(book.table, line)
                guard price == nil || charged == nil || price == charged else { continue }
                sold = try sold + (goods.quantity(book.table, line) ?? .zero)
            }
            if sold < back || sold == .zero { return false }
        }
        return true
    }
}
