import Foundation

/// The package's own files, found from where this file lies.
enum Repository {
    static let root: URL = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Example months that lie beside the package where it is developed, and nowhere else.
    static let months = root.deletingLastPathComponent().appendingPathComponent("shared/months")

    static var hasMonths: Bool { FileManager.default.fileExists(atPath: months.path) }

    /// A path from the root.
    static subscript(path: String) -> URL { root.appendingPathComponent(path) }

    /// Every file under some of the root's folders, as paths from the root, in order.
    static func files(under folders: [String], endingIn endings: [String] = [""]) -> [String] {
        var found: [String] = []
        for folder in folders {
            for case let path as String in FileManager.default.enumerator(atPath: Repository[folder].path) ?? .init() {
                var isFolder: ObjCBool = false
                let full = "\(folder)/\(path)"
                guard FileManager.default.fileExists(atPath: Repository[full].path, isDirectory: &isFolder),
                    !isFolder.boolValue, endings.contains(where: full.hasSuffix)
                else { continue }
                found.append(full)
            }
        }
        return found.sorted()
    }

    /// The text of a file, empty for one that is not text.
    static func text(_ path: String) -> String {
        (try? String(contentsOf: Repository[path], encoding: .utf8)) ?? ""
    }
}

/// A folder of its own for one test, gone when the test is.
final class ScratchFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("tieout-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func callAsFunction(_ name: String) -> String { url.appendingPathComponent(name).path }
}
