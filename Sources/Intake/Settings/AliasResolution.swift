import Books

/// One line that says what a writing stands for.
struct AliasLine: Sendable {
    /// What it is a writing of.
    let kind: AliasKind
    let alias: String
    /// The name or code that counts; for a column the field's identifier.
    let means: String
    /// What stands there for it, as somebody wrote it.
    let written: String
    /// Where the two stand; `nil` for a line of another workbook than the settings.
    let place: SettingsOrigin.Place?
    let meansPlace: SettingsOrigin.Place?
}

extension AliasLine {
    /// What a person confirmed.
    init(_ decision: AliasDecision) {
        self.init(
            kind: decision.kind, alias: decision.written, means: decision.means, written: decision.means, place: nil,
            meansPlace: decision.place)
    }
}

/// Puts all lines of aliases together: what points two ways or in a circle is said and not used.
enum AliasResolution {
    /// The most steps from an alias to the name that counts.
    private static let longestChain = 16

    static func take(_ reading: inout SettingsReading) {
        let lines = reading.aliases
        reading.settings.customerAliases = names(.customer, lines, &reading.problems)
        reading.settings.productAliases = names(.product, lines, &reading.problems)
        reading.settings.columnAliases = columns(lines, &reading.problems)
    }

    // MARK: Names

    private static func names(
        _ kind: AliasKind, _ lines: [AliasLine], _ problems: inout [SettingProblem]
    ) -> [String: String] {
        var own: [String: AliasLine] = [:]
        var twoWays: Set<String> = []
        for line in lines where line.kind == kind {
            let key = line.alias.lowercased()
            if key == line.means.lowercased() {
                problems.append(
                    problem(line, Phrase("另一个名称，而不是它自己", "another name than itself"), SettingsReading.lineLeftOut))
            } else if let before = own[key] {
                if before.means.lowercased() != line.means.lowercased() {
                    twoWays.insert(key)
                    problems.append(contradiction(line, before))
                } else if line.place != nil, before.place != nil {
                    problems.append(
                        problem(line, Phrase("每个只写一行", "each once"), Phrase("只算一次", "It counts once")))
                }
            } else {
                own[key] = line
            }
        }
        for key in twoWays { own[key] = nil }
        var aliases: [String: String] = [:]
        for (key, line) in own.sorted(by: { $0.key < $1.key }) {
            // An alias may lead to another; a chain that comes back to where it began leads nowhere.
            var seen: Set<String> = [key]
            var end = line
            var isCircle = false
            while let next = own[end.means.lowercased()] {
                if !seen.insert(end.means.lowercased()).inserted || seen.count > longestChain {
                    isCircle = true
                    break
                }
                end = next
            }
            if isCircle {
                let chain = Phrase(
                    "别名不绕圈（\(line.alias) → \(line.means) → … 又回到原处）",
                    "no circle (\(line.alias) → \(line.means) → … comes back)")
                problems.append(problem(line, chain, SettingsReading.lineLeftOut))
            } else {
                aliases[line.alias] = end.means
            }
        }
        return aliases
    }

    // MARK: Columns

    private static func columns(_ lines: [AliasLine], _ problems: inout [SettingProblem]) -> [Settings.ColumnAlias] {
        struct Key: Hashable {
            let header: String
            let book: BookKind?
        }
        var own: [Key: AliasLine] = [:]
        var order: [Key] = []
        var twoWays: Set<Key> = []
        for line in lines {
            guard case .column(let book) = line.kind else { continue }
            let key = Key(header: WrittenText.key(line.alias), book: book)
            guard let before = own[key] else {
                own[key] = line
                order.append(key)
                continue
            }
            if before.means != line.means {
                twoWays.insert(key)
                problems.append(contradiction(line, before))
            } else if line.place != nil, before.place != nil {
                problems.append(problem(line, Phrase("每个只写一行", "each once"), Phrase("只算一次", "It counts once")))
            }
        }
        return order.compactMap { key in
            guard !twoWays.contains(key), let line = own[key], let field = Field(rawValue: line.means) else {
                return nil
            }
            return Settings.ColumnAlias(header: line.alias, field: field, book: key.book)
        }
    }

    // MARK: Wording

    private static func problem(_ line: AliasLine, _ expected: Phrase, _ used: Phrase) -> SettingProblem {
        SettingProblem(
            sheet: line.meansPlace?.sheet, cell: line.meansPlace?.cell, found: line.written, expected: expected,
            used: used)
    }

    private static func contradiction(_ line: AliasLine, _ before: AliasLine) -> SettingProblem {
        let place = before.meansPlace.map { " (\($0.sheet) \($0.cell))" } ?? ""
        return problem(
            line,
            Phrase(
                "「\(line.alias)」只指一个；前面写的是「\(before.written)」\(place)",
                "“\(line.alias)” to mean one only; a line before says “\(before.written)”\(place)"),
            Phrase("两行都没有采用", "Neither line is used"))
    }
}
