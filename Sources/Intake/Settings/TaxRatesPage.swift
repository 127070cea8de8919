import Books

extension SettingsPage {
    /// The VAT rates by date.
    public static let taxRates = SettingsPage(
        title: Phrase("税率", "VAT rates"),
        purpose: Phrase(
            "增值税率和它从哪天起执行；订单上没写税率时，按订单日期取用。税率变了就加一行。",
            "The VAT rate and the first day it is in force; used by the order's date where the order states none. Add a line when the rate changes."
        ),
        columns: [
            Column(
                Phrase("执行日期", "valid from"),
                Phrase("从哪天起。最早的一行空着。例：2019-04-01", "The first day; empty in the earliest line. Example: 2019-04-01"),
                width: 16, .optional),
            Column(Phrase("税率", "rate"), Phrase("例：13%", "Example: 13%"), width: 12, .required),
            .explanation,
        ],
        lines: { settings, language in
            settings.taxRates.enumerated().map { place, entry in
                let isFirst = entry.from.number == 0
                let until = settings.taxRates.indices.contains(place + 1) ? settings.taxRates[place + 1].from : nil
                let end = until.map { $0.adding(days: -1) }
                let explanation =
                    end.map { Phrase("到 \($0) 为止。", "Until \($0).") } ?? Phrase("现在执行的税率。", "The rate in force now.")
                return [
                    isFirst ? .nothing : .day(entry.from), .share(entry.rate), .text(explanation[language]),
                ]
            }
        },
        read: { table, reading in
            var rates: [Settings.DatedRate] = []
            for line in table.lines {
                let text = line.text(0)
                guard let day = text.isEmpty ? Day(number: 0) : SettingsReading.day(text) else {
                    reading.reject(line, 0, expected: Phrase("日期，如 2019-04-01", "a day such as 2019-04-01"))
                    continue
                }
                let units = SettingsReading.number(line.text(1), decimals: Rate.decimals)
                guard let units, (0..<1_000_000).contains(units) else {
                    reading.reject(line, 1, expected: Phrase("税率，如 13%", "a rate such as 13%"))
                    continue
                }
                if let before = rates.first(where: { $0.from == day }) {
                    reading.reject(
                        line, 0,
                        expected: Phrase(
                            "每个日期只有一个税率（前面已有 \(before.rate.percent)）",
                            "one rate for each day (a line before has \(before.rate.percent))"),
                        used: Phrase("用前面的 \(before.rate.percent)", "The \(before.rate.percent) before it is used"))
                    continue
                }
                reading.note(.taxRates, line, 1)
                rates.append(Settings.DatedRate(from: day, rate: Rate(units: units)))
            }
            if !rates.isEmpty { reading.settings.taxRates = rates.sorted { $0.from < $1.from } }
        })
}
