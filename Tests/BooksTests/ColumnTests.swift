import Testing

@testable import Books

@Suite struct ColumnTests {
    /// Kinds of values that columns hold: few small ones, days, prices, symbols that hardly ever come again, large sums.
    static let kinds: [@Sendable (inout SystemRandomNumberGenerator, Int) -> Int64] = [
        { random, _ in Int64.random(in: 0..<7, using: &random) },
        { random, _ in Int64.random(in: 46_000..<46_400, using: &random) },
        { random, _ in Int64.random(in: 1..<3_000, using: &random) * 100_000_000 },
        { random, _ in Int64.random(in: -90_000..<90_000, using: &random) },
        { _, row in Int64(row) * 3 + 1 },
        // Words, up to a row in the seventieth thousand that is the first or the last one, or one past them.
        { _, row in row < 69_990 ? Int64(row) * 3 + 1 : Int64(Int32.max) + Int64(row % 3) - 1 },
        { _, row in row < 69_990 ? -Int64(row) * 3 - 1 : Int64(Int32.min) + Int64(row % 3) },
        { random, _ in Int64.random(in: (Int64.min + 1)...Int64.max, using: &random) },
        { random, _ in Bool.random(using: &random) ? Column.absent : Int64(UInt8.random(in: 0...255, using: &random)) },
    ]

    private func values(_ kind: Int, _ count: Int, from start: Int = 0) -> [Int64] {
        var random = SystemRandomNumberGenerator()
        return (start..<start + count).map { Self.kinds[kind](&random, $0) }
    }

    private func all(_ column: Column) -> [Int64] { (0..<column.count).map { column[$0] } }

    @Test(arguments: Self.kinds.indices, [0, 1, 300, 70_000])
    func whatIsPutInComesOut(kind: Int, count: Int) {
        let values = values(kind, count)
        var column = Column(values)
        #expect(all(column) == values)
        column.finish()
        #expect(all(column) == values)
        // The same in runs of many, as they come from a sheet.
        var inRuns = Column()
        for start in stride(from: 0, to: count, by: 999) {
            inRuns.append(values[start..<min(start + 999, count)])
        }
        #expect(all(inRuns) == values)
        column.append(values[...])
        #expect(all(column) == values + values)
    }

    @Test(arguments: Self.kinds.indices, Self.kinds.indices)
    func oneColumnBehindAnother(first: Int, second: Int) {
        for (few, many) in [(0, 500), (3, 70_000), (70_000, 3), (60_000, 60_000)] {
            let left = values(first, few), right = values(second, many, from: few)
            var column = Column(left)
            column.append(Column(right))
            column.append(7)
            #expect(all(column) == left + right + [7])
            column.finish()
            #expect(all(column) == left + right + [7])
        }
    }

    @Test(arguments: Self.kinds.indices) func replacedValuesTakeMore(kind: Int) {
        let values = values(kind, 70_000)
        // Several values become one, which must not confuse what is added later.
        let mapped = Column(values).mapped { $0 & 0xFF }
        var column = mapped
        column.append(values[...])
        column.append(mapped)
        let expected = values.map { $0 & 0xFF }
        #expect(all(column) == expected + values + expected)
    }
}
