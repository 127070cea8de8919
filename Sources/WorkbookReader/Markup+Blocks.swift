/// Many bytes at once, for what has to look at every byte.
extension Markup {
    /// Where the text ends that begins at an index, if its bytes are the text as they stand: no entity, escape or line
    /// end to be decoded, and UTF-8. `nil` also where it is not certain; the long way decides then.
    @inline(__always) func plainTextEnd(from start: Int) -> Int? {
        var index = start
        while index < count, let (bytes, behindOne, behindTwo) = blocks(index) {
            let stop =
                (bytes .== .each(Byte.open)) .| (bytes .== .each(Byte.ampersand))
                .| (bytes .== .each(Byte.carriageReturn)) .| (bytes .== .each(Byte.underscore))
            let odd = BlockMask.odd(bytes, behindOne: behindOne, behindTwo: behindTwo)
            if BlockMask(stop .| odd).isNone {
                index &+= 16
                continue
            }
            let first = BlockMask(stop).first
            guard first < 16, BlockMask(odd).first > first else { return nil }
            index &+= first
            if self[index] == Byte.open { return index }
            guard self[index] == Byte.underscore, self[index &+ 1] != UInt8(ascii: "x") else { return nil }
            index &+= 1
        }
        return nil
    }

    /// Whether a `<!` or a `<?` stands anywhere. Says so too of a few others that no markup holds, such as `<1`.
    var mayHoldSpecialMarks: Bool {
        var index = 0
        while let bytes = manyBytes(index), let next = manyBytes(index &+ 1) {
            // 21 and 3F are alike but for these bits.
            let mark = next | SIMD64(repeating: 0x1E) .== SIMD64(repeating: 0x3F)
            if BlockMask.holds((bytes .== SIMD64(repeating: Byte.open)) .& mark) { return true }
            index &+= 64
        }
        while index < count {
            if self[index] == Byte.open, self[index &+ 1] | 0x1E == 0x3F { return true }
            index &+= 1
        }
        return false
    }
}

/// Which of sixteen bytes something is true of.
struct BlockMask {
    /// All ones for yes, the first byte lowest.
    private let words: SIMD2<UInt64>

    @inline(__always) init(_ mask: SIMDMask<SIMD16<Int8>>) {
        // A mask is stored as one byte each, -1 or 0.
        words = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    }

    @inline(__always) var isNone: Bool { words[0] | words[1] == 0 }

    /// The first byte it is true of, or 16.
    @inline(__always) var first: Int {
        if words[0] != 0 { return UInt64(littleEndian: words[0]).trailingZeroBitCount &>> 3 }
        return 8 &+ UInt64(littleEndian: words[1]).trailingZeroBitCount &>> 3
    }

    /// Whether something is true of any of sixty-four bytes.
    @inline(__always) static func holds(_ mask: SIMDMask<SIMD64<Int8>>) -> Bool {
        let words = unsafe unsafeBitCast(mask, to: SIMD8<UInt64>.self)
        let half = words.lowHalf | words.highHalf
        let quarter = half.lowHalf | half.highHalf
        return quarter[0] | quarter[1] != 0
    }

    /// The bytes that are not where UTF-8 wants them, or of which more has to be known: the first of four bytes, and
    /// those that only some bytes may follow.
    ///
    /// - Parameters:
    ///   - behindOne: What stands one byte before each of them.
    ///   - behindTwo: What stands two bytes before each of them.
    @inline(__always) static func odd(
        _ bytes: SIMD16<UInt8>, behindOne: SIMD16<UInt8>, behindTwo: SIMD16<UInt8>
    ) -> SIMDMask<SIMD16<Int8>> {
        let continues = bytes & .each(0xC0) .== .each(0x80)
        let mustContinue = (behindOne & .each(0xC0) .== .each(0xC0)) .| (behindTwo & .each(0xE0) .== .each(0xE0))
        // E0, ED, and C0 and C1, which nothing in UTF-8 begins with.
        let particular = (bytes .== .each(0xE0)) .| (bytes .== .each(0xED)) .| (bytes & .each(0xFE) .== .each(0xC0))
        return (continues .^ mustContinue) .| particular .| (bytes & .each(0xF0) .== .each(0xF0))
    }
}

extension SIMD16<UInt8> {
    /// The same byte sixteen times. Only operations between vectors become single instructions; those between a vector
    /// and a number are done byte by byte.
    @inline(__always) fileprivate static func each(_ byte: UInt8) -> Self { Self(repeating: byte) }
}
