import Books
import Testing

@testable import Intake

/// Ways of writing a sheet that a person reads one way only.
@Suite struct OfficeHabitTests {
    private func movements(_ header: [Entry], _ rows: [[Entry]]) -> Month {
        intake(
            TestSheet(
                rows: [["单据类型", "单据编号", "日期", "仓库", "品名"] + header]
                    + rows.enumerated().map { place, row in
                        ["销售出库", .text("CK\(place)"), .day(2026, 10, 2), "一号仓", "米酒"] + row
                    }))
    }

    /// Beside the tax and what it comes to with it, a bare price and amount are those without.
    @Test func grossGoesBeforeNet() {
        let header: [Entry] = ["数量", "单价", "金额", "税率", "税额", "含税单价", "价税合计"]
        let month = movements(
            header, [[10, 100, 1_000, 0.13, 130, 113, 1_130], [20, 50, 1_000, 0.13, 130, 56.5, 1_130]])
        #expect(month.figures(.movements, .unitPrice) == ["113.00", "56.50"])
        #expect(month.figures(.movements, .amount) == ["1130.00", "1130.00"])
        // Without a word of tax the left one of two stays.
        let plain = movements(["数量", "单价", "金额"], [[10, 100, 1_000], [20, 50, 1_000]])
        #expect(plain.figures(.movements, .unitPrice) == ["100.00", "50.00"])
    }

    @Test(arguments: [("应发数量", "实发数量"), ("Ordered Qty", "Shipped Qty"), ("计划数量", "实际数量")])
    func whatLeftGoesBeforeWhatShouldHave(planned: String, actual: String) {
        for (header, row) in [([planned, actual], [12, 10]), ([actual, planned], [10, 12])] {
            let month = movements(header.map { .text($0) }, [row.map { .number(Int64($0), decimals: 0) }])
            #expect(month.figures(.movements, .quantity) == ["10"], "\(header)")
        }
    }

    /// What was ordered counts in orders, and what left or came in documents, wherever they stand.
    @Test(
        arguments: [
            ("订单数量", "出库数量"), ("开单数量", "实出数量"), ("应发", "实发"), ("订货数量", "发货数量"), ("Ordered", "Shipped"),
            ("Order Qty", "Delivered Qty"), ("应收数量", "实收数量"),
        ])
    func eachBookHasItsStage(ordered: String, done: String) {
        for (header, row) in [([ordered, done], [12, 10]), ([done, ordered], [10, 12])] {
            let header = header.map(Entry.text), row = row.map { Entry.number(Int64($0), decimals: 0) }
            #expect(movements(header, [row]).figures(.movements, .quantity) == ["10"], "\(header)")
            let orders = intake(
                TestSheet(name: "订单", rows: [["订单号", "客户", "品名"] + header, ["SO-1", "甲", "米酒"] + row]))
            #expect(orders.figures(.orders, .quantity) == ["12"], "\(header)")
        }
    }

    /// One of them alone is how many there are, and what is still to come is not.
    @Test func oneStageAloneAndWhatIsLeft() {
        #expect(movements(["订货数量"], [[12]]).figures(.movements, .quantity) == ["12"])
        let left = movements(["已出库数量", "未出库数量", "本次出库数量"], [[3, 4, 5]])
        #expect(left.figures(.movements, .quantity) == ["5"])
        // An invoice is of what it says first.
        let invoices = intake(
            TestSheet(
                name: "发票",
                rows: [["发票号", "日期", "客户", "开票数量", "发货数量", "价税合计"], ["1", .day(2026, 10, 2), "甲", 5, 6, 70]]))
        #expect(invoices.figures(.invoices, .quantity) == ["5"])
    }

    /// 216 × 96 = 20,736: the price that the amounts are made of is the price.
    @Test func theArithmeticTellsWhichPriceCounts() {
        let month = intake(
            TestSheet(rows: [
                ["客户订单号", "订单号", "客户", "品名", "数量", "零售价", "单价", "金额"],
                ["K1", "SO-1", "甲", "米酒", 216, 101, 96, 20_736], ["K2", "SO-2", "甲", "白酒", 10, 12, 11, 110],
                ["K3", "SO-3", "甲", "黄酒", 5, 9, 8, 40],
            ]))
        #expect(month.figures(.orders, .unitPrice) == ["96.00", "11.00", "8.00"])
        #expect(month.texts(.orders, .orderNumber) == ["SO-1", "SO-2", "SO-3"])
    }

