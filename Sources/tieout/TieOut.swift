import ArgumentParser

/// Ties a month's Excel files together.
@main
struct TieOut: AsyncParsableCommand {
    private static let number = "0.1.0"
    /// What results are signed with.
    static let nameAndVersion = "tieout \(number)"

    static let configuration = CommandConfiguration(
        commandName: "tieout",
        abstract: "对账：把一个月的 Excel 文件核对到一起 / ties a month's Excel files together",
        version: number,
        subcommands: [
            ReconcileCommand.self, CheckCommand.self, InspectCommand.self, ReadCommand.self, ExplainCommand.self,
            InitCommand.self,
            OldExcelCommand.self,
            RulesCommand.self, AnnotateCommand.self,
        ])

    /// Runs a command. What cannot be done ends with 2, a command line that makes no sense included.
    static func main() async {
        HeapSettings.apply()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            StandardError.write(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }
}
