/// Where a part points to (ECMA-376 part 2, 9.3), and what is added to it.
struct RelationshipsPart {
    struct Target {
        let id: String
        /// The whole type, a web address.
        let type: String
        /// The part it leads to.
        let part: String

        /// The last word of the type, the same in both namespaces: `worksheet`, `styles`.
        var kind: String { type.split(separator: "/").last.map(String.init) ?? type }
    }

    private let name: String
    private let folder: String
    private let markup: Markup?
    private var ids: Set<String> = []
    private var added: [String] = []
    private(set) var targets: [Target] = []

    /// Reads the relationships of a part; there may be none.
    init(of part: String, in package: Package) throws(EditingError) {
        name = PartName.relationships(of: part)
        folder = PartName.folder(of: part)
        guard let bytes = try package.read(name) else {
            markup = nil
            return
        }
        let markup = try Markup(bytes, part: name)
        self.markup = markup
        var tags = Tags(markup)
        while let tag = try tags.next() {
            guard tag.kind != .end, markup.named(tag, "Relationship"), let id = markup.value(of: "Id", in: tag) else {
                continue
            }
            ids.insert(id)
            guard let type = markup.value(of: "Type", in: tag), let target = markup.value(of: "Target", in: tag),
                markup.value(of: "TargetMode", in: tag) != "External"
            else { continue }
            targets.append(Target(id: id, type: type, part: PartName.resolve(target, in: folder)))
        }
    }

    /// The first part of a kind.
    func part(of kind: String) -> String? { targets.first { $0.kind == kind }?.part }

    /// The part that an identifier leads to.
    func target(_ id: String) -> Target? { targets.first { $0.id == id } }

    /// Adds a relationship; its identifier.
    mutating func add(_ type: String, to part: String) -> String {
        var number = ids.count + 1
        while ids.contains("rId\(number)") { number += 1 }
        let id = "rId\(number)"
        ids.insert(id)
        targets.append(Target(id: id, type: type, part: part))
        let target = Escaping.markup(PartName.path(from: folder, to: part))
        added.append("Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(target)\"/>")
        return id
    }

    /// Puts what was added into the package.
    func save(in package: Package) throws(EditingError) {
        guard !added.isEmpty else { return }
        guard let markup else {
            let space = "http://schemas.openxmlformats.org/package/2006/relationships"
            let text =
                Markup.declaration + "<Relationships xmlns=\"\(space)\">"
                + added.map { "<" + $0 }.joined() + "</Relationships>"
            return package.set(name, to: Array(text.utf8))
        }
        var tags = Tags(markup)
        guard let root = try tags.next() else { throw .damaged(part: name) }
        let end = try markup.children(of: root).end
        var splices = Splices()
        let prefix = markup.prefix(root)
        markup.append(
            Array(added.map { "<" + prefix + $0 }.joined().utf8), to: Markup.Element(start: root, end: end), &splices)
        package.set(name, to: splices.applied(to: markup.bytes))
    }
}
