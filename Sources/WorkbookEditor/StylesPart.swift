/// The styles part: fills, fonts and borders are added at the end of their lists, so that what is there keeps its number.
struct StylesPart {
    private let part: String
    private let markup: Markup
    private let root: Markup.Tag
    private let children: [Markup.Element]
    /// The prefix of its elements, with the colon.
    private let p: String
    private let limit: Int
    private var fonts: List, fills: List, borders: List, formats: List
    private let hasNamedStyles: Bool
    private var filled: [FilledFormat: Int] = [:]
    private var looks: [CellLook: Int] = [:]

    private struct FilledFormat: Hashable {
        let base: Int
        let color: UInt32
    }

    /// One of the part's lists, and what is added to it.
    private struct List {
        let name: String
        let element: Markup.Element?
        let items: [Markup.Element]
        var added: [String] = []

        /// The place of an item, which is added where it is not among those added before.
        mutating func place(of item: String) -> Int {
            if let known = added.firstIndex(of: item) { return items.count + known }
            added.append(item)
            return items.count + added.count - 1
        }
    }

    /// The order of the part's lists (ECMA-376 part 1, 18.8.39).
    private static let order = [
        "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles",
        "colors", "extLst",
    ]

    /// Reads a styles part; without bytes it is a new one.
    init(_ part: String, bytes: [UInt8]?, namespace: String, limits: EditingLimits) throws(EditingError) {
        self.part = part
        limit = limits.cellFormats
        markup = try Markup(bytes ?? StylesPart.minimal(namespace), part: part)
        root = try markup.root()
        p = markup.prefix(root)
        children = try markup.children(of: root).elements
        fonts = try StylesPart.list("fonts", children, markup)
        fills = try StylesPart.list("fills", children, markup)
        borders = try StylesPart.list("borders", children, markup)
        formats = try StylesPart.list("cellXfs", children, markup)
        hasNamedStyles = try !StylesPart.list("cellStyleXfs", children, markup).items.isEmpty
        // The first fonts, borders and formats are what cells without any have, and Excel keeps two fills for itself.
        if fonts.items.isEmpty {
            fonts.added = ["<\(p)font><\(p)sz val=\"11\"/><\(p)name val=\"Calibri\"/></\(p)font>"]
        }
        let own = ["none", "gray125"].map { "<\(p)fill><\(p)patternFill patternType=\"\($0)\"/></\(p)fill>" }
        fills.added += own.dropFirst(fills.items.count)
        if borders.items.isEmpty {
            let sides = ["left", "right", "top", "bottom", "diagonal"].map { "<\(p)\($0)/>" }.joined()
            borders.added = ["<\(p)border>\(sides)</\(p)border>"]
        }
        if formats.items.isEmpty {
            formats.added = ["<\(p)xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"]
        }
    }

    private static func minimal(_ namespace: String) -> [UInt8] {
        let text =
            Markup.declaration + "<styleSheet xmlns=\"\(namespace)\"><cellStyleXfs count=\"1\">"
            + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellStyles count=\"1\">"
            + "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
        return Array(text.utf8)
    }

    private static func list(
        _ name: String, _ children: [Markup.Element], _ markup: Markup
    ) throws(EditingError) -> List {
        guard let element = children.first(where: { markup.name($0.start) == name }) else {
            return List(name: name, element: nil, items: [])
        }
        return List(name: name, element: element, items: try markup.children(of: element.start).elements)
    }

    // MARK: Adding

    /// The format like another but for its fill. Where a workbook can hold no more, the other itself.
    mutating func format(like base: Int, filled color: UInt32) throws(EditingError) -> Int {
        let base = base >= 0 && base < max(formats.items.count, 1) ? base : 0
        let wanted = FilledFormat(base: base, color: color)
        if let known = filled[wanted] { return known }
        guard formats.items.count + formats.added.count < limit else { return base }
        let fill = fills.place(of: CellLook.fillMarkup(color, p))
        let source =
            formats.items.isEmpty ? Array(formats.added[0].utf8) : Array(markup.bytes[formats.items[base].range])
        let copy = Markup(utf8: source, part: part)
        var tags = Tags(copy)
        guard let tag = try tags.next() else { throw .damaged(part: part) }
        var splices = Splices()
        copy.set("fillId", to: "\(fill)", in: tag, &splices)
        copy.set("applyFill", to: "1", in: tag, &splices)
        formats.added.append(String(decoding: splices.applied(to: source), as: UTF8.self))
        let index = formats.items.count + formats.added.count - 1
        filled[wanted] = index
        return index
    }

    /// The format of a cell of the list.
    mutating func format(_ look: CellLook) -> Int {
        if let known = looks[look] { return known }
        let font = fonts.place(of: look.fontMarkup(p))
        let fill = look.fill.map { fills.place(of: CellLook.fillMarkup($0, p)) } ?? 0
        let border = look.hasBorder ? borders.place(of: CellLook.borderMarkup(p)) : 0
        let alignment =
            "<\(p)alignment" + (look.isCentred ? " horizontal=\"center\"" : "") + " vertical=\"center\""
            + (look.wraps ? " wrapText=\"1\"" : "") + "/>"
        formats.added.append(
            "<\(p)xf numFmtId=\"0\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\""
                + (hasNamedStyles ? " xfId=\"0\"" : "")
                + " applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">\(alignment)</\(p)xf>")
        let index = formats.items.count + formats.added.count - 1
        looks[look] = index
        return index
    }

    // MARK: Saving

    /// The part with what was added; `nil` where nothing refers to anything new.
    func saved() throws(EditingError) -> [UInt8]? {
        guard !filled.isEmpty || !looks.isEmpty else { return nil }
        var splices = Splices()
        for list in [fonts, fills, borders, formats] where !list.added.isEmpty {
            let content = list.added.joined()
            guard let element = list.element else {
                let whole = "<\(p)\(list.name) count=\"\(list.added.count)\">\(content)</\(p)\(list.name)>"
                splices.insert(whole, at: place(of: list.name))
                continue
            }
            if let count = markup.place(of: "count", in: element.start) {
                splices.replace(count, with: "\(list.items.count + list.added.count)")
            }
            markup.append(Array(content.utf8), to: element, &splices)
        }
        return splices.applied(to: markup.bytes)
    }

    /// Where a list that is missing belongs: behind all that come before it.
    private func place(of name: String) -> Int {
        let before = StylesPart.order.prefix { $0 != name }
        return children.last { before.contains(markup.name($0.start)) }?.range.upperBound ?? root.range.upperBound
    }
}
