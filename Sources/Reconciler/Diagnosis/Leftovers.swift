import Books

/// What is left over on both sides of each tie, each with the findings that say so.
struct Leftovers {
    private let examination: Examination
    private let findings: [Finding]
    private var places: [String: [Int]] = [:]

    init(_ examination: Examination, _ findings: [Finding]) {
        self.examination = examination
        self.findings = findings
        for (place, finding) in findings.enumerated() where Leftovers.codes.contains(finding.code) {
            places[Leftovers.name(finding.code, finding.key[0].value), default: []].append(place)
        }
    }

    private static let codes: Set = [
        "dispatch.missing", "dispatch.without-order", "dispatch.quantity-over", "dispatch.customer-mismatch",
        "dispatch.late",
        "receivable.missing", "receivable.without-dispatch",
        "ledger.missing", "ledger.without-document",
    ]

    private static func name(_ code: String, _ value: String) -> String { code + "\n" + value }

    private var month: Month { examination.month }

    /// The findings of a code about a customer's number, which another customer may use as well.
    private func found(_ code: String, _ number: Symbol, of customer: Symbol) -> [Int] {
        let own = places[Leftovers.name(code, month.text(number))] ?? []
        if own.isEmpty { return own }
        let party = month.text(customer)
        return own.filter { findings[$0].party == nil || findings[$0].party == party }
    }

    /// The sides of every tie that has something left over on both.
    func sides() throws(Overflow) -> [(left: [Unmatched], right: [Unmatched])] {
        if places.isEmpty { return [] }
        var sides = [try orders(), try receivables()]
        sides += [try ledger(receipts: false), try ledger(receipts: true)]
        // In an order of their own, so that the files' order changes nothing.
        return sides.map { (Leftovers.sorted($0.left), Leftovers.sorted($0.right)) }
    }

    private static func sorted(_ records: [Unmatched]) -> [Unmatched] {
        records.sorted {
            ($0.number, $0.party, $0.amount, $0.name.english) < ($1.number, $1.party, $1.amount, $1.name.english)
        }
    }

    // MARK: Orders and dispatch

    private func orders() throws(Overflow) -> (left: [Unmatched], right: [Unmatched]) {
        var left: [Unmatched] = [], right: [Unmatched] = []
        let match = try examination.dispatch(), book = try examination.documents(), orders = examination.orders
        var before: Int?
        for place in match.pairs.differing {
            let pairs = match.pairs.ofOrder(at: place)
            if pairs.startIndex == before { continue }
            before = pairs.startIndex
            let order = orders.orders[match.pairs[place].order]
            let own = found("dispatch.missing", order.number, of: order.customer)
            // What of the order was shipped is known to the warehouse under its number; the rest may have another.
            let isShipped = pairs.contains { !$0.dispatchRows.isEmpty }
            if own.isEmpty || isShipped { right += try excess(pairs, book) }
            if own.isEmpty { continue }
            var lines: [String: Int64] = [:]
            for pair in pairs where isShipped ? pair.outcome == .missing : pair.outcome != .cancelled {
                lines[month.text(pair.product)] = pair.ordered?.units ?? 0
            }
            let number = month.text(order.number)
            left.append(
                Unmatched(
                    findings: own, number: number, party: month.text(order.customer), amount: amount(of: own),
                    day: order.date, lines: lines, name: Phrase("订单 \(number)", "order \(number)"),
                    sources: sources(own)))
        }
        for place in match.withoutOrder {
            let document = book.documents[place]
            // What was made from another order is a finding of its own.
            let own = found("dispatch.without-order", document.number, of: document.customer).filter {
                findings[$0].actual == (document.basis.isNone ? nil : .text(month.text(document.basis)))
            }
            if own.isEmpty { continue }
            var lines: [String: Int64] = [:]
            for row in document.rows {
                let product = month.text(examination.goods.product(.movements, row))
                lines[product, default: 0] += try examination.goods.quantity(book.table, row)?.units ?? 0
            }
            right.append(issue(document, lines, own))
        }
        return (left, right)
    }

    /// The documents of an order that are over as a whole: each product of theirs is over by just what they moved. Another
    /// order's number may stand on them.
    private func excess(_ pairs: Slice<DispatchPairs>, _ book: DocumentBook) throws(Overflow) -> [Unmatched] {
        guard let first = pairs.first(where: { $0.outcome == .over }) else { return [] }
        let order = examination.orders.orders[first.order], match = try examination.dispatch()
        let over = found("dispatch.quantity-over", order.number, of: order.customer)
        var excess: [Unmatched] = []
        for document in match.documents(ofOrder: first.order, where: { $0.kind == .salesOut }) {
            var lines: [String: Int64] = [:]
            for row in document.rows {
                let product = month.text(examination.goods.product(.movements, row))
                lines[product, default: 0] += try examination.goods.quantity(book.table, row)?.units ?? 0
            }
            let own = over.filter { place in
                findings[place].key.last.map { lines[$0.value] }.map {
                    $0.map { findings[place].difference == .quantity(Quantity(units: $0)) } ?? false
                } ?? false
            }
            if own.isEmpty || own.count != lines.count { continue }
            let isAnothers = !document.customer.isNone && document.customer != order.customer
            let mistaken = isAnothers ? found("dispatch.customer-mismatch", order.number, of: order.customer) : []
            let late = found("dispatch.late", order.number, of: order.customer).filter {
                findings[$0].actual == document.date.map(Figure.day)
            }
            excess.append(issue(document, lines, own + mistaken + late))
        }
        return excess
    }

