/// What a number format makes of a number: a plain number, a date, or a time of day or duration.
struct NumberFormat: Hashable {
    /// `number`, `date` or `time`.
    let kind: CellKind
    /// Whether it shows the time of day only, and so leaves out of a moment its day; `[h]:mm` counts the days in.
    let isClock: Bool

    /// A format of a kind by itself.
    init(kind: CellKind, isClock: Bool = false) {
        self.kind = kind
        self.isClock = isClock
    }

    /// The formats that a workbook need not define (ECMA-376 part 1, 18.8.30), as a Chinese Excel shows them.
    init(builtIn id: Int) {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: self.init(kind: .date)
        case 46: self.init(kind: .time)
        case 18...21, 32...35, 45, 47, 55, 56: self.init(kind: .time, isClock: true)
        default: self.init(kind: .number)
        }
    }

    /// A format by its code, such as `yyyy"年"m"月"d"日"` or `[$-804]h:mm AM/PM`.
    ///
    /// The first section that shows a number or a date decides.
    init(code: String) {
        var scan = Scan(Array(code.utf8))
        var found: CellKind?
        while found == nil, scan.index < scan.code.count { found = scan.section() }
        self.init(kind: found ?? .number, isClock: found == .time && !scan.isElapsed)
    }

    /// The kind of a number in this format. What shows the time of day alone is a moment all the same where there are whole
    /// days before it, as when a column of dates and times was made to show the times.
    func kind(of digits: Int64, decimals: Int) -> CellKind {
        guard isClock else { return kind }
        var days = digits
        for _ in 0..<decimals where days != 0 { days /= 10 }
        return days > 0 ? .date : kind
    }

    /// One pass over a format code.
    private struct Scan {
        let code: [UInt8]
        var index = 0
        /// Whether the section read last counts hours, minutes or seconds on past a day.
        private(set) var isElapsed = false

        init(_ code: [UInt8]) { self.code = code }

        /// Reads up to the next `;`. `nil` when nothing there shows a number.
        mutating func section() -> CellKind? {
            var hasDay = false
            var hasTime = false
            var hasMonth = false
            var digitsFirst = false
            isElapsed = false
            defer { index += 1 }
            while index < code.count, code[index] != UInt8(ascii: ";") {
                let byte = code[index] | 0x20
                switch code[index] {
                case UInt8(ascii: "\""): passQuoted()
                case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): passEscaped()
                case UInt8(ascii: "["):
                    if bracketIsElapsed() {
                        hasTime = true
                        isElapsed = true
                    }
                case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "@"):
                    if !(hasDay || hasTime || hasMonth) { digitsFirst = true }
                case _ where hasWord("general") || hasWord("boolean"):
                    if !(hasDay || hasTime || hasMonth) { digitsFirst = true }
                    index += 6
                case _ where hasWord("am/pm"):
                    hasTime = true
                    index += 4
                case _ where hasWord("a/p"):
                    hasTime = true
                    index += 2
                case _ where byte == UInt8(ascii: "e") && isExponent: break
                case _ where Self.isDay(byte) || (byte == UInt8(ascii: "a") && hasWord("aaa")): hasDay = true
                case _ where byte == UInt8(ascii: "h") || byte == UInt8(ascii: "s"): hasTime = true
                case _ where byte == UInt8(ascii: "m"):
                    if hasWord("mmm") { hasDay = true }
                    hasMonth = true
                default: break
                }
                index += 1
            }
            if digitsFirst { return .number }
            if hasDay { return .date }
            if hasTime { return .time }
            return hasMonth ? .date : nil
        }

        /// Years, days, eras and Buddhist years.
        private static func isDay(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "y") || byte == UInt8(ascii: "d") || byte == UInt8(ascii: "e")
                || byte == UInt8(ascii: "g") || byte == UInt8(ascii: "b")
        }

        /// Whether the `E` here belongs to a number such as 1.5E+03.
        private var isExponent: Bool {
            guard index + 1 < code.count else { return false }
            return code[index + 1] == UInt8(ascii: "+") || code[index + 1] == UInt8(ascii: "-")
        }

        private func hasWord(_ word: StaticString) -> Bool {
            let length = word.utf8CodeUnitCount
            guard index + length <= code.count else { return false }
            return word.withUTF8Buffer { bytes in
                for offset in 0..<length where unsafe code[index + offset] | 0x20 != bytes[offset] | 0x20 {
                    return false
                }
                return true
            }
        }

        private mutating func passQuoted() {
            index += 1
            while index < code.count, code[index] != UInt8(ascii: "\"") { index += 1 }
        }

        /// A backslash, an underscore or a star takes the character behind it along.
        private mutating func passEscaped() {
            index += 1
            while index + 1 < code.count, code[index + 1] & 0xC0 == 0x80 { index += 1 }
        }

        /// `[h]`, `[mm]` and `[ss]` count on past a day; other brackets hold colours, conditions and languages.
        private mutating func bracketIsElapsed() -> Bool {
            let start = index + 1
            while index < code.count, code[index] != UInt8(ascii: "]") { index += 1 }
            guard let first = code[min(start, code.count)..<max(min(start, code.count), index)].first else {
                return false
            }
            let unit = first | 0x20
            guard unit == UInt8(ascii: "h") || unit == UInt8(ascii: "m") || unit == UInt8(ascii: "s") else {
                return false
            }
            return code[start..<index].allSatisfy { $0 | 0x20 == unit }
        }
    }
}
