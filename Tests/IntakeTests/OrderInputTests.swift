import Books
import Testing

@testable import Intake

/// What order sheets carry that is not as it should be: understood exactly, or set aside with the reason.
@Suite struct OrderInputTests {
    private func orders(_ header: [Entry], _ rows: [[Entry]], merges: [String] = []) -> Month {
        intake(TestSheet(name: "订单", rows: [header] + rows, merges: merges))
    }

    @Test func packsAndPiecesInOneCell() {
        let month = orders(
            ["订单号", "客户", "商品编码", "规格", "数量", "单价"],
            [
                ["S1", "甲", "A", "500ml*12", "3件+5瓶", 10], ["S2", "甲", "A", "500ml*12", "3箱5瓶", 10],
                ["S3", "甲", "A", "500ml*12", "2 cases + 4 bottles", 10], ["S4", "甲", "A", "散装", "3件+5瓶", 10],
                ["S5", "甲", "A", "500ml*12", "1.5件+5瓶", 10], ["S6", "甲", "A", "500ml*12", "12箱", 10],
                ["S7", "甲", "A", "500ml*12", "12+3", 10],
            ])
        #expect(month.texts(.orders, .orderNumber) == ["S1", "S2", "S3", "S6"])
        #expect(month.figures(.orders, .quantity) == ["41", "41", "28", "12"])
        #expect(month.texts(.orders, .unit) == ["瓶", "瓶", "bottles", "箱"])
        #expect(month.troubles == ["row 5 E5", "row 6 E6", "row 8 E8"])
        #expect(month.problems.first?.advice.chinese.contains("箱规") == true)
    }

    @Test func packsAndPiecesUnderAColumnOfUnits() {
        let month = orders(
            ["订单号", "客户", "商品编码", "箱规", "单位", "数量"],
            [["S1", "甲", "A", 12, "瓶", "3件+5瓶"], ["S2", "甲", "A", 12, "件", "3件+5瓶"]])
        #expect(month.figures(.orders, .quantity) == ["41"])
        #expect(month.troubles == ["row 3 F3"])
    }

    @Test func packsUnderAColumnOfPieces() {
        let month = orders(
            ["订单号", "客户", "商品编码", "箱规", "单位", "数量"],
            [
                ["S1", "甲", "A", 12, "瓶", "2箱"], ["S2", "甲", "A", "", "瓶", "2箱"], ["S3", "甲", "A", 12, "箱", "2箱"],
                ["S4", "甲", "A", 12, "瓶", "2.5件"], ["S5", "甲", "A", 12, "瓶", "2瓶"], ["S6", "甲", "A", 12, "件", "2箱"],
            ])
        #expect(month.texts(.orders, .orderNumber) == ["S1", "S3", "S4", "S5", "S6"])
        #expect(month.figures(.orders, .quantity) == ["24", "2", "30", "2", "2"])
        #expect(month.troubles == ["row 3 F3"])
    }

    /// A dozen of boxes or a box of a dozen: only the product file can say; a dozen asked for by the dozen is clear.
    @Test(arguments: [false, true]) func dozensUnderAnotherUnit(isOnFile: Bool) {
        let orders = TestSheet(
            name: "订单",
            rows: [
                ["订单号", "客户", "商品编码", "规格", "箱规", "单位", "数量"], ["S1", "甲", "A", "50g*10", 10, "盒", "12打"],
                ["S2", "甲", "A", "", "", "打", "12打"], ["S3", "甲", "A", "", "", "箱", "2 dozen"],
                ["S4", "甲", "A", "", "", "", "3打"],
            ])
        let products = TestSheet(
            name: "商品档案", rows: [["商品编码", "品名", "单位", "箱单位", "箱规"], ["A", "水", "盒", "打", 6]])
        let month = isOnFile ? intake(products, orders) : intake(orders)
        #expect(month.figures(.orders, .quantity) == (isOnFile ? ["72", "12", "3"] : ["12", "3"]))
        #expect(month.troubles == (isOnFile ? ["row 4 G4"] : ["row 2 G2", "row 4 G4"]))
    }

