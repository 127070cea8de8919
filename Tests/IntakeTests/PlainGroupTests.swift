import Books
import Testing

@testable import Intake

/// Groups of columns under names that no word calls warehouses.
@Suite struct PlainGroupTests {
    private func lines(_ month: Month, _ kind: BookKind, _ field: Field) -> [String] {
        zip(zip(month.texts(kind, .warehouse), month.texts(kind, .productName)), month.figures(kind, field)).map {
            "\($0.0) \($0.1) \($1)"
        }
    }

    private static let above = ["A2:A3", "B2:B3", "C2:D2", "E2:F2"]

    private func two(_ one: Entry, _ other: Entry, _ leaves: [Entry], title: Entry, name: String = "Sheet1") -> Month {
        intake(
            TestSheet(
                name: name,
                rows: [
                    [title], ["商品编码", "品名", one, nil, other, nil], [nil, nil] + leaves + leaves,
                    ["A-01", "米酒", 1, 2, 3, 4], ["A-02", "白酒", 5, 6, nil, nil],
                ], merges: Self.above))
    }

    /// Saying the same again under each name is what makes them warehouses, and not only the first is read.
    @Test(arguments: [("昆明", "大理"), ("门店A", "门店B"), ("张三", "李四"), ("Kunming", "Dali")] as [(String, String)])
    func countsUnderPlainNames(one: String, other: String) {
        let month = two(.text(one), .text(other), ["账面", "实盘"], title: "盘点表")
        #expect(lines(month, .counts, .countedQuantity) == ["\(one) 米酒 2", "\(one) 白酒 6", "\(other) 米酒 4"])
        #expect(month.figures(.counts, .bookQuantity) == ["1", "5", "3"])
        #expect(month.problems.isEmpty && month.sheets[0].rows.isComplete)
    }

    /// Opening and closing stock of each, with what came and went between.
    @Test func openingAndClosingUnderPlainNames() {
        let leaves: [Entry] = ["期初", "入库", "出库", "结存"]
        let month = intake(
            TestSheet(
                rows: [
                    ["收发存"], ["品名", "昆明", nil, nil, nil, "大理", nil, nil, nil], [nil] + leaves + leaves,
                    ["米酒", 1, 5, 2, 4, 10, 0, 3, 7],
                ], merges: ["A2:A3", "B2:E2", "F2:I2"]))
        #expect(lines(month, .opening, .quantity) == ["昆明 米酒 1", "大理 米酒 10"])
        #expect(lines(month, .stock, .quantity) == ["昆明 米酒 4", "大理 米酒 7"])
        #expect(month.problems.isEmpty)
    }

    /// In one row, and a name beside one that is called a warehouse.
    @Test func plainNamesInOneRowAndBesideAWarehouse() {
        let row = intake(
            TestSheet(rows: [["盘点表"], ["品名", "昆明账面", "昆明实盘", "大理账面", "大理实盘"], ["米酒", 1, 2, 3, 4]]))
        #expect(lines(row, .counts, .countedQuantity) == ["昆明 米酒 2", "大理 米酒 4"])
        let beside = two("一号仓", "大理", ["账面", "实盘"], title: "盘点表")
        #expect(lines(beside, .counts, .countedQuantity) == ["一号仓 米酒 2", "一号仓 白酒 6", "大理 米酒 4"])
    }

    /// What the sum of all groups says is none of them.
    @Test func theSumOfPlainNames() {
        let month = intake(
            TestSheet(
                name: "账存",
                rows: [
                    ["品名", "昆明", nil, "大理", nil, "合计", nil], [nil, "数量", "金额", "数量", "金额", "数量", "金额"],
                    ["米酒", 1, 10, 2, 20, 3, 30],
                ], merges: ["A1:A2", "B1:C1", "D1:E1", "F1:G1"]))
        #expect(lines(month, .stock, .quantity) == ["昆明 米酒 1", "大理 米酒 2"] && month.problems.isEmpty)
    }

