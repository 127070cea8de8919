import Archive
import ArgumentParser
import Books
import Foundation
import Intake
import Reconciler
import Reports
import WorkbookWriter

/// The main job: a month's folder in, coloured workbooks out.
struct ReconcileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "核对一个月的文件 / ties out a month's folder",
        discussion: """
            读文件夹里的全部工作簿，互相核对，在 out/ 里写出差异表、盘点表和 findings.json。退出码：0 全部相符，1 有差异，2 无法核对。
            Reads every workbook in the folder, holds them against one another, and writes variances, stock check and \
            findings.json into out/. Exit code: 0 all tied, 1 variances found, 2 could not be done.
            """)

    @Argument(help: "月份文件夹 / the month's folder", completion: .directory)
    var folder: String

    @OptionGroup var choice: MonthChoice

    @Option(
        help: ArgumentHelp(
            "把 findings.json 另写一份；- 为标准输出 / findings.json here as well; - for standard output", valueName: "file"))
    var json: String?

    @Flag(help: .hidden)
    var timings = false

    @OptionGroup var languageChoice: LanguageChoice
    private var language: Language { languageChoice.language }

    func run() async throws {
        TemporaryFiles.removeWhenInterrupted()
        let output = choice.output(of: folder)
        let company = try companySettings()
        let watch = Stopwatch(isRunning: timings)
        let (month, files) = try await read(company, watch)
        // Under a watch one stage comes after the other, so that each has its own time.
        let result = Reconciler(settings: company.settings)
            .reconcile(month, workers: timings ? .one : .all) { watch.lap($0) }
        let desk = OutputDesk(folder: output, language: language)
        do {
            let written = try await desk.write(month: month, result, booksFolder: folder, alsoTo: json)
            let aliases = try AliasesWorkbook(folder: output, language: language, period: month.period)
                .write(result.aliasProposals, decided: company.reading.decisions)
            watch.lap("reports")
            say(TerminalSummary(month: month, reconciliation: result, language: language).text(files: written))
            if let aliases { tell(aliases[language]) }
        } catch {
            tell(OutputDesk.words(error)[language])
            throw ExitCode(2)
        }
        for path in files.passedOver {
            tell(Phrase("没有看：\(path)（不是表格）", "not looked at: \(path) (no sheet)")[language])
        }
        for path in files.misplaced {
            tell(
                Phrase(
                    "没有用：\(path)（设置要放在月份文件夹里或它的上一级）",
                    "not used: \(path) (settings go into the month's folder or the one above it)")[language])
        }
        if choice.period == nil {
            tell(
                Phrase(
                    "月份 \(month.period) 是从数据里找出来的；不对请用 --period 指定。",
                    "The month \(month.period) was found in the data; if it is another, say --period.")[language])
        }
        if !result.tiesThroughout { throw ExitCode(1) }
    }

    private func companySettings() throws -> CompanySettings {
        do throws(FolderError) {
            return try choice.company(folder)
        } catch {
            tell(error.words[language])
            throw ExitCode(2)
        }
    }

    /// The month, as far as it could be understood.
    private func read(_ company: CompanySettings, _ watch: Stopwatch) async throws -> (Month, MonthFolder) {
        let progress = Progress(Phrase("读取文件", "reading files"), language: language)
        do throws(FolderError) {
            let files = try await choice.files(of: folder, company, progress: progress)
            if files.files.isEmpty { throw .empty(folder) }
            watch.lap("reading")
            let month = Intake(settings: company.settings).month(
                of: files.files, period: choice.period, workers: timings ? .one : .all)
            HeapSettings.giveBack()
            watch.lap("intake")
            if BookKind.allCases.contains(where: month.has) { return (month, files) }
            for problem in month.problems { tell(words(problem)) }
            throw .nothingUsable(folder)
        } catch {
            tell(error.words[language])
            throw ExitCode(2)
        }
    }

    private func words(_ problem: Problem) -> String {
        let place = [problem.file, problem.sheet, problem.cell].compactMap { $0 }.joined(separator: " ")
        let colon = Phrase("：", ": ")[language], stop = Phrase("。", ". ")[language]
        return place + colon + problem.expected[language] + stop + problem.advice[language]
    }

    /// With `--json -` standard output belongs to the JSON alone.
    private func say(_ text: String) {
        if json == "-" { tell(text) } else { print(text) }
    }

    private func tell(_ text: String) { StandardError.write(text) }
}
