import Books

/// Why money found no document, or could have paid another one.
struct ReceiptDiagnosis {
    let examination: Examination
    let allocation: ReceiptAllocation
    let pairs: [ReceivableMatch.Pair]
    /// The places of the receipts by their numbers, and of those without one.
    private let byNumber: Grouping
    private let unnumbered: GroupedRows
    /// The receipts of which several sets of documents could be meant, by the documents in them.
    private var readings: [Int: [Int]] = [:]
    /// The rows that credit documents themselves with all that the ledger is off by, by the documents' numbers.
    private(set) var credited: [Symbol: Int] = [:]
    /// The receipts that paid documents of which more or less is called received, by the documents.
    private var paying: [Int: [Int]] = [:]
    /// The receipts that cite nothing and paid one document, by their amounts.
    private var byAmount: [Int64: [Int]] = [:]
    private var openByAmount: [Int64: [Int]] = [:]
    /// The receipts that paid documents of which some could be exchanged for others of the same amount.
    private(set) var freeReceipts: [Symbol: [ReceiptAllocation.Receipt]] = [:]
    /// What no receipt has paid yet, of customers who paid others too much.
    private var unpaidByCustomer: [Symbol: [(pair: Int, units: Int64)]] = [:]
    /// What each customer still owes, by what the receivables call received.
    private(set) var openItems: [Symbol: [OpenItems.Item]] = [:]
    /// The documents by what their numbers could be taken for, where some receipt cites what is nobody's or another's.
    private var byTrace: [[UInt8]: [Int]] = [:]
    /// What receipts most likely meant to cite, by the documents.
    private var citedWrongly: [Int: [(receipt: Int, meant: MeantDocument)]] = [:]
    /// The money of others that is most likely a document's, by the documents.
    private var paidByOthers: [Int: [Int]] = [:]
    /// Whom the ledger books a receipt to, where that is another customer than the receipt's.
    private var bookedTo: [Symbol: Symbol] = [:]
    /// The receipts that pay more than is owed, by the documents that they cite.
    private(set) var paidTooMuch: [Int: [ReceiptAllocation.Receipt]] = [:]
    /// Money paid back that something explains, and what receipts paid too much, by their customers.
    private(set) var refunds: [Symbol: [ReceiptAllocation.Receipt]] = [:]
    private(set) var overpaid: [Symbol: [Amount]] = [:]
    /// The receipts that the ledger books to another customer, by their own.
    private(set) var bookedElsewhere: [Symbol: [ReceiptAllocation.Receipt]] = [:]
    /// The documents that receivables call received, by the receipt that most likely brought it.
    private(set) var statedPaid: [Symbol: [StatedReceipts.Gap]] = [:]
    /// The refunds that nothing explains, each with the only money it may pay back, by the places of all of them.
    private var netting: [Int: [[Int]]] = [:]

    init(_ examination: Examination) throws(Overflow) {
        self.examination = examination
        allocation = try examination.receipts()
        pairs = try examination.receivables().pairs
        let table = examination.month[.receipts]
        let numbers = allocation.receipts.map { table.symbol(.receiptNumber, $0.row) }
        byNumber = Grouping(numbers, tableSize: examination.month.texts.count)
        unnumbered = GroupedRows(numbers.indices.filter { numbers[$0].isNone })
        var citesWrongly: [Int] = []
        for (place, receipt) in allocation.receipts.enumerated() {
            if receipt.mayCiteWrongly { citesWrongly.append(place) }
            if receipt.isFree { freeReceipts[receipt.customer, default: []].append(receipt) }
            if case .several(_, let sets) = receipt.open {
                for pair in Set(sets.joined()) { readings[pair, default: []].append(place) }
            }
        }
        findNetting()
        // Where nothing says what was received, the receipts themselves have looked already.
        if examination.month[.receivables].statesReceived, allocation.receipts.contains(where: { $0.unapplied > .zero })
        {
            for item in try examination.openItems() where item.open != .zero {
                openItems[item.customer, default: []].append(item)
            }
        }
        for receipt in allocation.receipts where receipt.amount < .zero && !receipt.isUnexplainedRefund {
            refunds[receipt.customer, default: []].append(receipt)
        }
        for receipt in allocation.receipts where receipt.over > .zero {
            overpaid[receipt.customer, default: []].append(receipt.over)
            for place in citedPlaces(receipt) { paidTooMuch[place, default: []].append(receipt) }
        }
        let paysTooMuch = Set(allocation.receipts.filter { $0.over > .zero }.map(\.customer))
        // Only its own documents are what a customer may have meant.
        let citing = Set(citesWrongly.map { allocation.receipts[$0].customer })
        for (place, pair) in pairs.enumerated() {
            let open = try pair.due - allocation.paid[place]
            if open > .zero { openByAmount[open.units, default: []].append(place) }
            if open != .zero, paysTooMuch.contains(pair.customer) {
                unpaidByCustomer[pair.customer, default: []].append((place, open.units))
            }
            if citing.contains(pair.customer) {
                for trace in KeySlip.traces(examination.month.text(pair.number)) {
                    byTrace[trace, default: []].append(place)
                }
            }
        }
        try findPaidByOthers()
        for receipt in bookedTo.isEmpty ? [] : allocation.receipts where bookedTo(receipt) != nil {
            bookedElsewhere[receipt.customer, default: []].append(receipt)
        }
        if examination.month.has(.ledger) {
            let ledger = try examination.ledger()
            for pair in ledger.pairs where pair.outcome == .differs && pair.receivable != nil {
                if let credit = try ledger.credited(pair) { credited[pair.number] = credit.row }
            }
        }
        let stated = try examination.statedReceipts()
        if allocation.receipts.contains(where: { $0.unapplied > .zero || $0.over > .zero }) {
            for gap in stated.gaps where gap.stated > gap.paid {
                if let number = gap.explained { statedPaid[number, default: []].append(gap) }
            }
        }
        let unlike = Set(stated.gaps.map(\.pair))
        for (place, receipt) in allocation.receipts.enumerated() where !unlike.isEmpty {
            for part in receipt.paid where unlike.contains(part.pair) { paying[part.pair, default: []].append(place) }
        }
        if allocation.receipts.contains(where: { $0.unapplied > .zero }) {
            for (place, receipt) in allocation.receipts.enumerated() where receipt.amount > .zero {
                guard let part = receipt.paid.first, receipt.paid.count == 1, part.stage != .cited else { continue }
                byAmount[receipt.amount.units, default: []].append(place)
            }
        }
        for place in citesWrongly {
            for meant in meant(allocation.receipts[place]) {
                citedWrongly[meant.pair, default: []].append((place, meant))
            }
        }
    }

