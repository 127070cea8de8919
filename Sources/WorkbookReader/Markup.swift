internal import WideScan

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A view of a chunk's bytes in which no index can go astray.
///
/// Invariants:
/// - `base` points to `count + padding` readable bytes, the padding being zero; the chunk that owns them outlives the
///   view;
/// - every access checks its index against `count`, so a load of eight or sixteen bytes ends within the padding;
/// - whatever lies outside reads as zero, which no well-formed markup holds, so that every loop comes to an end.
@safe struct Markup {
    /// Sixteen bytes at once.
    typealias Block = SIMD16<UInt8>

    /// Zero bytes behind the last one, as many as a block has.
    static let padding = 16

    private let base: UnsafePointer<UInt8>
    /// How many bytes there are.
    let count: Int

    @unsafe init(base: UnsafePointer<UInt8>, count: Int) {
        unsafe self.base = unsafe base
        self.count = count
    }

    /// The byte at an index, or 0 outside.
    @inline(__always) subscript(_ index: Int) -> UInt8 {
        UInt(bitPattern: index) <= UInt(bitPattern: count) ? unsafe base[index] : 0
    }

    /// Eight bytes from an index on, the first lowest, or 0 outside.
    @inline(__always) func word(_ index: Int) -> UInt64 {
        guard UInt(bitPattern: index) <= UInt(bitPattern: count) else { return 0 }
        let raw = unsafe UnsafeRawPointer(base + index)
        return UInt64(littleEndian: unsafe raw.loadUnaligned(as: UInt64.self))
    }

    /// Four bytes from an index on, the first lowest, or 0 outside.
    @inline(__always) func half(_ index: Int) -> UInt32 {
        guard UInt(bitPattern: index) <= UInt(bitPattern: count) else { return 0 }
        let raw = unsafe UnsafeRawPointer(base + index)
        return UInt32(littleEndian: unsafe raw.loadUnaligned(as: UInt32.self))
    }

    /// Sixteen bytes from an index on, and those from one and from two bytes before it; `nil` outside.
    @inline(__always) func blocks(_ index: Int) -> (at: Block, behindOne: Block, behindTwo: Block)? {
        guard index >= 2, index <= count else { return nil }
        let raw = unsafe UnsafeRawPointer(base + index)
        return unsafe (
            raw.loadUnaligned(as: Block.self), (raw - 1).loadUnaligned(as: Block.self),
            (raw - 2).loadUnaligned(as: Block.self)
        )
    }

    /// A place up to which the text from an index on is plain; where it goes on is not said. An index within the markup.
    @inline(__always) func plainBlocksEnd(_ index: Int) -> Int {
        unsafe wide_plain_text(base, index, count)
    }

    /// A place before which no `<!` and no `<?` begins, from an index on, which is within the markup.
    @inline(__always) func noMarksEnd(_ index: Int) -> Int {
        unsafe wide_no_special_marks(base, index, count)
    }

    /// Four blocks from an index on; `nil` where there are fewer.
    @inline(__always) func fourBlocks(_ index: Int) -> (Block, Block, Block, Block)? {
        guard index >= 0, index <= count &- 64 else { return nil }
        let raw = unsafe UnsafeRawPointer(base + index)
        return unsafe (
            raw.loadUnaligned(as: Block.self), (raw + 16).loadUnaligned(as: Block.self),
            (raw + 32).loadUnaligned(as: Block.self), (raw + 48).loadUnaligned(as: Block.self)
        )
    }

    /// Where a byte is found first at or behind an index, or `count`.
    @inline(__always) func find(_ byte: UInt8, from start: Int) -> Int {
        var index = start
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        var tries = 0
        while index < count {
            let difference = word(index) ^ pattern
            let hit = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
            if hit != 0 { return min(index &+ hit.trailingZeroBitCount &>> 3, count) }
            index &+= 8
            tries &+= 1
            if tries == 8 { return findFar(byte, from: index) }
        }
        return count
    }

    /// The same for long ways.
    private func findFar(_ byte: UInt8, from start: Int) -> Int {
        guard start >= 0, start < count else { return count }
        guard let hit = unsafe memchr(base + start, Int32(byte), count - start) else { return count }
        return unsafe UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - base
    }

    /// Where a literal is found first at or behind an index.
    func find(_ literal: StaticString, from start: Int) -> Int? {
        guard start >= 0 else { return nil }
        let first = unsafe literal.utf8Start.pointee
        var index = find(first, from: start)
        while index < count, !has(literal, at: index) { index = find(first, from: index + 1) }
        return index < count ? index : nil
    }

    /// Whether a literal stands at an index.
    func has(_ literal: StaticString, at index: Int) -> Bool {
        let length = literal.utf8CodeUnitCount
        guard index >= 0, length <= count, index <= count - length else { return false }
        return unsafe memcmp(base + index, literal.utf8Start, length) == 0
    }

    /// Gives a run of bytes to code that wants a pointer.
    @inline(__always) func withBytes<Result>(
        _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let low = min(max(0, range.lowerBound), count)
        let high = min(max(low, range.upperBound), count)
        return unsafe body(UnsafeBufferPointer(start: base + low, count: high - low))
    }

    /// Adds a run of bytes to an array.
    func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
        unsafe withBytes(range) { unsafe bytes.append(contentsOf: $0) }
    }

    /// A run of bytes as text.
    func string(_ range: Range<Int>) -> String {
        unsafe withBytes(range) { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

/// Markup's own bytes, by name.
enum Byte {
    static let tab = UInt8(ascii: "\t"), newline = UInt8(ascii: "\n"), carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " "), open = UInt8(ascii: "<"), close = UInt8(ascii: ">")
    static let slash = UInt8(ascii: "/"), quote = UInt8(ascii: "\""), apostrophe = UInt8(ascii: "'")
    static let ampersand = UInt8(ascii: "&"), semicolon = UInt8(ascii: ";"), equals = UInt8(ascii: "=")
    static let hyphen = UInt8(ascii: "-"), underscore = UInt8(ascii: "_"), colon = UInt8(ascii: ":"),
        point = UInt8(ascii: ".")
    static let zero = UInt8(ascii: "0"), nine = UInt8(ascii: "9")

    @inline(__always) static func isBlank(_ byte: UInt8) -> Bool {
        byte == space || byte == newline || byte == tab || byte == carriageReturn
    }

    /// Whether a byte can stand behind an element's name.
    @inline(__always) static func endsName(_ byte: UInt8) -> Bool {
        byte == close || byte == slash || isBlank(byte)
    }
}
