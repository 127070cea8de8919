import Books

/// A sum divided over the products it is for.
struct ChainSpread {
    /// Each product once, and its share in fen.
    private(set) var keys: [Symbol]
    private(set) var units: [Int64]

    /// All of it for one product.
    init(_ key: Symbol, _ units: Int64) {
        keys = [key]
        self.units = [units]
    }

    /// Nothing for any product.
    init() {
        keys = []
        units = []
    }

    /// The shares of products that differ from each other.
    init(keys: [Symbol], units: [Int64]) {
        self.keys = keys
        self.units = units
    }

    /// Takes everything out, and keeps the room.
    mutating func clear() {
        keys.removeAll(keepingCapacity: true)
        units.removeAll(keepingCapacity: true)
    }

    /// Adds to a product's share. Documents have few products, so a walk finds it.
    mutating func add(_ key: Symbol, _ more: Int64) throws(Overflow) {
        guard let place = keys.firstIndex(of: key) else {
            keys.append(key)
            units.append(more)
            return
        }
        units[place] = try checked(units[place], plus: more)
    }

    /// Adds another, product by product.
    mutating func add(_ other: ChainSpread) throws(Overflow) {
        for (key, units) in zip(other.keys, other.units) { try add(key, units) }
    }

    /// The whole.
    func sum() throws(Overflow) -> Int64 {
        var sum: Int64 = 0
        for unit in units { sum = try checked(sum, plus: unit) }
        return sum
    }

    /// The same products with another sum: what is more or less is divided by their shares, to the fen, and the fen
    /// that remain go to the largest remainders; of equal ones to the first by `comesFirst`.
    ///
    /// The same sum leaves every share as it is, and nought makes every share nought.
    func resized(to total: Int64, comesFirst: (Symbol, Symbol) -> Bool) throws(Overflow) -> ChainSpread {
        if keys.isEmpty { return ChainSpread(.none, total) }
        let sum = try self.sum()
        if sum == total { return self }
        var resized = self
        if total == 0 {
            for place in units.indices { resized.units[place] = 0 }
            return resized
        }
        let more = Int128(total) - Int128(sum)
        let size = more.magnitude
        let weight = units.reduce(UInt128(0)) { $0 + UInt128($1.magnitude) }
        guard weight > 0 else {
            let first = keys.indices.min { comesFirst(keys[$0], keys[$1]) } ?? 0
            resized.units[first] = try narrowed(Int128(resized.units[first]) + more)
            return resized
        }
        var given: UInt128 = 0
        var shares: [(place: Int, share: UInt128, rest: UInt128)] = []
        for place in units.indices {
            let (product, overflow) = size.multipliedReportingOverflow(by: UInt128(units[place].magnitude))
            if overflow { throw Overflow() }
            shares.append((place, product / weight, product % weight))
            given += product / weight
        }
        shares.sort { $0.rest != $1.rest ? $0.rest > $1.rest : comesFirst(keys[$0.place], keys[$1.place]) }
        for (order, entry) in shares.enumerated() {
            let share = entry.share + (given + UInt128(order) < size ? 1 : 0)
            let signed = more < 0 ? -Int128(share) : Int128(share)
            resized.units[entry.place] = try narrowed(Int128(resized.units[entry.place]) + signed)
        }
        return resized
    }

    private func narrowed(_ value: Int128) throws(Overflow) -> Int64 {
        guard let narrow = Int64(exactly: value) else { throw Overflow() }
        return narrow
    }
}

/// The sum of two figures in smallest units, or `Overflow`.
func checked(_ left: Int64, plus right: Int64) throws(Overflow) -> Int64 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    if overflow { throw Overflow() }
    return sum
}

/// The difference of two figures in smallest units, or `Overflow`.
func checked(_ left: Int64, minus right: Int64) throws(Overflow) -> Int64 {
    let (difference, overflow) = left.subtractingReportingOverflow(right)
    if overflow { throw Overflow() }
    return difference
}
