import Books
import Testing

@testable import Intake

/// Returns whose figures are above nought, and which another column calls returns.
@Suite struct ReturnMarksTests {
    private func documents(_ mark: String, _ values: [(Entry, Entry, Int64)]) -> Month {
        intake(
            TestSheet(
                name: "出入库",
                rows: [["单据名称", "单据编号", "日期", "仓库", "品名", "数量", .text(mark)]]
                    + values.enumerated().map { place, value in
                        [
                            value.0, .text("D\(place)"), .day(2026, 10, 2), "一号仓", "米酒",
                            .number(value.2, decimals: 0), value.1,
                        ]
                    }))
    }

    @Test(arguments: [
        ("红蓝字", "红", "蓝", "reversal"), ("红蓝字", "红字", "蓝字", "reversal"), ("业务类型", "销售退货", "普通销售", "salesReturn"),
        ("业务类别", "普通销售退货", "普通销售", "salesReturn"), ("是否退货", "是", "否", "salesReturn"), ("退货", "√", "", "salesReturn"),
    ])
    func aMarkedDocumentGoesBack(header: String, mark: String, other: String, kind: String) {
        let month = documents(
            header, [("销售出库单", .text(mark), 12), ("销售出库单", .text(other), 5), ("采购入库单", .text(mark), 7)])
        #expect(month.texts(.movements, .documentKind) == [kind, "salesOut", "factoryReturn"])
        #expect(month.figures(.movements, .quantity) == ["12", "5", "7"])
    }

    /// Figures below nought, documents that go back by their own kind, and marks in columns of something else stay.
    @Test func whatIsSaidOtherwiseStays() {
        let month = documents("红蓝字", [("销售出库单", "红字", -12), ("销售退货单", "红字", 5), ("调拨单", "红字", 3)])
        #expect(month.texts(.movements, .documentKind) == ["salesOut", "salesReturn", "transfer"])
        #expect(month.figures(.movements, .quantity) == ["-12", "5", "3"])
        let others = documents("批次备注", [("销售出库单", "红字", 12), ("销售出库单", "退货", 3)])
        #expect(others.texts(.movements, .documentKind) == ["salesOut", "salesOut"])
        // 1 marks a row only where the column asks.
        let asked = documents("是否退货", [("销售出库单", 1, 12), ("销售出库单", 0, 3)])
        #expect(asked.texts(.movements, .documentKind) == ["salesReturn", "salesOut"])
        #expect(documents("业务类别", [("销售出库单", 1, 12)]).texts(.movements, .documentKind) == ["salesOut"])
    }

    /// What is owed less and what is paid back is below nought.
    @Test func moneyThatGoesBack() {
        let owed = intake(
            TestSheet(
                name: "应收",
                rows: [
                    ["客户", "单据类型", "单据编号", "日期", "应收金额", "已收金额", "余额"],
                    ["甲", "销售出库", "CK1", .day(2026, 10, 2), 100, 40, 60],
                    ["甲", "销售退货", "TH1", .day(2026, 10, 3), 30, 10, 20],
                    ["甲", "销售退货", "TH2", .day(2026, 10, 4), -5, 0, -5],
                ]))
        #expect(owed.figures(.receivables, .amount) == ["100.00", "-30.00", "-5.00"])
        #expect(owed.figures(.receivables, .received) == ["40.00", "-10.00", "0.00"])
        #expect(owed.figures(.receivables, .balance) == ["60.00", "-20.00", "-5.00"])
        let paid = intake(
            TestSheet(
                name: "回款",
                rows: [
                    ["收款单号", "收款日期", "客户", "收款金额", "收款类型"], ["SK1", .day(2026, 10, 3), "甲", 100, "收款"],
                    ["SK2", .day(2026, 10, 4), "甲", 30, "退款"],
                ]))
        #expect(paid.figures(.receipts, .amount) == ["100.00", "-30.00"])
    }

    /// 赠品 in a price's place is a price of nought; in a quantity's it is none.
    @Test(arguments: ["赠", "赠品", "免费", "FOC", "Free of charge"])
    func goodsThatAreFree(word: String) {
        func order(_ quantity: Entry, _ price: Entry) -> Month {
            intake(
                TestSheet(
                    name: "订单",
                    rows: [
                        ["订单号", "客户", "品名", "数量", "单价", "金额"], ["SO-1", "甲", "米酒", 10, 5, 50],
                        ["SO-1", "甲", "白酒", quantity, price, .text(word)],
                    ]))
        }
        let month = order(2, .text(word))
        #expect(month.figures(.orders, .unitPrice) == ["5.00", "0.00"])
        #expect(month.figures(.orders, .amount) == ["50.00", "0.00"] && month.troubles.isEmpty)
        #expect(!order(.text(word), 3).troubles.isEmpty)
    }

    /// What a line comes to is known without the formula; a sheet of such formulas is one question.
    @Test func amountsOfOrdersThatWereNeverCalculated() {
        let header: [Entry] = ["订单号", "客户", "品名", "数量", "单价", "金额"]
        let lines: [[Entry]] = (1...3).map { ["SO-1", "甲", .text("酒\($0)"), 10, 5, .uncalculated] }
        let month = intake(TestSheet(name: "订单", rows: [header] + lines))
        #expect(month.figures(.orders, .amount) == ["", "", ""] && month.figures(.orders, .unitPrice).count == 3)
        #expect(month.troubles == ["unrecognised"] && month.problems.first?.cell == "F2")
        #expect(month.problems.first?.uncalculated == 3)
        // Without a price nobody knows what the line comes to.
        let unpriced = intake(TestSheet(name: "订单", rows: [header, ["SO-1", "甲", "米酒", 10, nil, .uncalculated]]))
        #expect(unpriced.troubles == ["amount F2"])
    }
}
