import Books

/// The set of amounts that comes nearest to a sum that none comes to, where it is near enough to be what was meant.
enum NearSum {
    /// So far off at most, in fen; and never more than one part in a hundred.
    static let furthest: Int64 = 10_000

    /// The only set with the nearest sum below or above; `nil` where that is far off, or several sets have it.
    static func find(
        _ amounts: [Int64], sum: Int64, below: Int64?, above: Int64?, limits: SubsetLimits
    ) -> (places: [Int], sum: Int64)? {
        func distance(_ near: Int64) -> UInt64 { UInt64(clamping: (Int128(near) - Int128(sum)).magnitude) }
        let allowed = min(UInt64(furthest), sum.magnitude / 100)
        let near = [below, above].compactMap { $0 }.filter { $0 != 0 && distance($0) <= allowed }
        guard let nearest = near.min(by: { distance($0) < distance($1) }),
            case .unique(let set) = SubsetSearch.find(amounts, sum: nearest, limits: limits), !set.isFree
        else { return nil }
        return (set.places, nearest)
    }
}
