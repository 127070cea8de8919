/// Finds a value among the different ones of a column.
struct DistinctIndex: Sendable {
    /// Open addressing: a value's place + 1; 0 is free. Empty while there are few values, which are looked through.
    private var slots: [UInt32] = []
    private var last: (value: Int64, place: Int)?
    // Differs from run to run, so that nobody can prepare values that collide; places do not depend on it.
    private static let multiplier = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1
    private let multiplier = DistinctIndex.multiplier

    /// The place of a value, put behind the others where it is new.
    mutating func place(of value: Int64, in distinct: inout [Int64]) -> Int {
        if let last, last.value == value { return last.place }
        if distinct.count < 8 {
            let place = distinct.firstIndex(of: value) ?? distinct.count
            if place == distinct.count { distinct.append(value) }
            last = (value, place)
            return place
        }
        if slots.count <= distinct.count * 2 { grow(distinct) }
        var slot = first(value)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if distinct[place] == value {
                last = (value, place)
                return place
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        distinct.append(value)
        slots[slot] = UInt32(truncatingIfNeeded: distinct.count)
        last = (value, distinct.count - 1)
        return distinct.count - 1
    }

    private func first(_ value: Int64) -> Int {
        let product = UInt64(bitPattern: value) &* multiplier
        return Int(truncatingIfNeeded: product >> 32) & (slots.count - 1)
    }

    private mutating func grow(_ distinct: [Int64]) {
        var size = 16
        while size <= distinct.count * 4 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for (place, value) in distinct.enumerated() {
            var slot = first(value)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(truncatingIfNeeded: place + 1)
        }
    }
}
