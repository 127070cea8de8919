#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Gives each distinct text an index, in the order in which they come.
///
/// The hash is seeded anew in each process, so that no file can be made to collide; indices do not depend on it.
struct TextInterner {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [UInt32] = []
    private var hashes: [UInt32] = []
    /// Hash above, index + 1 below; 0 where nothing is.
    private var slots: [UInt64] = Array(repeating: 0, count: 64)

    private static let seed = UInt64.random(in: .min ... .max)

    var count: Int { ends.count }

    /// Forgets the texts, keeps the room.
    mutating func removeAll() {
        guard count > 0 else { return }
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        for index in slots.indices { slots[index] = 0 }
    }

    /// Where a text begins and ends.
    func range(_ index: Int) -> Range<Int> { Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index]) }

    /// The index of a text; `nil` when all texts together pass four gigabytes.
    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        unsafe intern(text, hash: Self.hash(text))
    }

    /// The index that a text of another table has here.
    mutating func intern(_ index: Int, of other: borrowing TextInterner) -> Int? {
        let range = other.range(index)
        let hash = other.hashes[index]
        return unsafe other.bytes.withUnsafeBufferPointer { bytes in
            unsafe intern(UnsafeBufferPointer(rebasing: bytes[range]), hash: hash)
        }
    }

    /// The index of a text whose hash is known.
    mutating func intern(_ text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int? {
        let slot: Int
        switch unsafe find(text, hash) {
        case .index(let index): return index
        case .free(let place): slot = place
        }
        guard bytes.count + text.count <= Int(UInt32.max), count < Int(UInt32.max) - 1 else { return nil }
        unsafe bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
        hashes.append(hash)
        slots[slot] = UInt64(hash) &<< 32 | UInt64(count)
        if count &* 2 > slots.count { grow() }
        return count - 1
    }

    private enum Found {
        case index(Int)
        /// The slot where a new text belongs.
        case free(Int)
    }

    /// Looks a text up. There are always free slots, so that the search ends; every place is below a power of two that is
    /// the number of slots, and every entry's text lies within `bytes`.
    private func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Found {
        unsafe slots.withUnsafeBufferPointer { slots in
            let mask = slots.count &- 1
            var slot = Int(hash) & mask
            while true {
                let entry = unsafe slots[slot]
                if entry == 0 { return .free(slot) }
                if UInt32(truncatingIfNeeded: entry &>> 32) == hash {
                    let index = Int(UInt32(truncatingIfNeeded: entry)) &- 1
                    if unsafe equals(index, text) { return .index(index) }
                }
                slot = (slot &+ 1) & mask
            }
        }
    }

    @inline(__always) private func equals(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(index)
        guard range.count == text.count else { return false }
        guard let start = text.baseAddress, !range.isEmpty else { return true }
        return unsafe bytes.withUnsafeBufferPointer { all in
            guard let base = all.baseAddress else { return false }
            return unsafe memcmp(base + range.lowerBound, start, text.count) == 0
        }
    }

    private mutating func grow() {
        let size = slots.count * 2
        slots = Array(repeating: 0, count: size)
        for index in hashes.indices {
            var slot = Int(hashes[index]) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt64(hashes[index]) << 32 | UInt64(index + 1)
        }
    }

    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash = TextHash(count: text.count, seed: seed)
        var index = 0
        while index < text.count {
            var word: UInt64 = 0
            let left = text.count &- index
            if left >= 8, let base = text.baseAddress {
                word = unsafe UInt64(
                    littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
            } else {
                for offset in 0..<left { word |= unsafe UInt64(text[index + offset]) &<< UInt64(offset &* 8) }
            }
            hash.take(word)
            index &+= 8
        }
        return hash.value
    }

    /// The hash of a text that stands in markup as it is; `nil` where something in it could be an entity, an escape or a
    /// line end.
    @inline(__always) static func plainHash(_ markup: Markup, _ range: Range<Int>) -> UInt32? {
        var hash = TextHash(count: range.count, seed: seed)
        var index = range.lowerBound
        while index < range.upperBound {
            let word = markup.word(index, before: range.upperBound)
            if !Markup.isPlain(word) { return nil }
            hash.take(word)
            index &+= 8
        }
        return hash.value
    }
}

/// The hash of a text, eight bytes at a time, the first lowest and the last ones filled up with noughts.
private struct TextHash {
    private var state: UInt64

    @inline(__always) init(count: Int, seed: UInt64) { state = seed ^ UInt64(truncatingIfNeeded: count) }

    @inline(__always) mutating func take(_ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        state = product.high ^ product.low
    }

    @inline(__always) var value: UInt32 { UInt32(truncatingIfNeeded: state ^ (state &>> 32)) }
}
