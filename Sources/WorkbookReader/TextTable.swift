/// Distinct texts as a few runs of UTF-8 bytes, so that a million of them are no more than some allocations.
///
/// The bytes are those that the texts were read into, so that putting the table together copies none of them.
public struct TextTable: Sendable {
    /// Bytes of texts, one behind the other in each piece.
    @usableFromInline let pieces: [ArraySlice<UInt8>]
    /// Each text's piece in the high half, and in the low half where it ends; it begins where the text before it ends, or
    /// where the piece begins.
    @usableFromInline let places: [UInt64]

    init(pieces: [ArraySlice<UInt8>], places: [UInt64]) {
        self.pieces = pieces
        self.places = places
    }

    /// Makes a table of all texts' bytes, one text behind the other, and of where each ends.
    public init(bytes: [UInt8], ends: [UInt32]) {
        self.init(pieces: [bytes[...]], places: ends.map { UInt64($0) })
    }

    /// How many texts there are.
    public var count: Int { places.count }

    /// The bytes of a text.
    @inlinable public func utf8(_ index: Int) -> ArraySlice<UInt8> {
        let place = places[index]
        let piece = pieces[Int(place >> 32)]
        let before = index == 0 ? .max : places[index - 1]
        let start = before >> 32 == place >> 32 ? Int(before & 0xFFFF_FFFF) : piece.startIndex
        return piece[start..<Int(place & 0xFFFF_FFFF)]
    }

    /// A text; made anew at each call, so ask once for each distinct text.
    @inlinable public subscript(index: Int) -> String { String(decoding: utf8(index), as: UTF8.self) }
}
