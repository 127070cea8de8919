/// Tags and attributes. Comments, CDATA and processing instructions are gone by now; see `PlainMarkup`.
extension Markup {
    /// One attribute: where its name and its value stand, and where the next one may begin.
    struct Attribute {
        let name: Range<Int>
        let value: Range<Int>
        let end: Int
    }

    /// The attribute at or behind an index inside a tag; `nil` at the tag's end or where the markup is broken.
    func attribute(at start: Int) -> Attribute? {
        var index = skipBlanks(start)
        let nameStart = index
        while index < count, self[index] != Byte.equals, !Byte.endsName(self[index]) { index += 1 }
        let name = nameStart..<index
        index = skipBlanks(index)
        guard !name.isEmpty, self[index] == Byte.equals else { return nil }
        index = skipBlanks(index + 1)
        let quote = self[index]
        guard quote == Byte.quote || quote == Byte.apostrophe else { return nil }
        let close = find(quote, from: index + 1)
        guard close < count else { return nil }
        return Attribute(name: name, value: index + 1..<close, end: close + 1)
    }

    /// The end of the tag that an index lies in: behind its `>`, and whether it closes itself. `count` when there
    /// is none.
    func tagEnd(_ start: Int) -> (next: Int, closesItself: Bool) {
        var index = start
        while index < count {
            let byte = self[index]
            if byte == Byte.close { return (index + 1, index > start - 1 && self[index - 1] == Byte.slash) }
            if byte == Byte.quote || byte == Byte.apostrophe { index = find(byte, from: index + 1) }
            index += 1
        }
        return (count, false)
    }

    /// The value of the attribute of that name in the tag whose name ends at an index.
    func value(of name: StaticString, at nameEnd: Int) -> Range<Int>? {
        var index = nameEnd
        while let attribute = attribute(at: index) {
            if attribute.name.count == name.utf8CodeUnitCount, has(name, at: attribute.name.lowerBound) {
                return attribute.value
            }
            index = attribute.end
        }
        return nil
    }

    /// Whether an element of that name begins at an index, which is at its `<`.
    func opens(_ name: StaticString, at index: Int) -> Bool {
        self[index] == Byte.open && has(name, at: index + 1)
            && Byte.endsName(self[index + 1 + name.utf8CodeUnitCount])
    }

    /// Where the blanks at an index end.
    @inline(__always) func skipBlanks(_ start: Int) -> Int {
        var index = start
        while Byte.isBlank(self[index]) { index += 1 }
        return index
    }

    /// Whether the end of an element of that name is at an index, which is at its `<`.
    @inline(__always) func closes(_ name: StaticString, at index: Int) -> Bool {
        self[index &+ 1] == Byte.slash && has(name, at: index &+ 2)
            && Byte.endsName(self[index &+ 2 &+ name.utf8CodeUnitCount])
    }

    /// Behind the element whose `<` is at an index; `nil` if it is too deep or never closed under its own name.
    func skipElement(_ start: Int, depth limit: Int) -> Int? {
        var index = start
        var nameEnd = start + 1
        while nameEnd < count, !Byte.endsName(self[nameEnd]) { nameEnd += 1 }
        var depth = 0
        while index < count {
            index = find(Byte.open, from: index)
            guard index < count else { return nil }
            let closing = self[index + 1] == Byte.slash
            let tag = tagEnd(index + 1)
            guard tag.next < count || self[count - 1] == Byte.close else { return nil }
            if closing { depth -= 1 } else if !tag.closesItself { depth += 1 }
            if depth <= 0 {
                guard !closing || isSame(start + 1..<nameEnd, at: index + 2) else { return nil }
                return tag.next
            }
            index = tag.next
            if depth > limit { return nil }
        }
        return nil
    }

    /// Whether a name stands again at an index.
    private func isSame(_ name: Range<Int>, at index: Int) -> Bool {
        for offset in 0..<name.count where self[name.lowerBound + offset] != self[index + offset] { return false }
        return Byte.endsName(self[index + name.count])
    }

    /// A whole number without a sign, as written; `nil` if it is anything else or beyond Int32.
    func wholeNumber(_ range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.count <= 10 else { return nil }
        var value = 0
        for index in range {
            let digit = self[index] &- Byte.zero
            guard digit <= 9 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value <= Int(Int32.max) ? value : nil
    }

    /// An XML boolean: `1` or `true` (any case, as some programs write it).
    func isTrue(_ range: Range<Int>) -> Bool {
        let text = string(range).lowercased()
        return text == "1" || text == "true" || text == "on"
    }

    /// A reference such as `B7` or `$B$7`: column from 0, row from 1.
    func reference(_ range: Range<Int>) -> (column: Int, row: Int)? {
        var index = range.lowerBound
        var column = 0
        if self[index] == UInt8(ascii: "$") { index += 1 }
        while index < range.upperBound {
            let letter = (self[index] & 0xDF) &- UInt8(ascii: "A")
            guard letter < 26, column < 100_000 else { break }
            column = column * 26 + Int(letter) + 1
            index += 1
        }
        if self[index] == UInt8(ascii: "$") { index += 1 }
        guard column > 0, let row = wholeNumber(index..<max(index, range.upperBound)) else { return nil }
        return (column - 1, row)
    }
}
