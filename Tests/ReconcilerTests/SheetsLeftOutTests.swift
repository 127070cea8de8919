import Books
import Testing

@testable import Reconciler

/// What was not counted on purpose is named with its sheet, in both languages, each with its own quotation marks.
@Suite struct SheetsLeftOutTests {
    private func problem(_ kind: Problem.Kind) -> Problem {
        Problem(
            kind: kind, file: "应收/罗平.xlsx", sheet: "应收", expected: Phrase("", ""), found: "", advice: Phrase("", ""))
    }

    private func said(_ problems: [Problem]) throws -> [NotChecked] {
        var text = try MonthText(
            """
            receivables
            documentNumber | customer | amount
            CK-1           | 宏达     | 100
            """)
        text.problems = problems
        return SheetsLeftOut.said(try text.month())
    }

    @Test func aListThatAnotherOneHas() throws {
        let said = try said([
            problem(.sheetRepeated(.receivables, of: Phrase("应收/全部.xlsx「明细」", "应收/全部.xlsx “明细”")))
        ])
        #expect(said.map(\.code) == ["receivable.duplicate"])
        #expect(said.first?.why.chinese == "应收/罗平.xlsx「应收」的每一行在应收/全部.xlsx「明细」里都有，没有再计")
        #expect(
            said.first?.why.english
                == "every line of 应收/罗平.xlsx “应收” is in 应收/全部.xlsx “明细” too, and none was counted again")
    }

    @Test func countsOfAnEarlierMonth() throws {
        let said = try said([problem(.sheetOfEarlierMonth(.counts))])
        #expect(said.map(\.code) == ["stock.count-short"])
        #expect(said.first?.why.chinese.hasPrefix("应收/罗平.xlsx「应收」是以前月份的") == true)
    }

    /// A row set aside and a file nobody could read have findings of their own.
    @Test func otherProblemsAreNotSaidHere() throws {
        #expect(try said([problem(.rowSetAside), problem(.fileUnreadable)]).isEmpty)
    }
}
