import Books

extension HeaderWords {
    /// Shorter words are other words with one letter changed: 单价 and 单号.
    private static let fewestLetters = (ideographs: 4, latin: 5)

    /// The one field of a book of which a header that no word explains is a word with one letter wrong, left out, too many or
    /// exchanged with its neighbour; `nil` where there is none, or several.
    ///
    /// Numbers must agree: a second address is not the first one misspelt.
    func resembled(_ header: HeaderKeys, in kind: BookKind) -> Field? {
        guard !isKnown(header), header.group == nil, let key = header.keys.first else { return nil }
        let letters = Array(key), digits = letters.filter(\.isNumber)
        let isLatin = key.utf8.allSatisfy { $0 < 0x80 }
        guard letters.count >= (isLatin ? Self.fewestLetters.latin : Self.fewestLetters.ideographs) else { return nil }
        var fields: Set<Field> = []
        for (word, match) in wholeWords(kind) where match.strength == 100 {
            let other = Array(word)
            if other.count < letters.count - 1 || other.count > letters.count + 1 { continue }
            if other.filter(\.isNumber) == digits, Resemblance.distance(letters, other, limit: 1) != nil {
                fields.insert(match.field)
            }
        }
        return fields.count == 1 ? fields.first : nil
    }
}

extension BookChooser {
    /// How well the values below must suit a field for the header to be called nearly its name.
    private static let leastFit = 80

    /// The field that a column without one may hold: its header is nearly the field's name, its values suit it, and no other
    /// column holds it.
    func resembled(_ header: ColumnHeader, _ reading: Reading) -> Field? {
        guard let field = meanings.resembled(header.keys, in: reading.shape.kind), reading.columns[field] == nil,
            let fit = profiles[header.column]?.fit(field), fit >= Self.leastFit
        else { return nil }
        return field
    }
}
