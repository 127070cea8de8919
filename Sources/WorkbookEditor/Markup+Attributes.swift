extension Markup {
    /// An attribute of a tag, by where it stands.
    struct Attribute {
        /// Its name, prefix and all.
        let name: Range<Int>
        /// Its value, between the quotes.
        let value: Range<Int>
    }

    /// The attributes of a tag, as they stand.
    func attributes(of tag: Tag) -> [Attribute] {
        var found: [Attribute] = []
        var place = tag.name.upperBound
        let end = tag.range.upperBound - 1
        while place < end {
            while place < end, Markup.endsName(bytes[place]) { place += 1 }
            let name = place
            while place < end, bytes[place] != UInt8(ascii: "="), !Markup.endsName(bytes[place]) { place += 1 }
            let nameEnd = place
            while place < end, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "'") { place += 1 }
            guard place < end, name < nameEnd else { break }
            let quote = bytes[place]
            let value = place + 1
            place = value
            while place < end, bytes[place] != quote { place += 1 }
            found.append(Attribute(name: name..<nameEnd, value: value..<place))
            place += 1
        }
        return found
    }

    /// Where the value of an attribute without a prefix stands.
    func place(of name: String, in tag: Tag) -> Range<Int>? {
        attributes(of: tag).first { bytes[$0.name].elementsEqual(name.utf8) }?.value
    }

    /// The value of an attribute without a prefix, its entities resolved.
    func value(of name: String, in tag: Tag) -> String? {
        place(of: name, in: tag).map { Escaping.plain(bytes[$0]) }
    }

    /// The value of an attribute that is a whole number.
    func number(of name: String, in tag: Tag) -> Int? {
        place(of: name, in: tag).flatMap { Int(String(decoding: bytes[$0], as: UTF8.self)) }
    }

    /// Whether an attribute says yes.
    func flag(_ name: String, in tag: Tag) -> Bool { ["1", "true"].contains(value(of: name, in: tag) ?? "") }

    /// The value of an attribute that has a prefix, whatever it is, such as `r:id`; and the prefix with its colon.
    func prefixed(_ name: String, in tag: Tag) -> (prefix: String, value: String)? {
        let wanted = Array((":" + name).utf8)
        for attribute in attributes(of: tag) where bytes[attribute.name].suffix(wanted.count).elementsEqual(wanted) {
            let prefix = bytes[attribute.name].dropLast(name.utf8.count)
            return (String(decoding: prefix, as: UTF8.self), Escaping.plain(bytes[attribute.value]))
        }
        return nil
    }

    /// The namespace that a prefix (with its colon, or none) stands for in a tag.
    func namespace(of prefix: String, in tag: Tag) -> String? {
        value(of: prefix.isEmpty ? "xmlns" : "xmlns:" + prefix.dropLast(), in: tag)
    }

    /// Gives an attribute without a prefix a value, whether it is there or not.
    func set(_ name: String, to value: String, in tag: Tag, _ splices: inout Splices) {
        if let place = place(of: name, in: tag) {
            splices.replace(place, with: value)
        } else {
            splices.insert(" \(name)=\"\(value)\"", at: tag.name.upperBound)
        }
    }

    /// Adds markup as the last content of an element, which may be empty as yet.
    func append(_ content: [UInt8], to element: Element, _ splices: inout Splices) {
        if let end = element.end { return splices.insert(content, at: end.range.lowerBound) }
        let name = String(
            decoding: bytes[element.start.prefix.lowerBound..<element.start.name.upperBound], as: UTF8.self)
        let slash = element.start.range.upperBound - 2
        splices.replace(slash..<slash + 2, with: Array(">".utf8) + content + Array("</\(name)>".utf8))
    }
}