    var month: Month { examination.month }
    /// What the ledger says was kept back of receipts.
    var booked: BookedCharges { allocation.booked }

    /// The documents whose numbers a text may be one slip away from. A trace that very many share tells nothing.
    func near(_ number: String) -> Set<Int> {
        var near: Set<Int> = []
        for trace in KeySlip.traces(number) {
            if let places = byTrace[trace], places.count <= 50 { near.formUnion(places) }
        }
        return near
    }

    /// What receipts have paid of a document.
    func paid(_ place: Int) -> Amount { allocation.paid[place] }

    /// What no receipt has paid of a document.
    func open(_ place: Int) -> Amount { (try? pairs[place].due - allocation.paid[place]) ?? .zero }

    /// The documents of which just as much is open.
    func documents(open amount: Amount) -> [Int] { openByAmount[amount.units] ?? [] }

    /// What no receipt has paid yet of a customer's documents.
    func unpaid(_ customer: Symbol) -> [(pair: Int, units: Int64)] { unpaidByCustomer[customer] ?? [] }

    /// Whose document the money that found nothing to pay most likely paid.
    private mutating func findPaidByOthers() throws(Overflow) {
        guard allocation.receipts.contains(where: { $0.unapplied > .zero }) else { return }
        let table = examination.month[.ledger], parties = examination.parties
        if examination.month.has(.ledger) {
            for pair in try examination.ledger().pairs where pair.isReceipt && !pair.receipts.isEmpty {
                let first = pair.rows.first.map { parties.name(table.symbol(.customer, $0)) } ?? .none
                let isOne = pair.rows.allSatisfy { parties.name(table.symbol(.customer, $0)) == first }
                if isOne, !first.isNone, first != pair.customer { bookedTo[pair.number] = first }
            }
        }
        for (place, receipt) in allocation.receipts.enumerated() where receipt.unapplied > .zero {
            for pair in ofOthers(receipt) { paidByOthers[pair, default: []].append(place) }
        }
    }

    /// Whom the ledger books a receipt to, where that is another customer.
    func bookedTo(_ receipt: ReceiptAllocation.Receipt) -> Symbol? {
        bookedTo[month[.receipts].symbol(.receiptNumber, receipt.row)]
    }

    /// Money of a customer that found nothing to pay, and that together is just what was paid back to it.
    private mutating func findNetting() {
        var idle: [Symbol: [Int]] = [:]
        for (place, receipt) in allocation.receipts.enumerated() where receipt.unapplied > .zero {
            idle[receipt.customer, default: []].append(place)
        }
        for (place, refund) in allocation.receipts.enumerated() where refund.isUnexplainedRefund {
            guard let paid = idle[refund.customer], paid.count <= ReceiptAllocation.manyDocuments,
                case .unique(let set) = SubsetSearch.find(
                    paid.map { allocation.receipts[$0].unapplied.units }, sum: refund.amount.negated.units,
                    limits: .quick),
                !set.isFree
            else { continue }
            let together = [place] + set.places.map { paid[$0] }
            for member in together { netting[member, default: []].append(together) }
        }
    }

