import Books

extension Rule {
    static let documentReversalUnpaired = Rule(
        "document.reversal-unpaired", .missing, owner: .warehouse,
        title: Phrase("冲红、退货单找不到原单", "Reversal or return without its original"),
        meaning: Phrase(
            "冲红单要冲得上一张原单：写明原单号的，那张单（或同一订单的出库单）要是同一客户的，有同样的商品，数量不少于冲红数；没写的，同一客户此前只有一张商品和数量都相同的单才算配上。配不上、配得上不止一张、冲得比原单多，都报。原单在应收里的（以前月份的单）算配上。退货单写的依据是一张出库单的，客户、商品要是那张单的，累计退回不超过那张单的数量；写订单号的与订单核对，出库单不在这里的不查。",
            "A reversal cancels an original. Where it cites one, that document, or the issues of the order it cites, must be the same customer's and hold the same products in at least the quantities reversed; where it cites none, exactly one earlier document of the customer must have the same products and quantities. None, several, or more reversed than was issued is reported. An original of an earlier month counts where the receivables know it. A return that cites a delivery must be of the delivery's customer and of a product that is on it, and no more may come back in all than it has; one that cites an order is held against the order, and where the delivery is not on file nothing is compared."
        ),
        books: [.movements]
    ) { examination, findings throws(Overflow) in
        let month = examination.month, book = try examination.documents()
        for pairing in try ReversalPairing(examination).unpaired {
            let document = book.documents[pairing.document]
            let candidates = pairing.candidates.map { month.text(book.documents[$0].number) }
            let (chinese, english) = pairing.why(candidates, month)
            findings.add(
                key: [findings.part(.documentNumber, document.number)], party: document.customer,
                expected: pairing.candidates.count == 1 ? .text(candidates[0]) : nil,
                actual: document.basis.isNone ? nil : .text(month.text(document.basis)),
                sources: [findings.source(book.table, document.rows[0], .documentNumber)]
                    + findings.sources(
                        book.table, pairing.candidates.map { book.documents[$0].rows[0] }, .documentNumber),
                chinese, english)
        }
        try ReturnFaults.check(examination, &findings)
    }
}

/// Red documents, each with the document it cancels.
struct ReversalPairing {
    /// A reversal that cancels nothing for certain.
    struct Unpaired {
        enum Fault { case unknownCitation, otherCustomer(Symbol), exceeds(product: Symbol), none, several }
        /// Its place in the document book.
        let document: Int
        let fault: Fault
        /// The places of the documents it cites or could mean.
        let candidates: [Int]
        let cites: Symbol

        func why(_ numbers: [String], _ month: Month) -> (String, String) {
            let listed = numbers.prefix(5)
            switch fault {
            case .unknownCitation:
                return (
                    "写的原单「\(month.text(cites))」不在单据里，应收里也没有。请核对原单号；若是以前月份的单，请附上原单。",
                    "The original it cites, “\(month.text(cites))”, is among neither the documents nor the receivables. Check the number; if it is of an earlier month, attach the original."
                )
            case .otherCustomer(let customer):
                return (
                    "写的原单 \(listed.joined(separator: "、")) 是「\(month.text(customer))」的，不是这个客户的。请核对原单号或客户。",
                    "The original it cites, \(listed.joined(separator: ", ")), is of “\(month.text(customer))” and not of this customer. Check the number or the customer."
                )
            case .exceeds(let product):
                return (
                    "冲红的 \(month.text(product)) 比原单 \(listed.joined(separator: "、")) 上（未冲的）多，或原单没有这个商品。请核对冲的是不是这张单。",
                    "More of \(month.text(product)) is reversed than \(listed.joined(separator: ", ")) still holds, or it holds none. Check whether it is the right original."
                )
            case .none:
                return (
                    "没写原单号，这个客户此前也没有商品和数量都相同的单。请补上原单号。",
                    "It cites no original, and the customer has no earlier document with the same products and quantities. Add the original's number."
                )
            case .several:
                return (
                    "没写原单号，有 \(numbers.count) 张单商品和数量都相同：\(listed.joined(separator: "、"))。请写明冲的是哪一张。",
                    "It cites no original, and \(numbers.count) documents have the same products and quantities: \(listed.joined(separator: ", ")). Say which one it cancels."
                )
            }
        }
    }

    private(set) var unpaired: [Unpaired] = []
    private var held: [Int: [Symbol: Quantity]] = [:]
    private let examination: Examination
    private let book: DocumentBook

