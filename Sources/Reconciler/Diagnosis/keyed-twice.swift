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
        /// Where a bank's reference may stand.
        var remark = Symbol.none
        /// Whether it found its other side; `nil` for one that neither stands alone nor vouches for another.
        let isFound: Bool?
        let book: BookKind, row: Int, field: Field

        var worth: Worth { Worth(customer: customer, amount: amount) }
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
            // Looked through twice and not kept: a month has a hundred thousand, and few stand alone.
            var worths: Set<Worth> = [], alone: [Symbol: [Record]] = [:], found: [Worth: [Record]] = [:]
            try? each(code) { record in
                if record.isFound != false { return }
                worths.insert(record.worth)
                alone[record.number, default: []].append(record)
            }
            if worths.isEmpty { continue }
            try? each(code) { record in
                if record.isFound == true, worths.contains(record.worth) {
                    found[record.worth, default: []].append(record)
                }
            }
            (self.alone[code], self.found[code]) = (alone, found)
        }
    }

    /// Visits the records that a code's findings are about; none for other codes.
    private func each(_ code: String, _ visit: (Record) -> Void) throws(Overflow) {
        switch code {
        case "receipt.unapplied", "receipt.over-applied": try eachReceipt(visit)
        case "receivable.missing": try eachDocument(visit)
        case "receivable.without-dispatch": try eachReceivable(visit)
        case "ledger.missing": try eachToBook(visit)
        case "ledger.without-document": try eachBooked(visit)
        default: break
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
        let twins = (found[finding.code]?[own.worth] ?? []).filter { isSame(own, $0) }.sorted {
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

    private func isSame(_ own: Record, _ other: Record) -> Bool {
        guard own.number != other.number, own.basis == other.basis || own.basis.isNone || other.basis.isNone else {
            return false
        }
        if own.day != nil, own.day == other.day { return true }
        // What is long enough for a bank's reference; words are the same on many.
        return own.remark == other.remark && month.text(own.remark).count { $0.isASCII && $0.isNumber } >= 6
    }

    private func source(_ record: Record) -> Source {
        Source(
            role: record.book.rawValue, reference: month.cell(month[record.book].origins[record.row], record.field))
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

    private func eachReceipt(_ visit: (Record) -> Void) throws(Overflow) {
        let table = month[.receipts]
        for receipt in try examination.receipts().receipts where receipt.amount > .zero {
            visit(
                record(
                    table, receipt.row, number: table.symbol(.receiptNumber, receipt.row), receipt.customer,
                    receipt.amount, isFound: receipt.unapplied.isZero && receipt.over.isZero))
        }
    }

    private func eachDocument(_ visit: (Record) -> Void) throws(Overflow) {
        let book = try examination.documents()
        for pair in try examination.receivables().pairs {
            guard let place = pair.documents.first, let amount = pair.delivered else { continue }
            let document = book.documents[place]
            visit(
                Record(
                    number: pair.number, customer: pair.customer, amount: amount, day: document.date,
                    basis: document.basis, isFound: isFound(pair.outcome, alone: .missing), book: .movements,
                    row: document.rows[0], field: .documentNumber))
        }
    }

    private func eachReceivable(_ visit: (Record) -> Void) throws(Overflow) {
        for pair in try examination.receivables().pairs {
            guard let row = pair.rows.first, let owed = pair.owed else { continue }
            visit(
                record(
                    month[.receivables], row, number: pair.number, pair.customer, owed,
                    isFound: isFound(pair.outcome, alone: .withoutDispatch)))
        }
    }

    private func isFound(_ outcome: ReceivableMatch.Outcome, alone: ReceivableMatch.Outcome) -> Bool? {
        outcome == alone ? false : outcome == .agrees ? true : nil
    }

    /// What should be booked. What has a delivery, or documents of its own that it paid, was not keyed twice.
    private func eachToBook(_ visit: (Record) -> Void) throws(Overflow) {
        let receivables = try examination.receivables().pairs
        let idle = Set(
            try examination.receipts().receipts.lazy.filter { receipt in
                !receipt.unapplied.isZero || !receipt.over.isZero || receipt.paid.contains { $0.stage == .oldestFirst }
            }.map(\.row))
        for pair in try examination.ledger().pairs {
            let rows = pair.receivable.map { receivables[$0].rows } ?? pair.receipts
            guard let expected = pair.expected, let row = rows.first else { continue }
            let isAlone =
                pair.receivable.map { receivables[$0].documents.isEmpty }
                ?? pair.receipts.contains { idle.contains($0) }
            visit(
                record(
                    month[pair.isReceipt ? .receipts : .receivables], row, number: pair.number, pair.customer, expected,
                    isFound: pair.outcome == .agrees ? true : pair.outcome == .missing && isAlone ? false : nil))
        }
    }

    private func eachBooked(_ visit: (Record) -> Void) throws(Overflow) {
        let ledger = try examination.ledger()
        for pair in ledger.pairs {
            guard let booked = pair.booked, let row = pair.rows.first else { continue }
            visit(
                Record(
                    number: pair.number, customer: pair.customer,
                    // A receipt and a document of the same amount are no twins.
                    amount: pair.isReceipt ? booked.negated : booked, day: ledger.table.day(.date, row),
                    isFound: pair.outcome == .agrees ? true : pair.outcome == .withoutDocument ? false : nil,
                    book: .ledger, row: row, field: pair.isReceipt ? .credit : .debit))
        }
    }

    /// A receivable or a receipt; what a receipt pays and what stands in its remark tells it from others.
    private func record(
        _ table: Table, _ row: Int, number: Symbol, _ customer: Symbol, _ amount: Amount, isFound: Bool?
    ) -> Record {
        Record(
            number: number, customer: customer, amount: amount, day: table.day(.date, row),
            basis: table.symbol(.appliesTo, row), remark: table.symbol(.remark, row), isFound: isFound,
            book: table.kind, row: row, field: .amount)
    }
}
