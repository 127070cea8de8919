import Books

/// What suspicions may look at besides the discrepancy itself.
struct DiagnosisContext {
    let examination: Examination
    private let findings: [Finding]
    /// Rates of tax that are or were in force.
    let taxRates: [Rate]
    private var siblingsByKey: [SiblingKey: [Int]] = [:]
    /// The findings about stock, by product.
    private var stockByProduct: [String: [Int]] = [:]
    private var missingByParty: [String: [Int]] = [:]
    private var discountsByParty: [String: [(left: Rate, row: Int)]] = [:]
    private var stockPlaces: [[String]: Int] = [:]
    private var outsideRows: [Symbol: [Int]] = [:]
    /// The lines of void documents of the month, by product.
    private var voidRows: [Symbol: [Int]] = [:]
    /// The findings about what was shipped, by the order's number and by the product.
    private var dispatchByOrder: [String: [Int]] = [:], dispatchByProduct: [String: [Int]] = [:]

    private struct SiblingKey: Hashable {
        let family: String, place: String
        let difference: Int64
    }

    init(_ examination: Examination, _ findings: [Finding]) {
        self.examination = examination
        self.findings = findings
        let known = examination.settings.taxRates.map(\.rate.units) + [130_000, 90_000, 60_000, 170_000, 160_000]
        taxRates = Set(known).sorted(by: >).map(Rate.init(units:))
        for (place, finding) in findings.enumerated() {
            if let key = DiagnosisContext.siblingKey(finding) { siblingsByKey[key, default: []].append(place) }
            if finding.code.hasPrefix("stock."), finding.key.count == 2 {
                stockByProduct[finding.key[1].value, default: []].append(place)
            }
            if let family = DiagnosisContext.missingFamily(finding), let party = finding.party {
                missingByParty[family + "\n" + party, default: []].append(place)
            }
        }
        gatherDispatch()
        gatherDiscounts()
        if findings.contains(where: { $0.code.hasPrefix("stock.") }) { gatherStock() }
    }

    private var month: Month { examination.month }

    private func source(_ table: Table, _ row: Int, _ field: Field) -> Source {
        Source(role: table.kind.rawValue, reference: month.cell(table.origins[row], field))
    }

    private func symbol(_ text: String?) -> Symbol? { text.flatMap { month.texts.find($0) } }

    // MARK: Siblings

    private static func siblingKey(_ finding: Finding) -> SiblingKey? {
        let difference: Quantity
        switch (finding.difference, finding.expected, finding.actual) {
        case (.quantity(let stated), _, _): difference = stated
        // Not counted at all, or not on the book at all.
        case (nil, .quantity(let expected), nil): difference = expected.negated
        case (nil, nil, .quantity(let actual)): difference = actual
        default: return nil
        }
        switch finding.code {
        case "stock.count-short", "stock.count-over", "stock.not-counted", "stock.not-on-book":
            return finding.key.first.map { SiblingKey(family: "count", place: $0.value, difference: difference.units) }
        case "stock.rollforward-difference":
            return finding.key.first.map { SiblingKey(family: "book", place: $0.value, difference: difference.units) }
        case "dispatch.missing", "dispatch.quantity-short", "dispatch.quantity-over":
            return finding.key.first.map {
                SiblingKey(family: "dispatch", place: $0.value, difference: difference.units)
            }
        default: return nil
        }
    }

    /// So many products that are off by the same, on either side, still say which were taken for each other.
    private static let mostSiblings = 3

    /// Findings about other products at the same place that are off by exactly the opposite; `nil` where many are, or
    /// where many are off by the same: ones here and there say nothing of what was taken for what.
    func siblings(_ discrepancy: Discrepancy) -> [Finding]? {
        guard let own = DiagnosisContext.siblingKey(discrepancy.finding) else { return nil }
        let opposite = SiblingKey(family: own.family, place: own.place, difference: -own.difference)
        let places = siblingsByKey[opposite] ?? [], alike = siblingsByKey[own] ?? []
        guard !places.isEmpty, max(places.count, alike.count) <= DiagnosisContext.mostSiblings else { return nil }
        return places.map { findings[$0] }
    }

    /// The findings about a product's stock, in the books or in the counts as one of them is, each with what it is off by.
    func stockFindings(ofProduct product: String, like finding: Finding) -> [(finding: Finding, units: Int64)] {
        guard let family = DiagnosisContext.siblingKey(finding)?.family else { return [] }
        return (stockByProduct[product] ?? []).compactMap { place in
            guard let key = DiagnosisContext.siblingKey(findings[place]), key.family == family else { return nil }
            return (findings[place], key.difference)
        }
    }

    // MARK: Missing documents

    private static func missingFamily(_ finding: Finding) -> String? {
        switch finding.code {
        case "receivable.missing": "receivable"
        case "ledger.missing": finding.sources.first?.role == "receipts" ? "receipt" : "ledger"
        default: nil
        }
    }