    /// The year comes first, or last where only that is the period's.
    @Test(arguments: [
        ("26/10/02", "2026-10-02"), ("26/10/26", "2026-10-26"), ("26-10-22", "2026-10-22"), ("26.10.31", "2026-10-31"),
        ("22/10/26", "2026-10-22"), ("25-12-31", "2025-12-31"), ("05/10/26", ""),
    ])
    func yearsOfTwoDigits(written: String, day: String) {
        let read = WrittenDay.read(ArraySlice(written.utf8))
        #expect(read.settled(order: nil, year: 2026)?.description ?? "" == day)
    }

    /// 10/27/26 has the month first, and so has 11/3/26 below it; 27/10/26 says nothing of that.
    @Test(arguments: [("10/27/26", ["2026-10-27", "2026-11-03"]), ("27/10/26", ["2026-10-27"])])
    func twoDigitYearsBehindTheDay(sure: String, days: [String]) {
        let month = intake(
            TestSheet(
                rows: [["单据类型", "单据编号", "日期", "仓库", "品名", "数量"]]
                    + [sure, "11/3/26"].enumerated().map {
                        ["销售出库", .text("CK\($0)"), .text($1), "一号仓", "米酒", 1]
                    }))
        #expect(month.figures(.movements, .date) == days)
        #expect(month.troubles == (days.count == 2 ? [] : ["row 3 C3"]))
    }

    /// What stands in brackets behind a number is no unit of packs.
    @Test(arguments: [("96(已退0)", "make it a number"), ("3箱5瓶", "nobody says how many a pack")])
    func aRemarkBehindAQuantityIsNoPack(written: String, advice: String) {
        let month = intake(
            TestSheet(
                name: "订单", rows: [["订单号", "客户", "品名", "数量", "单价"], ["SO-1", "甲", "米酒", .text(written), 5]]))
        #expect(month[.orders].count == 0 && month.problems.count == 1)
        #expect(month.problems.first?.advice.english.contains(advice) ?? false)
    }

    @Test func aColumnOfTwoDigitYearsIsOneMonth() {
        let month = intake(
            TestSheet(
                rows: [["单据类型", "单据编号", "日期", "仓库", "品名", "数量"]]
                    + (19...23).map { ["销售出库", .text("CK\($0)"), .text("26/10/\($0)"), "一号仓", "米酒", 1] }),
            period: nil)
        #expect(month.period == Period(year: 2026, month: 10))
        #expect(month.figures(.movements, .date) == (19...23).map { "2026-10-\($0)" })
    }

    @Test(arguments: [
        ("保山郭记\n酒业有限公司", "保山郭记酒业有限公司"), ("保山 郭记　商行", "保山郭记商行"), ("'甲商行", "甲商行"), ("A B 商行", "A B 商行"),
        ("甲 B 店", "甲 B 店"), ("O'Neil", "O'Neil"),
    ])
    func marksOfTypingAreNoPartOfAName(written: String, name: String) {
        #expect(WrittenText.value(ArraySlice(written.utf8)) == name)
    }

    @Test func anApostropheIsNoPartOfACodeOrANumber() {
        let month = intake(
            TestSheet(rows: [
                ["订单号", "客户", "商品编码", "数量", "单价"], ["'SO-1", "甲", "'0012", "'12", "'9.50"],
            ]))
        #expect(month.texts(.orders, .orderNumber) == ["SO-1"] && month.texts(.orders, .productCode) == ["0012"])
        #expect(month.figures(.orders, .quantity) == ["12"] && month.figures(.orders, .unitPrice) == ["9.50"])
    }

    /// A form with lines to write on, and one whose number is called NO.
    @Test(arguments: ["订单号：SO-1____", "NO：SO-1", "No. : SO-1", "№：SO-1", "No.SO-1", "№SO-1"])
    func formsNumberedInOtherWays(number: String) {
        let month = intake(
            TestSheet(
                name: "订货单",
                rows: [
                    ["昆明滇云商贸有限公司 销售订货单"], [.text(number), nil, nil, "客户：甲商行____"],
                    ["商品编码", "品名", "单位", "数量", "单价", "金额"],
                    ["A-01", "米酒", "瓶", 2, 12.5, 25], ["合计", nil, nil, 2, nil, 25],
                ]))
        #expect(month.texts(.orders, .orderNumber) == ["SO-1"])
        #expect(month.texts(.orders, .customer) == ["甲商行"])
    }

