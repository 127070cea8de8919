import Books

/// Which of several columns that may all be one field is it: what was paid with tax rather than without, what left rather
/// than what should have, the own number rather than the customer's.
struct ColumnPreferences {
    /// Whether the sheet states the tax beside the money, so that a bare 单价 or 金额 beside 含税单价 or 价税合计 is without it.
    private let hasTax: Bool
    private let hasGross: Bool
    /// Whether a header says that its money is the books' own, so that another currency beside it is not.
    private let hasOwnMoney: Bool
    private let pairs: UnitPairs

    init(_ headers: [ColumnHeader]) {
        let texts = headers.map { Self.folded($0.text) }
        hasTax = texts.contains { text in ["税额", "税率", "taxamount", "taxrate", "vat"].contains { text.holds($0) } }
        hasGross = texts.contains(where: Self.isGross)
        hasOwnMoney = headers.contains { ForeignUnit.statesOwn($0.text) }
        pairs = UnitPairs(texts)
    }

    /// Points, in the measure of a header's strength, for or against a column that may be a field.
    func points(_ header: ColumnHeader, _ field: Field, in kind: BookKind) -> Int {
        let text = Self.folded(header.text)
        func has(_ words: [String]) -> Bool { words.contains { text.holds($0) } }
        if [.amount, .unitPrice].contains(field.kind),
            ForeignUnit.stated(inHeader: header.text, isBesideOwn: hasOwnMoney) != nil
        {
            return -20
        }
        switch field {
        case .unitPrice, .amount:
            if hasTax, hasGross { return Self.isGross(text) ? 12 : 0 }
            return field == .amount ? stagePoints(text, in: kind) : 0
        case .quantity: return stagePoints(text, in: kind)
        case .orderNumber, .documentNumber: return has(["客户", "对方", "customer", "cust"]) ? -8 : 0
        default: return 0
        }
    }

    /// Points for a figure of the stage that a book is about: what was ordered, in orders; in documents what left or came, and
    /// not what should have, nor what is still to come or has come in all.
    private func stagePoints(_ text: String, in kind: BookKind) -> Int {
        func has(_ words: [String]) -> Bool { words.contains { text.holds($0) } }
        let isOfOrders = kind == .orders
        guard isOfOrders || kind == .movements else { return has(Words.notOnHand) ? -8 : 0 }
        if has(Words.notThisTime) || has(Words.notOnHand) { return -8 }
        if has(Words.done) { return isOfOrders ? -8 : 8 }
        if has(Words.planned) { return isOfOrders ? 8 : -8 }
        return 0
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
