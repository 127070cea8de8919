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

    @Option(help: ArgumentHelp("把说明页写到文件夹 / writes a page for each rule into a folder", valueName: "folder"))
    var pages: String?

    @OptionGroup var language: LanguageChoice

    func run() throws {
        if let pages {
            try write(into: pages)
        } else {
            print(RulePages.list(language.language), terminator: "")
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
