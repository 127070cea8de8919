import Books
import Intake
import Testing
import WorkbookReader

/// What stands in a settings workbook, and what is said of each mistake in it.
@Suite struct SettingsReadingTests {
    private func read(_ sheets: TestSheet...) -> SettingsReading {
        SettingsReading(workbook(sheets), file: "settings.xlsx")
    }

    private func said(_ reading: SettingsReading) -> [String] {
        reading.problems.map { "\($0.sheet ?? "-")!\($0.cell ?? "-") \($0.found)" }
    }

    @Test func columnsStandInAnyOrderAndInEitherLanguage() {
        let chinese = read(TestSheet(name: "容差和期限", rows: [["值", "设置项"], ["0.05", "金额容差"], [nil, "数量容差"]]))
        let english = read(
            TestSheet(name: "tolerances and days", rows: [["Setting", "Value"], ["Amount tolerance", 0.05]]))
        #expect(chinese.settings.amountTolerance == Amount(units: 5))
        #expect(english.settings.amountTolerance == Amount(units: 5))
        #expect(said(chinese) == [] && said(english) == [])
        #expect(chinese.settings.origin?.places[.amountTolerance] == .init(sheet: "容差和期限", cell: "A2"))
    }

    /// Without its values the sheet would be passed over in silence, with every tolerance in it.
    @Test func aSheetWithoutItsColumnOfValuesIsNamed() {
        let reading = read(TestSheet(name: "容差和期限", rows: [["设置项", "多少"], ["金额容差", "0.05"]]))
        #expect(reading.problems.map(\.sheet) == ["容差和期限"])
        #expect(reading.problems.first?.expected.chinese.contains("「值」") == true)
        #expect(reading.settings.changed == [])
    }

