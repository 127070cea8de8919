import Books
import Testing

@testable import Intake

/// Lists whose prices are for another unit than they say.
@Suite struct PriceUnitsTests {
    private let products = TestSheet(
        name: "商品档案",
        rows: [
            ["商品编码", "品名", "单位", "箱规"], ["A", "水", "瓶", 12], ["B", "奶", "瓶", 24], ["C", "茶", "瓶", 6],
            ["D", "盐", "袋", nil],
        ])

    private func orders(_ unit: Entry, _ prices: [Entry]) -> TestSheet {
        TestSheet(
            name: "订单",
            rows: [["订单号", "客户", "商品编码", "单位", "数量", "单价"]]
                + zip(["A", "B", "C", "D"] as [Entry], prices).map { ["SO-1", "甲", $0, unit, 1, $1] })
    }

    private func list(_ unit: Entry, _ prices: [Entry], header: Entry = "单价") -> TestSheet {
        TestSheet(
            name: "价格表",
            rows: [["商品编码", "单位", header, "最低价"]]
                + zip(["A", "B", "C", "D"] as [Entry], prices).map { [$0, unit, $1, $1] })
    }

    /// Boxes at the price of a bottle: 10, 5 and 4, and a box of 12 for 10 is no 0.83 a bottle.
    @Test(arguments: ["箱", "件"] as [Entry]) func aBottlesPriceForABox(unit: Entry) {
        let month = intake(products, orders("瓶", [10, 5, 4, 2]), list(unit, [10, 5, 4, 2]))
        #expect(month.texts(.prices, .unit).prefix(3) == ["", "", ""])
        #expect(month.figures(.prices, .unitPrice) == ["10.00", "5.00", "4.00", "2.00"])
        #expect(month.troubles == ["unrecognised"] && month.problems.first?.cell == "B1")
        // Orders may be in boxes themselves: 120, 120 and 24 for a box.
        let boxes = intake(products, orders("箱", [120, 120, 24, 2]), list(unit, [10, 5, 4, 2]))
        #expect(boxes.texts(.prices, .unit).prefix(3) == ["", "", ""] && boxes.troubles == ["unrecognised"])
    }

    @Test func aBoxsPriceForABottle() {
        for unit in ["瓶", nil] as [Entry] {
            let month = intake(products, orders("瓶", [10, 5, 4, 2]), list(unit, [120, 120, 24, 2]))
            #expect(month.figures(.prices, .unitPrice) == ["10.00", "5.00", "4.00", "2.00"])
            #expect(month.figures(.prices, .minimumPrice) == ["10.00", "5.00", "4.00", "2.00"])
            #expect(month.troubles == ["unrecognised"])
        }
    }

    /// As the unit says; only partly so; and prices that agree with neither: nothing is turned, and nothing said here.
    @Test func nothingIsTurnedWithoutEvidence() {
        let right = intake(products, orders("瓶", [10, 5, 4, 2]), list("箱", [120, 120, 24, 2]))
        #expect(right.texts(.prices, .unit).first == "箱" && right.troubles == [])
        #expect(right.figures(.prices, .unitPrice).first == "120.00")
        let partly = intake(products, orders("瓶", [10, 5, 4, 2]), list("箱", [10, 120, 4, 2]))
        #expect(partly.texts(.prices, .unit).first == "箱" && partly.troubles == [])
        let neither = intake(products, orders("瓶", [10, 5, 4, 2]), list("瓶", [11, 6, 5, 3]))
        #expect(neither.figures(.prices, .unitPrice).first == "11.00" && neither.troubles == [])
        let two = intake(products, orders("瓶", [10, 5]), list("箱", [10, 5]))
        #expect(two.texts(.prices, .unit).first == "箱" && two.troubles == [])
    }

    /// A header that says box goes as the unit does.
    @Test func aHeaderThatSaysBox() {
        let month = intake(products, orders("瓶", [10, 5, 4]), list(nil, [10, 5, 4], header: "单价(元/箱)"))
        #expect(month.texts(.prices, .unit) == ["", "", ""] && month.troubles == ["unrecognised"])
    }
}
