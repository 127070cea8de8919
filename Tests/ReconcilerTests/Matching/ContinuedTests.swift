import Books
import Testing

@testable import Reconciler

/// An order or a document that two files hold a part of each is one, and nothing of it is thrown away.
@Suite struct ContinuedTests {
    private func month(_ first: String, _ second: String, dates: [String] = ["2026-10-01", "2026-10-01"]) -> String {
        let head = "orderNumber | orderDate | customer | productCode | quantity | unitPrice"
        return """
            orders file one
            \(head)
            SO-1 | \(dates[0]) | 甲 | \(first)

            orders file two
            \(head)
            SO-1 | \(dates[1]) | 甲 | \(second)

            movements
            documentKind | documentNumber | date | customer | productCode | quantity | unitPrice | basisNumber
            salesOut | CK1 | 2026-10-02 | 甲 | A | 30 | 5 | SO-1
            salesOut | CK1 | 2026-10-02 | 甲 | B | 3 | 5 | SO-1
            """
    }

    private func codes(_ text: String) throws -> [String] {
        Reconciler().reconcile(try MonthText(text).month()).findings.map(\.code)
    }

    @Test func anOrderInTwoFiles() throws {
        let text = month("A | 30 | 5", "B | 3 | 5")
        #expect(try codes(text) == ["order.duplicate-number"])
        let finding = try #require(Reconciler().reconcile(try MonthText(text).month()).findings.first)
        #expect(finding.explanation.chinese.contains("商品不重复，合在一起计，当作同一张订单的几部分"))
        #expect(finding.explanation.english.contains("as the parts of one order"))
    }

    /// A product in both, other days, or the same quantity of another product: it is a change, or may be one.
    @Test(arguments: [
        ("A | 30 | 5", "A | 3 | 5", "2026-10-01"), ("A | 30 | 5", "B | 3 | 5", "2026-10-02"),
        ("A | 30 | 5", "B | 30 | 5", "2026-10-01"),
    ]) func whatMayBeAChange(first: String, second: String, date: String) throws {
        let text = month(first, second, dates: ["2026-10-01", date])
        #expect(try codes(text).contains("order.changed"))
        #expect(try !codes(text).contains("order.duplicate-number"))
    }

    private func document(_ first: [String], _ second: [String]) throws -> [Finding] {
        let head = "documentKind | documentNumber | date | customer | productCode | quantity | unitPrice | basisNumber"
        func lines(_ own: [String]) -> String {
            own.map { "salesOut | CK1 | 2026-10-02 | 甲 | \($0) | 5 | SO-1" }.joined(separator: "\n")
        }
        let text =
            "movements file one\n\(head)\n\(lines(first))\n\nmovements file two\n\(head)\n\(lines(second))"
        return Reconciler().reconcile(try MonthText(text).month()).findings.filter {
            $0.code == "document.number-duplicate"
        }
    }

    @Test func aDocumentInTwoFiles() throws {
        #expect(try document(["A | 30"], ["B | 3"]).isEmpty)
        let same = try document(["A | 30", "B | 3"], ["B | 3", "A | 30"])
        #expect(same.count == 1 && same[0].explanation.chinese.contains("请只留一份"))
        let mixed = try document(["A | 30", "B | 3"], ["A | 30", "C | 3"])
        #expect(mixed.count == 1 && !mixed[0].explanation.chinese.contains("请只留一份"))
        #expect(mixed.first?.explanation.chinese.contains("只删重复的行") == true)
    }
}
