/// Names of parts inside the archive.
enum PartName {
    /// What names are compared by: without a leading slash, with slashes only, in lower case.
    static func key(_ name: String) -> String {
        let slashed = String(name.map { $0 == "\\" ? "/" : $0 })
        return String(slashed.drop { $0 == "/" }).lowercased()
    }

    /// The folder of a part: `xl/worksheets` for `xl/worksheets/sheet1.xml`.
    static func folder(of part: String) -> String { part.split(separator: "/").dropLast().joined(separator: "/") }

    /// A name in a folder, which may be the root.
    static func inside(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }

    /// The part that holds the relationships of another.
    static func relationships(of part: String) -> String {
        let name = part.split(separator: "/").last ?? ""
        return inside(folder(of: part), "_rels/\(name).rels")
    }

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

    /// The way from a folder to a part: `../comments1.xml`.
    static func path(from folder: String, to part: String) -> String {
        var from = folder.split(separator: "/")[...]
        var to = part.split(separator: "/")[...]
        while to.count > 1, let first = from.first, first == to.first {
            from.removeFirst()
            to.removeFirst()
        }
        return (from.map { _ in ".." } + to.map(String.init)).joined(separator: "/")
    }

    /// A name with its `%20` resolved.
    static func percentDecoded(_ name: String) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(name).utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
