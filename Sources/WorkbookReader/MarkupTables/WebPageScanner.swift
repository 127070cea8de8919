/// Cuts a web page into tags and text, forgiving what browsers forgive.
///
/// Every byte is looked at a bounded number of times: what is opened and never closed is looked for once and then
/// remembered as missing.
struct WebPageScanner {
    enum Token {
        case text(Range<Int>)
        case start(WebPageTag)
        case end(String)
        /// The content of a style sheet.
        case style(Range<Int>)
        case done
    }

    let markup: Markup
    private var index = 0
    /// Quotes that do not occur any more from here on.
    private var missingQuotes: Set<UInt8> = []
    /// An element whose content is no markup, and has just begun.
    private var rawElement: String?

    init(_ markup: Markup) { self.markup = markup }

    /// The next piece of the page.
    mutating func next() -> Token {
        if let rawElement {
            self.rawElement = nil
            let content = index..<rawEnd(rawElement)
            index = content.upperBound
            if rawElement == "style" { return .style(content) }
        }
        while index < markup.count {
            guard markup[index] == Byte.open else { return .text(text()) }
            let second = markup[index + 1]
            switch second {
            case UInt8(ascii: "!") where markup.has("<!--", at: index):
                index = markup.find("-->", from: index + 4).map { $0 + 3 } ?? markup.count
            case UInt8(ascii: "!"), UInt8(ascii: "?"):
                index = min(markup.find(Byte.close, from: index) + 1, markup.count)
            case Byte.slash:
                let name = name(at: index + 2)
                index = min(markup.find(Byte.close, from: index) + 1, markup.count)
                return .end(name)
            case _ where Self.isLetter(second): return start()
            default: return .text(text())
            }
        }
        return .done
    }

    /// Text up to the next tag; a `<` that begins none is text.
    private mutating func text() -> Range<Int> {
        let from = index
        index = markup.find(Byte.open, from: index)
        while index < markup.count, !beginsTag(index) { index = markup.find(Byte.open, from: index + 1) }
        return from..<index
    }

    private func beginsTag(_ index: Int) -> Bool {
        let second = markup[index + 1]
        return second == UInt8(ascii: "!") || second == UInt8(ascii: "?") || second == Byte.slash
            || Self.isLetter(second)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 97...122 ~= byte | 0x20 }

    /// A name in small letters; a long one is cut, for no element has it.
    private func name(at start: Int) -> String {
        var end = start
        while end < markup.count, !Byte.endsName(markup[end]), end - start < 32 { end += 1 }
        return markup.string(start..<end).lowercased()
    }

    private mutating func start() -> Token {
        let name = name(at: index + 1)
        index += 1
        while index < markup.count, !Byte.endsName(markup[index]) { index += 1 }
        var tag = WebPageTag(name: name)
        while index < markup.count, markup[index] != Byte.close {
            if Byte.isBlank(markup[index]) || markup[index] == Byte.slash {
                index += 1
            } else {
                attribute(of: &tag)
            }
        }
        index = min(index + 1, markup.count)
        if ["script", "style", "title", "textarea", "xml"].contains(name) { rawElement = name }
        return .start(tag)
    }

    private mutating func attribute(of tag: inout WebPageTag) {
        let nameStart = index
        while index < markup.count, markup[index] != Byte.equals, !Byte.endsName(markup[index]) { index += 1 }
        let name = nameStart..<index
        index = markup.skipBlanks(index)
        var value = index..<index
        if markup[index] == Byte.equals {
            index = markup.skipBlanks(index + 1)
            value = self.value()
        } else if name.isEmpty {
            index += 1
        }
        tag.add(name, value, in: markup)
    }

    private mutating func value() -> Range<Int> {
        let quote = markup[index]
        if quote == Byte.quote || quote == Byte.apostrophe, !missingQuotes.contains(quote) {
            let close = markup.find(quote, from: index + 1)
            if close < markup.count {
                let value = index + 1..<close
                index = close + 1
                return value
            }
            missingQuotes.insert(quote)
        }
        let from = index
        while index < markup.count, markup[index] != Byte.close, !Byte.isBlank(markup[index]) { index += 1 }
        return from..<index
    }

    /// Where the content of an element that holds no markup ends.
    private func rawEnd(_ name: String) -> Int {
        let wanted = Array(name.utf8)
        var at = markup.find(Byte.open, from: index)
        while at < markup.count {
            if markup[at + 1] == Byte.slash,
                wanted.indices.allSatisfy({ markup[at + 2 + $0] | 0x20 == wanted[$0] })
            {
                return at
            }
            at = markup.find(Byte.open, from: at + 1)
        }
        return markup.count
    }
}

/// The start of an element: its name and those of its attributes that say something about a table.
struct WebPageTag {
    let name: String
    private(set) var attributes: [String: String] = [:]

    private static let wanted: Set<String> = [
        "colspan", "rowspan", "style", "class", "x:num", "x:str", "x:bool", "x:err", "charset", "content",
    ]

    init(name: String) { self.name = name }

    /// Keeps an attribute; of two of one name the first counts.
    mutating func add(_ name: Range<Int>, _ value: Range<Int>, in markup: Markup) {
        guard !name.isEmpty, name.count <= 8, value.count <= 65_536 else { return }
        let key = markup.string(name).lowercased()
        guard Self.wanted.contains(key), attributes[key] == nil else { return }
        attributes[key] = markup.string(value)
    }

    /// An attribute by its name.
    subscript(_ name: String) -> String? { attributes[name] }

    /// How many columns or rows a cell takes.
    func span(_ name: String, limit: Int) -> Int {
        guard let text = attributes[name], let count = Int(text.prefix { $0 != "." && $0 != " " }) else { return 1 }
        return min(max(1, count), max(1, limit))
    }
}