    /// 3 packs of 12 and 5 are 41, 2 packs of 24 are 48: the product file says how many, in a file of its own or behind.
    @Test(arguments: [true, false]) func packsThatTheProductFileKnows(isFirst: Bool) {
        let orders = TestSheet(
            name: "订单",
            rows: [
                ["订单号", "客户", "商品编码", "品名", "单位", "数量"], ["S1", "甲", "A", "水", "瓶", "3件+5瓶"],
                ["S2", "甲", "B", "奶", "盒", "2箱"], ["S3", "甲", "", "水", "瓶", "1箱"], ["S4", "甲", "A", "水", "瓶", 7],
            ])
        let products = TestSheet(
            name: "商品档案",
            rows: [
                ["商品编码", "品名", "规格", "单位", "箱单位", "箱规"], ["A", "水", "", "瓶", "箱", 12],
                ["B", "奶", "250ml*24", "盒", "箱", ""],
            ])
        let month = isFirst ? intake(products, orders) : intake(orders, products)
        #expect(month.figures(.orders, .quantity) == ["41", "48", "12", "7"])
        #expect(month.texts(.orders, .unit) == ["瓶", "盒", "瓶", "瓶"])
        #expect(month.troubles == [])
    }

    /// An unknown product, two sizes for one name, a piece that is not the file's, a pack that is not the file's.
    @Test func packsThatTheProductFileDoesNotSettle() {
        let month = intake(
            TestSheet(
                name: "订单",
                rows: [
                    ["订单号", "客户", "商品编码", "品名", "单位", "数量"], ["S1", "甲", "Z", "茶", "瓶", "2箱"],
                    ["S2", "甲", "", "水", "瓶", "2箱"], ["S3", "甲", "A", "水", "罐", "2箱"],
                    ["S4", "甲", "A", "水", "瓶", "2提+1瓶"], ["S5", "甲", "A", "水", "瓶", "2箱"],
                ]),
            TestSheet(
                name: "商品档案",
                rows: [
                    ["商品编码", "品名", "单位", "箱单位", "箱规"], ["A", "水", "瓶", "箱", 12], ["C", "水", "瓶", "箱", 24],
                ]))
        #expect(month.texts(.orders, .orderNumber) == ["S5"])
        #expect(month.figures(.orders, .quantity) == ["24"])
        #expect(month.troubles == ["row 2 F2", "row 3 F3", "row 4 F4", "row 5 F5"])
    }

    @Test func moneyInAnotherCurrencyIsNotTakenForOurs() {
        let month = orders(
            ["订单号", "客户", "商品编码", "数量", "单价"],
            [
                ["S1", "甲", "A", 1, "USD 100"], ["S2", "甲", "A", 1, "100 USD"], ["S3", "甲", "A", 1, "€5"],
                ["S4", "甲", "A", 1, "¥5"], ["S5", "甲", "A", 1, "CNY 6"], ["S6", "甲", "A", 1, "7元"],
                ["S7", "甲", "A", 1, "$8"],
            ])
        #expect(month.figures(.orders, .unitPrice)[3...5] == ["5.00", "6.00", "7.00"])
        #expect(month.troubles == ["unitPrice E2", "unitPrice E3", "unitPrice E4", "unitPrice E8"])
    }

    @Test func phonesThatExcelMadeNumbers() {
        let month = orders(
            ["订单号", "客户", "商品编码", "数量", "电话"],
            [
                ["S1", "甲", "A", 1, .number(13_897_712_304, decimals: 0)], ["S2", "甲", "A", 1, "1.38E+10"],
                ["S3", "甲", "A", 1, "0871-65110231"], ["S4", "甲", "A", 1, "1.38e+10"],
            ])
        #expect(month.texts(.orders, .phone) == ["13897712304", "", "0871-65110231", ""])
        #expect(month.troubles == ["phone E3", "phone E5"])
    }

