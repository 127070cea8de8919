import Books

/// Names that stand in one cell with what identifies them: C138 甲商行, [A-01]米酒, 米酒 500ml*12.
///
/// Only what the files of customers and products say together is taken apart, so that nothing in a name is ever guessed to be
/// a code.
struct JoinedNames {
    /// By letters and digits alone; `nil` where two are written so.
    private var meant: [String: Symbol?] = [:]

    /// Takes parts that may be written one behind the other.
    mutating func add(_ parts: [String], to name: Symbol) {
        if parts.contains(where: \.isEmpty) { return }
        let key = JoinedNames.key(parts.joined())
        if let other = meant[key], other != name { meant[key] = .some(nil) } else { meant[key] = name }
    }

    /// Whom or what a text means; `nil` where that is nobody, or may be two.
    func find(_ text: String) -> Symbol? {
        if meant.isEmpty { return nil }
        let key = JoinedNames.key(text)
        if let found = meant[key] { return found }
        for label in ["客户", "往来单位"] where key.hasPrefix(label) {
            if let found = meant[String(key.dropFirst(label.count))] { return found }
        }
        return nil
    }

    private static func key(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
