import Books

/// A mark that stands for what is written above it: 〃, ″, 同上, ditto.
enum DittoMark {
    /// Whether a text is one and nothing else.
    static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool {
        if bytes.count > longest { return false }
        let text = WrittenNumber.trimmed(bytes)
        // Asked of every text there is, of which next to none begins so.
        guard let first = text.first, beginnings[Int(first)] else { return false }
        return marks.contains { text.elementsEqual($0) }
    }

    /// The longest mark, with some blanks around it.
    private static let longest = 16
    private static let marks: [[UInt8]] = [
        "〃", "″", "\"", "＂", "”", "“", "„", "''", "同上", "同前", "ditto", "Ditto", "DITTO", "-do-", "-\"-", "—〃—",
    ].map { Array($0.utf8) }
    /// By byte, whether a mark begins with it.
    private static let beginnings = (0...UInt8.max).map { byte in marks.contains { $0.first == byte } }
}

extension Field {
    /// Whether a mark below a value repeats it: what names a record does, a day as well; figures and remarks do not.
    var repeatsByDitto: Bool {
        switch self {
        case .remark, .summary, .reason, .voidReason, .aliases, .spec, .amountInWords: false
        default: kind.isText || kind == .day
        }
    }
}
