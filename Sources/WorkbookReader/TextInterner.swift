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

    private mutating func intern(_ text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int? {
        let mask = slots.count &- 1
        var slot = Int(hash) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { break }
            if UInt32(truncatingIfNeeded: entry &>> 32) == hash {
                let index = Int(UInt32(truncatingIfNeeded: entry)) &- 1
                if unsafe equals(index, text) { return index }
            }
            slot = (slot &+ 1) & mask
        }
        guard bytes.count + text.count <= Int(UInt32.max), count < Int(UInt32.max) - 1 else { return nil }
        unsafe bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
        hashes.append(hash)
        slots[slot] = UInt64(hash) &<< 32 | UInt64(count)
        if count &* 2 > slots.count { grow() }
        return count - 1
    }

    private func equals(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
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
        var state = seed ^ UInt64(text.count)
        var index = 0
        while index < text.count {
            var word: UInt64 = 0
            let left = text.count &- index
            if left >= 8, let base = text.baseAddress {
                word = unsafe UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
            } else {
                for offset in 0..<left { word |= unsafe UInt64(text[index + offset]) &<< UInt64(offset &* 8) }
            }
            let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            state = product.high ^ product.low
            index &+= 8
        }
        return UInt32(truncatingIfNeeded: state ^ (state >> 32))
    }
}
