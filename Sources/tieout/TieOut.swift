import ArgumentParser

/// Ties a month's Excel files together.
@main
struct TieOut: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tieout",
        abstract: "对账：把一个月的 Excel 文件核对到一起 / ties a month's Excel files together",
        version: "0.1.0",
        subcommands: [ReadCommand.self, InspectCommand.self, InitCommand.self])
}
