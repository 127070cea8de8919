import Books

/// Records that stand alone and were most likely keyed twice, under a new number: the same book has another one of the same
/// customer, amount and day that found its other side.
struct KeyedTwice {
    /// A record of a book, as far as it tells whether another one is the same.
    private struct Record {
        let number: Symbol, customer: Symbol
        let amount: Amount
        let day: Day?
        /// What it was made from or pays; two that name different ones are two.
        var basis = Symbol.none
        /// A bank's reference, or whatever else long enough stands in the remark.
        var reference = Symbol.none
        /// Whether it found its other side; `nil` for one that neither stands alone nor vouches for another.
        let isFound: Bool?
        let table: Table, row: Int, field: Field

        func isSame(as other: Record) -> Bool {
            number != other.number && (basis == other.basis || basis.isNone || other.basis.isNone)
                && (day != nil && day == other.day || !reference.isNone && reference == other.reference)
        }
    }

    private struct Worth: Hashable {
        let customer: Symbol, amount: Amount
    }

    /// More than these of the same customer, amount and day say nothing about which it was.
    private static let mostAlike = 3

    private let examination: Examination
    /// By the finding's code: what stands alone, and what found its other side and is worth the same.
    private var alone: [String: [Symbol: [Record]]] = [:]
    private var found: [String: [Worth: [Record]]] = [:]

    init(_ examination: Examination, _ findings: [Finding]) {
        self.examination = examination
        for code in Set(findings.map(\.code)).sorted() {
            guard let records = try? records(code) else { continue }
            let worths = Set(
                records.lazy.filter { $0.isFound == false }.map { Worth(customer: $0.customer, amount: $0.amount) })
            for record in records {
                let worth = Worth(customer: record.customer, amount: record.amount)
                if record.isFound == false { alone[code, default: [:]][record.number, default: []].append(record) }
                if record.isFound == true, worths.contains(worth) {
                    found[code, default: [:]][worth, default: []].append(record)
                }
            }
        }
    }

    /// The book of records that a code's findings are about; nothing for other codes.
    private func records(_ code: String) throws(Overflow) -> [Record] {
        switch code {
        case "receipt.unapplied", "receipt.over-applied": try receipts()
        case "receivable.missing": try documents()
        case "receivable.without-dispatch": try receivables()
        case "ledger.missing": try toBook()
        case "ledger.without-document": try booked()
        default: []
        }
    }

    private var month: Month { examination.month }

    /// That the record of a finding was most likely keyed twice.
    func causes(_ finding: Finding) -> [Cause] {
        guard let number = finding.key.first.flatMap({ month.texts.find($0.value) }),
            let own = (alone[finding.code]?[number] ?? []).first(where: {
                month.text($0.customer) == finding.party ?? ""
            })
        else { return [] }
        let worth = Worth(customer: own.customer, amount: own.amount)
        let twins = (found[finding.code]?[worth] ?? []).filter(own.isSame).sorted {
            month.rank($0.number) < month.rank($1.number)
        }
        guard !twins.isEmpty, twins.count <= KeyedTwice.mostAlike else { return [] }
        let names = twins.map { month.text($0.number) }.joined(separator: "、")
        let done = KeyedTwice.done(finding.code)
        let isOfDay = twins.contains { $0.day == own.day }
        let alike = isOfDay ? Phrase("同一天", "the same day") : Phrase("备注（流水号）相同", "the same reference")
        return [
            Cause(
                .documentTwice, explains: finding.difference,
                Phrase(
                    "同一客户、同样金额 \(own.amount.magnitude)、\(alike.chinese)的 \(names) \(done.chinese)：可能是同一笔换了单号录了两次。",
                    "\(names), of the same customer, the same amount \(own.amount.magnitude) and \(alike.english), \(done.english): perhaps this is the same one, keyed twice under a new number."
                ),
                sources: ([own] + twins).map(source))
        ]
    }

    private func source(_ record: Record) -> Source {
        Source(
            role: record.table.kind.rawValue, reference: month.cell(record.table.origins[record.row], record.field))
    }