    @Test func orderNumbersThatExcelMadeNumbersOrDays() {
        let month = orders(
            ["订单号", "客户", "商品编码", "数量"],
            [
                [20_261_005_001, "甲", "A", 1], [.day(2026, 10, 11), "甲", "A", 1], ["2.02611E+11", "甲", "A", 1],
                [.number(2_026_100_500_012_340, decimals: 0), "甲", "A", 1],
                [.number(2_026_100_500_012_345, decimals: 0), "甲", "A", 1], [.wide("2.026100500123E+21"), "甲", "A", 1],
            ])
        #expect(month.texts(.orders, .orderNumber) == ["20261005001", "2026-10-11", "2026100500012345"])
        #expect(month.troubles == ["orderNumber A3", "row 4 A4", "row 5 A5", "row 7 A7"])
        #expect(month.sheets.map(\.rows.isComplete) == [true])
    }

    @Test func codesThatOnlyLookLikePowers() {
        let month = orders(
            ["订单号", "客户", "商品编码", "数量"], [["S1", "甲", "2E5", 1], ["S2", "甲", "1E+A", 1], ["S3", "甲", "A+5", 1]])
        #expect(month.texts(.orders, .productCode) == ["2E5", "1E+A", "A+5"])
        #expect(month.problems.isEmpty)
    }

    @Test func cellsMergedOverLines() {
        let month = orders(
            ["订单号", "客户", "商品编码", "数量", "单价", "交货日期"],
            [
                ["S1", "甲", "A", 30, 10, "2026-10-05"], [nil, nil, "B", nil, 12, nil],
                ["S2", "乙", "A", 5, 10, "2026-10-06"],
            ], merges: ["A2:A3", "B2:B3", "D2:D3", "F2:F3"])
        #expect(month.texts(.orders, .orderNumber) == ["S1", "S1", "S2"])
        #expect(month.figures(.orders, .deliveryDate) == ["2026-10-05", "2026-10-05", "2026-10-06"])
        // Thirty of both together: the second line has none of its own, and a rule asks for it.
        #expect(month.figures(.orders, .quantity) == ["30", "", "5"])
    }

    private func form(_ number: String, _ lines: [[Entry]]) -> [[Entry]] {
        [
            ["订单号：", .text(number), nil, "客户：", "甲商行"], ["商品编码", "品名", "数量", "单价", "金额"],
        ] + lines + [["合计"], [nil]]
    }

    @Test func anOrderWithoutLinesIsSaid() {
        let month = intake(
            TestSheet(
                name: "订单",
                rows: form("SO-1", [["A", "茶", 2, 5, 10]]) + form("SO-2", []) + form("SO-3", [["B", "酒", 1, 5, 5]])))
        #expect(month.texts(.orders, .orderNumber) == ["SO-1", "SO-3"])
        #expect(month.problems.count == 1)
        #expect(month.problems.first?.found == "SO-2")
        #expect(month.sheets.map(\.rows.isComplete) == [true])
    }

    @Test func anOrderOfAThousandLines() {
        let lines: [[Entry]] = (1...1_000).map { ["A-\($0)".entry, "茶", 2, 5, 10] }
        let month = intake(TestSheet(name: "订单", rows: form("SO-1", lines)))
        #expect(month[.orders].count == 1_000)
        #expect(Set(month.texts(.orders, .orderNumber)) == ["SO-1"])
        #expect(month.problems.isEmpty)
    }

    @Test func pricesBelowNoughtAreReadAsTheyStand() {
        let month = orders(
            ["订单号", "客户", "商品编码", "数量", "单价", "金额"],
            [["S1", "甲", "A", 1, "(5.00)", -5], ["S2", "甲", "A", 1, 0, 0], ["S3", "甲", "A", 1, "面议", 0]])
        #expect(month.figures(.orders, .unitPrice) == ["-5.00", "0.00", ""])
        #expect(month.troubles == ["unitPrice E4"])
    }
}

extension String {
    fileprivate var entry: Entry { .text(self) }
}
