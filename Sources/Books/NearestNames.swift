/// Finds the names that a misspelt one most likely means: by the letters that would have to change.
///
/// It only ever suggests. Nothing is taken for a name because it resembles it.
public struct NearestNames: Sendable {
    private struct Entry {
        let name: String
        let letters: [Unicode.Scalar]
        let signature: UInt64
    }

    private let entries: [Entry]

    /// Past so many comparisons of names a question is no longer answered: a month with that many unknown names has been
    /// given the wrong list.
    private static let largestList = 200_000

    /// Makes a list to look in; doubled names count once.
    public init(_ names: [String]) {
        var seen: Set<String> = []
        var entries: [Entry] = []
        for name in names.sorted() where !name.isEmpty && seen.insert(name).inserted {
            let letters = NearestNames.letters(name)
            entries.append(Entry(name: name, letters: letters, signature: NearestNames.signature(letters)))
        }
        self.entries = entries.count <= NearestNames.largestList ? entries : []
    }

    /// Up to three names, the nearest first: those that one letter in four would turn into the name, and those that hold it
    /// or are held by it.
    public func near(_ name: String) -> [String] {
        let wanted = NearestNames.letters(name)
        if wanted.count < 2 || wanted.count > 80 { return [] }
        let signature = NearestNames.signature(wanted)
        let limit = max(1, (wanted.count + 1) / 4)
        var found: [(distance: Int, name: String)] = []
        for entry in entries where entry.name != name {
            // Letters that one of the two has and the other has not each cost at least one change.
            let lacking = (signature & ~entry.signature).nonzeroBitCount
            let excess = (entry.signature & ~signature).nonzeroBitCount
            if lacking == 0 || excess == 0, let held = NearestNames.held(wanted, entry.letters) {
                found.append((held, entry.name))
            } else if max(lacking, excess) <= limit, abs(wanted.count - entry.letters.count) <= limit,
                let distance = Resemblance.distance(wanted, entry.letters, limit: limit)
            {
                found.append((distance, entry.name))
            }
        }
        return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
    }

    private static func letters(_ name: String) -> [Unicode.Scalar] {
        var text = Substring(name.lowercased())
        // What kind of company it is says nothing of which one.
        for ending in ["有限责任公司", "股份有限公司", "有限公司", "公司"] where text.hasSuffix(ending) {
            text = text.dropLast(ending.count)
            break
        }
        return text.unicodeScalars.filter { !$0.properties.isWhitespace && !"-_.,()（）".unicodeScalars.contains($0) }
    }

    private static func signature(_ letters: [Unicode.Scalar]) -> UInt64 {
        letters.reduce(0) { $0 | 1 << (UInt64($1.value) &* 0x9E37_79B9_7F4A_7C15 >> 58) }
    }

    /// How many letters the longer has beyond the shorter, where the shorter stands in it whole and is half of it or more.
    private static func held(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int? {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        guard short.count >= 2, short.count * 2 >= long.count else { return nil }
        for start in 0...(long.count - short.count) where long[start..<start + short.count].elementsEqual(short) {
            return max(1, long.count - short.count)
        }
        return nil
    }
}
