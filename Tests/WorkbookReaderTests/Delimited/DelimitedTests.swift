import Foundation
import Testing

@testable import WorkbookReader

/// Tables written as text.
struct DelimitedTests {
    private func read(_ text: String, _ name: String = "订单.csv") throws(ReadingError) -> Workbook {
        try WorkbookReader().read(bytes: Array(text.utf8), named: name)
    }

    @Test(arguments: [
        ("a,b\n1,2\n", ["A1 text a", "B1 text b", "A2 number 1", "B2 number 2"]),
        ("a;b\r\n1,5;2\r\n", ["A1 text a", "B1 text b", "A2 text 1,5", "B2 number 2"]),
        ("a\tb\r1\t2\r", ["A1 text a", "B1 text b", "A2 number 1", "B2 number 2"]),
        ("a|b\n1|2", ["A1 text a", "B1 text b", "A2 number 1", "B2 number 2"]),
        ("sep=;\na;b,c\n", ["A1 text a", "B1 text b,c"]),
        ("\"a,\"\"1\"\"\nb\",c\n", ["A1 text a,\"1\"\nb", "B1 text c"]),
        ("\"a\"b,c\n", ["A1 text ab", "B1 text c"]),
        ("a\"b,c\n", ["A1 text a\"b", "B1 text c"]),
        (",,c\n\n,\n,d", ["C1 text c", "B4 text d"]),
        ("\"\",b\n", ["B1 text b"]),
        ("only\nlines\n", ["A1 text only", "A2 text lines"]),
        ("=\"00123\",\"=\"\"7\"\"\",\t6222021001116245\n", ["A1 text 00123", "B1 text 7", "C1 text 6222021001116245"]),
        ("=1+1,=SUM(A1),=\"a\"&\"b\"\n", ["A1 text =1+1", "B1 text =SUM(A1)", "C1 text =\"a\"&\"b\""]),
    ])
    func fields(text: String, cells: [String]) throws {
        #expect(try read(text).listing == cells)
    }

    /// What is a number, and what is a code that only looks like one.
    @Test(arguments: [
        ("0", "number 0"), ("-0.50", "number -0.50"), ("12.340", "number 12.340"), ("20261005", "number 20261005"),
        ("123456789012345", "number 123456789012345"), ("1234567890123456", "text 1234567890123456"),
        ("0.12345678901234", "number 0.12345678901234"), ("00123", "text 00123"), ("00.5", "text 00.5"),
        ("1,234.5", "text 1,234.5"), (".5", "text .5"), ("5.", "text 5."), ("+5", "text +5"), ("1e5", "text 1e5"),
        ("-", "text -"), ("1.2.3", "text 1.2.3"), (" 1", "text  1"), ("１", "text １"), ("2026-10-05", "text 2026-10-05"),
    ])
    func numbers(text: String, cell: String) throws {
        #expect(try read("x\t\(text)\n").listing == ["A1 text x", "B1 \(cell)"])
    }

    /// 订单号,客户 / SO-1,昆明百货 in the encodings that offices use; bytes from Python's codecs.
    @Test(arguments: [
        ("UTF-8", "e8aea2e58d95e58fb72ce5aea2e688b70a534f2d312ce69886e6988ee799bee8b4a7"),
        ("UTF-8", "efbbbfe8aea2e58d95e58fb72ce5aea2e688b70a534f2d312ce69886e6988ee799bee8b4a7"),
        ("GB18030", "b6a9b5a5bac52cbfcdbba70a534f2d312cc0a5c3f7b0d9bbf5"),
        ("UTF-16LE", "fffea28b5553f7532c00a25b37620a0053004f002d0031002c0006660e667e76278d"),
        ("UTF-16LE", "a28b5553f7532c00a25b37620a0053004f002d0031002c0006660e667e76278d"),
        ("UTF-16BE", "feff8ba2535553f7002c5ba26237000a0053004f002d0031002c6606660e767e8d27"),
    ])
    func encodings(name: String, hex: String) throws {
        let workbook = try WorkbookReader().read(bytes: bytes(hex), named: "a.csv")
        #expect(workbook.listing == ["A1 text 订单号", "B1 text 客户", "A2 text SO-1", "B2 text 昆明百货"])
        #expect(workbook.notes == [.delimited(encoding: name, delimiter: ",", isStated: false)])
    }

