public import Books
import Reconciler

/// One finding told as a person would: what it is, how the two sides met, what it could be, and where to look.
public enum FindingStory {
    /// The lines, without an empty one at the end.
    public static func lines(_ finding: Finding, _ language: Language) -> [String] {
        var lines = head(finding, language)
        lines += causes(finding, language)
        if let nearest = finding.nearest {
            lines.append("")
            lines.append(Phrase("最接近的是", "what comes nearest")[language] + "  " + nearest.candidate[language])
            lines.append("  " + Phrase("没有对上，因为", "not matched because")[language] + "  " + nearest.obstacle[language])
            lines += nearest.sources.map { place($0, language) }
        }
        if let match = finding.matchedBy {
            lines.append("")
            let heading =
                finding.nearest == nil
                ? Phrase("两边怎么对上的", "how the sides met") : Phrase("怎么找到最接近的", "how what comes nearest was found")
            lines.append(heading[language] + "  " + match.stage.words[language])
            lines += match.evidence.map { "  " + $0[language] }
            lines += match.beaten.map { "  " + Phrase("没有选", "not taken")[language] + "  " + $0[language] }
        }
        lines.append("")
        lines.append(Phrase("来自这些单元格：", "from these cells:")[language])
        lines += finding.sources.map { place($0, language) }
        if let rule = RuleBook.rule(finding.code) {
            lines.append("")
            lines.append(rule.meaning[language])
        }
        return lines
    }

    /// The likely causes in one cell: the first three, each on its line.
    static func causes(inOneCell finding: Finding, _ language: Language) -> String {
        let causes = finding.causes.prefix(3).map { $0.statement[language] }
        if causes.isEmpty, let nearest = finding.nearest {
            return Phrase(
                "最接近：\(nearest.candidate.chinese)。\(nearest.obstacle.chinese)。",
                "Nearest: \(nearest.candidate.english); \(nearest.obstacle.english).")[language]
        }
        return causes.joined(separator: "\n")
    }

    private static func head(_ finding: Finding, _ language: Language) -> [String] {
        func word(_ chinese: String, _ english: String) -> String { Phrase(chinese, english)[language] }
        var lines = ["\(finding.code): \(RuleBook.rule(finding.code)?.title[language] ?? "")"]
        lines.append(
            finding.key.map { "\(RuleWords.keyName($0.name)[language]) \($0.value)" }.joined(separator: "  "))
        if let party = finding.party {
            let isPlace = finding.code.hasPrefix("stock.")
            lines.append("\(isPlace ? word("仓库", "warehouse") : word("往来", "party")) \(party)")
        }
        lines += ["", finding.explanation[language]]
        let words = FeedbackWords(language: language), figures = lines.count
        if let expected = words.figure(finding.expected, finding) {
            lines.append("\(word("应为", "expected"))  \(expected)")
        }
        if let actual = words.figure(finding.actual, finding) { lines.append("\(word("实际", "actual"))  \(actual)") }
        if let difference = finding.difference {
            lines.append("\(word("差异", "difference"))  \(difference.description)")
        }
        if let amount = finding.amount { lines.append("\(word("金额", "amount"))  \(amount)") }
        if lines.count > figures { lines.insert("", at: figures) }
        return lines
    }

    private static func causes(_ finding: Finding, _ language: Language) -> [String] {
        var lines: [String] = []
        if !finding.causes.isEmpty {
            lines += ["", Phrase("可能的原因，最像的在前：", "what it could be, the likeliest first:")[language]]
        }
        for (place, cause) in finding.causes.enumerated() {
            let share = cause.explains.map {
                Phrase("（解释 \($0.description)）", " (explains \($0.description))")[language]
            }
            lines.append("  \(place + 1). \(cause.kind.words[language])\(share ?? "")")
            lines.append("     \(cause.statement[language])")
            lines += cause.sources.map { "   " + FindingStory.place($0, language) }
        }
        if let unexplained = finding.unexplained {
            if finding.causes.isEmpty { lines += ["", withoutCause(finding)[language]] }
            lines.append(Phrase("还没解释的", "unexplained")[language] + "  " + unexplained.description)
        }
        return lines
    }

    /// That nothing explains a finding. What is missing altogether is off by no mistake in a figure.
    private static func withoutCause(_ finding: Finding) -> Phrase {
        finding.findingClass == .missing
            ? Phrase("没有找到很可能就是它的记录。", "No record was found that most likely is the one.")
            : Phrase("没有一种常见的错误正好造成这个差额。", "No usual mistake makes exactly this difference.")
    }

    private static func place(_ source: Source, _ language: Language) -> String {
        let role = (BookKind(rawValue: source.role)?.words ?? RuleWords.keyName(source.role))[language]
        let reference = source.reference
        // A whole file has no cell.
        if reference.sheet.isEmpty { return "  \(role)  \(reference.file)" }
        return "  \(role)  \(reference.file)  \(reference.sheet)!\(reference.cell)"
    }
}
