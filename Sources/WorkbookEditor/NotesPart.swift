/// The part that holds a sheet's notes (comments): their authors and texts.
struct NotesPart {
    private let part: String
    private let markup: Markup
    private let p: String
    private var list: Markup.Element
    private let authors: Markup.Element
    private let authorNames: [String]
    private var existing: [CellPlace: Markup.Element] = [:]
    private var added: [String] = []
    private var needsAuthor = false
    private var splices = Splices()

    /// What became of a note.
    enum Outcome {
        /// The cell has one now.
        case added
        /// It stands below what the cell's note said before.
        case appended
        /// The cell has a conversation, which is left as it is.
        case refused
    }

    /// Reads a part; without bytes it is a new one.
    init(_ part: String, bytes: [UInt8]?, namespace: String) throws(EditingError) {
        self.part = part
        let empty = "<comments xmlns=\"\(namespace)\"><authors></authors><commentList></commentList></comments>"
        markup = try Markup(bytes ?? Array((Markup.declaration + empty).utf8), part: part)
        let root = try markup.root()
        p = markup.prefix(root)
        let children = try markup.children(of: root).elements
        guard let authors = children.first(where: { [markup] in markup.named($0.start, "authors") }),
            let list = children.first(where: { [markup] in markup.named($0.start, "commentList") })
        else { throw .damaged(part: part) }
        self.authors = authors
        self.list = list
        var names: [String] = []
        for author in try markup.children(of: authors.start).elements {
            let end = author.end?.range.lowerBound ?? author.start.range.upperBound
            names.append(Escaping.plain(markup.bytes[author.start.range.upperBound..<end]))
        }
        authorNames = names
        for note in try markup.children(of: list.start).elements {
            guard let place = markup.place(of: "ref", in: note.start), let cell = CellPlace(markup.bytes[place]) else {
                continue
            }
            existing[cell] = note
        }
    }

    /// Gives a cell a note, or adds to the one it has.
    mutating func add(_ text: String, at cell: CellPlace, author: String, font: String) throws(EditingError) -> Outcome
    {
        if let note = existing[cell] { return try append(text, to: note, font: font) }
        var number = authorNames.firstIndex(of: author)
        if number == nil {
            needsAuthor = true
            number = authorNames.count
        }
        added.append(
            "<\(p)comment ref=\"\(cell.address)\" authorId=\"\(number ?? 0)\"><\(p)text>\(run(text, font))</\(p)text></\(p)comment>"
        )
        return .added
    }

    private func run(_ text: String, _ font: String) -> String {
        "<\(p)r><\(p)rPr><\(p)sz val=\"9\"/><\(p)color indexed=\"81\"/><\(p)rFont val=\"\(Escaping.markup(font))\"/></\(p)rPr>"
            + "<\(p)t xml:space=\"preserve\">\(Escaping.cell(text))</\(p)t></\(p)r>"
    }

    private mutating func append(
        _ text: String, to note: Markup.Element, font: String
    ) throws(EditingError) -> Outcome {
        let author = markup.number(of: "authorId", in: note.start) ?? 0
        // A conversation has a note of its own, for programs that know no conversations, by an author of this name.
        if authorNames.indices.contains(author), authorNames[author].hasPrefix("tc=") { return .refused }
        guard let body = try markup.children(of: note.start).elements.first(where: { markup.named($0.start, "text") })
        else { throw .damaged(part: part) }
        let parts = try markup.children(of: body.start).elements
        let more = run("\n\n" + text, font)
        if let last = parts.last(where: { markup.named($0.start, "r") }) {
            splices.insert(more, at: last.range.upperBound)
        } else if let plain = parts.first(where: { markup.named($0.start, "t") }) {
            // Text in one piece becomes the first of two.
            splices.insert("<\(p)r>", at: plain.range.lowerBound)
            splices.insert("</\(p)r>" + more, at: plain.range.upperBound)
        } else {
            markup.append(Array(run(text, font).utf8), to: body, &splices)
        }
        return .appended
    }

    func saved(author: String) -> [UInt8] {
        var splices = splices
        if needsAuthor {
            let markupOfAuthor = "<\(p)author>\(Escaping.markup(author))</\(p)author>"
            markup.append(Array(markupOfAuthor.utf8), to: authors, &splices)
        }
        if !added.isEmpty { markup.append(Array(added.joined().utf8), to: list, &splices) }
        return splices.applied(to: markup.bytes)
    }
}
