import Books

/// The month that words around a table say it is of: 盘点表2026-09, 2026年9月账存, 9月份, Stock Sep 2026.
struct StatedMonth: Equatable {
    /// `nil` where only the month is said.
    let year: Int?
    let month: Int

    /// The first month that a text says; `nil` where it says none, or a span of them.
    init?(in text: String) {
        let tokens = StatedMonth.tokens(text)
        for place in tokens.indices {
            guard let found = StatedMonth.dated(tokens, place) ?? StatedMonth.named(tokens, place) else { continue }
            (year, month) = found
            return
        }
        return nil
    }

    /// Whether it lies before a period. A month without a year is the nearest one of that name.
    func isBefore(_ period: Period) -> Bool {
        guard let year else {
            let behind = (period.month - month + 12) % 12
            return behind > 0 && behind < 6
        }
        return (year, month) < (period.year, period.month)
    }

    private enum Token: Equatable {
        case number(Int, digits: Int)
        case word(String)
        case mark(Character)
    }

    private static func tokens(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var digits = "", letters = ""
        func close() {
            if let number = Int(digits) { tokens.append(.number(number, digits: digits.count)) }
            if !letters.isEmpty { tokens.append(.word(letters)) }
            (digits, letters) = ("", "")
        }
        for scalar in text.unicodeScalars.prefix(200) {
            let character = Character(WrittenText.halfWidth(scalar))
            if character.isASCII, character.isNumber, digits.count < 9 {
                if !letters.isEmpty { close() }
                digits.append(character)
            } else if character.isASCII, character.isLetter {
                if !digits.isEmpty { close() }
                letters += character.lowercased()
            } else {
                close()
                if !character.isWhitespace { tokens.append(.mark(character)) }
            }
        }
        close()
        return tokens
    }

    /// A month in digits with its year: 2026年9月, 2026-09, 202609, 20260930, 26年9月.
    private static func dated(_ tokens: [Token], _ place: Int) -> (Int?, Int)? {
        guard case .number(let number, let digits) = tokens[place] else { return nil }
        let isOfOwn = !isPart(tokens, place)
        if digits == 6 || digits == 8, isOfOwn {
            let month = digits == 6 ? number : number / 100
            return years.contains(month / 100) && months.contains(month % 100) ? (month / 100, month % 100) : nil
        }
        guard place + 1 < tokens.count else { return nil }
        let rest = tokens[(place + 2)...]
        if tokens[place + 1] == .mark("年"), case .number(let month, _)? = rest.first,
            rest.dropFirst().first == .mark("月")
        {
            let year = digits == 2 ? 2000 + number : number
            return years.contains(year) && months.contains(month) ? (year, month) : nil
        }
        guard digits == 4, years.contains(number), isOfOwn else { return nil }
        if case .word(let word) = tokens[place + 1], let month = english(word) { return (number, month) }
        guard ["-", ".", "/", "_"].contains(where: { tokens[place + 1] == .mark($0) }),
            case .number(let month, let written)? = rest.first, written <= 2, months.contains(month)
        else { return nil }
        return (number, month)
    }

    /// Whether a number is a further part of a number: QR-2025-06.
    private static func isPart(_ tokens: [Token], _ place: Int) -> Bool {
        guard place >= 2, [Token.mark("-"), .mark("."), .mark("/")].contains(tokens[place - 1]) else { return false }
        if case .mark = tokens[place - 2] { return false }
        return true
    }

    /// A month by its name: 9月, 九月, Sep 2026; one in English only beside its year.
    private static func named(_ tokens: [Token], _ place: Int) -> (Int?, Int)? {
        switch tokens[place] {
        case .number(let month, let digits) where digits <= 2 && months.contains(month):
            let before = place > 0 ? tokens[place - 1] : .mark(" ")
            let isSpan = ["-", "~", "～", "—", "至", "到", "."].contains { before == .mark($0) }
            return !isSpan && place + 1 < tokens.count && tokens[place + 1] == .mark("月") ? (nil, month) : nil
        case .mark(let mark):
            guard place == 0 || !isNumeral(tokens[place - 1]), let first = numerals[mark] else { return nil }
            let rest = tokens[(place + 1)...]
            if rest.first == .mark("月") { return (nil, first) }
            guard first == 10, case .mark(let next)? = rest.first, let ones = numerals[next], ones <= 2,
                rest.dropFirst().first == .mark("月")
            else { return nil }
            return (nil, 10 + ones)
        case .word(let word):
            guard let month = english(word), place + 1 < tokens.count,
                case .number(let year, 4) = tokens[place + 1], years.contains(year)
            else { return nil }
            return (year, month)
        default: return nil
        }
    }

    private static func isNumeral(_ token: Token) -> Bool {
        if case .mark(let mark) = token { numerals[mark] != nil } else { false }
    }

    private static func english(_ word: String) -> Int? {
        names.firstIndex { word.count >= 3 && ($0.hasPrefix(word) || word == "sept" && $0 == "september") }.map {
            $0 + 1
        }
    }

    private static let years = 1990...2100
    private static let months = 1...12
    private static let numerals: [Character: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    ]
    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}

extension StatedMonth {
    /// The month that a table is of, by what stands above it, else by its tab's name, else by its file's.
    init?(around titles: [String], _ values: [String], sheet: String, path: String) {
        let file = path.split(separator: "/").last.map(String.init) ?? ""
        guard let month = (titles + values + [sheet, file]).lazy.compactMap(StatedMonth.init(in:)).first else {
            return nil
        }
        self = month
    }
}
