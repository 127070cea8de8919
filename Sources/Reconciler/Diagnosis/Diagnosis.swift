import Books

/// Says of each finding what may have made it, and of what was not matched what it comes nearest to.
///
/// It looks at what the rules found and changes none of it: figures, keys and ids stay. Where figures are too large to be
/// worked with exactly nothing is said.
struct Diagnosis {
    private let examination: Examination
    private var findings: [Finding]

    /// The findings, each with its causes.
    static func explained(_ findings: [Finding], _ examination: Examination) -> [Finding] {
        if findings.isEmpty { return findings }
        var diagnosis = Diagnosis(examination: examination, findings: findings)
        diagnosis.suspect()
        diagnosis.propose()
        diagnosis.explainReceipts()
        diagnosis.explainReturns()
        diagnosis.findTwins()
        diagnosis.sayHowMatched()
        diagnosis.rank()
        return diagnosis.findings
    }

    private init(examination: Examination, findings: [Finding]) {
        self.examination = examination
        self.findings = findings
    }

    // MARK: Figures

    private mutating func suspect() {
        let context = DiagnosisContext(examination, findings)
        for place in findings.indices {
            guard let discrepancy = Discrepancy(findings[place]) else { continue }
            for suspicion in Suspicion.all {
                guard let causes = try? suspicion.causes(discrepancy, context) else { continue }
                findings[place].causes += causes
            }
            // What makes one document too large may be why the others are missing.
            for missing in context.missingThatAddUp(to: discrepancy) {
                findings[missing].causes.append(findings[missing].takenTogether(with: discrepancy))
            }
        }
    }

    // MARK: What was not matched

    private mutating func propose() {
        guard let sides = try? Leftovers(examination, findings).sides() else { return }
        for (left, right) in sides {
            let match = StagedMatch(left: left, right: right)
            let candidates = BeatenCandidates(left, right, match.proposals)
            var isLeftTaken = [Bool](repeating: false, count: left.count)
            var isRightTaken = [Bool](repeating: false, count: right.count)
            for proposal in match.proposals {
                let own = proposal.left.map { left[$0] }, others = proposal.right.map { right[$0] }
                let evidence = MatchEvidence(
                    stage: proposal.stage, evidence: [proposal.evidence], beaten: candidates.beaten(by: proposal))
                for record in own { attach(proposal, evidence, to: record, others) }
                for record in others { attach(proposal, evidence, to: record, own) }
                for place in proposal.left { isLeftTaken[place] = true }
                for place in proposal.right { isRightTaken[place] = true }
            }
            let freeLeft = left.indices.filter { !isLeftTaken[$0] }.map { left[$0] }
            let freeRight = right.indices.filter { !isRightTaken[$0] }.map { right[$0] }
            let nearLeft = NearestRecords(freeLeft, rivals: freeRight)
            let nearRight = NearestRecords(freeRight, rivals: freeLeft)
            for record in freeLeft { attach(nearRight.nearest(to: record), to: record) }
            for record in freeRight { attach(nearLeft.nearest(to: record), to: record) }
            for (place, sum) in match.leftSums { attach(sum, to: left[place], right) }
            for (place, sum) in match.rightSums { attach(sum, to: right[place], left) }
        }
    }

    private mutating func attach(_ nearest: NearestCandidate?, to record: Unmatched) {
        for place in record.findings { findings[place].nearest = nearest }
    }

    /// Several sets are listed and none is picked; the set that comes near is named where nothing nearer is.
    private mutating func attach(_ sum: SumReading, to record: Unmatched, _ others: [Unmatched]) {
        let words = SumWording(record, others)
        for place in record.findings {
            switch sum {
            case .only: break
            case .several(let sets, let count):
                findings[place].causes.append(words.several(sets, count))
            case .near(let set, let below, let above):
                if findings[place].nearest == nil { findings[place].nearest = words.near(set, below, above) }
            }
        }
    }

