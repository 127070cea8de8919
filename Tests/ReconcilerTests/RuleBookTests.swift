import Books
import Foundation
import Testing

@testable import Reconciler

@Suite struct RuleBookTests {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func everyCodeIsThereOnce() {
        let codes = RuleBook.rules.map(\.code)
        #expect(Set(codes).count == codes.count)
    }

    /// A rule lies in the file that its code names, and every such file is in the registry.
    @Test func everyRuleHasItsFileAndEveryFileItsRule() throws {
        var files: Set<String> = []
        for folder in ["Checks", "Ties"] {
            let path = Self.root.appendingPathComponent("Sources/Reconciler/\(folder)").path
            for file in try FileManager.default.contentsOfDirectory(atPath: path) where file.contains(".") {
                let code = String(file.dropLast(".swift".count))
                if code.contains(".") { files.insert(code) }
            }
        }
        #expect(files == Set(RuleBook.rules.map(\.code)))
    }

    /// Each code is held to something by a test of this folder.
    @Test(arguments: RuleBook.rules.map(\.code)) func everyRuleHasATest(code: String) throws {
        let tests = Self.root.appendingPathComponent("Tests/ReconcilerTests")
        let files = FileManager.default.enumerator(atPath: tests.path)?.compactMap { $0 as? String } ?? []
        let isTested = try files.filter { $0.hasSuffix("Tests.swift") }.contains { file in
            try String(contentsOf: tests.appendingPathComponent(file), encoding: .utf8).contains("\"\(code)\"")
        }
        #expect(isTested)
    }

    @Test func everythingIsSaidInBothLanguages() {
        for rule in RuleBook.rules {
            for phrase in [rule.title, rule.meaning] + rule.parameters.map(\.meaning) {
                #expect(!phrase.chinese.isEmpty && !phrase.english.isEmpty, "\(rule.code)")
                #expect(
                    phrase.english.unicodeScalars.allSatisfy { !(0x4E00...0x9FFF).contains($0.value) }, "\(rule.code)")
            }
        }
    }

    @Test func aRuleWhoseBookIsAbsentIsNotRunAndSaysSo() throws {
        let month = try MonthText("orders\norderNumber | productCode | quantity | unitPrice\nSO-1 | A | 1 | 5").month()
        let result = Reconciler().reconcile(month)
        #expect(result.findings.isEmpty)
        let reasons = Dictionary(result.notChecked.map { ($0.code, $0.why.english) }) { first, _ in first }
        #expect(reasons["order.price-off-policy"] == "no price list")
        #expect(reasons["dispatch.missing"] == "no warehouse documents")
        #expect(reasons["order.amount-miscalculated"] == "the orders have no column “amount”")
        // One list has, several orders have.
        let listed = try MonthText(
            "orders\norderNumber | productCode | quantity | unitPrice\nSO-1 | A | 1 | 5\n\nprices\nproductCode\nA"
        ).month()
        let why = Reconciler().reconcile(listed).notChecked.first { $0.code == "order.price-off-policy" }?.why
        #expect(why?.english == "the price list has no column “unit price”")
    }
}

@Suite struct FileFindingTests {
    private func month(_ kind: Problem.Kind) throws -> Month {
        var text = try MonthText("orders\norderNumber | productCode | quantity\nSO-1 | A | 1")
        text.problems = [
            Problem(
                kind: kind, file: "a.xlsx", sheet: "表", cell: "C7", row: 7, expected: Phrase("数字", "a number"),
                found: "十二", advice: Phrase("请更正。", "Correct it."))
        ]
        return try text.month()
    }

    @Test func eachProblemIsAFinding() throws {
        #expect(found("file.row-set-aside", in: try month(.rowSetAside)) == ["a.xlsx 表 7: 数字 → 十二"])
        #expect(found("file.unreadable", in: try month(.fileUnreadable)).count == 1)
        #expect(found("file.sheet-unrecognised", in: try month(.sheetUnrecognised(guesses: []))).count == 1)
        #expect(found("file.duplicate", in: try month(.fileDuplicate(of: "b.xlsx"))).count == 1)
        #expect(found("file.duplicate", in: try month(.rowSetAside)) == [])
    }

    @Test func itPointsToTheCellAndSaysWhatToDo() throws {
        let finding = try #require(Reconciler().reconcile(try month(.rowSetAside)).findings.first)
        #expect(finding.sources.map(\.reference.cell) == ["C7"])
        #expect(finding.explanation.english == "C7 Expected: a number. It says “十二”. Correct it.")
    }
}

@Suite struct FindingIdentityTests {
    private let books = """
        orders file a
        orderNumber | productCode | quantity | unitPrice | amount
        SO-1        | A           | 2        | 5         | 11

        orders file b
        orderNumber | productCode | quantity | unitPrice | amount
        SO-2        | A           | 2        | 5         | 12

        movements
        documentKind | documentNumber | date       | basisNumber | productCode | quantity
        salesOut     | CK1            | 2026-10-02 | SO-1        | A           | 1
        salesOut     | CK2            | 2026-10-02 | SO-3        | A           | 1
        """

    /// Whatever the order of files and rows: a few hundred shuffles of both.
    @Test func theOrderOfFilesAndRowsChangesNothing() throws {
        func lines(_ text: String) throws -> [String] {
            Reconciler().reconcile(try MonthText(text).month()).findings.map {
                "\($0.id) \($0.code) \($0.key.map(\.value)) \($0.explanation.english)"
            }
        }
        let expected = try lines(books)
        #expect(expected.count == 5)
        var random = SplitMix(state: 42)
        for _ in 0..<200 {
            var blocks = books.components(separatedBy: "\n\n")
            for place in blocks.indices.reversed() { blocks.swapAt(place, Int(random.next() % UInt64(place + 1))) }
            blocks = blocks.map { block in
                let rows = block.components(separatedBy: "\n")
                var lines = Array(rows.dropFirst(2))
                for place in lines.indices.reversed() { lines.swapAt(place, Int(random.next() % UInt64(place + 1))) }
                return (rows.prefix(2) + lines).joined(separator: "\n")
            }
            #expect(try lines(blocks.joined(separator: "\n\n")) == expected)
        }
    }

    @Test func anIdIsThatOfCodeAndKey() throws {
        let first = Reconciler().reconcile(try MonthText(books).month()).findings
        let second = Reconciler().reconcile(
            try MonthText(books.replacingOccurrences(of: "| 11", with: "| 99")).month()
        ).findings
        #expect(first.map(\.id) == second.map(\.id))
        #expect(Set(first.map(\.id)).count == first.count)
    }
}
