import Books
import Testing

@testable import Intake

/// Rows that say something of the rows below them, until the next.
@Suite struct GroupRowTests {
    private func counts(_ rows: [[Entry]], title: Entry = "盘点表", besides: TestSheet? = nil) -> Month {
        let sheet = TestSheet(rows: [[title], ["商品编码", "品名", "账面数", "实盘数"]] + rows)
        return besides.map { intake(sheet, $0) } ?? intake(sheet)
    }

    private let first: [[Entry]] = [["A-01", "米酒", 1, 2], ["A-02", "白酒", 3, 4]]
    private let second: [[Entry]] = [["A-01", "米酒", 5, 6]]

    @Test(
        arguments: [
            ("一号仓", "二号仓"), ("仓库：一号仓", "仓库：二号仓"), ("【一号仓】", "【二号仓】"), ("一号仓库存", "二号仓盘点表"),
        ] as [(Entry, Entry)])
    func warehousesAboveTheirRows(one: Entry, other: Entry) {
        let month = counts([[one]] + first + [["小计", nil, 4, 6], [other]] + second + [["合计", nil, 9, 12]])
        #expect(month.texts(.counts, .warehouse) == ["一号仓", "一号仓", "二号仓"])
        #expect(month.figures(.counts, .countedQuantity) == ["2", "4", "6"])
        #expect(month.regions.first?.totals.map(\.stated) == [4_000_000, 6_000_000, 9_000_000, 12_000_000])
        #expect(month.regions.allSatisfy { $0.totals.allSatisfy { $0.stated == $0.summed } })
        #expect(month[.counts].origins.map { month.cell($0, .warehouse).cell } == ["A3", "A3", "A7"])
        #expect(month.problems.isEmpty && month.sheets[0].rows.isComplete)
    }

    /// A label and its value in two cells; a head that speaks of the first rows only.
    @Test func aLabelBesideItsWarehouse() {
        let month = counts([["仓库", "二号仓"]] + second, title: "仓库：一号仓")
        #expect(month.texts(.counts, .warehouse) == ["二号仓"])
        let below = counts(first + [["仓库", "二号仓"]] + second, title: "仓库：一号仓")
        #expect(below.texts(.counts, .warehouse) == ["一号仓", "一号仓", "二号仓"])
        // Nobody has said where the last rows lie.
        let blank = counts([["仓库：一号仓"]] + first + [["仓库："]] + second)
        #expect(blank.texts(.counts, .warehouse) == ["一号仓", "一号仓", ""])
    }

    /// A name without a word for a warehouse is one where another sheet says so.
    @Test func namesThatOtherSheetsKnow() {
        let rows: [[Entry]] = [["昆明"]] + first + [["大理"]] + second
        let stock = TestSheet(
            name: "账存", rows: [["仓库", "商品编码", "品名", "数量"], ["昆明", "A-01", "米酒", 1], ["大理", "A-01", "米酒", 5]])
        #expect(counts(rows, besides: stock).texts(.counts, .warehouse) == ["昆明", "昆明", "大理"])
        #expect(Set(counts(rows).texts(.counts, .warehouse)) == [""])
    }

    @Test func thePagesOfTwoWarehouses() {
        let header: [Entry] = ["商品编码", "品名", "账面数", "实盘数"]
        let month = counts(first + [["2026年10月二号仓盘点表"], header] + second, title: "2026年10月一号仓盘点表")
        #expect(month.texts(.counts, .warehouse) == ["一号仓", "一号仓", "二号仓"])
    }

    /// What is said below a total, of goods, or in passing names no warehouse.
    @Test(arguments: ["饮料类", "一号仓小计", "备注：二号仓漏水", "二号仓漏水，货已移走", "仓库管理员：张三"] as [Entry])
    func rowsThatNameNoWarehouse(row: Entry) {
        let month = counts([["一号仓"]] + first + [[row]] + second)
        #expect(month.texts(.counts, .warehouse) == ["一号仓", "一号仓", "一号仓"])
        #expect(month.figures(.counts, .countedQuantity) == ["2", "4", "6"])
    }

