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
}
