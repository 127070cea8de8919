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
