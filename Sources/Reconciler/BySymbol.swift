import Books

/// A value for each symbol, found without hashing; all begin with the same.
///
/// Symbols stand in the order in which texts came, so that those of one kind, such as the customers, lie near each other:
/// only pages of symbols on which something was set take memory. A month has a million symbols and a dozen such lists.
struct BySymbol<Value> {
    private static var pageBits: Int { 8 }
    private static var pageSize: Int { 1 << pageBits }

    /// What symbols have for which nothing was set.
    let blank: Value
    /// Where each page begins among the values; −1 for one on which nothing was set.
    private var starts: [Int32]
    private var values: [Value] = []

    /// The same value for all symbols of a month.
    init(_ month: Month, _ blank: Value) { self.init(count: month.texts.count, blank) }

    /// The same value for the first `count` symbols.
    init(count: Int, _ blank: Value) {
        self.blank = blank
        starts = Array(repeating: -1, count: (count + Self.pageSize - 1) >> Self.pageBits)
    }

    /// The value of a symbol. Setting that of a symbol beyond the last page does nothing.
    subscript(symbol: Symbol) -> Value {
        get {
            let index = Int(symbol.index), page = index >> Self.pageBits
            guard page < starts.count, starts[page] >= 0 else { return blank }
            return values[Int(starts[page]) + index & (Self.pageSize - 1)]
        }
        set {
            let index = Int(symbol.index), page = index >> Self.pageBits
            guard page < starts.count else { return }
            if starts[page] < 0 {
                starts[page] = Int32(truncatingIfNeeded: values.count)
                values.append(contentsOf: repeatElement(blank, count: Self.pageSize))
            }
            values[Int(starts[page]) + index & (Self.pageSize - 1)] = newValue
        }
    }
}

extension BySymbol: Sendable where Value: Sendable {}

/// A place for each symbol that has one, found without hashing.
struct SymbolPlaces {
    private var places: BySymbol<Int32>

    /// No places yet, for the symbols of a month.
    init(_ month: Month) { places = BySymbol(month, -1) }

    /// The place of a symbol.
    subscript(symbol: Symbol) -> Int? {
        get {
            let place = places[symbol]
            return place >= 0 ? Int(place) : nil
        }
        set { places[symbol] = newValue.map { Int32(truncatingIfNeeded: $0) } ?? -1 }
    }
}