    init(_ examination: Examination) throws(Overflow) {
        self.examination = examination
        book = try examination.documents()
        let month = examination.month
        let reversals = book.documents.indices.filter {
            book.documents[$0].kind == .reversal && !book.documents[$0].isVoided
        }.sorted { month.text(book.documents[$0].number) < month.text(book.documents[$1].number) }
        if reversals.isEmpty { return }
        let known = Set(month[.receivables].symbols(.documentNumber))
        var byCustomer: [Symbol: [Int]] = [:]
        for place in book.documents.indices where isOriginal(place) {
            byCustomer[book.documents[place].customer, default: []].append(place)
        }
        // What is cited is settled first, so that nobody else's original is taken for one that cites nothing.
        for place in reversals where !book.documents[place].basis.isNone { try settleCited(place, known) }
        for place in reversals where book.documents[place].basis.isNone {
            try settleUncited(place, byCustomer[book.documents[place].customer] ?? [])
        }
    }

    private func isOriginal(_ place: Int) -> Bool {
        let document = book.documents[place]
        guard let kind = document.kind, !document.isVoided else { return false }
        return kind != .reversal && kind != .adjustment && kind != .transfer
    }

    private mutating func settleCited(_ place: Int, _ known: Set<Symbol>) throws(Overflow) {
        let cites = book.documents[place].basis
        var originals = book.places(of: cites).filter(isOriginal)
        if originals.isEmpty { originals = book.places(ofBasis: cites).filter(isOriginal) }
        if originals.isEmpty {
            if known.contains(cites) { return }
            unpaired.append(Unpaired(document: place, fault: .unknownCitation, candidates: [], cites: cites))
            return
        }
        let customer = book.documents[place].customer
        if !customer.isNone, originals.allSatisfy({ ![customer, .none].contains(book.documents[$0].customer) }) {
            unpaired.append(
                Unpaired(
                    document: place, fault: .otherCustomer(book.documents[originals[0]].customer),
                    candidates: originals, cites: cites))
            return
        }
        for (product, wanted) in try sorted(quantities(place)) {
            var left = wanted
            for original in originals where left > .zero {
                let there = try remaining(original)[product] ?? .zero
                let taken = min(there, left)
                held[original]?[product] = try there - taken
                left = try left - taken
            }
            if left > .zero {
                unpaired.append(
                    Unpaired(document: place, fault: .exceeds(product: product), candidates: originals, cites: cites))
                return
            }
        }
    }

    private mutating func settleUncited(_ place: Int, _ candidates: [Int]) throws(Overflow) {
        let wanted = try quantities(place)
        let day = book.documents[place].date
        var fitting: [Int] = []
        for candidate in candidates where !book.documents[candidate].isFurtherPart {
            if let day, let own = book.documents[candidate].date, own > day { continue }
            if try remainingInAllParts(candidate) == wanted { fitting.append(candidate) }
        }
        if fitting.count == 1 {
            for part in parts(fitting[0]) { held[part] = [:] }
            return
        }
        let month = examination.month
        fitting.sort { month.text(book.documents[$0].number) < month.text(book.documents[$1].number) }
        unpaired.append(
            Unpaired(document: place, fault: fitting.isEmpty ? .none : .several, candidates: fitting, cites: .none))
    }

    /// The places of a document and of its further parts, which were made from other orders.
    private func parts(_ place: Int) -> Range<Int> {
        var end = place + 1
        while end < book.documents.count, book.documents[end].isFurtherPart { end += 1 }
        return place..<end
    }

    private mutating func remainingInAllParts(_ place: Int) throws(Overflow) -> [Symbol: Quantity] {
        let parts = parts(place)
        var sums = try remaining(place)
        for part in parts.dropFirst() {
            for (product, quantity) in try remaining(part) {
                sums[product] = try (sums[product] ?? .zero) + quantity
            }
        }
        return sums
    }

    /// What a document moved that no reversal has cancelled yet, by product, in base units.
    private mutating func remaining(_ place: Int) throws(Overflow) -> [Symbol: Quantity] {
        if let known = held[place] { return known }
        let all = try quantities(place)
        held[place] = all
        return all
    }

    private func quantities(_ place: Int) throws(Overflow) -> [Symbol: Quantity] {
        var sums: [Symbol: Quantity] = [:]
        for row in book.documents[place].rows {
            guard let quantity = try examination.goods.quantity(book.table, row) else { continue }
            let product = examination.goods.product(.movements, row)
            sums[product] = try (sums[product] ?? .zero) + quantity.magnitude
        }
        return sums
    }

    private func sorted(_ quantities: [Symbol: Quantity]) -> [(Symbol, Quantity)] {
        let month = examination.month
        return quantities.sorted { month.text($0.key) < month.text($1.key) }.map { ($0.key, $0.value) }
    }
}
