import Books
import Intake
import Testing

/// Sheets of every shape that people send, each made by hand and small.
@Suite struct LayoutTests {
    @Test func columnsInAnyOrderWithStrangersAmongThem() {
        let month = intake(
            TestSheet(
                name: "10月销售",
                rows: [
                    ["序号", "毛利", "货品名称", "SO号", "总价", "客户全称", "订货量", "颜色", "销售单价", "货品编码", "下单日期"],
                    [1, 3, "米酒", "SO-1", 25, "甲公司", 2, "红", 12.5, "A-01", .day(2026, 10, 5)],
                    [2, 3, "白酒", "SO-1", 26.4, "甲公司", 3, "白", 8.8, "A-02", .day(2026, 10, 5)],
                ]))
        #expect(month.texts(.orders, .orderNumber) == ["SO-1", "SO-1"])
        #expect(month.texts(.orders, .productCode) == ["A-01", "A-02"])
        #expect(month.figures(.orders, .quantity) == ["2", "3"])
        #expect(month.figures(.orders, .unitPrice) == ["12.50", "8.80"])
        #expect(month.figures(.orders, .amount) == ["25.00", "26.40"])
        #expect(month.figures(.orders, .orderDate) == ["2026-10-05", "2026-10-05"])
        #expect(!month[.orders].has(.channel))
        #expect(month.cell(month[.orders].origins[1], .amount).cell == "E3")
        #expect(month.problems.isEmpty)
    }