    @Test func aColumnSaysMoreThanARow() {
        let month = intake(
            TestSheet(rows: [["盘点表"], ["仓库", "品名", "账面数", "实盘数"], ["二号仓"], ["一号仓", "米酒", 1, 2]]))
        #expect(month.texts(.counts, .warehouse) == ["一号仓"])
    }

    private func movements(_ header: Entry, _ rows: [[Entry]]) -> Month {
        intake(TestSheet(name: "出入库", rows: [["单据类型", "单据编号", "日期", header, "品名", "数量"]] + rows))
    }

    private static let groups: [[Entry]] = [
        ["一号仓"], ["销售出库", "CK1", .day(2026, 10, 2), nil, "米酒", 1], ["二号仓"],
        ["销售出库", "CK2", .day(2026, 10, 2), nil, "米酒", 2],
    ]

    /// A column that is blank on all rows says nothing, and rows that name warehouses do.
    @Test(arguments: ["收货仓库", "仓库", "调入仓库"] as [Entry]) func rowsSpeakForABlankColumn(header: Entry) {
        let month = movements(header, Self.groups)
        #expect(month.texts(.movements, .warehouse) == ["一号仓", "二号仓"] && month.problems.isEmpty)
    }

    /// 收货仓库 beside rows that name where goods lie is where they go.
    @Test func whereTransfersGoBesideRowsThatNameWarehouses() {
        let month = movements("收货仓库", Self.groups + [["调拨单", "DB1", .day(2026, 10, 3), "一号仓", "米酒", 3]])
        #expect(month.texts(.movements, .warehouse) == ["一号仓", "二号仓", "二号仓"])
        #expect(month.texts(.movements, .toWarehouse) == ["", "", "一号仓"])
        // Without such rows it is the warehouse, as before.
        let plain = movements("收货仓库", [["销售出库", "CK1", .day(2026, 10, 2), "一号仓", "米酒", 1]])
        #expect(plain.texts(.movements, .warehouse) == ["一号仓"])
    }

    /// A blank column below a title that names the warehouse.
    @Test func aTitleSpeaksForABlankColumn() {
        let month = intake(TestSheet(rows: [["一号仓盘点表"], ["仓库", "品名", "账面数", "实盘数"], [nil, "米酒", 1, 2]]))
        #expect(month.texts(.counts, .warehouse) == ["一号仓"])
        let filled = intake(TestSheet(rows: [["一号仓盘点表"], ["仓库", "品名", "账面数", "实盘数"], ["二号仓", "米酒", 1, 2]]))
        #expect(filled.texts(.counts, .warehouse) == ["二号仓"])
    }

    /// Names that no word calls warehouses are those that other sheets say; 收货仓库 below them is where transfers go.
    @Test(arguments: [("昆明", "大理"), ("昆明出入库", "大理出入库"), ("昆明仓库", "大理仓库"), ("【昆明】", "【大理】")])
    func plainNamesAboveDestinations(one: String, other: String) {
        let stock = TestSheet(name: "账存", rows: [["仓库", "品名", "数量"], ["昆明", "米酒", 4], ["大理", "米酒", 5]])
        func month(_ top: [[Entry]], _ sheets: TestSheet) -> Month {
            intake(
                sheets,
                TestSheet(
                    name: "出入库",
                    rows: [["单据类型", "单据编号", "日期", "收货仓库", "品名", "数量"]] + top + [
                        [.text(one)], ["进仓单", "RK1", .day(2026, 10, 2), nil, "米酒", 1],
                        ["调拨单", "DB1", .day(2026, 10, 3), "大理", "米酒", 3], [.text(other)],
                        ["进仓单", "RK2", .day(2026, 10, 4), nil, "米酒", 2],
                    ]))
        }
        let named = month([], stock)
        #expect(named.texts(.movements, .warehouse) == ["昆明", "昆明", "大理"])
        #expect(named.texts(.movements, .toWarehouse) == ["", "大理", ""])
        #expect(named.problems.isEmpty && named.sheets[1].rows.isComplete)
        // A line above the first name is in none of them, so that 收货仓库 stays what it is for all.
        let above = month([["进仓单", "RK0", .day(2026, 10, 1), "昆明", "米酒", 1]], stock)
        #expect(above.texts(.movements, .warehouse).first == "昆明")
    }

