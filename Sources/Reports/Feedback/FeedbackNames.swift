public import Books

/// What a file is called when it goes back to its sender.
public struct FeedbackNames: Hashable, Sendable {
    private let stem: String
    private let ending: String

    /// The names of a file, from its path.
    init(_ path: String, folder: String = "", number: Int = 1) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let point = name.lastIndex(of: ".") ?? name.endIndex
        stem = String(name[..<point]) + (folder.isEmpty ? "" : " (\(folder))") + (number > 1 ? " \(number)" : "")
        ending = String(name[point...])
    }

    /// The workbook: under its own name; what is no .xlsx comes back as one.
    public var workbook: String {
        let kept = [".xlsx", ".xlsm", ".xltx", ".xltm"].contains(ending.lowercased())
        return stem + (kept ? ending : ".xlsx")
    }

    /// The list beside a workbook that is left as it is.
    public func list(_ language: Language) -> String { stem + Phrase(" (清单)", " (list)")[language] + ".xlsx" }

    /// The names of all files of a month. Two of one name, in whatever letters, are told apart by their folders.
    static func all(of paths: [String]) -> [String: FeedbackNames] {
        var names: [String: FeedbackNames] = [:]
        var taken: Set<String> = []
        let alike = Dictionary(grouping: paths) { FeedbackNames($0).stem.lowercased() }
        for path in paths.sorted() {
            let shared = (alike[FeedbackNames(path).stem.lowercased()]?.count ?? 0) > 1
            let folder = shared ? path.split(separator: "/").dropLast().joined(separator: "-") : ""
            var number = 1
            var name = FeedbackNames(path, folder: folder)
            while !taken.insert(name.stem.lowercased()).inserted {
                number += 1
                name = FeedbackNames(path, folder: folder, number: number)
            }
            names[path] = name
        }
        return names
    }
}
