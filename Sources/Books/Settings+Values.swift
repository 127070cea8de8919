extension Settings {
    /// A VAT rate and the first day it is in force.
    public struct DatedRate: Equatable, Sendable {
        /// Its first day.
        public let from: Day
        /// The rate.
        public let rate: Rate
        /// Makes a rate in force from a day.
        public init(from: Day, rate: Rate) {
            self.from = from
            self.rate = rate
        }
    }

    /// One of a list that cells choose from: a channel, a settlement, a reason.
    public struct Choice: Equatable, Sendable {
        /// What findings and records call it.
        public let identifier: String
        /// What people call it.
        public let words: Phrase
        /// What the company's people write for it besides the words that are known anyway.
        public let otherNames: [String]
        /// Makes a choice.
        public init(_ identifier: String, _ words: Phrase, otherNames: [String] = []) {
            self.identifier = identifier
            self.words = words
            self.otherNames = otherNames
        }
    }

    /// A header that the company's sheets carry, and the field it stands for.
    public struct ColumnAlias: Equatable, Sendable {
        /// The header as written.
        public let header: String
        /// The field below it.
        public let field: Field
        /// The book on whose sheets it holds; `nil` for all.
        public let book: BookKind?
        /// Makes an alias.
        public init(header: String, field: Field, book: BookKind? = nil) {
            self.header = header
            self.field = field
            self.book = book
        }
    }

    /// A series of document numbers: a prefix, then digits that count up.
    public struct Series: Equatable, Sendable {
        /// What its numbers begin with, such as `XS`.
        public let prefix: String
        /// How many digits count; `nil` where it varies.
        public let width: Int?
        /// Whether it begins anew each month, with the month's digits between prefix and count.
        public let restartsMonthly: Bool
        /// The kinds of document that carry its numbers; empty for any.
        public let kinds: [DocumentKind]
        /// Makes a series.
        public init(prefix: String, width: Int? = nil, restartsMonthly: Bool = false, kinds: [DocumentKind] = []) {
            self.prefix = prefix
            self.width = width
            self.restartsMonthly = restartsMonthly
            self.kinds = kinds
        }
    }
}

extension Settings {
    /// The channels that are known to everyone (vocabulary: "Channels").
    public static let knownChannels = [
        Choice("direct", Phrase("直销", "direct")), Choice("wholesale", Phrase("二批", "wholesale")),
        Choice("outOfTown", Phrase("地州", "out of town")), Choice("supermarket", Phrase("商超", "supermarket")),
    ]

    /// The settlement terms that are known to everyone (vocabulary: "Settlement").
    public static let knownSettlements = ["cash", "monthly", "holdN", "rolling", "consignment"].map {
        Choice($0, Settlement.words($0))
    }

    /// The reasons that are known to everyone (vocabulary: "Reasons").
    public static let knownReasons = [
        Choice("miscount", Phrase("盘点错误", "miscount")),
        Choice("unrecorded-in", Phrase("漏记入库", "unrecorded receipt")),
        Choice("unrecorded-out", Phrase("漏记出库", "unrecorded issue")), Choice("wrong-item", Phrase("串货", "wrong item")),
        Choice("damage", Phrase("破损", "damage")), Choice("expired", Phrase("过期", "expired")),
        Choice("theft-loss", Phrase("丢失", "lost")), Choice("unit-conversion", Phrase("单位换算", "unit conversion")),
        Choice("entry-error", Phrase("录入错误", "entry error")), Choice("price-change", Phrase("价格变动", "price change")),
        Choice("agreed-discount", Phrase("特批折扣", "agreed discount")),
        Choice("in-transit", Phrase("在途", "in transit")), Choice("cut-off", Phrase("跨期", "cut-off")),
        Choice("bank-charge", Phrase("手续费", "bank charge")), Choice("rounding", Phrase("尾差", "rounding")),
        Choice("other", Phrase("其他", "other")),
    ]
}
