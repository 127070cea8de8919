import Books

/// A run of document numbers with one prefix and width: `CK202610-0001` to `CK202610-0240`.
struct NumberSeries {
    let prefix: String
    let width: Int
    /// Whether the company says that it is a series; otherwise too many gaps make it none.
    let isDeclared: Bool
    /// The numbers that exist, ascending, and the document of each by its place.
    private let numbers: [(number: Int64, document: Int)]

    /// Every series: those that the company has declared, and of the others those with at least three numbers.
    static func find(_ month: Month, _ book: DocumentBook, declared: [Settings.Series] = []) -> [NumberSeries] {
        struct Key: Hashable, Comparable {
            let prefix: String, width: Int
            var isDeclared = false
            static func < (left: Key, right: Key) -> Bool {
                (left.prefix, left.width, left.isDeclared ? 0 : 1)
                    < (right.prefix, right.width, right.isDeclared ? 0 : 1)
            }
        }
        var found: [Key: [(number: Int64, document: Int)]] = [:]
        var before = Symbol.none
        for (place, document) in book.documents.enumerated() where document.number != before {
            before = document.number
            let text = month.text(document.number)
            let own = declared.lazy.compactMap { $0.digits(of: text, document.kind) }.first
            let digits = own?.digits ?? text.utf8.reversed().prefix { (48...57).contains($0) }.count
            guard digits > 0, digits <= 9, let number = Int64(text.suffix(digits)) else { continue }
            let key = Key(
                prefix: String(text.dropLast(digits)), width: own?.width ?? digits, isDeclared: own != nil)
            found[key, default: []].append((number, place))
        }
        return found.sorted { $0.key < $1.key }.compactMap { key, numbers in
            numbers.count < (key.isDeclared ? 2 : 3)
                ? nil
                : NumberSeries(
                    prefix: key.prefix, width: key.width, isDeclared: key.isDeclared,
                    numbers: numbers.sorted { ($0.number, $0.document) < ($1.number, $1.document) })
        }
    }

    /// The missing numbers as runs; none where so many are missing that it is no series.
    ///
    /// Where that is so because several books of stubs are in use, far apart from each other, each is a series of its own.
    func gaps(largestPercent: Int) -> [ClosedRange<Int64>] {
        if let gaps = gaps(numbers[...], largestPercent: largestPercent) { return gaps }
        var found: [ClosedRange<Int64>] = []
        var start = 0
        for place in 1...numbers.count
        where place == numbers.count || numbers[place].number - numbers[place - 1].number > NumberSeries.bookSize {
            if place - start >= NumberSeries.leastOfBook {
                found += gaps(numbers[start..<place], largestPercent: largestPercent) ?? []
            }
            start = place
        }
        return found
    }

    /// Stubs come in books of 25, 50 or 100; what lies further apart than half a small one is not one missing stub.
    private static let bookSize: Int64 = 12
    /// Fewer numbers than these are no book that was written through.
    private static let leastOfBook = 8

    private func gaps(_ numbers: ArraySlice<(number: Int64, document: Int)>, largestPercent: Int)
        -> [ClosedRange<Int64>]?
    {
        var gaps: [ClosedRange<Int64>] = []
        var missing: Int64 = 0
        for (before, after) in zip(numbers, numbers.dropFirst()) where after.number > before.number + 1 {
            gaps.append(before.number + 1...after.number - 1)
            missing += after.number - before.number - 1
        }
        return isDeclared || missing * 100 <= Int64(largestPercent) * (missing + Int64(numbers.count)) ? gaps : nil
    }

    /// A number as it is written in the series.
    func written(_ number: Int64) -> String {
        let digits = String(number)
        return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// A run of missing numbers, as the finding about it is keyed.
    func key(of gap: ClosedRange<Int64>) -> String {
        let (first, last) = (written(gap.lowerBound), written(gap.upperBound))
        return gap.count == 1 ? first : "\(first)–\(last)"
    }

    /// The last document before a number, and the first after it.
    func document(before number: Int64) -> Int? { numbers.last { $0.number < number }?.document }
    func document(after number: Int64) -> Int? { numbers.first { $0.number > number }?.document }
}

extension Settings.Series {
    /// How many digits of a number count, and how many are written; `nil` for a number of another series.
    fileprivate func digits(of text: String, _ kind: DocumentKind?) -> (digits: Int, width: Int)? {
        guard text.hasPrefix(prefix), kinds.isEmpty || kind.map(kinds.contains) ?? false else { return nil }
        let rest = text.utf8.dropFirst(prefix.utf8.count)
        let run = rest.reversed().prefix { (48...57).contains($0) }.count
        // Between prefix and count stand the month's digits, and only there.
        if restartsMonthly {
            guard let width, run >= width, rest.count > width else { return nil }
            return (width, width)
        }
        return run == rest.count && run > 0 ? (run, width ?? run) : nil
    }
}
