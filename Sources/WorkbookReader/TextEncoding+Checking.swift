/// Whether bytes are UTF-8, before anything is made of them.
extension TextEncoding {
    /// Checks texts that stand one after the other.
    static func isUTF8(_ bytes: [UInt8], ends: [UInt32]) -> Bool {
        guard unsafe bytes.withUnsafeBytes({ unsafe isUTF8($0) }) else { return false }
        // No text begins within a character, so none ends within one either.
        return ends.allSatisfy { Int($0) >= bytes.count || bytes[Int($0)] & 0xC0 != 0x80 }
    }

    /// Looks at sixteen bytes at once, of which every load lies within the buffer, and at single characters where those
    /// sixteen do not show it.
    static func isUTF8(_ raw: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        // All characters that begin before `index` are well formed, or end behind it.
        while index < raw.count {
            if index >= 2, index &+ 16 <= raw.count {
                let bytes = unsafe raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
                let one = unsafe raw.loadUnaligned(fromByteOffset: index &- 1, as: SIMD16<UInt8>.self)
                let two = unsafe raw.loadUnaligned(fromByteOffset: index &- 2, as: SIMD16<UInt8>.self)
                if BlockMask(BlockMask.odd(bytes, behindOne: one, behindTwo: two)).isNone {
                    index &+= 16
                    continue
                }
            }
            let end = min(index &+ 16, raw.count)
            index = unsafe beginning(raw, index)
            while index < end {
                guard let next = unsafe character(raw, index) else { return false }
                index = next
            }
        }
        // The last sixteen may have ended within a character.
        guard raw.count > 0 else { return true }
        return unsafe character(raw, beginning(raw, raw.count)) == raw.count
    }

    /// Where the character begins that the byte before an index belongs to.
    private static func beginning(_ raw: UnsafeRawBufferPointer, _ index: Int) -> Int {
        var start = max(0, index - 1)
        while start > 0, index - start < 4, unsafe raw[start] & 0xC0 == 0x80 { start -= 1 }
        return start
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
