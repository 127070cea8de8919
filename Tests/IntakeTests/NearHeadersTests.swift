import Books
import Testing

@testable import Intake

/// Headers that no word explains and that are nearly one: noted where the values bear it out, never taken.
@Suite struct NearHeadersTests {
    private func resembled(_ header: String, _ values: [Entry], besides other: String = "备注", _ rest: Entry = "急")
        -> Field?
    {
        let month = intake(
            TestSheet(
                name: "订单",
                rows: [["订单号", "订单日期", "客户", "商品编码", "数量", .text(header), .text(other)]]
                    + values.enumerated().map {
                        [.text("S\($0)"), "2026-10-04", "甲", .text("A-\($0)"), 5, $1, rest]
                    }))
        return month.regions.first?.headers.first { $0.text == header && $0.field == nil }?.resembles
    }

    private let days: [Entry] = ["2026-10-05", "2026-10-06", "2026-10-07"]

    @Test(arguments: ["Delivry Date", "DELIVREY DATE", "dellivery date"])
    func oneLetterFromAWordWithValuesThatSuit(header: String) {
        #expect(resembled(header, days) == .deliveryDate)
    }

    @Test func otherwiseItIsNothing() {
        // Values that are no days, none at all, two letters off, a number more, and a short word.
        #expect(resembled("Delivry Date", ["red", "blue", "green"]) == nil)
        #expect(resembled("Delivry Date", ["", "", ""]) == nil)
        #expect(resembled("Delvry Dat", days) == nil)
        #expect(resembled("Delivry Date 2", days) == nil)
        #expect(resembled("单介", [3, 4, 5]) == nil)
        // Another column is the field already.
        #expect(resembled("Delivry Date", days, besides: "交货日期", "2026-10-09") == nil)
    }
}
