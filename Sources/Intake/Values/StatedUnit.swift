/// What figures are counted in, as a header or a line above a table says it: 万元, 箱, 元/箱, RMB'000.
struct StatedUnit: Hashable {
    /// The power of ten by which a figure is multiplied: 4 for 万元.
    let exponent: Int
    /// Whether it is of money; otherwise it is of goods, or of either where only a power is said.
    let isMoney: Bool
    /// The unit of the goods, or the one that a price is for; `nil` where none is said.
    let goods: String?

    private init(exponent: Int, isMoney: Bool, goods: String?) {
        (self.exponent, self.isMoney, self.goods) = (exponent, isMoney, goods)
    }

    /// Reads words that are a unit and nothing else.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0).trimmingBlanks }
        if parts.count == 2, let goods = StatedUnit.goods(parts[1]) {
            // 瓶/箱 is a number of bottles; 元/箱 and /箱 are prices.
            guard parts[0].isEmpty || StatedUnit.money(WrittenText.key(parts[0])) != nil else { return nil }
            self.init(
                exponent: StatedUnit.money(WrittenText.key(parts[0])) ?? 0, isMoney: true, goods: goods)
            return
        }
        let key = WrittenText.key(String(text))
        if let goods = StatedUnit.goods(String(text)) {
            self.init(exponent: 0, isMoney: false, goods: goods)
        } else if let exponent = StatedUnit.money(key) {
            self.init(exponent: exponent, isMoney: true, goods: nil)
        } else if let exponent = StatedUnit.powers[key] {
            self.init(exponent: exponent, isMoney: false, goods: nil)
        } else if let power = StatedUnit.powersOfGoods.first(where: { key.hasPrefix($0.word) }),
            let goods = StatedUnit.goods(String(key.dropFirst(power.word.count)))
        {
            self.init(exponent: power.exponent, isMoney: false, goods: goods)
        } else {
            return nil
        }
    }

    /// A unit of goods as it is written; `nil` for any other word.
    private static func goods(_ text: String) -> String? {
        let word = WrittenText.name(ArraySlice(text.utf8)).trimmingBlanks
        return goodsUnits.contains(WrittenText.key(word)) ? word : nil
    }

    /// The power of ten of words for money: 0 for 元, 4 for 万元 and RMB 10k.
    private static func money(_ key: String) -> Int? {
        if let exponent = smallMoney[key] { return exponent }
        var rest = Substring(key)
        var isMoney = false
        for word in Words.money where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            isMoney = true
            break
        }
        for word in Words.money where rest.hasSuffix(word) {
            rest = rest.dropLast(word.count)
            isMoney = true
            break
        }
        guard isMoney else { return nil }
        return rest.isEmpty ? 0 : powers[String(rest)] ?? powersInDigits[String(rest)]
    }

    private static let goodsUnits = Set(Words.goodsUnits.map(WrittenText.key))
    private static let powers = Dictionary(Words.powers.map { ($0.word, $0.exponent) }) { first, _ in first }
    private static let powersInDigits = Dictionary(Words.powersInDigits.map { ($0.word, $0.exponent) }) { one, _ in one
    }
    private static let smallMoney = Dictionary(Words.smallMoney.map { ($0.word, $0.exponent) }) { first, _ in first }
    /// Before a unit only what cannot be the unit's own beginning: no k of kg.
    private static let powersOfGoods = Words.powers.filter { !$0.word.utf8.allSatisfy { $0 < 0x80 } }.sorted {
        $0.word.utf8.count != $1.word.utf8.count ? $0.word.utf8.count > $1.word.utf8.count : $0.word < $1.word
    }
}

// MARK: In headers and titles

extension StatedUnit {
    /// The units that a text may state: in brackets, and behind a blank or a stroke at its end.
    static func all(inHeader text: String) -> [StatedUnit] {
        var (outside, groups) = WrittenText.brackets(text)
        outside = outside.trimmingBlanks
        var units = groups.flatMap(all(in:))
        let words = outside.split { $0.isWhitespace || "/:：_".contains($0) }.map(String.init)
        // 数量/箱 says what is counted, Qty/Case how many a case holds.
        let isLatin = outside.utf8.allSatisfy { $0 < 0x80 }
        if words.count > 1, let last = words.last, !(isLatin && outside.contains("/")) {
            // Price per case is one for a case, and Qty per case no quantity of cases.
            units += all(in: words[words.count - 2].lowercased() == "per" ? "/" + last : last)
        } else if let power = moneyEndings.first(where: { outside.hasSuffix($0) && outside != $0 }) {
            units += all(in: power)
        }
        return units
    }

    /// The units that a text in brackets, or behind a label, may state, with other words beside them: 含税、万元.
    static func all(in text: String) -> [StatedUnit] {
        if let unit = StatedUnit(text) { return [unit] }
        let parts = text.split { ",，、;；:：·".contains($0) || $0.isWhitespace }
        return parts.count > 1 ? parts.compactMap { StatedUnit($0) } : []
    }

    /// The units that stand in the brackets of a text.
    static func all(inBracketsOf text: String) -> [StatedUnit] { WrittenText.brackets(text).groups.flatMap(all(in:)) }

    /// Money that a header may end with: 金额万元.
    private static let moneyEndings = ["百万元", "千万元", "亿元", "万元", "千元"]
}

// MARK: Apart from the name

extension StatedUnit {
    /// A header's name and the unit of goods that it states: 实盘数 and 箱 of 实盘数(箱), 实盘 and 箱 of 实盘箱数.
    static func named(_ header: String) -> (name: String, unit: String)? {
        let (outside, groups) = WrittenText.brackets(header)
        if let unit = groups.flatMap(all(in:)).lazy.compactMap(\.goods).first {
            return (WrittenText.key(outside), unit)
        }
        let words = outside.split { $0.isWhitespace || "/:：_".contains($0) }.map(String.init)
        if words.count > 1, let last = words.last, let unit = StatedUnit(last)?.goods {
            return (WrittenText.key(words.dropLast().joined()), unit)
        }
        let key = WrittenText.key(outside)
        for unit in Words.countingUnits {
            for ending in [unit + "数", unit + "数量"] where key.hasSuffix(ending) {
                // 整箱数 and 零瓶数 are two parts of one.
                let name = key.dropLast(ending.count)
                return (String(name.last.map { "整零散余".contains($0) } == true ? name.dropLast() : name), unit)
            }
        }
        return nil
    }
}
