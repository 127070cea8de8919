/// Where a part points to (ECMA-376 part 2, 9.3).
struct Relationships {
    struct Target {
        /// The last word of the type, the same in both namespaces: `worksheet`, `sharedStrings`.
        let kind: String
        /// The part's name in the archive, without a leading slash.
        let part: String
    }

    private(set) var targets: [String: Target] = [:]
    private(set) var order: [String] = []

    init() {}

    /// Reads the relationships of a part; `folder` is the folder that the part lies in.
    init(_ markup: Markup, part: String, folder: String, limits: ReadingLimits) throws(ReadingError) {
        var elements = ElementReader(markup, part: part, limits: limits)
        while true {
            let event = try elements.next()
            if event == .done { return }
            guard event == .start, elements.name == "Relationship", let id = elements.attribute("Id"),
                let type = elements.attribute("Type"), let target = elements.attribute("Target"),
                elements.attribute("TargetMode") != "External"
            else { continue }
            let kind = type.split(separator: "/").last.map(String.init) ?? type
            targets[id] = Target(kind: kind, part: PartName.resolve(target, in: folder))
            order.append(id)
        }
    }

    /// The first part of that kind, in the order of the file.
    func part(of kind: String) -> String? {
        order.lazy.compactMap { targets[$0] }.first { $0.kind == kind }?.part
    }
}

/// Names of parts inside the archive.
enum PartName {
    /// A target as seen from a folder: absolute from the root, else relative; backslashes count as slashes.
    static func resolve(_ target: String, in folder: String) -> String {
        let target = String(target.map { $0 == "\\" ? "/" : $0 })
        var segments: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for segment in target.split(separator: "/") {
            switch segment {
            case ".": break
            case "..": if !segments.isEmpty { segments.removeLast() }
            default: segments.append(segment)
            }
        }
        return segments.joined(separator: "/")
    }

    /// The folder of a part, and the name of the part that holds its relationships.
    static func relationships(of part: String) -> (folder: String, part: String) {
        let segments = part.split(separator: "/")
        let folder = segments.dropLast().joined(separator: "/")
        let name = segments.last ?? ""
        return (folder, folder.isEmpty ? "_rels/\(name).rels" : "\(folder)/_rels/\(name).rels")
    }

    /// A name without a leading slash, and with slashes only.
    static func slashed(_ name: String) -> String {
        String(String(name.map { $0 == "\\" ? "/" : $0 }).drop { $0 == "/" })
    }

    /// What names are compared by: the same in lower case.
    static func key(_ name: String) -> String { slashed(name).lowercased() }

    /// Whether a name leads out of the archive.
    static func climbs(_ name: String) -> Bool {
        name.split { $0 == "/" || $0 == "\\" }.contains("..")
    }

    /// A name with its `%20` resolved.
    static func percentDecoded(_ name: String) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(name).utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
                bytes.append(code)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
