/// A number as somebody wrote it, in digits: thousands separators, currency signs, brackets and percent understood.
struct WrittenNumber {
    /// Its digits, without sign or point; at most 18.
    var payload: Int64
    /// How many of the digits stand behind the point.
    var decimals: Int
    /// Whether a percent sign follows.
    var isPercent = false
    /// Whether another currency than the books' stands before it: USD 100. A $ alone may be the books' own.
    var isForeign = false
    /// What follows the digits, such as 箱 or 元.
    var suffix: ArraySlice<UInt8> = []

    /// What a text is, where a number is looked for.
    enum Reading {
        case number(WrittenNumber)
        /// Nothing, or a dash or stroke that stands for nothing.
        case blank
        /// Not a number.
        case other
        /// A number beyond 18 digits.
        case tooLarge
    }

    /// The value in units of 10^-`target`, half away from nought; `nil` where it does not fit.
    ///
    /// Excel stores doubles, whose 16th and 17th digit are noise (1.0049999999999999 is 1.005): they are rounded off first.
    static func units(payload: Int64, decimals: Int, target: Int) -> Int64? {
        var payload = payload
        var decimals = decimals
        while payload.magnitude >= 1_000_000_000_000_000, decimals > target {
            let noise = payload.magnitude >= 10_000_000_000_000_000 ? 100 : 10 as Int64
            payload = divided(payload, by: noise)
            decimals -= noise == 100 ? 2 : 1
        }
        let shift = target - decimals
        if shift == 0 { return payload }
        if shift < 0 { return shift < -18 ? 0 : divided(payload, by: powers[-shift]) }
        if shift > 18 { return payload == 0 ? 0 : nil }
        let (product, overflow) = payload.multipliedReportingOverflow(by: powers[shift])
        return overflow ? nil : product
    }

    /// 10^0 to 10^18.
    static let powers: [Int64] = (0...18).map { (0..<$0).reduce(Int64(1)) { power, _ in power * 10 } }

    private static func divided(_ value: Int64, by divisor: Int64) -> Int64 {
        let quotient = value / divisor
        let rest = (value % divisor).magnitude
        if rest < UInt64(divisor) - rest { return quotient }
        return value < 0 ? quotient - 1 : quotient + 1
    }

    /// Reads a text.
    static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
        if bytes.allSatisfy({ $0 < 0x80 }) { return readNarrow(bytes) }
        return readNarrow(ArraySlice(WrittenText.name(bytes).utf8))
    }

    private static func readNarrow(_ text: ArraySlice<UInt8>) -> Reading {
        var rest = trimmed(text)
        // What makes a text of a number in Excel, and became a part of it on its way through another program.
        if rest.first == UInt8(ascii: "'") { rest = trimmed(rest.dropFirst()) }
        if isBlank(rest) { return .blank }
        var isNegative = false
        if rest.first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") {
            isNegative = true
            rest = trimmed(rest.dropFirst().dropLast())
        }
        // A sign may stand before or after the currency: -¥12, ¥-12.
        var isSigned = false
        var isForeign = false
        for _ in 0..<3 {
            if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
                if isSigned { return .other }
                isSigned = true
                if sign == UInt8(ascii: "-") { isNegative.toggle() }
                rest = trimmed(rest.dropFirst())
            } else if let sign = minusSigns.first(where: { rest.starts(with: $0) }) {
                isNegative.toggle()
                rest = trimmed(rest.dropFirst(sign.count))
            } else if let sign = currencySigns.first(where: { rest.starts(with: $0) }) {
                rest = trimmed(rest.dropFirst(sign.count))
            } else if let sign = foreignSigns.first(where: { rest.starts(with: $0) }) {
                isForeign = true
                rest = trimmed(rest.dropFirst(sign.count))
            }
        }
        var digits = Digits()
        guard let end = digits.scan(rest) else { return digits.isTooLarge ? .tooLarge : .other }
        var number = WrittenNumber(payload: 0, decimals: digits.decimals)
        rest = trimmed(rest[end...])
        if rest.first == UInt8(ascii: "-"), rest.count == 1 {
            isNegative.toggle()
            rest = []
        }
        if rest.first == UInt8(ascii: "%") {
            number.isPercent = true
            rest = trimmed(rest.dropFirst())
        }
        // Another digit behind means that this is no number with a unit but something else, such as 3箱5瓶 or 1.2.3.
        if rest.contains(where: { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E || $0 == 0x2C || $0 == 0x2F }) {
            return .other
        }
        number.isForeign = isForeign || foreignSigns.contains { rest.starts(with: $0) }
        number.suffix = rest
        number.payload = isNegative ? 0 - digits.payload : digits.payload
        return .number(number)
    }

    /// Whether a text says that there is nothing.
    static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
        if text.count > 6 { return false }
        return text.isEmpty || blanks.contains { text.elementsEqual($0) }
    }

    /// Whether a code has become a number in powers of ten, its last digits gone: 1.38E+10.
    static func isExponent(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 4, bytes.count <= 24, let last = bytes.last, last >= 0x30, last <= 0x39,
            bytes.dropLast().suffix(3).contains(UInt8(ascii: "+"))
        else { return false }
        guard case .number(let number) = read(bytes) else {
            return bytes.contains(UInt8(ascii: "E")) && bytes.allSatisfy { $0 < 0x3A || $0 | 0x20 == 0x65 }
        }
        return number.suffix.isEmpty && bytes.contains { $0 | 0x20 == 0x65 }
    }

    private static let blanks: [[UInt8]] = ["-", "--", "---", "/", "—", "——", "–", "无", "n/a", "N/A", "nil", "\\"].map {
        Array($0.utf8)
    }
    private static let minusSigns: [[UInt8]] = ["\u{2212}", "\u{2013}"].map { Array($0.utf8) }
    private static let currencySigns: [[UInt8]] = ["¥", "RMB", "CNY", "人民币", "rmb"].map { Array($0.utf8) }
    private static let foreignSigns: [[UInt8]] = [
        "USD", "US$", "$", "usd", "EUR", "€", "£", "GBP", "HKD", "HK$", "JPY", "美元", "港币", "欧元", "日元",
    ].map { Array($0.utf8) }

    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        while let byte = text.first, byte <= 0x20 { text.removeFirst() }
        while let byte = text.last, byte <= 0x20 { text.removeLast() }
        return text
    }
}

