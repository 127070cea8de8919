import Archive
import Books
import Dispatch
import Foundation
import Intake
import Reconciler
import Reports
import Synchronization
import WorkbookEditor
import WorkbookReader
import WorkbookWriter

/// Sends each file with findings back: the sender's own workbook, coloured and commented, in the folder `feedback`.
struct FeedbackDesk {
    /// The folder of the results.
    let folder: String
    /// The month's folder, which the files' paths start from.
    let booksFolder: String
    let language: Language
    let archive: Archive?

    static let folderName = "feedback"

    /// Larger workbooks are exports, not sheets that somebody fills in; they get a list beside them.
    private static let limits: EditingLimits = {
        var limits = EditingLimits()
        limits.partBytes = 8 << 20
        return limits
    }()
    /// As large as the most bytes that are worth being looked at, and the most cells that are copied.
    private static let fileBytes = 16 << 20, copiedCells = 200_000

    /// What was written.
    struct Outcome {
        /// The files, from the folder of the results.
        var written: [String] = []
        /// Why some are lists and not the sender's workbook, and which were kept: for people.
        var remarks: [Phrase] = []
    }

    /// Makes the feedback of a month, and writes none of it yet.
    ///
    /// - Parameter files: The files that may get feedback; `nil` for all.
    /// - Throws: `WritingError`, `EditingError`.
    func prepare(_ month: Month, _ result: Reconciliation, files: Set<String>? = nil) throws -> [Prepared] {
        let all = Feedback.all(of: month, result, language: language).filter { files?.contains($0.file) ?? true }
        if !all.isEmpty { try OutputFile.makeFolder(folder + "/" + Self.folderName) }
        return try prepare(all, month).map { try $0.get() }
    }

    /// Writes what was made for a month's files, and takes away what earlier runs wrote for those that are right now.
    ///
    /// - Throws: `WritingError`.
    func write(_ prepared: [Prepared], _ month: Month, files: Set<String>? = nil) throws -> Outcome {
        var outcome = Outcome()
        for ready in prepared {
            if let remark = ready.remark { outcome.remarks.append(remark) }
            try put(ready.name, ready.bytes, &outcome)
        }
        removeStale(month, files, outcome)
        return outcome
    }

    /// A file as it is to be written.
    struct Prepared: Sendable {
        let name: String
        let bytes: [UInt8]
        /// What is to be said to whoever runs this.
        let remark: Phrase?
    }

