/// A run of a part's bytes, with room to grow and zeros behind the last one.
///
/// Invariants, on which `Markup` relies:
/// - `base` points to `capacity + Markup.padding` bytes, owned by this object alone;
/// - `count` never exceeds `capacity`;
/// - after `markup` has been asked for, the `Markup.padding` bytes behind `count` are zero until the next change.
@safe final class Chunk {
    private var base: UnsafeMutablePointer<UInt8>
    private(set) var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = capacity
        unsafe base = .allocate(capacity: capacity + Markup.padding)
    }

    deinit { unsafe base.deallocate() }

    /// The bytes to be looked at. Valid as long as this object lives and is not changed.
    var markup: Markup {
        unsafe (base + count).update(repeating: 0, count: Markup.padding)
        return unsafe Markup(base: UnsafePointer(base), count: count)
    }

    /// Forgets the bytes, keeps the room.
    func removeAll() { count = 0 }

    /// Keeps the first `count` bytes only.
    func truncate(to count: Int) { self.count = min(self.count, max(0, count)) }

    /// Makes room for `free` more bytes.
    func reserve(_ free: Int) {
        guard capacity - count < free else { return }
        let wanted = max(capacity * 2, count + free)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted + Markup.padding)
        unsafe grown.update(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = grown
        capacity = wanted
    }

    /// Lets `body` write behind the last byte; it says how many bytes it wrote.
    func fill<Failure: Error>(
        _ body: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Int
    ) throws(Failure) {
        let free = unsafe UnsafeMutableBufferPointer(start: base + count, count: capacity - count)
        let written = try unsafe body(free)
        count += min(max(0, written), capacity - count)
    }

    /// Adds the bytes of another chunk from `start` on.
    func append(_ other: Chunk, from start: Int) {
        let length = other.count - start
        guard start >= 0, length > 0 else { return }
        reserve(length)
        unsafe (base + count).update(from: other.base + start, count: length)
        count += length
    }

    /// Adds a part of another chunk.
    func append(_ other: Chunk, _ range: Range<Int>) {
        guard range.lowerBound >= 0, range.upperBound <= other.count, !range.isEmpty else { return }
        reserve(range.count)
        unsafe (base + count).update(from: other.base + range.lowerBound, count: range.count)
        count += range.count
    }

    /// Adds one byte.
    func append(_ byte: UInt8) {
        reserve(1)
        unsafe base[count] = byte
        count += 1
    }

    /// Adds a literal.
    func append(_ literal: StaticString) {
        let length = literal.utf8CodeUnitCount
        reserve(length)
        unsafe (base + count).update(from: literal.utf8Start, count: length)
        count += length
    }
}
