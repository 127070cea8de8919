import Books

extension SettingsPage {
    /// The series of document numbers.
    static let series = SettingsPage(
        title: Phrase("单号规则", "Number series"),
        purpose: Phrase(
            "单据编号的规则。不写，程序从单据里自己找连号；写了，就按这里的规则查缺号，数量再少也查。",
            "How documents are numbered. Without lines the series are found in the documents; with them gaps are looked for by these rules, however few the documents."
        ),
        columns: [
            Column(
                Phrase("前缀", "prefix"), Phrase("编号开头不变的部分。例：XS", "What numbers begin with. Example: XS"), width: 14,
                .required),
            Column(
                Phrase("序号位数", "width"),
                Phrase("末尾的序号有几位。空着表示不固定。例：4", "How many digits count. Empty: it varies. Example: 4"),
                width: 12, .optional),
            Column(
                Phrase("每月重排", "restarts monthly"),
                Phrase(
                    "每月从头编的写「是」；前缀和序号之间是年月。例：XS2026100001",
                    "“yes” where counting begins anew each month, with the month's digits before the count. Example: XS2026100001"
                ),
                width: 14, .optional, offer: .yes),
            Column(
                Phrase("单据类型", "document kinds"),
                Phrase("哪些单据用这个前缀，用顿号隔开；空着表示都算。", "Which documents carry it, with commas between; empty: any."),
                width: 28,
                .optional, offer: .documentKinds),
            .remark,
        ],
        lines: { settings, language in
            settings.series.map { series in
                [
                    .text(series.prefix), series.width.map { .count(Int64($0)) } ?? .nothing,
                    series.restartsMonthly ? .text(Phrase("是", "yes")[language]) : .nothing,
                    series.kinds.isEmpty
                        ? .nothing
                        : .text(
                            series.kinds.map { $0.words[language] }.joined(separator: Phrase("、", ", ")[language])),
                    .nothing,
                ]
            }
        },
        read: { table, reading in
            var taken: [Settings.Series] = []
            for line in table.lines {
                guard let series = reading.series(line) else { continue }
                let isRepeated = taken.contains { other in
                    other.prefix == series.prefix
                        && (other.kinds.isEmpty || series.kinds.isEmpty
                            || !Set(other.kinds).isDisjoint(with: series.kinds))
                }
                if isRepeated {
                    reading.reject(
                        line, 0, expected: Phrase("同一前缀、同一单据类型只有一行规则", "one line for a prefix and kind of document"),
                        used: Phrase("以前面的一行为准", "The line before it counts"))
                    continue
                }
                reading.note(.series, line, 0)
                taken.append(series)
            }
            reading.settings.series = taken
        })
}

extension SettingsReading {
    fileprivate mutating func series(_ line: SettingsTable.Line) -> Settings.Series? {
        let prefix = WrittenText.code(ArraySlice(line.text(0).utf8))
        guard !prefix.isEmpty else {
            reject(line, 0, expected: Phrase("编号的前缀，如 XS", "the prefix of the numbers, such as XS"))
            return nil
        }
        var width: Int?
        if !line.text(1).isEmpty {
            guard let digits = SettingsReading.number(line.text(1), decimals: 0, units: ["位"]),
                (1...12).contains(digits)
            else {
                reject(line, 1, expected: Phrase("1 到 12 的整数", "a whole number from 1 to 12"))
                return nil
            }
            width = Int(digits)
        }
        var restarts = false
        if !line.text(2).isEmpty {
            guard let flag = Choice.flag(line.text(2)) else {
                reject(line, 2, expected: Phrase("「是」或「否」", "“yes” or “no”"))
                return nil
            }
            restarts = flag
        }
        if restarts, width == nil {
            reject(
                line, 1,
                expected: Phrase("每月重排的要写序号位数，如 4", "how many digits count, such as 4, where it restarts monthly"))
            return nil
        }
        var kinds: [DocumentKind] = []
        for text in SettingsReading.list(line.text(3)) {
            let identifier = Choice.all[.documentKind]?.exactIdentifier(of: text)
            guard let kind = identifier.flatMap(DocumentKind.init(rawValue:)) else {
                let names = DocumentKind.allCases.flatMap { [$0.words.chinese, $0.words.english] }
                let near = SettingsReading.perhaps(text, among: names)
                reject(
                    line, 3,
                    expected: Phrase(
                        "单据类型，如 销售出库\(near.chinese)", "a kind of document such as sales issue\(near.english)"))
                return nil
            }
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        return Settings.Series(prefix: prefix, width: width, restartsMonthly: restarts, kinds: kinds)
    }
}
