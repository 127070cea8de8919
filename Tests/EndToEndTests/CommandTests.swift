import Foundation
import Testing

/// The commands as the README lists them.
@Suite struct CommandTests {
    let scratch: ScratchFolder
    init() throws { scratch = try ScratchFolder() }

    /// `| \`reconcile FOLDER …\` | …` in the English section.
    static let listed: [String] = {
        let english = Repository.text("README.md").components(separatedBy: "\n## English\n").last ?? ""
        return english.matches(of: /(?m)^\| `([a-z]+) [^`]*` \|/).map { String($0.1) }
            + english.matches(of: /(?m)^\| `([a-z]+)` \|/).map { String($0.1) }
    }()

    @Test func theReadmeListsEveryCommandAndNoOther() throws {
        let help = try Program.run(["--help"]).output
        let commands = (help.components(separatedBy: "SUBCOMMANDS:").last ?? "")
            .matches(of: /(?m)^  ([a-z]+)(?: |$)/).map { String($0.1) }
        #expect(Set(commands) == Set(Self.listed))
    }

    @Test(arguments: listed)
    func everyCommandHelps(command: String) throws {
        let outcome = try Program.run([command, "--help"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("USAGE: tieout \(command)"), "\(outcome.said)")
    }

    /// The sample month shows each rule at work; a rule's page is named after its code.
    @Test func everyRuleIsPlantedInTheSampleMonth() throws {
        let pages = Repository.files(under: ["docs/rules"], endingIn: [".md"])
            .map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
        let expected = try decoded(Expected.self, at: Repository["workbooks/sample-month/expected.json"].path)
        #expect(Set(expected.expected.map(\.code)) == Set(pages).subtracting(["README"]))
    }

    @Test func rulesListsEveryCode() throws {
        let outcome = try Program.run(["rules"])
        #expect(outcome.status == 0)
        let expected = try decoded(Expected.self, at: Repository["workbooks/sample-month/expected.json"].path)
        for code in Set(expected.expected.map(\.code)) { #expect(outcome.output.contains(code)) }
    }

    @Test(arguments: ["order.changed", "stock.count-short", "ledger.control-difference"])
    func aCodeIsExplainedInBothLanguages(code: String) throws {
        let chinese = try Program.run(["explain", code]),
            english = try Program.run(["explain", code, "--language", "en"])
        #expect(chinese.status == 0 && english.status == 0, "\(chinese.said)\(english.said)")
        #expect(chinese.output != english.output && !english.output.isEmpty)
    }

    @Test func aFindingIsExplainedByItsIdWithTheCellsItCameFrom() throws {
        let folder = Repository["workbooks/sample-month"].path
        _ = try Program.run(["reconcile", folder, "--out", scratch("out"), "--json", scratch("found.json")])
        let found = try decoded(Findings.self, at: scratch("found.json"))
        let unread = try #require(found.findings.first { $0.code == "order.field-invalid" })
        #expect(unread.explanation?.contains("2026-10-32") == true, "what stands there is said")
        let finding = try #require(found.findings.first { $0.code == "dispatch.quantity-short" })
        let outcome = try Program.run(["explain", finding.id, folder])
        #expect(outcome.status == 0, "\(outcome.said)")
        for source in finding.sources { #expect(outcome.output.contains(source.file), "\(outcome.said)") }
    }

    /// Only the settings say which companies may head an order.
    @Test func aFindingThatSettingsMakeIsExplainedWithThem() throws {
        let folder = scratch("month"), settings = scratch("company.xlsx")
        try FileManager.default.copyItem(atPath: Repository["workbooks/sample-month"].path, toPath: folder)
        try FileManager.default.moveItem(atPath: folder + "/设置.xlsx", toPath: settings)
        let given = ["--settings", settings, "--out", scratch("out")]
        _ = try Program.run(["reconcile", folder, "--json", scratch("found.json")] + given)
        let found = try decoded(Findings.self, at: scratch("found.json"))
        let finding = try #require(found.findings.first { $0.code == "order.header-mismatch" })
        #expect(try Program.run(["explain", finding.id, folder] + given).status == 0)
        #expect(try Program.run(["explain", finding.id, folder]).status == 2)
    }

    @Test(arguments: [
        ["explain", "nothing.of-the-kind", "workbooks"], ["read", "nowhere.xlsx"], ["inspect", "nowhere.xlsx"],
        ["reconcile", "nowhere"], ["reconcile", "workbooks/sample-month", "--period", "2026-13"], ["unheard-of"],
    ])
    func whatCannotBeDoneEndsWithTwo(arguments: [String]) throws {
        let outcome = try Program.run(arguments, in: scratch.url)
        #expect(outcome.status == 2, "\(outcome.said)")
        #expect(!outcome.errors.isEmpty)
    }
}
