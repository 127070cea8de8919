import Books

/// A place for each symbol that has one, found without hashing.
struct SymbolPlaces {
    private var places: [Int32]

    /// No places yet, for the symbols of a month.
    init(_ month: Month) { places = Array(repeating: -1, count: month.texts.count) }

    /// The place of a symbol.
    subscript(symbol: Symbol) -> Int? {
        get {
            let index = Int(symbol.index)
            return index < places.count && places[index] >= 0 ? Int(places[index]) : nil
        }
        set {
            let index = Int(symbol.index)
            if index < places.count { places[index] = newValue.map { Int32(truncatingIfNeeded: $0) } ?? -1 }
        }
    }
}
