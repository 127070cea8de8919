/// Money of another country, as a header or a line above a table says that its figures are in it: 金额（万美元）, USD'000.
///
/// What currency a company keeps its books in nobody says to the sheet, so that a bare code (Amount USD) is its own money. With
/// a word for a foreign one, or a power of ten before its code, the figures are of something else than the other sheets'.
enum ForeignUnit {
    /// The foreign money that a header states; `nil` where it states none.
    ///
    /// - Parameter isBesideOwn: Whether other headers say that their money is the books' own, so that a bare code is not.
    static func stated(inHeader text: String, isBesideOwn: Bool = false) -> String? {
        let stated = parts(text).first(where: isForeign)
        return stated != nil || !isBesideOwn ? stated : named(text)
    }

    /// Whether a header says that its money is the books' own: 金额（元）, 本位币金额, Amount RMB.
    static func statesOwn(_ header: String) -> Bool {
        if named(header) != nil { return false }
        let key = WrittenText.key(header)
        return ["人民币", "本位币", "本币"].contains { key.holds($0) }
            || latinWords(header).contains { ["rmb", "cny"].contains($0) }
            || StatedUnit.all(inHeader: header).contains { $0.isMoney }
    }

    /// The foreign money that a text names anywhere, by a word, by a code, or as 外币 and 原币.
    private static func named(_ text: String) -> String? {
        let key = WrittenText.key(text)
        return (words + ["外币", "原币", "us$", "hk$"]).first { key.holds($0) }
            ?? latinWords(text).first(where: codes.contains)
    }

    private static func latinWords(_ text: String) -> [String] {
        text.lowercased().split { !$0.isASCII || !$0.isLetter }.map(String.init)
    }

    /// The foreign money that lines above a table state: 单位：万美元.
    static func stated(above pairs: [HeadPair], _ titles: [String], _ text: (HeadPair.Value) -> String) -> String? {
        let values = pairs.filter { $0.label.keys.contains { $0.hasSuffix("单位") || labels.contains($0) } }.map {
            text($0.value)
        }
        let said = titles.filter { title in Words.unitLabels.contains { title.contains($0) } }
        return (values + said).lazy.flatMap(parts).first(where: isForeign)
    }

    /// A text between its brackets, blanks and strokes.
    private static func parts(_ text: String) -> [String] {
        text.split { $0.isWhitespace || "()（）[]【】〔〕<>《》/:：,，;；、".contains($0) }.map(String.init)
    }

    private static func isForeign(_ text: String) -> Bool {
        let key = WrittenText.key(text)
        guard let money = (words + codes).first(where: { key.hasPrefix($0) || key.hasSuffix($0) }) else { return false }
        let rest = key.hasPrefix(money) ? key.dropFirst(money.count) : key.dropLast(money.count)
        if rest.isEmpty { return words.contains(money) }
        return powers.contains(String(rest))
    }

    private static let labels = Set(Words.unitLabels.map(WrittenText.key))
    private static let words = Words.foreignMoney.map(WrittenText.key)
    private static let codes = Words.foreignCodes.map(WrittenText.key)
    private static let powers = Set((Words.powers + Words.powersInDigits).map { WrittenText.key($0.word) })
}
