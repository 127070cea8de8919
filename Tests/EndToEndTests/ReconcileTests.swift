import Foundation
import Testing
import WorkbookReader

/// The whole way, from a folder of workbooks to what is found in it.
@Suite struct ReconcileTests {
    let scratch: ScratchFolder
    init() throws { scratch = try ScratchFolder() }

    private func reconcile(_ folder: String, out: String = "out", _ more: [String] = []) throws -> Program.Outcome {
        try Program.run(["reconcile", folder, "--out", scratch(out), "--json", scratch(out + ".json")] + more)
    }

    private func score(_ folder: URL, expected: URL) throws {
        let outcome = try reconcile(folder.path)
        #expect(!outcome.crashed, "\(outcome.said)")
        let wanted = try decoded(Expected.self, at: expected.path)
        #expect(outcome.status == (wanted.expected.isEmpty ? 0 : 1), "\(outcome.said)")
        let found = try decoded(Findings.self, at: scratch("out.json"))
        #expect(found.period == wanted.period)
        let score = Score(found, against: wanted)
        #expect(score.missed == [], "planted and not found")
        #expect(score.extra == [], "found and not planted")
        #expect(Set(found.findings.map(\.id)).count == found.findings.count, "two findings share an id")
    }

    @Test func findsEveryVarianceOfTheSampleMonthAndNothingElse() throws {
        try score(
            Repository["workbooks/sample-month"], expected: Repository["workbooks/sample-month/expected.json"])
    }

    @Test(
        .enabled(if: Repository.hasMonths, "the example months are not beside the package"),
        arguments: ["flat", "messy", "forms", "english", "english-forms", "clean"])
    func findsEveryVarianceOfAnExampleMonthAndNothingElse(name: String) throws {
        let month = Repository.months.appendingPathComponent(name)
        try score(month.appendingPathComponent("books"), expected: month.appendingPathComponent("expected.json"))
    }

    @Test func whatItSaysInOneFileComesLineByLine() throws {
        let arguments = ["reconcile", Repository["workbooks/sample-month"].path, "--out", scratch("out")]
        let apart = try Program.run(arguments), together = try Program.run(arguments, isInOneFile: true)
        let lines = together.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("月份 2026-10") }, "\(together.output)")
        #expect(lines.sorted() == (apart.output + apart.errors).split(separator: "\n").sorted())
    }

    @Test func writesTheSameBytesTwice() throws {
        for out in ["first", "second"] { _ = try reconcile(Repository["workbooks/sample-month"].path, out: out) }
        for name in ["variances-2026-10.xlsx", "orders-2026-10.xlsx", "stock-check-2026-10.xlsx", "findings.json"] {
            let bytes = try ["first", "second"].map {
                try Data(contentsOf: URL(fileURLWithPath: scratch($0)).appendingPathComponent(name))
            }
            #expect(bytes[0] == bytes[1], "\(name) differs between two runs")
            #expect(!bytes[0].isEmpty)
        }
    }

    @Test func findsTheSameWhateverTheFilesAreCalled() throws {
        let files = Repository.files(under: ["workbooks/sample-month"], endingIn: [".xlsx"])
            .filter { !$0.contains("/out/") && !$0.contains("（副本）") }
        let names = [scratch("named"), scratch("renamed")]
        for name in names { try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: true) }
        for (number, path) in files.enumerated() {
            let original = URL(fileURLWithPath: path).lastPathComponent
            // The settings are found by their name; it is the books that may be called anything.
            let other = original == "设置.xlsx" ? original : "\(files.count - number).xlsx"
            for (folder, name) in zip(names, [original, other]) {
                try FileManager.default.copyItem(atPath: Repository[path].path, toPath: folder + "/" + name)
            }
        }
        let ids = try names.enumerated().map { number, folder in
            _ = try reconcile(folder, out: "out\(number)")
            return try decoded(Findings.self, at: scratch("out\(number).json")).findings
                .filter { !$0.code.hasPrefix("file.") }.map {
                    "\($0.id) \(Expected.Plant(code: $0.code, key: $0.key).words)"
                }.sorted()
        }
        #expect(ids[0].count > 50)
        #expect(ids[0] == ids[1])
    }

    @Test func standardOutputHoldsOnlyJSONWhenAskedForIt() throws {
        let outcome = try Program.run([
            "reconcile", Repository["workbooks/sample-month"].path, "--out", scratch("out"), "--json", "-",
        ])
        let found = try JSONDecoder().decode(Findings.self, from: Data(outcome.output.utf8))
        #expect(found.period == "2026-10")
        #expect(!outcome.errors.isEmpty, "people are told on standard error")
    }

    @Test(arguments: ["variances-2026-10", "orders-2026-10"])
    func keepsAWorkbookThatAPersonWroteIn(name: String) throws {
        _ = try reconcile(Repository["workbooks/sample-month"].path)
        let workbook = URL(fileURLWithPath: scratch("out/\(name).xlsx"))
        let written = try Data(contentsOf: workbook) + Data([0])
        try written.write(to: workbook)
        _ = try reconcile(Repository["workbooks/sample-month"].path)
        let kept = URL(fileURLWithPath: scratch("out/\(name) (保留 1).xlsx"))
        #expect(try Data(contentsOf: kept) == written)
        #expect(try Data(contentsOf: workbook) != written)
        _ = try reconcile(Repository["workbooks/sample-month"].path)
        #expect(
            !FileManager.default.fileExists(atPath: scratch("out/\(name) (保留 2).xlsx")),
            "nobody wrote in it since")
    }

    /// Whenever it is stopped, what stands in the output folder is whole: no half workbook, nothing left beside it.
    @Test(arguments: [0.02, 0.05, 0.1, 0.2, 0.3, 0.5])
    func leavesNothingHalfWhenInterrupted(after pause: Double) throws {
        let outcome = try Program.run(
            ["reconcile", Repository["workbooks/sample-month"].path, "--out", scratch("out")], interruptedAfter: pause)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: scratch("out"))) ?? []
        // A journal is what makes the archive whole again when it is next opened.
        let whole: Set = [
            "variances-2026-10.xlsx", "orders-2026-10.xlsx", "stock-check-2026-10.xlsx", "findings.json",
            "archive.sqlite", "archive.sqlite-journal", "feedback", "aliases-to-confirm.xlsx",
        ]
        let feedback = (try? FileManager.default.contentsOfDirectory(atPath: scratch("out/feedback"))) ?? []
        #expect(feedback.filter { !$0.hasSuffix(".xlsx") } == [], "\(outcome.said)")
        #expect(Set(names).subtracting(whole) == [], "\(outcome.said)")
        for name in names where name.hasSuffix(".xlsx") {
            _ = try WorkbookReader().read(path: scratch("out/" + name))
        }
    }

    @Test func goesOnWithoutADamagedArchive() throws {
        try FileManager.default.createDirectory(atPath: scratch("out"), withIntermediateDirectories: true)
        try Data("no database".utf8).write(to: URL(fileURLWithPath: scratch("out/archive.sqlite")))
        let outcome = try reconcile(Repository["workbooks/sample-month"].path)
        #expect(outcome.status == 1, "\(outcome.said)")
        #expect(outcome.errors.contains("archive.sqlite"))
    }
}
