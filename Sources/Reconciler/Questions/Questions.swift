import Books

extension Question {
    /// Everything that the findings ask, the question that clears the most money first.
    static func all(_ examination: Examination, _ findings: [Finding]) -> [Question] {
        let words = QuestionWords(findings: findings)
        return QuestionGroups(examination, findings).groups.map { group in
            Question(
                role: group.subject.role, name: group.name, owner: group.subject.owner, key: group.key,
                words: words.words(group), clears: QuestionMoney.sum(group.findings.map { findings[$0] }),
                findings: group.findings)
        }.sorted(by: Question.comesFirst)
    }
}
