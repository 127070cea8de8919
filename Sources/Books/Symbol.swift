/// A text that a month mentions, as a number: equal symbols are equal texts, and comparing two costs nothing.
///
/// Symbols belong to the `SymbolTable` that made them.
public struct Symbol: Hashable, Sendable {
    /// Its place in the table; 0 is no text.
    public let index: UInt32
    /// Makes a symbol of a place in the table.
    @inlinable public init(index: UInt32) { self.index = index }
    /// No text: an empty cell or an absent column.
    public static let none = Symbol(index: 0)
    /// Whether there is no text.
    @inlinable public var isNone: Bool { index == 0 }
}

/// Every distinct text of a month, once.
///
/// Texts enter normalised (Intake's business), so that writings which never make a variance share a symbol.
public struct SymbolTable: Sendable {
    private var texts: [String] = [""]
    private var places: [String: UInt32] = [:]

    /// Makes a table that holds nothing.
    public init() {}

    /// How many distinct texts there are, the empty one included.
    public var count: Int { texts.count }

    /// The symbol of a text, made where it is new. The empty text is `Symbol.none`.
    public mutating func intern(_ text: String) -> Symbol {
        if text.isEmpty { return .none }
        if let place = places[text] { return Symbol(index: place) }
        let place = UInt32(truncatingIfNeeded: texts.count)
        texts.append(text)
        places[text] = place
        return Symbol(index: place)
    }

    /// The symbol of a text that was interned before; `nil` for any other.
    public func find(_ text: String) -> Symbol? {
        text.isEmpty ? Symbol.none : places[text].map(Symbol.init(index:))
    }

    /// The text of a symbol; empty for `Symbol.none` and for a symbol of another table.
    public subscript(symbol: Symbol) -> String {
        Int(symbol.index) < texts.count ? texts[Int(symbol.index)] : ""
    }
}