    private mutating func attach(
        _ proposal: Proposal, _ evidence: MatchEvidence, to record: Unmatched, _ others: [Unmatched]
    ) {
        let names = Phrase(
            others.map(\.name.chinese).joined(separator: "、"), others.map(\.name.english).joined(separator: ", "))
        let sources = others.flatMap { $0.sources.prefix(2) }
        let fitting = [(cause: proposal.cause, evidence: proposal.evidence)] + (proposal.also.map { [$0] } ?? [])
        for place in record.findings {
            let difference = findings[place].difference ?? findings[place].amount.map(Figure.amount)
            findings[place].causes += fitting.map { cause, evidence in
                Cause(
                    cause, explains: difference,
                    Phrase(
                        "很可能就是\(names.chinese)：\(evidence.chinese)。请核对确认。",
                        "Most likely the same as \(names.english): \(evidence.english). Please confirm."),
                    sources: Array(sources.prefix(6)))
            }
            findings[place].matchedBy = evidence
            findings[place].nearest = NearestCandidate(
                names,
                obstacle: MatchWording.obstacle(proposal, record, others),
                sources: Array(sources.prefix(2)))
        }
    }

    // MARK: Receipts

    private mutating func explainReceipts() {
        guard let diagnosis = try? ReceiptDiagnosis(examination) else { return }
        for place in findings.indices {
            if let evidence = diagnosis.evidence(findings[place]) { findings[place].matchedBy = evidence }
            if findings[place].nearest == nil { findings[place].nearest = diagnosis.nearest(findings[place]) }
            guard let causes = try? diagnosis.causes(findings[place]) else { continue }
            // A sum that is settled was not miswritten.
            if causes.contains(where: { $0.kind == .receivableTooLow || $0.kind == .refunded }) {
                findings[place].causes = []
            }
            findings[place].causes += causes
        }
    }

    // MARK: Returns

    private mutating func explainReturns() {
        guard let diagnosis = try? ReturnDiagnosis(examination, findings) else { return }
        for place in findings.indices {
            if let causes = try? diagnosis.causes(findings[place]) { findings[place].causes += causes }
        }
    }

    // MARK: What was keyed twice

    private mutating func findTwins() {
        let twins = KeyedTwice(examination, findings), orders = OrderTwice(examination, findings)
        for place in findings.indices {
            let causes = twins.causes(findings[place]) + orders.causes(findings[place])
            if causes.isEmpty { continue }
            // That the same document was paid before says less.
            findings[place].causes.removeAll { $0.kind == .documentTwice }
            findings[place].causes += causes
        }
    }

    // MARK: How the sides were matched

    private mutating func sayHowMatched() {
        for place in findings.indices where findings[place].matchedBy == nil {
            findings[place].matchedBy = MatchWording.evidence(findings[place], examination)
        }
    }

    // MARK: Ranking

    private mutating func rank() {
        let order = Dictionary(uniqueKeysWithValues: Cause.Kind.allCases.enumerated().map { ($1, $0) })
        for place in findings.indices {
            findings[place].causes.sort {
                (order[$0.kind] ?? 0, $0.statement.english) < (order[$1.kind] ?? 0, $1.statement.english)
            }
            guard let difference = findings[place].difference, difference.isMeasured,
                !Discrepancy.isNoMistake(findings[place].code)
            else { continue }
            let isExplained = findings[place].causes.contains { $0.explains == difference }
            findings[place].unexplained = isExplained ? difference.nought : difference
        }
    }
}

extension Figure {
    fileprivate var isMeasured: Bool {
        switch self {
        case .quantity, .price, .amount: true
        default: false
        }
    }

    /// Nought of the same kind.
    fileprivate var nought: Figure {
        switch self {
        case .quantity: .quantity(.zero)
        case .price: .price(.zero)
        case .amount: .amount(.zero)
        default: self
        }
    }
}
