import Testing
import WorkbookReader

@testable import Intake

/// Rows are counted through the segments that hold their cells; each is held against a plain walk over them.
@Suite struct SheetRowsTests {
    /// A segment of rows from `first` on, each with as many cells as said.
    static func segment(_ first: Int32, _ cells: [Int32]) -> Segment {
        var starts: [Int32] = [0]
        for count in cells { starts.append(starts[starts.count - 1] + count) }
        let all = Int(starts[cells.count])
        return Segment(
            rows: cells.indices.map { first + Int32($0) }, starts: starts, columns: (0..<all).map { UInt16($0 % 3) },
            tags: Array(repeating: CellTag(.number), count: all), payloads: (0..<all).map(Int64.init))
    }

    static let sheets: [[Segment]] = [
        [], [segment(1, [])], [segment(1, [3])], [segment(1, [0, 0])],
        [segment(1, [3, 3]), segment(3, []), segment(3, [0, 2, 0, 1]), segment(9, [0]), segment(10, [1])],
        [segment(1, Array(repeating: 1, count: 700)), segment(701, Array(repeating: 2, count: 300))],
        (0..<900).map { segment(Int32($0) * 2 + 1, $0 % 7 == 0 ? [0] : [1, 0]) },
    ]

    @Test(arguments: sheets.indices) func everyRowThatHoldsAnythingIsThere(_ sheet: Int) {
        let segments = Self.sheets[sheet]
        var expected: [[Int32]] = []
        for (number, segment) in segments.enumerated() {
            for row in segment.rows.indices where segment.starts[row] < segment.starts[row + 1] {
                expected.append([segment.rows[row], Int32(number), segment.starts[row], segment.starts[row + 1]])
            }
        }
        let rows = SheetRows(segments)
        #expect(rows.map { [$0.number, $0.segment, $0.start, $0.end] } == expected)
        for place in rows.indices {
            let run = place..<place + rows.run(place..<expected.count).count
            #expect(expected[run].allSatisfy { $0[1] == expected[place][1] })
            #expect(run.upperBound == expected.count || expected[run.upperBound][1] != expected[place][1])
            #expect(rows.run(place..<place + 1).count == 1)
        }
        for part in [0..<expected.count, expected.count / 3..<expected.count / 2] {
            let walked = rows.runs(part).flatMap { run in run.map { [$0.number, $0.segment, $0.start, $0.end] } }
            #expect(walked == Array(expected[part]))
        }
    }
}
