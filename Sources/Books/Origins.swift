/// Where each record of a table came from.
///
/// Records mostly come from row after row, so a run of them is kept as its first.
public struct Origins: RandomAccessCollection, Sendable {
    private var runs: [Run] = []
    /// How many records there are.
    public private(set) var count = 0

    private struct Run: Sendable {
        /// The first record.
        let first: Int32
        let origin: Origin
    }

    /// No records.
    public init() {}

    /// The first record's place.
    public var startIndex: Int { 0 }
    /// The place behind the last record.
    public var endIndex: Int { count }

    /// Adds a record.
    public mutating func append(_ origin: Origin) {
        let place = Int32(truncatingIfNeeded: count)
        count += 1
        if let run = runs.last, run.origin.region == origin.region, run.origin.row &+ (place &- run.first) == origin.row
        {
            return
        }
        runs.append(Run(first: place, origin: origin))
    }

    /// Where a record came from.
    public subscript(record: Int) -> Origin {
        var low = 0
        var high = runs.count
        // The last run that begins no later than the record.
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(runs[middle].first) <= record { low = middle } else { high = middle }
        }
        let run = runs[low]
        return Origin(
            region: run.origin.region, row: run.origin.row &+ (Int32(truncatingIfNeeded: record) &- run.first))
    }
}
