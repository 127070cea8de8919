public import Books

extension SettingsPage {
    /// Whose approval an order needs, by channel.
    static let approvals = SettingsPage(
        title: Phrase("审批", "Approvals"),
        purpose: Phrase(
            "每个渠道的订单要有谁签字：客服确认、审批人（经理）等；不用签字的写「不需要」。",
            "Who must have signed an order of each channel: the customer service (confirmed by), the manager (approved by); “none” where nobody must."
        ),
        columns: [
            Column(
                Phrase("渠道", "channel"), Phrase("从列表选。", "From the list."), width: 16, .required, offer: .channels),
            Column(
                Phrase("要谁签字", "signed by"), Phrase("从列表选；不需要签字的写「不需要」。", "From the list; “none” where nobody must."),
                width: 20, .required, offer: .approvals),
            .explanation,
        ],
        lines: { settings, language in
            settings.channels.map { channel in
                let field = settings.approvalByChannel[channel.identifier]
                let explanation =
                    switch field {
                    case .confirmedBy:
                        Phrase("没有客服内勤确认的订单列为待补。", "Orders that customer service has not confirmed are incomplete.")
                    case nil: Phrase("不查签字。", "Nobody's signature is looked for.")
                    default: Phrase("没有签字的订单列为待补。", "Orders without this signature are incomplete.")
                    }
                return [
                    .text(channel.words[language]), .text((field?.words ?? nobody)[language]),
                    .text(explanation[language]),
                ]
            }
        },
        read: { table, reading in
            var approvals: [String: Field] = [:]
            var seen: Set<String> = []
            for line in table.lines {
                guard let channel = reading.channel(line, 0) else { continue }
                let text = line.text(1)
                let isNobody = nobody.isWritten(text) || text.isEmpty || WrittenNumber.isBlank(ArraySlice(text.utf8))
                let field = isNobody ? nil : SettingsReading.field(text)
                if !isNobody, field.map(SettingsReading.orderFields.contains) != true {
                    let expected = SettingsReading.fieldExpected(text, among: [.confirmedBy, .approvedBy])
                    reading.reject(
                        line, 1,
                        expected: Phrase(
                            "「客服确认」「审批人」或「不需要」，或\(expected.chinese)",
                            "“confirmed by”, “approved by” or “none”, or \(expected.english)"),
                        used: keptDefault(channel))
                    // An order that nobody need sign because of a slip would leave without anybody's consent.
                    if seen.insert(channel).inserted { approvals[channel] = Settings().approvalByChannel[channel] }
                    continue
                }
                guard seen.insert(channel).inserted else {
                    reading.reject(
                        line, 0, expected: Phrase("每个渠道只写一行", "each channel once"),
                        used: Phrase("以前面的一行为准", "The line before it counts"))
                    continue
                }
                reading.note(.approvalByChannel, line, 1)
                approvals[channel] = field
            }
            reading.settings.approvalByChannel = approvals
        })

    /// What is said where the default stands in for a line that cannot be used.
    private static func keptDefault(_ channel: String) -> Phrase {
        let words = (Settings().approvalByChannel[channel]?.words ?? nobody)
        return Phrase("用默认值「\(words.chinese)」", "The default, “\(words.english)”, is used")
    }

    /// What stands where nobody must sign.
    public static let nobody = Phrase("不需要", "none")
}
