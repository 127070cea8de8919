/// What may have made a finding: offered only where it fits to the smallest unit.
public struct Cause: Hashable, Sendable {
    /// What kind of mistake it would be.
    public let kind: Kind
    /// How much of the difference it explains, signed as the difference is; `nil` where nothing is measured.
    public let explains: Figure?
    /// What happened, as a person would say it.
    public let statement: Phrase
    /// The cells that show it.
    public let sources: [Source]

    /// Makes a cause.
    public init(_ kind: Kind, explains: Figure?, _ statement: Phrase, sources: [Source]) {
        self.kind = kind
        self.explains = explains
        self.statement = statement
        self.sources = sources
    }

    /// The kinds of mistake, the most specific first: of several that fit, that is their order.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case receivableTooLow = "receivable-too-low"
        case refunded
        case paidAhead = "paid-ahead"
        case creditedDirectly = "credited-directly"
        case otherNumber = "other-number"
        case siblingProduct = "sibling-product"
        case otherWarehouse = "other-warehouse"
        case freeGoods = "free-goods"
        case orderLineChanged = "order-line-changed"
        case returned
        case exchanged
        case voidStillBooked = "void-still-booked"
        case documentTwice = "document-twice"
        case lineLeftOut = "line-left-out"
        case documentUnposted = "document-unposted"
        case asOrdered = "as-ordered"
        case otherCustomer = "other-customer"
        case neighbouringMonth = "neighbouring-month"
        case sameDeal = "same-deal"
        case charge
        case rounding
        case wrongSide = "wrong-side"
        case tax
        case discount
        case packSize = "pack-size"
        case decimalSlipped = "decimal-slipped"
        case digitsExchanged = "digits-exchanged"
        case sumOfItems = "sum-of-items"
        case digitMiskeyed = "digit-miskeyed"
        case severalReadings = "several-readings"

        /// What people call it.
        public var words: Phrase {
            switch self {
            case .receivableTooLow: Phrase("应收记少了", "receivable too low")
            case .refunded: Phrase("已退款", "paid back")
            case .paidAhead: Phrase("预收", "paid ahead")
            case .creditedDirectly: Phrase("直接记在单据上", "credited to the document itself")
            case .otherNumber: Phrase("单号写错", "number miswritten")
            case .siblingProduct: Phrase("串货", "sibling product")
            case .otherWarehouse: Phrase("记在别的仓库", "in another warehouse")
            case .freeGoods: Phrase("赠品", "free goods")
            case .orderLineChanged: Phrase("改单留了旧行", "an order line changed, the old one kept")
            case .returned: Phrase("退货未补发", "came back and not sent again")
            case .exchanged: Phrase("换货", "exchanged goods")
            case .voidStillBooked: Phrase("作废单据未冲回", "a void document still counted")
            case .lineLeftOut: Phrase("漏了一行", "a line left out")
            case .documentTwice: Phrase("单据重复", "the same document twice")
            case .documentUnposted: Phrase("单据未入账", "a document not posted")
            case .asOrdered: Phrase("与订单一致", "as ordered")
            case .otherCustomer: Phrase("记在别的客户名下", "under another customer")
            case .neighbouringMonth: Phrase("跨期", "neighbouring month")
            case .sameDeal: Phrase("往来、金额、日期相符", "same party, amount and date")
            case .charge: Phrase("手续费、折扣、抹零", "bank charge, discount or small change")
            case .rounding: Phrase("逐行取整与合计取整", "rounded by line or in total")
            case .wrongSide: Phrase("借贷方向相反", "wrong side")
            case .tax: Phrase("含税与不含税", "tax in or out")
            case .discount: Phrase("折扣漏扣或重扣", "discount forgotten or twice")
            case .packSize: Phrase("箱规或单位", "pack size or unit")
            case .decimalSlipped: Phrase("小数点错位", "decimal point slipped")
            case .digitsExchanged: Phrase("数字颠倒", "digits exchanged")
            case .sumOfItems: Phrase("几张单据之和", "sum of a few documents")
            case .digitMiskeyed: Phrase("打错一位", "one digit miskeyed")
            case .severalReadings: Phrase("有几种可能", "more than one reading")
            }
        }
    }
}

/// How two records came to be held against each other, the strongest first. A weaker stage never takes what a stronger
/// one could use.
public enum MatchStage: String, CaseIterable, Comparable, Hashable, Sendable {
    /// The same number, as normalised on reading.
    case exactKey = "exact-key"
    /// The same number but for separators and leading noughts.
    case normalisedKey = "normalised-key"
    /// The same through an alias of a customer or product.
    case alias
    /// Numbers that differ by one slip: two digits exchanged, O for 0, a prefix, a digit dropped.
    case slippedKey = "slipped-key"
    /// The same party and amount, a few days apart.
    case partyAmountDate = "party-amount-date"
    /// Several documents that come to the same sum.
    case sum
    /// By the settlement's terms, oldest first.
    case terms

    /// From the strongest to the weakest.
    public static func < (one: MatchStage, other: MatchStage) -> Bool { one.rank < other.rank }
    private var rank: Int { MatchStage.allCases.firstIndex(of: self) ?? 0 }

    /// What people call it.
    public var words: Phrase {
        switch self {
        case .exactKey: Phrase("单号相同", "same number")
        case .normalisedKey: Phrase("单号去掉分隔符后相同", "same number but for separators")
        case .alias: Phrase("按别名对上", "by an alias")
        case .slippedKey: Phrase("单号只差一处", "numbers one slip apart")
        case .partyAmountDate: Phrase("往来、金额、日期对上", "by party, amount and date")
        case .sum: Phrase("几张合计对上", "by the sum of several")
        case .terms: Phrase("按先后顺序", "oldest first")
        }
    }
}

/// How a match was made and what else was considered.
public struct MatchEvidence: Hashable, Sendable {
    /// The stage that made it.
    public let stage: MatchStage
    /// What speaks for it.
    public let evidence: [Phrase]
    /// The candidates that it beat, each with what was in the way.
    public let beaten: [Phrase]
    /// Makes evidence.
    public init(stage: MatchStage, evidence: [Phrase], beaten: [Phrase] = []) {
        self.stage = stage
        self.evidence = evidence
        self.beaten = beaten
    }
}

/// What a record that was not matched comes nearest to, and what was in the way.
public struct NearestCandidate: Hashable, Sendable {
    /// Which record it is, such as its number and amount.
    public let candidate: Phrase
    /// What was in the way of matching it.
    public let obstacle: Phrase
    /// Its cells.
    public let sources: [Source]
    /// Makes a candidate.
    public init(_ candidate: Phrase, obstacle: Phrase, sources: [Source]) {
        self.candidate = candidate
        self.obstacle = obstacle
        self.sources = sources
    }
}