    /// The balance that a ledger begins with is no voucher.
    @Test(arguments: ["期初余额", "上月结转", "Opening balance"])
    func aLedgerBeginsWithABalance(words: String) {
        let month = intake(
            TestSheet(rows: [
                ["日期", "凭证号", "科目编码", "摘要", "借方", "贷方", "余额"], [nil, nil, "1122", .text(words), nil, nil, 500],
                [.day(2026, 10, 2), "记-1", "1122", "销售", 100, nil, 600],
            ]))
        #expect(month.texts(.ledger, .voucherNumber) == ["记-1"])
        #expect(month.troubles == [] && month.sheets[0].rows.isComplete)
    }

    /// Beside a filled sheet of the same book an empty form is one that somebody keeps; alone it is a sheet not filled in.
    @Test func anEmptyFormBesideAFilledOne() {
        let header: [Entry] = ["单据类型", "单据编号", "日期", "仓库", "品名", "数量"]
        let filled = TestSheet(name: "10月", rows: [header, ["销售出库", "CK1", .day(2026, 10, 2), "一号仓", "米酒", 1]])
        let empty = TestSheet(name: "11月", rows: [header])
        let example = TestSheet(
            name: "模板", rows: [header, ["例：销售出库", "CK0001", .day(2026, 10, 1), "一号仓", "某商品", 1]])
        let both = intake(filled, empty, example)
        #expect(both.troubles == [] && both.texts(.movements, .documentNumber) == ["CK1"])
        #expect(intake(empty).troubles == ["unrecognised"])
        // A form of another book is still missing its rows.
        let stock = TestSheet(name: "账存", rows: [["仓库", "商品编码", "账存数量"]])
        #expect(intake(filled, stock).troubles == ["unrecognised"])
        // A file of its own may be one that somebody forgot to fill in, unless it is called a form.
        func month(_ path: String) -> Month {
            Intake().month(
                of: [
                    Intake.File(path: "出库.xlsx", sha256: "00", content: .success(workbook([filled]))),
                    Intake.File(path: path, sha256: "01", content: .success(workbook([empty]))),
                ], period: Period(year: 2026, month: 10))
        }
        #expect(month("二仓出库.xlsx").troubles == ["unrecognised"])
        #expect(month("模板/出库单.xlsx").troubles == [])
    }

    /// Columns as finance systems export them.
    @Test func headersOfExports() {
        let documents = movements(["数量", "源单"], [[1, "SO-1"]])
        #expect(documents.texts(.movements, .basisNumber) == ["SO-1"])
        let ledger = intake(
            TestSheet(rows: [
                [
                    "Trans. No.", "Posting Date", "G/L Account", "G/L Name", "Details", "Debit (LC)", "Credit (LC)",
                    "Ref. 2",
                ],
                ["V-1", .day(2026, 10, 2), "1122", "Receivables", "Sale", 100, nil, "CK1"],
                ["V-1", .day(2026, 10, 2), "6001", "Sales", "Sale", nil, 100, "CK1"],
            ]))
        #expect(ledger.texts(.ledger, .voucherNumber) == ["V-1", "V-1"] && ledger.troubles == [])
        #expect(ledger.figures(.ledger, .debit) == ["100.00", ""])
    }

    /// A sheet that says what another one says counts once, and is named.
    @Test func aCopiedSheetCountsOnce() {
        let rows: [[Entry]] =
            [["仓库", "商品编码", "账存数量"]] + (1...6).map { ["一号仓", .text("A-0\($0)"), .number($0, decimals: 0)] }
        let twice = intake(TestSheet(name: "库存", rows: rows), TestSheet(name: "库存 (2)", rows: rows))
        #expect(twice[.stock].count == 6)
        #expect(twice.troubles == ["duplicate"] && twice.problems.first?.sheet == "库存 (2)")
        var changed = rows
        changed[6][2] = 7
        let two = intake(TestSheet(name: "库存", rows: rows), TestSheet(name: "库存 (2)", rows: changed))
        #expect(two[.stock].count == 12 && two.troubles == [])
    }
}
