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

    /// Of two currencies only the books' own is counted; the other one's row says why it is not.
    @Test func moneyInTwoCurrencies() {
        let rows: [[Entry]] = [
            ["收款单号", "日期", "客户", "金额", "币种"], ["SK1", "2026-10-05", "甲", 10, "人民币"],
            ["SK2", "2026-10-05", "甲", 20, "美元"], ["SK3", "2026-10-05", "甲", 30, nil],
            ["SK4", "2026-10-05", "甲", 40, "RMB"],
        ]
        let month = intake(TestSheet(name: "回款", rows: rows))
        #expect(month.texts(.receipts, .receiptNumber) == ["SK1", "SK3", "SK4"])
        #expect(month.troubles == ["row 3 E3"])
        #expect(month.problems.first?.found == "美元" && month.problems.first?.advice.chinese.contains("写的是外币") == true)
        #expect(month.sheets[0].rows.isComplete)
    }

    /// One currency throughout is the books' own, and in a ledger the amounts are in the books' own anyway.
    @Test func moneyInOneCurrency() {
        let month = intake(
            TestSheet(
                name: "Receipts",
                rows: [
                    ["Receipt No.", "Receipt date", "Customer", "Amount received", "Currency"],
                    ["RC1", "2026-10-05", "A", 10, "USD"], ["RC2", "2026-10-05", "B", 20, "USD"],
                ]))
        #expect(month.figures(.receipts, .amount) == ["10.00", "20.00"] && month.troubles == [])
    }
}