    /// That a receipt and others of the customer come to nought together.
    private func nettedOut(_ place: Int, _ finding: Finding) -> [Cause] {
        (netting[place] ?? []).prefix(3).map { together in
            let members = together.map { allocation.receipts[$0] }
            let list = members.prefix(8).map { "\(name($0)) \($0.amount < .zero ? $0.amount : $0.unapplied)" }
            let shown = list.joined(separator: "、") + (members.count > 8 ? "…" : "")
            return Cause(
                .sumOfItems, explains: finding.difference,
                Phrase(
                    "该客户的 \(shown) 正好收支相抵、合计为零，别无他解：很可能是收错退回。",
                    "This customer's \(shown) come to nought together, and nothing else does: most likely money taken by mistake and paid back."
                ),
                sources: members.prefix(6).map { source($0, .amount) })
        }
    }

    /// The causes of a finding about a receipt or about what is still open.
    func causes(_ finding: Finding) throws(Overflow) -> [Cause] {
        guard let number = finding.key.first?.value else { return [] }
        switch finding.code {
        case "receipt.unapplied":
            var causes: [Cause] = []
            for place in places(number, finding) {
                let receipt = allocation.receipts[place]
                causes += nettedOut(place, finding)
                if receipt.amount < .zero { continue }
                let ahead = paidAhead(receipt, finding)
                if !ahead.isEmpty {
                    causes += ahead
                    continue
                }
                causes += try receivableTooLow(receipt, finding) + several(receipt) + otherNumber(receipt, finding)
                let exchanged = exchanged(receipt, finding)
                causes += statedElsewhere(receipt, finding)
                causes += exchanged.isEmpty ? otherCustomer(receipt, finding) : exchanged
                causes += openDocuments(receipt, finding)
            }
            return causes
        case "receipt.over-applied":
            var causes: [Cause] = []
            for receipt in receipts(number, finding) {
                // What the document is worth covers it, or it was paid back: nothing else is wrong with it.
                let settled = try receivableTooLow(receipt, finding) + paidBack(receipt, finding)
                causes += settled.isEmpty ? tooMuchPaid(receipt, finding) : settled
            }
            return causes
        case "receivable.cash-uncollected", "receivable.overdue":
            guard let place = place(of: finding, number) else { return [] }
            return exchangeable(place, finding)
                + (readings[place] ?? []).prefix(3).flatMap { several(allocation.receipts[$0]) }
                + (citedWrongly[place] ?? []).prefix(3).map { cited in
                    citedWrongly(allocation.receipts[cited.receipt], cited.meant, finding)
                } + (paidByOthers[place] ?? []).prefix(3).map { paidByOther(allocation.receipts[$0], place, finding) }
        case "receivable.balance-miscalculated":
            guard let place = place(of: finding, number) else { return [] }
            return try receivedLater(place, finding) + keptBack(place, finding)
        case "ledger.amount-difference":
            return try keptBack(ofReceipt: number, finding) + creditedDirectly(number, finding)
        case "ledger.control-difference": return try outsideTheMonth(finding)
        case "ledger.customer-mismatch":
            return places(number).prefix(3).flatMap { place in
                let receipt = allocation.receipts[place], exchanged = exchanged(receipt, finding)
                return exchanged.isEmpty ? wrongCustomer(receipt, finding) : exchanged
            }
        default: return []
        }
    }

    /// The receivable that a finding is about.
    private func place(of finding: Finding, _ number: String) -> Int? {
        month.texts.find(number).flatMap { symbol in
            place(of: symbol, for: finding.party.flatMap { month.texts.find($0) } ?? .none)
        }
    }

    /// The documents that nearly come to a receipt that found none.
    func nearest(_ finding: Finding) -> NearestCandidate? {
        guard finding.code == "receipt.unapplied" || finding.code == "receipt.over-applied",
            let number = finding.key.first?.value, let receipt = receipts(number, finding).first
        else { return nil }
        if receipt.mayCiteWrongly { return nearestCited(receipt) }
        guard receipt.paid.isEmpty,
            case .none(let below, let above, let near)? = receipt.open, !near.isEmpty
        else { return nil }
        let sums = NearSum.words(below?.units, above?.units)
        return NearestCandidate(
            Phrase(numbers(near), numbers(near)),
            obstacle: Phrase(
                "没有单据正好合计 \(receipt.amount)；最近的合计\(sums.chinese)",
                "no documents come to \(receipt.amount); the nearest sums are \(sums.english)"),
            sources: near.prefix(4).flatMap { sources(pairs[$0]) })
    }

