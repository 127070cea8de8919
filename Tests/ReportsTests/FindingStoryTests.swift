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

    @Test func aWholeFileHasNoCell() {
        let key = [KeyPart("file", "订单/甲.xlsx")]
        let chinese = story("file.unreadable", key: key, expected: .text("x"), role: "file", .chinese)
        #expect(chinese.contains("文件 订单/甲.xlsx") && chinese.contains("  文件  订单/甲.xlsx"))
        let english = story("file.unreadable", key: key, expected: .text("x"), role: "file", .english)
        #expect(english.contains("file 订单/甲.xlsx") && english.contains("  file  订单/甲.xlsx"))
    }
}
