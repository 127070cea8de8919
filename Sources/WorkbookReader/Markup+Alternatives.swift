/// Tags around what a program may read in one way or another, and names that hide behind a prefix.
extension Markup {
    /// Behind a tag, opening or closing, that only wraps what is read without understanding it, as if nothing were around
    /// it: `mc:AlternateContent` and `mc:Fallback`. `nil` if another tag is at the index.
    func wrapperEnd(at index: Int) -> Int? {
        let name = prefixedName(at: index)
        guard let name, string(name) == "AlternateContent" || string(name) == "Fallback" else { return nil }
        return tagEnd(name.upperBound).next
    }

    /// Whether an `mc:Choice` opens at an index: what only a program that understands it may read.
    func isChoice(at index: Int) -> Bool {
        guard self[index + 1] != Byte.slash, let name = prefixedName(at: index) else { return false }
        return string(name) == "Choice"
    }

    /// Whether the element at an index declares that its own prefix stands for the namespace of worksheets.
    func isPrefixedAnew(at index: Int) -> Bool {
        guard let name = prefixedName(at: index) else { return false }
        let prefix = "xmlns:" + string(index + 1..<name.lowerBound - 1)
        var at = name.upperBound
        while let attribute = attribute(at: at) {
            if string(attribute.name) == prefix { return string(attribute.value).hasSuffix("/main") }
            at = attribute.end
        }
        return false
    }

    /// The name behind its prefix of the tag at an index; `nil` where there is no prefix, or no such name is so long.
    private func prefixedName(at index: Int) -> Range<Int>? {
        var end = index + (self[index + 1] == Byte.slash ? 2 : 1)
        var start: Int?
        let limit = min(count, index + 64)
        while end < limit, !Byte.endsName(self[end]) {
            if self[end] == Byte.colon { start = end + 1 }
            end += 1
        }
        guard let start, end < limit || end == count else { return nil }
        return start..<end
    }
}
