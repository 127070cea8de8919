import Books
import Testing

@testable import Reports

@Suite struct StockCheckWorkbookTests {
    private func written(_ language: Language) throws -> (WrittenCells, Scratch) {
        let scratch = try Scratch()
        let (month, result) = SmallMonth.make()
        let edition = Edition(month: month, reconciliation: result, language: language, booksPath: "../")
        try StockCheckWorkbook(edition: edition).write(to: scratch.file("s.xlsx"))
        return (try WrittenCells(scratch.file("s.xlsx")), scratch)
    }

    @Test func aSheetAWarehouse() throws {
        #expect(try written(.chinese).0.names == ["准确率", "盘点-主仓", "盘点-分仓__2_", "首次差异", "收发存"])
        #expect(
            try written(.english).0.names
                == ["Accuracy", "Count-主仓", "Count-分仓__2_", "First differences", "Roll-forward"])
    }

    @Test func overShortAndValueFollowTheCount() throws {
        let (cells, scratch) = try written(.chinese)
        let sheet = "盘点-主仓"
        func figures(_ row: Int) -> [String] { Array(cells.row(sheet, row, columns: 14)[6...]) }
        #expect(figures(5) == ["100", "", "105", "", "5", "0", "2", "10"])
        #expect(figures(6) == ["50", "", "47", "", "0", "3", "4", "-12"])
        #expect(figures(7) == ["10", "", "12", "10", "0", "0", "1", "0"])
        #expect(figures(8) == ["7", "", "", "", "", "", "1", ""])
        #expect(figures(9) == ["167", "", "164", "10", "5", "3", "", "-2"])
        #expect(cells[sheet, "B11"] == "盘点人：")
        _ = scratch
    }

    /// Gross and net told apart: +5 and −3 are 8 out of place, not 2.
    @Test func accuracyIsGrossAndNet() throws {
        let (cells, scratch) = try written(.chinese)
        #expect(
            cells.row("准确率", 6, columns: 17) == [
                "主仓", "4", "3", "1", "0.333333", "160", "5", "3", "8", "2", "0.95", "410", "10", "12", "22", "-2",
                "0.946341",
            ])
        // What is not on the book has nothing to be compared with, and so no accuracy.
        #expect(
            cells.row("准确率", 7, columns: 17)
                == ["分仓/[2]", "1", "0", "0", "", "0", "0", "0", "0", "0", "", "0", "0", "0", "0", "0", ""])
        #expect(cells.row("准确率", 8, columns: 5) == ["合计", "5", "3", "1", "0.333333"])
        _ = scratch
    }

    @Test func firstDifferencesSayWhatTheRecountFound() throws {
        let (cells, scratch) = try written(.english)
        func line(_ row: Int) -> [String] { Array(cells.row("First differences", row, columns: 14)[2...]) }
        #expect(line(5) == ["A-01", "品A-01", "", "箱", "100", "105", "5", "", "5", "not recounted", "2", "10"])
        #expect(line(6) == ["A-02", "品A-02", "", "箱", "50", "47", "-3", "", "-3", "not recounted", "4", "-12"])
        #expect(
            line(7) == ["A-03", "品A-03", "", "箱", "10", "12", "2", "10", "0", "recount agrees with the book", "1", "0"])
        #expect(line(8) == ["A-04", "品A-04", "", "箱", "7", "", "", "", "", "not counted", "1", ""])
        #expect(line(9) == ["A-01", "品A-01", "", "箱", "", "4", "", "", "", "not on the book", "2", ""])
        #expect(line(10).suffix(6) == ["4", "", "2", "", "", "-2"])
        _ = scratch
    }

    @Test func theRollForwardAddsUp() throws {
        let (cells, scratch) = try written(.chinese)
        #expect(
            cells.row("收发存", 5, columns: 13).suffix(8) == ["10", "5", "", "", "", "15", "100", "85"])
        #expect(cells.row("收发存", 9, columns: 13).suffix(8) == ["10", "5", "", "", "", "15", "", ""])
        #expect(
            cells.row("收发存", 10, columns: 13).suffix(8) == ["50", "25", "0", "0", "0", "75", "167", "107"])
        _ = scratch
    }
}
