import Books

/// How two numbers that mean the same came to be written differently.
enum KeySlip: Equatable {
    /// Only separators, leading noughts or letter case differ.
    case separators
    /// A letter that looks like a digit, or the other way about: O for 0, l or I for 1.
    case lookalike
    /// Two neighbouring digits changed places; the first one's place, from 1.
    case exchanged(Int)
    /// One has a prefix that the other has not.
    case prefix(String)
    /// One digit is left out or too many; its place in the longer one, from 1.
    case dropped(Int)
    /// One digit is another one; its place, from 1. By itself it says nothing, since numbers of a series differ by it.
    case replaced(Int)

    /// What differs between two different numbers, if it is one slip.
    static func between(_ left: String, _ right: String) -> KeySlip? {
        let (own, other) = (plain(left), plain(right))
        if own.isEmpty || other.isEmpty || left == right { return nil }
        if own == other || withoutNoughts(left) == withoutNoughts(right) { return .separators }
        if own.map(lookalike) == other.map(lookalike) { return .lookalike }
        if own.count == other.count { return exchange(own, other).map(KeySlip.exchanged) }
        let (longer, shorter) = own.count > other.count ? (own, other) : (other, own)
        // A prefix is letters, and what it stands before is long enough to be a number by itself.
        let extra = longer.prefix(longer.count - shorter.count)
        if shorter.count >= 4, Array(longer.suffix(shorter.count)) == shorter, extra.allSatisfy(isLetter) {
            return .prefix(String(decoding: extra, as: UTF8.self))
        }
        return longer.count == shorter.count + 1 && shorter.count >= 4
            ? drop(longer, shorter).map(KeySlip.dropped) : nil
    }

    /// What differs between two different numbers, if it is one slip or one wrong digit.
    static func orDigit(_ left: String, _ right: String) -> KeySlip? {
        if let slip = between(left, right) { return slip }
        let (own, other) = (plain(left), plain(right))
        guard own.count == other.count, own.count(where: { !isLetter($0) }) >= 3 else { return nil }
        let places = own.indices.filter { own[$0] != other[$0] }
        guard places.count == 1, let place = places.first, !isLetter(own[place]), !isLetter(other[place]) else {
            return nil
        }
        return .replaced(place + 1)
    }

    /// Writings by which numbers that are one slip or one wrong digit apart meet: two such numbers share at least one.
    static func traces(_ number: String) -> Set<[UInt8]> {
        let own = plain(number)
        guard own.count >= 4, own.count <= 40 else { return own.isEmpty ? [] : [own] }
        var traces: Set<[UInt8]> = [own, own.map(lookalike), withoutNoughts(number), Array(own.drop(while: isLetter))]
        for place in own.indices {
            var shorter = own
            shorter.remove(at: place)
            traces.insert(shorter)
            if place > 0 {
                var exchanged = own
                exchanged.swapAt(place - 1, place)
                traces.insert(exchanged)
            }
        }
        return traces
    }

    /// What it is called.
    var words: Phrase {
        switch self {
        case .separators: Phrase("只差分隔符或前导零", "only separators or leading noughts differ")
        case .lookalike: Phrase("字母和数字看混了（O 与 0、I 与 1）", "a letter was taken for a digit (O for 0, I for 1)")
        case .exchanged(let place):
            Phrase("第 \(place)、\(place + 1) 位颠倒", "characters \(place) and \(place + 1) are exchanged")
        case .prefix(let text): Phrase("有一边多了前缀 \(text)", "one side has the prefix \(text)")
        case .dropped(let place): Phrase("有一边少了第 \(place) 位", "one side lacks character \(place)")
        case .replaced(let place): Phrase("第 \(place) 位不同", "character \(place) differs")
        }
    }

    // MARK: Writings

    /// Letters and digits alone, in upper case.
    private static func plain(_ number: String) -> [UInt8] {
        number.utf8.compactMap { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A: byte
            case 0x61...0x7A: byte - 0x20
            case 0x80...: byte
            default: nil
            }
        }
    }

    /// The runs of digits without their leading noughts.
    private static func withoutNoughts(_ number: String) -> [UInt8] {
        var kept: [UInt8] = []
        var isAtStart = true
        for byte in number.utf8 {
            let isDigit = (0x30...0x39).contains(byte)
            if byte == 0x30, isAtStart { continue }
            isAtStart = !isDigit
            kept.append(byte)
        }
        return plain(String(decoding: kept, as: UTF8.self))
    }

    private static func lookalike(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x4F: 0x30
        case 0x49, 0x4C: 0x31
        default: byte
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { !(0x30...0x39).contains(byte) }

    private static func exchange(_ left: [UInt8], _ right: [UInt8]) -> Int? {
        let places = left.indices.filter { left[$0] != right[$0] }
        guard places.count == 2, places[1] == places[0] + 1, left[places[0]] == right[places[1]],
            left[places[1]] == right[places[0]], !isLetter(left[places[0]]), !isLetter(left[places[1]])
        else { return nil }
        return places[0] + 1
    }

    private static func drop(_ longer: [UInt8], _ shorter: [UInt8]) -> Int? {
        let place = shorter.indices.first { longer[$0] != shorter[$0] } ?? shorter.count
        guard !isLetter(longer[place]), Array(longer[(place + 1)...]) == Array(shorter[place...]) else { return nil }
        return place + 1
    }
}
