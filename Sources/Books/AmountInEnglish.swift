/// Amounts in English words as documents carry them: One hundred and seventy yuan and fifty fen only.
public enum AmountInEnglish {
    /// Whether a text is in English words: it has some besides the currency, and no Chinese character.
    public static func isMeant(_ text: String) -> Bool {
        !text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
            && words(of: text).contains { $0.count >= 3 && !currency.contains($0) && $0.allSatisfy(\.isLetter) }
    }

    /// The amount in words: `One hundred and seventy yuan and five fen only`, `Minus fifty fen only`.
    public static func compose(_ amount: Amount) -> String {
        let fen = amount.units.magnitude
        let (yuan, cents) = (fen / 100, fen % 100)
        var parts: [String] = []
        if yuan > 0 || cents == 0 { parts.append(whole(yuan) + " yuan") }
        if cents > 0 { parts.append(whole(cents) + " fen") }
        let text = (amount.units < 0 ? "minus " : "") + parts.joined(separator: " and ") + " only"
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Reads an amount in English words, with or without what stands around it: say, RMB, only, 50/100.
    ///
    /// `nil` for what is no amount, is in another currency, or could be two.
    public static func read(_ text: String) -> Amount? {
        var reader = Reader(words(of: text))
        return reader.amount()
    }

    // MARK: Composing

    private static let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    private static let scales: [String: Int64] = [
        "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    ]

    private static func whole(_ value: UInt64) -> String {
        for (unit, word) in [(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")]
            as [(UInt64, String)] where value >= unit
        {
            let rest = value % unit
            let joint = rest == 0 ? "" : rest < 100 ? " and " : " "
            return whole(value / unit) + " " + word + joint + (rest == 0 ? "" : whole(rest))
        }
        if value >= 100 {
            return small[Int(value / 100)] + " hundred" + (value % 100 == 0 ? "" : " and " + whole(value % 100))
        }
        if value < 20 { return small[Int(value)] }
        return tens[Int(value / 10) - 2] + (value % 10 == 0 ? "" : "-" + small[Int(value % 10)])
    }

    // MARK: Reading

    /// What each word below a hundred is worth.
    private static let numerals: [String: Int64] = {
        var numerals: [String: Int64] = ["a": 1, "fourty": 40]
        for (value, word) in small.enumerated() { numerals[word] = Int64(value) }
        for (place, word) in tens.enumerated() { numerals[word] = Int64(place + 2) * 10 }
        return numerals
    }()

    private static let before: Set<String> = [
        "say", "total", "amount", "in", "words", "rmb", "cny", "renminbi", "yuan",
    ]
    private static let currency: Set<String> = ["yuan", "rmb", "cny", "renminbi"]
    private static let behind: Set<String> = ["only", "exactly", "even", "yuan", "rmb", "cny", "renminbi"]

    /// The words and figures of a text in lower case, without marks; a stroke parts hundredths: 50/100.
    private static func words(of text: String) -> [String] {
        text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "/")) }.map(String.init)
    }

    /// Reads words from left to right.
    private struct Reader {
        private let words: [String]
        private var place = 0

        init(_ words: [String]) { self.words = words }

        private var word: String? { place < words.count ? words[place] : nil }

        private mutating func take(_ wanted: Set<String>) -> Bool {
            guard let word, wanted.contains(word) else { return false }
            place += 1
            return true
        }

        mutating func amount() -> Amount? {
            if words.isEmpty || words.count > 60 { return nil }
            while take(before) {}
            let isNegative = take(["minus", "negative"])
            guard let first = number() else { return nil }
            let isNamed = take(currency)
            var (yuan, fen) = (first, Int64(0))
            if !isNamed, take(["fen", "cents", "cent"]) {
                // A hundred and fifty cents may be a hundred, and fifty cents.
                if first >= 100 { return nil }
                (yuan, fen) = (0, first)
            } else if word != nil, !behind.contains(word ?? "") {
                guard let cents = cents() else { return nil }
                fen = cents
            }
            while take(behind) {}
            guard place == words.count else { return nil }
            let (product, one) = yuan.multipliedReportingOverflow(by: 100)
            let (sum, two) = product.addingReportingOverflow(fen)
            return one || two ? nil : Amount(units: isNegative ? 0 - sum : sum)
        }

        /// What follows the yuan: fifty fen, five jiao, 50/100.
        private mutating func cents() -> Int64? {
            _ = take(["and", "with"])
            if let word, word.hasSuffix("/100"), let figures = Int64(word.dropLast(4)), (0..<100).contains(figures) {
                place += 1
                return figures
            }
            guard var sum = number(), sum < 100 else { return nil }
            if take(["jiao"]) {
                guard sum < 10 else { return nil }
                sum *= 10
                let start = place
                _ = take(["and"])
                guard let fen = number() else {
                    place = start
                    return sum
                }
                return fen < 10 && take(["fen"]) ? sum + fen : nil
            }
            return take(["fen", "cents", "cent"]) ? sum : nil
        }

        /// A whole number; `nil` where none stands here. It ends before a word that cannot belong to it.
        private mutating func number() -> Int64? {
            var (sum, section): (Int64, Int64) = (0, 0)
            var hasAny = false, room: Int64 = 1_000, scale = Int64.max
            while let word {
                // Twenty and five cents is not twenty-five of them: only hundreds and more are joined so.
                let isJoined = word == "and" && hasAny && room >= 100 && place + 1 < words.count
                let next = isJoined ? words[place + 1] : word
                if let value = numerals[next], value < room, !(value == 0 && hasAny) {
                    // Twenty is followed by one to nine, a hundred by anything below it, one by nothing.
                    section += value
                    room = value >= 20 ? 10 : 0
                } else if next == "hundred", !isJoined, section > 0, section < 100, room < 100 {
                    section *= 100
                    room = 100
                } else if let unit = scales[next], !isJoined, section > 0, unit < scale {
                    let (product, one) = section.multipliedReportingOverflow(by: unit)
                    let (added, two) = sum.addingReportingOverflow(product)
                    if one || two { return nil }
                    (sum, section, room, scale) = (added, 0, 1_000, unit)
                } else {
                    break
                }
                hasAny = true
                place += isJoined ? 2 : 1
            }
            return hasAny ? sum + section : nil
        }
    }
}
