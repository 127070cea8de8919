import Books

/// Values that come from a list, brought to their identifiers.
struct Choice {
    private var exact: [String: String]
    private let contained: [(key: [UInt8], identifier: String)]
    private let field: Field

    /// The lists of every field that has one.
    static let all: [Field: Choice] = Dictionary(
        uniqueKeysWithValues: Field.allCases.filter { $0.kind == .choice }.map { ($0, Choice($0)) })

    private init(_ field: Field) {
        var exact: [String: String] = [:]
        for (identifier, words) in Words.choices(of: field) {
            for word in [identifier] + words where exact[WrittenText.key(word)] == nil {
                exact[WrittenText.key(word)] = identifier
            }
        }
        self.field = field
        self.exact = exact
        // Only words long enough to mean the same inside another text: 月结 in 月结45天, not 单 in 订单. A status may be
        // turned round by what stands before it: 未发完.
        let inside =
            field == .reason || field == .status
            ? [:] : exact.filter { $0.key.utf8.count >= 6 && !$0.key.utf8.allSatisfy { $0 < 0x80 } }
        contained = inside.map { (Array($0.key.utf8), $0.value) }.sorted {
            $0.key.count != $1.key.count
                ? $0.key.count > $1.key.count : $0.key.lexicographicallyPrecedes($1.key)
        }
    }

    /// The lists of a company: its own words before those of everyone.
    static func all(_ settings: Settings) -> [Field: Choice] {
        var all = Choice.all
        for (field, choices) in [
            (Field.channel, settings.channels), (.settlement, settings.settlements), (.reason, settings.reasons),
        ] {
            all[field]?.put(choices)
        }
        return all
    }

    private mutating func put(_ choices: [Settings.Choice]) {
        for choice in choices {
            for name in [choice.identifier, choice.words.chinese, choice.words.english] + choice.otherNames {
                let key = WrittenText.key(name)
                if !key.isEmpty { exact[key] = choice.identifier }
            }
        }
    }

    /// The identifier that a text stands for to the letter.
    func exactIdentifier(of text: String) -> String? {
        let key = WrittenText.key(text)
        return exact[key] ?? (field == .settlement ? Choice.hold(key) : nil)
    }

    /// The identifier that a text stands for; `nil` for a text that is on no list.
    func identifier(of text: String) -> String? { identifier(ofKey: WrittenText.key(text)) }

    /// The identifier that a text with a key stands for.
    func identifier(ofKey key: String) -> String? {
        if let known = exact[key] { return known }
        if key.isEmpty { return nil }
        let bytes = Array(key.utf8)
        if field == .settlement, let hold = Choice.hold(key) { return hold }
        // A red document is red whatever else its name says: 销售出库单(红字).
        if field == .documentKind, Choice.reversals.contains(where: { bytes.contains($0) }) {
            return DocumentKind.reversal.rawValue
        }
        // Those words are not Latin.
        if bytes.allSatisfy({ $0 < 0x80 }) { return nil }
        return contained.first { bytes.contains($0.key) }?.identifier
    }

    private static let reversals = ["红字", "冲红", "红冲", "reversal"].map { Array($0.utf8) }

    /// 压2单, 压两批, hold 2, hold-2: the customer holds so many deliveries.
    private static func hold(_ key: String) -> String? {
        let marks = ["压", "hold"]
        guard let mark = marks.first(where: { key.hasPrefix($0) }) else { return nil }
        let numerals: [Character: Int] = ["一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6]
        var number = 0
        for character in key.dropFirst(mark.count) {
            if let digit = character.wholeNumberValue, character.isASCII {
                number = min(number * 10 + digit, 1_000)
            } else if let digit = numerals[character] {
                number = digit
            } else {
                break
            }
        }
        return number > 0 ? "hold\(number)" : nil
    }

    /// Whether a text sets a flag (`true`), clears it (`false`), or says neither.
    static func flag(_ text: String) -> Bool? { flag(text, key: WrittenText.key(text)) }

    /// The same of a text whose key is known.
    static func flag(_ text: String, key: String) -> Bool? {
        if yes.contains(key) || text == "√" || text == "✓" || text == "✔" { return true }
        return no.contains(key) || text == "×" ? false : nil
    }

    private static let yes = Set(Words.yes.map(WrittenText.key)).subtracting([""])
    private static let no = Set(Words.no.map(WrittenText.key)).subtracting([""])
}
