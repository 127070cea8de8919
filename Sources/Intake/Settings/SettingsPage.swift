public import Books

/// One sheet of the settings workbook: what it is called, its columns, what stands in it, and how it is read.
///
/// The same value is written by `tieout init` and understood when the workbook comes back, so the two cannot part.
public struct SettingsPage: Sendable {
    /// What its tab is called.
    public let title: Phrase
    /// What it is for, in a sentence or two for whoever fills it in.
    public let purpose: Phrase
    /// Its columns in the order in which they are written; any order is read.
    public let columns: [Column]
    /// The lines that say what a company has set, in a language.
    public let lines: @Sendable (Settings, Language) -> [[SettingsValue]]
    /// Takes its lines.
    let read: @Sendable (SettingsTable, inout SettingsReading) -> Void

    /// A column of a sheet of settings.
    public struct Column: Sendable {
        /// What heads it.
        public let words: Phrase
        /// What is written there, with an example.
        public let hint: Phrase
        /// Its width in characters.
        public let width: Double
        /// Whether a line cannot do without it.
        public let need: Need
        /// What its drop-down list offers.
        public let offer: Offer

        /// What a column is for: to be filled in, or to explain.
        public enum Need: Sendable { case required, optional, explanation }

        /// The lists that cells choose from.
        public enum Offer: Sendable { case anything, channels, fields, books, documentKinds, approvals, yes }

        init(_ words: Phrase, _ hint: Phrase, width: Double, _ need: Need, offer: Offer = .anything) {
            self.words = words
            self.hint = hint
            self.width = width
            self.need = need
            self.offer = offer
        }

        static let explanation = Column(
            Phrase("说明", "explanation"), Phrase("只是说明，程序不读。", "Only explains; the program does not read it."),
            width: 64,
            .explanation)
        static let remark = Column(
            Phrase("备注", "remark"), Phrase("写给自己看，程序不读。", "For yourself; the program does not read it."), width: 36,
            .explanation)
    }

    /// Every sheet that a company fills in, in the order of its tabs.
    public static let all: [SettingsPage] = [
        .limits, .requiredFields, .approvals, .channels, .settlements, .taxRates, .customerAliases, .productAliases,
        .columnAliases, .headerCompanies, .accounts, .reasons, .series, .passwords,
    ]

    /// Sheets that only explain, by their titles: they are not read.
    public static let guideTitle = Phrase("说明", "Guide")
    /// The list of all fields, which other sheets choose from; it is not read.
    public static let fieldListTitle = Phrase("栏目一览", "Fields")

    /// The fields that a book has.
    public static func fields(of book: BookKind) -> [Field] { BookShape.of(book).columns.map(\.field) }

    /// The sheet that a tab's name means; `nil` for any other name.
    static func named(_ name: String) -> SettingsPage? {
        (all + [.aliasesToConfirm]).first { $0.title.isWritten(name) }
    }
}

/// What stands in a cell of the settings.
public enum SettingsValue: Equatable, Sendable {
    case text(String)
    case nothing
    case amount(Amount)
    case quantity(Quantity)
    case share(Rate)
    case count(Int64)
    case day(Day)
}

extension Phrase {
    /// Whether a text is the phrase in one of its languages, blanks, case and signs aside.
    func isWritten(_ text: String) -> Bool {
        let key = WrittenText.key(text)
        return !key.isEmpty && (key == WrittenText.key(chinese) || key == WrittenText.key(english))
    }
}