    /// Goods that came in are where they came to; what left is not.
    @Test func comingInToAWarehouse() {
        let month = intake(
            TestSheet(
                rows: [
                    ["单据类型", "单据编号", "日期", "发货仓库", "收货仓库", "品名", "数量"],
                    ["进仓单", "RK1", .day(2026, 10, 2), nil, "一号仓", "米酒", 1],
                    ["销售退货", "TH1", .day(2026, 10, 2), nil, "二号仓", "米酒", 1],
                    ["销售出库", "CK1", .day(2026, 10, 2), nil, "一号仓", "米酒", 1],
                    ["进仓单", "RK2", .day(2026, 10, 2), "一号仓", "二号仓", "米酒", 1],
                ]))
        #expect(month.texts(.movements, .warehouse) == ["一号仓", "二号仓", "", "一号仓"])
        #expect(month.texts(.movements, .toWarehouse) == ["", "", "一号仓", "二号仓"])
    }

    // MARK: Customers and days

    private func receivables(_ one: Entry, _ other: Entry) -> Month {
        intake(
            TestSheet(
                name: "应收明细",
                rows: [
                    ["单据编号", "单据日期", "应收金额", "已收金额", "余额"], [one], ["CK1", .day(2026, 10, 1), 10, 0, 10],
                    ["CK2", .day(2026, 10, 2), 20, 0, 20], ["小计", nil, 30, 0, 30], [other],
                    ["CK3", .day(2026, 10, 3), 5, 5, 0], ["小计", nil, 5, 5, 0], ["合计", nil, 35, 5, 30],
                ]))
    }

    @Test(arguments: [("昆明甲商行", "大理乙有限公司"), ("客户：昆明甲商行", "客户：大理乙有限公司")] as [(Entry, Entry)])
    func customersAboveWhatTheyOwe(one: Entry, other: Entry) {
        let month = receivables(one, other)
        #expect(month.texts(.receivables, .customer) == ["昆明甲商行", "昆明甲商行", "大理乙有限公司"])
        #expect(month.figures(.receivables, .amount) == ["10.00", "20.00", "5.00"])
        #expect(month.regions.allSatisfy { $0.totals.allSatisfy { $0.stated == $0.summed } })
        #expect(month.problems.isEmpty)
    }

    /// People may be customers or who sells to them: nothing is taken, and that is said.
    @Test func namesThatMayBeAnybodys() {
        let month = receivables("张三", "李四")
        #expect(month[.receivables].count == 0 && month.troubles == ["unrecognised"])
    }

    @Test(
        arguments: [
            (.day(2026, 10, 1), .day(2026, 11, 2)), ("2026年10月1日", "2026年11月2日"), ("日期：2026-10-01", "日期：2026-11-02"),
        ] as [(Entry, Entry)])
    func daysAboveTheirDocuments(one: Entry, other: Entry) {
        let month = intake(
            TestSheet(
                rows: [
                    ["单据类型", "单据编号", "仓库", "品名", "数量"], [one], ["销售出库", "CK1", "一号仓", "米酒", 1], [other],
                    ["销售出库", "CK2", "一号仓", "米酒", 2],
                ]))
        #expect(month.figures(.movements, .date) == ["2026-10-01", "2026-11-02"])
        #expect(month.problems.isEmpty)
    }
}
