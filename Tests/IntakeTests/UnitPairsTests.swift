import Books
import Testing

@testable import Intake

/// Quantities in several units, each beside its own.
@Suite struct UnitPairsTests {
    private func stock(_ header: [String], _ row: [Entry]) -> (unit: [String], quantity: [String]) {
        let month = intake(
            TestSheet(name: "账存", rows: [["仓库", "商品编码"] + header.map { .text($0) }, ["一号仓", "A"] + row]))
        return (month.texts(.stock, .unit), month.figures(.stock, .quantity))
    }

    @Test func eachQuantityGoesWithItsOwnUnit() {
        // 17 boxes are 204 bottles: never 204 boxes, nor 17 bottles.
        let basicLast = stock(["常用单位", "常用单位数量", "基本单位", "基本单位数量"], ["箱", 17, "瓶", 204])
        #expect(basicLast == (["瓶"], ["204"]))
        let basicFirst = stock(["基本单位", "基本单位数量", "常用单位", "常用单位数量"], ["瓶", 204, "箱", 17])
        #expect(basicFirst == (["瓶"], ["204"]))
        let three = stock(
            ["单位", "数量", "基本单位", "基本单位数量", "常用单位", "常用单位数量"], ["箱", 17, "瓶", 204, "箱", 17])
        #expect(three == (["瓶"], ["204"]))
        #expect(stock(["Base Unit", "Unit", "Qty"], ["瓶", "箱", 17]) == (["箱"], ["17"]))
        #expect(stock(["基本单位", "常用单位", "常用单位数量"], ["瓶", "箱", 17]) == (["箱"], ["17"]))
    }

    /// A quantity in the basic unit needs none beside it, and takes no other.
    @Test func aBasicQuantityTakesNoOtherUnit() {
        #expect(stock(["常用单位", "基本单位数量"], ["箱", 204]) == ([""], ["204"]))
        #expect(stock(["单位", "基本单位数量"], ["箱", 204]) == ([""], ["204"]))
    }

    /// Prices are for the plain unit, and so the plain quantity goes with them.
    @Test func pricesGoWithThePlainUnit() {
        let month = intake(
            TestSheet(rows: [
                ["单据类型", "单据编号", "日期", "仓库", "商品编码", "基本单位", "基本单位数量", "单位", "数量", "单价"],
                ["销售出库", "CK1", .day(2026, 10, 2), "一号仓", "A", "瓶", 204, "箱", 17, 96],
            ]))
        #expect(month.texts(.movements, .unit) == ["箱"] && month.figures(.movements, .quantity) == ["17"])
    }

    @Test func onePairIsOnePair() {
        #expect(stock(["单位", "数量"], ["箱", 17]) == (["箱"], ["17"]))
        #expect(stock(["基本单位", "基本单位数量"], ["瓶", 204]) == (["瓶"], ["204"]))
        #expect(stock(["计量单位", "库存数量"], ["瓶", 204]) == (["瓶"], ["204"]))
    }
}
