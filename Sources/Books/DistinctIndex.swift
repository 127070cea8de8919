/// Finds a value among the different ones of a column.
///
/// The values of a small column are hashed. Most large ones hold small numbers, above all symbols: their places stand in an
/// array by the number itself.
struct DistinctIndex: Sendable {
    /// Numbers from 0 up to here may have their places in `direct`, which bounds what it takes to four megabytes a column.
    private static let directLimit: Int64 = 1 << 20
    /// With fewer different values than this the array would be far longer than what stands in it: one amount of a form is
    /// hundreds of thousands of fen.
    private static let leastForDirect = 1 << 14

    /// Whether small numbers are in `direct`.
    private var usesDirect = false

    /// The place + 1 of each small number; 0 for one that is new.
    private var direct: [UInt32] = []
    /// Open addressing: a value's place + 1; 0 is free. Empty while there are none.
    private var slots: [UInt32] = []
    /// How many of the different values are hashed.
    private var hashed = 0
    // Differs from run to run, so that nobody can prepare values that collide; places do not depend on it.
    private static let multiplier = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1
    private let multiplier = DistinctIndex.multiplier

    /// The place of a value, put behind the others where it is new.
    mutating func place(of value: Int64, in distinct: inout [Int64]) -> Int {
        if isDirect(value) {
            let index = Int(value)
            if index >= direct.count { widen(to: index) }
            let known = direct[index]
            if known > 0 { return Int(known) - 1 }
            distinct.append(value)
            direct[index] = UInt32(truncatingIfNeeded: distinct.count)
            return distinct.count - 1
        }
        return hashedPlace(of: value, in: &distinct)
    }

    private mutating func hashedPlace(of value: Int64, in distinct: inout [Int64]) -> Int {
        if slots.count <= hashed * 2 { grow(distinct) }
        var slot = first(value)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if distinct[place] == value { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        distinct.append(value)
        hashed += 1
        slots[slot] = UInt32(truncatingIfNeeded: distinct.count)
        if hashed == DistinctIndex.leastForDirect, !usesDirect { self = DistinctIndex(distinct) }
        return distinct.count - 1
    }

    private func isDirect(_ value: Int64) -> Bool { usesDirect && value >= 0 && value < DistinctIndex.directLimit }

    /// An index of values that are there already; of one that stands twice either place will do.
    init(_ distinct: [Int64] = []) {
        usesDirect = distinct.count >= DistinctIndex.leastForDirect
        for (place, value) in distinct.enumerated() {
            if isDirect(value) {
                if Int(value) >= direct.count { widen(to: Int(value)) }
                direct[Int(value)] = UInt32(truncatingIfNeeded: place + 1)
            } else {
                hashed += 1
            }
        }
        if hashed > 0 { grow(distinct) }
    }

    private mutating func widen(to index: Int) {
        var size = max(256, direct.count)
        while size <= index { size *= 2 }
        direct += Array(repeating: 0, count: size - direct.count)
    }

    private func first(_ value: Int64) -> Int {
        let product = UInt64(bitPattern: value) &* multiplier
        return Int(truncatingIfNeeded: product >> 32) & (slots.count - 1)
    }

    private mutating func grow(_ distinct: [Int64]) {
        var size = 16
        while size <= hashed * 4 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for (place, value) in distinct.enumerated() where !isDirect(value) {
            var slot = first(value)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(truncatingIfNeeded: place + 1)
        }
    }
}
