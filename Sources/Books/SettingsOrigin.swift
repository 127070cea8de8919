/// Where the settings came from, and what in them could not be used.
public struct SettingsOrigin: Equatable, Sendable {
    /// The settings workbook, as it is shown to people.
    public let file: String
    /// Other settings workbooks that were there and not used.
    public let passedOver: [String]
    /// Where each setting stands that the workbook has.
    public let places: [SettingName: Place]
    /// The aliases of customers and products that the workbook has, in the order of its lines.
    public let aliases: [AliasTarget]
    /// What could not be used, in the order of sheets and rows.
    public let problems: [SettingProblem]

    /// Makes an origin.
    public init(
        file: String, passedOver: [String] = [], places: [SettingName: Place] = [:], aliases: [AliasTarget] = [],
        problems: [SettingProblem]
    ) {
        self.file = file
        self.passedOver = passedOver
        self.places = places
        self.aliases = aliases
        self.problems = problems
    }

    /// What an alias leads to, and the cell that says so.
    public struct AliasTarget: Hashable, Sendable {
        /// Of what it is another writing.
        public let kind: AliasKind
        /// The other writing.
        public let alias: String
        /// The name or code that it leads to.
        public let means: String
        /// Where that stands.
        public let place: Place
        /// Makes a target.
        public init(kind: AliasKind, alias: String, means: String, place: Place) {
            self.kind = kind
            self.alias = alias
            self.means = means
            self.place = place
        }
    }

    /// The same with further problems behind its own.
    public func adding(_ more: [SettingProblem]) -> SettingsOrigin {
        SettingsOrigin(
            file: file, passedOver: passedOver, places: places, aliases: aliases, problems: problems + more)
    }

    /// A cell of the settings workbook: where a value stands, or the first line of a list.
    public struct Place: Hashable, Sendable {
        /// The sheet's name.
        public let sheet: String
        /// The cell, such as `B5`.
        public let cell: String
        /// Makes a place.
        public init(sheet: String, cell: String) {
            self.sheet = sheet
            self.cell = cell
        }
    }
}

/// A setting that could not be used as it stands.
public struct SettingProblem: Hashable, Sendable {
    /// The sheet's name; `nil` where it is about the whole file.
    public let sheet: String?
    /// The cell, such as `B5`; `nil` where it is about the whole sheet.
    public let cell: String?
    /// What stands there; empty where there is nothing, or where it is a password.
    public let found: String
    /// What was expected.
    public let expected: Phrase
    /// What was used instead.
    public let used: Phrase

    /// Makes a problem.
    public init(sheet: String?, cell: String?, found: String, expected: Phrase, used: Phrase) {
        self.sheet = sheet
        self.cell = cell
        self.found = found
        self.expected = expected
        self.used = used
    }

    /// The whole in one sentence.
    public func sentence(_ language: Language) -> String {
        let place = [sheet, cell].compactMap { $0 }.joined(separator: " ")
        let head = place.isEmpty ? "" : place + Phrase("：", ": ")[language]
        let stands = found.isEmpty ? Phrase("", "") : Phrase("写的是「\(found)」；", "it says “\(found)”; ")
        let body = Phrase(
            "\(stands.chinese)应为\(ended(expected.chinese, "。"))\(used.chinese)。",
            "\(stands.english)expected: \(ended(expected.english, ".")) \(used.english).")
        return head + body[language]
    }

    /// A sentence with its full stop; a question has its own mark.
    private func ended(_ text: String, _ stop: String) -> String {
        text.hasSuffix("?") || text.hasSuffix("？") ? text : text + stop
    }
}
