import Books
import Testing

@testable import Intake

/// Tables that share a sheet, and rows that only carry sums from page to page.
@Suite struct StackedTablesTests {
    private static let header: [Entry] = ["仓库", "商品编码", "品名", "数量"]

    private func stock(_ titles: [String?], gap: Int = 0) -> Month {
        var rows: [[Entry]] = []
        for (place, title) in titles.enumerated() {
            if let title { rows.append([.text(title)]) }
            rows.append(Self.header)
            rows.append(["一号仓", "A-1", "米酒", .number(Int64(10 + place), decimals: 0)])
            rows += Array(repeating: ["", ""], count: gap)
        }
        return intake(TestSheet(name: "库存", rows: rows), path: "库存/账存.xlsx")
    }

    /// The same columns below titles of two books are two tables.
    @Test(arguments: [0, 2])
    func titlesOfTwoBooks(gap: Int) {
        let month = stock(["期初库存", "期末账存"], gap: gap)
        #expect(month.figures(.opening, .quantity) == ["10"] && month.figures(.stock, .quantity) == ["11"])
        let pages = stock(["期初库存", nil, "期末账存", nil], gap: gap)
        #expect(pages.figures(.opening, .quantity) == ["10", "11"])
        #expect(pages.figures(.stock, .quantity) == ["12", "13"])
    }

    /// Pages of one table, each with its title, stay one.
    @Test func pagesOfOneBook() {
        let month = stock(["期末账存", "期末账存（续）"])
        #expect(month.figures(.stock, .quantity) == ["10", "11"] && month.regions.count == 1)
    }

    /// A list that goes on to the right, with nothing between.
    @Test func theSameColumnsTwiceInOneHeader() {
        let month = intake(
            TestSheet(
                name: "账存",
                rows: [
                    ["商品编码", "品名", "数量", "商品编码", "品名", "数量"], ["A-1", "米酒", 10, "A-2", "白酒", 20],
                    ["A-3", "黄酒", 30],
                ]))
        #expect(month.texts(.stock, .productCode).sorted() == ["A-1", "A-2", "A-3"])
        #expect(month.figures(.stock, .quantity).sorted() == ["10", "20", "30"] && month.troubles.isEmpty)
    }

    /// Another table right beside the one that is read is said.
    @Test func anotherTableBesideIsSaid() {
        let owed: [Entry] = ["客户", "单据编号", "日期", "应收金额"]
        func sheet(_ more: [Entry], _ line: [Entry]) -> Month {
            intake(
                TestSheet(name: "应收", rows: [owed + more, ["甲", "CK1", .day(2026, 10, 2), 100] + line]))
        }
        let month = sheet(["日期", "客户", "应收金额", "收款单号"], [.day(2026, 10, 3), "甲", 60, "SK1"])
        #expect(month.figures(.receivables, .amount) == ["100.00"] && month.troubles == ["unrecognised"])
        #expect(month.problems.first?.cell == "E1")
        // Fewer words said again are columns of the same table.
        #expect(sheet(["日期"], [.day(2026, 10, 3)]).troubles.isEmpty)
    }

    /// What was carried from page to page is no record, whatever it is called.
    @Test(arguments: [("承前页", "过次页"), ("承上页", "转下页"), ("接上页", "转次页"), ("上页累计", "本页累计")])
    func sumsCarriedOver(before: String, behind: String) {
        let month = intake(
            TestSheet(
                name: "明细账",
                rows: [
                    ["凭证号", "日期", "科目代码", "摘要", "借方", "贷方"], ["记-1", .day(2026, 10, 2), "1122", "销售", 100, 0],
                    [.text(behind), nil, nil, nil, 100, 0], [.text(before), nil, nil, nil, 100, 0],
                    ["记-1", .day(2026, 10, 2), "6001", "销售", 0, 100],
                ]))
        #expect(month.figures(.ledger, .debit) == ["100.00", "0.00"] && month.troubles.isEmpty)
    }

    /// A row that says which page it is, and one that says more.
    @Test func numbersOfPages() {
        func receipts(_ page: [Entry]) -> Month {
            intake(
                TestSheet(
                    name: "回款",
                    rows: [
                        ["收款单号", "日期", "客户", "收款金额"], ["SK1", .day(2026, 10, 3), "甲", 100], page,
                        ["SK2", .day(2026, 10, 4), "甲", 60],
                    ]))
        }
        #expect(receipts(["第2页", nil, nil, "共9页"]).troubles.isEmpty)
        #expect(receipts(["Page 2", nil, nil, "of 9"]).troubles.isEmpty)
        #expect(receipts(["SK3", nil, nil, "共9页"]).troubles == ["row 3 D3"])
    }
}
