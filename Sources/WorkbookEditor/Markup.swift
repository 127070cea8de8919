/// The bytes of a part that holds markup, in UTF-8.
struct Markup {
    let bytes: [UInt8]
    /// The part's name, for errors.
    let part: String

    /// Bytes that are UTF-8 already.
    init(utf8 bytes: [UInt8], part: String) {
        self.bytes = bytes
        self.part = part
    }

    /// The bytes of a part as they stand in the archive: UTF-8, or UTF-16, which is rewritten.
    init(_ raw: [UInt8], part: String) throws(EditingError) {
        self.part = part
        switch (raw.first, raw.dropFirst().first) {
        case (0xFF, 0xFE), (0x3C, 0): bytes = try Markup.utf8(raw, high: 1, part: part)
        case (0xFE, 0xFF), (0, 0x3C): bytes = try Markup.utf8(raw, high: 0, part: part)
        default:
            bytes = raw
            if let name = declaredEncoding, !["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(name) {
                throw .encoding(part: part)
            }
        }
    }

    private static func utf8(_ raw: [UInt8], high: Int, part: String) throws(EditingError) -> [UInt8] {
        guard raw.count % 2 == 0 else { throw .encoding(part: part) }
        var units = stride(from: 0, to: raw.count, by: 2).map {
            UInt16(raw[$0 + high]) << 8 | UInt16(raw[$0 + 1 - high])
        }
        if units.first == 0xFEFF { units.removeFirst() }
        var text = Substring(String(decoding: units, as: UTF16.self))
        if text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") { text = text[end.upperBound...] }
        return Array(Markup.declaration.utf8) + Array(text.utf8)
    }

    /// What every part that is written anew begins with.
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    private var declaredEncoding: String? {
        let head = bytes.prefix(200)
        let text = Substring(String(decoding: head, as: UTF8.self)).drop { $0 != "<" }
        guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") else { return nil }
        let declaration = text[..<end.lowerBound]
        guard let name = declaration.firstRange(of: "encoding") else { return nil }
        let value = declaration[name.upperBound...].drop { $0 == " " || $0 == "=" }
        guard let quote = value.first else { return nil }
        return value.dropFirst().prefix { $0 != quote }.uppercased()
    }

    /// A tag, by where it stands.
    struct Tag {
        enum Kind { case start, end, empty }
        let kind: Kind
        /// From `<` to behind `>`.
        let range: Range<Int>
        /// The prefix with its colon; empty where there is none.
        let prefix: Range<Int>
        /// The name without its prefix.
        let name: Range<Int>
    }

    /// An element: its tag, and the one that ends it unless it is empty.
    struct Element {
        let start: Tag
        let end: Tag?
        /// From its first `<` to behind its last `>`.
        var range: Range<Int> { start.range.lowerBound..<(end ?? start).range.upperBound }
    }

    /// Whether a tag has that name, under whatever prefix.
    func named(_ tag: Tag, _ name: StaticString) -> Bool {
        guard tag.name.count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { wanted in
            var place = 0
            while place < wanted.count {
                if unsafe wanted[place] != bytes[tag.name.lowerBound + place] { return false }
                place += 1
            }
            return true
        }
    }

    /// A tag's name without its prefix.
    func name(_ tag: Tag) -> String { String(decoding: bytes[tag.name], as: UTF8.self) }

    /// A tag's prefix with its colon, to give to elements that are put beside it.
    func prefix(_ tag: Tag) -> String { String(decoding: bytes[tag.prefix], as: UTF8.self) }

    /// Where some bytes next stand.
    func find(_ wanted: some Collection<UInt8>, from index: Int) -> Int? {
        guard let first = wanted.first else { return nil }
        var place = index
        let last = bytes.count - wanted.count
        while place <= last {
            if bytes[place] == first, bytes[place..<place + wanted.count].elementsEqual(wanted) { return place }
            place += 1
        }
        return nil
    }

    // MARK: Elements

