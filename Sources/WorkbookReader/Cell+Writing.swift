/// How a cell's value is written in plain text: digits, ISO dates, `true` and `false`.
extension Workbook {
    /// Adds a cell's value to UTF-8 bytes. A day 0 is written as its time alone, and what
    /// the calendar does not have as its serial number.
    public func write(_ cell: Cell, into bytes: inout [UInt8]) {
        switch cell.kind {
        case .uncalculated: break
        case .number: bytes.append(number: cell.payload, decimals: cell.decimals)
        case .date:
            if bytes.append(date: cell, uses1904: uses1904) || isClockTime(cell) && bytes.append(time: cell) { break }
            bytes.append(number: cell.payload, decimals: cell.decimals)
        case .time:
            if !bytes.append(time: cell) { bytes.append(number: cell.payload, decimals: cell.decimals) }
        case .text, .error, .wide:
            if cell.payload >= 0, cell.payload < Int64(texts.count) { bytes += texts.utf8(Int(cell.payload)) }
        case .boolean: bytes += cell.payload == 0 ? "false".utf8 : "true".utf8
        }
    }

    /// A cell's value in plain text.
    public func text(of cell: Cell) -> String {
        var bytes: [UInt8] = []
        write(cell, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a date cell holds a time of day without a day, for Excel's day 0 of January 1900 is none.
    public func isClockTime(_ cell: Cell) -> Bool {
        guard cell.kind == .date, !uses1904, let moment = Moment(cell) else { return false }
        return moment.days == 0
    }

    /// Whether a time cell holds a time that can be written as hours, minutes and seconds.
    public func isDuration(_ cell: Cell) -> Bool { cell.kind == .time && Moment(cell) != nil }

    /// Whether a date cell holds a day that the calendar has.
    public func isCalendarDay(_ cell: Cell) -> Bool {
        guard cell.kind == .date, let moment = Moment(cell) else { return false }
        return DateSerial.day(of: moment.days, uses1904: uses1904) != nil
    }
}

/// A serial number as whole days and milliseconds.
private struct Moment {
    let days: Int64
    let milliseconds: Int64

    /// `nil` for what is negative or beyond any calendar.
    init?(_ cell: Cell) {
        guard cell.payload >= 0 else { return nil }
        // 10³¹ at most, and times a day's milliseconds at most 10²⁶: Int128 holds both.
        var unit: Int128 = 1
        for _ in 0..<cell.decimals { unit *= 10 }
        let (whole, part) = Int128(cell.payload).quotientAndRemainder(dividingBy: unit)
        guard whole < 10_000_000 else { return nil }
        let day: Int64 = 86_400_000
        let scaled = Int64((part * Int128(day) + unit / 2) / unit)
        days = Int64(whole) + scaled / day
        milliseconds = scaled % day
    }
}

extension [UInt8] {
    /// Adds `digits` ÷ 10^`decimals`, exactly.
    public mutating func append(number digits: Int64, decimals: Int) {
        if digits < 0 { append(UInt8(ascii: "-")) }
        var rest = digits.magnitude
        var written = 0
        let start = count
        repeat {
            if written == decimals, decimals > 0 { append(UInt8(ascii: ".")) }
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
            written += 1
        } while rest > 0 || written <= decimals
        self[start...].reverse()
    }

    /// Adds a date, and the time where there is one.
    fileprivate mutating func append(date cell: Cell, uses1904: Bool) -> Bool {
        guard let moment = Moment(cell), let day = DateSerial.day(of: moment.days, uses1904: uses1904) else {
            return false
        }
        append(padded: day.year, to: 4)
        append(UInt8(ascii: "-"))
        append(padded: day.month, to: 2)
        append(UInt8(ascii: "-"))
        append(padded: day.day, to: 2)
        // A zero is the first day of 1904, but also no day and midnight, so that both are written.
        guard moment.milliseconds > 0 || moment.days == 0 else { return true }
        append(UInt8(ascii: "T"))
        append(clock: moment.milliseconds, hours: 0)
        return true
    }

    /// Adds a time of day, or a duration with its hours counted on.
    fileprivate mutating func append(time cell: Cell) -> Bool {
        guard let moment = Moment(cell) else { return false }
        append(clock: moment.milliseconds, hours: Int(moment.days) * 24)
        return true
    }

    private mutating func append(clock milliseconds: Int64, hours: Int) {
        let seconds = Int(milliseconds / 1_000)
        append(padded: hours + seconds / 3_600, to: 2)
        append(UInt8(ascii: ":"))
        append(padded: seconds / 60 % 60, to: 2)
        append(UInt8(ascii: ":"))
        append(padded: seconds % 60, to: 2)
        guard milliseconds % 1_000 > 0 else { return }
        append(UInt8(ascii: "."))
        append(padded: Int(milliseconds % 1_000), to: 3)
    }

    private mutating func append(padded value: Int, to width: Int) {
        let digits = String(value).utf8
        for _ in Swift.min(digits.count, width)..<width { append(UInt8(ascii: "0")) }
        append(contentsOf: digits)
    }
}
