/// A calendar day, without time or zone.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let number: Int32

    /// Makes a day from its distance to 1970-01-01.
    @inlinable public init(number: Int32) { self.number = number }

    /// Makes a day of the Gregorian calendar; `nil` for one that does not exist (31 February) or lies outside 1900–2200.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...2200).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        // Counting years from March puts the leap day last, so month lengths follow one formula.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day of the Gregorian calendar.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day)
    }

    /// The month it lies in.
    public var period: Period {
        let (year, month, _) = parts
        return Period(year: year, month: month)
    }

    /// The day so many days later.
    public func adding(days: Int) -> Day { Day(number: Int32(clamping: Int(number) + days)) }

    /// Orders by time.
    @inlinable public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// ISO 8601: `2026-10-05`.
    public var description: String {
        let (year, month, day) = parts
        return "\(year)-\(Period.twoDigits(month))-\(Period.twoDigits(day))"
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// A calendar month, the span that is tied out.
public struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year, such as 2026.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// Its first day.
    public let firstDay: Day
    /// Its last day.
    public let lastDay: Day

    /// Makes a month; `month` outside 1 to 12 is clamped.
    public init(year: Int, month: Int) {
        self.year = min(max(year, 1900), 2200)
        self.month = min(max(month, 1), 12)
        let length = Day.length(ofMonth: self.month, year: self.year)
        firstDay = Day(year: self.year, month: self.month, day: 1) ?? Day(number: 0)
        lastDay = Day(year: self.year, month: self.month, day: length) ?? Day(number: 0)
    }

    /// Reads `2026-10`; `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
            let year = Int(parts[0]), let month = Int(parts[1]), (1900...2200).contains(year),
            (1...12).contains(month)
        else { return nil }
        self.init(year: year, month: month)
    }

    /// Whether a day lies in it.
    public func contains(_ day: Day) -> Bool { firstDay <= day && day <= lastDay }

    /// The month after it.
    public var next: Period {
        month == 12 ? Period(year: year + 1, month: 1) : Period(year: year, month: month + 1)
    }

    /// Orders by time.
    public static func < (left: Period, right: Period) -> Bool { (left.year, left.month) < (right.year, right.month) }

    /// `2026-10`.
    public var description: String { "\(year)-\(Period.twoDigits(month))" }

    static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
