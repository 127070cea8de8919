import ArgumentParser
import Books
import Foundation
import Intake
import Reconciler
import Reports

/// Tells what one finding means, or what a code does.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "解释一条差异或一个代码 / explains one finding, or what a code means",
        discussion: """
            差异编号在差异表最后一列和 findings.json 里；查编号要给出月份文件夹，核对时给过的设置、密码等也照样给。
            The ids of findings stand in the last column of the variance workbook and in findings.json; for an id also give \
            the month's folder, and the settings, passwords and so on that it was tied out with.
            """)

    @Argument(help: "差异编号或代码 / a finding's id, or a code such as dispatch.quantity-short")
    var subject: String

    @Argument(help: "月份文件夹 / the month's folder", completion: .directory)
    var folder: String = "."

    @OptionGroup var choice: MonthChoice

    @OptionGroup var languageChoice: LanguageChoice
    private var language: Language { languageChoice.language }

    func run() async throws {
        if let rule = RuleBook.rule(subject) {
            print(RulePages.explanation(of: rule, language), terminator: "")
            return
        }
        let folderFiles: MonthFolder, company: CompanySettings
        do throws(FolderError) {
            company = try choice.company(folder)
            folderFiles = try await choice.files(
                of: folder, company, progress: Progress(Phrase("读取", "reading"), language: language))
        } catch {
            StandardError.write(error.words[language])
            throw ExitCode(2)
        }
        let month = Intake(settings: company.settings).month(of: folderFiles.files, period: choice.period)
        let findings = Reconciler(settings: company.settings).reconcile(month, workers: .all).findings
        guard let finding = findings.first(where: { $0.id == subject }) else {
            StandardError.write(
                Phrase(
                    "没有编号或代码是「\(subject)」的。代码见 tieout rules；编号见差异表最后一列。",
                    "Nothing has the id or code “\(subject)”. For codes see tieout rules; ids stand in the last column of the variance workbook."
                )[language])
            throw ExitCode(2)
        }
        print(FindingStory.lines(finding, language).joined(separator: "\n"))
    }
}