    /// The first element's tag.
    func root() throws(EditingError) -> Tag {
        var tags = Tags(self)
        guard let tag = try tags.next(), tag.kind == .start else { throw .damaged(part: part) }
        return tag
    }

    /// The elements directly inside a tag, and the tag that ends it.
    ///
    /// - Parameter passingOver: An element whose content is not looked at, for its size.
    func children(
        of start: Tag, passingOver: StaticString? = nil
    ) throws(EditingError) -> (elements: [Element], end: Tag?) {
        guard start.kind == .start else { return ([], nil) }
        var tags = Tags(self, from: start.range.upperBound)
        var elements: [Element] = []
        var depth = 0
        var open = start
        while let tag = try tags.next() {
            switch tag.kind {
            case .empty: if depth == 0 { elements.append(Element(start: tag, end: nil)) }
            case .start:
                if depth == 0 {
                    open = tag
                    if let passingOver, named(tag, passingOver) { try tags.passOver(tag) }
                }
                depth += 1
            case .end:
                if depth == 0 { return (elements, tag) }
                depth -= 1
                if depth == 0 { elements.append(Element(start: open, end: tag)) }
            }
        }
        throw .damaged(part: part)
    }
}

/// The tags of a part, one after the other; comments, instructions and CDATA are passed over.
struct Tags {
    private let markup: Markup
    private(set) var index: Int

    init(_ markup: Markup, from index: Int = 0) {
        self.markup = markup
        self.index = index
    }

    private var damaged: EditingError { .damaged(part: markup.part) }

    /// Goes to the tag that ends an element, whose content has no element of its own name.
    mutating func passOver(_ start: Markup.Tag) throws(EditingError) {
        let name = start.prefix.lowerBound..<start.name.upperBound
        guard let end = markup.find(Array("</".utf8) + markup.bytes[name], from: index) else { throw damaged }
        index = end
    }

    /// The next tag; `nil` at the end.
    mutating func next() throws(EditingError) -> Markup.Tag? {
        let bytes = markup.bytes
        while true {
            while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
            guard index < bytes.count else { return nil }
            guard index + 1 < bytes.count else { throw damaged }
            switch bytes[index + 1] {
            case UInt8(ascii: "?"): try skip(to: "?>")
            case UInt8(ascii: "!"): try skipSpecial()
            default: return try tag()
            }
        }
    }

    private mutating func skip(to end: String) throws(EditingError) {
        guard let found = markup.find(Array(end.utf8), from: index + 2) else { throw damaged }
        index = found + end.utf8.count
    }

    private mutating func skipSpecial() throws(EditingError) {
        let rest = markup.bytes[index...].prefix(9)
        if rest.starts(with: "<!--".utf8) { return try skip(to: "-->") }
        if rest.starts(with: "<![CDATA[".utf8) { return try skip(to: "]]>") }
        throw .forbiddenMarkup(part: markup.part)
    }

    private mutating func tag() throws(EditingError) -> Markup.Tag {
        let bytes = markup.bytes
        let start = index
        var place = index + 1
        let isEnd = bytes[place] == UInt8(ascii: "/")
        if isEnd { place += 1 }
        let first = place
        var name = place
        while place < bytes.count, !Markup.endsName(bytes[place]) {
            if bytes[place] == UInt8(ascii: ":") { name = place + 1 }
            place += 1
        }
        let nameEnd = place
        var quote: UInt8 = 0
        while place < bytes.count {
            let byte = bytes[place]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            } else if byte == UInt8(ascii: "<") {
                throw damaged
            }
            place += 1
        }
        guard place < bytes.count, name < nameEnd else { throw damaged }
        index = place + 1
        let isEmpty = !isEnd && bytes[place - 1] == UInt8(ascii: "/")
        return Markup.Tag(
            kind: isEnd ? .end : isEmpty ? .empty : .start, range: start..<place + 1, prefix: first..<name,
            name: name..<nameEnd)
    }
}

extension Markup {
    static func endsName(_ byte: UInt8) -> Bool {
        byte <= UInt8(ascii: " ") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }
}