    /// What became of the one that vouches for it.
    private static func done(_ code: String) -> Phrase {
        switch code {
        case "receivable.missing": Phrase("已经记了应收", "is in the receivables")
        case "receivable.without-dispatch": Phrase("有出库单", "has its delivery")
        case "ledger.missing": Phrase("已经入账", "is booked")
        case "ledger.without-document": Phrase("有单据", "has its document")
        default: Phrase("已经核销", "has paid its documents")
        }
    }

    // MARK: Books

    private func receipts() throws(Overflow) -> [Record] {
        let table = month[.receipts]
        return try examination.receipts().receipts.filter { $0.amount > .zero }.map { receipt in
            record(
                table, receipt.row, .amount, number: table.symbol(.receiptNumber, receipt.row), receipt.customer,
                receipt.amount, isFound: receipt.unapplied.isZero && receipt.over.isZero)
        }
    }

    private func documents() throws(Overflow) -> [Record] {
        let book = try examination.documents()
        return try examination.receivables().pairs.compactMap { pair in
            guard let document = pair.documents.first.map({ book.documents[$0] }), let amount = pair.delivered else {
                return nil
            }
            return Record(
                number: pair.number, customer: pair.customer, amount: amount, day: document.date,
                basis: document.basis, isFound: isFound(pair.outcome, alone: .missing), table: book.table,
                row: document.rows[0], field: .documentNumber)
        }
    }

    private func receivables() throws(Overflow) -> [Record] {
        let table = month[.receivables]
        return try examination.receivables().pairs.compactMap { pair in
            guard let row = pair.rows.first, let owed = pair.owed else { return nil }
            return record(
                table, row, .amount, number: pair.number, pair.customer, owed,
                isFound: isFound(pair.outcome, alone: .withoutDispatch))
        }
    }

    private func isFound(_ outcome: ReceivableMatch.Outcome, alone: ReceivableMatch.Outcome) -> Bool? {
        outcome == alone ? false : outcome == .agrees ? true : nil
    }

    /// What should be booked. What has a delivery, or documents of its own that it paid, was not keyed twice.
    private func toBook() throws(Overflow) -> [Record] {
        let receivables = try examination.receivables().pairs
        let idle = Set(
            try examination.receipts().receipts.lazy.filter { receipt in
                !receipt.unapplied.isZero || !receipt.over.isZero || receipt.paid.contains { $0.stage == .oldestFirst }
            }.map(\.row))
        return try examination.ledger().pairs.compactMap { pair in
            guard let expected = pair.expected else { return nil }
            let isAlone =
                pair.receivable.map { receivables[$0].documents.isEmpty }
                ?? pair.receipts.contains { idle.contains($0) }
            let isFound = pair.outcome == .agrees ? true : pair.outcome == .missing && isAlone ? false : nil
            let table = month[pair.isReceipt ? .receipts : .receivables]
            let rows = pair.receivable.map { receivables[$0].rows } ?? pair.receipts
            return rows.first.map {
                record(table, $0, .amount, number: pair.number, pair.customer, expected, isFound: isFound)
            }
        }
    }

    private func booked() throws(Overflow) -> [Record] {
        let ledger = try examination.ledger()
        return ledger.pairs.compactMap { pair in
            guard let booked = pair.booked, let row = pair.rows.first else { return nil }
            let isFound = pair.outcome == .agrees ? true : pair.outcome == .withoutDocument ? false : nil
            return Record(
                number: pair.number, customer: pair.customer,
                // A receipt and a document of the same amount are no twins.
                amount: pair.isReceipt ? booked.negated : booked, day: ledger.table.day(.date, row),
                isFound: isFound, table: ledger.table, row: row, field: pair.isReceipt ? .credit : .debit)
        }
    }

    /// A record of a row; what a receipt pays and what stands in its remark tells it from others.
    private func record(
        _ table: Table, _ row: Int, _ field: Field, number: Symbol, _ customer: Symbol, _ amount: Amount, isFound: Bool?
    ) -> Record {
        let remark = table.symbol(.remark, row)
        let isReference = month.text(remark).count(where: { $0.isASCII && $0.isNumber }) >= 6
        return Record(
            number: number, customer: customer, amount: amount, day: table.day(.date, row),
            basis: table.symbol(.appliesTo, row), reference: isReference ? remark : .none, isFound: isFound,
            table: table, row: row, field: field)
    }
}
