public import Books
import Foundation

/// A written workbook that a person worked in, put aside under another name before a new one takes its place.
public enum KeptCopy {
    /// How many copies of one file are kept before it is an error; nobody keeps more by intent.
    static let limit = 999

    /// Renames the file to the first free `name (保留 1).xlsx`, or `name (kept 1).xlsx` in English.
    ///
    /// - Returns: The path it has now.
    /// - Throws: What the system says when it cannot be renamed; the file is then where it was.
    public static func putAside(_ path: String, language: Language) throws -> String {
        let files = FileManager.default
        var number = 1
        while files.fileExists(atPath: name(of: path, number: number, language: language)), number < limit {
            number += 1
        }
        let target = name(of: path, number: number, language: language)
        // Moving does not replace: past the limit it throws, and nothing is lost.
        try files.moveItem(atPath: path, toPath: target)
        return target
    }

    static func name(of path: String, number: Int, language: Language) -> String {
        let word = Phrase("保留", "kept")[language]
        let folderEnd = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let stemEnd = path[folderEnd...].lastIndex(of: ".") ?? path.endIndex
        return "\(path[..<stemEnd]) (\(word) \(number))\(path[stemEnd...])"
    }
}
