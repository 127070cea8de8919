import Archive
import Books
import Foundation
import Intake
import WorkbookReader

/// The files of a month's folder, read side by side.
struct MonthFolder {
    /// What was read, or why it could not be.
    let files: [Intake.File]
    /// Files that are no workbooks, which nobody looked at.
    let passedOver: [String]

    /// Endings of files that people use for sheets; those that cannot be read are told how to save them.
    private static let endings: Set<String> = [
        "xlsx", "xlsm", "xltx", "xltm", "xls", "xlsb", "ods", "et", "csv", "tsv",
    ]

    /// Reads every workbook below a folder, but nothing below `output`.
    ///
    /// Hidden files and Excel's lock files (`~$…`) are passed over in silence.
    static func read(_ folder: String, output: String, progress: Progress) async throws(FolderError) -> MonthFolder {
        let paths = try listing(of: folder, output: output)
        let wanted = paths.filter { endings.contains(($0 as NSString).pathExtension.lowercased()) }
        let passedOver = paths.filter { !endings.contains(($0 as NSString).pathExtension.lowercased()) }
        let atOnce = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let files = await withTaskGroup(of: (Int, Intake.File).self) { group in
            var read = [Intake.File?](repeating: nil, count: wanted.count)
            var next = 0
            // As many at once as there are cores bounds the memory that half-read files take.
            while next < min(atOnce, wanted.count) {
                let (place, path) = (next, wanted[next])
                group.addTask { (place, file(path, in: folder)) }
                next += 1
            }
            var done = 0
            while let (place, file) = await group.next() {
                read[place] = file
                done += 1
                progress.show(done, of: wanted.count)
                if next < wanted.count {
                    let (place, path) = (next, wanted[next])
                    group.addTask { (place, MonthFolder.file(path, in: folder)) }
                    next += 1
                }
            }
            return read.compactMap { $0 }
        }
        progress.finish()
        return MonthFolder(files: files, passedOver: passedOver)
    }

    private static func file(_ path: String, in folder: String) -> Intake.File {
        let full = folder + "/" + path
        do {
            let digest = try FileDigest.sha256(full)
            return Intake.File(
                path: path, sha256: digest,
                content: Result { () throws(ReadingError) in
                    try WorkbookReader().read(path: full)
                })
        } catch {
            return Intake.File(path: path, sha256: "", content: .failure(.cannotOpen(error.localizedDescription)))
        }
    }

    private static func listing(of folder: String, output: String) throws(FolderError) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else { throw .missing(folder) }
        guard isFolder.boolValue else { throw .noFolder(folder) }
        let left = URL(fileURLWithPath: output).standardizedFileURL.path
        let root = URL(fileURLWithPath: folder)
        let keys: [URLResourceKey] = [.isRegularFileKey]
        guard
            let walk = FileManager.default.enumerator(
                at: root, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
        else { throw .missing(folder) }
        var paths: [String] = []
        let prefix = root.standardizedFileURL.path + "/"
        for case let url as URL in walk {
            let path = url.standardizedFileURL.path
            if path == left || url.lastPathComponent == "out" && path == prefix + "out" {
                walk.skipDescendants()
                continue
            }
            guard (try? url.resourceValues(forKeys: Set(keys)))?.isRegularFile == true,
                !url.lastPathComponent.hasPrefix("~$"), !url.lastPathComponent.hasPrefix("."), path.hasPrefix(prefix)
            else { continue }
            paths.append(String(path.dropFirst(prefix.count)))
        }
        return paths.sorted()
    }
}

/// Why a month's folder could not be looked at.
enum FolderError: Error {
    case missing(String), noFolder(String), empty(String), nothingUsable(String)

    var words: Phrase {
        switch self {
        case .missing(let path):
            Phrase("没有这个文件夹：\(path)。请核对路径。", "There is no folder \(path). Check the path.")
        case .noFolder(let path):
            Phrase(
                "\(path) 不是文件夹。请给出放着当月文件的文件夹。", "\(path) is not a folder. Give the folder that holds the month's files."
            )
        case .empty(let path):
            Phrase(
                "\(path) 里没有工作簿（.xlsx）。请把当月收到的文件放进去，或用 tieout init 新建。",
                "\(path) holds no workbooks (.xlsx). Put the month's files in it, or make a new one with tieout init.")
        case .nothingUsable(let path):
            Phrase(
                "\(path) 里没有一条能用的记录，没有可核对的内容。", "Not one record in \(path) could be used; there is nothing to tie out.")
        }
    }
}

/// How far the reading is, on a terminal only.
struct Progress: Sendable {
    private let isShown: Bool
    private let words: String

    init(_ words: Phrase, language: Language, isQuiet: Bool = false) {
        isShown = !isQuiet && isatty(2) == 1
        self.words = words[language]
    }

    func show(_ done: Int, of all: Int) {
        if isShown { FileHandle.standardError.write(Data("\r\(words) \(done)/\(all)".utf8)) }
    }

    func finish() {
        if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
