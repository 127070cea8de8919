import Books

/// Many sums, each divided over the products it is for, one behind the other: a month has a few hundred thousand.
struct ChainSpreads {
    private var keys: [Symbol] = []
    private var units = Column()
    private var ends: [Int32] = []
    /// The whole of each.
    private(set) var sums: [Int64] = []

    /// Makes room for so many, of so many products in all.
    mutating func reserve(_ count: Int, products: Int) {
        keys.reserveCapacity(products)
        ends.reserveCapacity(count)
        sums.reserveCapacity(count)
    }

    /// Adds one behind the others; `sum` is its whole.
    mutating func append(_ spread: ChainSpread, sum: Int64) {
        keys += spread.keys
        for share in spread.units { units.append(share) }
        ends.append(Int32(truncatingIfNeeded: keys.count))
        sums.append(sum)
    }

    /// The one at a place.
    subscript(place: Int) -> ChainSpread {
        let part = part(place)
        return ChainSpread(keys: Array(keys[part]), units: part.map { units[$0] })
    }

    /// Visits each product of the one at a place with its share.
    func each(_ place: Int, _ visit: (Symbol, Int64) throws(Overflow) -> Void) throws(Overflow) {
        for index in part(place) { try visit(keys[index], units[index]) }
    }

    private func part(_ place: Int) -> Range<Int> { (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place]) }
}
