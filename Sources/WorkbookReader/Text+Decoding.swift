/// From markup to text: entities, line ends, and Excel's own `_xHHHH_` escapes.
extension Markup {
    /// Whether a run of bytes is text as it stands: nothing in it that could be an entity, an escape or a line end.
    @inline(__always) func isPlain(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if !Self.isPlain(word(index, before: range.upperBound)) { return false }
            index &+= 8
        }
        return true
    }

    /// Eight bytes from an index on, those from an end on as noughts.
    @inline(__always) func word(_ index: Int, before end: Int) -> UInt64 {
        let left = end &- index
        return left < 8 ? word(index) & (1 &<< UInt64(left &* 8) &- 1) : word(index)
    }

    /// Whether none of eight bytes begins an entity or an escape, or is a line end.
    @inline(__always) static func isPlain(_ word: UInt64) -> Bool {
        @inline(__always) func holds(_ byte: UInt8) -> UInt64 {
            let difference = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
            return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
        }
        return holds(Byte.ampersand) | holds(Byte.carriageReturn) | holds(Byte.underscore) == 0
    }

    /// Adds the text of a run of bytes; false if it holds an entity that XML does not know.
    func decode(_ range: Range<Int>, escapes: Bool = true, into bytes: inout [UInt8]) -> Bool {
        if isPlain(range) {
            append(range, to: &bytes)
            return true
        }
        let start = bytes.count
        var index = range.lowerBound
        var known = true
        while index < range.upperBound {
            let byte = self[index]
            if byte == Byte.ampersand {
                guard let entity = entity(at: index, before: range.upperBound) else {
                    known = false
                    bytes.append(byte)
                    index += 1
                    continue
                }
                bytes.append(contentsOf: Array(String(entity.scalar).utf8))
                index = entity.end
            } else if byte == Byte.carriageReturn {
                bytes.append(Byte.newline)
                index += self[index + 1] == Byte.newline ? 2 : 1
            } else {
                bytes.append(byte)
                index += 1
            }
        }
        if escapes, let first = bytes[start...].firstIndex(of: Byte.underscore) { unescape(&bytes, from: first) }
        return known
    }

    /// The character that an entity stands for, and where it ends.
    private func entity(at start: Int, before end: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        let close = find(Byte.semicolon, from: start)
        guard close < end, close - start <= 12 else { return nil }
        switch string(start + 1..<close) {
        case "amp": return ("&", close + 1)
        case "lt": return ("<", close + 1)
        case "gt": return (">", close + 1)
        case "quot": return ("\"", close + 1)
        case "apos": return ("'", close + 1)
        case let name:
            guard name.hasPrefix("#") else { return nil }
            let digits = name.dropFirst()
            let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
            guard let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
            // No text holds a zero, half of a surrogate pair or what lies past the last character (XML 1.0, 4.1).
            guard code != 0, let scalar = Unicode.Scalar(code) else { return nil }
            return (scalar, close + 1)
        }
    }
}

/// Turns `_x000D_` into the character it stands for, in place, from an index on. `_x005F_` keeps an underscore that
/// would otherwise begin an escape (ECMA-376 part 1, 22.9.2.19). What stands for no character stays as it is written.
private func unescape(_ bytes: inout [UInt8], from first: Int) {
    func unit(at index: Int) -> UInt32? {
        guard index + 7 <= bytes.count, bytes[index] == Byte.underscore, bytes[index + 1] == UInt8(ascii: "x"),
            bytes[index + 6] == Byte.underscore
        else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index + 2..<index + 6] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        return value
    }
    func scalar(at index: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        guard let high = unit(at: index), high < 0xFFFE else { return nil }
        if let scalar = Unicode.Scalar(high) { return (scalar, index + 7) }
        guard high < 0xDC00, let low = unit(at: index + 7), 0xDC00..<0xE000 ~= low else { return nil }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)).map { ($0, index + 14) }
    }
    // Bytes before `first` stay; what follows is written over, for an escape never grows.
    var result = first
    var index = first
    while index < bytes.count {
        guard let escaped = scalar(at: index) else {
            bytes[result] = bytes[index]
            result += 1
            index += 1
            continue
        }
        index = escaped.end
        for byte in String(escaped.scalar).utf8 {
            bytes[result] = byte
            result += 1
        }
    }
    bytes.removeLast(bytes.count - result)
}
