import Foundation
import Testing

/// A new month, and the templates in it.
@Suite struct InitTests {
    let scratch: ScratchFolder
    init() throws { scratch = try ScratchFolder() }

    static let languages = [("zh-Hans", "workbooks/templates"), ("en", "workbooks/templates/en")]

    private func workbooks(_ folder: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".xlsx") && !$0.hasPrefix("en/") }.sorted()
    }

    @Test(arguments: languages)
    func makesOneWorkbookForEachBookAndTheyAreThoseInTheRepository(language: String, folder: String) throws {
        let outcome = try Program.run(["init", scratch("2026-10"), "--language", language])
        #expect(outcome.status == 0, "\(outcome.said)")
        let made = workbooks(scratch("2026-10"))
        #expect(made.count == 12)
        #expect(made == workbooks(Repository[folder].path))
        for path in made {
            // How they are packed depends on the machine's ISA-L or zlib; what they hold does not.
            let made = try PackedParts.lines(scratch("2026-10/" + path))
            let kept = try PackedParts.lines(Repository[folder + "/" + path].path)
            #expect(made == kept, "\(folder)/\(path) is stale: run scripts/workbooks")
        }
    }

    @Test func neverTouchesWhatIsThere() throws {
        let path = scratch("2026-10/订单/订单.xlsx")
        try FileManager.default.createDirectory(atPath: scratch("2026-10/订单"), withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        let outcome = try Program.run(["init", scratch("2026-10")])
        #expect(outcome.status == 0, "\(outcome.said)")
        #expect(outcome.output.contains("已有，未动  \(path)"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("mine".utf8))
        #expect(workbooks(scratch("2026-10")).count == 12, "the others are made all the same")
    }

    /// What is offered is understood: every column of every template is taken for a field.
    @Test(arguments: InitTests.languages.map(\.1))
    func everyColumnIsUnderstoodWhenItComesBack(folder: String) throws {
        for path in workbooks(Repository[folder].path) where path.contains("/") {
            let outcome = try Program.run(["inspect", Repository[folder + "/" + path].path])
            #expect(outcome.status == 0, "\(outcome.said)")
            #expect(!outcome.output.contains("不用") && !outcome.output.contains("没有认出来"), "\(outcome.said)")
        }
    }

    @Test func settingsOfTheFolderAboveAreNotHidden() throws {
        let path = scratch("设置.xlsx")
        try Data("the company's".utf8).write(to: URL(fileURLWithPath: path))
        let outcome = try Program.run(["init", scratch("2026-10"), "--language", "en"])
        #expect(outcome.status == 0, "\(outcome.said)")
        #expect(outcome.output.contains("already there, left as it is  \(scratch("2026-10"))/../设置.xlsx"))
        #expect(workbooks(scratch("2026-10")).count == 11)
    }

    @Test func aFolderThatCannotBeMadeEndsWithTwo() throws {
        try Data("a file".utf8).write(to: URL(fileURLWithPath: scratch("file")))
        let outcome = try Program.run(["init", scratch("file/2026-10"), "--language", "en"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(scratch("file/2026-10")))
    }
}
