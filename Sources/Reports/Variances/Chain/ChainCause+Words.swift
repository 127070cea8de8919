import Books
import Reconciler
import WorkbookWriter

extension Edition {
    /// What a part of a residual is put down to, and the class whose colour it wears.
    func words(_ cause: ChainCause) -> (words: Phrase, findingClass: FindingClass, classWords: Phrase) {
        switch cause {
        case .finding(let place):
            guard reconciliation.findings.indices.contains(place) else { break }
            let finding = reconciliation.findings[place]
            return (RuleWords.title(finding.code), finding.findingClass, finding.findingClass.words)
        case .named(let named): return (named.words, named.findingClass, ChainLabels.normal)
        case .unaccounted: break
        }
        return (ChainLabels.unaccounted, .missing, ChainLabels.unaccountedHead)
    }

    /// What a line of a proof is called: a customer's name, or a product's code.
    func name(_ line: ChainLine, of proof: ChainProof) -> String {
        if line.key.isNone {
            return (proof.by == .customer ? ChainLabels.noCustomer : ChainLabels.none)[language]
        }
        return month.text(line.key)
    }

    /// A step's two ends.
    func words(_ step: ChainStep) -> String { "\(step.from.words[language]) → \(step.to.words[language])" }

    /// Where a finding stands among the variances.
    func link(toFinding place: Int, in variances: SheetWriter) -> CellLink {
        .here(sheet: variances.name, row: VariancesSheet.firstRow + place, column: 0)
    }
}

extension ChainLine {
    /// What its residuals come to without their signs: what findings or nothing explain, and what is as it should be.
    var weight: (toWork: UInt64, normal: UInt64) {
        var weight: (toWork: UInt64, normal: UInt64) = (0, 0)
        for part in parts.joined() {
            if case .named = part.cause {
                weight.normal = weight.normal.addingReportingOverflow(part.units.magnitude).partialValue
            } else {
                weight.toWork = weight.toWork.addingReportingOverflow(part.units.magnitude).partialValue
            }
        }
        return weight
    }

    /// What nothing explains, without signs.
    var unaccounted: Int64 {
        parts.reduce(0) { sum, parts in
            parts.reduce(sum) { $0 &+ ($1.cause == .unaccounted ? Int64(clamping: $1.units.magnitude) : 0) }
        }
    }
}
