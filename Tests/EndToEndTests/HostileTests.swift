import Foundation
import Testing

/// Files that must fail well: `workbooks/hostile`, whose README says what is said about each.
@Suite struct HostileTests {
    let scratch: ScratchFolder
    init() throws { scratch = try ScratchFolder() }

    struct Case: CustomTestStringConvertible, Sendable {
        let file: String
        /// The code of the finding that says so; `nil` when nothing is said.
        let code: String?
        var testDescription: String { file }
    }

    static let cases: [Case] = Repository.text("workbooks/hostile/README.md")
        .matches(of: /(?m)^\| `([^`]+)` \|.*\| (?:`([^`]+)`|—) \|$/)
        .map { Case(file: String($0.1), code: $0.2.map(String.init)) }

    @Test func everyFileIsListed() {
        let listed = Set(Self.cases.map(\.file))
        let there = Repository.files(under: ["workbooks/hostile"], endingIn: [".xlsx"])
            .map { URL(fileURLWithPath: $0).lastPathComponent }
        #expect(listed == Set(there))
    }

    @Test func allAtOnceCostsOneMessageEachAndNothingElse() throws {
        let outcome = try Program.run([
            "reconcile", Repository["workbooks/hostile"].path, "--period", "2026-10", "--out", scratch("out"), "--json",
            scratch("found.json"),
        ])
        #expect(!outcome.crashed, "\(outcome.said)")
        #expect(outcome.status == 1, "\(outcome.said)")
        let found = try decoded(Findings.self, at: scratch("found.json"))
        for hostile in Self.cases {
            let about = found.findings.filter { $0.code.hasPrefix("file.") && $0.key["file"] == hostile.file }
            switch hostile.code {
            case .some(let code) where code.hasPrefix("file."):
                #expect(about.map(\.code) == [code], "\(hostile.file)")
            case .some(let code):
                let said = found.findings.filter { $0.code == code }.flatMap { $0.sources.map(\.file) }
                #expect(said.contains(hostile.file), "\(hostile.file): \(code)")
            case nil:
                #expect(about.isEmpty, "\(hostile.file)")
            }
        }
    }

    /// Nothing else in the folder: what cannot be done ends with 2 and one sentence that names the file.
    @Test(arguments: cases.filter { $0.code == "file.unreadable" })
    func aloneItEndsWithTwo(hostile: Case) throws {
        let folder = scratch("month")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Repository["workbooks/hostile/\(hostile.file)"], to: URL(fileURLWithPath: folder + "/" + hostile.file))
        let outcome = try Program.run(["reconcile", folder, "--out", scratch("out")], within: 20)
        #expect(!outcome.crashed, "\(outcome.said)")
        #expect(outcome.status == 2, "\(outcome.said)")
        #expect(outcome.errors.contains(hostile.file), "\(outcome.said)")
    }

    @Test(arguments: cases.filter { $0.code == "file.unreadable" })
    func readingItSaysWhy(hostile: Case) throws {
        let outcome = try Program.run(["read", Repository["workbooks/hostile/\(hostile.file)"].path], within: 20)
        #expect(!outcome.crashed, "\(outcome.said)")
        #expect(outcome.status == 2, "\(outcome.said)")
        #expect(outcome.errors.contains(hostile.file), "\(outcome.said)")
    }

    @Test func aFolderThatIsMissingOrEmptyEndsWithTwo() throws {
        for name in ["missing", "empty"] {
            if name == "empty" {
                try FileManager.default.createDirectory(atPath: scratch(name), withIntermediateDirectories: true)
            }
            let outcome = try Program.run(["reconcile", scratch(name), "--out", scratch("out")])
            #expect(outcome.status == 2, "\(outcome.said)")
            #expect(outcome.errors.contains(scratch(name)), "\(outcome.said)")
            #expect(!FileManager.default.fileExists(atPath: scratch("out")), "nothing is written when nothing is done")
        }
    }

    @Test func anOutputFolderThatCannotBeMadeEndsWithTwo() throws {
        try Data("a file".utf8).write(to: URL(fileURLWithPath: scratch("file")))
        let outcome = try Program.run([
            "reconcile", Repository["workbooks/sample-month"].path, "--out", scratch("file/out"),
        ])
        #expect(outcome.status == 2, "\(outcome.said)")
        #expect(outcome.errors.contains(scratch("file/out")), "\(outcome.said)")
    }
}
