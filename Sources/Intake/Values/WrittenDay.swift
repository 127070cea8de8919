import Books

/// A day as somebody wrote it.
enum WrittenDay: Hashable {
    /// A day that is certain.
    case day(Day)
    /// A month and a day without a year: it lies in the period's year.
    case withoutYear(month: Int, day: Int)
    /// Two numbers and a year of which either may be the month.
    case ambiguous(Int, Int, year: Int)
    /// A month between two numbers of two digits of which either may be the year: 26-10-25.
    case twoDigits(first: Int, month: Int, last: Int)
    /// Nothing, or a dash.
    case blank
    /// No day.
    case none

    /// The order of day and month in writings such as 3/10/2026.
    enum Order: Hashable { case dayFirst, monthFirst }

    /// Reads a text.
    static func read(_ bytes: ArraySlice<UInt8>) -> WrittenDay {
        let text = WrittenNumber.trimmed(ArraySlice(WrittenText.name(bytes).utf8))
        if WrittenNumber.isBlank(text) { return .blank }
        if text.count > 40 { return .none }
        var parts = Parts()
        guard parts.scan(text) else { return .none }
        return parts.reading
    }

    /// The day of a serial number as Excel counts them; `nil` outside 1900 to 2200 and for 29 February 1900, which never was.
    static func day(serial: Int64, uses1904: Bool) -> Day? {
        if uses1904 { return (0...109_000).contains(serial) ? Day(number: Int32(serial - 24_107)) : nil }
        guard (1...110_000).contains(serial), serial != 60 else { return nil }
        // Excel counts a 29 February 1900, so days before it are one further off.
        return Day(number: Int32(serial - (serial < 60 ? 25_568 : 25_569)))
    }

    /// A number in a column of days: 20261005 is a day by its digits, 46300 by its serial.
    static func day(number: Int64, uses1904: Bool) -> Day? {
        if (19_000_101...22_001_231).contains(number) {
            return Day(year: Int(number / 10_000), month: Int(number / 100 % 100), day: Int(number % 100))
        }
        return (18_000...80_000).contains(number) ? day(serial: number, uses1904: uses1904) : nil
    }

    /// The day, once the order and the year are known.
    func settled(order: Order?, year: Int?) -> Day? {
        switch self {
        case .day(let day): day
        case .withoutYear(let month, let day): year.flatMap { Day(year: $0, month: month, day: day) }
        case .ambiguous(let first, let second, let year):
            switch order {
            case .dayFirst: Day(year: year, month: second, day: first)
            case .monthFirst: Day(year: year, month: first, day: second)
            case nil: nil
            }
        case .twoDigits(let first, let month, let last): WrittenDay.day(first, month, last, year: year)
        case .blank, .none: nil
        }
    }

    /// Of two days that may be meant the one in the known year; the year comes first as is the habit with two digits, where
    /// that does not tell.
    private static func day(_ first: Int, _ month: Int, _ last: Int, year: Int?) -> Day? {
        let isYearLast = year == 2000 + last && year != 2000 + first
        return isYearLast
            ? Day(year: 2000 + last, month: month, day: first) : Day(year: 2000 + first, month: month, day: last)
    }

    /// What a writing says of its column's order: 25/3/2026 can only have the day first.
    static func order(of bytes: ArraySlice<UInt8>) -> Order? {
        let text = WrittenNumber.trimmed(ArraySlice(WrittenText.name(bytes).utf8))
        var parts = Parts()
        guard text.count <= 40, parts.scan(text), parts.numbers.count == 3, parts.month == nil, !parts.hasIdeographs,
            parts.numbers[0].digits <= 2, [2, 4].contains(parts.numbers[2].digits)
        else { return nil }
        if parts.numbers[2].digits == 2 {
            // 10/27/26 can begin with neither a year nor a day, and 27/10/26 with both.
            let isMonthFirst = parts.numbers[0].value <= 12 && parts.numbers[1].value > 12
            return isMonthFirst && parts.reading != .none ? .monthFirst : nil
        }
        if parts.numbers[0].value > 12 { return .dayFirst }
        return parts.numbers[1].value > 12 ? .monthFirst : nil
    }
}

/// The numbers and words of a written day.
private struct Parts {
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    var monthPlace = 0
    var hasIdeographs = false

