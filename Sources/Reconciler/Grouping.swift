import Books

/// The rows of a table gathered by a symbol, in linear time and without hashing.
///
/// Groups stand in the order of their symbols, rows within a group in their own order.
struct Grouping {
    /// The symbols that occur, each once.
    let symbols: [Symbol]
    private let starts: [Int32]
    private var gathered: [Int32]
    private let places: BySymbol<Int32>

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
        var places = BySymbol<Int32>(count: tableSize + 1, -1)
        var next: Int32 = 0
        for index in counts.indices where counts[index] > 0 {
            let symbol = Symbol(index: UInt32(index))
            places[symbol] = Int32(symbols.count)
            symbols.append(symbol)
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

    /// The same groups with something else in the place of each row.
    func mapped(_ other: (Int) -> Int) -> Grouping {
        var mapped = self
        for place in gathered.indices {
            mapped.gathered[place] = Int32(truncatingIfNeeded: other(Int(gathered[place])))
        }
        return mapped
    }

    /// How many groups there are.
    var count: Int { symbols.count }

    /// The rows of the group at a place.
    func rows(at place: Int) -> GroupedRows {
        GroupedRows(gathered, starts[place]..<starts[place + 1])
    }

    /// The rows that carry a symbol.
    func rows(of symbol: Symbol) -> GroupedRows {
        let place = places[symbol]
        return place < 0 ? [] : rows(at: Int(place))
    }
}

/// The rows of one group, counted from 0: a part of a list that all groups share, so that none needs one of its own.
///
/// Most groups are rows that follow one another, as an order's lines do: these need no list, and copying them counts no
/// reference.
struct GroupedRows: RandomAccessCollection, Sendable {
    /// The list; `nil` for rows that follow one another, which then are `start` and those behind it.
    private let shared: [Int32]?
    private let start: Int32
    private let end: Int32

    /// A part of a shared list.
    init(_ shared: [Int32], _ part: Range<Int32>) {
        let places = Int(part.lowerBound)..<Int(part.upperBound)
        var follow = !places.isEmpty
        // A part of the list in hand would be counted as a reference to it, at each of a million pairs.
        for place in places.dropFirst() where shared[place] != shared[place - 1] + 1 { follow = false }
        if follow {
            self.shared = nil
            start = shared[places.lowerBound]
            end = start + Int32(truncatingIfNeeded: places.count)
        } else {
            self.shared = places.isEmpty ? nil : shared
            (start, end) = (part.lowerBound, part.upperBound)
        }
    }

    /// Rows of their own.
    init(_ rows: [Int]) {
        self.init(rows.map { Int32(truncatingIfNeeded: $0) }, 0..<Int32(truncatingIfNeeded: rows.count))
    }

    var startIndex: Int { 0 }
    var endIndex: Int { Int(end - start) }
    subscript(position: Int) -> Int {
        guard let shared else { return Int(start) + position }
        return Int(shared[Int(start) + position])
    }
}

extension GroupedRows: ExpressibleByArrayLiteral {
    init(arrayLiteral rows: Int...) { self.init(rows) }
}
