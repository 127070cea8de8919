/// How many pieces a pack holds, as a specification says it: `500ml*12`, `500ml×12瓶`.
public enum PackSize {
    /// The number behind the last star; `nil` for a specification without one.
    public static func inSpec(_ text: String) -> Int64? {
        guard let star = text.lastIndex(where: { "*×xX".contains($0) }) else { return nil }
        let digits = text[text.index(after: star)...].drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
        guard let size = Int64(digits), size > 0, size <= 100_000 else { return nil }
        return size
    }

    /// Units that mean a pack wherever the product file does not say.
    public static let units: Set<String> = ["箱", "件", "case", "cases", "ctn", "carton", "cartons"]

    /// Whether a unit means a pack, in whatever letters it is written.
    public static func isPack(_ unit: String) -> Bool { units.contains(unit.lowercased()) }

    /// Units that mean twelve of something, of which nobody can tell whether it is the line's own unit.
    static let dozens: Set<String> = ["打", "dozen", "dozens", "doz", "dz"]

    /// Whether a unit means a dozen, in whatever letters it is written.
    public static func isDozen(_ unit: String) -> Bool { dozens.contains(unit.lowercased()) }
}
