public import Books
internal import WorkbookWriter

extension FindingClass {
    /// What people call it.
    public var words: Phrase {
        switch self {
        case .missing: Phrase("缺失", "Missing")
        case .difference: Phrase("差异", "Difference")
        case .timing: Phrase("时间性", "Timing")
        case .incomplete: Phrase("待补", "Incomplete")
        case .duplicate: Phrase("重复", "Duplicate")
        case .tolerated: Phrase("容差内", "Tolerated")
        case .tied: Phrase("相符", "Tied")
        }
    }

    /// What it means.
    public var meaning: Phrase {
        switch self {
        case .missing: Phrase("一方有，另一方没有", "One side has it, the other has not")
        case .difference: Phrase("双方都有，但不一致", "Both sides have it, and they disagree")
        case .timing:
            Phrase("由月末截止造成，预计下月消除", "Explained by the month's end; expected to clear next month")
        case .incomplete: Phrase("缺少信息、审批或签字", "Information, approval or a signature is missing")
        case .duplicate: Phrase("同一事项出现两次", "The same thing twice")
        case .tolerated: Phrase("在容差以内，列示而不必处理", "Within the tolerance; listed, not to be worked")
        case .tied: Phrase("双方一致（只在核对明细表中出现）", "Both sides agree (in the tie sheets only)")
        }
    }

    /// The colour behind it and the colour of its text; `nil` for what agrees.
    var colors: (fill: Color, font: Color)? {
        switch self {
        case .missing: (0xFFC7CE, 0x9C0006)
        case .difference: (0xFFE0B2, 0x8A4B00)
        case .timing: (0xD6E4F5, 0x1F4E79)
        case .incomplete: (0xFFF2CC, 0x7F6000)
        case .duplicate: (0xE4DFEC, 0x5F497A)
        case .tolerated: (0xE2EFDA, 0x375623)
        case .tied: nil
        }
    }
}

extension Owner {
    /// What people call it.
    public var words: Phrase {
        switch self {
        case .sales: Phrase("业务", "Sales")
        case .warehouse: Phrase("仓库", "Warehouse")
        case .finance: Phrase("财务", "Finance")
        case .clerk: Phrase("开单员", "Clerk")
        }
    }
}