    @Test func everyWrongFigureIsNamedAndTheDefaultUsed() {
        let reading = read(
            TestSheet(
                name: "容差和期限",
                rows: [
                    ["设置项", "值"], ["金额容差", "-1"], ["数量容差", "很少"], ["金额容差比例", 5], ["发货宽限天数", "1.5"],
                    ["金额容叉", 1], ["数量容差比例", "0.5%"], ["数量容差比例", "1%"],
                ]))
        #expect(
            said(reading) == [
                "容差和期限!B2 -1", "容差和期限!B3 很少", "容差和期限!B4 5", "容差和期限!B5 1.5", "容差和期限!A6 金额容叉",
                "容差和期限!A8 数量容差比例",
            ])
        #expect(reading.settings.changed == [.quantityToleranceShare])
        #expect(reading.settings.quantityToleranceShare == Rate(units: 5_000))
        #expect(reading.problems[0].used.english == "The default 0.00 is used")
        #expect(reading.problems[4].expected.chinese.contains("「金额容差」"), "the nearest known name is offered")
    }

    /// A cell of percentages keeps 200 % as 2: that is not 2 %, and 1 may be either.
    @Test(
        arguments: [
            ("30%", 30), (0.3, 30), ("0.3", 30), (30, 30), ("30", 30), ("0%", 0), (0, 0), ("90%", 90), ("91%", nil),
            ("200%", nil),
            ("100%", nil), (2, nil), (1, nil), (1.5, nil), ("101%", nil), ("150%", nil), (0.91, nil), (91, nil),
            ("12.5%", nil),
        ] as [(Entry, Int?)])
    func theLargestShareOfMissingNumbers(value: Entry, percent: Int?) {
        let reading = read(TestSheet(name: "容差和期限", rows: [["设置项", "值"], ["连号缺号上限", value]]))
        #expect(reading.settings.largestGapPercent == percent ?? 20)
        #expect(reading.problems.map(\.cell) == (percent == nil ? ["B2"] : []))
        if percent == nil { #expect(reading.problems.first?.used.chinese == "用默认值 20%") }
    }

    @Test func aWrongLineOfApprovalsKeepsTheDefaultAndSaysSo() {
        let reading = read(
            TestSheet(name: "审批", rows: [["渠道", "要谁签字"], ["二批", "老板"], ["直销", "不需要"], ["地州", "审批人"]]))
        #expect(reading.settings.approvalByChannel == ["wholesale": .confirmedBy, "outOfTown": .approvedBy])
        #expect(reading.problems.map(\.used) == [Phrase("用默认值「客服确认」", "The default, “confirmed by”, is used")])
    }

    @Test func whatIsSaidEndsOnceAndNamesWhatPeopleWrote() {
        let reading = read(
            TestSheet(name: "栏目别名", rows: [["表头写的", "是哪个栏目"], ["货", "品名"], ["货", "商品编码"]]),
            TestSheet(name: "容差和期限", rows: [["设置项", "值"], ["金额容叉", 1]]))
        let chinese = reading.problems.map { $0.sentence(.chinese) },
            english = reading.problems.map { $0.sentence(.english) }
        #expect(chinese[1].hasPrefix("栏目别名 B3：写的是「商品编码」；应为「货」只指一个；前面写的是「品名」"))
        #expect(english[0].hasSuffix("is it “金额容差”? This line is not used."))
        #expect(chinese[0].hasSuffix("是不是「金额容差」？这一行没有采用。"))
    }

    @Test func channelsAndFieldsThatDoNotExist() {
        let reading = read(
            TestSheet(
                name: "必填栏目", rows: [["渠道", "必填栏目"], ["电商", "电话"], ["地洲", "电话"], ["商超", "门店代号"], ["直销", "电话、收货人"]]),
            TestSheet(name: "渠道", rows: [["代码", "名称", "也写作"], [nil, "电商", "网店"], ["wholsale", "二批", nil]]),
            TestSheet(name: "审批", rows: [["渠道", "要谁签字"], ["网店", "审批人"], ["商超", "老板"]]))
        #expect(said(reading) == ["必填栏目!A3 地洲", "必填栏目!B4 门店代号", "渠道!A3 wholsale", "审批!B3 老板"])
        #expect(reading.problems[0].expected.chinese.contains("「地州」"))
        #expect(reading.settings.requiredByChannel == ["电商": [[.phone]], "direct": [[.phone], [.consignee]]])
        #expect(reading.settings.approvalByChannel == ["电商": .approvedBy])
        #expect(
            reading.settings.channels.map(\.identifier) == ["电商", "direct", "wholesale", "outOfTown", "supermarket"])
    }

    @Test func aliasesThatPointTwoWaysOrInACircle() {
        let reading = read(
            TestSheet(
                name: "客户别名",
                rows: [
                    ["别人写的", "客户"], ["大润发", "昆明大润发"], ["大润发", "成都大润发"], ["甲", "乙"], ["乙", "甲"], ["老王", "王记"],
                    ["王记", "王记商行"], ["老王", "王记"], ["自己", "自己"], [nil, "某"],
                ]))
        #expect(
            Set(said(reading)) == [
                "客户别名!B3 成都大润发", "客户别名!B4 乙", "客户别名!B5 甲", "客户别名!B8 王记", "客户别名!B9 自己", "客户别名!A10 ",
            ])
        #expect(reading.settings.customerAliases == ["老王": "王记商行", "王记": "王记商行"], "a chain leads to its end")
    }

    @Test func twoRatesFromOneDayAndColumnsOfNoBook() {
        let reading = read(
            TestSheet(
                name: "税率",
                rows: [
                    ["执行日期", "税率"], [nil, "17%"], [.day(2019, 4, 1), "13%"], ["2019-04-01", "9%"], ["四月", "9%"],
                    ["2027-01-01", 13],
                ]),
            TestSheet(
                name: "栏目别名",
                rows: [
                    ["表头写的", "是哪个栏目", "哪种表"], ["要货量", "数量", "订单"], ["备件", "数目", nil], ["日子", "借方", "订单"],
                    ["要货量", "金额", "订单"],
                ]))
        #expect(
            said(reading) == ["税率!A4 2019-04-01", "税率!A5 四月", "税率!B6 13", "栏目别名!B3 数目", "栏目别名!B4 借方", "栏目别名!B5 金额"])
        #expect(reading.settings.taxRates.map(\.rate.percent) == ["17%", "13%"])
        #expect(reading.settings.columnAliases == [])
    }

    @Test func passwordsAreNeverSaid() {
        let reading = read(
            TestSheet(
                name: "打开密码",
                rows: [
                    ["文件名", "密码"], ["应收*.xlsx", "hunter2"], ["应收*.xlsx", "hunter2"], ["*", nil], [nil, 123_456],
                ]))
        #expect(reading.passwords.map(\.password) == ["hunter2", "123456"])
        #expect(reading.passwords[0].applies(to: "财务/应收2026.xlsx") && !reading.passwords[0].applies(to: "订单.xlsx"))
        #expect(reading.passwords[1].applies(to: "订单.xlsx"))
        let everything = "\(reading.passwords)" + reading.problems.map { $0.sentence(.english) }.joined()
        #expect(!everything.contains("hunter2") && !everything.contains("123456"))
        #expect(said(reading) == ["打开密码!B3 ", "打开密码!B4 "])
    }

    @Test func sheetsAndHeadersThatAreNearlyRight() {
        let reading = read(
            TestSheet(name: "客户别明", rows: [["别人写的", "客户"], ["甲", "乙"]]),
            TestSheet(name: "商品别名", rows: [["别人写的", "商 品 名"], ["甲", "乙"]]), TestSheet(name: "说明", rows: [["随便"]]))
        #expect(reading.problems.count == 2)
        #expect(reading.problems[0].expected.chinese.contains("「客户别名」"))
        #expect(reading.problems[1].expected.english.contains("product"))
        #expect(reading.settings.changed == [])
    }

    @Test func confirmedAliasesAreUsedAndRefusedOnesAreNot() {
        let reading = read(
            TestSheet(
                name: "别名待确认",
                rows: [
                    ["种类", "文件里写的", "可能是", "哪种表", "确认"], ["客户", "鑫原", "鑫源", nil, "是"], ["客户", "鑫园", "鑫源", nil, "否"],
                    ["商品", "小醋", "GT-1", nil, nil], ["栏目", "要货量", "数量", "订单", "yes"], ["客户", "新源", "鑫源", nil, "也许"],
                ]))
        #expect(reading.settings.customerAliases == ["鑫原": "鑫源"])
        #expect(reading.settings.productAliases == [:])
        #expect(reading.settings.columnAliases == [.init(header: "要货量", field: .quantity, book: .orders)])
        #expect(said(reading) == ["别名待确认!E6 也许"])
    }

    /// A header that nobody knows becomes a column once the company says which.
    @Test(arguments: [false, true])
    func aColumnAliasIsUnderstoodOnTheSheets(isSet: Bool) {
        var settings = Settings()
        if isSet { settings.columnAliases = [.init(header: "要货箱瓶", field: .quantity, book: .orders)] }
        let sheet = TestSheet(
            name: "10月",
            rows: [["订单号", "客户", "商品编码", "要货箱瓶"], ["SO-1", "鑫源", "A-01", 12], ["SO-1", "鑫源", "A-02", 7]])
        let file = Intake.File(path: "orders.xlsx", sha256: "00", content: .success(workbook([sheet])))
        let month = Intake(settings: settings).month(of: [file], period: Period(year: 2026, month: 10))
        let field = month.regions.first?.headers.last?.field
        #expect(
            isSet ? field == .quantity && month.regions[0].confidence == 100 : month.regions.first?.confidence != 100)
    }

    @Test func aCompanysChannelIsItsOwnEvenWhereEveryoneMeansAnother() {
        var settings = Settings()
        settings.channels.append(.init("批发部", Phrase("批发部", "批发部"), otherNames: ["批发"]))
        let sheet = TestSheet(
            rows: [
                ["订单号", "客户", "渠道", "商品编码", "数量"], ["SO-1", "鑫源", "批发", "A-01", 12], ["SO-2", "鑫源", "直营", "A-01", 1],
            ])
        let file = Intake.File(path: "orders.xlsx", sha256: "00", content: .success(workbook([sheet])))
        let month = Intake(settings: settings).month(of: [file], period: Period(year: 2026, month: 10))
        #expect(month.texts(.orders, .channel) == ["批发部", "direct"])
    }
}
