import Foundation
import Reports
import Testing

@Suite struct RulePagesTests {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/rules")

    @Test(arguments: RulePages.all().map(\.name)) func thePageIsCurrent(name: String) throws {
        let page = try #require(RulePages.all().first { $0.name == name })
        let kept = try? String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
        #expect(kept == page.text, "docs/rules/\(name) is stale: run scripts/rules")
    }

    @Test func thereIsNoPageWithoutARule() throws {
        let kept = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(kept) == Set(RulePages.all().map(\.name)))
    }
}
