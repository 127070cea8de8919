import Books
import Testing

@testable import Intake

/// Figures that go one of two ways, said by a column beside them or by the column in which they stand.
@Suite struct TwoWaysTests {
    // MARK: Debit and credit

    private func ledger(_ side: String, _ amount: String, _ rows: [[Entry]]) -> Month {
        intake(
            TestSheet(
                name: "明细账",
                rows: [["凭证字号", "日期", "科目编码", "科目名称", "摘要", .text(side), .text(amount), "往来单位"]]
                    + rows.map { ["记-1", .day(2026, 10, 2), "1122", "应收账款", "销售"] + $0 + ["甲商行"] }))
    }

    @Test(arguments: [
        ("方向", "金额", "借", "贷"), ("借贷方向", "发生额", "借方", "贷方"), ("Dr/Cr", "Amount", "Dr", "Cr."), ("D/C", "Amt", "D", "C"),
    ])
    func anAmountGoesOnItsSide(side: String, amount: String, debit: String, credit: String) {
        let month = ledger(side, amount, [[.text(debit), 113], [.text(credit), 100], [.text(credit), -13]])
        #expect(month.figures(.ledger, .debit) == ["113.00", "", ""])
        #expect(month.figures(.ledger, .credit) == ["", "100.00", "-13.00"])
        #expect(month.troubles == [])
        let place = month.regions.first?.places
        #expect(place?[.credit] == Place(column: 6) && place?[.debit] == Place(column: 6))
    }

    /// Without a side an amount is on neither; nought is on both.
    @Test func anAmountWithoutASideIsSaid() {
        let month = ledger("方向", "金额", [["借", 113], ["平", 5], [nil, 6], ["平", 0]])
        #expect(month.figures(.ledger, .debit) == ["113.00", "0.00"])
        #expect(month.troubles == ["row 3 F3", "row 4 F4"])
    }

    /// Beside columns for debit and credit the side is the balance's, and two columns of amounts leave it open.
    @Test func theSideOfABalanceIsNone() {
        let month = intake(
            TestSheet(
                name: "明细账",
                rows: [
                    ["凭证字号", "日期", "科目编码", "摘要", "借方", "贷方", "方向", "余额"],
                    ["记-1", .day(2026, 10, 2), "1122", "收款", nil, 100, "借", 400],
                ]))
        #expect(month.figures(.ledger, .debit) == [""] && month.figures(.ledger, .credit) == ["100.00"])
        let two = intake(
            TestSheet(
                name: "明细账",
                rows: [
                    ["凭证字号", "日期", "科目编码", "摘要", "方向", "金额", "本币金额"],
                    ["记-1", .day(2026, 10, 2), "1122", "收款", "借", 100, 700],
                ]))
        #expect(two[.ledger].count == 0 && two.troubles == ["unrecognised"])
    }

    /// A bank says debit and credit as well, and keeps no accounts of ours.
    @Test func aBankStatementIsNoLedger() {
        let month = intake(
            TestSheet(
                rows: [
                    ["交易日期", "凭证号", "摘要", "借贷标志", "金额", "对方户名"], [.day(2026, 10, 2), "001", "货款", "贷", 100, "甲商行"],
                ]))
        #expect(month[.ledger].count == 0)
    }

    // MARK: In and out

    private func movements(_ inward: String, _ outward: String, _ rows: [[Entry]]) -> Month {
        intake(
            TestSheet(
                name: "出入库流水",
                rows: [["日期", "单号", "业务类型", "仓库", "商品编码", "单位", .text(inward), .text(outward)]]
                    + rows.map { [.day(2026, 10, 2)] + $0 }))
    }

    @Test(arguments: [("入库数量", "出库数量"), ("进仓", "出仓"), ("收入数量", "发出数量"), ("Qty In", "Qty Out")])
    func eitherColumnHasTheQuantity(inward: String, outward: String) {
        let month = movements(
            inward, outward,
            [
                ["CK1", "销售出库", "一号仓", "A", "瓶", nil, 12], ["RK1", "采购入库", "一号仓", "A", "瓶", 30, 0],
                ["CK2", "销售出库", "一号仓", "B", "瓶", 3, nil], ["TZ1", "盘盈盘亏调整", "一号仓", "A", "瓶", nil, 2],
                ["TH1", "销售退货", "一号仓", "A", "瓶", 4, nil], ["CK3", "销售出库", "一号仓", "B", "瓶", 0, nil],
            ])
        // What comes in on an issue is taken off it; what an adjustment lets out is below nought.
        #expect(month.figures(.movements, .quantity) == ["12", "30", "-3", "-2", "4", "0"])
        #expect(month.troubles == [])
    }

    /// A transfer's line out leaves its warehouse, and the line in enters the other.
    @Test func aTransferIsALineOutAndALineIn() {
        let month = movements(
            "入库数量", "出库数量", [["DB1", "调拨", "一号仓", "A", "瓶", nil, 12], ["DB1", "调拨", "二号仓", "A", "瓶", 12, nil]])
        #expect(month.texts(.movements, .warehouse) == ["一号仓", ""])
        #expect(month.texts(.movements, .toWarehouse) == ["", "二号仓"])
        #expect(month.figures(.movements, .quantity) == ["12", "12"])
    }

    @Test func aRowThatGoesBothWaysOrNoneIsSaid() {
        let month = movements(
            "入库数量", "出库数量",
            [
                ["CK1", "销售出库", "一号仓", "A", "瓶", 5, 12], ["CK2", "销售出库", "一号仓", "A", "瓶", nil, nil],
                ["CK3", "销售出库", "一号仓", "A", "瓶", "多", nil], ["CK4", "销售出库", "一号仓", "A", "瓶", nil, 1],
            ])
        #expect(month.texts(.movements, .documentNumber) == ["CK4"])
        #expect(month.troubles == ["row 2 G2", "row 3 H3", "row 4 G4"])
    }

    /// A column of its own for the quantity says how many, whatever stands beside it.
    @Test func aPlainQuantityCounts() {
        let month = intake(
            TestSheet(
                name: "出入库流水",
                rows: [
                    ["日期", "单号", "业务类型", "仓库", "商品编码", "数量", "入库数量", "出库数量"],
                    [.day(2026, 10, 2), "CK1", "销售出库", "一号仓", "A", 7, nil, 7],
                ]))
        #expect(month.figures(.movements, .quantity) == ["7"])
    }
}
