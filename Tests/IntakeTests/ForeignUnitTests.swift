import Books
import Testing

/// Figures that are stated in the money of another country.
@Suite struct ForeignUnitTests {
    private func receipts(_ headers: [Entry], _ values: [Entry], above: Entry? = nil) -> Month {
        let head: [[Entry]] = above.map { [["回款"], [nil, nil, $0]] } ?? []
        return intake(
            TestSheet(
                rows: head + [["收款单号", "收款日期", "客户"] + headers, ["SK1", .day(2026, 10, 2), "甲"] + values]))
    }

    /// Ten thousand dollars are no yuan, and no ten thousand yuan either.
    @Test(arguments: ["收款金额（万美元）", "收款金额(美元)", "收款金额（USD'000）"] as [Entry]) func inAHeader(header: Entry) {
        let month = receipts([header], [1.5])
        #expect(month[.receipts].count == 0 && month.troubles == ["unrecognised"])
    }

    @Test func aboveATable() {
        let foreign = receipts(["收款金额"], [1.5], above: "单位：万美元")
        #expect(foreign[.receipts].count == 0 && foreign.troubles == ["unrecognised"])
        #expect(receipts(["收款金额"], [1.5], above: "单位：万元").figures(.receipts, .amount) == ["15000.00"])
    }

    /// Beside the books' own money the foreign one is not taken; a code alone is the books' own.
    @Test func besideTheOwn() {
        let both = receipts(["金额(美元)", "金额(元)"], [10, 72])
        #expect(both.figures(.receipts, .amount) == ["72.00"] && both.troubles == [])
        #expect(receipts(["Amount (USD)"], [1.5]).figures(.receipts, .amount) == ["1.50"])
    }

    /// The own money counts whatever the columns are called and however they stand.
    @Test(arguments: [
        ("金额(USD)", "金额(人民币)"), ("外币金额", "人民币金额"), ("原币金额", "本位币金额"), ("美元金额", "金额"), ("Amount USD", "Amount RMB"),
    ])
    func theOwnColumnCounts(foreign: String, own: String) {
        #expect(receipts([.text(foreign), .text(own)], [10, 72]).figures(.receipts, .amount) == ["72.00"])
        let turned = receipts([.text(own), .text(foreign)], [72, 10])
        #expect(turned.figures(.receipts, .amount) == ["72.00"] && turned.troubles == [])
        // A row with foreign money only is no record, and its cell says why.
        let month = receipts([.text(own), .text(foreign)], [nil, 10])
        #expect(month[.receipts].count == 0 && month.troubles == ["row 2 E2"])
        #expect(month.problems.first?.advice.chinese.contains("写的是外币") == true)
    }

    /// Stock in yuan whose cost is in dollars is still so much stock.
    @Test func aColumnThatIsNotNeeded() {
        let header: [Entry] = ["仓库", "商品编码", "账存数量", "单位成本(美元)", "金额(元)"]
        let month = intake(TestSheet(name: "账存", rows: [header, ["一号仓", "A-1", 5, 2, 70], ["一号仓", "A-2", 6, 3, 90]]))
        #expect(
            month.figures(.stock, .quantity) == ["5", "6"] && month.figures(.stock, .amount) == ["70.00", "90.00"])
        #expect(month.figures(.stock, .unitCost) == ["", ""])
        #expect(month.troubles == ["unrecognised"] && month.problems.first?.cell == "D1")
        let own = intake(
            TestSheet(name: "账存", rows: [["仓库", "商品编码", "账存数量", "单位成本(元)", "金额(元)"], ["一号仓", "A-1", 5, 2, 70]]))
        #expect(own.figures(.stock, .unitCost) == ["2.00"] && own.troubles == [])
    }

    /// Few rows of a sheet name a foreign currency, and the others none.
    @Test func singleRowsInDollars() {
        func month(_ currencies: [Entry]) -> Month {
            intake(
                TestSheet(
                    name: "回款",
                    rows: [["收款单号", "日期", "客户", "金额", "币种"]]
                        + currencies.enumerated().map { [.text("SK\($0)"), "2026-10-05", "甲", 10, $1] }))
        }
        let few = month([nil, "USD", nil])
        #expect(few.texts(.receipts, .receiptNumber) == ["SK0", "SK2"] && few.troubles == ["row 3 E3"])
        // One currency throughout is the books' own; two foreign ones are no sum of anything.
        #expect(month(["USD", "USD", nil])[.receipts].count == 3)
        #expect(month(["USD", "美元", "USD"])[.receipts].count == 3)
        #expect(month(["USD", "HKD", "USD"]).troubles == ["row 2 E2", "row 3 E3", "row 4 E4"])
    }

    /// Goods that were sold in dollars left all the same: only what they cost is not taken.
    @Test func goodsCountWhateverTheyCost() {
        let month = intake(
            TestSheet(rows: [
                ["单据类型", "单据编号", "日期", "仓库", "品名", "数量", "单价", "金额", "币种"],
                ["销售出库", "CK1", .day(2026, 10, 2), "一号仓", "米酒", 3, 10, 30, "人民币"],
                ["销售出库", "CK2", .day(2026, 10, 2), "一号仓", "米酒", 4, 2, 8, "USD"],
            ]))
        #expect(month.figures(.movements, .quantity) == ["3", "4"])
        #expect(month.figures(.movements, .amount) == ["30.00", ""])
        #expect(month.troubles == ["unrecognised"] && month.problems.first?.cell == "I3")
        let orders = intake(
            TestSheet(
                name: "订单",
                rows: [
                    ["订单号", "客户", "品名", "数量", "单价", "币种"], ["SO-1", "甲", "米酒", 3, 10, "人民币"],
                    ["SO-2", "甲", "米酒", 4, 2, "美元"],
                ]))
        #expect(
            orders.figures(.orders, .quantity) == ["3", "4"] && orders.figures(.orders, .unitPrice) == ["10.00", ""])
        #expect(orders.troubles == ["unitPrice E3"])
    }
}
