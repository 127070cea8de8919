extension DateSerial {
    /// An ISO date, date and time, or time of day as a serial number with `decimals`; `nil` if it is none.
    static func parse(_ markup: Markup, _ range: Range<Int>, uses1904: Bool) -> (digits: Int64, isTimeOnly: Bool)? {
        var text = ISOText(markup, range)
        var days: Int64 = 0
        var isTimeOnly = text.takeDivider()
        let start = text
        if !isTimeOnly {
            guard let first = text.number() else { return nil }
            isTimeOnly = text.next == Byte.colon
            if isTimeOnly {
                text = start
            } else {
                guard text.take(Byte.hyphen), let month = text.number(), text.take(Byte.hyphen),
                    let day = text.number(),
                    let serial = serial(year: first, month: month, day: day, uses1904: uses1904)
                else { return nil }
                days = Int64(serial)
                guard text.takeDivider() else { return text.isAtEnd ? (days * 1_000_000_000_000, false) : nil }
            }
        }
        guard let nanoseconds = text.clock() else { return nil }
        // 10¹² parts in 86,400 × 10⁹ nanoseconds: ÷ 86.4, rounded to the nearest.
        return (days * 1_000_000_000_000 + (nanoseconds * 10 + 432) / 864, isTimeOnly)
    }

    /// The same of bytes by themselves.
    static func parse(_ bytes: [UInt8], uses1904: Bool) -> (digits: Int64, isTimeOnly: Bool)? {
        Chunk(bytes).withMarkup { parse($0, 0..<bytes.count, uses1904: uses1904) }
    }
}

/// A date or time while it is being read, byte by byte.
private struct ISOText {
    private let markup: Markup
    private var index: Int
    private let end: Int

    /// Blanks around it, and a `Z` behind it, are no part of it.
    init(_ markup: Markup, _ range: Range<Int>) {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, Byte.isBlank(markup[end - 1]) { end -= 1 }
        while start < end, Byte.isBlank(markup[start]) { start += 1 }
        if start < end, markup[end - 1] & 0xDF == UInt8(ascii: "Z") { end -= 1 }
        self.markup = markup
        self.end = end
        index = start
    }

    var isAtEnd: Bool { index >= end }
    var next: UInt8 { isAtEnd ? 0 : markup[index] }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    /// What stands between a day and a time.
    mutating func takeDivider() -> Bool {
        take(UInt8(ascii: "T")) || take(UInt8(ascii: "t")) || take(Byte.space)
    }

    /// Digits, of which more than nine mean no year, month, hour or the like.
    mutating func number() -> Int? {
        let start = index
        var value = 0
        while next &- Byte.zero <= 9, index - start <= 9 {
            value = value * 10 + Int(next - Byte.zero)
            index += 1
        }
        return 1...9 ~= index - start ? value : nil
    }

    /// Hours, minutes, seconds and a fraction, an offset from Greenwich left aside, in nanoseconds.
    mutating func clock() -> Int64? {
        guard let hours = number(), take(Byte.colon), let minutes = number(), hours <= 24, minutes <= 59 else {
            return nil
        }
        var total = Int64(hours * 3_600 + minutes * 60) * 1_000_000_000
        if take(Byte.colon) {
            guard let seconds = number(), seconds <= 60 else { return nil }
            total += Int64(seconds) * 1_000_000_000
            if take(Byte.point) {
                guard let fraction = fraction() else { return nil }
                total += fraction
            }
        }
        let isOdd = next == Byte.colon || next == Byte.point || next == Byte.space
        return isOdd ? nil : total
    }

    /// Digits behind the point as nanoseconds; what is finer is left out.
    private mutating func fraction() -> Int64? {
        guard next &- Byte.zero <= 9 else { return nil }
        var (value, unit): (Int64, Int64) = (0, 100_000_000)
        while next &- Byte.zero <= 9 {
            value += Int64(next - Byte.zero) * unit
            unit /= 10
            index += 1
        }
        return value
    }
}
