/// Names of sheets as Excel allows them: at most 31 characters, none of `[]:*?/\`, no apostrophe at either end, each
/// once whatever the letter case.
struct SheetNames {
    private var taken: Set<String> = []

    /// Excel's limit, in UTF-16 units.
    static let limit = 31

    /// The wanted name as near as Excel allows it, with ` (2)` behind where it is in use.
    mutating func claim(_ wanted: String) -> String {
        let base = SheetNames.clean(wanted)
        var name = SheetNames.cut(base, to: SheetNames.limit)
        var number = 2
        while taken.contains(name.lowercased()) {
            let suffix = " (\(number))"
            name = SheetNames.cut(base, to: SheetNames.limit - suffix.utf16.count) + suffix
            number += 1
        }
        taken.insert(name.lowercased())
        return name
    }

    private static func clean(_ wanted: String) -> String {
        var cleaned = String.UnicodeScalarView()
        for scalar in wanted.unicodeScalars {
            switch scalar {
            case "[", "]", ":", "*", "?", "/", "\\": cleaned.append("_")
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
            default: cleaned.append(scalar)
            }
        }
        var name = Substring(String(cleaned))
        while let first = name.first, first == "'" || first == " " { name.removeFirst() }
        while let last = name.last, last == "'" || last == " " { name.removeLast() }
        // Excel keeps the name History for itself.
        if name.isEmpty || name.lowercased() == "history" { return "Sheet" }
        return String(name)
    }

    private static func cut(_ name: String, to length: Int) -> String {
        var kept = name
        while kept.utf16.count > length { kept.removeLast() }
        while let last = kept.last, last == "'" || last == " " { kept.removeLast() }
        return kept
    }
}

/// A sheet's name as a formula or a link writes it: always in apostrophes, those within doubled.
public func quotedSheetName(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "'")) else { return "'" + name + "'" }
    return "'" + String(name.flatMap { $0 == "'" ? ["'", "'"] : [$0] }) + "'"
}
