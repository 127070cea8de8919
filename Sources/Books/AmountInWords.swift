/// Amounts in Chinese capitals as documents carry them (大写金额): 壹仟零贰拾元伍角整.
///
/// Source: 支付结算办法, annex 1 (正确填写票据和结算凭证的基本规定), which says where a 零 and a 整 belong and where either
/// may be left out. What it lets people leave out is read either way; one writing of all is composed.
public enum AmountInWords {
    /// The amount in the writing that the rule asks for, without 人民币 before it: `壹佰零伍元叁角整`, `零元整`, `负伍分`.
    public static func compose(_ amount: Amount) -> String {
        let fen = amount.units.magnitude
        let (yuan, cents) = (fen / 100, Int(fen % 100))
        let (jiao, rest) = (cents / 10, cents % 10)
        var text = amount.units < 0 ? "负" : ""
        if yuan > 0 || cents == 0 { text += (yuan == 0 ? "零" : whole(yuan)) + "元" }
        if jiao > 0 { text += "\(capitals[jiao])角" }
        if rest == 0 { return text + "整" }
        if jiao == 0, yuan > 0 { text += "零" }
        return text + "\(capitals[rest])分"
    }

    /// The amount in the language that a text beside it is written in.
    public static func compose(_ amount: Amount, like text: String) -> String {
        AmountInEnglish.isMeant(text) ? AmountInEnglish.compose(amount) : compose(amount)
    }

    /// Reads an amount in words, in Chinese or in English: formal and everyday digits, simplified and traditional; 元 or 圆, 整 or 正; 人民币 before it, and
    /// the same amount in digits behind it (￥1,020.50).
    ///
    /// `nil` for what is no amount, and for what could be two: 壹佰伍元 is a hundred and five or, as people say it, a
    /// hundred and fifty.
    public static func read(_ text: String) -> Amount? {
        if AmountInEnglish.isMeant(text) { return AmountInEnglish.read(text) }
        var reader = Reader(characters(of: text))
        return reader.amount()
    }

    /// Whether a text has enough of an amount in words that one was meant: a numeral and a unit of money.
    public static func isMeant(_ text: String) -> Bool {
        let found = characters(of: text)
        return found.contains { if let mark = marks[$0] { mark.isNumeral } else { false } }
            && found.contains { marks[$0] == .yuan || marks[$0] == .jiao || marks[$0] == .fen || marks[$0] == .end }
    }

    /// Whether a text is a printed line that nobody filled in: 万  仟  佰  拾  元  角  分.
    public static func isUnfilled(_ text: String) -> Bool {
        let found = characters(of: text)
        return !found.isEmpty
            && found.allSatisfy { character in
                if fillers.contains(character) { return true }
                switch marks[character] {
                case .unit, .tenThousand, .hundredMillion, .yuan, .jiao, .fen, .end: return true
                default: return false
                }
            } && found.contains { marks[$0] == .yuan }
            && found.contains { marks[$0] == .jiao || marks[$0] == .fen || marks[$0] == .tenThousand }
    }

    // MARK: Composing

    private static let capitals: [Character] = Array("零壹贰叁肆伍陆柒捌玖")

