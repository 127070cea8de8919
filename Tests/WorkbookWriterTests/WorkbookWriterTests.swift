import Foundation
import Testing
import WorkbookReader

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

    @Test func aLongSheetReadsAsAnyOther() throws {
        let scratch = try Scratch()
        for (name, isLong) in [("long.xlsx", true), ("whole.xlsx", false)] {
            try WorkbookWriter.write(to: scratch.file(name), properties: properties) { book in
                let sheet = isLong ? try book.addLongSheet("S", rowHeight: 18) : try book.addSheet("S")
                sheet.filter(rows: 1...4, columns: 0...1)
                sheet.text("名 <&>", row: 1, column: 0)
                sheet.merged("并", rows: 2...2, columns: 0...1)
                sheet.link(.here(sheet: "S", row: 1, column: 0), text: "a/b", row: 3, column: 2)
                sheet.text("", row: 4, column: 0)
                sheet.number(StoredNumber(units: -705, decimals: 2), row: 5, column: 1)
                sheet.height(40, row: 5)
                sheet.formula("B5*2", result: StoredNumber(units: -1410, decimals: 2), row: 6, column: 1)
                sheet.formula("A1", result: "名 <&>", row: 7, column: 0)
            }
        }
        let expected = [
            "1/0 text 名 <&>", "2/0 text 并", "3/2 text a/b", "5/1 number -7.05", "6/1 number -14.1", "7/0 text 名 <&>",
        ]
        for name in ["long.xlsx", "whole.xlsx"] {
            let workbook = try WorkbookReader().read(path: scratch.file(name))
            #expect(workbook.told == expected, "\(name)")
            #expect(workbook.sheets[0].merges == [CellRange(rows: 2...2, columns: 0...1)], "\(name)")
        }
    }

    @Test(arguments: [false, true]) func aRowAboveOneThatWasBegunIsRefused(isLong: Bool) throws {
        let scratch = try Scratch()
        func write(_ body: (SheetWriter) -> Void) throws {
            try WorkbookWriter.write(to: scratch.file("a.xlsx"), properties: properties) { book in
                body(isLong ? try book.addLongSheet("S", rowHeight: 18) : try book.addSheet("S"))
            }
        }
        let wrong: [(SheetWriter) -> Void] = [
            { $0.text("x", row: 1, column: 0) }, { $0.height(30, row: 1) },
            { $0.merged("x", rows: 1...1, columns: 0...1) }, { $0.merged("x", rows: 2...3, columns: 0...1) },
            { $0.comment("x", row: 1, column: 0) },
            { $0.filter(rows: 1...1, columns: 0...1) },
        ]
        for fault in wrong {
            func body(_ sheet: SheetWriter) {
                sheet.text("y", row: 2, column: 0)
                fault(sheet)
            }
            if isLong {
                #expect(throws: WritingError.workbook(path: scratch.file("a.xlsx"), .rowOrder)) { try write(body) }
            } else {
                try write(body)
            }
        }
        // Back and forth within a row is its order.
        try write { sheet in
            sheet.text("y", row: 2, column: 3)
            sheet.text("x", row: 2, column: 0)
            sheet.filter(rows: 1...2, columns: 0...3)
        }
    }

    @Test func moreLongSheetsThanFilesMayBeOpen() throws {
        let scratch = try Scratch()
        try WorkbookWriter.write(to: scratch.file("a.xlsx"), properties: properties) { book in
            let sheets = try (1...80).map { try book.addLongSheet("仓\($0)", rowHeight: 18) }
            for (number, sheet) in sheets.enumerated() {
                sheet.number(StoredNumber(number), row: 1, column: 0)
                sheet.text("末", row: 2, column: 0)
            }
        }
        let sheets = try WorkbookReader().read(path: scratch.file("a.xlsx")).sheets
        #expect(sheets.map(\.cellCount) == Array(repeating: 2, count: 80))
    }
}

extension Workbook {
    /// Every cell as row, column, kind and value.
    fileprivate var told: [String] {
        var told: [String] = []
        for sheet in sheets {
            sheet.forEachRow { row, segment, cells in
                for cell in cells {
                    let value = segment[cell: cell]
                    told.append("\(row)/\(segment.columns[cell]) \(value.kind) \(text(of: value))")
                }
            }
        }
        return told
    }
}
