/// Walks through a small part element by element, with no tree.
///
/// What stands inside an `mc:Choice` is passed over and what stands inside its `mc:Fallback` is seen as if nothing were
/// around it: no program needs to understand a choice (ECMA-376 part 3, 9.3).
struct ElementReader {
    enum Event { case start, end, done }

    let markup: Markup
    let part: String
    let depthLimit: Int
    /// The name of the element that starts or ends here, as written.
    private(set) var name = ""
    /// Whether the element that has just started has nothing in it.
    var closesItself: Bool { pendingEnd }
    /// How many elements are open, this one included.
    private(set) var depth = 0
    private var nameEnd = 0
    /// Behind the tag that was read last.
    private(set) var index = 0
    private var pendingEnd = false
    private var hasBegun = false

    init(_ markup: Markup, part: String, limits: ReadingLimits, from start: Int = 0) {
        self.markup = markup
        self.part = part
        depthLimit = limits.depth
        index = start
    }

    /// The next start or end of an element.
    mutating func next() throws(ReadingError) -> Event {
        if pendingEnd {
            pendingEnd = false
            depth -= 1
            return .end
        }
        while true {
            index = markup.find(Byte.open, from: index)
            guard index < markup.count else {
                // Cut off, or empty: what the rest would have said is not known.
                guard depth == 0, hasBegun else { throw broken }
                return .done
            }
            hasBegun = true
            let closing = markup[index + 1] == Byte.slash
            let nameStart = index + (closing ? 2 : 1)
            nameEnd = nameStart
            while nameEnd < markup.count, !Byte.endsName(markup[nameEnd]) { nameEnd += 1 }
            let tag = markup.tagEnd(nameEnd)
            guard tag.next > nameEnd, markup[tag.next - 1] == Byte.close else { throw broken }
            name = markup.string(nameStart..<nameEnd)
            if name.hasSuffix(":Choice"), !closing, !tag.closesItself {
                guard let next = markup.skipElement(index, depth: depthLimit) else { throw broken }
                index = next
                continue
            }
            index = tag.next
            if name.hasSuffix(":AlternateContent") || name.hasSuffix(":Fallback") { continue }
            if closing {
                depth -= 1
                return .end
            }
            depth += 1
            guard depth <= depthLimit else { throw .limit(name: "depth", value: depthLimit, part: part) }
            pendingEnd = tag.closesItself
            return .start
        }
    }

    private var broken: ReadingError { .damaged(part: part, damage: .markup) }

    /// An attribute of the element that has just started, its entities resolved.
    func attribute(_ wanted: StaticString) -> String? {
        guard let range = markup.value(of: wanted, at: nameEnd) else { return nil }
        return text(range)
    }

    /// An attribute by its name without prefix, where it has one: `r:id`, whatever `r` is called. Of several the one with
    /// one of some prefixes, if any has.
    func prefixedAttribute(_ local: String, preferring prefixes: Set<String> = []) -> String? {
        var index = nameEnd
        var found: Range<Int>?
        while let attribute = markup.attribute(at: index) {
            let name = markup.string(attribute.name)
            if name.hasSuffix(":" + local) {
                if prefixes.contains(String(name.dropLast(local.count + 1))) { return text(attribute.value) }
                found = found ?? attribute.value
            }
            index = attribute.end
        }
        return found.map(text)
    }

    /// The prefixes that the element which has just started declares for a namespace that ends so.
    func prefixes(ofNamespace ending: String) -> Set<String> {
        var index = nameEnd
        var found: Set<String> = []
        while let attribute = markup.attribute(at: index) {
            let name = markup.string(attribute.name)
            if name.hasPrefix("xmlns:"), markup.string(attribute.value).hasSuffix(ending) {
                found.insert(String(name.dropFirst(6)))
            }
            index = attribute.end
        }
        return found
    }

    /// Whether an attribute says yes.
    func flag(_ wanted: StaticString) -> Bool {
        markup.value(of: wanted, at: nameEnd).map(markup.isTrue) ?? false
    }

    /// An attribute that is a whole number.
    func number(_ wanted: StaticString) -> Int? {
        markup.value(of: wanted, at: nameEnd).flatMap(markup.wholeNumber)
    }

    private func text(_ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        _ = markup.decode(range, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Passes over everything inside the element that has just started, its end included.
    mutating func skip() throws(ReadingError) {
        let outside = depth - 1
        while depth > outside { if try next() == .done { return } }
    }
}
