import Books

/// Figures that go one of two ways: a column beside them says which, or they stand in one of two columns.
enum TwoWays {
    /// A ledger's one column of amounts, and the column that says 借 or 贷.
    case sides(amount: Int32, side: Int32)
    /// What comes into a warehouse and what leaves it, each in a column of its own.
    case inAndOut(inward: Int32, outward: Int32)

    /// Finds them in a header; `nil` where the book says otherwise which way a figure goes, or where it is not certain.
    init?(_ shape: BookShape, _ headers: [ColumnHeader], _ meanings: HeaderMeanings) {
        switch shape.kind {
        case .ledger:
            let isStated = headers.contains { header in
                meanings.matches(header.keys, in: .ledger).contains { [.debit, .credit].contains($0.field) }
            }
            // Without accounts it is a bank's statement.
            let hasAccounts = headers.contains { header in
                meanings.matches(header.keys, in: .ledger).contains {
                    [.accountCode, .accountName].contains($0.field) && $0.strength > 90
                }
            }
            guard !isStated, hasAccounts, let side = TwoWays.one(headers, Self.sides),
                let amount = TwoWays.one(headers, Self.amounts)
            else { return nil }
            self = .sides(amount: amount, side: side)
        case .movements:
            guard let inward = TwoWays.one(headers, Self.inward), let outward = TwoWays.one(headers, Self.outward)
            else {
                return nil
            }
            // A running balance beside them makes it a stock card, which says again what the documents say.
            let isCard = headers.contains { $0.keys.keys.prefix(2).contains(where: Self.balances.contains) }
            let isStated = headers.contains { header in
                ![inward, outward].contains(header.column)
                    && meanings.matches(header.keys, in: .movements).contains {
                        $0.field == .quantity && $0.strength > 90
                    }
            }
            if isCard || isStated { return nil }
            self = .inAndOut(inward: inward, outward: outward)
        default: return nil
        }
    }

    /// Whether a key is a word for what comes in or what leaves.
    static func isWay(_ key: String) -> Bool { inward.contains(key) || outward.contains(key) }

    /// The columns that no other field can be.
    var columns: Set<Int32> {
        switch self {
        case .sides(let amount, let side): [amount, side]
        case .inAndOut(let inward, let outward): [inward, outward]
        }
    }

    /// The fields that the two columns make up.
    var fields: [Field: Int32] {
        switch self {
        case .sides(let amount, let side): [.debit: amount, .credit: side]
        case .inAndOut(_, let outward): [.quantity: outward]
        }
    }

    /// The one column that one of some words heads; `nil` where none or several do.
    private static func one(_ headers: [ColumnHeader], _ words: Set<String>) -> Int32? {
        let found = headers.filter { header in header.keys.keys.prefix(2).contains(where: words.contains) }
        return found.count == 1 ? found.first?.column : nil
    }

    /// Which side a text names; `nil` for any other.
    static func isDebit(_ text: String) -> Bool? {
        let key = WrittenText.key(text)
        if debits.contains(key) { return true }
        return credits.contains(key) ? false : nil
    }

    private static let sides = Set(Words.sides.map(WrittenText.key))
    private static let amounts = Set((Words.amount + Words.postedAmount).map(WrittenText.key))
    private static let inward = Set(Words.inwardQuantity.map(WrittenText.key))
    private static let outward = Set(Words.outwardQuantity.map(WrittenText.key))
    private static let balances = Set(Words.stockQuantity.map(WrittenText.key))
    private static let debits = Set(Words.debitSides.map(WrittenText.key))
    private static let credits = Set(Words.creditSides.map(WrittenText.key))
}
