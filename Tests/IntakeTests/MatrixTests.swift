import Books
import Testing

@testable import Intake

/// Columns that say the same again for each warehouse or channel.
@Suite struct MatrixTests {
    private func lines(_ month: Month, _ kind: BookKind, _ field: Field) -> [String] {
        zip(zip(month.texts(kind, .warehouse), month.texts(kind, .productName)), month.figures(kind, field)).map {
            "\($0.0) \($0.1) \($1)"
        }
    }

    /// What is not in a warehouse has nothing below its name; nought is counted.
    @Test(arguments: [["A2:A3", "B2:B3", "C2:E2", "F2:H2"], []])
    func countsOfEachWarehouseBelowItsName(merges: [String]) {
        let month = intake(
            TestSheet(
                rows: [
                    ["盘点表"], ["商品编码", "品名", "一号仓", nil, nil, "二号仓", nil, nil],
                    [nil, nil, "账面", "实盘", "差异", "账面", "实盘", "差异"], ["A-01", "米酒", 10, 11, 1, 5, 5, 0],
                    ["A-02", "白酒", 7, 7, 0], ["A-03", "黄酒", nil, nil, nil, 0, 0, 0], ["合计", nil, 17, 18, 1, 5, 5, 0],
                ], merges: merges))
        #expect(lines(month, .counts, .countedQuantity) == ["一号仓 米酒 11", "一号仓 白酒 7", "二号仓 米酒 5", "二号仓 黄酒 0"])
        #expect(month.figures(.counts, .bookQuantity) == ["10", "7", "5", "0"])
        #expect(month.regions.map { $0.totals.map(\.stated) } == [[17_000_000, 18_000_000], [5_000_000, 5_000_000]])
        #expect(month.regions.allSatisfy { $0.totals.allSatisfy { $0.stated == $0.summed } })
        let origins = month[.counts].origins
        #expect(
            month.cell(origins[2], .countedQuantity).cell == "G4" && month.cell(origins[2], .warehouse).cell == "F2")
        #expect(month.problems.isEmpty)
    }

    /// One column below each name; the sum of all warehouses is none of them.
    @Test func stockOfEachWarehouseAndOfAll() {
        let month = intake(
            TestSheet(
                name: "账存",
                rows: [
                    ["编码", "品名", "单位", "一号仓", "二号仓", "合计"], [nil, nil, nil, "数量", "数量", "数量"],
                    ["A-01", "米酒", "瓶", 1, 2, 3], ["A-02", "白酒", "瓶", 4, nil, 4],
                ], merges: ["A1:A2", "B1:B2", "C1:C2"]))
        #expect(lines(month, .stock, .quantity) == ["一号仓 米酒 1", "一号仓 白酒 4", "二号仓 米酒 2"])
        #expect(month.problems.isEmpty)
    }

    /// Field by field, each for all warehouses; and all in one row.
    @Test(
        arguments: [
            [["品名", "账面", nil, "实盘", nil], [nil, "一号仓", "二号仓", "一号仓", "二号仓"]],
            [["品名", "一号仓账面", "二号仓账面", "一号仓实盘", "二号仓实盘"]],
        ] as [[[Entry]]])
    func warehousesBelowFields(header: [[Entry]]) {
        let month = intake(TestSheet(rows: [["盘点表"]] + header + [["米酒", 1, 2, 3, 4], ["白酒", 5, 6, 7, 8]]))
        #expect(lines(month, .counts, .countedQuantity) == ["一号仓 米酒 3", "一号仓 白酒 7", "二号仓 米酒 4", "二号仓 白酒 8"])
        #expect(month.figures(.counts, .bookQuantity) == ["1", "5", "2", "6"])
        #expect(month.problems.isEmpty)
    }

    /// Each warehouse's table has its own goods, as many as there are, and its own total.
    @Test(arguments: [["A2:C2", "E2:G2"], []]) func tablesBelowTheirWarehouses(merges: [String]) {
        let month = intake(
            TestSheet(
                rows: [
                    ["盘点表"], ["一号仓", nil, nil, nil, "二号仓"], ["品名", "账面数", "实盘数", nil, "品名", "账面数", "实盘数"],
                    ["米酒", 1, 2, nil, "白酒", 3, 4], ["合计", 1, 2, nil, "黄酒", 5, 6], [nil, nil, nil, nil, "合计", 8, 10],
                ], merges: merges))
        #expect(lines(month, .counts, .countedQuantity) == ["一号仓 米酒 2", "二号仓 白酒 4", "二号仓 黄酒 6"])
        #expect(month.regions.map { $0.totals.map(\.stated) } == [[1_000_000, 2_000_000], [8_000_000, 10_000_000]])
        #expect(month.problems.isEmpty)
    }

    @Test func labelsAboveTablesBesideEachOther() {
        let month = intake(
            TestSheet(rows: [
                ["盘点表"], ["仓库：一号仓", nil, nil, nil, "仓库：二号仓"], ["品名", "账面数", "实盘数", nil, "品名", "账面数", "实盘数"],
                ["米酒", 1, 2, nil, "白酒", 3, 4],
            ]))
        #expect(lines(month, .counts, .countedQuantity) == ["一号仓 米酒 2", "二号仓 白酒 4"])
    }

    @Test func pricesOfEachChannelWithTheirLowest() {
        let month = intake(
            TestSheet(
                name: "价格表",
                rows: [
                    ["商品编码", "品名", "直销", nil, "二批", nil], [nil, nil, "单价", "最低价", "单价", "最低价"],
                    ["A-01", "米酒", 10, 9, 8, 7],
                ]))
        #expect(month.texts(.prices, .channel) == ["direct", "wholesale"])
        #expect(month.figures(.prices, .unitPrice) == ["10.00", "8.00"])
        #expect(month.figures(.prices, .minimumPrice) == ["9.00", "7.00"])
    }

    // MARK: What is no matrix

    /// Opening and closing are what the groups say, not where it lies.
    @Test func groupsOfFiguresAreNoWarehouses() {
        let month = intake(
            TestSheet(
                name: "一号仓库存",
                rows: [
                    ["商品编码", "品名", "期初", nil, "结存", nil], [nil, nil, "数量", "金额", "数量", "金额"],
                    ["A-01", "米酒", 1, 10, 2, 20],
                ]))
        #expect(lines(month, .opening, .quantity) == ["一号仓 米酒 1"])
        #expect(lines(month, .stock, .quantity) == ["一号仓 米酒 2"])
    }

    /// What is counted once is no warehouse's own, whatever else is said of each.
    @Test func aQuantityOfAllIsCountedOnce() {
        let month = intake(
            TestSheet(rows: [["盘点表"], ["品名", "账面数", "实盘数", "一号仓备注", "二号仓备注"], ["米酒", 1, 2, "破损", "无"]]))
        #expect(month.figures(.counts, .countedQuantity) == ["2"])
    }

    /// A column for the warehouse says it, whatever else is called like one.
    @Test func aColumnOfWarehousesIsWhatCounts() {
        let month = intake(
            TestSheet(rows: [
                ["盘点表"], ["仓库", "品名", "账面数", "实盘数", "备注"], ["一号仓", "米酒", 1, 2, "二号仓"], ["二号仓", "米酒", 3, 4],
            ]))
        #expect(lines(month, .counts, .countedQuantity) == ["一号仓 米酒 2", "二号仓 米酒 4"])
    }

    @Test(
        arguments: [
            ("一号仓盘点表", "一号仓"), ("一号仓库存", "一号仓"), ("2026年10月昆明仓库存表", "昆明仓"), ("昆明仓库", "昆明仓库"), ("【二号库】", "二号库"),
            ("一号仓、二号仓盘点表", nil), ("月末实盘，一行一个仓的一个商品", nil),
            ("月初每个仓每个商品的数量", nil), ("仓库管理", nil), ("库存表", nil), ("销售出库", nil),
        ] as [(String, String?)])
    func warehousesInTitles(title: String, name: String?) { #expect(DerivedWords.warehouse(in: title) == name) }
}