    /// Makes all files side by side, for each is unpacked and packed again by itself; in the order of the feedback.
    private func prepare(_ all: [Feedback], _ month: Month) -> [Result<Prepared, EditingError>] {
        let digests = Dictionary(month.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let done = Mutex<[Int: Result<Prepared, EditingError>]>([:])
        DispatchQueue.concurrentPerform(iterations: all.count) { place in
            let result = prepare(all[place], sha256: digests[all[place].file] ?? "")
            done.withLock { $0[place] = result }
        }
        return done.withLock { done in all.indices.compactMap { done[$0] } }
    }

    private func prepare(_ feedback: Feedback, sha256: String) -> Result<Prepared, EditingError> {
        let reason: Phrase
        switch edited(feedback, booksFolder + "/" + feedback.file, sha256: sha256) {
        case .success(let bytes):
            return .success(Prepared(name: feedback.names.workbook, bytes: bytes, remark: nil))
        case .failure(let why): reason = why.words
        }
        let name = feedback.names.list(feedback.language)
        let remark = Phrase(
            "\(feedback.file)：\(reason.chinese)，意见另列在 \(Self.folderName)/\(name)",
            "\(feedback.file): \(reason.english); its findings are listed in \(Self.folderName)/\(name)")
        do throws(EditingError) {
            let list = try WorkbookEdit.workbook(of: feedback.listAlone(reason))
            return .success(Prepared(name: name, bytes: list, remark: remark))
        } catch {
            return .failure(error)
        }
    }

    /// Why a workbook is left as it is.
    private struct Refusal: Error {
        let words: Phrase
    }

    private func edited(_ feedback: Feedback, _ source: String, sha256: String) -> Result<[UInt8], Refusal> {
        let size = (try? FileManager.default.attributesOfItem(atPath: source)[.size] as? Int) ?? 0
        guard size <= Self.fileBytes else { return .failure(Refusal(words: EditingError.tooLarge(part: "").words)) }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: source)), case let bytes = [UInt8](data),
            FileDigest.sha256(bytes) == sha256
        else {
            return .failure(
                Refusal(words: Phrase("文件在核对时被改动或移走", "it was changed or moved while it was tied out")))
        }
        do throws(EditingError) {
            return .success(try feedback.edit().applied(to: bytes, limits: Self.limits).bytes)
        } catch .noPackage {
            return copied(feedback, source)
        } catch {
            return .failure(Refusal(words: error.words))
        }
    }

    /// What is no package comes back as an .xlsx with the same values, which is then coloured.
    private func copied(_ feedback: Feedback, _ source: String) -> Result<[UInt8], Refusal> {
        let workbook: Workbook
        do throws(ReadingError) {
            workbook = try WorkbookReader().read(path: source)
        } catch {
            return .failure(Refusal(words: error.explanation))
        }
        guard workbook.sheets.reduce(0, { $0 + $1.cellCount }) <= Self.copiedCells else {
            return .failure(Refusal(words: EditingError.tooLarge(part: "").words))
        }
        do {
            let copy = try WorkbookCopy(of: workbook, in: folder + "/" + Self.folderName)
            return .success(try feedback.edit(sheetNames: copy.sheetNames).applied(to: copy.bytes).bytes)
        } catch {
            return .failure(Refusal(words: (error as? EditingError ?? .cannotPack).words))
        }
    }

    // MARK: The folder

    /// Writes a file under its name; where somebody has written in the one that stands there, under the next number.
    private func put(_ name: String, _ bytes: [UInt8], _ outcome: inout Outcome) throws {
        let digest = FileDigest.sha256(bytes)
        var chosen = name
        var number = 2
        while let there = try? FileDigest.sha256(path(chosen)), there != digest, isTouched(chosen, there) {
            chosen = Self.numbered(name, number)
            number += 1
        }
        if chosen != name {
            outcome.remarks.append(
                Phrase(
                    "\(Self.folderName)/\(name) 里有人写过东西，未改动；新的反馈是 \(Self.folderName)/\(chosen)",
                    "somebody wrote in \(Self.folderName)/\(name), which is kept; the new feedback is \(Self.folderName)/\(chosen)"
                ))
        }
        try OutputFile.write(bytes, to: path(chosen))
        outcome.written.append(Self.folderName + "/" + chosen)
    }

    private func path(_ name: String) -> String { folder + "/" + Self.folderName + "/" + name }

    /// Whether a person's words may be in a file; without an archive nobody knows who wrote last.
    private func isTouched(_ name: String, _ sha256: String) -> Bool {
        (try? archive?.wasTouched(Self.folderName + "/" + name, sha256: sha256)) ?? true
    }

    private static func numbered(_ name: String, _ number: Int) -> String {
        let point = name.lastIndex(of: ".") ?? name.endIndex
        return "\(name[..<point]) (\(number))\(name[point...])"
    }

    /// A name, and the numbered ones beside it that stand in the folder.
    private func numberedNames(_ name: String) -> [String] {
        var names = [name]
        while case let next = Self.numbered(name, names.count + 1),
            FileManager.default.fileExists(atPath: path(next))
        {
            names.append(next)
        }
        return names
    }

    /// Removes what this program wrote earlier for files of this month and did not write now, unless somebody wrote in it.
    private func removeStale(_ month: Month, _ files: Set<String>?, _ outcome: Outcome) {
        let written = Set(outcome.written)
        for (file, names) in Feedback.names(of: month) where files?.contains(file) ?? true {
            for name in ([names.workbook] + Language.allCases.map(names.list)).flatMap(numberedNames) {
                guard !written.contains(Self.folderName + "/" + name), let there = try? FileDigest.sha256(path(name)),
                    !isTouched(name, there)
                else { continue }
                try? FileManager.default.removeItem(atPath: path(name))
            }
        }
    }
}

extension EditingError {
    /// Why a workbook was left as it is, as the beginning of a sentence.
    var words: Phrase {
        switch self {
        case .noPackage: Phrase("不是可以直接批注的工作簿", "it is no workbook that can be annotated")
        case .signed: Phrase("带有数字签名，改动会使签名失效", "it is signed, and a change would break the signature")
        case .structureLocked: Phrase("工作簿结构受保护，不能加工作表", "its structure is protected, so no sheet can be added")
        case .shared: Phrase("是多人共享的工作簿", "it is shared for editing by several people")
        case .damaged(let part): Phrase("内部有残缺（\(part)）", "a part of it is broken (\(part))")
        case .forbiddenMarkup(let part): Phrase("内含文档类型声明（\(part)）", "it declares a document type (\(part))")
        case .encoding(let part): Phrase("字符编码不常见（\(part)）", "it uses an uncommon character encoding (\(part))")
        case .tooLarge: Phrase("文件太大，不逐格批注", "it is too large to be annotated cell by cell")
        case .cannotPack: Phrase("无法写成新的工作簿", "it could not be put together again")
        }
    }
}
