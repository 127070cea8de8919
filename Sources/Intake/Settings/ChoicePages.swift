import Books

extension SettingsPage {
    /// The channels.
    public static let channels = choices(
        .channels, \.channels, field: .channel, title: Phrase("渠道", "Channels"),
        purpose: Phrase(
            "订单和客户的渠道。可以加公司自己的渠道：写名称即可，代码可以空着。「也写作」里是别人会用的叫法。",
            "The channels of orders and customers. Add your own: the name is enough, the code may stay empty. Other names are what people also write."
        ))

    /// The settlement terms.
    static let settlements = choices(
        .settlements, \.settlements, field: .settlement, title: Phrase("结算方式", "Settlement"),
        purpose: Phrase(
            "每种结算方式有哪些叫法。公司里另有叫法的，写在「也写作」里，用顿号隔开。「压2单」这样写明单数的不用列。",
            "The names that mean each settlement term. Put your company's own into other names, with commas between. Hold-2 and the like need no line."
        ))

    /// The reasons for differences.
    static let reasons = choices(
        .reasons, \.reasons, field: .reason, title: Phrase("差异原因", "Reasons"),
        purpose: Phrase(
            "差异表和盘点表里可选的差异原因。可以加公司自己的：写名称即可，代码可以空着。",
            "The reasons that the variance and stock-check workbooks offer. Add your own: the name is enough, the code may stay empty."
        ))

    private static func choices(
        _ name: SettingName, _ path: any WritableKeyPath<Settings, [Settings.Choice]> & Sendable, field: Field,
        title: Phrase, purpose: Phrase
    ) -> SettingsPage {
        SettingsPage(
            title: title, purpose: purpose,
            columns: [
                Column(
                    Phrase("代码", "code"),
                    Phrase("程序用的代码，不要改动；自己加的可以空着。", "The program's code, leave as it is; empty for your own."),
                    width: 16, .optional),
                Column(Phrase("名称", "name"), Phrase("大家怎么叫。", "What people call it."), width: 22, .required),
                Column(
                    Phrase("也写作", "other names"), Phrase("别的叫法，用顿号隔开。", "What people also write, with commas between."),
                    width: 34, .optional),
                .explanation,
            ],
            lines: { settings, language in
                settings[keyPath: path].map { choice in
                    [
                        .text(choice.identifier), .text(choice.words[language]),
                        choice.otherNames.isEmpty
                            ? .nothing
                            : .text(choice.otherNames.joined(separator: Phrase("、", ", ")[language])),
                        .text(Choice.known(choice.identifier, of: field, language)),
                    ]
                }
            },
            read: { table, reading in
                let known = Settings()[keyPath: path]
                var taken = ChoiceLines(known: known, field: field)
                for line in table.lines {
                    if taken.take(line, &reading) { reading.note(name, line, 1) }
                }
                reading.settings[keyPath: path] = taken.choices
            })
    }
}

/// The lines of a list of choices as they are taken: the company's in their order, what is known to everyone kept.
private struct ChoiceLines {
    let known: [Settings.Choice]
    let field: Field
    private var taken: [Settings.Choice] = []
    /// What each writing stands for.
    private var meanings: [String: String] = [:]

    init(known: [Settings.Choice], field: Field) {
        self.known = known
        self.field = field
    }

    /// What was taken, and after it what the company left out.
    var choices: [Settings.Choice] {
        taken + known.filter { choice in !taken.contains { $0.identifier == choice.identifier } }
    }

    mutating func take(_ line: SettingsTable.Line, _ reading: inout SettingsReading) -> Bool {
        let code = line.text(0), name = line.text(1)
        guard !name.isEmpty else {
            reading.reject(line, 1, expected: Phrase("一个名称", "a name"))
            return false
        }
        guard let identifier = identifier(code, name, line, &reading) else { return false }
        guard !taken.contains(where: { $0.identifier == identifier }) else {
            reading.reject(
                line, code.isEmpty ? 1 : 0, expected: Phrase("每个只写一行", "each once"),
                used: Phrase("以前面的一行为准", "The line before it counts"))
            return false
        }
        if let other = meanings[WrittenText.key(name)], other != identifier {
            reject(name, other, line, 1, &reading)
            return false
        }
        var names: [String] = []
        for other in SettingsReading.list(line.text(2)) where WrittenText.key(other) != WrittenText.key(name) {
            if let meant = meanings[WrittenText.key(other)], meant != identifier {
                reject(other, meant, line, 2, &reading)
            } else if !names.contains(other) {
                names.append(other)
            }
        }
        for text in names + [name, identifier] { meanings[WrittenText.key(text)] = identifier }
        let standard = known.first { $0.identifier == identifier }?.words
        let words = standard.flatMap { $0.isWritten(name) ? $0 : nil } ?? Phrase(name, name)
        taken.append(Settings.Choice(identifier, words, otherNames: names))
        return true
    }

    /// The identifier of a line: its code, what its name is known as, or for a company's own the name itself.
    private func identifier(
        _ code: String, _ name: String, _ line: SettingsTable.Line, _ reading: inout SettingsReading
    ) -> String? {
        if code.isEmpty {
            return known.first { $0.words.isWritten(name) }?.identifier ?? name
        }
        if let exact = known.first(where: { WrittenText.key($0.identifier) == WrittenText.key(code) }) {
            return exact.identifier
        }
        let isHold = field == .settlement && Settlement.held(code) != nil
        if !isHold, let near = Resemblance.nearest(to: code, among: known.map(\.identifier)) {
            reading.reject(
                line, 0,
                expected: Phrase(
                    "已知的代码，是不是「\(near)」？自己加的请另取代码或空着",
                    "a known code; is it “\(near)”? For your own take another code or leave it empty"))
            return nil
        }
        return code
    }

    private func reject(
        _ text: String, _ meant: String, _ line: SettingsTable.Line, _ column: Int, _ reading: inout SettingsReading
    ) {
        let name = (taken + known).first { $0.identifier == meant }?.words ?? Phrase(meant, meant)
        reading.reject(
            line, column,
            expected: Phrase(
                "「\(text)」只代表一个，前面已经代表「\(name.chinese)」",
                "“\(text)” for one only; a line before has it for “\(name.english)”"),
            used: Phrase("「\(text)」仍代表「\(name.chinese)」", "“\(text)” still means “\(name.english)”"))
    }
}

extension Choice {
    /// The words that are understood for a choice without being listed, as a sentence; empty where there are none.
    static func known(_ identifier: String, of field: Field, _ language: Language) -> String {
        let words = Words.choices(of: field).first { $0.identifier == identifier }?.words ?? []
        let own = words.filter { ($0.utf8.first ?? 0) >= 0x80 ? language == .chinese : language == .english }.prefix(8)
        if own.isEmpty { return "" }
        return Phrase(
            "这些写法本来就认得：" + own.joined(separator: "、"), "Understood anyway: " + own.joined(separator: ", "))[language]
    }
}
