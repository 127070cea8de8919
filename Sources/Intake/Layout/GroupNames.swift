import Books

/// What the sheets of a month tell of the names that may head groups of columns.
struct Places {
    /// The warehouses that other sheets name, by their keys.
    var known: [String: String] = [:]
    /// The customers that other sheets name; `nil` before they were asked.
    var parties: KnownParties?
    /// Whether the sheet says which warehouse it is of, so that what heads its groups is something else.
    var isSaid = false

    init() {}

    init(_ warehouses: [String], _ parties: KnownParties?) {
        self.parties = parties
        known = Dictionary(warehouses.map { (WrittenText.key($0), $0) }, uniquingKeysWith: min)
    }
}

/// What a text that heads a group of columns may be, where it is neither a word of any book nor a span of time, a sum, or
/// what happens to goods.
enum GroupName {
    /// A name like those of places.
    case place
    /// A state, a turn, a currency: 良品 | 次品, 甲组 | 乙组.
    case state

    /// `nil` for what names no group.
    init?(_ text: String, _ meanings: HeaderMeanings) {
        let key = WrittenText.key(text)
        let isShort = !key.isEmpty && key.utf8.count <= 60
        guard isShort, key.contains(where: \.isLetter), !meanings.words.isKnown(HeaderKeys(text)) else { return nil }
        let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
        func says(_ marks: [String], _ whole: [String]) -> Bool {
            marks.contains { key.contains($0) } || !words.isDisjoint(with: whole)
        }
        if says(Words.periodMarks, Words.periodWords) || says(Words.eventMarks, Words.eventWords)
            || says(Words.sumMarks, Words.sumWords) || GroupName.units.contains(key) || StatedMonth(in: text) != nil
            || TextProfile(ArraySlice(text.utf8), meanings).isDay
        {
            return nil
        }
        let isListed = [Field.channel, .settlement, .documentKind].contains {
            meanings.choices[$0]?.exactIdentifier(of: text) != nil
        }
        self = isListed || says(Words.stateMarks, Words.stateWords) ? .state : .place
    }

    private static let units = Set(Words.goodsUnits.map(WrittenText.key))
}

/// A header that holds what others hold under other names: 实盘 below 昆明, or 昆明实盘.
struct NamedHeader {
    let text: String
    /// Where the name stands: the column, and whether in the upper one of two rows.
    let column: Int32
    let isAbove: Bool
    let header: ColumnHeader
    /// What else it says.
    let leaf: String
    var key: String { WrittenText.key(leaf) }
}

extension NamedHeader {
    /// A header under a name that no list knows, and what that may be.
    static func plain(_ header: ColumnHeader, _ kind: BookKind, _ meanings: HeaderMeanings) -> (
        named: NamedHeader, name: GroupName
    )? {
        guard let group = header.group else { return beginning(header, kind, meanings) }
        // 数量 below 应发 is 应发数量.
        if header.keys.keys.prefix(2).contains(where: meanings.words.isKnown) { return nil }
        if meanings.words.isKnown(HeaderKeys(group.leaf)) {
            return GroupName(group.text, meanings).map {
                let named = NamedHeader(
                    text: group.text, column: group.column, isAbove: true, header: header, leaf: group.leaf)
                return (named, $0)
            }
        }
        guard isFigure(group.text, kind, meanings), let name = GroupName(group.leaf, meanings) else { return nil }
        let named = NamedHeader(
            text: group.leaf, column: header.column, isAbove: false, header: header, leaf: group.text)
        return (named, name)
    }

    /// A header in one row that begins with the name: 昆明实盘.
    private static func beginning(_ header: ColumnHeader, _ kind: BookKind, _ meanings: HeaderMeanings) -> (
        named: NamedHeader, name: GroupName
    )? {
        let text = header.text.trimmingBlanks
        if text.count > 20 || meanings.words.isKnown(header.keys) { return nil }
        for place in text.indices.dropFirst() {
            let rest = String(text[place...]).trimmingBlanks, before = String(text[..<place]).trimmingBlanks
            guard isFigure(rest, kind, meanings) else { continue }
            return GroupName(before, meanings).map {
                let named = NamedHeader(
                    text: before, column: header.column, isAbove: false, header: header, leaf: rest)
                return (named, $0)
            }
        }
        return nil
    }

    /// Whether a text is a book's word for a figure.
    private static func isFigure(_ text: String, _ kind: BookKind, _ meanings: HeaderMeanings) -> Bool {
        meanings.words.meanings(HeaderKeys(text), in: kind).contains {
            $0.strength >= 55 && [.quantity, .amount, .unitPrice].contains($0.field.kind)
        }
    }
}
