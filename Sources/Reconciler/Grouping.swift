import Books

/// The rows of a table gathered by a symbol, in linear time and without hashing.
///
/// Groups stand in the order of their symbols, rows within a group in their own order.
struct Grouping {
    /// The symbols that occur, each once.
    let symbols: [Symbol]
    private let starts: [Int32]
    private let gathered: [Int32]
    private let places: [Int32]

    /// Gathers rows; rows whose symbol is none are left out, as are those for which `include` says no.
    init(_ column: some Collection<Symbol>, tableSize: Int, include: (Int) -> Bool = { _ in true }) {
        var counts = [Int32](repeating: 0, count: tableSize + 1)
        var taken = [Bool](repeating: false, count: column.count)
        for (row, symbol) in column.enumerated() where !symbol.isNone && include(row) {
            taken[row] = true
            counts[Int(symbol.index)] += 1
        }
        var symbols: [Symbol] = []
        var starts: [Int32] = []
        var places = [Int32](repeating: -1, count: tableSize + 1)
        var next: Int32 = 0
        for index in counts.indices where counts[index] > 0 {
            places[index] = Int32(symbols.count)
            symbols.append(Symbol(index: UInt32(index)))
            starts.append(next)
            next += counts[index]
            counts[index] = starts[starts.count - 1]
        }
        starts.append(next)
        var gathered = [Int32](repeating: 0, count: Int(next))
        for (row, symbol) in column.enumerated() where taken[row] {
            gathered[Int(counts[Int(symbol.index)])] = Int32(row)
            counts[Int(symbol.index)] += 1
        }
        self.symbols = symbols
        self.starts = starts
        self.gathered = gathered
        self.places = places
    }

    /// How many groups there are.
    var count: Int { symbols.count }

    /// The rows of the group at a place.
    func rows(at place: Int) -> GroupedRows {
        GroupedRows(base: gathered[Int(starts[place])..<Int(starts[place + 1])])
    }

    /// The rows that carry a symbol.
    func rows(of symbol: Symbol) -> GroupedRows {
        guard Int(symbol.index) < places.count, places[Int(symbol.index)] >= 0 else { return GroupedRows(base: []) }
        return rows(at: Int(places[Int(symbol.index)]))
    }
}

/// The rows of one group, counted from 0.
struct GroupedRows: RandomAccessCollection {
    private let base: ArraySlice<Int32>

    init(base: ArraySlice<Int32>) { self.base = base }

    var startIndex: Int { 0 }
    var endIndex: Int { base.count }
    subscript(position: Int) -> Int { Int(base[base.startIndex + position]) }
}
