import Books
import Testing
import WorkbookReader

@testable import Intake

/// Sheets that say again what others say, and would be added to them.
@Suite struct LeftOutTests {
    private func month(_ files: [(path: String, sheet: TestSheet)]) -> Month {
        Intake().month(
            of: files.enumerated().map { place, file in
                Intake.File(path: file.path, sha256: "0\(place)", content: .success(workbook([file.sheet])))
            }, period: Period(year: 2026, month: 10))
    }

    // MARK: A salesperson's own list

    private static let header: [Entry] = ["收款单号", "收款日期", "客户", "收款金额", "备注"]

    private func receipts(_ numbers: [Int64], note: Entry = nil) -> TestSheet {
        TestSheet(
            name: "回款",
            rows: [Self.header]
                + numbers.map { [.text("SK\($0)"), .day(2026, 10, 2), "甲商行", .number($0 * 10, decimals: 0), note] })
    }

    /// Every line of the shorter list is in the longer one, wherever it stands there.
    @Test(arguments: [false, true]) func anExtractCountsOnce(isFirst: Bool) {
        let files = [("回款.xlsx", receipts(Array(1...9))), ("周敏.xlsx", receipts([8, 3, 4, 5, 6]))]
        let month = month(isFirst ? files.reversed() : files)
        #expect(month[.receipts].count == 9 && month.figures(.receipts, .amount).contains("80.00"))
        #expect(month.troubles == ["repeated"] && month.problems.first?.file == "周敏.xlsx")
    }

    /// It may leave columns out, and lie in two sheets at once.
    @Test func anExtractOfTwoSheetsWithFewerColumns() {
        var short = receipts([2, 3, 4, 7, 8])
        short.rows = short.rows.map { Array($0.prefix(4)) }
        let month = month([
            ("1.xlsx", receipts(Array(1...5), note: "转账")), ("2.xlsx", receipts(Array(6...10), note: "转账")),
            ("周敏.xlsx", short),
        ])
        #expect(month[.receipts].count == 10 && month.troubles == ["repeated"])
    }

    /// One line, or one word of a line, that the other list has not; a line more often than there; and few lines, which
    /// somebody may have entered twice.
    @Test func aListWithSomethingOfItsOwnIsCounted() {
        let all = ("回款.xlsx", receipts(Array(1...9)))
        for own in [
            receipts([8, 3, 4, 5, 10]), receipts([8, 3, 4, 5, 6], note: "补"), receipts([8, 3, 4, 5, 5]),
            receipts([8, 3, 4, 5]),
        ] {
            let month = month([all, ("周敏.xlsx", own)])
            #expect(month[.receipts].count == 9 + own.rows.count - 1 && month.troubles == [])
        }
    }

    // MARK: Reports of stock

    private func stock(_ name: String, _ rows: [[Entry]]) -> TestSheet {
        TestSheet(name: name, rows: [["仓库", "商品编码", "品名", "数量"]] + rows)
    }

    private func report(_ rows: [[Entry]]) -> TestSheet {
        TestSheet(
            name: "收发存汇总表",
            rows: [["仓库", "商品编码", "品名", "期初数量", "本期收入", "本期发出", "期末数量"]] + rows)
    }

    private let opening: [[Entry]] = [["一号仓", "A-01", "米酒", 10], ["一号仓", "A-02", "白酒", 20]]

    /// What the opening sheet says already counts once, whichever file comes first.
    @Test(arguments: [false, true]) func aReportBesideAnOpeningSheet(isFirst: Bool) {
        let files = [
            ("期初.xlsx", stock("期初库存", opening)),
            ("收发存.xlsx", report([["一号仓", "A-01", "米酒", 10, 5, 3, 12], ["一号仓", "A-02", "白酒", 20, 0, 1, 19]])),
        ]
        let month = month(isFirst ? files.reversed() : files)
        #expect(month.figures(.opening, .quantity) == ["10", "20"])
        #expect(month.figures(.stock, .quantity) == ["12", "19"] && month.problems.isEmpty)
    }

    /// A product that only the report has counts, and one of which it says something else is said.
    @Test func whatTheReportSaysOtherwise() {
        let month = month([
            ("期初.xlsx", stock("期初库存", opening)),
            (
                "收发存.xlsx",
                report([
                    ["一号仓", "A-01", "米酒", 11, 5, 3, 13], ["一号仓", "A-02", "白酒", 20, 0, 1, 19],
                    ["二号仓", "A-01", "米酒", 7, 0, 0, 7],
                ])
            ),
        ])
        #expect(month.figures(.opening, .quantity) == ["10", "20", "7"])
        #expect(month.texts(.opening, .warehouse) == ["一号仓", "一号仓", "二号仓"])
        #expect(month.cell(month[.opening].origins[2], .quantity).cell == "D4")
        #expect(month.troubles == ["duplicate"] && month.problems.first?.cell == "D2")
        #expect(month.problems.first?.found == "11" && month.problems.first?.expected.chinese == "期初库存 10")
    }

    /// The same of the closing stock; reports of two warehouses say nothing twice.
    @Test func reportsBesideAStockSheetAndBesideEachOther() {
        let one = report([["一号仓", "A-01", "米酒", 10, 5, 3, 12]]), two = report([["二号仓", "A-01", "米酒", 1, 0, 0, 1]])
        let both = month([("1.xlsx", one), ("账存.xlsx", stock("账存", [["一号仓", "A-01", "米酒", 12]]))])
        #expect(both.figures(.stock, .quantity) == ["12"] && both.figures(.opening, .quantity) == ["10"])
        let apart = month([("1.xlsx", one), ("2.xlsx", two)])
        #expect(apart.figures(.opening, .quantity) == ["10", "1"] && apart.problems.isEmpty)
    }
}