    /// Documents under names alone may be of customers as well: they are warehouses where another sheet says so.
    @Test func documentsUnderNamesThatOtherSheetsKnow() {
        let movements = TestSheet(
            name: "销售出库",
            rows: [
                ["单据编号", "日期", "品名", "昆明", nil, "大理", nil], [nil, nil, nil, "数量", "金额", "数量", "金额"],
                ["CK1", .day(2026, 10, 2), "米酒", 1, 10, 2, 20],
            ], merges: ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1"])
        let stock = TestSheet(name: "账存", rows: [["仓库", "品名", "数量"], ["昆明", "米酒", 4], ["大理", "米酒", 5]])
        let month = intake(movements, stock)
        #expect(lines(month, .movements, .quantity) == ["昆明 米酒 1", "大理 米酒 2"] && month.problems.isEmpty)
        let alone = intake(movements)
        #expect(alone.figures(.movements, .quantity) == ["1"] && alone.troubles == ["unrecognised"])
        #expect(alone.problems.first?.cell == "F2" && alone.problems.first?.found == "大理 数量 | 大理 金额")
    }

    /// One column for each warehouse, of documents and of stock.
    @Test func oneColumnForEachWarehouse() {
        let month = intake(
            TestSheet(
                name: "销售出库",
                rows: [["单据编号", "日期", "品名", "一号仓", "二号仓"], ["CK1", .day(2026, 10, 2), "米酒", 1, nil]]))
        #expect(lines(month, .movements, .quantity) == ["一号仓 米酒 1"] && month.problems.isEmpty)
        let stock = TestSheet(name: "账存", rows: [["品名", "昆明", "大理", "合计"], ["米酒", 4, 5, 9]])
        let opening = TestSheet(name: "期初库存", rows: [["仓库", "品名", "数量"], ["昆明", "米酒", 4], ["大理", "米酒", 5]])
        #expect(lines(intake(stock, opening), .stock, .quantity) == ["昆明 米酒 4", "大理 米酒 5"])
        #expect(intake(stock).troubles == ["unrecognised"])
    }

    /// A column beside those of warehouses, under a name that may be one more.
    @Test func aNameBesideWarehousesIsSaid() {
        let month = intake(TestSheet(name: "账存", rows: [["品名", "一号仓", "二号仓", "昆明"], ["米酒", 4, 5, 6]]))
        #expect(lines(month, .stock, .quantity) == ["一号仓 米酒 4", "二号仓 米酒 5"])
        #expect(month.problems.map(\.found) == ["昆明"])
    }

    /// States, turns, teams and customers are said, and not added up.
    @Test(
        arguments: [
            ("良品", "次品", "库存表"), ("甲组", "乙组", "盘点表"), ("昆明", "大理", "一号仓盘点表"), ("第一次", "第二次", "盘点表"),
        ] as [(Entry, Entry, Entry)])
    func whatMayBeSomethingElseIsSaid(one: Entry, other: Entry, title: Entry) {
        let isCount = if case .text(let text) = title { text.hasSuffix("盘点表") } else { false }
        let month = two(one, other, isCount ? ["账面", "实盘"] : ["数量", "金额"], title: title)
        #expect(month[isCount ? .counts : .stock].count == 2)
        #expect(month.troubles == ["unrecognised"] && month.problems.first?.cell == "E3")
    }

    @Test func customersBesideEachOtherAreSaid() {
        let month = intake(
            TestSheet(
                name: "订单",
                rows: [
                    ["订单号", "品名", "甲商行", nil, "乙商行", nil], [nil, nil, "数量", "金额", "数量", "金额"],
                    ["SO-1", "米酒", 1, 10, 2, 20],
                ], merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1"]))
        #expect(month.figures(.orders, .quantity) == ["1"] && month.problems.map(\.found) == ["乙商行 数量 | 乙商行 金额"])
    }

    // MARK: Near misses

    /// Spans of time and what happens to goods are no places, and which of them counts was always known.
    @Test(
        arguments: [("本月", "上月"), ("10月", "11月"), ("本期", "去年同期"), ("10月31日", "9月30日"), ("Oct", "Sep")]
            as [(
                Entry, Entry
            )])
    func spansOfTimeAreNoWarehouses(one: Entry, other: Entry) {
        let month = two(one, other, ["数量", "金额"], title: "库存表")
        #expect(month.figures(.stock, .quantity) == ["1", "5"] && month.problems.isEmpty)
        #expect(month.texts(.stock, .warehouse) == ["", ""])
    }

    @Test(arguments: [["期初", "入库", "出库", "结存"], ["期初结存", "本期收入", "本期发出", "期末结存"]] as [[Entry]])
    func aStockReportIsNoMatrix(groups: [Entry]) {
        let month = intake(
            TestSheet(
                name: "收发存",
                rows: [
                    ["品名"] + groups.flatMap { [$0, nil] }, [nil] + groups.flatMap { _ in ["数量", "金额"] as [Entry] },
                    ["米酒", 1, 10, 5, 50, 2, 20, 4, 40],
                ], merges: ["A1:A2", "B1:C1", "D1:E1", "F1:G1", "H1:I1"]))
        #expect(month.figures(.opening, .quantity) == ["1"] && month.figures(.stock, .quantity) == ["4"])
        #expect(month.problems.isEmpty)
    }

    /// Figures of other kinds beside the one that counts are not said again.
    @Test func figuresBesideTheOneThatCountsAreNotSaid() {
        let month = intake(
            TestSheet(name: "账存", rows: [["品名", "锁定数量", "在途数量", "库存数量"], ["米酒", 1, 2, 30]]))
        #expect(month.figures(.stock, .quantity) == ["30"] && month.problems.isEmpty)
    }
}
