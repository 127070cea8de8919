/// The payloads of a segment's cells, in four bytes each where all of them fit, as they nearly always do, else in eight.
public struct Payloads: RandomAccessCollection, Hashable, Sendable {
    @usableFromInline let narrow: [Int32]
    @usableFromInline let wide: [Int64]

    /// Makes a column of payloads.
    public init(_ payloads: [Int64]) {
        let isNarrow = unsafe payloads.withUnsafeBufferPointer { unsafe Payloads.areNarrow($0) }
        narrow = isNarrow ? payloads.map { Int32(truncatingIfNeeded: $0) } : []
        wide = isNarrow ? [] : payloads
    }

    /// Copies payloads out of a buffer.
    init(_ payloads: UnsafeBufferPointer<Int64>) {
        let isNarrow = unsafe Payloads.areNarrow(payloads)
        narrow = unsafe isNarrow ? payloads.map { Int32(truncatingIfNeeded: $0) } : []
        wide = unsafe isNarrow ? [] : Array(payloads)
    }

    /// The first cell's place.
    @inlinable public var startIndex: Int { 0 }
    /// The place behind the last cell.
    @inlinable public var endIndex: Int { wide.isEmpty ? narrow.count : wide.count }
    /// The payload of a cell.
    @inlinable public subscript(cell: Int) -> Int64 { wide.isEmpty ? Int64(narrow[cell]) : wide[cell] }

    /// Whether all fit into four bytes: no bit but the sign's copies stands above the thirty-first.
    private static func areNarrow(_ payloads: UnsafeBufferPointer<Int64>) -> Bool {
        var bits: Int64 = 0
        for place in payloads.indices {
            let payload = unsafe payloads[place]
            bits |= payload ^ (payload >> 63)
        }
        return bits <= Int64(Int32.max)
    }
}