    /// Takes a text apart; false where it holds something that no day does.
    mutating func scan(_ text: ArraySlice<UInt8>) -> Bool {
        var place = text.startIndex
        while place < text.endIndex {
            let byte = text[place]
            switch byte {
            case 0x30...0x39:
                guard let end = takeNumber(text, from: place) else { return false }
                place = end
            case UInt8(ascii: ":"):
                // What stands before a colon is an hour, and the rest of the text a time of day.
                if !numbers.isEmpty { numbers.removeLast() }
                return !numbers.isEmpty
            case 0x20, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "."), UInt8(ascii: ","),
                UInt8(ascii: "'"):
                place += 1
            case 0x41...0x5A, 0x61...0x7A:
                guard let end = takeWord(text, from: place) else { return false }
                place = end
            case UInt8(ascii: "("):
                // 2026年10月5日（周一）
                return !numbers.isEmpty && Self.isWeekday(text[(place + 1)...])
            default:
                guard let end = takeIdeograph(text, from: place) else { return false }
                place = end
            }
            if numbers.count > 4 { return false }
        }
        return !numbers.isEmpty
    }

    private mutating func takeNumber(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
        var place = start
        var value = 0
        while place < text.endIndex, text[place] >= 0x30, text[place] <= 0x39 {
            value = value * 10 + Int(text[place] &- 0x30)
            place += 1
            if place - start > 8 { return nil }
        }
        numbers.append((value, place - start))
        return place
    }

    private mutating func takeWord(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
        var place = start
        while place < text.endIndex, (text[place] | 0x20) >= 0x61, (text[place] | 0x20) <= 0x7A { place += 1 }
        let word = String(decoding: text[start..<place].map { $0 | 0x20 }, as: UTF8.self)
        // 2026-10-05T00:00:00Z
        if word == "t" || word == "z" || word == "th" || word == "st" || word == "nd" || word == "rd" { return place }
        if word == "am" || word == "pm" || word == "of" { return place }
        let short = String(word.prefix(3))
        if Self.weekdays.contains(short) { return place }
        guard let index = Self.months.firstIndex(of: short), month == nil, word.utf8.count >= 3 else { return nil }
        month = index + 1
        monthPlace = numbers.count
        return place
    }

    private mutating func takeIdeograph(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
        let rest = text[start...]
        if rest.starts(with: "星期".utf8) || rest.starts(with: "周".utf8) || rest.starts(with: "上午".utf8)
            || rest.starts(with: "下午".utf8)
        {
            return numbers.isEmpty ? nil : text.endIndex
        }
        for mark in ["年", "月", "日", "号"] where rest.starts(with: mark.utf8) {
            hasIdeographs = true
            return start + mark.utf8.count
        }
        return takeNumeral(rest)
    }

    /// Takes a number in words: 二〇二六, 十, 二十五.
    private mutating func takeNumeral(_ rest: ArraySlice<UInt8>) -> Int? {
        let run = String(decoding: rest, as: UTF8.self).prefix { $0 == "十" || Self.numerals[$0] != nil }
        if run.isEmpty || run.count > 4 { return nil }
        let parts = run.split(separator: "十", omittingEmptySubsequences: false).map {
            $0.compactMap { Self.numerals[$0] }
        }
        switch parts.count {
        case 1: numbers.append((parts[0].reduce(0) { $0 * 10 + $1 }, parts[0].count))
        case 2 where parts[0].count <= 1 && parts[1].count <= 1:
            numbers.append(((parts[0].first ?? 1) * 10 + (parts[1].first ?? 0), 2))
        default: return nil
        }
        return rest.startIndex + run.utf8.count
    }

    private static let numerals: [Character: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    private static func isWeekday(_ text: ArraySlice<UInt8>) -> Bool {
        let word = text.prefix(3).map { $0 | 0x20 }
        return text.starts(with: "星期".utf8) || text.starts(with: "周".utf8)
            || weekdays.contains(String(decoding: word, as: UTF8.self))
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    var reading: WrittenDay {
        if let month { return named(month) }
        switch numbers.count {
        case 1:
            let number = numbers[0]
            if number.digits == 8 || number.digits == 5 {
                return WrittenDay.day(number: Int64(number.value), uses1904: false).map(WrittenDay.day) ?? .none
            }
            return .none
        case 2:
            let (first, second) = (numbers[0], numbers[1])
            if first.digits > 2 || second.digits > 2 { return .none }
            return valid(month: first.value, day: second.value)
                ? .withoutYear(month: first.value, day: second.value) : .none
        case 3: return three
        default: return .none
        }
    }

    private func named(_ month: Int) -> WrittenDay {
        switch numbers.count {
        case 1:
            let day = numbers[0].value
            return numbers[0].digits <= 2 && valid(month: month, day: day)
                ? .withoutYear(month: month, day: day) : .none
        case 2:
            let yearFirst = numbers[0].digits == 4
            let year = yearFirst ? numbers[0] : numbers[1]
            let day = yearFirst ? numbers[1].value : numbers[0].value
            return Day(year: full(year), month: month, day: day).map(WrittenDay.day) ?? .none
        default: return .none
        }
    }

    private var three: WrittenDay {
        let (first, second, third) = (numbers[0], numbers[1], numbers[2])
        if first.digits == 4 || hasIdeographs {
            return Day(year: full(first), month: second.value, day: third.value).map(WrittenDay.day) ?? .none
        }
        guard first.digits <= 2, second.digits <= 2 else { return .none }
        // 26.10.5: no year has one digit.
        if third.digits == 1, first.digits == 2, first.value >= 20 {
            return Day(year: full(first), month: second.value, day: third.value).map(WrittenDay.day) ?? .none
        }
        if third.digits == 2 {
            // 26-10-05: the year first, as is the habit with two digits, unless only the last can be it.
            if let day = Day(year: full(first), month: second.value, day: third.value), first.value > 12 {
                let mayBeLast =
                    third.value >= 20 && Day(year: full(third), month: second.value, day: first.value) != nil
                return mayBeLast
                    ? .twoDigits(first: first.value, month: second.value, last: third.value) : .day(day)
            }
        } else if third.digits != 4 {
            return .none
        }
        let year = full(third)
        let monthFirst = Day(year: year, month: first.value, day: second.value)
        let dayFirst = Day(year: year, month: second.value, day: first.value)
        switch (monthFirst, dayFirst) {
        case (let day?, nil), (nil, let day?): return .day(day)
        case (nil, nil): return .none
        case (let one?, let other?): return one == other ? .day(one) : .ambiguous(first.value, second.value, year: year)
        }
    }

    private func full(_ year: (value: Int, digits: Int)) -> Int { year.digits <= 2 ? 2000 + year.value : year.value }

    private func valid(month: Int, day: Int) -> Bool { Day(year: 2024, month: month, day: day) != nil }
}
