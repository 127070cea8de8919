/// What each part of a package is (ECMA-376 part 2, 10.1), and what is added to it.
struct ContentTypesPart {
    private static let name = "[Content_Types].xml"
    private let markup: Markup
    private let root: Markup.Tag
    private var extensions: Set<String> = []
    private var overridden: Set<String> = []
    private var added: [String] = []

    init(in package: Package) throws(EditingError) {
        guard let bytes = try package.read(Self.name) else { throw .noPackage }
        markup = try Markup(bytes, part: Self.name)
        root = try markup.root()
        for element in try markup.children(of: root).elements {
            if markup.named(element.start, "Default"), let ending = markup.value(of: "Extension", in: element.start) {
                extensions.insert(ending.lowercased())
            } else if let part = markup.value(of: "PartName", in: element.start) {
                overridden.insert(PartName.key(part))
            }
        }
    }

    /// Says what parts with an ending are, unless that is said.
    mutating func define(ending: String, as type: String) {
        guard extensions.insert(ending).inserted else { return }
        added.append("Default Extension=\"\(ending)\" ContentType=\"\(type)\"/>")
    }

    /// Says what a part is, unless that is said.
    mutating func define(part: String, as type: String) {
        guard overridden.insert(PartName.key(part)).inserted else { return }
        added.append("Override PartName=\"/\(Escaping.markup(part))\" ContentType=\"\(type)\"/>")
    }

    /// Puts what was added into the package.
    func save(in package: Package) throws(EditingError) {
        guard !added.isEmpty, let end = try markup.children(of: root).end else { return }
        let prefix = markup.prefix(root)
        var splices = Splices()
        splices.insert(added.map { "<" + prefix + $0 }.joined(), at: end.range.lowerBound)
        package.set(Self.name, to: splices.applied(to: markup.bytes))
    }
}
