import ArgumentParser
import Books
import Intake
import WorkbookReader

/// Writes every cell of a workbook to standard output.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "读出工作簿的每个单元格 / every cell of a workbook to standard output")

    @Argument(help: "工作簿 / a workbook (.xlsx, .xlsm, .xltx, .xltm)")
    var file: String

    @Option(help: "只读这张工作表 / this sheet only")
    var sheet: String?

    @Option(help: "csv, jsonl, cells (sheet, address, type, value) or none (counts only)")
    var format: CellListing.Format = .csv

    @Option(
        name: .customLong("password"),
        help: "打开密码，可给多个 / a password to open it with; give it again for each further one to try")
    var passwords: [String] = []

    @OptionGroup var languageChoice: LanguageChoice

    private var language: Language { languageChoice.language }

    func run() throws {
        let workbook: Workbook
        do {
            workbook = try WorkbookReader(passwords: passwords).read(path: file)
        } catch {
            let words = error.explanation[language] + (language == .chinese ? "。" : "; ") + error.advice[language]
            throw refuse("\(file): \(words)")
        }
        var sheets = workbook.sheets
        if let sheet {
            sheets = sheets.filter { $0.name == sheet }
            guard !sheets.isEmpty else {
                let names = workbook.sheets.map(\.name).joined(separator: language == .chinese ? "、" : ", ")
                throw refuse(
                    Phrase(
                        "\(file): 没有名为“\(sheet)”的工作表，有的是：\(names)",
                        "\(file): there is no sheet '\(sheet)'; there are: \(names)")[language])
            }
        } else if format == .csv, sheets.count > 1 {
            // A CSV holds one table; the others are named, not dropped in silence.
            sheets = [sheets.first { $0.visibility == .visible } ?? sheets[0]]
            let others = workbook.sheets.map(\.name).filter { $0 != sheets[0].name }
            let names = others.joined(separator: language == .chinese ? "、" : ", ")
            StandardError.write(
                Phrase(
                    "只写出“\(sheets[0].name)”；其他工作表用 --sheet 指定：\(names)",
                    "written: '\(sheets[0].name)'; for the others use --sheet: \(names)")[language])
        }
        var listing = CellListing(workbook: workbook, format: format)
        for sheet in sheets { listing.write(sheet) }
        listing.finish()
    }

    private func refuse(_ message: String) -> ExitCode {
        StandardError.write(message)
        return ExitCode(2)
    }
}
