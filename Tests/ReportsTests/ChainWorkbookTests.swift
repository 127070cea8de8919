import Books
import Foundation
import Reconciler
import Testing
import WorkbookWriter

@testable import Reports

@Suite struct ChainWorkbookTests {
    private func written(
        _ language: Language, receipts: Bool = true
    ) throws -> (cells: WrittenCells, path: String, scratch: Scratch) {
        let scratch = try Scratch()
        let (month, result) = ChainMonth.make(receipts: receipts)
        let edition = Edition(month: month, reconciliation: result, language: language, booksPath: "../")
        try VariancesWorkbook(edition: edition).write(to: scratch.file("v.xlsx"))
        return (try WrittenCells(scratch.file("v.xlsx")), scratch.file("v.xlsx"), scratch)
    }

    @Test func theSheetsStandWhereTheyAreLookedFor() throws {
        let (cells, _, scratch) = try written(.chinese)
        #expect(Array(cells.names.prefix(4)) == ["汇总", "差异", "先问这些", "链"])
        #expect(cells.names.contains("链明细"))
        _ = scratch
    }

    /// 130 ordered − 30 never shipped − 10 short = 90; + 5 = 95 owed; − 55 open = 40 paid and booked.
    @Test func theBridgeReachesEachBook() throws {
        let (cells, _, scratch) = try written(.english)
        var row = 6
        var said: [String] = []
        while let text = cells["Chain", "A\(row)"], !text.isEmpty {
            let figures = ["D", "E", "F", "G"].map { cells["Chain", "\($0)\(row)"] ?? "" }
            said.append(([text] + figures).joined(separator: " "))
            row += 1
        }
        #expect(
            said
                == [
                    "Ordered  130 130 0", "Ordered, not dispatched -30   ", "Shipped short -10   ", "Shipped  90 90 0",
                    "Stocked out  90 90 0", "Receivable differs from the dispatch 5   ", "Owed  95 95 0",
                    "Still open, not overdue -55   ", "Paid  40 40 0", "Booked credit  40 40 0",
                    "The other end: owed → booked debit   ", "Owed  95 95 0", "Booked debit  95 95 0",
                ].map { $0.hasPrefix("The") ? $0 + " " : $0 })
        _ = scratch
    }

    @Test func aCustomersLineShowsStagesAndResiduals() throws {
        let (cells, _, scratch) = try written(.chinese)
        let head = try #require(cells.row("链", startingWith: ChainProof.Name.customerAmount.words.chinese))
        #expect(
            cells.row("链", head + 3, columns: 16) == [
                "甲", "100", "-10", "90", "0", "90", "5", "95", "-55", "40", "0", "40", "0", "95", "0",
                "少发 -10.00；应收金额与出库不符 5.00；未收，未逾期 -55.00",
            ])
        #expect(cells.row("链", head + 2, columns: 4) == ["乙", "30", "-30", "0"])
        #expect(
            cells.row("链", head + 4, columns: 15) == [
                "合计", "130", "-40", "90", "0", "90", "5", "95", "-55", "40", "0", "40", "0", "95", "0",
            ])
        _ = scratch
    }

    @Test func anAbsentBookLeavesItsStepsOpenAndSaysWhy() throws {
        let (cells, _, scratch) = try written(.english, receipts: false)
        let notes = (6...20).compactMap { cells["Chain", "A\($0)"] }.filter { $0.contains("not compared") }
        #expect(
            notes == [
                "Owed → Paid: not compared (no receipts)", "Paid → Booked credit: not compared (no receipts)",
            ])
        let head = try #require(cells.row("Chain", startingWith: ChainProof.Name.customerAmount.words.english))
        // Paid stands in column J: absent is not nought.
        #expect(cells["Chain", "J\(head + 2)"] ?? "" == "")
        #expect(cells["Chain", "J\(head + 1)"] == "Paid\n(no receipts)")
        _ = scratch
    }

    @Test func questionsStandByTheMoneyTheyClear() throws {
        let (cells, _, scratch) = try written(.chinese)
        #expect(
            cells.row("先问这些", 5, columns: 8) == [
                "1", "仓库", "", "订单 SO-2（乙）的 B：订单未发货。货发了没有，单据录了没有？", "30", "0.666667", "1", "缺失",
            ])
        #expect(cells.row("先问这些", 6, columns: 6).suffix(2) == ["10", "0.888889"])
        #expect(cells.row("先问这些", 8, columns: 7) == ["", "", "", "合计", "45", "", "3"])
        _ = scratch
    }

    @Test func longListsAreAddedUp() throws {
        let scratch = try Scratch()
        let (month, result) = ChainMonth.make()
        let edition = Edition(month: month, reconciliation: result, language: .chinese, booksPath: "../")
        let proof = try #require(result.chain?[.customerAmount])
        try WorkbookWriter.write(to: scratch.file("t.xlsx"), properties: DocumentProperties(title: "t", createdDay: 1))
        {
            book in
            let sheet = try book.addSheet("T")
            let block = ChainBlock(
                edition: edition, book: book, sheet: sheet, variances: sheet, proof: proof, top: 1, listLimit: 1)
            #expect(block.listed.count == 1)
            block.write(lastColumn: block.causesColumn + 1, figureWidth: 12)
        }
        let cells = try WrittenCells(scratch.file("t.xlsx"))
        #expect(cells.row("T", 4, columns: 4) == ["其余 1 个有差额", "100", "-10", "90"])
        #expect(cells.row("T", 5, columns: 4) == ["合计", "130", "-40", "90"])
    }

    @Test func theTerminalSaysTheChainAndWhatToAsk() throws {
        let (month, result) = ChainMonth.make()
        let text = TerminalSummary(month: month, reconciliation: result, language: .english).text(files: [])
        #expect(text.contains("  Ordered → Shipped      130.00  90.00       -40.00             0.00         0.00\n"))
        #expect(text.contains("  Owed → Paid             95.00  40.00         0.00           -55.00         0.00\n"))
        #expect(text.contains("   30.00  Warehouse  Order SO-2 (乙), B: ordered, not dispatched."))
    }

    /// Worked out anew by another program, every residual, sum and share is the stored one.
    @Test(.enabled(if: Office.isHere, "soffice is not installed"), arguments: [true, false])
    func everyFigureIsWorkedOutTheSame(receipts: Bool) throws {
        let (stored, path, scratch) = try written(.english, receipts: receipts)
        let worked = try WrittenCells(try Office.recalculated([path], in: scratch)[0])
        for sheet in ["Chain", "Chain detail", "Ask first"] {
            for (cell, text) in stored.sheets[sheet] ?? [:] where !text.isEmpty {
                #expect(
                    Office.same(text, worked[sheet, cell] ?? ""),
                    "\(sheet)!\(cell): stored \(text), worked out \(worked[sheet, cell] ?? "nothing")")
            }
        }
    }
}
