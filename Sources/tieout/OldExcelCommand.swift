import ArgumentParser
import WorkbookReader

/// The inner half of reading an old workbook: this program calls itself with it, in a process that may break down.
struct OldExcelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: OldExcelProgram.command, abstract: "(called by this program itself)", shouldDisplay: false)

    @Argument var file: String
    @Argument var memoryBytes: Int
    @Argument var seconds: Int

    func run() throws {
        let code = OldExcelReading.serve(path: file, memoryBytes: memoryBytes, seconds: seconds)
        if code != 0 { throw ExitCode(code) }
    }
}