    /// The same customer's documents that are missing on the side of a discrepancy, by the places of their findings.
    private func missingOfParty(_ discrepancy: Discrepancy) -> [Int] {
        guard let party = discrepancy.finding.party else { return [] }
        let family: String
        switch discrepancy.finding.code {
        case "receivable.amount-difference": family = "receivable"
        case "ledger.amount-difference":
            family = discrepancy.finding.sources.first?.role == "receipts" ? "receipt" : "ledger"
        default: return []
        }
        return missingByParty[family + "\n" + party] ?? []
    }

    /// The places of the findings about the missing documents of the same customer that together are exactly what is too
    /// much, where no others are; none where that is not so.
    func missingThatAddUp(to discrepancy: Discrepancy) -> [Int] {
        guard discrepancy.measure == .amount else { return [] }
        let missing = missingOfParty(discrepancy)
        guard !missing.isEmpty, missing.count <= 60 else { return [] }
        let amounts = missing.map { -(findings[$0].amount?.units ?? 0) }
        guard case .unique(let set) = SubsetSearch.find(amounts, sum: discrepancy.difference, limits: .quick),
            set.places.count <= 6
        else { return [] }
        return set.places.map { missing[$0] }
    }

    /// What was found at a place.
    func finding(_ place: Int) -> Finding { findings[place] }

    // MARK: What was shipped

    private mutating func gatherDispatch() {
        let codes: Set = [
            "dispatch.missing", "dispatch.quantity-short", "dispatch.quantity-over", "dispatch.price-difference",
            "dispatch.next-period",
        ]
        for (place, finding) in findings.enumerated() where codes.contains(finding.code) {
            guard let order = finding.key.first?.value, let product = finding.key.last?.value else { continue }
            if finding.code != "dispatch.missing" { dispatchByOrder[order, default: []].append(place) }
            if !["dispatch.price-difference", "dispatch.next-period"].contains(finding.code) {
                dispatchByProduct[product, default: []].append(place)
            }
        }
    }

    /// The findings about goods of an order that were shipped otherwise than ordered.
    func dispatchFindings(ofOrder number: String) -> [Finding] { (dispatchByOrder[number] ?? []).map { findings[$0] } }

    /// The findings about how much of a product was shipped.
    func dispatchFindings(ofProduct code: String) -> [Finding] { (dispatchByProduct[code] ?? []).map { findings[$0] } }

    // MARK: Packs and discounts

    /// How many pieces a pack of the discrepancy's product holds; for a document's amount, of its only product.
    func packSize(_ discrepancy: Discrepancy) -> Int64? {
        if let product = symbol(discrepancy.key(.productCode)) { return examination.goods.packSize(of: product) }
        guard let number = symbol(discrepancy.key(.documentNumber)), let book = try? examination.documents() else {
            return nil
        }
        let rows = book.documents(number, of: symbol(discrepancy.finding.party) ?? .none).flatMap(\.rows)
        let products = Set(rows.map { examination.goods.product(.movements, $0) })
        return products.count == 1 ? products.first.flatMap { examination.goods.packSize(of: $0) } : nil
    }

    private mutating func gatherDiscounts() {
        let table = examination.orders.table
        guard table.has(.discount) else { return }
        for order in examination.orders.orders {
            let party = month.text(order.customer)
            for row in order.rows {
                guard let written = table.rate(.discount, row)?.units, written > 0, written < 1_000_000 else {
                    continue
                }
                // Written as what is taken off (0.1) or what is left (0.9).
                let left = Rate(units: written <= 500_000 ? 1_000_000 - written : written)
                if discountsByParty[party]?.contains(where: { $0.left == left }) != true {
                    discountsByParty[party, default: []].append((left, row))
                }
            }
        }
    }

    /// The discounts that the customer's orders carry, as what is left, each with a cell that says so.
    func discounts(_ discrepancy: Discrepancy) -> [(left: Rate, sources: [Source])] {
        (discountsByParty[discrepancy.finding.party ?? ""] ?? []).sorted { $0.left > $1.left }.map {
            ($0.left, [source(examination.orders.table, $0.row, .discount)])
        }
    }

    // MARK: Stock

    /// A document's line and what it did to a stock.
    struct Movement {
        let number: String
        /// What it was made from.
        let basis: String
        let kind: DocumentKind
        let day: Day?
        /// Millionths; out is below nought.
        let effect: Int64
        let source: Source
    }

    private mutating func gatherStock() {
        guard let roll = try? examination.stock(), let book = try? examination.documents() else { return }
        for (place, line) in roll.lines.enumerated() {
            var key = [month.text(line.warehouse), month.text(line.product)]
            if !line.batch.isNone { key.append(month.text(line.batch)) }
            stockPlaces[key] = place
        }
        for row in book.table.rows {
            let isOutside = book.table.day(.date, row).map { !month.period.contains($0) } ?? false
            let isVoid = book.table.flag(.voided, row)
            if isOutside == isVoid { continue }
            let product = examination.goods.product(.movements, row)
            if isVoid {
                voidRows[product, default: []].append(row)
            } else {
                outsideRows[product, default: []].append(row)
            }
        }
    }

