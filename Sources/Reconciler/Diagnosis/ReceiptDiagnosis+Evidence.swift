import Books

extension ReceiptDiagnosis {
    /// How a receipt found the documents it paid; `nil` where it paid none.
    func evidence(_ finding: Finding) -> MatchEvidence? {
        guard finding.code.hasPrefix("receipt."), let number = finding.key.first?.value,
            let receipt = receipts(number, finding).first, let weakest = receipt.paid.map(\.stage).max()
        else { return nil }
        return MatchEvidence(stage: weakest.matchStage, evidence: receipt.paid.prefix(6).map(statement))
    }

    private func statement(_ part: (pair: Int, amount: Amount, stage: ReceiptAllocation.Stage)) -> Phrase {
        let document = "\(month.text(pairs[part.pair].number)) \(part.amount)"
        switch part.stage {
        case .cited: return Phrase("写明核销 \(document)", "it cites \(document)")
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
