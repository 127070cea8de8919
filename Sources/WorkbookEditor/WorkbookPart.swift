/// The workbook part: which sheets there are, and the one that is put before them.
struct WorkbookPart {
    struct Sheet {
        let name: String
        /// The relationship that leads to its part.
        let relationship: String
    }

    let part: String
    let markup: Markup
    private let root: Markup.Tag
    private let children: [Markup.Element]
    private let sheetTags: [Markup.Tag]
    let sheets: [Sheet]

    init(_ part: String, in package: Package) throws(EditingError) {
        guard let bytes = try package.read(part) else { throw .noPackage }
        self.part = part
        markup = try Markup(bytes, part: part)
        root = try markup.root()
        guard markup.named(root, "workbook") else { throw .noPackage }
        children = try markup.children(of: root).elements
        var tags: [Markup.Tag] = []
        var sheets: [Sheet] = []
        if let list = children.first(where: { [markup] in markup.named($0.start, "sheets") }) {
            for element in try markup.children(of: list.start).elements where markup.named(element.start, "sheet") {
                tags.append(element.start)
                sheets.append(
                    Sheet(
                        name: markup.value(of: "name", in: element.start) ?? "",
                        relationship: markup.prefixed("id", in: element.start)?.value ?? ""))
            }
        }
        sheetTags = tags
        self.sheets = sheets
    }

    private func child(_ name: StaticString) -> Markup.Element? { children.first { markup.named($0.start, name) } }

    /// The namespace of the workbook's elements, which is another in strict workbooks.
    var namespace: String {
        markup.namespace(of: markup.prefix(root), in: root)
            ?? "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    }

    /// Whether sheets may not be added.
    var isStructureLocked: Bool {
        child("workbookProtection").map { markup.flag("lockStructure", in: $0.start) } ?? false
    }

    /// The sheet that is shown when the workbook is opened, by its place.
    var activeSheet: Int {
        guard let views = child("bookViews"), let view = (try? markup.children(of: views.start))?.elements.first else {
            return 0
        }
        return markup.number(of: "activeTab", in: view.start) ?? 0
    }

    /// The nearest name to a wanted one that no sheet has, whatever the letter case.
    func freeName(_ wanted: String) -> String {
        let taken = Set(sheets.map { $0.name.lowercased() })
        var name = wanted
        var number = 2
        while taken.contains(name.lowercased()) {
            name = "\(wanted) (\(number))"
            number += 1
        }
        return name
    }

    /// The part with one more sheet before all others; what counts sheets by their place counts one more.
    ///
    /// - Parameter opens: Whether the workbook opens on the new sheet; else on the one that it opened on.
    func adding(name: String, relationship: String, opens: Bool) throws(EditingError) -> [UInt8] {
        var splices = Splices()
        guard let list = child("sheets") else { throw .damaged(part: part) }
        let identifiers = Set(sheetTags.compactMap { markup.number(of: "sheetId", in: $0) })
        // Excel's own limit; what is larger is no number that it gave.
        var identifier = (identifiers.filter { (1..<65_000).contains($0) }.max() ?? 0) + 1
        while identifiers.contains(identifier) { identifier += 1 }
        let space = OfficeNames.relationships(isStrict: OfficeNames.isStrict(namespace))
        // Some programs declare the prefix of `r:id` at each sheet of its own.
        let declared = markup.namespace(of: "r:", in: root) == space ? "" : " xmlns:r=\"\(space)\""
        let sheet =
            "<\(markup.prefix(list.start))sheet\(declared) name=\"\(Escaping.markup(name))\" sheetId=\"\(identifier)\" "
            + "r:id=\"\(relationship)\"/>"
        if list.end == nil {
            markup.append(Array(sheet.utf8), to: list, &splices)
        } else {
            splices.insert(sheet, at: list.start.range.upperBound)
        }
        if let views = child("bookViews") {
            for view in try markup.children(of: views.start).elements where markup.named(view.start, "workbookView") {
                let active = markup.number(of: "activeTab", in: view.start) ?? 0
                let shown = opens ? 0 : min(max(active, 0), 1_000_000) + 1
                if shown != active { markup.set("activeTab", to: "\(shown)", in: view.start, &splices) }
                if let first = markup.place(of: "firstSheet", in: view.start) { splices.replace(first, with: "0") }
            }
        }
        if let names = child("definedNames") {
            for entry in try markup.children(of: names.start).elements {
                guard let place = markup.place(of: "localSheetId", in: entry.start),
                    let local = Int(String(decoding: markup.bytes[place], as: UTF8.self)), local < 1_000_000
                else { continue }
                splices.replace(place, with: "\(local + 1)")
            }
        }
        return splices.applied(to: markup.bytes)
    }
}

/// Names that the standard gives to what it defines.
enum OfficeNames {
    static let package = "http://schemas.openxmlformats.org/package/2006"
    static let content = "application/vnd.openxmlformats-officedocument"

    /// Whether a namespace is that of strict workbooks (ISO/IEC 29500-1).
    static func isStrict(_ namespace: String) -> Bool { namespace.hasPrefix("http://purl.oclc.org/ooxml/") }

    /// The namespace of `r:id`, and the beginning of the types of relationships.
    static func relationships(isStrict: Bool) -> String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }
}
