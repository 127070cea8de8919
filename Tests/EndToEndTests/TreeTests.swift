import Foundation
import Testing

/// What every file of the tree keeps to, beyond what a compiler or a formatter sees.
@Suite struct TreeTests {
    static let code = ["Sources", "Tests", "workbooks/make"]
    static let endings = [".swift", ".py"]

    @Test func filesAreShort() {
        for path in Repository.files(under: Self.code, endingIn: Self.endings) {
            let lines = Repository.text(path).utf8.count { $0 == UInt8(ascii: "\n") }
            #expect(lines <= 450, "\(path) has \(lines) lines: give its second idea a file of its own")
        }
    }

    @Test func nothingIsNamedAfterNothing() {
        let names = /(^|[^a-z])(Common|Utils?|Utilities|Helpers?|Managers?|Misc)([^a-z]|$)/
        for path in Repository.files(under: Self.code) {
            #expect(path.firstMatch(of: names) == nil, "\(path): name it after what it does")
        }
    }

    @Test func sourcesNeverTrapOnPurpose() {
        let traps = ["try!", "as!", "fatalError(", "preconditionFailure(", "unowned(unsafe)"]
        for path in Repository.files(under: ["Sources"], endingIn: [".swift"]) {
            let text = Repository.text(path)
            for trap in traps where text.contains(trap) {
                Issue.record("\(path) has \(trap): what a file decides is an error value, never a trap")
            }
        }
    }

    @Test func noMachineIsNamed() {
        // Written apart, so that this file does not find itself.
        let homes = ["root", "home", "Users", "work"].map { "/" + $0 + "/" }
        let places = Self.code + ["scripts", "docs", ".ci"]
        let pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Package.swift"]
        for path in Repository.files(under: places) + pages {
            for (number, line) in Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                for home in homes where line.contains(home) && !line.contains("://") {
                    Issue.record("\(path):\(number + 1) names a folder of one machine: \(home)")
                }
            }
        }
    }

    /// docs/architecture.md, "What each module may know": the same table, held to.
    @Test(arguments: [
        ("Books", []),
        ("WorkbookReader", ["CZip", "CIgzip", "CZlib", "CFreeXL", "WideScan", "Crypto", "CryptoExtras"]),
        ("Intake", ["Books", "WorkbookReader"]),
        ("Reconciler", ["Books", "Crypto"]),
        ("WorkbookWriter", ["CXlsxWriter"]),
        ("WorkbookEditor", ["CZip"]),
        ("Reports", ["Books", "Reconciler", "WorkbookEditor", "WorkbookWriter"]),
        ("Archive", ["Books", "GRDB", "Crypto"]),
    ])
    func modulesKnowNoMoreThanTheyMay(module: String, allowed: [String]) {
        let known = [
            "Books", "WorkbookReader", "Intake", "Reconciler", "WorkbookWriter", "WorkbookEditor", "Reports", "Archive",
            "CZip", "CIgzip", "CZlib", "CFreeXL", "WideScan", "CXlsxWriter", "GRDB", "Crypto", "CryptoExtras",
            "ArgumentParser",
        ]
        for path in Repository.files(under: ["Sources/\(module)"], endingIn: [".swift"]) {
            for name in imports(of: path) where known.contains(name) {
                #expect(allowed.contains(name), "\(path) imports \(name)")
            }
        }
    }

    @Test(arguments: ["Books", "Reconciler"])
    func theDomainDoesNoInputOrOutput(module: String) {
        for path in Repository.files(under: ["Sources/\(module)"], endingIn: [".swift"]) {
            for name in imports(of: path) {
                #expect(!["Foundation", "Glibc", "Darwin", "Dispatch"].contains(name), "\(path) imports \(name)")
            }
        }
    }

    @Test func everyRuleHasItsPage() {
        let pages = Repository.files(under: ["docs/rules"], endingIn: [".md"]).map(Repository.text).joined()
        let codes = /"((?:order|document|dispatch|stock|receivable|receipt|ledger|file)\.[a-z][a-z-]+)"/
        for path in Repository.files(under: ["Sources/Reconciler"], endingIn: [".swift"]) {
            for match in Repository.text(path).matches(of: codes) {
                #expect(pages.contains("`\(match.1)`"), "\(path): \(match.1) is on no page under docs/rules")
            }
        }
    }

    private func imports(of path: String) -> [String] {
        Repository.text(path).matches(
            of: /(?m)^(?:@\w+ )*(?:(?:public|package|internal|private) )?import (?:\w+ )?([A-Za-z]+)/
        )
        .map { String($0.1) }
    }
}
