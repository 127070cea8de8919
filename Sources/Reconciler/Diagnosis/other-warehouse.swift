import Books

extension Suspicion {
    /// What is short of a product in one warehouse is over in another: a document names the wrong warehouse, or goods were
    /// moved without one.
    static let otherWarehouse = Suspicion(.otherWarehouse) { discrepancy, context throws(Overflow) in
        guard discrepancy.measure == .quantity, let other = context.elsewhere(discrepancy),
            let there = other.key.first?.value, let here = discrepancy.key(.warehouse)
        else { return [] }
        let own = discrepancy.figure(discrepancy.difference).description
        let opposite = discrepancy.figure(-discrepancy.difference).description
        let sources = discrepancy.finding.sources.prefix(2) + other.sources.prefix(2)
        if discrepancy.finding.code != "stock.rollforward-difference" {
            return [
                discrepancy.cause(
                    .otherWarehouse,
                    "「\(there)」的同一商品正好相反（这里 \(own)，那里 \(opposite)）：货可能放在那边，或调拨没有开单。",
                    "The same product is off by exactly the opposite in “\(there)” (\(own) here, \(opposite) there): perhaps the goods lie in the other one, or were moved without a document.",
                    sources: Array(sources))
            ]
        }
        let named = try context.issuesOfDifference(discrepancy, other)
        // A transfer that the book has not explains both by itself.
        if named.isTransfer { return [] }
        let documents = named.numbers.joined(separator: "、")
        let (from, to) = discrepancy.difference < 0 ? (here, there) : (there, here)
        let wrong =
            named.numbers.isEmpty
            ? Phrase("", "")
            : Phrase(
                "单据 \(documents) 的数量正好是这个数，可能仓库写错；或者",
                "Document \(documents) moved exactly as much and may name the wrong one; or ")
        return [
            discrepancy.cause(
                .otherWarehouse,
                "「\(there)」的同一商品正好相反（这里 \(own)，那里 \(opposite)），合起来不差。\(wrong.chinese)账上从「\(from)」调到「\(to)」而没有调拨单。",
                "The same product is off by exactly the opposite in “\(there)” (\(own) here, \(opposite) there); together nothing is off. \(wrong.english.isEmpty ? "T" : wrong.english + "t")he book moved it from “\(from)” to “\(to)” without a document.",
                sources: Array(sources) + named.sources)
        ]
    }
}

extension DiagnosisContext {
    /// The only finding about the same product in another warehouse that is off by exactly the opposite, where no further
    /// one is off by as much either way.
    func elsewhere(_ discrepancy: Discrepancy) -> Finding? {
        guard let product = discrepancy.key(.productCode), discrepancy.finding.code.hasPrefix("stock.") else {
            return nil
        }
        let family = stockFindings(ofProduct: product, like: discrepancy.finding)
        let opposite = family.filter { $0.units == -discrepancy.difference }
        let alike = family.filter { $0.units == discrepancy.difference }
        return opposite.count == 1 && alike.count == 1 ? opposite.first?.finding : nil
    }

    /// The documents that moved exactly the difference in one of two warehouses, and whether one is a transfer between them.
    func issuesOfDifference(
        _ discrepancy: Discrepancy, _ other: Finding
    ) throws(Overflow) -> (numbers: [String], sources: [Source], isTransfer: Bool) {
        guard let opposite = Discrepancy(other) else { return ([], [], false) }
        var found: [Movement] = []
        for one in [discrepancy, opposite] {
            guard let line = stockLine(one) else { continue }
            found += try movements(of: line).filter { $0.effect == -one.difference }
        }
        let wrong = found.filter { $0.kind != .transfer }.sorted { $0.number < $1.number }
        return (
            wrong.count <= 3 ? wrong.map(\.number) : [], wrong.count <= 3 ? wrong.map(\.source) : [],
            found.contains { $0.kind == .transfer }
        )
    }
}
