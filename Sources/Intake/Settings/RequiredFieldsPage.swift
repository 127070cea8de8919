import Books

extension SettingsPage {
    /// What an order must say, by channel.
    static let requiredFields = SettingsPage(
        title: Phrase("必填栏目", "Required fields"),
        purpose: Phrase(
            "每行一项要求：这个渠道的订单必须填写的栏目。几个里填一个就行的，用「或」隔开。不要求的就删掉那一行。",
            "One requirement a line: what an order of the channel must carry. Where one of several is enough, put “or” between them. Delete the line of what is not required."
        ),
        columns: [
            Column(
                Phrase("渠道", "channel"),
                Phrase("从列表选，或写「渠道」表里的名称。", "From the list, or a name of the sheet “Channels”."),
                width: 16, .required, offer: .channels),
            Column(
                Phrase("必填栏目", "required fields"),
                Phrase("栏目名见「栏目一览」。例：送货地址 或 电话", "Names of the sheet “Fields”. Example: address or phone"), width: 34,
                .required),
            .explanation,
        ],
        lines: { settings, language in
            let or = Phrase(" 或 ", " or ")[language]
            return settings.requiredByChannel.inOrder(of: settings.channels).flatMap { channel, wanted in
                wanted.map { fields in
                    let names = fields.map { $0.words[language] }
                    let explanation =
                        fields.count > 1
                        ? Phrase("两样里至少填一样。", "At least one of them must be filled in.")
                        : Phrase("没有填的订单列为待补。", "Orders without it are listed as incomplete.")
                    return [
                        .text(settings.channelName(channel)[language]), .text(names.joined(separator: or)),
                        .text(explanation[language]),
                    ]
                }
            }
        },
        read: { table, reading in
            var required: [String: [[Field]]] = [:]
            for line in table.lines {
                guard let channel = reading.channel(line, 0) else { continue }
                for wanted in SettingsReading.list(line.text(1)) {
                    guard let fields = reading.orderFields(wanted, line, 1) else { continue }
                    if required[channel]?.contains(fields) == true {
                        reading.reject(
                            line, 1, expected: Phrase("每项要求只写一行", "each requirement once"),
                            used: Phrase("只算一次", "It counts once"))
                        continue
                    }
                    required[channel, default: []].append(fields)
                    reading.note(.requiredByChannel, line, 1)
                }
                if line.text(1).isEmpty {
                    reading.reject(line, 1, expected: Phrase("至少一个栏目", "at least one field"))
                }
            }
            reading.settings.requiredByChannel = required
        })
}

extension SettingsReading {
    /// The fields of an order of which one is enough: 送货地址 或 电话.
    fileprivate mutating func orderFields(_ text: String, _ line: SettingsTable.Line, _ column: Int) -> [Field]? {
        var parts = [text]
        for mark in ["或", "|", "/", " or "] { parts = parts.flatMap { $0.components(dividedBy: mark) } }
        var fields: [Field] = []
        for part in parts {
            let name = WrittenText.name(ArraySlice(part.utf8))
            if name.isEmpty { continue }
            guard let field = SettingsReading.field(name), SettingsReading.orderFields.contains(field) else {
                let expected = SettingsReading.fieldExpected(name, among: SettingsReading.orderFields)
                reject(
                    line, column,
                    expected: Phrase("订单的栏目：\(expected.chinese)", "a field of orders: \(expected.english)"))
                return nil
            }
            if !fields.contains(field) { fields.append(field) }
        }
        return fields.isEmpty ? nil : fields
    }
}

extension String {
    /// The parts between the places where a mark stands.
    fileprivate func components(dividedBy mark: String) -> [String] {
        split(separator: mark, omittingEmptySubsequences: true).map(String.init)
    }
}

extension Dictionary where Key == String {
    /// By channel, in the order in which the channels are listed; others after them.
    func inOrder(of channels: [Settings.Choice]) -> [(String, Value)] {
        let listed = channels.map(\.identifier)
        let others = keys.filter { !listed.contains($0) }.sorted()
        return (listed + others).compactMap { channel in self[channel].map { (channel, $0) } }
    }
}

extension Settings {
    /// What people call a channel.
    func channelName(_ identifier: String) -> Phrase {
        channels.first { $0.identifier == identifier }?.words ?? Phrase(identifier, identifier)
    }
}