/// Digits with thousands separators, a point and an exponent.
private struct Digits {
    var payload: Int64 = 0
    var decimals = 0
    var isTooLarge = false

    /// Takes the digits at the beginning of a text, and says where they end; `nil` where there are none or they make no
    /// number (1,2,3.4).
    mutating func scan(_ text: ArraySlice<UInt8>) -> Int? {
        var place = text.startIndex
        var count = 0
        var group = 0
        var hasSeparator = false
        var hasPoint = false
        scan: while place < text.endIndex {
            let byte = text[place]
            switch byte {
            case 0x30...0x39:
                count += 1
                group += 1
                take(Int64(byte &- 0x30), behindPoint: hasPoint)
            case UInt8(ascii: ","):
                // Digits stand in threes, and at most three before the first comma.
                if hasPoint || group == 0 || group > 3 || (hasSeparator && group != 3) { return nil }
                hasSeparator = true
                group = 0
            case UInt8(ascii: "."):
                if hasPoint || (hasSeparator && group != 3) { return nil }
                hasPoint = true
                group = 0
            default: break scan
            }
            place += 1
        }
        if count == 0 || (hasSeparator && !hasPoint && group != 3) { return nil }
        if place < text.endIndex, text[place] | 0x20 == UInt8(ascii: "e") {
            guard let end = exponent(text, from: place + 1) else { return nil }
            place = end
        }
        return isTooLarge ? nil : place
    }

    private mutating func take(_ digit: Int64, behindPoint: Bool) {
        if payload >= 100_000_000_000_000_000 {
            // The nineteenth digit: behind the point it is beyond any unit, before it the number is too large.
            if !behindPoint { isTooLarge = true }
            return
        }
        payload = payload * 10 + digit
        if behindPoint { decimals += 1 }
    }

    private mutating func exponent(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
        var place = start
        var isNegative = false
        if place < text.endIndex, text[place] == UInt8(ascii: "+") || text[place] == UInt8(ascii: "-") {
            isNegative = text[place] == UInt8(ascii: "-")
            place += 1
        }
        var power = 0
        let first = place
        while place < text.endIndex, text[place] >= 0x30, text[place] <= 0x39 {
            power = min(power * 10 + Int(text[place] &- 0x30), 10_000)
            place += 1
        }
        if place == first { return nil }
        decimals += isNegative ? power : -power
        while decimals < 0 {
            let (product, overflow) = payload.multipliedReportingOverflow(by: 10)
            if overflow {
                isTooLarge = true
                return nil
            }
            if payload == 0 {
                decimals = 0
                break
            }
            payload = product
            decimals += 1
        }
        return place
    }
}
