extension WrittenText {
    /// What stands outside of a text's brackets, and in each of them.
    static func brackets(_ text: String) -> (outside: String, groups: [String]) {
        if !text.utf8.contains(where: mayDivide) { return (text, []) }
        var outside = ""
        var groups: [String] = []
        var depth = 0
        for character in text {
            switch character {
            case "(", "（", "[", "【", "〔", "<", "《":
                if depth == 0 { groups.append("") }
                depth += 1
            case ")", "）", "]", "】", "〕", ">", "》": depth = max(0, depth - 1)
            default:
                if depth > 0 { groups[groups.count - 1].append(character) } else { outside.append(character) }
            }
        }
        return (outside, groups)
    }

    /// Whether a byte may be of a bracket, a stroke or the end of a line, narrow or wide.
    static func mayDivide(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "|"), 0x0A, 0x0D, 0xE3, 0xEF:
            true
        default: false
        }
    }
}
