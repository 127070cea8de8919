/// Which remainders the groups from each place on can leave, modulo some number.
///
/// Documents are mostly in whole yuan and payments mostly too; where only a few have fen, the fen decide which of those
/// are in the set long before the sums do.
struct SubsetResidues {
    let modulus: Int
    private let wanted: Int64
    /// One set of remainders a place, as bits; the last holds nought alone. Empty once every remainder can be left.
    private let sets: [[UInt64]]

    /// The moduli that are tried: the decimal ones, and the small primes.
    static let moduli = [10_000, 27_720]

    /// Works out the remainders for groups in an order; for one wanted sum only.
    init(_ problem: SubsetProblem, order: [Int], modulus: Int) {
        self.modulus = modulus
        wanted = problem.low
        let words = (modulus + 63) / 64
        var set = [UInt64](repeating: 0, count: words)
        set[0] = 1
        var sets = [set]
        var isFull = false
        for place in order.reversed() {
            let group = problem.groups[place]
            if !isFull {
                let before = set
                let step = Int(group.size % Int64(modulus))
                var shift = 0
                for _ in 0..<min(group.count, modulus) {
                    shift = (shift + step) % modulus
                    if shift == 0 { break }
                    SubsetResidues.add(before, rotatedBy: shift, modulus: modulus, to: &set)
                }
                isFull = set.reduce(0) { $0 + $1.nonzeroBitCount } == modulus
            }
            sets.append(isFull ? [] : set)
        }
        self.sets = sets.reversed()
    }

    /// Whether the groups from a place on can add to a sum what is wanted, as far as remainders tell.
    func allows(_ sum: Int64, from place: Int) -> Bool {
        let set = sets[place]
        if set.isEmpty { return true }
        var remainder = Int((wanted - sum) % Int64(modulus))
        if remainder < 0 { remainder += modulus }
        return set[remainder >> 6] >> UInt64(remainder & 63) & 1 == 1
    }

    private static func add(_ from: [UInt64], rotatedBy shift: Int, modulus: Int, to set: inout [UInt64]) {
        // Bits below `modulus − shift` move up, those above come in again at the bottom.
        or(from, up: shift, to: &set)
        or(from, down: modulus - shift, to: &set)
        let spare = set.count * 64 - modulus
        if spare > 0 { set[set.count - 1] &= UInt64.max >> UInt64(spare) }
    }

    private static func or(_ from: [UInt64], up shift: Int, to set: inout [UInt64]) {
        let words = shift >> 6, bits = UInt64(shift & 63)
        for place in words..<max(words, set.count) {
            var word = from[place - words] << bits
            if bits > 0, place > words { word |= from[place - words - 1] >> (64 - bits) }
            set[place] |= word
        }
    }

    private static func or(_ from: [UInt64], down shift: Int, to set: inout [UInt64]) {
        let words = shift >> 6, bits = UInt64(shift & 63)
        for place in 0..<max(0, set.count - words) {
            var word = from[place + words] >> bits
            if bits > 0, place + words + 1 < from.count { word |= from[place + words + 1] << (64 - bits) }
            set[place] |= word
        }
    }
}
