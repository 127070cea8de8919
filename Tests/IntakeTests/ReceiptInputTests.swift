import Books
import Testing

@testable import Intake

/// Receipts that can be read and still are no money.
@Suite struct ReceiptInputTests {
    @Test func nothingPaidIsSetAsideWithTheReason() {
        let month = intake(
            TestSheet(
                name: "回款",
                rows: [
                    ["收款单号", "日期", "客户", "金额"], ["SK1", "2026-10-05", "甲", 10], ["SK2", "2026-10-05", "甲", 0],
                    ["SK3", "2026-10-05", "甲", -10], ["SK4", "2026-10-05", "甲", "0.00"],
                ]))
        #expect(month.texts(.receipts, .receiptNumber) == ["SK1", "SK3"])
        #expect(month.troubles == ["row 3 D3", "row 5 D5"])
        #expect(month.problems.first?.advice.chinese == "这一行没有计入。金额是零，没有收到钱：请补上金额，或删掉这一行。")
    }

    /// A line of a receivable for nought is what it says.
    @Test func otherBooksMaySayNought() {
        let month = intake(
            TestSheet(
                name: "应收",
                rows: [["客户", "单号", "日期", "应收金额"], ["甲", "CK1", "2026-10-05", 0], ["甲", "CK2", "2026-10-05", 5]]))
        #expect(month.figures(.receivables, .amount) == ["0.00", "5.00"])
        #expect(month.troubles == [])
    }
}
