import Books

extension SettingsPage {
    /// How far figures may lie apart, and for how many days things may take: one value a line.
    public static let limits = SettingsPage(
        title: Phrase("容差和期限", "Tolerances and days"),
        purpose: Phrase(
            "两边相差不超过容差的，列为「容差内」（绿色），不用处理。都填 0 就是分毫必究。",
            "What differs by no more than a tolerance is listed as tolerated (green) and need not be worked. All at 0 lets nothing pass."
        ),
        columns: [
            Column(Phrase("设置项", "setting"), Phrase("不要改动。", "Leave as it is."), width: 24, .required),
            Column(
                Phrase("值", "value"), Phrase("空着就用默认值。", "Empty means the default."), width: 14, .required),
            .explanation,
        ],
        lines: { settings, language in
            Limit.all.map { [.text($0.name.words[language]), $0.value(settings), .text($0.explanation[language])] }
        },
        read: { table, reading in
            var seen: Set<SettingName> = []
            for line in table.lines {
                let text = line.text(0)
                guard let limit = Limit.all.first(where: { $0.isNamed(text) }) else {
                    let near = SettingsReading.perhaps(text, among: Limit.all.flatMap(\.names))
                    reading.reject(
                        line, 0, expected: Phrase("已知的设置项\(near.chinese)", "a setting by its name\(near.english)"))
                    continue
                }
                guard seen.insert(limit.name).inserted else {
                    reading.reject(
                        line, 0, expected: Phrase("每项只写一行", "each setting once"),
                        used: Phrase("以前面的一行为准", "The line before it counts"))
                    continue
                }
                if line.text(1).isEmpty { continue }
                reading.note(limit.name, line, 1)
                if !limit.take(line.text(1), &reading.settings) {
                    let standard = Settings().values(of: limit.name).first ?? "—"
                    reading.reject(
                        line, 1, expected: limit.expected,
                        used: Phrase("用默认值 \(standard)", "The default \(standard) is used"))
                }
            }
        })
}

/// A setting that is one figure.
private struct Limit: Sendable {
    let name: SettingName
    let explanation: Phrase
    let expected: Phrase
    let value: @Sendable (Settings) -> SettingsValue
    /// Sets it; false for a text that is no such figure.
    let take: @Sendable (String, inout Settings) -> Bool

    var names: [String] { [name.words.chinese, name.words.english, name.rawValue] }

    func isNamed(_ text: String) -> Bool {
        let key = WrittenText.key(text)
        return names.contains { WrittenText.key($0) == key }
    }

