import Books
import Foundation
import Intake

/// The files of a month's folder, read side by side.
struct MonthFolder {
    /// What was read and looked at, or why it could not be.
    let files: [Intake.Opened]
    /// Files that are no workbooks, which nobody looked at.
    let passedOver: [String]
    /// Settings in folders where they do not count.
    let misplaced: [String]

    /// Reads every sheet below a folder, but nothing below `output`.
    static func read(
        _ folder: String, output: String, passwords: [String] = [], company: CompanySettings, progress: Progress
    ) async throws(FolderError) -> MonthFolder {
        let input = try entries(folder, output: output)
        let intake = Intake(settings: company.settings)
        let files = await sideBySide(input.entries, progress: progress) { entry in
            // Its cells are let go of when it was looked at; the next file's would lie beside them.
            defer { if entry.size >= HeapSettings.largeFile { HeapSettings.giveBack() } }
            let own = company.passwords(for: entry.name, given: passwords)
            return intake.open(InputFiles.read(entry, passwords: own))
        }
        return MonthFolder(files: files, passedOver: input.passedOver, misplaced: input.misplaced)
    }

    /// What lies below a folder, but nothing below `output`.
    static func entries(_ folder: String, output: String) throws(FolderError) -> InputFiles {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else { throw .missing(folder) }
        guard isFolder.boolValue else { throw .noFolder(folder) }
        return InputFiles([folder], leavingOut: output)
    }

    /// Reads as many at once as there are cores, which bounds the memory that half-read files take; the largest first, so
    /// that no core waits long for one that was begun last.
    static func sideBySide<File: Sendable>(
        _ entries: [InputFiles.Entry], progress: Progress, read one: @escaping @Sendable (InputFiles.Entry) -> File
    ) async -> [File] {
        let atOnce = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let read = await withTaskGroup(of: (Int, File).self) { group in
            var read = [File?](repeating: nil, count: entries.count)
            let sizes = entries.map(\.size)
            var waiting = entries.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }.makeIterator()
            func start() {
                guard let place = waiting.next() else { return }
                group.addTask { (place, one(entries[place])) }
            }
            for _ in 0..<atOnce { start() }
            var done = 0
            while let (place, file) = await group.next() {
                read[place] = file
                done += 1
                progress.show(done, of: entries.count)
                start()
            }
            return read.compactMap { $0 }
        }
        progress.finish()
        return read
    }
}

/// Why a month's folder could not be looked at.
enum FolderError: Error {
    case missing(String), noFolder(String), empty(String), nothingUsable(String), noSettings(String)

    var words: Phrase {
        switch self {
        case .missing(let path):
            Phrase("没有这个文件夹：\(path)。请核对路径。", "There is no folder \(path). Check the path.")
        case .noFolder(let path):
            Phrase(
                "\(path) 不是文件夹。请给出放着当月文件的文件夹。", "\(path) is not a folder. Give the folder that holds the month's files."
            )
        case .noSettings(let path):
            Phrase(
                "没有这个设置文件：\(path)。请核对路径。", "There is no settings workbook \(path). Check the path.")
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
