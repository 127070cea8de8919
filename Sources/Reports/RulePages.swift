public import Books
public import Reconciler

/// The manual's pages about the rules, made from the rules themselves.
public enum RulePages {
    /// A page of the manual.
    public struct Page: Sendable {
        /// The file's name.
        public let name: String
        /// Its Markdown.
        public let text: String
    }

    /// A page for each rule and one that lists them.
    public static func all() -> [Page] {
        [Page(name: "README.md", text: index())] + RuleBook.rules.map { Page(name: $0.code + ".md", text: page($0)) }
    }

    /// Every rule in a few lines each, for the terminal.
    ///
    /// - Parameter settings: What a company has set; each parameter says its value and where that stands.
    public static func list(_ language: Language, settings: Settings = Settings()) -> String {
        var lines: [String] = []
        for rule in RuleBook.rules {
            lines.append("\(rule.code)  [\(rule.findingClass.words[language])]  \(rule.title[language])")
            lines.append("    \(rule.meaning[language])")
            let books = rule.books.map { $0.words[language] }.joined(separator: language == .chinese ? "、" : ", ")
            if !books.isEmpty { lines.append("    \(Phrase("需要", "needs")[language]): \(books)") }
            for parameter in rule.parameters {
                lines.append(
                    "    \(parameter.name): \(parameter.meaning[language]); \(value(parameter, settings, language))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A parameter's value and where it is set, or its default.
    private static func value(_ parameter: Parameter, _ settings: Settings, _ language: Language) -> String {
        let standard = "\(Phrase("默认", "default")[language]) \(parameter.standard)"
        guard let name = SettingName(rawValue: parameter.name), let origin = settings.origin,
            let place = origin.places[name]
        else { return standard }
        let value = settings.values(of: name).joined(separator: "; ")
        let isDefault = !settings.changed.contains(name)
        let written = isDefault ? Phrase("，同默认", ", as by default")[language] : ""
        return "\(value) (\(origin.file) \(place.sheet)!\(place.cell)\(written))"
    }

    /// One rule as the terminal explains it.
    public static func explanation(of rule: Rule, _ language: Language) -> String {
        var lines = [
            "\(rule.code): \(rule.title[language])", rule.meaning[language],
            "\(Phrase("类别", "Class")[language]): \(rule.findingClass.words[language])",
            "\(Phrase("由谁处理", "Who clears it")[language]): \(rule.owner.words[language])",
        ]
        if let tie = rule.tie { lines.append("\(Phrase("核对", "Tie")[language]): \(tie.title[language])") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func index() -> String {
        var lines = [
            "# Rules / 规则", "", "Made by `scripts/rules` from the rules themselves; do not edit.", "",
            "| code | class | 名称 | name |", "|---|---|---|---|",
        ]
        for rule in RuleBook.rules {
            lines.append(
                "| [`\(rule.code)`](\(rule.code).md) | \(rule.findingClass.words.chinese) \(rule.findingClass.rawValue) | \(rule.title.chinese) | \(rule.title.english) |"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func page(_ rule: Rule) -> String {
        var lines = [
            "# \(rule.code)", "", "\(rule.title.chinese) / \(rule.title.english)", "", rule.meaning.chinese, "",
            rule.meaning.english, "",
            "- 类别 class: \(rule.findingClass.words.chinese) `\(rule.findingClass.rawValue)`",
            "- 由谁处理 owner: \(rule.owner.words.chinese) `\(rule.owner.rawValue)`",
        ]
        if let tie = rule.tie { lines.append("- 核对 tie: \(tie.title.chinese) `\(tie.rawValue)`") }
        if !rule.books.isEmpty {
            let books = rule.books.map { "\($0.words.chinese) `\($0.rawValue)`" }.joined(separator: ", ")
            lines.append("- 需要 needs: \(books)")
        }
        for column in rule.columns {
            let fields = column.fields.map { "\($0.words.chinese) `\($0.rawValue)`" }.joined(separator: " / ")
            lines.append("- 需要栏目 column: \(column.book.words.chinese) \(fields)")
        }
        for parameter in rule.parameters {
            lines.append(
                "- 参数 parameter: `\(parameter.name)` \(parameter.meaning.chinese) / \(parameter.meaning.english); \(parameter.standard)"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
