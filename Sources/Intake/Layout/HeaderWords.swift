import Books

/// A header's text in the forms in which it is looked up.
struct HeaderKeys: Hashable {
    /// The keys, most telling first.
    let keys: [String]
    /// Whether brackets say that tax is not in it: 单价(不含税).
    let excludesTax: Bool
    /// The key of the header that groups it with others.
    var group: String?

    /// Keys of one text: with what stands in brackets, and without.
    init(_ text: String) {
        let whole = WrittenText.key(text)
        var keys = [whole], excludesTax = false
        // Most texts are of one piece, and there are many.
        if text.utf8.contains(where: WrittenText.mayDivide) {
            let (outside, groups) = WrittenText.brackets(text)
            let bare = WrittenText.key(outside), bracket = WrittenText.key(groups.joined())
            excludesTax = ["不含税", "未税", "除税", "excl", "exvat", "extax", "net", "beforetax"].contains {
                bracket.holds($0)
            }
            if bare != whole, !bare.isEmpty { keys.append(bare) }
            if bracket != whole, bare.isEmpty { keys.append(bracket) }
            // A text in two languages, one above the other or divided by a stroke: 订单号/Order No.
            for part in text.split(whereSeparator: {
                $0 == "\n" || $0 == "/" || $0 == "|" || $0 == "\r\n" || $0 == "\r"
            }) {
                let key = WrittenText.key(String(part))
                if !key.isEmpty, !keys.contains(key) { keys.append(key) }
            }
        }
        let (ideographs, latin) = HeaderKeys.languages(whole)
        for key in [ideographs, latin] where key.utf8.count >= 3 && !keys.contains(key) { keys.append(key) }
        (self.keys, self.excludesTax) = (keys, excludesTax)
    }

    /// Keys of a header under a group's header: 数量 over 账面 is 账面数量.
    init(_ text: String, under group: String) {
        let own = HeaderKeys(text)
        let bare = own.keys.last ?? ""
        let above = HeaderKeys(group).keys
        let head = above.count > 1 ? above[1] : above.first ?? ""
        let first = own.keys.first ?? bare
        keys = [head + first, first + head] + own.keys
        excludesTax = own.excludesTax
        self.group = head
    }

    /// Keys of a header that is written twice, in two rows.
    init(_ one: String, or other: String) {
        let (first, second) = (HeaderKeys(one), HeaderKeys(other))
        keys = first.keys + second.keys.filter { !first.keys.contains($0) }
        excludesTax = first.excludesTax || second.excludesTax
    }

    /// The ideographs of a key and its Latin letters, apart: 数量 Qty is written in both.
    private static func languages(_ key: String) -> (ideographs: String, latin: String) {
        var ideographs = ""
        var latin = ""
        for scalar in key.unicodeScalars {
            if scalar.isASCII { latin.unicodeScalars.append(scalar) } else { ideographs.unicodeScalars.append(scalar) }
        }
        // Digits are of no language: 压2单 is no 压单.
        let hasLetters = latin.contains { $0.isLetter }
        return ideographs.isEmpty || !hasLetters ? ("", "") : (ideographs, latin)
    }
}

/// Every word of every book, ready to be looked up.
///
/// Built once from `Words` and the books' shapes.
struct HeaderWords: Sendable {
    static let shared = HeaderWords()

    /// How surely a header means a field, 0 to 100.
    struct Match: Hashable, Sendable {
        let field: Field
        let strength: Int
    }

    /// Keys of headers that number documents beyond doubt.
    static let documentKeys = Set(
        (Words.movementNumber + Words.orderNumber + ["单据编号", "单号", "单据号", "Document No.", "Doc No."]).map(
            WrittenText.key)
    ).subtracting(["订单", "order", "delivery"])

    private var known: Set<String>
    private var unused: Set<String>
    /// Words of any book for a figure.
    private let figures: Set<String>
    private var exact: [BookKind: [String: [Match]]]
    private let words: [BookKind: [(key: [UInt8], match: Match)]]
    /// Whether a company has a header that ends with four digits; nobody else has.
    private(set) var endsInNumbers = false

    private init() {
        var known = Set(Words.unused.map(WrittenText.key))
        var figures: Set<String> = []
        unused = known
        var exact: [BookKind: [String: [Match]]] = [:]
        var words: [BookKind: [(key: [UInt8], match: Match)]] = [:]
        for shape in BookShape.all {
            var table: [String: [Match]] = [:]
            var list: [(key: [UInt8], match: Match)] = []
            for column in shape.columns {
                for (word, strength) in column.words.map({ ($0, 100) }) + column.weak.map({ ($0, 60) }) {
                    let key = WrittenText.key(word)
                    let match = Match(field: column.field, strength: strength)
                    if key.isEmpty || table[key]?.contains(where: { $0.field == column.field }) == true { continue }
                    table[key, default: []].append(match)
                    if !column.field.kind.isText, column.field.kind != .day { figures.insert(key) }
                    // Shorter words stand inside others by accident.
                    let isLatin = key.utf8.allSatisfy { $0 < 0x80 }
                    if key.utf8.count >= (isLatin ? 4 : 6) { list.append((Array(key.utf8), match)) }
                }
            }
            known.formUnion(table.keys)
            exact[shape.kind] = table
            words[shape.kind] = list
        }
        self.known = known
        self.figures = figures
        self.exact = exact
        self.words = words
    }

