/// How wide a text stands in a column or on a terminal.
///
/// A Chinese character, a full-width sign or an emoji takes two places, a combining mark none, anything else one
/// (Unicode Standard Annex 11, East Asian Width, its wide and full-width ranges).
public enum TextWidth {
    /// The places that a text takes; of several lines, the widest.
    public static func places(_ text: String) -> Int {
        var widest = 0
        var line = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                widest = max(widest, line)
                line = 0
            } else {
                line += places(scalar)
            }
        }
        return max(widest, line)
    }

    /// The lines that a text takes where each has room for so many places; an empty text takes one.
    public static func lines(_ text: String, room: Int) -> Int {
        let room = max(room, 1)
        func broken(_ places: Int) -> Int { max((places + room - 1) / room, 1) }
        var lines = 0
        var line = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                lines += broken(line)
                line = 0
            } else {
                line += places(scalar)
            }
        }
        return lines + broken(line)
    }

    /// The text with blanks added behind (or before) until it takes so many places.
    public static func padded(_ text: String, to width: Int, atRight: Bool = false) -> String {
        let missing = width - places(text)
        guard missing > 0 else { return text }
        let blanks = String(repeating: " ", count: missing)
        return atRight ? blanks + text : text + blanks
    }

    /// The text cut to so many places, with `…` where something was cut off.
    public static func cut(_ text: String, to width: Int) -> String {
        guard places(text) > width else { return text }
        var kept = String.UnicodeScalarView()
        var taken = 1
        for scalar in text.unicodeScalars {
            taken += places(scalar)
            if taken > width { break }
            kept.append(scalar)
        }
        return String(kept) + "…"
    }

    static func places(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 ? 0 : 1 }
        switch value {
        case 0x300...0x36F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
