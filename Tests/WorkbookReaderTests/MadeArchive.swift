/// A zip archive made byte by byte, so that a test can make one that no program would write.
struct MadeArchive {
    /// One file in it.
    struct Part {
        var name: String
        var bytes: [UInt8]
        /// 0 stored, 8 deflated (as one stored block, which every inflater takes).
        var method: UInt16 = 8
        var flags: UInt16 = 0
        /// The packed bytes, where they are not made of `bytes` by the method.
        var packed: [UInt8]?
        /// Sizes and CRC stand behind the bytes, as programs write that do not know them before.
        var hasDescriptor = false
        /// Sizes stand in an extra field of 64 bits each.
        var isZip64 = false
        /// Added to the true CRC, to make it wrong.
        var checksumError: UInt32 = 0
        /// Added to the true size, to make it wrong.
        var sizeError: UInt32 = 0
    }

    var parts: [Part] = []

    /// The archive's bytes.
    var bytes: [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let packed = part.packed ?? (part.method == 8 ? Self.deflated(part.bytes) : part.bytes)
            let name = Array(part.name.utf8)
            let checksum = Self.checksum(part.bytes) &+ part.checksumError
            let size = UInt32(part.bytes.count) &+ part.sizeError
            let sizes = [UInt32(packed.count), size]
            let extra =
                part.isZip64
                ? little(UInt16(1)) + little(UInt16(16)) + little(UInt64(size)) + little(UInt64(packed.count)) : []
            func header(_ known: Bool) -> [UInt8] {
                let shown = part.isZip64 ? [.max, .max] : known ? sizes : [0, 0]
                let flags = part.flags | (part.hasDescriptor ? 8 : 0)
                return little(UInt16(part.isZip64 ? 45 : 20)) + little(flags) + little(part.method)
                    + little(UInt32(0x5A21_0000)) + little(known ? checksum : 0) + little(shown[0]) + little(shown[1])
                    + little(UInt16(name.count)) + little(UInt16(extra.count))
            }
            directory += little(UInt32(0x0201_4B50)) + little(UInt16(45)) + header(true)
            directory += [UInt8](repeating: 0, count: 10) + little(UInt32(body.count)) + name + extra
            body += little(UInt32(0x0403_4B50)) + header(!part.hasDescriptor) + name + extra + packed
            if part.hasDescriptor {
                body += little(UInt32(0x0807_4B50)) + little(checksum) + little(sizes[0]) + little(sizes[1])
            }
        }
        var end = little(UInt32(0x0605_4B50)) + little(UInt32(0))
        end += little(UInt16(parts.count)) + little(UInt16(parts.count))
        end += little(UInt32(directory.count)) + little(UInt32(body.count)) + little(UInt16(0))
        return body + directory + end
    }

    private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
    }

    /// Deflate's blocks of stored bytes (RFC 1951, 3.2.4).
    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        repeat {
            let length = min(65_535, bytes.count - start)
            let isLast = start + length == bytes.count
            result += [isLast ? 1 : 0, UInt8(length & 0xFF), UInt8(length >> 8)]
            result += [UInt8(~length & 0xFF), UInt8(~length >> 8 & 0xFF)] + bytes[start..<start + length]
            start += length
        } while start < bytes.count
        return result
    }

    /// A deflated run of one byte, `258 * times + 1` long, in a block of fixed codes (RFC 1951, 3.2.6): the byte, then its
    /// repetitions of 258 bytes from one byte before.
    static func deflatedRun(of byte: UInt8, times: Int) -> [UInt8] {
        var result: [UInt8] = []
        var filled = 0
        func write(_ bits: Int, of value: Int) {
            for bit in 0..<bits {
                if filled % 8 == 0 { result.append(0) }
                if value >> bit & 1 == 1 { result[result.count - 1] |= 1 << UInt8(filled % 8) }
                filled += 1
            }
        }
        // Codes stand with their highest bit first; everything else with its lowest.
        func code(_ bits: Int, _ value: Int) { for bit in (0..<bits).reversed() { write(1, of: value >> bit & 1) } }
        write(3, of: 0b010)
        code(8, 0x30 + Int(byte))
        for _ in 0..<times {
            code(8, 0xC5)
            code(5, 0)
        }
        code(7, 0)
        // An empty stored block leads back to whole bytes.
        write(3, of: 0)
        return result + [0, 0, 0xFF, 0xFF]
    }

    /// CRC-32 as zip wants it, byte by byte (RFC 1952, 8).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(.max) { value, byte in value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
}
