import ArgumentParser
import Books

/// Which month a folder is of, and what its files are read with: the same for every command that reads a whole one.
struct MonthChoice: ParsableArguments {
    @Option(
        help: "月份，如 2026-10；不写则从数据里找 / the month; found in the data where it is not given",
        transform: PeriodArgument.parse)
    var period: Period?

    @Option(
        help: ArgumentHelp(
            "结果文件夹；不写则是月份文件夹里的 out / the folder of the results; else out in the month's folder", valueName: "folder"))
    var out: String?

    @Option(
        help: ArgumentHelp(
            "设置工作簿；不写则用月份文件夹或上一级里的 设置.xlsx / the settings workbook; else settings.xlsx in the folder or above it",
            valueName: "file"))
    var settings: String?

    @Option(
        name: .customLong("password"),
        help: "打开密码，可给多个 / a password to open workbooks with; give it again for each further one to try")
    var passwords: [String] = []

    /// The folder of the results of a month's folder: nothing in it is a book of the month.
    func output(of folder: String) -> String { out ?? folder + "/out" }

    /// The company's settings for a month's folder.
    func company(_ folder: String) throws(FolderError) -> CompanySettings {
        try CompanySettings.read(folder: folder, named: settings, output: output(of: folder), passwords: passwords)
    }

    /// The sheets of a month's folder.
    func files(
        of folder: String, _ company: CompanySettings, progress: Progress
    ) async throws(FolderError) -> MonthFolder {
        try await MonthFolder.read(
            folder, output: output(of: folder), passwords: passwords, company: company, progress: progress)
    }
}

/// `--period`.
enum PeriodArgument {
    @Sendable static func parse(_ text: String) throws -> Period {
        guard let period = Period(text) else {
            throw ValidationError("不是月份 / not a month: '\(text)' (2026-10)")
        }
        return period
    }
}
