import Archive
import Foundation
import Intake
import WorkbookReader

/// The workbooks that somebody handed over: files, and folders with all that lies in them.
struct InputFiles {
    /// A file: where it is, and what it is called from the folder that was given.
    struct Entry: Hashable {
        let path: String
        let name: String
    }

    /// The files, by name.
    private(set) var entries: [Entry] = []
    /// Paths that do not exist.
    private(set) var missing: [String] = []

    /// Collects files from paths; a folder gives every workbook in it but those in a folder `out`.
    ///
    /// Lock files (~$…) and hidden files are passed over.
    init(_ paths: [String]) {
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                missing.append(path)
                continue
            }
            if isFolder.boolValue {
                collect(path, name: "")
            } else {
                entries.append(Entry(path: path, name: path.split(separator: "/").last.map(String.init) ?? path))
            }
        }
        entries.sort { $0.name != $1.name ? $0.name < $1.name : $0.path < $1.path }
    }

    private mutating func collect(_ folder: String, name: String) {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for item in found.sorted() where !item.hasPrefix(".") && !item.hasPrefix("~$") {
            let path = folder.hasSuffix("/") ? folder + item : folder + "/" + item
            let itemName = name.isEmpty ? item : name + "/" + item
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                if item != "out" { collect(path, name: itemName) }
            } else if let ending = item.split(separator: ".").last, WorkbookReader.endings.contains(ending.lowercased())
            {
                entries.append(Entry(path: path, name: itemName))
            }
        }
    }

    /// Reads one of them.
    static func read(_ entry: Entry, passwords: [String] = []) -> Intake.File {
        let digest = (try? FileDigest.sha256(entry.path)) ?? ""
        do {
            return Intake.File(
                path: entry.name, sha256: digest,
                content: .success(try WorkbookReader(passwords: passwords).read(path: entry.path)))
        } catch {
            return Intake.File(path: entry.name, sha256: digest, content: .failure(error))
        }
    }
}
