import ArgumentParser
import Books
import Foundation
import Intake
import WorkbookReader

/// Shows what each sheet was taken for, and how sure that is.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "每张工作表认作什么、各列认作什么字段 / what each sheet and column was taken for, and how sure")

    @Argument(help: "工作簿或文件夹 / workbooks or folders")
    var files: [String]

    @Option(help: "月份，如 2026-10 / the month; found in the data if not given")
    var period: String?

    @Option(
        help: ArgumentHelp(
            "设置工作簿；文件夹里的 设置.xlsx 不用写 / the settings workbook; one in a folder is found by itself", valueName: "file"))
    var settings: String?

    @Option(
        name: .customLong("password"),
        help: "打开密码，可给多个 / a password to open them with; give it again for each further one to try")
    var passwords: [String] = []

    @OptionGroup var languageChoice: LanguageChoice

    private var language: Language { languageChoice.language }

    func run() throws {
        var wanted: Period?
        if let period {
            guard let month = Period(period) else {
                throw refuse(Phrase("月份应写成 2026-10：\(period)", "a month is written 2026-10, not \(period)"))
            }
            wanted = month
        }
        let input = InputFiles(files)
        for path in input.missing {
            StandardError.write(Phrase("没有这个文件或文件夹：\(path)", "no such file or folder: \(path)")[language])
        }
        guard !input.entries.isEmpty else {
            throw refuse(Phrase("没有可看的工作簿", "there is no workbook to inspect"))
        }
        let company = try companySettings()
        let read = input.entries.map {
            InputFiles.read($0, passwords: company.passwords(for: $0.name, given: passwords))
        }
        let month = Intake(settings: company.settings).month(of: read, period: wanted)
        var workbooks: [String: Workbook] = [:]
        for file in read { if case .success(let workbook) = file.content { workbooks[file.path] = workbook } }
        var listing = InspectionListing(month: month, workbooks: workbooks, language: language)
        listing.write()
        if !input.missing.isEmpty || workbooks.isEmpty { throw ExitCode(2) }
    }

    /// The settings named, or those of the first folder that was given.
    private func companySettings() throws -> CompanySettings {
        let folder = files.first { path in
            (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
        }
        do throws(FolderError) {
            return try CompanySettings.read(besides: folder, named: settings)
        } catch {
            throw refuse(error.words)
        }
    }

    private func refuse(_ words: Phrase) -> ExitCode {
        StandardError.write(words[language])
        return ExitCode(2)
    }
}