    private static func whole(_ value: UInt64) -> String {
        for (unit, word) in [(100_000_000, "亿"), (10_000, "万")] as [(UInt64, String)] where value >= unit {
            let (high, low) = (value / unit, value % unit)
            let gap = low > 0 && low < unit / 10 ? "零" : ""
            return whole(high) + word + gap + (low > 0 ? whole(low) : "")
        }
        var text = ""
        var isGap = false
        for (unit, word) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] as [(UInt64, String)] {
            let digit = Int(value / unit % 10)
            if digit == 0 {
                isGap = !text.isEmpty
            } else {
                text += (isGap ? "零" : "") + "\(capitals[digit])" + word
                isGap = false
            }
        }
        return text
    }

    // MARK: Reading

    /// What a character stands for.
    fileprivate enum Mark: Hashable {
        case digit(Int64), tens(Int64), unit(Int64), tenThousand, hundredMillion, yuan, jiao, fen, end, minus

        var isNumeral: Bool {
            switch self {
            case .digit, .tens, .unit, .tenThousand, .hundredMillion: true
            case .yuan, .jiao, .fen, .end, .minus: false
            }
        }
    }

    fileprivate static let marks: [Character: Mark] = {
        var marks: [Character: Mark] = [
            "廿": .tens(20), "卅": .tens(30), "元": .yuan, "圆": .yuan, "圓": .yuan, "块": .yuan, "塊": .yuan, "角": .jiao,
            "毛": .jiao, "分": .fen, "整": .end, "正": .end, "负": .minus, "負": .minus,
        ]
        let digits = ["零〇○", "壹壱弌一", "贰貳弐二两兩贰", "叁參叄参三", "肆四", "伍五", "陆陸六", "柒七", "捌八", "玖九"]
        for (value, writings) in digits.enumerated() {
            for character in writings { marks[character] = .digit(Int64(value)) }
        }
        for (value, writings) in [(10, "拾十"), (100, "佰百"), (1000, "仟千")] as [(Int64, String)] {
            for character in writings { marks[character] = .unit(value) }
        }
        for character in "万萬" { marks[character] = .tenThousand }
        for character in "亿億" { marks[character] = .hundredMillion }
        return marks
    }()

    /// The characters of the words alone: without the currency before them and the digits before or behind.
    private static func characters(of text: String) -> [Character] {
        var found: [Character] = []
        var isInFigure = false
        for character in text where !character.isWhitespace {
            // The same amount in digits may stand before the words: ￥379.00（大写：叁佰柒拾玖元整）.
            if isInFigure, character.isASCII, character.isNumber || ",.".contains(character) { continue }
            isInFigure = false
            if "¥￥$(（[【".contains(character), found.contains(where: { marks[$0] != nil }) { break }
            if "¥￥:：()（）[]【】".contains(character) {
                isInFigure = "¥￥".contains(character)
                continue
            }
            found.append(character)
        }
        while let label = labels.first(where: { found.starts(with: $0) }) { found.removeFirst(label.count) }
        while let last = found.last, "。.,，;；*".contains(last) { found.removeLast() }
        return filled(found)
    }

    /// What is written into the places that an amount leaves empty on a printed line, so that nobody adds a figure.
    private static let fillers: Set<Character> = ["⊗", "×", "✕", "✖", "╳", "ⓧ", "Ⓧ", "⨂", "※", "¤", "*", "#"]

    /// The characters without the places that are crossed out before the amount: ⊗万⊗仟叁佰元; behind it they are noughts.
    private static func filled(_ characters: [Character]) -> [Character] {
        guard characters.contains(where: fillers.contains),
            characters.contains(where: { if case .digit = marks[$0] { true } else { false } })
        else { return characters }
        var rest = characters[...]
        while let first = rest.first, fillers.contains(first) {
            rest.removeFirst()
            switch rest.first.flatMap({ marks[$0] }) {
            case .unit, .tenThousand, .hundredMillion: rest.removeFirst()
            default: break
            }
        }
        return rest.map { fillers.contains($0) ? "零" : $0 }
    }

    private static let labels = ["人民币", "人民幣", "RMB", "CNY", "大写", "大寫", "金额", "金額", "合计", "合計", "总计", "總計", "共计"]

    /// Reads marks from left to right.
    private struct Reader {
        private let characters: [Character]
        private var place = 0

        init(_ characters: [Character]) { self.characters = characters }

        private var mark: Mark? { place < characters.count ? AmountInWords.marks[characters[place]] : nil }
        private var isAtEnd: Bool { place == characters.count }

        private mutating func take(_ wanted: Mark) -> Bool {
            guard mark == wanted else { return false }
            place += 1
            return true
        }

        mutating func amount() -> Amount? {
            if characters.isEmpty || characters.count > 80 { return nil }
            let isNegative = take(.minus)
            let start = place
            var fen: Int64 = 0
            if let yuan = number(), take(.yuan) || isAtEnd && place > start + 1 || mark == .end {
                let (product, overflow) = yuan.multipliedReportingOverflow(by: 100)
                if overflow { return nil }
                fen = product
            } else {
                // Less than a yuan is written without one: 伍角整.
                place = start
            }
            guard let cents = cents(isAlone: place == start) else { return nil }
            _ = take(.end)
            guard isAtEnd, place > start else { return nil }
            let (sum, overflow) = fen.addingReportingOverflow(cents)
            return overflow ? nil : Amount(units: isNegative ? 0 - sum : sum)
        }

        /// The jiao and fen behind a yuan: `nil` for what is neither.
        private mutating func cents(isAlone: Bool) -> Int64? {
            var cents: Int64 = 0
            var isDone = !isAlone
            for (unit, worth) in [(Mark.jiao, 10), (Mark.fen, 1)] as [(Mark, Int64)] {
                let start = place
                var digit: Int64?
                while case .digit(let value) = mark, digit == nil || digit == 0 {
                    digit = value
                    place += 1
                }
                guard let digit else { continue }
                if take(unit) {
                    cents += digit * worth
                    isDone = true
                } else {
                    place = start
                }
            }
            return isDone ? cents : nil
        }

        /// A whole number such as 壹仟零贰拾; `nil` for what is none.
        private mutating func number() -> Int64? {
            var (high, middle, section): (Int64, Int64, Int64) = (0, 0, 0)
            var digit: Int64?
            var lastUnit: Int64 = .max
            var (isAfterNought, hasAny) = (false, false)
            loop: while let mark {
                switch mark {
                case .digit(let value):
                    if value == 0 {
                        if let digit, digit > 0 { return nil }
                        isAfterNought = true
                    } else if let digit, digit > 0 {
                        return nil
                    }
                    digit = value
                case .tens(let value):
                    if (digit ?? 0) > 0 || lastUnit <= 10 { return nil }
                    section += value
                    (digit, lastUnit) = (nil, 10)
                case .unit(let unit):
                    // 拾元 is ten; 佰元 without a digit is nothing.
                    guard let many = digit ?? (unit == 10 ? 1 : nil), unit < lastUnit else { return nil }
                    section += many * unit
                    (digit, lastUnit, isAfterNought) = (nil, unit, false)
                case .tenThousand, .hundredMillion:
                    section += digit ?? 0
                    let isSmall = mark == .tenThousand
                    if isSmall {
                        if middle > 0 { return nil }
                        middle = section * 10_000
                    } else {
                        guard let moved = AmountInWords.sum(high, middle, section, times: 100_000_000) else {
                            return nil
                        }
                        (high, middle) = (moved, 0)
                    }
                    if section == 0, !hasAny { return nil }
                    (section, digit, lastUnit, isAfterNought) = (0, nil, .max, false)
                case .yuan, .jiao, .fen, .end, .minus:
                    break loop
                }
                hasAny = true
                place += 1
            }
            if !hasAny { return nil }
            if let digit {
                let isFirst = high == 0 && middle == 0 && section == 0
                if digit > 0, !isFirst, lastUnit != 10, !isAfterNought { return nil }
                section += digit
            }
            return AmountInWords.sum(high, middle, section, times: 1)
        }
    }

    private static func sum(_ high: Int64, _ middle: Int64, _ section: Int64, times factor: Int64) -> Int64? {
        let (first, one) = high.addingReportingOverflow(middle)
        let (second, two) = first.addingReportingOverflow(section)
        let (product, three) = second.multipliedReportingOverflow(by: factor)
        return one || two || three ? nil : product
    }
}
