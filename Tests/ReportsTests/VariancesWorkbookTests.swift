import Books
import Reconciler
import Testing
import WorkbookWriter

@testable import Reports

@Suite struct VariancesWorkbookTests {
    private func written(_ language: Language) throws -> (WrittenCells, Scratch) {
        let scratch = try Scratch()
        let (month, result) = SmallMonth.make()
        let edition = Edition(month: month, reconciliation: result, language: language, booksPath: "../")
        try VariancesWorkbook(edition: edition).write(to: scratch.file("v.xlsx"))
        return (try WrittenCells(scratch.file("v.xlsx")), scratch)
    }

    @Test func sheetsStandInOrder() throws {
        #expect(try written(.chinese).0.names == ["汇总", "差异", "出库 ↔ 应收", "图例", "来源"])
        #expect(
            try written(.english).0.names == ["Summary", "Variances", "Dispatch ↔ receivables", "Legend", "Sources"])
    }

    /// −96.00 + 30.10 − 0.30 = −66.20, and 126.40 without signs.
    @Test func theSummaryCountsAndAdds() throws {
        let (cells, scratch) = try written(.chinese)
        #expect(cells.row("汇总", 5, columns: 5) == ["4", "4", "0", "126.4", "-66.2"])
        let missing = try #require(cells.row("汇总", startingWith: "缺失"))
        #expect(cells.row("汇总", missing, columns: 4) == ["缺失", "1", "30.1", "30.1"])
        #expect(cells.row("汇总", missing + 1, columns: 4) == ["差异", "2", "-96", "96"])
        #expect(cells.row("汇总", missing + 6, columns: 4) == ["合计", "4", "-66.2", "126.4"])
        _ = scratch
    }

    /// The star in the first name is no wildcard: the second party's 0.30 is not added to it.
    @Test func partiesStandByTheirMoney() throws {
        let (cells, scratch) = try written(.chinese)
        let party = try #require(cells.row("汇总", startingWith: "昆明*公司"))
        #expect(cells.row("汇总", party, columns: 4) == ["昆明*公司", "2", "-65.9", "126.1"])
        #expect(cells.row("汇总", party + 1, columns: 4) == ["昆明X公司", "1", "-0.3", "0.3"])
        _ = scratch
    }

    @Test func tiesStandWithBothSumsAndTheirCounts() throws {
        let (cells, scratch) = try written(.chinese)
        #expect(
            cells.row("汇总", 9, columns: 13)
                == ["出库 ↔ 应收", "金额", "0.5", "3.3", "2.8", "1", "0", "1", "1", "1", "0", "0", "4"])
        _ = scratch
    }

    @Test func whatWasNotCheckedIsSaid() throws {
        let (cells, scratch) = try written(.english)
        let row = try #require(cells.row("Summary", startingWith: "Not checked"))
        #expect(cells["Summary", "B\(row + 2)"] == "order.price-off-policy")
        #expect(cells["Summary", "E\(row + 2)"] == "no price list")
        _ = scratch
    }

    @Test func aFindingIsOneRow() throws {
        let (cells, scratch) = try written(.chinese)
        let title = RuleBook.rule("dispatch.quantity-short")?.title.chinese ?? ""
        #expect(
            cells.row("差异", 5, columns: 25) == [
                "1", "差异", title, "SO-1107", "A-01", "", "昆明*公司", "仓库", "120", "118", "-2", "箱", "-96",
                "少发 2 箱，请仓库核对。", "", "破损", "未处理", "", "", "", "east.xlsx 11月!F12",
                "stock #1.xlsx 库存!D2", "", "dispatch.quantity-short", "a1",
            ])
        #expect(cells["差异", "D6"] == "=SO-1108")
        #expect(cells["差异", "I8"] == "月结")
        #expect(cells["差异", "J8"] == "2026-10-31")
        _ = scratch
    }

    @Test func aTieListsEveryPairAndAbsentIsNotNought() throws {
        let (cells, scratch) = try written(.chinese)
        let sheet = "出库 ↔ 应收"
        #expect(cells.row(sheet, 4, columns: 5) == ["合计", "", "0.5", "3.3", "2.8"])
        #expect(cells.row(sheet, 5, columns: 5) == ["筛选后合计", "", "0.5", "3.3", "2.8"])
        #expect(cells.row(sheet, 8, columns: 6) == ["X1", "", "0.1", "0.3", "0.2", "不符"])
        #expect(cells.row(sheet, 9, columns: 6) == ["X2", "", "0.2", "", "-0.2", "仅左方"])
        #expect(cells.row(sheet, 10, columns: 6) == ["X3", "", "", "2.8", "2.8", "仅右方"])
        #expect(cells.row(sheet, 11, columns: 6) == ["X4", "", "0.2", "0.2", "0", "相符"])
        _ = scratch
    }

    @Test func aLongTieListsWhatDoesNotMatchAndSaysWhatItAdds() throws {
        let scratch = try Scratch()
        let (month, result) = SmallMonth.make()
        let edition = Edition(month: month, reconciliation: result, language: .chinese, booksPath: "../")
        let properties = DocumentProperties(title: "t", createdDay: 1)
        try WorkbookWriter.write(to: scratch.file("t.xlsx"), properties: properties) { book in
            let whole = result.ties[0]
            var summed = SummedPairs()
            (summed.count, summed.left, summed.right) = (1, 20, 20)
            let long = TieResult(
                id: whole.id, name: whole.name, left: whole.left, right: whole.right, keyNames: whole.keyNames,
                measure: whole.measure, pairs: whole.pairs.filter { $0.outcome != .matched }, summed: summed,
                leftSum: whole.leftSum, rightSum: whole.rightSum)
            let sheet = TieSheet(edition: edition, book: book, sheet: try book.addSheet("T"), tie: long)
            #expect(sheet.listed.count == 3)
            sheet.write()
        }
        let cells = try WrittenCells(scratch.file("t.xlsx"))
        #expect(cells.row("T", 4, columns: 5) == ["合计", "", "0.5", "3.3", "2.8"])
        #expect(cells.row("T", 5, columns: 5) == ["筛选后合计", "", "0.3", "3.1", "2.8"])
        #expect(cells.row("T", 6, columns: 6) == ["另有 1 对相符，只计合计，未逐笔列出", "", "0.2", "0.2", "", "1"])
        #expect(cells["T", "A11"] == nil)
    }

    @Test func sourcesSayHowEveryRowWasSpent() throws {
        let (cells, scratch) = try written(.english)
        #expect(
            cells.row("Sources", 5, columns: 12) == [
                "仓库/stock #1.xlsx", "库存 (hidden)", "stock book", "form", "88", "1", "5", "4", "0", "1", "0", "complete",
            ])
        #expect(
            cells.row("Sources", 6, columns: 12) == [
                "订单/east.xlsx", "11月", "orders", "table", "97", "1", "6", "3", "1", "1", "1", "complete",
            ])
        #expect(cells.row("Sources", 7, columns: 11).suffix(5) == ["11", "7", "1", "2", "1"])
        let stated = try #require(cells.row("Sources", startingWith: VariancesLabels.statedTotals.english))
        #expect(
            cells.row("Sources", stated + 2, columns: 7)
                == ["订单/east.xlsx", "11月", "amount", "G6", "120", "100", "20"])
        let problems = try #require(cells.row("Sources", startingWith: VariancesLabels.problems.english))
        #expect(
            cells.row("Sources", problems + 2, columns: 10)
                == [
                    "订单/east.xlsx", "11月", "F4", "Row set aside", "约20", "", "the quantity must be a number", "", "",
                    "write the quantity",
                ])
        _ = scratch
    }

    /// A month in which nothing was found, and one without any book, are workbooks too.
    @Test(arguments: Language.allCases) func anEmptyMonthIsWritten(language: Language) async throws {
        let scratch = try Scratch()
        let month = Month(
            period: SmallMonth.period, files: [], sheets: [], regions: [], texts: SymbolTable(), tables: [:],
            problems: [])
        let result = Reconciliation(findings: [], ties: [], stock: [], notChecked: [])
        let paths = try await Reports.write(
            month: month, reconciliation: result, into: scratch.file("out"), booksFolder: scratch.path,
            language: language)
        #expect(paths == [scratch.file("out/variances-2026-10.xlsx"), scratch.file("out/findings.json")])
        let cells = try WrittenCells(paths[0])
        #expect(cells[language == .chinese ? "汇总" : "Summary", "A5"] == "0")
    }
}
