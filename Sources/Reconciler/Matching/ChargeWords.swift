import Books

/// How books call what is kept back of money.
enum ChargeWords {
    private static let kept = [
        "手续费", "汇费", "汇款费", "现金折扣", "折扣", "折让", "抹零", "抹尾", "去零", "舍零", "零头", "尾差", "尾数",
        "bank charge", "bank fee", "transfer fee", "discount", "rounding", "round off", "small change",
    ]
    private static let accounts = [
        "财务费用", "营业外支出", "finance cost", "finance expense", "financial expense", "6603",
    ]

    /// Whether an account is one that charges go to.
    static func isAccount(_ text: String) -> Bool {
        let text = text.lowercased()
        return (kept + accounts).contains { text.contains($0) }
    }

    /// The amount that a remark says was kept back; `nil` where it says none, or two.
    static func amount(in remark: String) -> Amount? {
        guard remark.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        let text = remark.lowercased()
        var amounts: Set<Amount> = []
        for word in kept {
            var rest = text[...]
            while let found = rest.firstRange(of: word) {
                rest = rest[found.upperBound...]
                let behind = rest.drop { " :：,，￥¥为是共计扣了约".contains($0) }
                if let amount = amount(atStartOf: behind) { amounts.insert(amount) }
            }
        }
        return amounts.count == 1 ? amounts.first : nil
    }

    /// The figure that a text begins with.
    private static func amount(atStartOf text: Substring) -> Amount? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }.filter { $0 != "," }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int64($0) }), parts.count <= 2, whole < 1_000_000_000 else {
            return nil
        }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.count <= 2, let cents = Int64(decimals + String(repeating: "0", count: 2 - decimals.count))
        else { return nil }
        let units = whole * 100 + cents
        return units > 0 && !text.dropFirst(digits.count).hasPrefix("%") ? Amount(units: units) : nil
    }
}
