import Books
import Intake
import Testing

/// What becomes of values on their way into a book.
@Suite struct ValuesTests {
    private func orders(_ header: [Entry], _ rows: [[Entry]], period: Period? = Period(year: 2026, month: 10)) -> Month
    {
        intake(TestSheet(name: "订单", rows: [header] + rows), period: period)
    }

    @Test func numbersAndUnits() {
        let month = orders(
            ["订单号", "客户", "商品编码", "数量", "单价", "金额", "税率", "折扣"],
            [
                [1_001, "Ａｃｍｅ　 Ltd", "ａ-01", "12箱", "￥1,200.00", "14,400.00元", "13%", 0.95],
                ["so 2", "甲", 1_122, "(3)", 12.5, "-37.5", 13, "9.5折"],
                [
                    .number(13_800_000_000, decimals: 0), "甲", "A-03", .number(30_000_000_000_000_004, decimals: 17),
                    407.628319, .number(10_049_999_999_999_999, decimals: 16), 0.13, nil,
                ],
            ])
        #expect(month.texts(.orders, .orderNumber) == ["1001", "SO2", "13800000000"])
        #expect(month.texts(.orders, .productCode) == ["A-01", "1122", "A-03"])
        #expect(month.texts(.orders, .customer) == ["Acme Ltd", "甲", "甲"])
        #expect(month.figures(.orders, .quantity) == ["12", "-3", "0.3"])
        #expect(month.texts(.orders, .unit) == ["箱", "", ""])
        #expect(month.figures(.orders, .unitPrice) == ["1200.00", "12.50", "407.6283"])
        #expect(month.figures(.orders, .amount) == ["14400.00", "-37.50", "1.01"])
        #expect(month.figures(.orders, .taxRate) == ["0.13", "0.13", "0.13"])
        #expect(month.figures(.orders, .discount) == ["0.95", "0.95", ""])
        #expect(month.problems.isEmpty)
    }

    @Test(arguments: [
        ("25/10/2026", "5/10/2026", "2026-10-05"), ("10/25/2026", "10/5/2026", "2026-10-05"),
    ])
    func orderOfDayAndMonthFollowsTheColumn(clear: String, unclear: String, day: String) {
        let month = orders(
            ["订单号", "订单日期", "客户", "商品编码", "数量"],
            [["S1", .text(clear), "甲", "A-01", 1], ["S2", .text(unclear), "甲", "A-01", 1]])
        #expect(month.figures(.orders, .orderDate).last == day)
        #expect(month.problems.isEmpty)
    }

    @Test func orderOfDayAndMonthFollowsThePeriod() {
        let month = orders(
            ["订单号", "订单日期", "客户", "商品编码", "数量"],
            [["S1", "5/10/2026", "甲", "A-01", 1], ["S2", "6/10/2026", "甲", "A-01", 1]])
        #expect(month.figures(.orders, .orderDate) == ["2026-10-05", "2026-10-06"])
    }

    @Test func orderOfDayAndMonthThatNothingTellsIsSaid() {
        let month = orders(
            ["订单号", "订单日期", "交货日期", "客户", "商品编码", "数量"], [["S1", .day(2026, 10, 1), "3/4/2026", "甲", "A-01", 1]])
        #expect(month.figures(.orders, .deliveryDate) == [""])
        #expect(month.troubles == ["deliveryDate C2"])
    }

    @Test func daysWithoutAYearLieInThePeriodsYear() {
        let rows: [[Entry]] = [
            ["S1", .day(2025, 3, 9), "甲", "A-01", 1], ["S2", "3月10日", "甲", "A-01", 1],
            ["S3", 20_250_311, "甲", "A-01", 1],
        ]
        let month = orders(["订单号", "订单日期", "客户", "商品编码", "数量"], rows, period: nil)
        #expect(month.period == Period(year: 2025, month: 3))
        #expect(month.figures(.orders, .orderDate) == ["2025-03-09", "2025-03-10", "2025-03-11"])
    }

    @Test func documentsAndTheirSigns() {
        let month = intake(
            TestSheet(
                name: "出入库单",
                rows: [
                    ["单据类型", "单号", "日期", "仓库", "商品编码", "数量", "金额", "作废", "作废原因"],
                    ["销售出库", "CK1", .day(2026, 10, 1), "一号仓", "A-01", 5, 50, "否", nil],
                    ["销售退货单", "TH1", .day(2026, 10, 1), "一号仓", "A-01", -2, -20, nil, nil],
                    ["冲红单", "CH1", .day(2026, 10, 1), "一号仓", "A-01", -5, -50, nil, nil],
                    ["销售出库", "CK2", nil, nil, nil, nil, nil, "作废", "开错"],
                    [nil, "RK3", .day(2026, 10, 1), "一号仓", "A-01", 7, 70, nil, nil],
                    ["样品出库", "CK4", .day(2026, 10, 1), "一号仓", "A-01", 1, 1, "是", nil],
                ]))
        #expect(
            month.texts(.movements, .documentKind) == [
                "salesOut", "salesReturn", "reversal", "salesOut", "purchaseIn", "salesOut",
            ])
        #expect(month.figures(.movements, .quantity) == ["5", "2", "5", "", "7", "1"])
        #expect(month.figures(.movements, .amount) == ["50.00", "20.00", "50.00", "", "70.00", "1.00"])
        #expect(
            month[.movements].rows.map { month[.movements].flag(.voided, $0) } == [
                false, false, false, true, false, true,
            ])
    }

    @Test func accountsWithTheirNamesBehind() {
        let month = intake(
            TestSheet(
                name: "序时账",
                rows: [
                    ["日期", "凭证号", "摘要", "科目", "借方", "贷方"], [.day(2026, 10, 1), "记-1", "销售", "1122 应收账款", 113, nil],
                    [nil, nil, "销售", "6001.01 收入", nil, 113], ["本月合计", nil, nil, nil, 113, 113],
                ]))
        #expect(month.texts(.ledger, .accountCode) == ["1122", "6001.01"])
        #expect(month.texts(.ledger, .voucherNumber) == ["记-1", "记-1"])
        #expect(month.figures(.ledger, .date) == ["2026-10-01", "2026-10-01"])
        #expect(month.regions[0].totals.count == 2)
    }

    @Test func warehousesNamedByTheirTabs() {
        let stock = TestSheet(name: "账存", rows: [["仓库", "商品编码", "账存数量"], ["Main", "A-01", 5], ["North", "A-01", 6]])
        let header: [Entry] = ["商品编码", "账面数", "实盘数"]
        let month = intake(
            stock, TestSheet(name: "Main", rows: [header, ["A-01", 5, 5]]),
            TestSheet(name: "North count", rows: [header, ["A-01", 6, 7]]))
        #expect(month.texts(.counts, .warehouse) == ["Main", "North"])
    }
}
