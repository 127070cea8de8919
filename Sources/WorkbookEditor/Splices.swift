/// Changes to some bytes, so that all others are copied as they stand.
struct Splices {
    private var changes: [(range: Range<Int>, bytes: [UInt8], order: Int)] = []

    var isEmpty: Bool { changes.isEmpty }

    /// Puts other bytes in the place of a range.
    mutating func replace(_ range: Range<Int>, with bytes: some Sequence<UInt8>) {
        changes.append((range, Array(bytes), changes.count))
    }

    /// Puts text in the place of a range.
    mutating func replace(_ range: Range<Int>, with text: String) { replace(range, with: text.utf8) }

    /// Adds bytes before an index; what is added first at one index comes first.
    mutating func insert(_ bytes: some Sequence<UInt8>, at index: Int) { replace(index..<index, with: bytes) }

    /// Adds text before an index.
    mutating func insert(_ text: String, at index: Int) { insert(text.utf8, at: index) }

    /// The bytes with all changes made. Ranges do not overlap.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        let sorted = changes.sorted {
            $0.range.lowerBound != $1.range.lowerBound
                ? $0.range.lowerBound < $1.range.lowerBound : $0.order < $1.order
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + changes.reduce(0) { $0 + $1.bytes.count })
        var position = 0
        for change in sorted where change.range.lowerBound >= position && change.range.upperBound <= bytes.count {
            result += bytes[position..<change.range.lowerBound]
            result += change.bytes
            position = change.range.upperBound
        }
        result += bytes[position...]
        return result
    }
}
