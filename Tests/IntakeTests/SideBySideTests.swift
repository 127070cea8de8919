import Books
import Testing

@testable import Intake

/// Forms beside each other on one sheet, each under its own head.
@Suite struct SideBySideTests {
    /// An order form whose number, customer and line all end with the same digit; a taller one also names a carrier.
    private func order(_ number: Int, isTall: Bool = false) -> [[Entry]] {
        [
            ["销售订货单"], ["订单号", .text("SO-\(number)"), nil, "日期", .day(2026, 10, number)],
            ["客户名称", .text("甲\(number)公司"), nil, "渠道", "直销"],
        ] + (isTall ? [["托运部", "顺达", nil, "托运部电话", "0871-6530"]] : []) + [
            ["序号", "商品编码", "品名", "数量", "单价", "金额"],
            [
                1, .text("A-0\(number)"), "米酒", .number(Int64(number), decimals: 0), 10,
                .number(Int64(number) * 10, decimals: 0),
            ],
            ["合计", nil, nil, nil, nil, .number(Int64(number) * 10, decimals: 0)],
            [.text("客服确认：何\(number)"), nil, nil, "审批人："],
        ]
    }

    /// Rows of several blocks, each in columns of its own.
    private func beside(_ blocks: [[[Entry]]], width: Int) -> [[Entry]] {
        (0..<(blocks.map(\.count).max() ?? 0)).map { row in
            blocks.flatMap { block in
                let cells = row < block.count ? block[row] : []
                return cells + Array(repeating: .nothing, count: width - cells.count)
            }
        }
    }

    private func isRead(_ month: Month, _ numbers: [Int]) -> Bool {
        month.texts(.orders, .orderNumber) == numbers.map { "SO-\($0)" }
            && month.texts(.orders, .customer) == numbers.map { "甲\($0)公司" }
            && month.figures(.orders, .orderDate) == numbers.map { "2026-10-0\($0)" }
            && month.texts(.orders, .productCode) == numbers.map { "A-0\($0)" }
            && month.texts(.orders, .confirmedBy) == numbers.map { "何\($0)" }
            && month.regions.map { $0.totals.map(\.stated) } == numbers.map { [Int64($0) * 1_000] }
            && month.regions.allSatisfy { $0.totals.allSatisfy { $0.stated == $0.summed } }
            && month.problems.isEmpty
    }

    /// Widths of 6 leave no empty column between the forms.
    @Test(arguments: [6, 7, 9]) func eachFormHasItsOwnHeadAndTotals(width: Int) {
        let two = intake(TestSheet(rows: beside([order(1), order(2)], width: width)))
        #expect(isRead(two, [1, 2]))
        #expect(two.sheets[0].rows.isComplete && two.sheets[0].rows.records == 1 && two.sheets[0].rows.totals == 1)
        let three = intake(TestSheet(rows: beside([order(1), order(2), order(3)], width: width)))
        #expect(isRead(three, [1, 2, 3]))
        let cell = three.cell(three[.orders].origins[2], .orderNumber).cell
        #expect(cell == ["T2", "P2", "N2"][width == 9 ? 0 : width == 7 ? 1 : 2])
    }

    /// The header of the taller form stands beside a line of the other.
    @Test func headsOfUnequalHeight() {
        for (left, right) in [(true, false), (false, true)] {
            let month = intake(
                TestSheet(
                    rows: beside([order(1, isTall: left), order(2, isTall: right)], width: 8) + [[]]
                        + beside([order(3, isTall: right), order(4, isTall: left)], width: 8)))
            #expect(isRead(month, [1, 3, 2, 4]))
            #expect(Set(month.texts(.orders, .carrier)) == ["", "顺达"])
        }
    }

    @Test func aTitleAboveBothAndAFormBelowOne() {
        let month = intake(
            TestSheet(
                rows: [["十月订单"], []] + beside([order(1), order(2)], width: 8) + [[]] + order(3),
                merges: ["A1:N1"]))
        #expect(isRead(month, [1, 3, 2]))
    }