    /// The stock that a finding is about.
    func stockLine(_ discrepancy: Discrepancy) -> StockLine? {
        guard discrepancy.finding.code.hasPrefix("stock."), let roll = try? examination.stock(),
            let place = stockPlaces[discrepancy.finding.key.map(\.value)]
        else { return nil }
        return roll.lines[place]
    }

    /// What the month's documents did to a stock, line by line.
    func movements(of line: StockLine) throws(Overflow) -> [Movement] {
        let roll = try examination.stock()
        var key = [month.text(line.warehouse), month.text(line.product)]
        if !line.batch.isNone { key.append(month.text(line.batch)) }
        guard let place = stockPlaces[key] else { return [] }
        return try movements(roll.records[place].movements, line)
    }

    /// What documents dated outside the month did to a stock.
    func movementsOutside(of line: StockLine) throws(Overflow) -> [Movement] {
        try movements(outsideRows[line.product] ?? [], line)
    }

    /// What void documents of the month would have done to a stock.
    func voidMovements(of line: StockLine) throws(Overflow) -> [Movement] {
        try movements(voidRows[line.product] ?? [], line)
    }

    private func movements(_ rows: [Int], _ line: StockLine) throws(Overflow) -> [Movement] {
        var movements: [Movement] = []
        for row in rows {
            if let movement = try movement(row, line) { movements.append(movement) }
        }
        return movements
    }

    private func movement(_ row: Int, _ line: StockLine) throws(Overflow) -> Movement? {
        let book = try examination.documents(), table = book.table
        guard let kind = book.kind(row), let quantity = try examination.goods.quantity(table, row) else { return nil }
        let isHere = table.symbol(.warehouse, row) == line.warehouse
        let isTarget = table.symbol(.toWarehouse, row) == line.warehouse
        guard isHere || isTarget else { return nil }
        let effect: Int64
        switch kind {
        case .transfer: effect = isHere ? -quantity.magnitude.units : quantity.magnitude.units
        case .adjustment: effect = quantity.units
        case .reversal, .salesReturn: effect = quantity.magnitude.units * Int64(kind.direction.signum())
        default: effect = quantity.units * Int64(kind.direction.signum())
        }
        return Movement(
            number: month.text(table.symbol(.documentNumber, row)), basis: month.text(table.symbol(.basisNumber, row)),
            kind: kind, day: table.day(.date, row), effect: effect, source: source(table, row, .quantity))
    }

    // MARK: Dispatch and documents

    /// Two issues of different documents with the same quantity, which is what was shipped too much.
    func repeatedIssue(
        _ discrepancy: Discrepancy
    ) throws(Overflow) -> (first: (number: String, source: Source), second: (number: String, source: Source))? {
        guard discrepancy.finding.code == "dispatch.quantity-over",
            let order = examination.order(of: discrepancy.finding),
            let product = symbol(discrepancy.key(.productCode))
        else { return nil }
        let match = try examination.dispatch(), book = try examination.documents()
        guard let rows = match.pair(order: order, product: product)?.dispatchRows else { return nil }
        var equal: [Int] = []
        for row in rows where book.kind(row) == .salesOut {
            if try examination.goods.quantity(book.table, row)?.units == discrepancy.difference { equal.append(row) }
        }
        // By their numbers, so that the rows' order changes nothing.
        func rank(_ row: Int) -> UInt32 { month.rank(book.table.symbol(.documentNumber, row)) }
        equal.sort { rank($0) < rank($1) }
        guard let first = equal.first,
            let second = equal.first(where: {
                book.table.symbol(.documentNumber, $0) != book.table.symbol(.documentNumber, first)
            })
        else { return nil }
        func described(_ row: Int) -> (number: String, source: Source) {
            (month.text(book.table.symbol(.documentNumber, row)), source(book.table, row, .quantity))
        }
        return (described(first), described(second))
    }

    /// What a document or an order comes to when its lines are added up before rounding; `nil` where that makes no
    /// difference to think of.
    func totalRoundedOnce(_ discrepancy: Discrepancy) throws(Overflow) -> Int64? {
        let table: Table
        let rows: [Int]
        switch discrepancy.finding.code {
        case "receivable.amount-difference", "ledger.amount-difference", "invoice.amount-difference":
            let book = try examination.documents()
            guard let number = symbol(discrepancy.key(.documentNumber)) else { return nil }
            let documents = book.documents(number, of: symbol(discrepancy.finding.party) ?? .none)
            guard documents.allSatisfy({ $0.kind == .salesOut }) else { return nil }
            (table, rows) = (book.table, documents.flatMap(\.rows))
        case "order.total-miscalculated":
            guard let place = examination.order(of: discrepancy.finding) else { return nil }
            (table, rows) = (examination.orders.table, Array(examination.orders.orders[place].rows))
        default: return nil
        }
        var sum: Int128 = 0
        for row in rows {
            guard let price = table.price(.unitPrice, row), let quantity = table.quantity(.quantity, row) else {
                return nil
            }
            sum += Int128(price.units) * Int128(quantity.units)
        }
        return rows.count > 1 ? rounded(sum, by: 1_000_000_000_000) : nil
    }
}
