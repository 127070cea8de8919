import ArgumentParser
import Books

/// `--language`, the same for every command.
struct LanguageChoice: ParsableArguments {
    @Option(name: .customLong("language"), help: "语言 / language: zh-Hans, en", transform: Self.parse)
    var language: Language = .chinese

    @Sendable private static func parse(_ text: String) throws -> Language {
        guard let language = Language(rawValue: text) else {
            let known = Language.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("不认识的语言 / unknown language '\(text)': \(known)")
        }
        return language
    }
}
