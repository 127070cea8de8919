import WorkbookReader

/// The rows of a sheet that hold anything, counted through all its segments.
///
/// A sheet may have a million rows, and the segments say already where each one's cells are: kept here is only where each
/// segment begins among all rows, and which of its rows hold anything where some do not.
struct SheetRows: RandomAccessCollection {
    private let segments: [Segment]
    /// The first place of each segment, and behind them how many rows there are.
    private let firsts: [Int32]
    /// The segment of the first of every so many rows, from where others are found in a few steps.
    private let guides: [Int32]
    /// By segment, the rows that hold anything; of a segment whose rows all do, none.
    private let filled: [Int32: [Int32]]

    private static let guided = 256

    init(_ segments: [Segment]) {
        self.segments = segments
        var firsts: [Int32] = [0], filled: [Int32: [Int32]] = [:], count = 0
        firsts.reserveCapacity(segments.count + 1)
        for (number, segment) in segments.enumerated() {
            let held = segment.rows.indices.count { segment.starts[$0] < segment.starts[$0 + 1] }
            if held < segment.rows.count {
                filled[Int32(truncatingIfNeeded: number)] = segment.rows.indices.filter {
                    segment.starts[$0] < segment.starts[$0 + 1]
                }.map { Int32(truncatingIfNeeded: $0) }
            }
            count += held
            firsts.append(Int32(truncatingIfNeeded: count))
        }
        var guides: [Int32] = [], number = 0
        for place in stride(from: 0, to: count, by: Self.guided) {
            while firsts[number + 1] <= place { number += 1 }
            guides.append(Int32(truncatingIfNeeded: number))
        }
        (self.firsts, self.guides, self.filled) = (firsts, guides, filled)
    }

    var startIndex: Int { 0 }
    var endIndex: Int { firsts.last.map(Int.init) ?? 0 }

    subscript(place: Int) -> SheetView.Row { run(place..<place + 1)[0] }

    /// The rows at some places, as far as they are in one segment with the first of them.
    func run(_ places: Range<Int>) -> Run {
        let number = segment(of: places.lowerBound)
        return Run(
            segment: segments[number], number: Int32(truncatingIfNeeded: number),
            first: places.lowerBound - Int(firsts[number]),
            count: Swift.min(places.upperBound, Int(firsts[number + 1])) - places.lowerBound,
            held: filled.isEmpty ? nil : filled[Int32(truncatingIfNeeded: number)])
    }

    /// The rows at some places, a run for each segment that has any of them.
    func runs(_ places: Range<Int>) -> some Sequence<Run> {
        sequence(state: places) { rest in
            guard !rest.isEmpty else { return nil }
            let run = run(rest)
            rest = rest.dropFirst(run.count)
            return run
        }
    }

    /// Those of some places whose rows are as they are asked to be.
    func places(_ places: Range<Int>, where isWanted: (SheetView.Row) -> Bool) -> [Int] {
        var wanted: [Int] = [], place = places.lowerBound
        for run in runs(places) {
            for row in run {
                if isWanted(row) { wanted.append(place) }
                place += 1
            }
        }
        return wanted
    }

    private func segment(of place: Int) -> Int {
        var number = Int(guides[place / Self.guided])
        while Int(firsts[number + 1]) <= place { number += 1 }
        return number
    }

    /// Rows of one segment that follow one another, counted from 0: whoever goes through many does not look for the segment
    /// of each.
    struct Run: RandomAccessCollection {
        let segment: Segment
        fileprivate let number: Int32
        fileprivate let first: Int
        let count: Int
        /// The segment's rows that hold anything, where some do not.
        fileprivate let held: [Int32]?

        var startIndex: Int { 0 }
        var endIndex: Int { count }

        subscript(position: Int) -> SheetView.Row {
            let row = held.map { Int($0[first + position]) } ?? first + position
            return SheetView.Row(
                number: segment.rows[row], segment: number, start: segment.starts[row], end: segment.starts[row + 1])
        }
    }
}
