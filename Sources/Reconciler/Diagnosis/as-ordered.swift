import Books

extension Suspicion {
    /// What is owed, or what the stock book says, is as the order has it: only the warehouse's document is otherwise. Either
    /// the document is wrong, or the others went by the order.
    static let asOrdered = Suspicion(.asOrdered) { discrepancy, context throws(Overflow) in
        switch discrepancy.finding.code {
        case "receivable.amount-difference":
            let chosen = try context.dispatchMadeUp(of: discrepancy)
            guard let first = chosen.first else { return [] }
            let order = first.key.first?.value ?? ""
            let what = Suspicion.products(chosen)
            return [
                discrepancy.cause(
                    .asOrdered, "差额正好是订单 \(order) 与出库单之差（\(what)）：应收是按订单记的。要么出库单写错，要么按订单多收（少收）了。",
                    "The difference is exactly what the document differs by from order \(order) (\(what)): the receivable is as ordered. Either the document is wrong, or the order was charged and not what was shipped.",
                    sources: chosen.flatMap { $0.sources.prefix(2) })
            ]
        case "stock.rollforward-difference":
            guard let line = context.stockLine(discrepancy),
                let chosen = try context.dispatchMoved(like: discrepancy, line)
            else { return [] }
            let order = chosen.key.first?.value ?? ""
            return [
                discrepancy.cause(
                    .asOrdered, "差数正好是订单 \(order) 与出库单之差：账存是按订单出的，出库单可能写错或漏录。",
                    "The difference is exactly what the documents differ by from order \(order): the book moved as ordered, and the document is wrong or missing.",
                    sources: Array(chosen.sources.prefix(3)))
            ]
        default: return []
        }
    }

    private static func products(_ findings: [Finding]) -> String {
        let names = findings.compactMap { $0.key.last?.value }
        return names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
    }
}

extension DiagnosisContext {
    /// The findings about an order's goods that together are just what a document's worth differs by from what is owed for
    /// it; none where no set or more than one is.
    func dispatchMadeUp(of discrepancy: Discrepancy) throws(Overflow) -> [Finding] {
        guard let number = examination.month.texts.find(discrepancy.key(.documentNumber) ?? "") else { return [] }
        let party = discrepancy.finding.party.flatMap { examination.month.texts.find($0) } ?? .none
        let orders = Set(try examination.documents().documents(number, of: party).map(\.basis)).subtracting([.none])
        guard orders.count == 1, let order = orders.first else { return [] }
        // A price that is the order's less its discount is as it should be.
        let hasDiscount = !discounts(discrepancy).isEmpty
        var own: [(finding: Finding, amount: Amount)] = []
        for finding in dispatchFindings(ofOrder: examination.month.text(order))
        where !(hasDiscount && finding.code == "dispatch.price-difference") {
            let amount = finding.amount == nil ? try later(finding) : finding.amount
            if let amount { own.append((finding, amount)) }
        }
        guard !own.isEmpty, own.count <= 60,
            case .unique(let set) = SubsetSearch.find(
                own.map(\.amount.units), sum: -discrepancy.difference, limits: .quick),
            !set.isFree
        else { return [] }
        return set.places.map { own[$0].finding }
    }

    /// What is worth that an order is short of and that left after the period.
    private func later(_ finding: Finding) throws(Overflow) -> Amount? {
        guard finding.code == "dispatch.next-period", case .quantity(let difference)? = finding.difference,
            let order = examination.order(of: finding),
            let product = finding.key.last.flatMap({ examination.month.texts.find($0.value) }),
            let pair = try examination.dispatch().pair(order: order, product: product)
        else { return nil }
        return try examination.worth(pair, difference)
    }

    /// The only finding about an order's goods that is off by just what a stock is, where the order's goods left that stock,
    /// or left none that is known.
    func dispatchMoved(like discrepancy: Discrepancy, _ line: StockLine) throws(Overflow) -> Finding? {
        guard let product = discrepancy.key(.productCode) else { return nil }
        let alike = dispatchFindings(ofProduct: product).filter { finding in
            switch (finding.difference, finding.expected, finding.actual) {
            case (.quantity(let difference), _, _): difference.units == discrepancy.difference
            case (nil, .quantity(let expected), nil): -expected.units == discrepancy.difference
            default: false
            }
        }
        guard alike.count == 1, let only = alike.first else { return nil }
        if only.code == "dispatch.missing" { return only }
        let order = only.key.first?.value
        return try movements(of: line).contains { $0.basis == order } ? only : nil
    }
}
