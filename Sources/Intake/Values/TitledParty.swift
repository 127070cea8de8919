import Books

/// Whom a title names beside the words for what a sheet is and when it is of: 甲商行 in 客户：甲商行 2026年10月对账单.
enum TitledParty {
    /// What a title may name, the longest first: itself, and what is left as words for sheets, labels and dates are taken from
    /// its ends.
    static func readings(of title: String) -> [String] {
        var readings: [Substring] = []
        var begun: Substring? = Substring(WrittenText.name(ArraySlice(title.utf8)).prefix(120)).trimmingMarks
        while let start = begun {
            var ended: Substring? = start
            while let text = ended {
                readings.append(text)
                ended = withoutEnd(text, words)?.trimmingMarks
            }
            begun = withoutBeginning(start)?.trimmingMarks
        }
        let lengths = readings.map(\.count)
        return readings.indices.sorted { lengths[$0] != lengths[$1] ? lengths[$0] > lengths[$1] : $0 < $1 }.map {
            String(readings[$0])
        }
    }

    /// What is left of a title when all such words are taken away.
    static func core(of title: String) -> String { readings(of: title).last ?? "" }

    /// Whether a title may name somebody: it says more than what a sheet is, when it is of and which one it is.
    static func mayName(_ title: String) -> Bool {
        !core(of: title).isEmpty && !core(of: title.filter { !$0.isNumber }).isEmpty
    }

    /// A name without the words for a statement and its month that stand behind a blank: 甲商行 of 甲商行 10月对账单.
    static func withoutStatement(_ name: String) -> String {
        guard let blank = name.indices.first(where: { name[$0].isWhitespace && isOfStatement(name[$0...]) }) else {
            return name
        }
        return String(name[..<blank]).trimmingBlanks
    }

    /// Whether a text is nothing but words for a statement and when it is of.
    private static func isOfStatement(_ text: Substring) -> Bool {
        var rest = text.trimmingMarks
        while !rest.isEmpty {
            guard let shorter = withoutEnd(rest, statements) else { return false }
            rest = shorter.trimmingMarks
        }
        return true
    }

    // MARK: Taking words away

    private static func withoutEnd(_ text: Substring, _ words: [String]) -> Substring? {
        if let date = text.lastIndex(where: { !isOfDate($0) }).map({ text[text.index(after: $0)...] }), isDate(date) {
            return text[..<date.startIndex]
        }
        let lower = text.lowercased()
        // What lower case makes longer or shorter is no word for a sheet.
        guard lower.count == text.count, let word = words.first(where: { ends(lower, with: $0) }) else {
            return isDate(text) ? "" : nil
        }
        return text.dropLast(word.count)
    }

    private static func withoutBeginning(_ text: Substring) -> Substring? {
        if let end = text.firstIndex(where: { !isOfDate($0) }), isDate(text[..<end]) { return text[end...] }
        let lower = text.lowercased()
        guard lower.count == text.count, let word = (labels + words).first(where: { begins(lower, with: $0) }) else {
            return nil
        }
        return text.dropFirst(word.count)
    }

    private static func ends(_ text: String, with word: String) -> Bool {
        text.hasSuffix(word) && (!isLatin(word.first) || !isLatin(text.dropLast(word.count).last))
    }

    private static func begins(_ text: String, with word: String) -> Bool {
        text.hasPrefix(word) && (!isLatin(word.last) || !isLatin(text.dropFirst(word.count).first))
    }

    private static func isLatin(_ character: Character?) -> Bool {
        character.map { $0.isASCII && $0.isLetter } ?? false
    }

    /// Whether a character may be of a day or a month in digits: 2026年10月, 10.1-10.31.
    private static func isOfDate(_ character: Character) -> Bool {
        character.isASCII && character.isNumber || "年月日号份度季.-/~至到".contains(character)
    }

    /// Whether such characters are a day or a month, and not a number of something: 10月, 202610, not 2.
    private static func isDate(_ text: Substring) -> Bool {
        let digits = text.count { $0.isASCII && $0.isNumber }
        return digits >= 4 || digits > 0 && text.contains { "年月".contains($0) }
    }

    /// Words for a statement and its span of time.
    private static let statements = longestFirst(Words.statements + Words.monthNames)
    /// Words for whatever a sheet may be.
    private static let words = longestFirst(
        Words.statements + Words.monthNames + Words.sheetWords + BookShape.all.flatMap(\.titles).map(\.word))
    /// Words that stand before a customer's name.
    private static let labels = longestFirst(Words.customer + Words.addressing)

    private static func longestFirst(_ words: [String]) -> [String] {
        Set(words.map { $0.lowercased() }).sorted { $0.count != $1.count ? $0.count > $1.count : $0 < $1 }
    }
}

extension Substring {
    /// Without blanks, strokes, brackets and the like at both ends.
    fileprivate var trimmingMarks: Substring {
        var text = self
        while let first = text.first, first.isMark { text.removeFirst() }
        while let last = text.last, last.isMark { text.removeLast() }
        return text
    }
}

extension Character {
    fileprivate var isMark: Bool { !isLetter && !isNumber }
}
