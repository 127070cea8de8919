import Books

/// The values on order lines that could not be understood: each is said once, and nothing that follows from it again.
struct UnreadValues: Sendable {
    /// One of them.
    struct Value: Sendable {
        let field: Field
        let expected: Phrase
        let found: String
        let advice: Phrase

        /// What was expected without the field's own name, 数字 of 单价（数字）; `nil` where nothing is left, because that an order
        /// number should be an order number helps nobody.
        var wanted: Phrase? {
            let name = field.words
            if expected.chinese == name.chinese { return nil }
            guard expected.chinese.hasPrefix(name.chinese + "（"), expected.chinese.hasSuffix("）"),
                expected.english.hasPrefix(name.english + ", ")
            else { return expected }
            return Phrase(
                String(expected.chinese.dropFirst(name.chinese.count + 1).dropLast()),
                String(expected.english.dropFirst(name.english.count + 2)))
        }
    }

    private var byRow: [Int: [Value]] = [:]

    init(_ month: Month) {
        let table = month[.orders]
        var byOrigin: [Origin: [Value]] = [:]
        for problem in month.problems {
            if case .valueUnread(let field, let origin) = problem.kind {
                byOrigin[origin, default: []].append(
                    Value(field: field, expected: problem.expected, found: problem.found, advice: problem.advice))
            }
        }
        if byOrigin.isEmpty { return }
        for row in table.rows { byRow[row] = byOrigin[table.origins[row]] }
    }

    /// Those of an order line.
    func values(_ row: Int) -> [Value] { byRow[row] ?? [] }

    /// Whether a field of an order line is one of them.
    func contains(_ row: Int, _ field: Field) -> Bool { byRow[row]?.contains { $0.field == field } ?? false }
}