    /// Text that is neither UTF-8 nor Chinese; bytes from Python's codecs.
    @Test(arguments: [
        ("WINDOWS-1252", "4dfc6c6c65722c43616671e92c31302080", ["A1 text Müller", "B1 text Cafqé", "C1 text 10 €"]),
        ("BIG5-HKSCS", "ad71b3e62cabc8a4e12cbcc6b671", ["A1 text 訂單", "B1 text 客戶", "C1 text 數量"]),
    ])
    func otherEncodings(name: String, hex: String, cells: [String]) throws {
        let workbook = try WorkbookReader().read(bytes: bytes(hex), named: "a.csv")
        #expect(workbook.listing == cells)
        #expect(workbook.notes == [.delimited(encoding: name, delimiter: ",", isStated: false)])
    }

    /// The same fields as Python's csv module finds, where there are any.
    @Test func agreesWithPython() throws {
        let rows = try JSONDecoder().decode([[String]].self, from: Data(Fixture.bytes("odd.csv.json")))
        let workbook = try WorkbookReader().read(path: Fixture.path("odd.csv"))
        let sheet = try #require(workbook.sheets.first)
        for (row, fields) in rows.enumerated() {
            for (column, field) in fields.enumerated() {
                let cell = sheet.cell(row: Int32(row + 1), column: column)
                #expect(cell.map(workbook.text) ?? "" == field)
            }
        }
        #expect(sheet.cellCount == rows.joined().count { !$0.isEmpty })
        #expect(workbook.notes == [.delimited(encoding: "GB18030", delimiter: ",", isStated: false)])
    }

    @Test func isNamedAfterTheFile() throws {
        #expect(try read("a,b\n", "十月/销售 订单.v2.csv").sheets.map(\.name) == ["销售 订单.v2"])
        #expect(try read("a\tb,c\n", "x.TSV").notes == [.delimited(encoding: "UTF-8", delimiter: "\t", isStated: true)])
    }

    /// What is called .xlsx and is text was renamed, and is refused; so is prose that nobody called a table.
    @Test(arguments: ["a.xlsx", "a.xlsm", "a", ""])
    func isNoWorkbookByAnotherName(name: String) {
        #expect(throws: ReadingError.notAWorkbook(kind: .text)) { try read("a,b\n", name) }
    }

    @Test func namesTheLineOfAQuoteThatIsNeverClosed() {
        #expect(throws: ReadingError.damaged(part: "订单.csv:2", damage: .quote)) { try read("a,b\n1,\"x\n2,y\n") }
    }

    @Test func keepsItsLimits() throws {
        var limits = ReadingLimits()
        limits.textBytes = 3
        let reader = WorkbookReader(limits: limits)
        #expect(try reader.read(bytes: Array("abc,\"abc\"".utf8), named: "a.csv").listing.count == 2)
        #expect(throws: ReadingError.limit(name: "textBytes", value: 3, part: "B1")) {
            try reader.read(bytes: Array("abc,abcd".utf8), named: "a.csv")
        }
        limits = ReadingLimits()
        (limits.columns, limits.rows) = (2, 2)
        for text in ["a,b,c", "a,b\nc,d\ne,f"] {
            #expect(throws: ReadingError.self) {
                try WorkbookReader(limits: limits).read(bytes: Array(text.utf8), named: "a.csv")
            }
        }
    }

    @Test func survivesSpoiledFiles() throws {
        let text = String(repeating: "SO-1,\"昆明,\"\"百货\"\"\",12.50,2026-10-05\r\n", count: 40)
        let spoiled = Spoiled(Array(text.utf8), every: 7) { bytes throws(ReadingError) in
            try WorkbookReader().read(bytes: bytes, named: "a.csv")
        }
        #expect(spoiled.read > 0 && spoiled.refused > 0)
    }

    private func bytes(_ hex: String) -> [UInt8] {
        var rest = hex[...]
        var result: [UInt8] = []
        while let byte = UInt8(rest.prefix(2), radix: 16), rest.count >= 2 {
            result.append(byte)
            rest = rest.dropFirst(2)
        }
        return result
    }
}
