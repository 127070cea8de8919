import Books
import Reconciler
import WorkbookWriter

extension TerminalSummary {
    /// The chain by customer: a line a step, what its residual is made of, and what nothing explains.
    func chain() -> [String] {
        guard let proof = reconciliation.chain?[.customerAmount] else { return [] }
        let head = [
            ChainLabels.step, ChainLabels.left, ChainLabels.right, ChainLabels.byFindings, ChainLabels.byClasses,
            ChainLabels.unaccountedHead,
        ].map { $0[language] }
        let rows = proof.steps.enumerated().map { place, step in
            let name = "\(step.from.words[language]) → \(step.to.words[language])"
            guard step.whyNot == nil else { return [name, "–", "–", "–", "–", "–"] }
            let parts = ChainStepSum(proof, place).parts(reconciliation.findings)
            func sum(_ isWanted: (ChainStepSum.Part) -> Bool) -> Int64 {
                parts.filter(isWanted).reduce(0) { $0 &+ $1.units }
            }
            let unaccounted = sum { $0.name == ChainStepSum.unaccountedName }
            let named = sum { $0.isClass } &- unaccounted
            return [name]
                + [proof.total(step.from) ?? 0, proof.total(step.to) ?? 0, sum { !$0.isClass }, named, unaccounted].map
            {
                TerminalSummary.grouped(proof.measure.text($0))
            }
        }
        return ["", bold(ChainLabels.title[language])] + table(head, rows, textColumns: [0])
    }

    /// The ten questions that clear the most money.
    func questions() -> [String] {
        let first = reconciliation.questions.prefix(10).filter { !$0.clears.isZero }
        guard !first.isEmpty else { return [] }
        let head = [QuestionLabels.clears, QuestionLabels.ask, QuestionLabels.question].map { $0[language] }
        let rows = first.map { question in
            let asked = [question.role.words[language], question.name ?? ""].filter { !$0.isEmpty }
            return [
                TerminalSummary.grouped(question.clears.description),
                TextWidth.cut(TerminalSummary.plain(asked.joined(separator: " ")), to: 28),
                TextWidth.cut(TerminalSummary.plain(question.words[language]), to: 84),
            ]
        }
        return ["", bold(QuestionLabels.sheet[language])] + table(head, rows, textColumns: [1, 2])
    }
}
