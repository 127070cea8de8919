/// Many bytes at once, for what has to look at every byte.
extension Markup {
    /// Where the text ends that begins at an index, if its bytes are the text as they stand: no entity, escape or line
    /// end to be decoded, and UTF-8. `nil` also where it is not certain; the long way decides then.
    @inline(__always) func plainTextEnd(from start: Int) -> Int? {
        var index = start
        while index < count, let (bytes, behindOne, behindTwo) = blocks(index) {
            let stop = BlockMask.stops(bytes)
            let odd = BlockMask.odd(bytes, behindOne: behindOne, behindTwo: behindTwo)
            if BlockMask(stop .| odd).isNone {
                index &+= 16
                index = plainBlocksEnd(index)
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

    /// Whether a `<!` or a `<?` stands anywhere.
    var holdsSpecialMarks: Bool {
        var index = noMarksEnd(0)
        while let bytes = fourBlocks(index), let next = fourBlocks(index &+ 1) {
            let first = BlockMask.marks(bytes.0, next.0) .| BlockMask.marks(bytes.1, next.1)
            let second = BlockMask.marks(bytes.2, next.2) .| BlockMask.marks(bytes.3, next.3)
            if !BlockMask(first .| second).isNone { return true }
            index &+= 64
        }
        while index < count {
            let next = self[index &+ 1]
            if self[index] == Byte.open, next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return true }
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

    /// The bytes at which a text ends, or stands otherwise than it reads.
    @inline(__always) static func stops(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
        (bytes .== .each(Byte.open)) .| (bytes .== .each(Byte.ampersand))
            .| (bytes .== .each(Byte.carriageReturn)) .| (bytes .== .each(Byte.underscore))
    }

    /// The bytes that are a `<` with a `!` or a `?` behind it.
    @inline(__always) static func marks(
        _ bytes: SIMD16<UInt8>, _ next: SIMD16<UInt8>
    ) -> SIMDMask<SIMD16<Int8>> {
        (bytes .== .each(Byte.open)) .& ((next .== .each(UInt8(ascii: "!"))) .| (next .== .each(UInt8(ascii: "?"))))
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
