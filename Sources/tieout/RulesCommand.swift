import ArgumentParser
import Books
import Foundation
import Reconciler
import Reports
import WorkbookWriter

/// Lists every check and tie.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "列出所有核对规则 / lists every check and tie, its parameters and where they are set")

    @Argument(
        help: "月份文件夹，看其中或上一级的设置 / a month's folder, for the settings in it or above it", completion: .directory)
    var folder: String = "."

    @Option(help: ArgumentHelp("设置工作簿 / the settings workbook", valueName: "file"))
    var settings: String?

    @Option(help: ArgumentHelp("把说明页写到文件夹 / writes a page for each rule into a folder", valueName: "folder"))
    var pages: String?

    @OptionGroup var language: LanguageChoice

    func run() throws {
        if let pages {
            try write(into: pages)
        } else {
            print(RulePages.list(language.language, settings: try companySettings()), terminator: "")
        }
    }

    private func companySettings() throws -> Settings {
        do throws(FolderError) {
            return try CompanySettings.read(folder: folder, named: settings).settings
        } catch {
            StandardError.write(error.words[language.language])
            throw ExitCode(2)
        }
    }

    private func write(into folder: String) throws {
        do throws(WritingError) {
            try OutputFile.makeFolder(folder)
            for page in RulePages.all() {
                try OutputFile.write(Array(page.text.utf8), to: folder + "/" + page.name)
            }
        } catch {
            StandardError.write(error.words[language.language])
            throw ExitCode(2)
        }
    }
}
