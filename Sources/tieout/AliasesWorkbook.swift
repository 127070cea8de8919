import Books
import Foundation
import Intake
import WorkbookReader
import WorkbookWriter

/// The workbook of aliases to confirm in the output folder: what people have typed stays, new proposals come below.
struct AliasesWorkbook {
    let folder: String
    let language: Language
    let period: Period

    private var path: String { folder + "/" + CompanySettings.aliasNames[0] }

    /// Places in a line, as `SettingsPage.aliasesToConfirm` has its columns.
    private static let kind = 0, written = 1, book = 3, answer = 4, note = 7

    /// Writes the proposals that nobody has decided about below the lines that stand there; no workbook where there is
    /// nothing to say.
    ///
    /// - Parameter decided: What people decided, here or elsewhere.
    /// - Returns: What a person must know: how many wait, and in which file.
    /// - Throws: `WritingError`.
    func write(_ proposals: [AliasProposal], decided: [AliasDecision]) throws -> Phrase? {
        let open = proposals.filter { proposal in
            !decided.contains { $0.verdict != .open && $0.concerns(proposal) }
        }
        let isThere = FileManager.default.fileExists(atPath: path)
        var lines: [[String]] = []
        var answered = 0
        if isThere {
            guard let workbook = try? WorkbookReader().read(path: path),
                let standing = SettingsReading.linesToConfirm(in: workbook)
            else {
                // It may hold what a person typed: it is left as it is.
                return open.isEmpty ? nil : leftAlone(open.count)
            }
            answered = SettingsReading.decisions(in: workbook).decisions.count { $0.verdict != .open }
            lines = standing.filter { line in
                isTouched(line) || open.contains { AliasesWorkbook.isOf(line, $0) }
            }
            let new = open.filter { proposal in !lines.contains { AliasesWorkbook.isOf($0, proposal) } }.map(line)
            lines += new
            if lines != standing { try write(lines) }
        } else {
            lines = open.map(line)
            if !lines.isEmpty { try write(lines) }
        }
        let waiting = lines.count - answered
        return waiting > 0 ? waits(waiting) : nil
    }

    /// Writes the lines, or takes the workbook away where none is left.
    private func write(_ lines: [[String]]) throws {
        if lines.isEmpty {
            try FileManager.default.removeItem(atPath: path)
            return
        }
        let page = SettingsPage.aliasesToConfirm
        let properties = DocumentProperties(title: page.title[language], createdDay: Int(period.lastDay.number))
        try WorkbookWriter.write(to: path, properties: properties) { book in
            book.defaultStyle = SettingsSheet.base(language)
            let sheet = try book.addSheet(page.title[language])
            SettingsSheet(page: page, language: language, book: book, sheet: sheet)
                .write(lines.map { line in line.map { $0.isEmpty ? .nothing : .text($0) } })
        }
    }

    private func line(_ proposal: AliasProposal) -> [String] {
        let place = "\(proposal.place.file) \(proposal.place.sheet)!\(proposal.place.cell)"
        var means = proposal.means, book = ""
        if case .column(let kind) = proposal.kind {
            means = Field(rawValue: means)?.words[language] ?? means
            book = kind?.words[language] ?? ""
        }
        return [proposal.kind.words[language], proposal.written, means, book, "", proposal.why[language], place, ""]
    }

    /// Whether a person has typed an answer or a remark.
    private func isTouched(_ line: [String]) -> Bool {
        !line[AliasesWorkbook.answer].isEmpty || !line[AliasesWorkbook.note].isEmpty
    }

    private static func isOf(_ line: [String], _ proposal: AliasProposal) -> Bool {
        let words = proposal.kind.words
        return [words.chinese, words.english].contains(line[kind].lowercased())
            && line[written].lowercased() == proposal.written.lowercased() && isOfBook(line, proposal.kind)
    }

    /// Whether a line is about the same book as a column's proposal, in either language.
    private static func isOfBook(_ line: [String], _ kind: AliasKind) -> Bool {
        guard case .column(let book?) = kind else { return true }
        return [book.words.chinese, book.words.english].contains(line[AliasesWorkbook.book].lowercased())
    }

    // MARK: Wording

    private func waits(_ count: Int) -> Phrase {
        Phrase(
            "别名待确认：\(count) 个写法很像已有的名称，请在 \(path) 的「确认」栏写 是 或 否；确认前不影响任何数字。",
            "Aliases to confirm: \(count) waiting. Type yes or no under Confirm in \(path); until then no figure changes."
        )
    }

    private func leftAlone(_ count: Int) -> Phrase {
        Phrase(
            "\(path) 打不开或里面有别的内容，没有改动它；有 \(count) 个待确认的别名没有写进去。把它移走再核对一次就能看到。",
            "\(path) cannot be read or holds something else and was left as it is; \(count) aliases to confirm were not written. Move it away and run again to see them."
        )
    }
}
