/// Whether bytes are UTF-8, before anything is made of them.
extension TextEncoding {
    /// Checks texts that stand one after the other.
    static func isUTF8(_ bytes: [UInt8], ends: [UInt32]) -> Bool {
        guard isUTF8(bytes) else { return false }
        // No text begins within a character, so none ends within one either.
        return ends.allSatisfy { Int($0) >= bytes.count || bytes[Int($0)] & 0xC0 != 0x80 }
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index &+= 1
                continue
            }
            let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            guard lead >= 0xC2, lead < 0xF5, index &+ length <= bytes.count else { return false }
            let second = bytes[index &+ 1]
            for offset in 1..<length where bytes[index &+ offset] & 0xC0 != 0x80 { return false }
            // Not in more bytes than it needs, no half of a surrogate pair, nothing past U+10FFFF.
            switch lead {
            case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
                return false
            default: index &+= length
            }
        }
        return true
    }
}
