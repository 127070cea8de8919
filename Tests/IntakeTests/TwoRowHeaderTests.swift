import Books
import Intake
import Testing

/// Headers of two rows, of which the upper one groups a few columns. No row may be read under both.
@Suite struct TwoRowHeaderTests {
    private let merges = ["A1:A2", "B1:B2", "C1:C2", "D1:E1"]

    /// 价税合计 has 合计 in it, and totals nothing here.
    @Test func aGroupOverAColumnThatSoundsLikeATotal() {
        let month = intake(
            TestSheet(
                name: "期初库存",
                rows: [
                    ["仓库", "产品编号", "数量", "明细信息", nil], [nil, nil, nil, "成本单价", "价税合计"],
                    ["城东仓", "A-01", 881, 7.5, 6607.5], ["城东仓", "A-02", 420, 2, 840],
                ], merges: merges))
        #expect(month.figures(.opening, .quantity) == ["881", "420"])
        #expect(month.figures(.opening, .amount) == ["6607.50", "840.00"])
        #expect(month.figures(.opening, .unitCost) == ["7.50", "2.00"])
        #expect(month.regions.count == 1 && month.regions[0].headerRow == 2)
    }

    /// “Details” heads a ledger's summaries; over other columns it says nothing of them.
    @Test(arguments: ["Details", "Particulars", "Goods"]) func aGroupNamedByAWordForATextOfAnotherBook(group: Entry) {
        let month = intake(
            TestSheet(
                name: "Receipts",
                rows: [
                    ["Receipt No.", "Receipt date", "Method", group, nil],
                    [nil, nil, nil, "Customer name", "Line total"],
                    ["RC-1", .day(2026, 10, 2), "Transfer", "Oakwood Ltd.", 3044.01],
                    ["RC-2", .day(2026, 10, 3), "Transfer", "Maple Ltd.", 12],
                ], merges: merges))
        #expect(month.texts(.receipts, .receiptNumber) == ["RC-1", "RC-2"])
        #expect(month.figures(.receipts, .amount) == ["3044.01", "12.00"])
        #expect(month.problems.isEmpty && month.sheets[0].rows.isComplete)
    }

    /// A group that speaks of figures still decides: 数量 below 期初结存 is opening stock and nothing else.
    @Test func aGroupOfFiguresStillDecides() {
        let month = intake(
            TestSheet(
                name: "应收",
                rows: [
                    ["客户", "单据号", "日期", "应收金额", "期初结存", nil], [nil, nil, nil, nil, "数量", "金额"],
                    ["甲", "CK1", .day(2026, 10, 2), 100, 7, 900],
                ], merges: ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"]))
        #expect(month.figures(.receivables, .amount) == ["100.00"])
    }

    /// A row that says in what the columns above are counted is none of the records.
    @Test func unitsBelowTheHeader() {
        func month(_ units: [Entry]) -> Month {
            intake(
                TestSheet(
                    name: "账存",
                    rows: [
                        ["仓库", "商品编码", "数量", "单位成本", "金额"], units, ["一号仓", "A-01", 3, 2, 0.0006],
                        ["一号仓", "A-02", 4, 2, 0.0008],
                    ]))
        }
        let boxes = month([nil, nil, "（瓶）", "(元/瓶)", "(万元)"])
        #expect(boxes.figures(.stock, .quantity) == ["3", "4"] && boxes.figures(.stock, .amount) == ["6.00", "8.00"])
        #expect(boxes.texts(.stock, .unit) == ["瓶", "瓶"])
        #expect(boxes.problems.isEmpty && boxes.sheets[0].rows.isComplete && boxes.regions[0].headerRow == 2)
        // A word that is no unit is a value that cannot be read.
        #expect(month(["一号仓", "A-00", "多", "元", "元"]).troubles == ["row 2 C2"])
    }
}
