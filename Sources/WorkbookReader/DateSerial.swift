/// Days as Excel counts them, to and from ISO 8601.
public enum DateSerial {
    /// Decimals of a serial number that is made from an ISO date: 10⁻¹² of a day, less than a microsecond.
    static let decimals: UInt8 = 12

    /// The serial number of a day; 1900-03-01 is 61, for Excel counts a 29 February 1900 that never was.
    static func serial(year: Int, month: Int, day: Int, uses1904: Bool) -> Int? {
        guard (1...9_999).contains(year), (1...12).contains(month), day >= 1, day <= length(of: month, in: year) else {
            return nil
        }
        let days = daysSince1970(year: year, month: month, day: day)
        if uses1904 { return days + 24_107 }
        let serial = days + 25_569
        return serial < 61 ? serial - 1 : serial
    }

    /// The day that a serial number stands for; `nil` before the first and after the last that Excel knows.
    ///
    /// Serial 1 is 1900-01-01, or 0 is 1904-01-01; serial 60, the day that never was, reads as 28 February.
    public static func day(of serial: Int64, uses1904: Bool) -> (year: Int, month: Int, day: Int)? {
        guard (uses1904 ? 0 : 1)...(uses1904 ? 2_957_003 : 2_958_465) ~= serial else { return nil }
        var days = Int(serial)
        if uses1904 { days -= 24_107 } else { days -= days < 60 ? 25_568 : 25_569 }
        return civil(daysSince1970: days)
    }

    /// Days from 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, day)
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