    /// The receipts that paid a document of which more or less is called received.
    func receipts(paying place: Int) -> [ReceiptAllocation.Receipt] {
        (paying[place] ?? []).map { allocation.receipts[$0] }
    }

    /// The receipts of an amount that cite nothing and paid one document.
    func uncited(_ amount: Amount) -> [ReceiptAllocation.Receipt] {
        (byAmount[amount.units] ?? []).map { allocation.receipts[$0] }
    }

    /// The receipts of a number.
    func receipts(of number: String) -> [ReceiptAllocation.Receipt] {
        places(number).map { allocation.receipts[$0] }
    }

    func receipts(_ number: String, _ finding: Finding) -> [ReceiptAllocation.Receipt] {
        places(number, finding).map { allocation.receipts[$0] }
    }

    /// The places of the receipts of a number.
    private func places(_ number: String) -> GroupedRows {
        guard let number = month.texts.find(number) else { return [] }
        return number.isNone ? unnumbered : byNumber.rows(of: number)
    }

    /// The places of the receipts of a number that a finding can be about.
    private func places(_ number: String, _ finding: Finding) -> [Int] {
        places(number).filter { place in
            let receipt = allocation.receipts[place]
            return finding.code == "receipt.over-applied"
                ? receipt.over > .zero : receipt.unapplied > .zero || receipt.isUnexplainedRefund
        }
    }

    func source(_ receipt: ReceiptAllocation.Receipt, _ field: Field) -> Source {
        let table = month[.receipts]
        return Source(role: table.kind.rawValue, reference: month.cell(table.origins[receipt.row], field))
    }

    func sources(_ pair: ReceivableMatch.Pair) -> [Source] {
        let table = month[.receivables]
        return pair.rows.prefix(1).map {
            Source(role: table.kind.rawValue, reference: month.cell(table.origins[$0], .amount))
        }
    }

    private func numbers(_ set: [Int]) -> String { set.map { month.text(pairs[$0].number) }.joined(separator: "＋") }

    func name(_ receipt: ReceiptAllocation.Receipt) -> String {
        month.text(month[.receipts].symbol(.receiptNumber, receipt.row))
    }

    /// Several sets come to the receipt, and none was picked.
    private func several(_ receipt: ReceiptAllocation.Receipt) -> [Cause] {
        guard case .several(let count, let sets) = receipt.open else { return [] }
        let listed = sets.prefix(3).map(numbers)
        let many = Phrase(
            count.isAtLeast ? "至少 \(count.number)" : "\(count.number)",
            count.isAtLeast ? "at least \(count.number)" : "\(count.number)")
        return [
            Cause(
                .severalReadings, explains: nil,
                Phrase(
                    "回款 \(name(receipt)) \(receipt.amount) 没写核销单号，有\(many.chinese)组单据金额正好相等（\(listed.joined(separator: "；"))），没有替您选，按先后顺序核销。请问客户付的是哪几张。",
                    "Receipt \(name(receipt)) of \(receipt.amount) cites nothing, and \(many.english) sets of documents come to it exactly (\(listed.joined(separator: "; "))). None was picked; the oldest were paid first. Ask the customer which it paid."
                ),
                sources: [source(receipt, .amount)]
                    + sets.prefix(2).flatMap { $0.prefix(2).flatMap { sources(pairs[$0]) } })
        ]
    }

    /// Why a receipt pays more than is owed.
    private func tooMuchPaid(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        paidBefore(receipt, finding) + otherNumber(receipt, finding) + statedElsewhere(receipt, finding)
            + paidBesides(receipt, finding)
    }

    /// The documents that a receipt cites.
    func citedPlaces(_ receipt: ReceiptAllocation.Receipt) -> Set<Int> {
        let cited = Parties.split(month.text(month[.receipts].symbol(.appliesTo, receipt.row)))
        return Set(
            cited.compactMap { number in
                month.texts.find(number).flatMap { place(of: $0, for: receipt.customer) }
            })
    }

    /// What it cites was paid by others before.
    private func paidBefore(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        let places = citedPlaces(receipt)
        let others = allocation.receipts.filter { other in
            other.row != receipt.row && other.paid.contains { places.contains($0.pair) }
        }
        if others.isEmpty { return [] }
        let list = others.prefix(3).map { "\(name($0)) \($0.amount)" }.joined(separator: "、")
        return [
            Cause(
                .documentTwice, explains: finding.difference,
                Phrase(
                    "同一张单据已由 \(list) 付过：可能重复收款，或单号写错。",
                    "The same document was paid by \(list) already: paid twice, or the number is wrong."),
                sources: others.prefix(3).map { source($0, .appliesTo) })
        ]
    }

    private func place(of number: Symbol, for customer: Symbol) -> Int? {
        (try? examination.receivables())?.place(of: number, for: customer)
    }
}
