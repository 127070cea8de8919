import Books

/// The words that several pages understand: channels, fields, books, days, numbers, yes.
extension SettingsReading {
    /// The channel that a cell names; notes a name that is none.
    mutating func channel(_ line: SettingsTable.Line, _ column: Int) -> String? {
        let text = line.text(column)
        if let known = Choice.identifier(of: text, in: settings.channels, field: .channel) { return known }
        let names = settings.channels.flatMap { [$0.words.chinese, $0.words.english, $0.identifier] + $0.otherNames }
        let near = SettingsReading.perhaps(text, among: names)
        let known = Phrase(
            settings.channels.map(\.words.chinese).joined(separator: "、"),
            settings.channels.map(\.words.english).joined(separator: ", "))
        reject(
            line, column,
            expected: Phrase(
                "「渠道」表里的一个渠道（\(known.chinese)）\(near.chinese)", "one of the channels (\(known.english))\(near.english)")
        )
        return nil
    }

    /// The field that a text names, by its words or its identifier.
    static func field(_ text: String) -> Field? {
        let key = WrittenText.key(text)
        if key.isEmpty { return nil }
        return Field.allCases.first {
            key == WrittenText.key($0.words.chinese) || key == WrittenText.key($0.words.english)
                || key == WrittenText.key($0.rawValue)
        }
    }

    /// What was expected where a field's name stands.
    static func fieldExpected(_ text: String, among fields: [Field]) -> Phrase {
        let near = perhaps(text, among: fields.flatMap { [$0.words.chinese, $0.words.english, $0.rawValue] })
        return Phrase("「栏目一览」里的一个栏目\(near.chinese)", "a field of the sheet “Fields”\(near.english)")
    }

    /// The fields of orders, which required fields and approvals are among.
    static let orderFields = BookShape.of(.orders).columns.map(\.field)

    /// The book that a text names.
    static func book(_ text: String) -> BookKind? {
        let key = WrittenText.key(text)
        return BookKind.allCases.first {
            key == WrittenText.key($0.words.chinese) || key == WrittenText.key($0.words.english)
                || key == WrittenText.key($0.rawValue)
        }
    }

    /// A number in units of 10^-`decimals`; a per cent sign divides by a hundred. `nil` for anything else.
    static func number(_ text: String, decimals: Int, units suffixes: [String] = []) -> Int64? {
        guard case .number(var number) = WrittenNumber.read(ArraySlice(text.utf8)) else { return nil }
        let suffix = WrittenText.key(String(decoding: number.suffix, as: UTF8.self))
        guard suffix.isEmpty || suffixes.contains(suffix) else { return nil }
        if number.isPercent { number.decimals += 2 }
        let value = WrittenNumber.units(payload: number.payload, decimals: number.decimals, target: decimals)
        // What would be rounded off was meant to count.
        guard let value,
            let back = WrittenNumber.units(payload: value, decimals: decimals, target: number.decimals),
            back == number.payload || number.decimals > 15
        else { return nil }
        return value
    }

    /// A day.
    static func day(_ text: String) -> Day? {
        let date = text.prefix { $0 != "T" }
        if case .day(let day) = WrittenDay.read(ArraySlice(date.utf8)) { return day }
        return nil
    }

    /// Several words in one cell, divided by commas or semicolons.
    static func list(_ text: String) -> [String] {
        text.split(whereSeparator: { "、,，;；\n".contains($0) }).map {
            WrittenText.name(ArraySlice($0.utf8))
        }.filter { !$0.isEmpty }
    }
}

extension Choice {
    /// The identifier that a text stands for among a company's choices, and the words that are known anyway.
    static func identifier(of text: String, in choices: [Settings.Choice], field: Field) -> String? {
        let key = WrittenText.key(text)
        if key.isEmpty { return nil }
        for choice in choices {
            let names = [choice.identifier, choice.words.chinese, choice.words.english] + choice.otherNames
            if names.contains(where: { WrittenText.key($0) == key }) { return choice.identifier }
        }
        return Choice.all[field]?.exactIdentifier(of: text)
    }
}
