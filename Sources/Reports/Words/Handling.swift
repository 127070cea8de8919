public import Books

/// Why a variance is there, as a reviewer says it (vocabulary: "Reasons and handling").
public enum Reason: String, CaseIterable, Hashable, Sendable {
    case miscount
    case unrecordedIn = "unrecorded-in"
    case unrecordedOut = "unrecorded-out"
    case wrongItem = "wrong-item"
    case damage, expired
    case theftLoss = "theft-loss"
    case unitConversion = "unit-conversion"
    case entryError = "entry-error"
    case priceChange = "price-change"
    case agreedDiscount = "agreed-discount"
    case inTransit = "in-transit"
    case cutOff = "cut-off"
    case bankCharge = "bank-charge"
    case rounding, other

    /// What people call it; what the drop-down lists offer.
    public var words: Phrase {
        switch self {
        case .miscount: Phrase("盘点错误", "Miscount")
        case .unrecordedIn: Phrase("漏记入库", "Receipt not recorded")
        case .unrecordedOut: Phrase("漏记出库", "Issue not recorded")
        case .wrongItem: Phrase("串货", "Wrong item")
        case .damage: Phrase("破损", "Damage")
        case .expired: Phrase("过期", "Expired")
        case .theftLoss: Phrase("丢失", "Loss")
        case .unitConversion: Phrase("单位换算", "Unit conversion")
        case .entryError: Phrase("录入错误", "Entry error")
        case .priceChange: Phrase("价格变动", "Price change")
        case .agreedDiscount: Phrase("特批折扣", "Agreed discount")
        case .inTransit: Phrase("在途", "In transit")
        case .cutOff: Phrase("跨期", "Cut-off")
        case .bankCharge: Phrase("手续费", "Bank charge")
        case .rounding: Phrase("尾差", "Rounding")
        case .other: Phrase("其他", "Other")
        }
    }

    /// Whether it makes sense for a difference of stock.
    var concernsStock: Bool {
        switch self {
        case .priceChange, .agreedDiscount, .bankCharge: false
        default: true
        }
    }

    /// A reason as people read it: the words of a known identifier, any other text as it stands.
    static func words(_ text: String, _ language: Language) -> String {
        Reason(rawValue: text)?.words[language] ?? text
    }
}

/// How far a reviewer is with a variance (vocabulary: "Reasons and handling").
public enum HandlingState: String, CaseIterable, Hashable, Sendable {
    case open, explained, corrected, accepted, carried

    /// What people call it; what the drop-down lists offer.
    public var words: Phrase {
        switch self {
        case .open: Phrase("未处理", "Open")
        case .explained: Phrase("已说明", "Explained")
        case .corrected: Phrase("已更正", "Corrected")
        case .accepted: Phrase("同意调整", "Accepted")
        case .carried: Phrase("结转下月", "Carried forward")
        }
    }
}