    /// The words of everyone, and a company's own before them: where it says what a header is, nothing else counts.
    init(_ aliases: [Settings.ColumnAlias]) {
        self = .shared
        for alias in aliases {
            let key = WrittenText.key(alias.header)
            if key.isEmpty { continue }
            let shapes = BookShape.all.filter { shape in
                (alias.book ?? shape.kind) == shape.kind && shape.columns.contains { $0.field == alias.field }
            }
            for shape in shapes { exact[shape.kind]?[key] = [Match(field: alias.field, strength: 100)] }
            if !shapes.isEmpty {
                known.insert(key)
                endsInNumbers = endsInNumbers || key.utf8.suffix(4).count { $0 >= 0x30 && $0 <= 0x39 } == 4
                unused.remove(key)
            }
        }
    }

    /// The words of a book, as they are looked up.
    func wholeWords(_ kind: BookKind) -> [(word: String, match: Match)] {
        (exact[kind] ?? [:]).flatMap { word, matches in matches.map { (word, $0) } }
    }

    /// Whether a key is a word of any book, or one that is known not to be needed.
    func isKnown(_ key: String) -> Bool { known.contains(key) }

    /// Whether a header is known not to be needed, and means nothing else in a book.
    func isUnused(_ header: HeaderKeys, in kind: BookKind) -> Bool {
        guard let first = header.keys.first(where: { unused.contains($0) || exact[kind]?[$0] != nil }) else {
            return false
        }
        return unused.contains(first) && exact[kind]?[first] == nil
    }

    /// Whether a header is a word of some book, and of which.
    func isKnown(_ header: HeaderKeys) -> Bool { header.keys.contains { known.contains($0) } }

    /// What a header may mean in a book, best first.
    func matches(_ header: HeaderKeys, in kind: BookKind) -> [Match] { matches(header, in: kind, resembling: true) }

    /// What a header means in a book by its very words.
    func meanings(_ header: HeaderKeys, in kind: BookKind) -> [Match] { matches(header, in: kind, resembling: false) }

    private func matches(_ header: HeaderKeys, in kind: BookKind, resembling: Bool) -> [Match] {
        var best: [Field: Int] = [:]
        // 数量 below 期初结存 is no quantity of a book that has no opening stock. A word for a text, as Details, says nothing
        // of the columns that it groups.
        if let group = header.group, figures.contains(group) || unused.contains(group), exact[kind]?[group] == nil,
            !header.keys.prefix(2).contains(where: { exact[kind]?[$0] != nil })
        {
            return []
        }
        for (rank, key) in header.keys.enumerated() {
            if let found = exact[kind]?[key] {
                for match in found { raise(&best, match.field, match.strength - min(rank, 3) * 4) }
                // What is written whole decides; parts of it only where the whole is unknown.
                if rank == 0 || header.keys.count == 2 { break }
            } else if unused.contains(key), rank < 2 {
                return []
            }
        }
        // A word of other books says that it is not of this one, however much it resembles one that is.
        if resembling, best.isEmpty, let text = header.keys.first(where: { !$0.isEmpty }), !known.contains(text) {
            for match in contained(Array(text.utf8), in: kind) { raise(&best, match.field, match.strength) }
        }
        if header.excludesTax {
            if let strength = best.removeValue(forKey: .unitPrice) { raise(&best, .netPrice, strength) }
            if let strength = best.removeValue(forKey: .amount) { raise(&best, .netAmount, strength) }
        }
        return best.map { Match(field: $0.key, strength: $0.value) }.sorted {
            $0.strength != $1.strength ? $0.strength > $1.strength : $0.field.ordinal < $1.field.ordinal
        }
    }

    /// Words inside a header that is no word itself: the more of it they are, the surer; at its end they say most.
    private func contained(_ header: [UInt8], in kind: BookKind) -> [Match] {
        if header.count < 4 || header.count > 60 { return [] }
        let shadow = unusedLength(in: header)
        var best: [Field: Int] = [:]
        for (word, match) in words[kind] ?? [] {
            if word.count >= header.count || word.count <= shadow { continue }
            let isEnd = header.suffix(word.count).elementsEqual(word)
            if !isEnd, !header.contains(word) { continue }
            let share = 100 * word.count / header.count
            let strength = min(85, 15 + share * 6 / 10 + (isEnd ? 18 : 0)) * match.strength / 100
            raise(&best, match.field, strength)
        }
        return best.map { Match(field: $0.key, strength: $0.value) }
    }

    /// How long a word that is known not to be needed stands in a header: 差异数量 in 期末差异数量.
    private func unusedLength(in header: [UInt8]) -> Int {
        unused.reduce(0) { longest, word in
            let bytes = Array(word.utf8)
            return bytes.count >= 4 && bytes.count > longest && header.contains(bytes) ? bytes.count : longest
        }
    }

    private func raise(_ best: inout [Field: Int], _ field: Field, _ strength: Int) {
        best[field] = max(best[field] ?? 0, strength)
    }
}

/// What the headers of one intake mean, each looked up once: forms repeat the same few hundreds of times.
final class HeaderMeanings {
    /// What heads columns.
    let words: HeaderWords
    /// The lists that values come from.
    let choices: [Field: Choice]
    private var known: [BookKind: [HeaderKeys: [HeaderWords.Match]]] = [:]
    private var near: [BookKind: [HeaderKeys: Field?]] = [:]

    init(_ vocabulary: Vocabulary) { (words, choices) = (vocabulary.headers, vocabulary.choices) }

    /// What a header may mean in a book, best first.
    func matches(_ header: HeaderKeys, in kind: BookKind) -> [HeaderWords.Match] {
        if let matches = known[kind]?[header] { return matches }
        let matches = words.matches(header, in: kind)
        known[kind, default: [:]][header] = matches
        return matches
    }

    /// The one field of a book of which a header is nearly a word.
    func resembled(_ header: HeaderKeys, in kind: BookKind) -> Field? {
        if let field = near[kind]?[header] { return field }
        let field = words.resembled(header, in: kind)
        near[kind, default: [:]][header] = .some(field)
        return field
    }
}
