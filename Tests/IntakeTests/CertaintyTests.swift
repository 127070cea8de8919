import Books
import Intake
import Testing
import WorkbookReader

/// What is not certain is asked about, and what cannot be read is said, never guessed or dropped.
@Suite struct CertaintyTests {
    private let stockRows: [[Entry]] = [
        ["仓库", "商品编码", "品名", "单位", "数量", "单价", "金额"], ["一号仓", "A-01", "米酒", "瓶", 10, 2, 20],
        ["一号仓", "A-02", "白酒", "瓶", 5, 3, 15],
    ]

    @Test(arguments: [
        ("期初", "x.xlsx", BookKind.opening), ("月末库存", "x.xlsx", .stock), ("即时库存", "x.xlsx", .stock),
        ("Opening stock", "x.xlsx", .opening),
        ("Sheet1", "2026年10月期初.xlsx", .opening), ("Sheet1", "账存.xlsx", .stock), ("Stock on hand", "x.xlsx", .stock),
    ])
    func namesTellOpeningFromClosing(tab: String, path: String, kind: BookKind) {
        let month = intake(TestSheet(name: tab, rows: stockRows), path: path)
        #expect(month[kind].count == 2 && month.problems.isEmpty)
    }

    @Test func withoutANameItIsAsked() {
        let month = intake(TestSheet(rows: stockRows))
        guard case .sheetUnrecognised(let guesses)? = month.problems.first?.kind else {
            Issue.record("nothing was asked")
            return
        }
        #expect(Set(guesses) == [.opening, .stock])
        #expect(month.sheets[0].rows.setAside == 2 && month.sheets[0].rows.isComplete)
        #expect(BookKind.allCases.allSatisfy { month[$0].count == 0 })
    }

    /// A file's name alone makes no book of a sheet that has not its columns.
    @Test func namesAloneDecideNothing() {
        let month = intake(
            TestSheet(name: "订单", rows: [["甲", "乙", "丙"], ["x", 1, 2], ["y", 3, 4]]), path: "订单/订单.xlsx")
        #expect(month.troubles == ["unrecognised"])
    }

    @Test func receiptsAndReceivablesWithTheSameColumns() {
        let rows: [[Entry]] = [
            ["日期", "单号", "客户", "金额"], [.day(2026, 10, 1), "X1", "甲公司", 5], [.day(2026, 10, 1), "X2", "甲公司", 6],
        ]
        #expect(intake(TestSheet(name: "应收", rows: rows)).texts(.receivables, .documentNumber) == ["X1", "X2"])
        #expect(intake(TestSheet(name: "收款", rows: rows)).texts(.receipts, .receiptNumber) == ["X1", "X2"])
        #expect(intake(TestSheet(rows: rows)).troubles == ["unrecognised"])
    }

    /// A stock card lists movements in two columns of quantities: it is no stock, and no movements that are understood.
    @Test func aStockCardIsAskedAbout() {
        let month = intake(
            TestSheet(
                name: "库存明细",
                rows: [
                    ["日期", "单号", "摘要", "商品编码", "仓库", "收入数量", "发出数量", "结存数量"],
                    [.day(2026, 10, 5), "RK1", "采购", "A-01", "一号仓", 5, nil, 5],
                    [.day(2026, 10, 6), "CK1", "销售", "A-01", "一号仓", nil, 2, 3],
                ]))
        #expect(month.troubles == ["unrecognised"])
        #expect(month.sheets[0].rows.setAside == 2)
    }

    @Test func notesAreNoQuestion() {
        let month = intake(
            TestSheet(name: "说明", rows: [["填写说明"], ["1. 请按模板填写"], ["2. 不要改列名"]]), TestSheet(name: "空", rows: []))
        #expect(month.problems.isEmpty)
        #expect(month.sheets.allSatisfy { $0.rows.isComplete })
    }

    @Test func aHeaderWithoutLinesIsSaid() {
        let month = intake(TestSheet(name: "订单", rows: [["订单号", "客户", "商品编码", "数量", "单价"]]))
        #expect(month.troubles == ["unrecognised"])
        #expect(month.problems.first?.cell == "A1")
    }

    @Test func dataWithoutAHeaderIsSaid() {
        let row: [Entry] = ["S1", .day(2026, 10, 1), "甲", "A-01", 1, 2]
        let month = intake(TestSheet(rows: [row, row, row]))
        #expect(month.troubles == ["unrecognised"] && month.sheets[0].rows.setAside == 3)
    }

