import Archive
import Foundation
import Intake
import WorkbookReader
import WorkbookWriter

/// The workbooks that somebody handed over: files, and folders with all that lies in them.
struct InputFiles {
    /// A file: where it is, and what it is called from the folder that was given.
    struct Entry: Hashable {
        let path: String
        let name: String

        /// Its bytes; 0 where that cannot be told.
        var size: Int {
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return (attributes?[.size] as? NSNumber)?.intValue ?? 0
        }
    }

    /// The files, by name.
    private(set) var entries: [Entry] = []
    /// Paths that do not exist.
    private(set) var missing: [String] = []
    /// Files in folders that are no sheets, which nobody looks at.
    private(set) var passedOver: [String] = []
    /// Settings in folders below the one that was given, where they do not count.
    private(set) var misplaced: [String] = []
    private let output: String?

    /// Collects files from paths; a folder gives every sheet in it but those in a folder `out`, or in `output`, and but
    /// the company's settings.
    ///
    /// Lock files (~$…) and hidden files are passed over in silence; links to folders are not followed, since they may
    /// lead in circles.
    init(_ paths: [String], leavingOut output: String? = nil) {
        self.output = output.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
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
                let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
                let isOutput = item == "out" || URL(fileURLWithPath: path).standardizedFileURL.path == output
                if !isLink, !isOutput { collect(path, name: itemName) }
            } else if CompanySettings.isOwn(item) {
                if !name.isEmpty { misplaced.append(itemName) }
            } else if let ending = item.split(separator: ".").last, WorkbookReader.endings.contains(ending.lowercased())
            {
                entries.append(Entry(path: path, name: itemName))
            } else {
                passedOver.append(itemName)
            }
        }
    }

    /// The same files, each called by the way to it from the current folder, so that no two share a name.
    func namedFromHere() -> [Entry] {
        var seen: Set<String> = []
        return entries.compactMap { entry in
            let folder = (entry.path as NSString).deletingLastPathComponent
            let way = OutputFile.path(from: ".", to: folder.isEmpty ? "." : folder)
            let name = way + (entry.path as NSString).lastPathComponent
            return seen.insert(name).inserted ? Entry(path: entry.path, name: name) : nil
        }.sorted { $0.name < $1.name }
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
