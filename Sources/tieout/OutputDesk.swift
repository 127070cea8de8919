import Archive
import Books
import Foundation
import Reconciler
import Reports
import WorkbookWriter

/// Writes what a month came to, and never over what a person wrote.
struct OutputDesk {
    let folder: String
    let language: Language

    /// Writes the workbooks and `findings.json`, and remembers the run.
    ///
    /// A workbook that is no longer what the program wrote is put aside under another name first.
    ///
    /// - Returns: The paths of what was written.
    /// - Throws: `WritingError`.
    func write(
        month: Month, _ result: Reconciliation, booksFolder: String, alsoTo json: String?
    ) async throws -> [String] {
        try OutputFile.makeFolder(folder)
        let archive = openArchive()
        let since = (try? archive?.since(of: result.findings.map(\.id), period: month.period)) ?? [:]
        let workbooks = [Reports.variancesPath, Reports.ordersPath, Reports.stockCheckPath]
        for path in workbooks { try keep(path(folder, month.period), archive) }
        let desk = FeedbackDesk(folder: folder, booksFolder: booksFolder, language: language, archive: archive)
        // Made while the workbooks are written, and put into its folder when they stand.
        var prepared: [FeedbackDesk.Prepared] = []
        let written = try await Reports.write(
            month: month, reconciliation: result, into: folder, booksFolder: booksFolder, language: language,
            since: since, generatedBy: TieOut.nameAndVersion
        ) {
            prepared = try desk.prepare(month, result)
        }
        if let json {
            let data = FindingsJSON.data(
                month: month, reconciliation: result, language: language, since: since,
                generatedBy: TieOut.nameAndVersion)
            if json == "-" {
                var output = StandardOutput()
                output.append(data)
                output.flush()
            } else {
                try OutputFile.write(data, to: json)
            }
        }
        let feedback = try desk.write(prepared, month)
        for remark in feedback.remarks { StandardError.write(remark[language]) }
        remember(archive, month, result, written + feedback.written.map { folder + "/" + $0 })
        return written + summary(of: feedback)
    }

    /// One line for all feedback: the folder, and how many files are in it.
    private func summary(of feedback: FeedbackDesk.Outcome) -> [String] {
        guard !feedback.written.isEmpty else { return [] }
        let count = feedback.written.count
        return [
            "\(folder)/\(FeedbackDesk.folderName)/ "
                + Phrase("（反馈 \(count) 个文件）", count == 1 ? "(1 file to send back)" : "(\(count) files to send back)")[
                    language]
        ]
    }

    /// Writes the orders workbook of some order sheets alone, and feedback for those of them that need it.
    ///
    /// - Parameter files: The sheets that were checked; what they were held against gets no feedback.
    /// - Returns: The paths of what was written.
    /// - Throws: `WritingError`.
    func writeOrders(
        month: Month, _ result: Reconciliation, booksFolder: String, files: Set<String>
    ) throws -> [String] {
        try OutputFile.makeFolder(folder)
        let archive = openArchive()
        try keep(Reports.ordersPath(folder, month.period), archive)
        let written = [
            try Reports.writeOrders(
                month: month, reconciliation: result, into: folder, booksFolder: booksFolder, language: language)
        ]
        let desk = FeedbackDesk(folder: folder, booksFolder: booksFolder, language: language, archive: archive)
        let feedback = try desk.write(try desk.prepare(month, result, files: files), month, files: files)
        for remark in feedback.remarks { StandardError.write(remark[language]) }
        // A few sheets are no month: since when a finding stands is not learned from them.
        let seen = Reconciliation(findings: [], ties: [], stock: [], notChecked: [])
        remember(archive, month, seen, written + feedback.written.map { folder + "/" + $0 })
        return written + summary(of: feedback)
    }

    private func openArchive() -> Archive? {
        do throws(ArchiveError) {
            return try Archive.open(at: folder + "/" + Archive.fileName)
        } catch {
            StandardError.write(error.wording[language])
            return nil
        }
    }

    private func keep(_ path: String, _ archive: Archive?) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        let name = (path as NSString).lastPathComponent
        let digest = try FileDigest.sha256(path)
        // Without an archive nobody knows who wrote last, so it is kept.
        guard (try? archive?.wasTouched(name, sha256: digest)) ?? true else { return }
        let kept = try KeptCopy.putAside(path, language: language)
        StandardError.write(
            Phrase("\(path) 里有人写过东西，已另存为 \(kept)", "somebody wrote in \(path); it is kept as \(kept)")[language])
    }

    private func remember(_ archive: Archive?, _ month: Month, _ result: Reconciliation, _ written: [String]) {
        guard let archive else { return }
        let outputs = written.compactMap { path -> SourceFile? in
            guard let digest = try? FileDigest.sha256(path) else { return nil }
            let name = path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
            return SourceFile(path: name, sha256: digest)
        }
        do throws(ArchiveError) {
            try archive.record(
                Run(period: month.period, inputs: month.files, findings: result.findings, outputs: outputs))
        } catch {
            StandardError.write(error.wording[language])
        }
    }

    /// What went wrong, for people.
    static func words(_ error: any Error) -> Phrase {
        if let error = error as? WritingError { return error.words }
        let reason = error.localizedDescription
        return Phrase("写不出结果：\(reason)", "The results could not be written: \(reason)")
    }
}
