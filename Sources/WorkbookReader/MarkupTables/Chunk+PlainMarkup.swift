extension Chunk {
    /// XML that is in memory as a whole, in UTF-8 and without prefixes, comments and declarations.
    ///
    /// A document type or an entity is refused.
    convenience init(plainMarkup bytes: [UInt8], part: String) throws(ReadingError) {
        let stated = Chunk(Array(bytes.prefix(1_024))).withMarkup { TextEncoding.detect($0).name }
        let text = try PlainText(bytes, stated: stated).chunk
        defer { withExtendedLifetime(text) {} }
        var plain = PlainMarkup(part: part)
        plain.learnPrefixes(text.markup)
        self.init(capacity: text.count)
        if plain.needsRewriting(text.markup) {
            _ = try plain.rewrite(text, into: self, isLast: true)
        } else {
            append(text, from: 0)
        }
    }

    /// Gives the bytes to code that keeps no view of them; this object lives until it returns.
    func withMarkup<Result, Failure: Error>(_ body: (Markup) throws(Failure) -> Result) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(markup)
    }

    /// A copy of some bytes.
    convenience init(_ bytes: [UInt8]) {
        self.init(capacity: bytes.count)
        unsafe fill { room in unsafe room.update(fromContentsOf: bytes) }
    }
}

extension ElementReader {
    /// The element's name without a prefix.
    var localName: Substring {
        guard let colon = name.firstIndex(of: ":") else { return name[...] }
        return name[name.index(after: colon)...]
    }

    /// The text inside the element that has just started, whatever elements mark parts of it; its end is read too.
    mutating func readText(into bytes: inout [UInt8]) throws(ReadingError) {
        let outside = depth - 1
        var from = index
        while depth > outside {
            if !closesItself {
                _ = markup.decode(from..<markup.find(Byte.open, from: from), escapes: false, into: &bytes)
            }
            if try next() == .done { throw .damaged(part: part, damage: .markup) }
            if closesItself { _ = try next() }
            from = index
        }
    }
}
