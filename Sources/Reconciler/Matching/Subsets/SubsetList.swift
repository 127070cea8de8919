/// Sets of the same few groups' amounts, ascending by sum once sorted.
///
/// A code holds a set's groups, first to last from the low bits up, sixteen bits each.
struct SubsetList {
    /// How many amounts each set has.
    let length: Int
    private(set) var sums: [Int64] = []
    private(set) var codes: [UInt64] = []

    /// The most amounts that a set has.
    static let longest = 4

    init(length: Int) {
        self.length = length
        if length == 0 { append(0, 0) }
    }

    mutating func append(_ sum: Int64, _ code: UInt64) {
        sums.append(sum)
        codes.append(code)
    }

    /// The groups of the set at a place.
    func groups(_ place: Int) -> [Int] { (0..<length).map { Int(codes[place] >> UInt64(16 * $0) & 0xFFFF) } }

    /// Sorts by sum, eleven bits at a time, lowest first.
    mutating func sort() {
        guard let largest = sums.max(), let smallest = sums.min(), sums.count > 1 else { return }
        var shift: Int64 = 0
        var sortedSums = sums, sortedCodes = codes
        while (largest - smallest) >> shift > 0 {
            var starts = [Int](repeating: 0, count: 2_049)
            for sum in sums { starts[Int((sum - smallest) >> shift & 2_047) + 1] += 1 }
            for place in 1..<2_049 { starts[place] += starts[place - 1] }
            for (place, sum) in sums.enumerated() {
                let digit = Int((sum - smallest) >> shift & 2_047)
                sortedSums[starts[digit]] = sum
                sortedCodes[starts[digit]] = codes[place]
                starts[digit] += 1
            }
            swap(&sums, &sortedSums)
            swap(&codes, &sortedCodes)
            shift += 11
        }
    }

    /// Visits each pair of a set here and one there that come to `sum` together, until told to stop.
    func meet(_ other: SubsetList, at sum: Int64, _ visit: (_ here: Int, _ there: Int) -> Bool) {
        var place = other.sums.count - 1
        for (here, own) in sums.enumerated() {
            while place >= 0, other.sums[place] > sum - own { place -= 1 }
            var there = place
            while there >= 0, other.sums[there] == sum - own {
                if !visit(here, there) { return }
                there -= 1
            }
            if place < 0 { return }
        }
    }
}
