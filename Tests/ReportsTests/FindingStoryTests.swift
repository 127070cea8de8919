import Books
import Reconciler
import Testing

@testable import Reports

/// A finding told to people has no word in it that only programs know.
@Suite struct FindingStoryTests {
    private func story(_ code: String, key: [KeyPart], expected: Figure, role: String, _ language: Language) -> [String]
    {
        let reference = CellReference(file: "订单/甲.xlsx", sheet: role == "file" ? "" : "10月", row: 1, column: 0)
        let finding = Finding(
            code: code, findingClass: .incomplete, tie: nil, key: key, party: nil, owner: .sales, expected: expected,
            sources: [Source(role: role, reference: reference)], explanation: Phrase("缺少。", "Missing."))
        return FindingStory.lines(finding, language)
    }

    @Test func fieldsAndListsAreCalledWhatPeopleCallThem() {
        let key = [KeyPart("orderNumber", "SO-1")]
        let chinese = story("order.field-missing", key: key, expected: .text("carrierPhone"), role: "orders", .chinese)
        #expect(chinese.contains("应为  托运部电话") && chinese.contains("订单号 SO-1"))
        #expect(chinese.contains("  订单  订单/甲.xlsx  10月!A1"))
        let terms = story("order.terms-mismatch", key: key, expected: .text("monthly"), role: "orders", .chinese)
        #expect(terms.contains("应为  月结"))
    }

    /// A record that is missing is off by no mistake in a figure; and where there are no figures there is no gap for them.
    @Test(arguments: [
        (FindingClass.missing, "没有找到很可能就是它的记录。"), (.difference, "没有一种常见的错误正好造成这个差额。"),
    ])
    func whatNothingExplains(findingClass: FindingClass, words: String) {
        let reference = CellReference(file: "应收.xlsx", sheet: "10月", row: 1, column: 0)
        var finding = Finding(
            code: "ledger.missing", findingClass: findingClass, tie: nil, key: [KeyPart("documentNumber", "CK-1")],
            party: nil, owner: .finance, sources: [Source(role: "receivables", reference: reference)],
            explanation: Phrase("账上没有。", "Not booked."))
        #expect(FindingStory.lines(finding, .chinese)[3...4] == ["账上没有。", ""])
        #expect(FindingStory.lines(finding, .chinese)[5] == "来自这些单元格：")
        finding.unexplained = .amount(Amount(units: -5_000))
        #expect(FindingStory.lines(finding, .chinese)[5...6] == [words, "还没解释的  -50.00"])
    }

    @Test func aWholeFileHasNoCell() {
        let key = [KeyPart("file", "订单/甲.xlsx")]
        let chinese = story("file.unreadable", key: key, expected: .text("x"), role: "file", .chinese)
        #expect(chinese.contains("文件 订单/甲.xlsx") && chinese.contains("  文件  订单/甲.xlsx"))
        let english = story("file.unreadable", key: key, expected: .text("x"), role: "file", .english)
        #expect(english.contains("file 订单/甲.xlsx") && english.contains("  file  订单/甲.xlsx"))
    }
}
