import Books

extension ReceiptDiagnosis {
    /// How a receipt found the documents it paid; `nil` where it paid none.
    func evidence(_ finding: Finding) -> MatchEvidence? {
        guard finding.code.hasPrefix("receipt."), let number = finding.key.first?.value,
            let receipt = receipts(number, finding).first, let weakest = receipt.paid.map(\.stage).max()
        else { return nil }
        return MatchEvidence(
            stage: weakest.matchStage, evidence: receipt.paid.prefix(6).map { statement($0, isFree: receipt.isFree) })
    }

    private func statement(
        _ part: (pair: Int, amount: Amount, stage: ReceiptAllocation.Stage), isFree: Bool
    ) -> Phrase {
        let document = "\(month.text(pairs[part.pair].number)) \(part.amount)"
        switch part.stage {
        case .cited: return Phrase("写明核销 \(document)", "it cites \(document)")
        case .exact where isFree:
            return Phrase(
                "\(document)：正好相等的一组单据之一，其中有同样金额可以互换的，取了日期早的",
                "\(document), of a set that comes to it exactly; some could be exchanged for others of the same amount, and the oldest were taken"
            )
        case .exact:
            return Phrase("\(document)：唯一一组正好相等的单据之一", "\(document), of the only set that comes to it exactly")
        case .oldestFirst: return Phrase("按先后核销 \(document)", "the oldest first: \(document)")
        }
    }
}

extension ReceiptAllocation.Stage: Comparable {
    /// What the stage is called where people read it.
    var matchStage: MatchStage {
        switch self {
        case .cited: .exactKey
        case .exact: .sum
        case .oldestFirst: .terms
        }
    }

    /// The weaker one is the larger.
    static func < (left: Self, right: Self) -> Bool { left.matchStage < right.matchStage }
}

extension ReceiptDiagnosis {
    /// That a receipt which cites nothing could have paid an open document as well as one of the same amount that it was
    /// taken to pay.
    func exchangeable(_ place: Int, _ finding: Finding) -> [Cause] {
        let open = open(place), pair = pairs[place]
        guard open > .zero, let receipts = freeReceipts[pair.customer] else { return [] }
        let causes = receipts.compactMap { receipt -> Cause? in
            let equal = receipt.paid.filter { $0.amount == open && $0.pair != place }
            guard let taken = equal.first else { return nil }
            return Cause(
                .severalReadings, explains: nil,
                Phrase(
                    "回款 \(name(receipt)) \(receipt.amount) 没写核销单号，与它相等的单据里有金额相同、可以互换的：算作付了日期早的 \(month.text(pairs[taken.pair].number))，也可能付的是这张。请问客户。",
                    "Receipt \(name(receipt)) of \(receipt.amount) cites nothing, and documents of the same amount could be exchanged in what it comes to: it was taken to pay the older \(month.text(pairs[taken.pair].number)) and may have paid this. Ask the customer."
                ), sources: [source(receipt, .amount)] + sources(pairs[taken.pair]))
        }
        return Array(causes.prefix(3))
    }
}
