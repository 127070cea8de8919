/// The text of a piece of a web page as a person sees it: runs of blanks as one, lines where elements break them.
struct WebPageText {
    private(set) var bytes: [UInt8] = []
    private var hasBlank = false

    /// Adds text, its entities resolved.
    mutating func add(_ range: Range<Int>, of markup: Markup) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = markup[index]
            if byte == Byte.ampersand, let entity = Self.entity(markup, at: index, before: range.upperBound) {
                if entity.scalar.value == 0xA0 || entity.scalar == " " {
                    addBlank()
                } else {
                    addPending()
                    bytes += Array(String(Character(entity.scalar)).utf8)
                }
                index = entity.end
            } else {
                if Byte.isBlank(byte) || byte == 12 {
                    addBlank()
                } else {
                    addPending()
                    bytes.append(byte)
                }
                index += 1
            }
        }
    }

    /// Adds a blank, unless one is there already.
    mutating func addBlank() { hasBlank = true }

    /// Adds a line end, and forgets the blanks around it.
    mutating func addLineEnd() {
        hasBlank = false
        bytes.append(Byte.newline)
    }

    /// Begins a new line, unless this one is empty.
    mutating func breakLine() {
        if let last = bytes.last, last != Byte.newline { addLineEnd() }
        hasBlank = false
    }

    private mutating func addPending() {
        if hasBlank, let last = bytes.last, last != Byte.newline { bytes.append(Byte.space) }
        hasBlank = false
    }

    /// The text, without line ends around it; empties this one.
    mutating func take() -> [UInt8] {
        var result = bytes
        bytes.removeAll(keepingCapacity: true)
        hasBlank = false
        while result.last == Byte.newline { result.removeLast() }
        if let first = result.firstIndex(where: { $0 != Byte.newline }), first > 0 { result.removeFirst(first) }
        return result
    }

    /// Entities that tables hold, by name; any other stays as it is written.
    private static let names: [String: Unicode.Scalar] = [
        "nbsp": "\u{A0}", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "yen": "¥", "euro": "€",
        "pound": "£", "cent": "¢", "copy": "©", "reg": "®", "trade": "™", "deg": "°", "plusmn": "±", "times": "×",
        "divide": "÷", "middot": "·", "bull": "•", "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘",
        "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»", "sup2": "²", "sup3": "³",
        "frac12": "½", "permil": "‰", "sect": "§", "ensp": " ", "emsp": " ", "thinsp": " ",
    ]

    /// The character that an entity stands for, and where it ends; the semicolon may be missing.
    static func entity(_ markup: Markup, at start: Int, before end: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        var index = start + 1
        while index < min(end, start + 12), markup[index] != Byte.semicolon, isName(markup[index]) { index += 1 }
        let name = markup.string(start + 1..<index)
        let behind = index < end && markup[index] == Byte.semicolon ? index + 1 : index
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
            guard let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
            return (Unicode.Scalar(code) ?? "\u{FFFD}", behind)
        }
        return names[name].map { ($0, behind) }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "#") || 97...122 ~= byte | 0x20 || byte &- Byte.zero <= 9
    }
}