    @Test func whatIsRequiredAndUnreadableSetsTheRowAside() {
        let header: [Entry] = ["订单号", "订单日期", "客户", "商品编码", "数量", "单价", "金额"]
        let month = intake(
            TestSheet(
                name: "订单",
                rows: [
                    header, ["S1", .day(2026, 10, 1), "甲", "A-01", 2, 3, 6],
                    ["S1", .day(2026, 10, 1), "甲", "A-02", "十二盒左右", 3, 6],
                    ["S1", .day(2026, 10, 1), "甲", "A-03", "1,2,3.4", 3, 6],
                    ["S1", .day(2026, 10, 1), "甲", "A-04", .wide("1E300"), 3, 6],
                    ["S1", .day(2026, 10, 1), "甲", "A-05", .error("#N/A"), 3, 6],
                    ["S1", .day(2026, 10, 1), "甲", "A-06", .uncalculated, 3, 6],
                    ["S2", "2026年2月31日", "甲", "A-07", 1, "x", .wide("1E300")],
                    ["S2", .day(2026, 10, 1), nil, "A-08", 1, 3, 3],
                ]))
        #expect(month.texts(.orders, .productCode) == ["A-01", "A-07", "A-08"])
        #expect(
            month.troubles == [
                "row 3 E3", "row 4 E4", "row 5 E5", "row 6 E6", "row 7 E7", "orderDate B8", "unitPrice F8", "amount G8",
            ])
        #expect(month.sheets[0].rows.setAside == 5 && month.sheets[0].rows.isComplete)
        #expect(month.problems.first?.found == "十二盒左右")
        #expect(
            month.problems.allSatisfy {
                !$0.advice.chinese.isEmpty && !$0.advice.english.isEmpty && $0.file == "book.xlsx"
            })
    }

    /// One sentence for a column of formulas that no program has calculated yet, with the first cell and how many.
    @Test func saysOnceWhatOneSavingHelpsAgainst() throws {
        let head: [Entry] = ["订单号", "订单日期", "客户", "商品编码", "数量", "单价", "金额"]
        let lines: [[Entry]] = (1...30).map { number in
            [.text("S\(number)"), .day(2026, 10, 1), "甲", .text("A-\(number)"), number == 1 ? 3 : .uncalculated, 3, 6]
        }
        let month = intake(TestSheet(name: "订单", rows: [head] + lines))
        let problem = try #require(month.problems.first)
        #expect(month.problems.count == 1 && problem.uncalculated == 29 && problem.cell == "E3")
        #expect(problem.advice.chinese.contains("从 E3 往下共 29 个公式") && problem.advice.chinese.contains("保存一次"))
        #expect(problem.advice.english.contains("29 formulas from E3 down"))
        #expect(month.sheets[0].rows.setAside == 29 && month.sheets[0].rows.isComplete)
    }

    @Test func totalsOverRowsSetAsideProveNothing() {
        let month = intake(
            TestSheet(
                name: "订单",
                rows: [
                    ["订单号", "客户", "商品编码", "数量"], ["S1", "甲", "A-01", 2], ["S1", "甲", "A-02", "?"], ["合计", nil, nil, 5],
                ]))
        #expect(month.regions[0].totals.isEmpty && month.sheets[0].rows.totals == 1)
    }

    @Test func filesInAnyOrderGiveTheSame() {
        func file(_ path: String, _ digest: String, _ number: String) -> Intake.File {
            let rows: [[Entry]] = [["订单号", "客户", "商品编码", "数量"], [.text(number), "甲", "A-01", 2]]
            return Intake.File(
                path: path, sha256: digest, content: .success(workbook([TestSheet(name: "订单", rows: rows)])))
        }
        let files = [file("b.xlsx", "02", "S2"), file("z.xlsx", "01", "S1"), file("a.xlsx", "02", "S2")]
        for order in [files, files.reversed(), [files[1], files[0], files[2]]] {
            let month = Intake().month(of: order, period: Period(year: 2026, month: 10))
            #expect(month.texts(.orders, .orderNumber) == ["S1", "S2"])
            #expect(month.files.map(\.path) == ["z.xlsx", "a.xlsx", "b.xlsx"])
            #expect(month.problems.count == 1 && month.problems.first?.file == "b.xlsx")
            guard case .fileDuplicate(of: "a.xlsx")? = month.problems.first?.kind else {
                Issue.record("the copy was not said")
                return
            }
        }
    }

    @Test func aFileThatCannotBeReadIsSaid() {
        let file = Intake.File(path: "x.xlsx", sha256: "1", content: .failure(.passwordProtected))
        let month = Intake().month(of: [file], period: nil)
        #expect(month.troubles == ["unreadable"] && month.files.count == 1)
    }

    @Test func hiddenSheetsAreReadToo() {
        var sheet = TestSheet(name: "订单", rows: [["订单号", "客户", "商品编码", "数量"], ["S1", "甲", "A-01", 2]])
        sheet.visibility = .hidden
        let month = intake(sheet)
        #expect(month[.orders].count == 1 && month.sheets[0].isHidden)
    }
}
