/// A number as a file writes it: digits ÷ 10^decimals, and where its writing ends.
struct ScannedNumber {
    var digits: Int64
    var decimals: UInt8
    var end: Int
}

extension Markup {
    /// How many decimal digits begin a word of eight bytes, and their value.
    @inline(__always) static func digits(_ word: UInt64) -> (count: Int, value: UInt64) {
        var nibbles = word ^ 0x3030_3030_3030_3030
        // A byte that is no digit gets its high bit set here; a carry touches only bytes behind it.
        let others = ((nibbles &+ 0x7676_7676_7676_7676) | nibbles) & 0x8080_8080_8080_8080
        let count = others == 0 ? 8 : others.trailingZeroBitCount &>> 3
        guard count > 0 else { return (0, 0) }
        // The digits move to the top, zeros come in before them: eight digits whatever their count.
        nibbles = nibbles &<< UInt64(64 &- count &* 8)
        nibbles = nibbles &* 10 &+ nibbles &>> 8
        let low = (nibbles & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = ((nibbles &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (count, (low &+ high) &>> 32)
    }

    /// 10 to the power of 0...8 without a look-up in memory that could fail.
    @inline(__always) static func power(_ exponent: Int) -> UInt64 {
        switch exponent {
        case 0: 1
        case 1: 10
        case 2: 100
        case 3: 1_000
        case 4: 10_000
        case 5: 100_000
        case 6: 1_000_000
        case 7: 10_000_000
        default: 100_000_000
        }
    }

    /// A number that begins at an index and ends at the next `<`; `nil` when it needs the long way or is none.
    ///
    /// Takes up to 18 digits with leading zeros, a point among them, and no exponent: nearly all that files hold.
    @inline(__always) func shortNumber(at start: Int) -> ScannedNumber? {
        var index = start
        let isNegative = self[index] == UInt8(ascii: "-")
        if isNegative { index &+= 1 }
        let first = Self.digits(word(index))
        var value = first.value
        var length = first.count
        index &+= first.count
        while self[index] != Byte.point, self[index] != Byte.open {
            let more = Self.digits(word(index))
            length &+= more.count
            guard more.count > 0, length <= 18 else { return nil }
            value = value &* Self.power(more.count) &+ more.value
            index &+= more.count
        }
        guard length > 0 else { return nil }
        var decimals = 0
        if self[index] == Byte.point {
            index &+= 1
            while self[index] != Byte.open {
                let more = Self.digits(word(index))
                decimals &+= more.count
                guard more.count > 0, length &+ decimals <= 18 else { return nil }
                value = value &* Self.power(more.count) &+ more.value
                index &+= more.count
            }
        }
        let digits = Int64(truncatingIfNeeded: value)
        return ScannedNumber(
            digits: isNegative ? 0 &- digits : digits, decimals: UInt8(truncatingIfNeeded: decimals), end: index)
    }

    /// What a run of bytes is as a number.
    enum LongNumber {
        case exact(ScannedNumber)
        /// A number, but more than 18 digits or 31 decimals.
        case wide
        case none
    }

    /// A number in any writing: blanks around it, a sign, any number of digits, an exponent.
    func longNumber(_ range: Range<Int>) -> LongNumber {
        var index = skipBlanks(range.lowerBound)
        var end = range.upperBound
        while end > index, Byte.isBlank(self[end - 1]) { end -= 1 }
        let isNegative = self[index] == UInt8(ascii: "-")
        if isNegative || self[index] == UInt8(ascii: "+") { index += 1 }
        var significant: [UInt8] = []
        var scale = 0
        var seen = 0
        var isBehindPoint = false
        while index < end {
            let byte = self[index]
            if byte == Byte.point, !isBehindPoint {
                isBehindPoint = true
            } else if byte &- Byte.zero <= 9 {
                seen += 1
                if isBehindPoint { scale += 1 }
                if byte != Byte.zero || !significant.isEmpty { significant.append(byte &- Byte.zero) }
            } else {
                break
            }
            index += 1
        }
        guard seen > 0 else { return .none }
        if index < end {
            guard self[index] | 0x20 == UInt8(ascii: "e"), let exponent = exponent(index + 1..<end) else {
                return .none
            }
            scale -= exponent
        }
        guard !significant.isEmpty else { return .exact(ScannedNumber(digits: 0, decimals: 0, end: range.upperBound)) }
        while significant.last == 0, scale > 0 || significant.count > 18 {
            significant.removeLast()
            scale -= 1
        }
        let zeros = max(0, -scale)
        guard significant.count + zeros <= 18, scale <= 31 else { return .wide }
        var value: Int64 = 0
        for digit in significant { value = value * 10 + Int64(digit) }
        for _ in 0..<zeros { value *= 10 }
        return .exact(
            ScannedNumber(
                digits: isNegative ? -value : value, decimals: UInt8(max(0, scale)), end: range.upperBound))
    }

    /// The exponent of a number, held within what can matter.
    private func exponent(_ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        let isNegative = self[index] == UInt8(ascii: "-")
        if isNegative || self[index] == UInt8(ascii: "+") { index += 1 }
        guard index < range.upperBound else { return nil }
        var value = 0
        while index < range.upperBound {
            let digit = self[index] &- Byte.zero
            guard digit <= 9 else { return nil }
            value = min(value * 10 + Int(digit), 1 << 40)
            index += 1
        }
        return isNegative ? -value : value
    }
}
