extension SymbolTable {
    /// Each symbol's rank in the order of the texts, by the symbol's place: sorting by texts is sorting by numbers then.
    func ranks() -> [UInt32] {
        let order = withBytes { all in
            ranges.enumerated().map { place, range in Entry(UnsafeRawBufferPointer(rebasing: all[range]), place) }
        }.sorted { left, right in
            if left.isSimple, right.isSimple {
                if left.first != right.first { return left.first < right.first }
                if left.second != right.second { return left.second < right.second }
            }
            return self[left.symbol] < self[right.symbol]
        }
        var ranks = [UInt32](repeating: 0, count: order.count)
        for (rank, entry) in order.enumerated() { ranks[Int(entry.symbol.index)] = UInt32(truncatingIfNeeded: rank) }
        return ranks
    }

    /// A text's first sixteen bytes as numbers, which decide nearly always.
    private struct Entry {
        let first: UInt64
        let second: UInt64
        let symbol: Symbol
        /// Whether bytes are in the order of the text: where accents may be composed in several ways they are not.
        let isSimple: Bool

        init(_ text: UnsafeRawBufferPointer, _ place: Int) {
            first = Entry.number(text, from: 0)
            second = Entry.number(text, from: 8)
            symbol = Symbol(index: UInt32(truncatingIfNeeded: place))
            isSimple = SymbolTable.isSimple(text)
        }

        private static func number(_ text: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
            var number: UInt64 = 0
            for place in start..<start + 8 { number = number << 8 | (place < text.count ? UInt64(text[place]) : 0) }
            return number
        }
    }
}