    @Test func headerOfTwoMergedRows() {
        let month = intake(
            TestSheet(
                rows: [
                    ["2026年10月一号仓盘点表"],
                    ["编码", "名称", "单位", "数量", nil, nil, nil, "原因"],
                    [nil, nil, nil, "账面", "实盘", "复盘", "差异"],
                    ["A-01", "米酒", "瓶", 10, 11, nil, 1, "破损"],
                    ["A-02", "白酒", "瓶", 5, 5, 5, 0],
                    ["合计", nil, nil, 15, 16],
                    ["盘点人：李仓", nil, nil, "复盘人："],
                ], merges: ["A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:G2", "H2:H3"]))
        #expect(month.figures(.counts, .bookQuantity) == ["10", "5"])
        #expect(month.figures(.counts, .countedQuantity) == ["11", "5"])
        #expect(month.figures(.counts, .recountQuantity) == ["", "5"])
        #expect(month.texts(.counts, .reason) == ["damage", ""])
        #expect(month.texts(.counts, .warehouse) == ["一号仓", "一号仓"])
        #expect(month.texts(.counts, .countedBy) == ["李仓", "李仓"])
        #expect(month.regions.first?.headerRow == 3)
        #expect(month.regions.first?.totals.map(\.stated) == [15_000_000, 16_000_000])
        #expect(
            month.sheets[0].rows.isComplete && month.sheets[0].rows.records == 2 && month.sheets[0].rows.totals == 1)
    }

    @Test func headerInTwoLanguages() {
        let month = intake(
            TestSheet(rows: [
                ["单据类型", "单据编号", "日期", "仓库", "品名", "数量"],
                ["Document type", "Document No.", "Date", "Warehouse", "Item name", "Qty"],
                ["销售出库", "CK1", .day(2026, 10, 2), "一号仓", "米酒", 2],
            ]))
        #expect(month.texts(.movements, .documentKind) == ["salesOut"])
        #expect(month.figures(.movements, .quantity) == ["2"])
    }

    @Test func twoRowsThatBothClaimToBeTheHeader() {
        let month = intake(
            TestSheet(
                name: "订单",
                rows: [
                    ["订单号", "客户", "品名", "数量", "单价"], ["客户", "订单号", "数量", "品名", "金额"], ["S1", "甲", "米酒", 2, 3],
                ]))
        #expect(month.troubles == ["unrecognised"])
        #expect(month[.orders].count == 0)
        #expect(month.sheets[0].rows.isComplete && month.sheets[0].rows.setAside == 1)
    }

    @Test func formsOneBelowTheOther() {
        func form(_ number: Int, approved: String) -> [[Entry]] {
            [
                ["销售订货单"], [.text("订单号：SO-\(number)"), nil, "下单日期：2026-10-05"],
                ["客户：", "甲公司", "联系电话：", 13_800_000_001],
                ["结算方式", "压2单", "送货地址", "昆明市1号"], ["序号", "货号", "品名", "单位", "数量", "单价", "金额"],
                [1, "A-01", "米酒", "瓶", 2, 12.5, 25], [2, "A-02", "白酒", "瓶", 3, 8.8, 26.4],
                ["合计（大写）：伍拾壹元肆角整", nil, nil, nil, 5, nil, 51.4], [.text("经理签字：\(approved)"), nil, "内勤签字："], [],
            ]
        }
        let month = intake(TestSheet(rows: form(1, approved: "高") + form(2, approved: "") + form(3, approved: "李")))
        let orders = month[.orders]
        #expect(month.texts(.orders, .orderNumber) == ["SO-1", "SO-1", "SO-2", "SO-2", "SO-3", "SO-3"])
        #expect(Set(month.texts(.orders, .phone)) == ["13800000001"])
        #expect(Set(month.texts(.orders, .settlement)) == ["hold2"])
        #expect(month.texts(.orders, .approvedBy) == ["高", "高", "", "", "李", "李"])
        #expect(orders.has(.confirmedBy) && Set(month.texts(.orders, .confirmedBy)) == [""])
        #expect(month.regions.map(\.layout) == [.form, .form, .form])
        #expect(month.cell(orders.origins[2], .orderNumber).cell == "A12")
        #expect(month.cell(orders.origins[2], .customer).cell == "B13")
        #expect(month.cell(orders.origins[2], .quantity).cell == "E16")
        let total = month.regions[1].totals.first { $0.field == .amount }
        #expect(total?.stated == 5_140 && total?.summed == 5_140 && total?.words == "伍拾壹元肆角整" && total?.row == 18)
        #expect(month.problems.isEmpty)
    }

    @Test func formsWithoutARowBetweenThem() {
        func form(_ number: Int) -> [[Entry]] {
            [
                [.text("订单号：S\(number)"), .text("客户：甲\(number)"), "日期：2026-10-05"], ["货号", "品名", "数量", "单价"],
                ["A-01", "米酒", 1, 2], [.text("经理签字：高\(number)"), "客服确认：何"],
            ]
        }
        let month = intake(TestSheet(rows: form(1) + form(2) + form(3)))
        #expect(month.texts(.orders, .customer) == ["甲1", "甲2", "甲3"])
        #expect(month.texts(.orders, .approvedBy) == ["高1", "高2", "高3"])
    }

    /// A value may be a word that heads columns elsewhere, and lines numbered from 1 in each form are no order numbers.
    @Test func valuesThatAreWordsAndLinesThatAreNumbered() {
        func form(_ number: Int) -> [[Entry]] {
            [
                ["Sales order"], ["Order No.:", .text("SO-\(number)"), nil, "Terms:", "Hold"],
                ["Customer", "Acme", nil, "Channel", "Direct"],
                ["Phone", nil, nil, "Ship to", "12 Main St"], ["No.", "Item code", "Qty", "Unit price", "Amount"],
                [1, "A-01", 2, 12.5, 25], [2, "A-02", 3, 8.8, 26.4], ["Total", nil, nil, nil, 51.4], [],
            ]
        }
        let month = intake(TestSheet(rows: form(1) + form(2) + form(3)))
        #expect(month.texts(.orders, .orderNumber) == ["SO-1", "SO-1", "SO-2", "SO-2", "SO-3", "SO-3"])
        #expect(Set(month.texts(.orders, .settlement)) == ["holdN"])
        #expect(Set(month.texts(.orders, .channel)) == ["direct"])
        #expect(Set(month.texts(.orders, .address)) == ["12 Main St"])
        #expect(Set(month.texts(.orders, .phone)) == [""])
    }

    @Test func signaturesWithoutColonsAndSumsWithoutAWord() {
        let month = intake(
            TestSheet(
                name: "Order form",
                rows: [
                    ["SALES ORDER FORM"], [], ["Order No", "SO-9", nil, "Sales rep", "Jim"],
                    ["Customer", "Acme", nil, "Date", "2026-10-05"], [],
                    ["Line", "Code", "Description", "Pack", "Qty", "Price", "Line total"],
                    [1, "A-01", "Wine", 12, 5, 10, 50],
                    [2, "A-02", "Beer", 24, 5, 10, 50], [nil, nil, nil, nil, 10, nil, 100],
                    ["Authorised by", "Ann", nil, nil, "Signature"],
                ]))
        #expect(month.texts(.orders, .productCode) == ["A-01", "A-02"])
        #expect(month.texts(.orders, .approvedBy) == ["Ann", "Ann"])
        #expect(month.figures(.orders, .packSize) == ["12", "24"])
        #expect(month.regions[0].totals.map(\.stated) == [10_000_000, 10_000])
        #expect(month.problems.isEmpty && month.sheets[0].rows.totals == 1)
    }

    @Test func orderNumberMergedOverItsLines() {
        let month = intake(
            TestSheet(
                rows: [
                    ["订单编号", "客户", "商品代码", "数量", "金额"], ["S1", "甲", "A-01", 1, 10], [nil, nil, "A-02", 2, nil],
                    ["S2", "乙", "A-01", 4, 50], [nil, nil, "A-02", 5, 44],
                ], merges: ["A2:A3", "B2:B3", "E2:E3", "A4:A5", "B4:B5"]))
        #expect(month.texts(.orders, .orderNumber) == ["S1", "S1", "S2", "S2"])
        #expect(month.texts(.orders, .customer) == ["甲", "甲", "乙", "乙"])
        // A merged amount is the sum of its lines and is not said twice.
        #expect(month.figures(.orders, .amount) == ["10.00", "", "50.00", "44.00"])
    }

    /// With a price on every line the merged amount is theirs together, and no line's own; what the sheet adds up stays.
    @Test func amountMergedOverLinesWithPrices() {
        let month = intake(
            TestSheet(
                rows: [
                    ["订单编号", "客户", "商品代码", "数量", "单价", "金额"], ["S1", "甲", "A-01", 1, 10, 50],
                    [nil, nil, "A-02", 2, 20, nil], ["S2", "乙", "A-01", 4, 10, 44], [nil, nil, "A-02", 5, nil, nil],
                    ["S3", "丙", "A-01", 1, 10, 10], ["合计", nil, nil, nil, nil, 104],
                ], merges: ["A2:A3", "B2:B3", "F2:F3", "A4:A5", "B4:B5", "F4:F5"]))
        #expect(month.figures(.orders, .amount) == ["", "", "44.00", "", "10.00"])
        #expect(month.regions[0].mergedAmounts == [MergedAmount(stated: 5000, rows: 2...3, column: 5)])
        #expect(month.regions[0].totals.map(\.summed) == [10400])
    }

    @Test func headOnlyOnTheFirstLine() {
        let month = intake(
            TestSheet(rows: [
                ["订单编号", "客户", "日期", "商品代码", "数量"], ["S1", "甲", .day(2026, 10, 1), "A-01", 1],
                [nil, nil, nil, "A-02", 2],
                [nil, "甲", .day(2026, 10, 1), "A-03", 3],
            ]))
        #expect(month.texts(.orders, .orderNumber) == ["S1", "S1"])
        // Where only the number is missing, somebody forgot it.
        #expect(month.troubles == ["row 4 A4"])
    }

    @Test func tablesSideBySide() {
        let header: [Entry] = ["仓库", "商品编码", "账面数", "实盘数"]
        let month = intake(
            TestSheet(rows: [
                header + [nil] + header, ["一号仓", "A-01", 5, 5, nil, "二号仓", "A-01", 6, 7],
                [nil, nil, nil, nil, nil, "二号仓", "A-02", 1, 1],
            ]))
        #expect(month.texts(.counts, .warehouse) == ["一号仓", "二号仓", "二号仓"])
        #expect(month.figures(.counts, .countedQuantity) == ["5", "7", "1"])
        #expect(month.sheets[0].rows.isComplete && month.sheets[0].rows.records == 2)
    }

    @Test func pagesWithTheHeaderAgain() {
        let header: [Entry] = ["单据号", "日期", "仓库", "货号", "数量", "金额"]
        func line(_ number: Int64) -> [Entry] {
            [
                .text("CK\(number)"), .day(2026, 10, 2), "一号仓", "A-01", .number(number, decimals: 0),
                .number(number * 2, decimals: 0),
            ]
        }
        let month = intake(
            TestSheet(
                rows: [
                    ["销售出库明细"], header, line(1), line(2), ["本页小计", nil, nil, nil, 3, 6], ["销售出库明细"], header, line(4),
                ]
                    + [["本页小计", nil, nil, nil, 4, 8], ["总  计", nil, nil, nil, 7, 15]]))
        #expect(month[.movements].count == 3)
        #expect(Set(month.texts(.movements, .documentKind)) == ["salesOut"])
        #expect(month.regions.count == 1)
        let totals = month.regions[0].totals.filter { $0.field == .amount }
        #expect(totals.map(\.stated) == [600, 800, 1_500])
        #expect(totals.map(\.summed) == [600, 800, 1_400])
        #expect(totals.map(\.firstRow) == [3, 8, 3])
    }

    @Test func twoTablesOfDifferentBooks() {
        let month = intake(
            TestSheet(rows: [
                ["客户资料"], ["客户编码", "客户名称", "渠道", "电话"], ["C1", "甲", "直销", "13800000000"], [], ["商品资料"],
                ["商品编码", "商品名称", "规格", "单位", "箱规"], ["A-01", "米酒", "500ml*12", "瓶", 12],
            ]))
        #expect(month[.customers].count == 1 && month[.products].count == 1)
    }

    @Test func aPriceForEachChannel() {
        let month = intake(
            TestSheet(
                name: "价格政策",
                rows: [["货号", "品名", "直销价", "二批价", "商超价"], ["A-01", "米酒", 12, 11, 13], ["A-02", "白酒", 9, nil, 10]]))
        #expect(month.texts(.prices, .channel) == ["direct", "direct", "wholesale", "supermarket", "supermarket"])
        #expect(month.figures(.prices, .unitPrice) == ["12.00", "9.00", "11.00", "13.00", "10.00"])
        #expect(month.cell(month[.prices].origins[2], .unitPrice).cell == "D2")
        #expect(month.problems.isEmpty && month.sheets[0].rows.isComplete)
    }

    @Test func openingAndClosingInOneReport() {
        let month = intake(
            TestSheet(
                name: "收发存汇总表",
                rows: [
                    ["仓库", "物料代码", "期初结存", nil, "本期收入", nil, "期末结存", nil],
                    [nil, nil, "数量", "金额", "数量", "金额", "数量", "金额"], ["一号仓", "A-01", 10, 20, 5, 10, 15, 30],
                ], merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1"]))
        #expect(month.figures(.opening, .quantity) == ["10"] && month.figures(.opening, .amount) == ["20.00"])
        #expect(month.figures(.stock, .quantity) == ["15"] && month.figures(.stock, .amount) == ["30.00"])
    }

    @Test func blankRowsAndColumnsAround() {
        let sheet = TestSheet(
            name: "应收账款明细",
            rows: [
                ["应收账款明细表"], [], ["客户", "单据号", "日期", "应收", "实收", "欠款"], ["甲", "CK1", "10月5日", 100, 0, 100], [],
                ["甲", "CK2", "10月6日", 200, 50, 150], ["甲 小计", nil, nil, 300, 50, 250],
                ["合  计", nil, nil, 300, 50, 250],
            ], firstRow: 4, firstColumn: 3)
        let month = intake(sheet)
        #expect(month.figures(.receivables, .balance) == ["100.00", "150.00"])
        #expect(month.figures(.receivables, .date) == ["2026-10-05", "2026-10-06"])
        #expect(month.cell(month[.receivables].origins[1], .amount).cell == "G9")
        #expect(month.regions[0].totals.allSatisfy { $0.stated == $0.summed })
        #expect(month.sheets[0].rows.totals == 2)
    }
}
