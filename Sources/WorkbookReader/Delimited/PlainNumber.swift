/// Numbers in formats that do not say which of their fields are numbers.
enum PlainNumber {
    /// A field as a number: `-?digits(.digits)?`, at most 15 digits, no zeros in front that a number would lose.
    ///
    /// All else is text, so that codes such as 00123 and card numbers of 18 digits stay what they are.
    static func parse(_ markup: Markup, _ range: Range<Int>) -> (digits: Int64, decimals: UInt8)? {
        guard !range.isEmpty, range.count <= 17 else { return nil }
        var index = range.lowerBound
        let isNegative = markup[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let first = index
        var value: Int64 = 0
        var count = 0
        var point: Int?
        while index < range.upperBound {
            let byte = markup[index]
            if byte == Byte.point {
                guard point == nil, index > first, index + 1 < range.upperBound else { return nil }
                point = index
            } else {
                let digit = byte &- Byte.zero
                guard digit <= 9, count < 15 else { return nil }
                value = value * 10 + Int64(digit)
                count += 1
            }
            index += 1
        }
        guard count > 0 else { return nil }
        let whole = (point ?? range.upperBound) - first
        guard whole == 1 || markup[first] != Byte.zero else { return nil }
        let decimals = point.map { range.upperBound - $0 - 1 } ?? 0
        return (isNegative ? -value : value, UInt8(decimals))
    }
}
