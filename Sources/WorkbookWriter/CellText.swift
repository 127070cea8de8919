/// Text as a cell can hold it.
enum CellText {
    /// Excel's limit for one cell, in UTF-16 units.
    static let limit = 32_767

    /// The text without what XML or Excel cannot hold, and not longer than a cell allows.
    ///
    /// What looks like Excel's escape for a character (`_x000D_`) is escaped itself, so that it reads back as it stands.
    static func storable(_ text: String) -> String {
        var mustLook = text.utf8.count > limit
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0 || byte == 0xEF || (byte == 0x78 && previous == 0x5F) {
                mustLook = true
                break
            }
            previous = byte
        }
        return mustLook ? rewritten(text) : text
    }

    private static func rewritten(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var kept = String.UnicodeScalarView()
        var length = 0
        for (place, scalar) in scalars.enumerated() {
            length += scalar.value > 0xFFFF ? 2 : 1
            if length > limit - 1, place + 1 < scalars.count {
                kept.append("…")
                break
            }
            switch scalar.value {
            case 0, 0xFFFE, 0xFFFF: kept.append("\u{FFFD}")
            case 0x5F where looksLikeEscape(scalars, at: place): kept.append(contentsOf: "_x005F_".unicodeScalars)
            default: kept.append(scalar)
            }
        }
        return String(kept)
    }

    private static func looksLikeEscape(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
        guard place + 6 < scalars.count, scalars[place + 1] == "x", scalars[place + 6] == "_" else { return false }
        return scalars[(place + 2)...(place + 5)].allSatisfy { $0.properties.isASCIIHexDigit }
    }
}
