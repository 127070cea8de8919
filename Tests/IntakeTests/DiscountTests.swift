import Books
import Testing

@testable import Intake

/// Discounts and price lists, as people write them.
@Suite struct DiscountTests {
    @Test(
        arguments: [
            ("9折", 900_000), ("9 折", 900_000), ("９折", 900_000), ("95折", 950_000), ("9.5折", 950_000), ("九折", 900_000),
            ("九五折", 950_000), ("打8折", 800_000), ("八折半", 850_000), ("10折", 1_000_000), ("对折", 500_000), ("90%", 900_000),
            ("90 %", 900_000), ("0.9", 900_000), ("10% off", 900_000), ("10 % off", 900_000), ("减10%", 900_000),
            ("优惠10%", 900_000), ("让利5%", 950_000), ("-10%", 900_000), ("10%", 900_000), ("0.1", 900_000),
            ("12.5%", 875_000),
            ("60%", 600_000), ("付85%", 850_000), ("按95", 950_000), ("1", 1_000_000), ("100%", 1_000_000),
            ("0", 1_000_000),
            ("0%", 1_000_000), ("85", 850_000), ("15", 850_000),
        ] as [(String, Int64)])
    func isTheShareThatTheCustomerPays(text: String, units: Int64) {
        #expect(WrittenDiscount.read(ArraySlice(text.utf8)) == .paid(Rate(units: units)))
    }

    @Test(arguments: ["", "-", "无", "无折扣", "不打折", "原价", "None"])
    func noneIsNone(text: String) { #expect(WrittenDiscount.read(ArraySlice(text.utf8)) == .blank) }

    @Test func whatCouldBeTwoIsAskedAbout() {
        for text in ["9", "8.5", "10"] { #expect(WrittenDiscount.read(ArraySlice(text.utf8)) == .ambiguous) }
        for text in ["120%", "减50", "面议", "折", "0折", "50元", "9折10%", "200", "-3"] {
            #expect(WrittenDiscount.read(ArraySlice(text.utf8)) == .other, "\(text)")
        }
    }

    @Test func inASheetEachCellIsReadOrSaid() {
        let month = intake(
            TestSheet(
                name: "订单",
                rows: [
                    ["订单号", "客户", "商品编码", "数量", "单价", "金额", "折扣"], ["S1", "甲", "A", 1, 10, 9, "9折"],
                    ["S2", "甲", "A", 1, 10, 9, 0.9], ["S3", "甲", "A", 1, 10, 9, .number(1, decimals: 1)],
                    ["S4", "甲", "A", 1, 10, 9, 9], ["S5", "甲", "A", 1, 10, 9, "面议"], ["S6", "甲", "A", 1, 10, 10, "无"],
                ]))
        #expect(month.figures(.orders, .discount) == ["0.9", "0.9", "0.9", "", "", ""])
        #expect(month.troubles == ["discount G5", "discount G6"])
    }

    @Test func priceLinesThatAreNoPricesAreSetAside() {
        let month = intake(
            TestSheet(
                name: "价格表",
                rows: [
                    ["商品编码", "单价", "最高折扣", "生效日期", "失效日期"], ["A", 10, "9折", "2026-01-01", "2026-12-31"],
                    ["B", 0, nil, "2026-01-01", nil], ["C", -5, nil, "2026-01-01", nil],
                    ["D", 5, nil, "2026-10-31", "2026-10-01"], ["E", 5, nil, "2026-10-01", "2026-10-01"],
                ]))
        #expect(month.texts(.prices, .productCode) == ["A", "E"])
        #expect(month.figures(.prices, .maximumDiscount) == ["0.9", ""])
        #expect(month.troubles == ["row 3 B3", "row 4 B4", "row 5 E5"])
        #expect(month.sheets.map(\.rows.isComplete) == [true])
    }
}

/// The company at the head of an order.
@Suite struct HeaderCompanyTests {
    private func company(_ head: [[Entry]]) -> [String] {
        intake(
            TestSheet(
                name: "订单",
                rows: head + [
                    ["订单号：", "SO-1", nil, "客户：", "大理苍洱特产有限公司"], ["商品编码", "品名", "数量", "单价", "金额"],
                    ["A-01", "茶", 2, 500, 1000],
                ])
        ).texts(.orders, .headerCompany)
    }

    @Test func isTheOneInTheTitleOrBesideItsLabel() {
        #expect(company([["昆明滇云商贸有限公司  销售订货单"]]) == ["昆明滇云商贸有限公司"])
        #expect(company([["昆明滇云商贸有限公司"], ["销售订货单"]]) == ["昆明滇云商贸有限公司"])
        #expect(company([["Acme Trading Co., Ltd. Sales Order"]]) == ["Acme Trading Co., Ltd."])
        #expect(company([["销售订货单"], ["供方：", "昆明滇云商贸有限公司"]]) == ["昆明滇云商贸有限公司"])
        #expect(company([["销售订货单"]]) == [""])
        #expect(company([["公司订货单"]]) == [""])
    }
}
