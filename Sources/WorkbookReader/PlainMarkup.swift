/// Takes out of a part what scanning need not know: comments, processing instructions, CDATA, and the prefix that a
/// file may put before its element names. Most parts have none of these and go by untouched.
struct PlainMarkup {
    let part: String
    /// The prefixes, with their colon, that stand for the namespace of the part's root.
    private var prefixes: [[UInt8]] = []

    init(part: String) { self.part = part }

    /// Finds the prefixes in the root element; call once, with the part's beginning.
    mutating func learnPrefixes(_ markup: Markup) {
        var index = 0
        while index < markup.count {
            index = markup.find(Byte.open, from: index)
            let next = markup[index + 1]
            if next == UInt8(ascii: "!"), markup.has("<!--", at: index) {
                index = markup.find("-->", from: index + 4) ?? markup.count
            } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
                index = markup.tagEnd(index + 2).next
            } else {
                break
            }
        }
        guard index < markup.count else { return }
        var nameEnd = index + 1
        while nameEnd < markup.count, !Byte.endsName(markup[nameEnd]) { nameEnd += 1 }
        let name = markup.string(index + 1..<nameEnd)
        let own = name.firstIndex(of: ":").map { String(name[..<$0]) } ?? ""
        var spaces: [(prefix: String, namespace: String)] = []
        var at = nameEnd
        while let attribute = markup.attribute(at: at) {
            let key = markup.string(attribute.name)
            if key == "xmlns" { spaces.append(("", markup.string(attribute.value))) }
            if key.hasPrefix("xmlns:") { spaces.append((String(key.dropFirst(6)), markup.string(attribute.value))) }
            at = attribute.end
        }
        let home = spaces.first { $0.prefix == own }?.namespace
        if let home { spaces += declarations(of: home, in: markup, from: at) }
        var known = Set(spaces.filter { $0.namespace == home && !$0.prefix.isEmpty }.map(\.prefix))
        // One that means something else in another place is left alone everywhere.
        known.subtract(spaces.filter { $0.namespace != home }.map(\.prefix))
        if !own.isEmpty { known.insert(own) }
        prefixes = known.sorted().prefix(Self.prefixLimit).map { Array(($0 + ":").utf8) }
    }

    /// More prefixes for one namespace than any program writes; each costs a comparison a tag.
    private static let prefixLimit = 16

    /// Prefixes that elements behind the root's tag declare for themselves, as libraries do that put an element of one
    /// document into another.
    private func declarations(
        of home: String, in markup: Markup, from start: Int
    ) -> [(prefix: String, namespace: String)] {
        var found: [(prefix: String, namespace: String)] = []
        var index = start
        while found.count < 1_000, let hit = markup.find("xmlns:", from: index) {
            index = hit + 6
            guard Byte.isBlank(markup[hit - 1]), let attribute = markup.attribute(at: hit) else { continue }
            let prefix = markup.string(attribute.name.lowerBound + 6..<attribute.name.upperBound)
            found.append((prefix, markup.string(attribute.value)))
            index = attribute.end
        }
        return found
    }

    /// Whether a chunk has to be rewritten.
    func needsRewriting(_ markup: Markup) -> Bool { !prefixes.isEmpty || markup.holdsSpecialMarks }

    /// Writes a chunk anew. Returns how far it got: what follows is the beginning of something that goes on in the next
    /// bytes, unless these are the last ones.
    func rewrite(_ source: Chunk, into target: Chunk, isLast: Bool) throws(ReadingError) -> Int {
        let markup = source.markup
        var index = 0
        while index < markup.count {
            let open = markup.find(Byte.open, from: index)
            target.append(source, index..<open)
            index = open
            // Enough of the tag to tell what it is?
            if !isLast, markup.count - index < 128, markup.tagEnd(index + 1).next >= markup.count { return index }
            switch markup[index + 1] {
            case UInt8(ascii: "!"):
                guard let next = try special(source, markup, index, into: target) else {
                    if isLast { throw .damaged(part: part, damage: .markup) }
                    return index
                }
                index = next
            case UInt8(ascii: "?"):
                guard let end = markup.find("?>", from: index) else {
                    if isLast { throw .damaged(part: part, damage: .markup) }
                    return index
                }
                index = end + 2
            default:
                guard index < markup.count else { break }
                index = name(markup, index, into: target)
            }
        }
        return index
    }

    /// A comment, CDATA or a declaration; `nil` if its end is not there yet.
    private func special(
        _ source: Chunk, _ markup: Markup, _ index: Int, into target: Chunk
    ) throws(ReadingError) -> Int? {
        if markup.has("<!--", at: index) { return markup.find("-->", from: index + 4).map { $0 + 3 } }
        guard markup.has("<![CDATA[", at: index) else {
            if markup.has("<!DOCTYPE", at: index) || markup.has("<!ENTITY", at: index) {
                throw .forbiddenMarkup(part: part)
            }
            throw .damaged(part: part, damage: .markup)
        }
        guard let end = markup.find("]]>", from: index + 9) else { return nil }
        for position in index + 9..<end {
            switch markup[position] {
            case Byte.open: target.append("&lt;")
            case Byte.ampersand: target.append("&amp;")
            case let byte: target.append(byte)
            }
        }
        return end + 3
    }

    /// Copies `<` or `</`, and passes over a prefix behind it.
    private func name(_ markup: Markup, _ start: Int, into target: Chunk) -> Int {
        var index = start + 1
        target.append(Byte.open)
        if markup[index] == Byte.slash {
            target.append(Byte.slash)
            index += 1
        }
        for prefix in prefixes where markup.has(prefix, at: index) { return index + prefix.count }
        return index
    }
}

extension Markup {
    /// Whether some bytes stand at an index.
    func has(_ bytes: [UInt8], at index: Int) -> Bool {
        for (offset, byte) in bytes.enumerated() where self[index + offset] != byte { return false }
        return true
    }
}
