import Foundation
import Testing

@testable import WorkbookWriter

@Suite struct WorkbookWriterTests {
    private let properties = DocumentProperties(title: "试", createdDay: 20_393)

    private func fill(_ book: WorkbookWriter) throws {
        let sheet = try book.addSheet("数")
        let money = book.style { $0.numberFormat = "#,##0.00" }
        sheet.text("=1+1", row: 1, column: 0)
        for row in 2...40 {
            sheet.number(StoredNumber(units: Int64(row * 7), decimals: 2), row: row, column: 0, style: money)
        }
        sheet.formula("ROUND(SUM(A2:A40),2)", result: StoredNumber(units: 5733, decimals: 2), row: 41, column: 0)
        sheet.link(.file(path: "../a.xlsx", sheet: "S", row: 1, column: 0), text: "a.xlsx S!A1", row: 1, column: 1)
        sheet.comment("备注", row: 1, column: 0)
        sheet.chart(
            Chart(
                .bars, title: "图",
                series: [
                    Chart.Series(
                        name: "n", categories: fixedRange(sheet: sheet.name, rows: 1...1, columns: 0...0),
                        values: fixedRange(sheet: sheet.name, rows: 2...9, columns: 0...0), color: 0x336699,
                        pointColors: [0xFF0000, 0x00FF00])
                ]), row: 3, column: 4)
    }

    @Test func theSameCellsGiveTheSameBytes() throws {
        let scratch = try Scratch()
        for name in ["a.xlsx", "b.xlsx"] {
            try WorkbookWriter.write(to: scratch.file(name), properties: properties, fill)
        }
        #expect(try scratch.bytes("a.xlsx") == scratch.bytes("b.xlsx"))
        #expect(try scratch.names() == ["a.xlsx", "b.xlsx"])
    }

    @Test func equalStylesAreOneFormat() throws {
        let scratch = try Scratch()
        try WorkbookWriter.write(to: scratch.file("a.xlsx"), properties: properties) { book in
            #expect(book.style { $0.isBold = true } == book.style { $0.isBold = true })
            #expect(book.style { $0.isBold = true } != book.style { $0.isItalic = true })
        }
    }

    @Test func aRefusedCellLeavesNoFile() throws {
        let scratch = try Scratch()
        #expect(throws: WritingError.workbook(path: scratch.file("a.xlsx"), .outsideTheSheet)) {
            try WorkbookWriter.write(to: scratch.file("a.xlsx"), properties: properties) { book in
                try book.addSheet("S").text("x", row: 1_048_577, column: 0)
            }
        }
        #expect(try scratch.names() == [])
    }

    @Test func anUnwritableFolderIsSaid() throws {
        #expect(throws: WritingError.self) {
            try WorkbookWriter.write(to: "/proc/a.xlsx", properties: properties, fill)
        }
    }

    @Test func linksPastTheLimitAreText() throws {
        let scratch = try Scratch()
        try WorkbookWriter.write(to: scratch.file("a.xlsx"), properties: properties) { book in
            let sheet = try book.addSheet("S")
            let long = String(repeating: "长", count: 800) + ".xlsx"
            sheet.link(.file(path: long, sheet: "S", row: 1, column: 0), text: "too long", row: 1, column: 0)
            for row in 2...65_540 {
                sheet.link(.here(sheet: "S", row: row, column: 0), text: "x", row: row, column: 0)
            }
        }
        #expect(try scratch.names() == ["a.xlsx"])
    }
}
