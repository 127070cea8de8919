import Testing

@testable import WorkbookWriter

@Suite struct TextTests {
    @Test(arguments: [
        ("订单/发货:*?", "订单_发货___"), ("'quoted'", "quoted"), ("", "Sheet"), ("History", "Sheet"),
        (String(repeating: "长", count: 40), String(repeating: "长", count: 31)),
    ]) func sheetNamesAreAsExcelAllows(wanted: String, name: String) {
        var names = SheetNames()
        #expect(names.claim(wanted) == name)
    }

    @Test func sheetNamesAreUniqueWhateverTheLetterCase() {
        var names = SheetNames()
        #expect(names.claim("Total") == "Total")
        #expect(names.claim("TOTAL") == "TOTAL (2)")
        let long = String(repeating: "x", count: 31)
        #expect(names.claim(long) == long)
        #expect(names.claim(long) == String(repeating: "x", count: 27) + " (2)")
    }

    @Test(arguments: [("abc", 3), ("差异表", 6), ("A差", 3), ("e\u{301}", 1), ("一\nabcd", 4), ("", 0), ("ＡＢ", 4)])
    func widthsCountChineseTwice(text: String, places: Int) {
        #expect(TextWidth.places(text) == places)
    }

    /// Lines are broken where the room ends, and where a line of the text does, however Windows or a Mac writes that.
    @Test(arguments: [
        ("", 9, 1), ("差异明细表", 10, 1), ("差异明细表", 9, 2), ("abc\n\ndef", 9, 3), ("abc\r\ndef", 9, 2), ("abcd\n差异", 2, 4),
        ("ab", 0, 2),
    ])
    func linesInAColumn(text: String, room: Int, lines: Int) {
        #expect(TextWidth.lines(text, room: room) == lines)
    }

    @Test func textIsPaddedAndCutByPlaces() {
        #expect(TextWidth.padded("差异", to: 6) == "差异  ")
        #expect(TextWidth.padded("9", to: 3, atRight: true) == "  9")
        #expect(TextWidth.cut("差异明细表", to: 7) == "差异明…")
        #expect(TextWidth.cut("abc", to: 3) == "abc")
    }

    @Test func whatLooksLikeAnEscapeIsEscaped() {
        #expect(CellText.storable("a_x000D_b") == "a_x005F_x000D_b")
        #expect(CellText.storable("a_x00ZZ_b") == "a_x00ZZ_b")
        #expect(CellText.storable("a\0b\u{FFFF}") == "a\u{FFFD}b\u{FFFD}")
        #expect(CellText.storable("=1+1") == "=1+1")
    }

    @Test func textIsNotLongerThanACellHolds() {
        let stored = CellText.storable(String(repeating: "字", count: 40_000))
        #expect(stored.utf16.count == 32_767)
        #expect(stored.hasSuffix("字…"))
        #expect(CellText.storable(String(repeating: "a", count: 32_767)).utf16.count == 32_767)
    }

    /// The doubles on the right are what the Swift compiler, and so strtod, makes of the digits.
    @Test(
        arguments: [
            (30, 1, 3.0), (3, 1, 0.3), (999_999_999_999_999, 2, 9_999_999_999_999.99), (-96_00, 2, -96.0),
            (9_223_372_036_854_775_807, 8, 92_233_720_368.54775807), (1, 6, 0.000001),
        ] as [(Int64, Int, Double)]) func numbersBecomeTheNearestDouble(units: Int64, decimals: Int, double: Double)
    {
        #expect(StoredNumber(units: units, decimals: decimals).nearestDouble == double)
    }

    @Test func linksSayFileSheetAndCell() {
        let link = CellLink.file(path: "../订单/a #1.xlsx", sheet: "11月'A", row: 12, column: 5)
        #expect(link.address == "external:../订单/a%20%231.xlsx#'11月''A'!F12")
        #expect(CellLink.here(sheet: "S", row: 1, column: 26).address == "internal:'S'!AA1")
    }

    /// What is remembered of the last few sheets is never another sheet's.
    @Test func linksOneAfterTheOther() {
        var addresses = LinkAddresses()
        for turn in 1...3 {
            for name in ["a", "b", "c", "d", "e", "f"] {
                let links: [CellLink] = [
                    .file(path: name, sheet: "", row: turn, column: 0),
                    .file(path: name, sheet: "S", row: turn, column: 1),
                    .file(path: "x", sheet: name, row: turn, column: 2),
                    .here(sheet: name, row: turn, column: 3),
                ]
                #expect(
                    links.map { addresses.address(of: $0) } == [
                        "external:\(name)", "external:\(name)#'S'!B\(turn)", "external:x#'\(name)'!C\(turn)",
                        "internal:'\(name)'!D\(turn)",
                    ])
                #expect(addresses.address(of: links[1]) == links[1].address)
            }
        }
    }
}
