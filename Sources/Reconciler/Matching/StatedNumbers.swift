/// The numbers that a text names, written out or not: `CK-0001~CK-0003`, `CK-0001至0003`, `CK-0001-03`, `CK-0001/02/03`,
/// `CK-0001、0002`.
///
/// A range is all its numbers, and only where each of them is on file. What is not written out is only what it may be: whoever
/// reads it holds the amounts to it.
struct StatedNumbers {
    /// In the order in which they are named.
    private(set) var numbers: [String] = []
    /// Whether one of them was not written out.
    private(set) var isAbbreviated = false
    /// Those of them that are written out.
    private(set) var writtenOut: [String] = []
    /// Whether a range is among them, and whether each number of each is on file.
    private(set) var hasRange = false, isWhole = true

    /// So many numbers a range may have: nobody enters more together.
    static let longestRange: Int64 = 200

    init(_ text: String, isKnown: (String) -> Bool) {
        var last: String?
        for word in StatedNumbers.words(text, isKnown) {
            if isKnown(word.text) {
                writtenOut.append(word.text)
                if word.mark == .range, let first = last {
                    take(first, through: word.text, isKnown)
                } else {
                    numbers.append(word.text)
                }
                last = word.text
            } else if let before = last, word.mark != .none, word.isEnded,
                let full = StatedNumbers.completed(word.text, after: before)
            {
                isAbbreviated = true
                if word.mark == .range {
                    take(before, through: full, isKnown)
                } else if isKnown(full) {
                    numbers.append(full)
                } else {
                    isWhole = false
                }
                last = full
            } else {
                last = nil
            }
        }
    }

    /// Takes what follows the first number of a range, which is taken already.
    private mutating func take(_ first: String, through last: String, _ isKnown: (String) -> Bool) {
        hasRange = true
        guard let between = StatedNumbers.range(after: first, through: last) else {
            isWhole = false
            if isKnown(last) { numbers.append(last) }
            return
        }
        for number in between {
            if isKnown(number) { numbers.append(number) } else { isWhole = false }
        }
    }

    // MARK: Numbers

    /// The numbers behind the first one to the last one; `nil` where they are not of one series.
    private static func range(after first: String, through last: String) -> [String]? {
        let (own, other) = (digits(first), digits(last))
        guard own > 0, own == other, own <= 18, first.dropLast(own) == last.dropLast(own),
            let start = Int64(first.suffix(own)), let end = Int64(last.suffix(own)), start < end,
            end - start <= longestRange
        else { return nil }
        return (start + 1...end).map { number in
            let text = String(number)
            return first.dropLast(own) + String(repeating: "0", count: own - text.utf8.count) + text
        }
    }

    /// A number whose last digits alone are written, after another one of its series.
    private static func completed(_ end: String, after number: String) -> String? {
        let count = end.utf8.count
        guard digits(end) == count, count <= digits(number) else { return nil }
        let full = number.dropLast(count) + end
        return full == number ? nil : String(full)
    }

    /// How many digits a text ends with.
    private static func digits(_ text: String) -> Int { text.utf8.reversed().prefix { (48...57).contains($0) }.count }

    // MARK: Words

    /// What stands between a number and the one before it.
    private enum Mark { case none, list, range }

    private struct Word {
        let text: String
        let mark: Mark
        /// Whether it ends there: what is followed by 箱 or 元 is no number of a document.
        var isEnded = true
    }

    private static let rangeMarks: Set<Character> = ["~", "～", "至", "到", "-", "－", "—", "–", "―"]
    private static let listMarks: Set<Character> = ["、", ",", "，", "/", ";", "；", "+", "＋", "&", "和", "与", "及"]
    private static let endings: Set<Character> = [" ", "号", "单", ")", "）", "。", ".", "\n"]

    /// The words of a text that may be numbers, each with what parts it from the one before.
    private static func words(_ text: String, _ isKnown: (String) -> Bool) -> [Word] {
        var words: [Word] = [], gap = "", word = ""
        func finish(_ next: Character?) {
            // Dashes and strokes at its ends part it from others.
            let start = word.prefix { "-_/".contains($0) }
            let tail = word.reversed().prefix { "-_/".contains($0) }
            let core = word.dropFirst(start.count).dropLast(start.count == word.count ? 0 : tail.count)
            gap += start
            if !core.isEmpty {
                let ends =
                    next.map { endings.contains($0) || rangeMarks.contains($0) || listMarks.contains($0) } ?? true
                words += split(String(core), mark(gap), isEnded: ends, isKnown)
                gap = String(tail.reversed())
            }
            word = ""
        }
        for character in text.uppercased() {
            if character.isASCII && (character.isLetter || character.isNumber || "-_/".contains(character)) {
                word.append(character)
                continue
            }
            if !word.isEmpty { finish(character) }
            gap.append(character)
        }
        if !word.isEmpty { finish(nil) }
        return words
    }

    private static func mark(_ gap: String) -> Mark {
        let written = gap.filter { $0 != " " }
        if written.isEmpty { return .none }
        if written.allSatisfy(rangeMarks.contains) { return .range }
        return written.allSatisfy(listMarks.contains) ? .list : .none
    }

    /// A word that is no number as a whole, in the parts that a stroke or a dash makes of it.
    private static func split(_ word: String, _ mark: Mark, isEnded: Bool, _ isKnown: (String) -> Bool) -> [Word] {
        if isKnown(word) { return [Word(text: word, mark: mark)] }
        if word.contains("/") {
            let parts = word.split(separator: "/").map(String.init)
            return parts.enumerated().flatMap { place, part in
                split(part, place == 0 ? mark : .list, isEnded: place < parts.count - 1 || isEnded, isKnown)
            }
        }
        for dash in word.indices.reversed() where word[dash] == "-" {
            var head = String(word[..<dash])
            let tail = String(word[word.index(after: dash)...])
            while head.last == "-" { head.removeLast() }
            guard isKnown(head), isKnown(tail) || digits(tail) == tail.utf8.count else { continue }
            return [Word(text: head, mark: mark), Word(text: tail, mark: .range, isEnded: isEnded)]
        }
        return [Word(text: word, mark: mark, isEnded: isEnded)]
    }
}
