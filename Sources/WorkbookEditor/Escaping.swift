/// Text on its way into markup, and out of it.
enum Escaping {
    /// Text between tags or in quotes, without what XML cannot hold; lines end with a line feed.
    static func markup(_ text: String) -> String {
        if isPlain(text) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "\n", "\t": result.append(scalar)
            case _ where scalar.value < 0x20: continue
            case _ where scalar.value == 0xFFFE || scalar.value == 0xFFFF: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether a text stands in markup as it is, as nearly all do.
    private static func isPlain(_ text: String) -> Bool {
        var before: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): return false
            case 0x0A, 0x09: break
            case 0..<0x20: return false
            // U+FFFE and U+FFFF begin so, and few others.
            case 0xBF: if before == 0xEF { return false }
            default: break
            }
            before = byte
        }
        return true
    }

    /// A cell's or a note's text, which Excel would also search for `_x000D_`; not longer than a cell holds.
    static func cell(_ text: String, limit: Int = 32_000) -> String {
        var cut = text
        if text.utf8.count > limit, text.utf16.count > limit {
            cut = String(text.unicodeScalars.prefix(limit / 2).map(Character.init)) + "…"
        }
        let mayMislead = cut.utf8.contains(UInt8(ascii: "_")) && cut.contains("_x")
        return markup(mayMislead ? cut.replacing(/_x[0-9A-Fa-f]{4}_/) { "_x005F" + $0.output } : cut)
    }

    /// What escaped bytes mean. Entities that are not XML's own stay as they are.
    static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("&") else { return text }
        return text.replacing(/&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos);/) { match in
            switch match.output.1 {
            case "amp": "&"
            case "lt": "<"
            case "gt": ">"
            case "quot": "\""
            case "apos": "'"
            case let code:
                (code.hasPrefix("#x") ? UInt32(code.dropFirst(2), radix: 16) : UInt32(code.dropFirst()))
                    .flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.output.0)
            }
        }
    }
}
