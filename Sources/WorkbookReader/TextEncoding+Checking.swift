/// Whether bytes are UTF-8, before anything is made of them.
extension TextEncoding {
    /// Checks texts that stand one after the other.
    static func isUTF8(_ bytes: [UInt8], ends: [UInt32]) -> Bool {
        guard isUTF8(bytes) else { return false }
        // No text begins within a character, so none ends within one either.
        return ends.allSatisfy { Int($0) >= bytes.count || bytes[Int($0)] & 0xC0 != 0x80 }
    }

    /// Looks at eight bytes at once, of which every load lies within the buffer.
    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBytes { raw in
            var index = 0
            while index &+ 8 <= raw.count {
                let word = UInt64(littleEndian: unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let high = word & 0x8080_8080_8080_8080
                if high & 0x80 == 0 {
                    // So many bytes of ASCII.
                    index &+= high == 0 ? 8 : high.trailingZeroBitCount &>> 3
                } else if word & 0xC0_C0F0 == 0x80_80E0, word & 0x0F != 0, word & 0x0F != 0x0D {
                    // Three bytes, as nearly all Chinese characters are.
                    index &+= 3
                } else {
                    guard let next = unsafe character(raw, index) else { return false }
                    index = next
                }
            }
            while index < raw.count {
                guard let next = unsafe character(raw, index) else { return false }
                index = next
            }
            return true
        }
    }

    /// Where the character at an index ends; `nil` if it is none.
    private static func character(_ raw: UnsafeRawBufferPointer, _ index: Int) -> Int? {
        let lead = unsafe raw[index]
        if lead < 0x80 { return index + 1 }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard lead >= 0xC2, lead < 0xF5, index + length <= raw.count else { return nil }
        for offset in 1..<length where unsafe raw[index + offset] & 0xC0 != 0x80 { return nil }
        let second = unsafe raw[index + 1]
        // Not in more bytes than it needs, no half of a surrogate pair, nothing past U+10FFFF.
        switch lead {
        case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
            return nil
        default: return index + length
        }
    }
}