    static let all: [Limit] = [
        Limit(
            name: .amountTolerance,
            explanation: Phrase(
                "两边金额相差不超过这么多元，算容差内（正好相等的也算）。例：0.05",
                "Amounts that differ by no more than this count as tolerated, the bound included. Example: 0.05"),
            expected: Phrase("不小于 0 的金额，最多两位小数", "an amount of 0 or more with at most two decimals"),
            value: { .amount($0.amountTolerance) },
            take: { text, settings in
                guard let units = SettingsReading.number(text, decimals: Amount.decimals, units: ["元"]),
                    (0...Amount.limit.units).contains(units)
                else { return false }
                settings.amountTolerance = Amount(units: units)
                return true
            }),
        Limit(
            name: .amountToleranceShare,
            explanation: Phrase(
                "相差不超过应有金额的百分之几，也算容差内。应有的一边：订单之于出库，出库之于应收，应收和回款之于总账。例：0.5%",
                "Or by no more than this share of the expected amount: the order's for dispatch, the delivery's for receivables, theirs for the ledger. Example: 0.5 %"
            ),
            expected: shareExpected, value: { .share($0.amountToleranceShare) },
            take: { text, settings in
                guard let share = share(text) else { return false }
                settings.amountToleranceShare = share
                return true
            }),
        Limit(
            name: .quantityTolerance,
            explanation: Phrase(
                "数量相差不超过这么多（按基本单位），算容差内。例：0.5",
                "Quantities that differ by no more than this, in base units, count as tolerated. Example: 0.5"),
            expected: Phrase("不小于 0 的数量", "a quantity of 0 or more"), value: { .quantity($0.quantityTolerance) },
            take: { text, settings in
                guard let units = SettingsReading.number(text, decimals: Quantity.decimals),
                    (0...Quantity.limit.units).contains(units)
                else { return false }
                settings.quantityTolerance = Quantity(units: units)
                return true
            }),
        Limit(
            name: .quantityToleranceShare,
            explanation: Phrase(
                "相差不超过应有数量的百分之几，也算容差内。盘点以账存为应有。例：1%",
                "Or by no more than this share of the expected quantity; for counts that is the book's. Example: 1 %"),
            expected: shareExpected, value: { .share($0.quantityToleranceShare) },
            take: { text, settings in
                guard let share = share(text) else { return false }
                settings.quantityToleranceShare = share
                return true
            }),
        days(
            .deliveryGraceDays, \.deliveryGraceDays,
            Phrase("交货期过了这么多天以内出库，不算晚。", "So many days after the delivery date, a dispatch is not yet late.")),
        days(
            .paymentGraceDays, \.paymentGraceDays,
            Phrase("到期后这么多天以内未收，不算逾期。", "So many days after the due day, a payment is not yet overdue.")),
        Limit(
            name: .creditDays,
            explanation: Phrase(
                "月结客户的档案里没有写账期时，从月底起算这么多天。空着就不判断这些客户是否逾期。例：30",
                "Days from the month's end for monthly customers whose file says none. Empty: those are never called overdue. Example: 30"
            ),
            expected: Phrase("0 到 3650 的整数", "a whole number from 0 to 3650"),
            value: { $0.creditDays.map(SettingsValue.count) ?? .nothing },
            take: { text, settings in
                guard let days = SettingsReading.number(text, decimals: 0, units: dayWords), (0...3650).contains(days)
                else { return false }
                settings.creditDays = days
                return true
            }),
        Limit(
            name: .largestGapPercent,
            explanation: Phrase(
                "一串单号里缺号超过这个比例，就不当作连号，不报缺号。",
                "A run of numbers with a larger share missing is no series, and its gaps are not reported."),
            expected: Phrase("0% 到 90% 的整数百分比，带上百分号", "a whole percentage from 0 % to 90 %, with its sign"),
            value: { .share(Rate(units: Int64($0.largestGapPercent) * 10_000)) },
            take: { text, settings in
                guard let hundredths = SettingsReading.number(text, decimals: 2) else { return false }
                // 20 typed without its sign can only mean 20 %. A cell of percentages keeps 200 % as 2, and 100 % as 1.
                let isBare = !text.contains("%") && (1_000...9_000).contains(hundredths) && hundredths % 100 == 0
                let percent = isBare ? hundredths / 100 : hundredths
                guard (0...90).contains(percent) else { return false }
                settings.largestGapPercent = Int(percent)
                return true
            }),
    ]

    private static let dayWords = ["天", "日", "days", "day"]

    /// More than a fifth is no tolerance but a slip: 5 typed for 5 %, 0.5 for 0.5 %.
    private static let shareExpected = Phrase("0% 到 20% 的百分比", "a percentage from 0 % to 20 %")

    private static func share(_ text: String) -> Rate? {
        guard let units = SettingsReading.number(text, decimals: Rate.decimals), (0...200_000).contains(units) else {
            return nil
        }
        return Rate(units: units)
    }

    private static func days(
        _ name: SettingName, _ path: any WritableKeyPath<Settings, Int> & Sendable, _ explanation: Phrase
    ) -> Limit {
        Limit(
            name: name, explanation: explanation, expected: Phrase("0 到 366 的整数", "a whole number from 0 to 366"),
            value: { .count(Int64($0[keyPath: path])) },
            take: { text, settings in
                guard let days = SettingsReading.number(text, decimals: 0, units: dayWords), (0...366).contains(days)
                else { return false }
                settings[keyPath: path] = Int(days)
                return true
            })
    }
}
