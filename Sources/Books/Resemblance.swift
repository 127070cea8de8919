/// How near two writings are, for names that somebody may have mistyped.
public enum Resemblance {
    /// How many letters must be put in, left out, changed, or exchanged with their neighbour to turn one writing into the
    /// other; `nil` for more than `limit`.
    public static func distance<Letter: Equatable>(_ one: [Letter], _ other: [Letter], limit: Int) -> Int? {
        if abs(one.count - other.count) > limit { return nil }
        var before: [Int] = []
        var last = Array(0...other.count)
        for row in one.indices {
            var current = [row + 1]
            var least = row + 1
            for column in other.indices {
                var cost = min(last[column] + (one[row] == other[column] ? 0 : 1), last[column + 1] + 1)
                cost = min(cost, current[column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    cost = min(cost, before[column - 1] + 1)
                }
                current.append(cost)
                least = min(least, cost)
            }
            if least > limit { return nil }
            before = last
            last = current
        }
        return last[other.count] <= limit ? last[other.count] : nil
    }

    /// The name most like a text, where one is like it at all: at most a third of its letters differ. Of names equally
    /// near, the first.
    public static func nearest(to text: String, among names: [String]) -> String? {
        let wanted = Array(text.lowercased())
        let limit = max(1, wanted.count / 3)
        var best: (name: String, distance: Int)?
        for name in names {
            let letters = Array(name.lowercased())
            guard let distance = distance(wanted, letters, limit: limit), distance < max(wanted.count, letters.count)
            else { continue }
            if distance < best?.distance ?? .max { best = (name, distance) }
        }
        return best?.name
    }
}
