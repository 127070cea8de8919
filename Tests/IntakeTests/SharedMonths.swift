import Books
import Foundation
import Intake
import WorkbookReader

/// The months and business files that lie beside the project, where they do.
enum SharedMonths {
    static let shared: String = {
        var path = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        path.removeLast(3)
        return path.joined(separator: "/") + "/../shared"
    }()

    static var isPresent: Bool { FileManager.default.fileExists(atPath: shared + "/months") }

    /// Reads every workbook of a folder.
    static func files(_ folder: String) -> [Intake.File] {
        let root = shared + "/" + folder
        let names = (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []).sorted()
        return names.filter { $0.hasSuffix(".xlsx") }.map { name in
            let content = Result { () throws(ReadingError) in try WorkbookReader().read(path: root + "/" + name) }
            return Intake.File(path: name, sha256: name, content: content)
        }
    }
}
