import Books
import Testing

@Suite struct SymbolTableTests {
    @Test func equalTextsShareASymbolAndEachGivesItsTextBack() {
        var table = SymbolTable()
        let texts = (0..<5_000).map { "DD2610-\($0 % 1_000)" } + ["昆明宏达商行", "a", "昆明宏达商行", ""]
        let symbols = texts.map { table.intern($0) }
        #expect(table.count == 1_003)
        #expect(symbols.map { table[$0] } == texts)
        #expect(Set(symbols).count == 1_003)
        #expect(symbols.last == Symbol.none)
        #expect(table.find("DD2610-999") == symbols[999])
        #expect(table.find("DD2610-1000") == nil)
        #expect(table.intern(utf8: ArraySlice("昆明宏达商行".utf8)) == symbols[5_000])
    }

    /// Finding needs nothing that is let go of, and a text that comes later all the same finds its place.
    @Test func aFinishedTableKnowsItsTexts() {
        var table = SymbolTable()
        let symbols = (0..<3_000).map { table.intern("CK2610-\($0)") }
        table.finish()
        #expect(symbols.enumerated().allSatisfy { table.find("CK2610-\($0)") == $1 })
        #expect(table.find("CK2610-3000") == nil)
        let later = table.intern("CK2610-3000")
        #expect(table[later] == "CK2610-3000")
        #expect(table.intern("CK2610-17") == symbols[17])
        #expect(table.count == 3_002)
    }

    /// é as one code point and as e with an accent are one text.
    @Test func textsAreTheSameHoweverTheyAreComposed() {
        var table = SymbolTable()
        let composed = table.intern("Caf\u{E9}")
        #expect(table.intern("Cafe\u{301}") == composed)
        #expect(table.find("Cafe\u{301}") == composed)
        #expect(table.count == 2)
    }

    @Test func oneTableTakesAnothersTextsIn() {
        var month = SymbolTable()
        for text in ["A", "乙", "Caf\u{E9}"] { _ = month.intern(text) }
        var file = SymbolTable()
        let own = ["乙", "丙", "Cafe\u{301}", "A"].map { file.intern($0) }
        let symbols = month.intern(file)
        #expect(own.map { month[symbols[Int($0.index)]] } == ["乙", "丙", "Caf\u{E9}", "A"])
        #expect(symbols.first == Symbol.none)
        #expect(month.count == 5)
    }

    /// Many texts at once have the symbols that they have one after the other, while the table grows and once it is finished.
    @Test(arguments: [false, true]) func textsAllAtOnce(isFinished: Bool) {
        var texts = (0..<3_000).map { "XS2610-\($0 / 2)" } + ["", "Cafe\u{301}", "昆明宏达商行", "Caf\u{E9}", ""]
        texts += texts.reversed()
        var alone = SymbolTable(), together = SymbolTable()
        for text in ["昆明宏达商行", "XS2610-7"] { #expect(alone.intern(text) == together.intern(text)) }
        if isFinished { together.finish() }
        let symbols = together.intern(utf8: texts.map { ArraySlice($0.utf8) })
        #expect(symbols == texts.map { alone.intern($0) })
        #expect(together.count == 1_503)
        #expect(together.intern(utf8: [ArraySlice<UInt8>]()).isEmpty)
    }

    /// Ranks order as Swift orders the texts: beyond sixteen bytes, with accents, and where one text begins another.
    @Test func ranksAreTheOrderOfTheTexts() {
        var table = SymbolTable()
        var state: UInt64 = 7
        let pieces = ["A", "a", "0", "9", "-", "昆", "明", "仓", "é", "z", "\u{1F600}", "ü", "(", "一二三四五六七"]
        var texts: [String] = ["", "DD2610-000123", "DD2610-0001234", "DD2610-000123A"]
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<Int(state >> 60) % 8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            texts.append(text)
        }
        let symbols = Set(texts.map { table.intern($0) })
        let month = Month(
            period: Period(year: 2026, month: 10), files: [], sheets: [], regions: [], texts: table, tables: [:],
            problems: [])
        let byRank = symbols.sorted { month.rank($0) < month.rank($1) }.map { table[$0] }
        #expect(byRank == symbols.map { table[$0] }.sorted())
        #expect(byRank.count > 500)
    }
}
