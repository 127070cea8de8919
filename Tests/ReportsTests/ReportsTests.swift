import Books
import Reconciler
import Testing
import WorkbookWriter

@testable import Reports

@Suite struct ReportsTests {
    @Test(arguments: Language.allCases) func theSameMonthGivesTheSameBytes(language: Language) async throws {
        let scratch = try Scratch()
        for folder in ["one", "two"] {
            // Made anew, so that nothing a dictionary decided is shared.
            let (month, result) = SmallMonth.make()
            let paths = try await Reports.write(
                month: month, reconciliation: result, into: scratch.file(folder), booksFolder: scratch.path,
                language: language)
            #expect(
                paths
                    == ["variances-2026-10.xlsx", "stock-check-2026-10.xlsx", "findings.json"].map {
                        scratch.file("\(folder)/\($0)")
                    })
        }
        for name in ["variances-2026-10.xlsx", "stock-check-2026-10.xlsx", "findings.json"] {
            #expect(try scratch.bytes("one/\(name)") == scratch.bytes("two/\(name)"))
        }
        #expect(try scratch.names() == ["one", "two"])
    }

    @Test func whereItMayNotWriteItSaysSo() async throws {
        let (month, result) = SmallMonth.make()
        let error = await #expect(throws: WritingError.self) {
            try await Reports.write(
                month: month, reconciliation: result, into: "/proc/nowhere/out", booksFolder: ".", language: .chinese)
        }
        #expect(error?.words.chinese.contains("/proc/nowhere") == true)
    }

    // MARK: Words

    @Test func reasonsAndStatesAreThoseOfTheVocabulary() {
        #expect(
            Reason.allCases.map(\.rawValue) == [
                "miscount", "unrecorded-in", "unrecorded-out", "wrong-item", "damage", "expired", "theft-loss",
                "unit-conversion", "entry-error", "price-change", "agreed-discount", "in-transit", "cut-off",
                "bank-charge",
                "rounding", "other",
            ])
        #expect(
            Reason.allCases.map(\.words.chinese) == [
                "盘点错误", "漏记入库", "漏记出库", "串货", "破损", "过期", "丢失", "单位换算", "录入错误", "价格变动", "特批折扣", "在途",
                "跨期", "手续费", "尾差", "其他",
            ])
        #expect(HandlingState.allCases.map(\.rawValue) == ["open", "explained", "corrected", "accepted", "carried"])
        #expect(
            HandlingState.allCases.map(\.words.chinese) == ["未处理", "已说明", "已更正", "同意调整", "结转下月"])
    }

    /// A reviewer's choice is read back by its words, so no two choices may share them.
    @Test(arguments: Language.allCases) func everyChoiceHasItsOwnWords(language: Language) {
        #expect(Set(Reason.allCases.map { $0.words[language] }).count == Reason.allCases.count)
        #expect(Set(HandlingState.allCases.map { $0.words[language] }).count == HandlingState.allCases.count)
        #expect(Set(FindingClass.allCases.map { $0.words[language] }).count == FindingClass.allCases.count)
        #expect(Set(TiePair.Outcome.allCases.map { $0.words[language] }).count == TiePair.Outcome.allCases.count)
    }

    @Test(
        arguments: [
            (FindingClass.missing, 0xFFC7CE, 0x9C0006), (.difference, 0xFFE0B2, 0x8A4B00),
            (.timing, 0xD6E4F5, 0x1F4E79),
            (.incomplete, 0xFFF2CC, 0x7F6000), (.duplicate, 0xE4DFEC, 0x5F497A), (.tolerated, 0xE2EFDA, 0x375623),
        ] as [(FindingClass, UInt32, UInt32)]) func coloursAreThoseOfTheVocabulary(
            findingClass: FindingClass, fill: UInt32, font: UInt32
        )
    {
        #expect(findingClass.colors?.fill == Color(rgb: fill))
        #expect(findingClass.colors?.font == Color(rgb: font))
    }

    @Test(arguments: [
        ([100, 250] as [Int64], 2, 0, "#,##0.0;[Red]-#,##0.0"), ([100, 200], 2, 0, "#,##0;[Red]-#,##0"),
        ([100], 2, 2, "#,##0.00;[Red]-#,##0.00"), ([], 6, 0, "#,##0;[Red]-#,##0"),
        ([1_500_000, .min], 6, 0, "#,##0.000000;[Red]-#,##0.000000"),
    ]) func numberFormatsShowEveryDecimal(units: [Int64], decimals: Int, least: Int, format: String) {
        #expect(Look.format(of: units, decimals: decimals, atLeast: least) == format)
    }

    // MARK: The terminal

    @Test func theTerminalAlignsChineseAndEnglish() throws {
        let (month, result) = SmallMonth.make()
        for language in Language.allCases {
            let text = TerminalSummary(month: month, reconciliation: result, language: language).text(files: [
                "out/a.xlsx"
            ])
            let lines = text.split(separator: "\n").map(String.init)
            let money = lines.filter { $0.contains("96.00") || $0.contains("30.10") }
            #expect(money.count >= 3)
            #expect(text.contains("out/a.xlsx"))
            #expect(text.contains("order.price-off-policy, order.price-unknown"))
            #expect(!text.contains("\u{1B}"))
        }
        let chinese = TerminalSummary(month: month, reconciliation: result, language: .chinese).text(files: [])
        #expect(chinese.contains("  类别    条数  涉及金额（绝对值）\n  缺失       1               30.10\n"))
    }

    @Test func theTerminalSaysFirstWhatOneSavingHelpsAgainst() throws {
        let (month, result) = SmallMonth.make()
        #expect(
            !TerminalSummary(month: month, reconciliation: result, language: .chinese).text(files: []).contains("先处理"))
        let problems = (1...7).map { number in
            Problem(
                kind: .rowSetAside, file: "\(number).xlsx", sheet: "订单", cell: "E3", row: 3,
                expected: Phrase("数量（数字）", "quantity, a number"), found: "",
                advice: Phrase("保存一次", "save it once"), uncalculated: 29)
        }
        let spoilt = Month(
            period: month.period, files: month.files, sheets: month.sheets, regions: month.regions, texts: month.texts,
            tables: [:], problems: problems)
        let text = TerminalSummary(month: spoilt, reconciliation: result, language: .chinese).text(files: [])
        #expect(text.contains("先处理\n  1.xlsx 订单 E3 数量（数字）：保存一次\n"))
        #expect(text.contains("5.xlsx") && !text.contains("6.xlsx") && text.contains("  还有 2 处\n"))
    }

    @Test func theTerminalObeysNoFile() throws {
        var (month, result) = SmallMonth.make()
        let hostile = SmallMonth.finding(
            "e5", "dispatch.missing", .missing, key: [KeyPart("orderNumber", "A\u{1B}[2J\nB\u{9B}C")],
            party: "\u{1B}]0;x\u{7}", amount: 1)
        result = Reconciliation(findings: [hostile], ties: [], stock: [], notChecked: [])
        month = SmallMonth.make().0
        let text = TerminalSummary(month: month, reconciliation: result, language: .chinese).text(files: [])
        #expect(!text.unicodeScalars.contains { $0.value != 10 && ($0.value < 32 || (0x7F...0x9F).contains($0.value)) })
    }

    @Test(arguments: [("-5779.20", "-5,779.20"), ("100", "100"), ("1234567", "1,234,567"), ("-0.5", "-0.5"), ("", "")])
    func thousandsAreParted(digits: String, grouped: String) {
        #expect(TerminalSummary.grouped(digits) == grouped)
    }
}
