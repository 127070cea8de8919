import Books

/// Which of several columns that may all be one field is it: what was paid with tax rather than without, what left rather
/// than what should have, the own number rather than the customer's.
struct ColumnPreferences {
    /// Whether the sheet states the tax beside the money, so that a bare 单价 or 金额 beside 含税单价 or 价税合计 is without it.
    private let hasTax: Bool
    private let hasGross: Bool
    private let pairs: UnitPairs

    init(_ headers: [ColumnHeader]) {
        let texts = headers.map { Self.folded($0.text) }
        hasTax = texts.contains { text in ["税额", "税率", "taxamount", "taxrate", "vat"].contains { text.holds($0) } }
        hasGross = texts.contains(where: Self.isGross)
        pairs = UnitPairs(texts)
    }

    /// Points, in the measure of a header's strength, for or against a column that may be a field.
    func points(_ header: ColumnHeader, _ field: Field) -> Int {
        let text = Self.folded(header.text)
        func has(_ words: [String]) -> Bool { words.contains { text.holds($0) } }
        switch field {
        case .unitPrice, .amount:
            if hasTax, hasGross { return Self.isGross(text) ? 12 : 0 }
            return 0
        case .quantity:
            if has(["实发", "实收", "实出", "实入", "实际", "actual", "shipped", "delivered", "received"]) { return 8 }
            return has(["应发", "应收", "应出", "应入", "计划", "可用", "可发", "ordered", "planned", "available"]) ? -8 : 0
        case .orderNumber, .documentNumber: return has(["客户", "对方", "customer", "cust"]) ? -8 : 0
        default: return 0
        }
    }

    /// Whether a column that may be a field is that of another unit than the one that counts.
    func excludes(_ header: ColumnHeader, _ field: Field) -> Bool {
        switch field {
        case .unit, .quantity, .bookQuantity, .countedQuantity: pairs.excludes(Self.folded(header.text))
        default: false
        }
    }

    private static func isGross(_ text: String) -> Bool {
        let isNet = ["不含税", "未含税", "excl", "net"].contains { text.holds($0) }
        return !isNet && ["含税", "价税", "incl", "gross"].contains { text.holds($0) }
    }

    private static func folded(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }
}