    /// A sales issue that has no order, or perhaps another one.
    private func issue(_ document: DocumentBook.Document, _ lines: [String: Int64], _ own: [Int]) -> Unmatched {
        let number = month.text(document.number), basis = month.text(document.basis)
        return Unmatched(
            findings: own, number: basis, party: month.text(document.customer),
            amount: document.amount?.magnitude.units ?? 0, day: document.date, lines: lines,
            name: Phrase(
                "出库单 \(number)\(basis.isEmpty ? "" : "（依据 \(basis)）")",
                "document \(number)\(basis.isEmpty ? "" : " (made from \(basis))")"), sources: sources(own))
    }

    // MARK: Dispatch and receivables

    private func receivables() throws(Overflow) -> (left: [Unmatched], right: [Unmatched]) {
        var left: [Unmatched] = [], right: [Unmatched] = []
        let book = try examination.documents(), table = month[.receivables]
        let gaps = try gapFindings()
        for pair in try examination.receivables().pairs {
            let number = month.text(pair.number)
            if pair.outcome == .missing {
                let own = found("receivable.missing", pair.number, of: pair.customer)
                if own.isEmpty { continue }
                left.append(
                    Unmatched(
                        findings: own, number: number, party: month.text(pair.customer),
                        amount: pair.delivered?.magnitude.units ?? 0,
                        day: pair.documents.lazy.compactMap { book.documents[$0].date }.min(),
                        name: named("出库单", "document", number, pair.delivered), sources: sources(own)))
            } else if pair.outcome == .withoutDispatch, pair.documents.isEmpty {
                // Where the number is a gap in its series, only the gap is said.
                let own =
                    gaps[pair.number].map { [$0] }
                    ?? found("receivable.without-dispatch", pair.number, of: pair.customer)
                if own.isEmpty { continue }
                right.append(
                    Unmatched(
                        findings: own, number: number, party: month.text(pair.customer),
                        amount: pair.owed?.magnitude.units ?? 0,
                        day: pair.rows.lazy.compactMap { table.day(.date, $0) }.min(),
                        name: named("应收", "receivable", number, pair.owed), sources: sources(own)))
            }
        }
        return (left, right)
    }

    /// The place of the finding about each number that is missing in its series.
    private func gapFindings() throws(Overflow) -> [Symbol: Int] {
        var byKey: [String: Int] = [:], gaps: [Symbol: Int] = [:]
        for (place, finding) in findings.enumerated() where finding.code == "document.number-gap" {
            if let key = finding.key.first?.value { byKey[key] = place }
        }
        if byKey.isEmpty { return [:] }
        for series in try examination.series() {
            for gap in series.gaps(largestPercent: examination.settings.largestGapPercent) where gap.count <= 1000 {
                guard let place = byKey[series.key(of: gap)] else { continue }
                for number in gap {
                    if let symbol = month.texts.find(series.written(number)) { gaps[symbol] = place }
                }
            }
        }
        return gaps
    }

    // MARK: The ledger

    private func ledger(receipts: Bool) throws(Overflow) -> (left: [Unmatched], right: [Unmatched]) {
        var left: [Unmatched] = [], right: [Unmatched] = []
        guard month.has(.ledger), month.has(.receivables) else { return ([], []) }
        let match = try examination.ledger(), owed = try examination.receivables()
        for pair in match.pairs where pair.isReceipt == receipts {
            let number = month.text(pair.number)
            if pair.outcome == .missing {
                let own = found("ledger.missing", pair.number, of: pair.customer)
                if own.isEmpty { continue }
                let day =
                    pair.receivable.map { owed.pairs[$0].rows }?.lazy
                    .compactMap { month[.receivables].day(.date, $0) }.min()
                    ?? pair.receipts.lazy.compactMap { month[.receipts].day(.date, $0) }.min()
                left.append(
                    Unmatched(
                        findings: own, number: number, party: month.text(pair.customer),
                        amount: pair.expected?.magnitude.units ?? 0, day: day,
                        name: receipts
                            ? named("回款", "receipt", number, pair.expected)
                            : named("应收", "receivable", number, pair.expected), sources: sources(own)))
            } else if pair.outcome == .withoutDocument {
                let own = found("ledger.without-document", pair.number, of: pair.customer)
                if own.isEmpty { continue }
                right.append(
                    Unmatched(
                        findings: own, number: number, party: month.text(pair.customer),
                        amount: pair.booked?.magnitude.units ?? 0,
                        day: pair.rows.lazy.compactMap { match.table.day(.date, $0) }.min(),
                        name: named("明细账", "ledger entry", number, pair.booked), sources: sources(own)))
            }
        }
        return (left, right)
    }

    // MARK: Wording

    private func named(_ chinese: String, _ english: String, _ number: String, _ amount: Amount?) -> Phrase {
        let worth = amount.map { " \($0)" } ?? ""
        return Phrase("\(chinese) \(number)\(worth)", "\(english) \(number)\(worth)")
    }

    private func amount(of own: [Int]) -> Int64 {
        var sum: Int128 = 0
        for place in own { sum += Int128(findings[place].amount?.units ?? 0) }
        return Int64(exactly: sum.magnitude) ?? 0
    }

    private func sources(_ own: [Int]) -> [Source] { own.prefix(3).flatMap { findings[$0].sources.prefix(1) } }
}