    /// The empty column within each form parts no forms.
    @Test func formsWithEmptyColumnsOfTheirOwn() {
        func spread(_ number: Int) -> [[Entry]] {
            order(number).map { row in row.prefix(2) + [nil] + row.dropFirst(2) }
        }
        let month = intake(TestSheet(rows: beside([spread(1), spread(2)], width: 9)))
        #expect(isRead(month, [1, 2]))
    }

    @Test func dispatchDocumentsBesideEachOther() {
        func document(_ number: Int) -> [[Entry]] {
            [
                ["销售出库单", nil, nil, .text("No.CK000\(number)")],
                [.text("客户：甲\(number)"), nil, .text("日期：2026-10-0\(number)"), .text("仓库：\(number)号库")],
                ["品名", "规格", "数量"], [.text("酒\(number)"), "500ml", .number(Int64(number), decimals: 0)],
                ["制单：李", nil, "签收人：王"],
            ]
        }
        let month = intake(TestSheet(rows: beside([document(1), document(2)], width: 6)))
        #expect(month.texts(.movements, .documentNumber) == ["CK0001", "CK0002"])
        #expect(month.texts(.movements, .customer) == ["甲1", "甲2"])
        #expect(month.texts(.movements, .warehouse) == ["1号库", "2号库"])
        #expect(month.figures(.movements, .date) == ["2026-10-01", "2026-10-02"])
        #expect(month.figures(.movements, .quantity) == ["1", "2"])
        #expect(month.problems.isEmpty)
    }

    // MARK: What is no form beside another

    /// One head, and its lines in two columns.
    @Test func aFormWhoseLinesGoOnToTheRight() {
        let month = intake(
            TestSheet(rows: [
                ["销售订货单"], ["订单号：SO-1", nil, nil, nil, "客户：甲公司"],
                ["品名", "数量", "单价", nil, "品名", "数量", "单价"], ["米酒", 1, 10, nil, "白酒", 2, 20], ["黄酒", 3, 30],
            ]))
        #expect(month.texts(.orders, .orderNumber) == ["SO-1", "SO-1", "SO-1"])
        #expect(month.texts(.orders, .customer) == ["甲公司", "甲公司", "甲公司"])
        #expect(Set(month.texts(.orders, .productName)) == ["米酒", "白酒", "黄酒"])
        #expect(month.problems.isEmpty)
    }

    /// What stands beside a form says something of it, or nothing that is a form.
    @Test(arguments: [
        ["说明", "订单号：见左", "送货前请先打电话"], ["客服确认：何", "审批人：高", "日期：2026-10-09"], ["回执", "客户名称：甲公司"],
    ])
    func aFormBesideANote(note: [String]) {
        let month = intake(TestSheet(rows: beside([order(1), [[]] + note.map { [.text($0)] }], width: 8)))
        #expect(month.texts(.orders, .orderNumber) == ["SO-1"])
        #expect(month.texts(.orders, .customer) == ["甲1公司"])
        #expect(month.figures(.orders, .orderDate) == ["2026-10-01"])
        #expect(month.problems.isEmpty)
    }

    /// A list as wide as both forms would lose its last columns to the second: nothing is taken, and that is said.
    @Test func nothingIsCutThrough() {
        let list: [[Entry]] = [
            ["订单号", "客户", "商品编码", "品名", "数量", "单价", "备注", "联系人", "电话"],
            ["SO-8", "乙公司", "A-01", "米酒", 1, 10, "急", "张三", "138"],
        ]
        let month = intake(TestSheet(rows: beside([order(1), order(2)], width: 7) + [[]] + list))
        #expect(month[.orders].count == 0)
        #expect(month.troubles == ["unrecognised"])
        #expect(month.problems.first?.cell == "I2" && month.problems.first?.found == "SO-2")
        #expect(month.sheets[0].rows.isComplete)
    }
}
