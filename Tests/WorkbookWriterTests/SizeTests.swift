import Testing

@testable import WorkbookWriter

/// What is reckoned for the parts must not be less than what they come to, or a full disk would go unnoticed.
@Suite struct SizeTests {
    @Test(arguments: ["plain", "&<>\"&<>\"&<>\"", "\u{1}\u{2}\u{3}", "表格文字", "a b/c#d%"], [false, true])
    func partsAreNeverLargerThanReckoned(text: String, isLong: Bool) throws {
        let scratch = try Scratch()
        var reckoned = 0
        try WorkbookWriter.write(
            to: scratch.file("a.xlsx"), properties: DocumentProperties(title: "t", createdDay: 1)
        ) { book in
            let before = book.partBytes
            let sheet = isLong ? try book.addLongSheet("S", rowHeight: 18) : try book.addSheet("S")
            let style = book.style { $0.isBold = true }
            for row in 1...2_000 {
                sheet.text("\(text)\(row)", row: row, column: 0, style: style)
                sheet.number(StoredNumber(units: .max, decimals: 3), row: row, column: 1, style: style)
                sheet.blank(row: row, column: 2, style: style)
                sheet.formula("A\(row)&\"\(row)\"", result: text, row: row, column: 3, style: style)
                sheet.formula("B\(row)+1", result: StoredNumber(units: -1, decimals: 6), row: row, column: 4)
                sheet.link(
                    .file(path: "../\(text)\(row).xlsx", sheet: text, row: row, column: 1), text: text, row: row,
                    column: 5)
                sheet.merged(text, rows: row...row, columns: 6...8, style: style)
                sheet.comment("\(text)\(row)", row: row, column: 9)
            }
            // What stands for styles, themes and the rest is left out of the comparison.
            reckoned = book.partBytes - before
        }
        let unpacked = try Zip.unpackedBytes(scratch.bytes("a.xlsx"))
        #expect(unpacked > 1_000_000)
        #expect(unpacked <= reckoned)
    }
}

/// The central directory of an archive, as far as the sizes of its entries.
enum Zip {
    static func unpackedBytes(_ bytes: [UInt8]) throws -> Int {
        var sum = 0
        for start in bytes.indices.dropLast(46)
        where bytes[start] == 0x50 && bytes[start + 1] == 0x4B && bytes[start + 2] == 1 && bytes[start + 3] == 2 {
            sum += (0..<4).reduce(0) { $0 + Int(bytes[start + 24 + $1]) << (8 * $1) }
        }
        return sum
    }
}
