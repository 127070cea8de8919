import Books
import Testing

@testable import Intake

/// Figures whose headers, or the lines above the table, say in what they are counted.
@Suite struct StatedUnitTests {
    // MARK: Words

    @Test(arguments: [
        ("万元", 4), ("人民币万元", 4), ("千元", 3), ("百万元", 6), ("亿元", 8), ("元", 0), ("RMB'000", 3), ("RMB 10,000", 4),
        ("10k", 4),
        ("分", -2), ("元/瓶", 0), ("万元/吨", 4), ("K", 3), ("'000", 3),
    ])
    func money(words: String, exponent: Int) {
        #expect(StatedUnit(words)?.exponent == exponent)
        #expect(StatedUnit(words)?.goods == (words.contains("瓶") ? "瓶" : words.contains("吨") ? "吨" : nil))
    }

    @Test(arguments: [
        ("箱", 0, "箱"), ("ctn", 0, "ctn"), ("万瓶", 4, "瓶"), ("千克", 0, "千克"), ("千个", 3, "个"), ("kg", 0, "kg"),
    ])
    func goods(words: String, exponent: Int, unit: String) {
        #expect(StatedUnit(words)?.exponent == exponent && StatedUnit(words)?.goods == unit)
    }

    @Test(arguments: [
        "含税", "不含税", "实发", "千元机", "万家", "昆明万元商贸有限公司", "瓶/箱", "%", "", "10", "美元", "公斤装",
    ])
    func noUnits(words: String) { #expect(StatedUnit(words) == nil) }

    @Test(arguments: [
        ("金额(万元)", [4]), ("金额（含税、万元）", [4]), ("金额\n(万元)", [4]), ("金额/万元", [4]), ("金额 万元", [4]), ("金额万元", [4]),
        ("Amount (10k)", [4]), ("Amount RMB'000", [3]), ("金额(元)", [0]), ("金额(含税)", []), ("万元", []), ("Amount", []),
        ("Unit Price", []), ("千元机数量", []), ("Qty/Case", []),
    ])
    func inHeaders(header: String, exponents: [Int]) {
        #expect(StatedUnit.all(inHeader: header).map(\.exponent) == exponents)
    }

    // MARK: Money

    private func receipts(_ amount: Entry, above: [Entry] = [], _ values: [Entry]) -> [String] {
        let rows: [[Entry]] = values.enumerated().map { place, value in
            [.text("SK-\(place)"), .day(2026, 10, 2), "甲商行", value]
        }
        return intake(
            TestSheet(name: "回款", rows: [["回款登记表"], above, ["收款单号", "日期", "客户", amount]] + rows)
        ).figures(.receipts, .amount)
    }

    /// 1.2345 times 10,000 yuan are 12,345 yuan, to the last fen, whatever Excel's double looks like.
    @Test func amountsInTenThousands() {
        let values: [Entry] = [
            1.2345, 3.95685, -2, "0.0001", "1,000.5", .number(123_449_999_999_999_99, decimals: 16), "1.5万元",
        ]
        let yuan = ["12345.00", "39568.50", "-20000.00", "1.00", "10005000.00", "12345.00", "15000.00"]
        #expect(receipts("收款金额(万元)", values) == yuan)
        #expect(receipts("收款金额", above: [nil, nil, "单位：万元"], values) == yuan)
        #expect(receipts("收款金额", above: [nil, "单位", "万元"], values) == yuan)
        #expect(receipts("收款金额", above: ["（金额单位：人民币万元）"], values) == yuan)
        #expect(receipts("收款金额", above: [nil, nil, "Unit: RMB 10k"], values) == yuan)
    }

    @Test func amountsInThousandsAndFen() {
        #expect(receipts("收款金额（千元）", [1.5]) == ["1500.00"])
        #expect(receipts("Amount (RMB'000)", [1.5]) == ["1500.00"])
        #expect(receipts("收款金额(分)", [123_456]) == ["1234.56"])
    }

    /// 元 in the header goes before 万元 above the table; brackets that name no unit leave the line above to say it.
    @Test func theHeaderGoesBeforeTheLineAbove() {
        #expect(receipts("收款金额(元)", above: [nil, nil, "单位：万元"], [1.5]) == ["1.50"])
        #expect(receipts("收款金额(含税)", above: [nil, nil, "单位：万元"], [1.5]) == ["15000.00"])
    }

    @Test(arguments: ["单位：元", "单位：千元商贸有限公司", "编制单位：万元批发部", "千元礼盒专用", "2026年10月"])
    func linesThatScaleNothing(line: String) {
        #expect(receipts("收款金额", above: [.text(line)], [1.5]) == ["1.50"])
    }

    /// A cell that says 元 below 万元 may be either; a figure beyond the limit is said, and never wrapped.
    @Test func contradictionsAndOverflowAreSaid() {
        let month = intake(
            TestSheet(
                name: "回款",
                rows: [
                    ["收款单号", "日期", "客户", "收款金额(万元)"], ["SK-1", .day(2026, 10, 2), "甲", "1.5元"],
                    ["SK-2", .day(2026, 10, 2), "甲", 900_000_000_000_000_000], ["SK-3", .day(2026, 10, 2), "甲", 2],
                ]))
        #expect(month.figures(.receipts, .amount) == ["20000.00"])
        #expect(Set(month.troubles) == ["row 2 D2", "row 3 D3"])
    }

    /// What is said above the first of two tables holds for the second.
    @Test func aLineAboveHoldsForTheSheet() {
        let header: [Entry] = ["收款单号", "日期", "客户", "收款金额"]
        let month = intake(
            TestSheet(
                name: "回款",
                rows: [
                    ["回款登记表", nil, nil, "单位：万元"], header, ["SK-1", .day(2026, 10, 2), "甲", 1], [], ["乙组回款"],
                    ["收款编号", "日期", "客户", "收款金额"], ["SK-2", .day(2026, 10, 2), "乙", 2],
                ]))
        #expect(month.figures(.receipts, .amount) == ["10000.00", "20000.00"])
    }

    // MARK: Quantities

    private let products = TestSheet(
        name: "商品档案",
        rows: [
            ["商品编码", "品名", "规格", "单位", "箱规"], ["A", "水", "", "瓶", 12], ["B", "奶", "250ml*24", "盒", nil],
            ["C", "茶", "", "瓶", nil], ["D", "礼盒", "", "箱", nil],
        ])

    private func stock(_ header: [Entry], _ rows: [[Entry]], isOnFile: Bool = true) -> Month {
        let stock = TestSheet(name: "账存", rows: [["仓库", "商品编码"] + header] + rows.map { ["一号仓"] + $0 })
        return isOnFile ? intake(products, stock) : intake(stock)
    }

    @Test(arguments: ["库存数量(箱)", "库存数量（件）", "Stock Qty (ctn)", "箱数"])
    func aQuantityInPacksIsOneInPacks(header: String) {
        let month = stock([.text(header)], [["A", 17], ["B", 2], ["D", 5]])
        #expect(month.figures(.stock, .quantity) == ["17", "2", "5"])
        #expect(month.texts(.stock, .unit).allSatisfy(PackSize.isPack))
        #expect(month.troubles == [])
    }

    /// Nobody says how many a pack of C holds, nor what E is: they do not count as pieces.
    @Test func packsOfUnknownSizeAreSaid() {
        let month = stock(["库存数量(箱)"], [["A", 17], ["C", 2], ["E", 3], ["C", "4瓶"], ["C", 0]])
        #expect(month.figures(.stock, .quantity) == ["17", "4", "0"])
        #expect(month.texts(.stock, .unit) == ["箱", "瓶", "箱"])
        #expect(month.troubles == ["row 3 C3", "row 4 C4"])
        #expect(month.problems.allSatisfy { $0.advice.chinese.contains("箱规") })
        // Where nothing says in what anything is kept, packs are what everything is counted in.
        #expect(
            stock(["库存数量(箱)"], [["A", 17], ["C", 2]], isOnFile: false).figures(.stock, .quantity) == ["17", "2"])
    }

    @Test(arguments: ["库存数量(瓶)", "库存数量(含赠品)", "库存数量"])
    func otherBracketsChangeNothing(header: String) {
        let month = stock([.text(header)], [["A", 17], ["C", 2]])
        #expect(month.figures(.stock, .quantity) == ["17", "2"] && month.troubles == [])
    }

    /// Bottles in the row and boxes in the header: one problem for the column; a row that agrees or says nothing counts.
    @Test func theRowsUnitIsHeldAgainstTheHeaders() {
        let month = stock(
            ["单位", "库存数量(箱)"],
            [["瓶", "A", 1], ["瓶", "A", 17]].map { [$0[1], $0[0], $0[2]] } + [
                ["A", "件", 3], ["A", nil, 4], ["A", "瓶", "5瓶"],
            ])
        #expect(month.figures(.stock, .quantity) == ["3", "4", "5"])
        #expect(month.texts(.stock, .unit) == ["件", "箱", "瓶"])
        #expect(month.troubles == ["row 2 D2"])
        #expect(month.problems.first?.advice.chinese.contains("2 行") == true)
        #expect(month[.stock].count == 3 && month.sheets.last?.rows.setAside == 2)
    }

    /// 支 below 瓶 is only another word for a piece.
    @Test func wordsForPiecesDoNotContradict() {
        let month = stock(["单位", "库存数量(瓶)"], [["A", "支", 17], ["B", "盒", 2], ["A", "箱", 1]])
        #expect(month.figures(.stock, .quantity) == ["17", "2"] && month.troubles == ["row 4 D4"])
    }

    /// The book in bottles and the count in boxes of 12 and 24: the count is brought to bottles.
    @Test func columnsInDifferentUnits() {
        let counts = TestSheet(
            name: "盘点表",
            rows: [
                ["仓库", "商品编码", "账面数(瓶)", "实盘数(箱)"], ["一号仓", "A", 204, 17], ["一号仓", "B", 50, 2], ["一号仓", "C", 9, 3],
                ["一号仓", "C", 0, 0],
            ])
        let month = intake(products, counts)
        #expect(month.figures(.counts, .countedQuantity) == ["204", "48", "0"])
        #expect(month.figures(.counts, .bookQuantity) == ["204", "50", "0"])
        #expect(month.troubles == ["row 4 D4"])
    }

    /// Beside a column in bottles and one of units in bottles, a column in boxes is in boxes.
    @Test func theUnitColumnIsThatOfThePieces() {
        let counts = TestSheet(
            name: "盘点表",
            rows: [
                ["仓库", "商品编码", "单位", "账面数(瓶)", "实盘数(箱)"], ["一号仓", "A", "瓶", 204, 17], ["一号仓", "A", "箱", 17, 17],
            ])
        let month = intake(products, counts)
        #expect(month.figures(.counts, .countedQuantity) == ["204", "17"])
        #expect(month.figures(.counts, .bookQuantity) == ["204", ""])
        #expect(month.troubles == ["bookQuantity D3"])
    }

    /// A line above the table is more general than a column of units.
    @Test func aLineAboveGivesWayToTheRows() {
        let header: [Entry] = ["仓库", "商品编码", "单位", "库存数量"]
        func stock(_ header: [Entry], _ row: [Entry]) -> Month {
            intake(products, TestSheet(name: "账存", rows: [["库存表", nil, nil, "单位：箱"], header, row]))
        }
        #expect(stock(header, ["一号仓", "A", "瓶", 17]).texts(.stock, .unit) == ["瓶"])
        let bare = stock(["仓库", "商品编码", "品名", "库存数量"], ["一号仓", "A", "水", 17])
        #expect(bare.texts(.stock, .unit) == ["箱"] && bare.figures(.stock, .quantity) == ["17"])
    }

    /// Tokens in 个 and net prices for a box say nothing of what is ordered in bottles.
    @Test func figuresWithUnitsOfTheirOwn() {
        let orders = TestSheet(
            name: "订单",
            rows: [
                ["订单号", "客户", "商品编码", "单位", "箱规", "数量", "不含税单价(元/箱)", "单价(元)"],
                ["S1", "甲", "A", "瓶", 12, 24, 96, 9.04],
            ])
        let month = intake(products, orders)
        #expect(month.figures(.orders, .netPrice) == ["96.00"] && month.figures(.orders, .quantity) == ["24"])
        #expect(month.troubles == [])
        let tokens = intake(
            products,
            TestSheet(rows: [
                ["单据类型", "单据编号", "日期", "仓库", "商品编码", "数量", "回收奖券数（个）"],
                ["兑奖", "DJ1", .day(2026, 10, 2), "一号仓", "A", 2, 2],
            ]))
        #expect(tokens.texts(.movements, .unit) == [""])
    }

    /// A price for a box on a row in bottles is no price for a bottle.
    @Test func aPriceForAnotherUnitIsSaid() {
        let orders = TestSheet(
            name: "订单",
            rows: [
                ["订单号", "客户", "商品编码", "单位", "数量", "单价(元/箱)"], ["S1", "甲", "A", "瓶", 24, 96],
                ["S1", "甲", "B", "箱", 2, 96],
            ])
        let month = intake(products, orders)
        #expect(
            month.figures(.orders, .unitPrice) == ["", "96.00"] && month.figures(.orders, .quantity) == ["24", "2"])
        #expect(month.troubles == ["unitPrice F2"])
    }

    /// A list of prices for a box: what the header says is the unit of its prices, whatever a column says of the goods.
    @Test(
        arguments: [
            ["商品编码", "单位", "单价(元/箱)"], ["商品编码", "规格", "价格（元/箱）"],
        ] as [[Entry]])
    func aListOfPricesForABox(header: [Entry]) {
        let month = intake(products, TestSheet(name: "价格表", rows: [header, ["A", "瓶", 96]]))
        #expect(month.texts(.prices, .unit) == ["箱"] && month.figures(.prices, .unitPrice) == ["96.00"])
        #expect(month.troubles == [])
        let channels = intake(
            products,
            TestSheet(name: "价格表", rows: [["商品编码", "单位", "直销价(元/箱)", "二批价(元/箱)"], ["A", "瓶", 96, 84]]))
        #expect(channels.texts(.prices, .unit) == ["箱", "箱"] && channels.texts(.prices, .channel).count == 2)
        // For a bottle, or for nothing in particular, the column says it.
        let plain = intake(products, TestSheet(name: "价格表", rows: [["商品编码", "单位", "单价(元)"], ["A", "箱", 96]]))
        #expect(plain.texts(.prices, .unit) == ["箱"])
        let piece = intake(products, TestSheet(name: "价格表", rows: [["商品编码", "单位", "单价(元/瓶)"], ["A", "支", 8]]))
        #expect(piece.texts(.prices, .unit) == ["支"] && piece.troubles == [])
    }

    /// Of a product whose pack nobody knows a price for a box says nothing, and that is said.
    @Test func aPriceForABoxOfUnknownSize() {
        let list = TestSheet(
            name: "价格表", rows: [["商品编码", "单价(元/箱)", "最低价(元/瓶)"], ["A", 96, 7], ["Z", 50, 4]])
        let month = intake(products, list)
        #expect(month.texts(.prices, .productCode) == ["A"] && month.figures(.prices, .minimumPrice) == [""])
        #expect(month.troubles == ["minimumPrice C2", "row 3 B3"])
        #expect(intake(list).texts(.prices, .productCode) == ["A", "Z"])
    }

    /// Prices for a box go with boxes; one for a bottle leaves the quantity to be brought to bottles.
    @Test(arguments: [("单价(元/箱)", "2", "箱"), ("单价(元/瓶)", "24", "瓶"), ("单价(元)", "2", "箱")])
    func pricesSayForWhat(header: String, quantity: String, unit: String) {
        let movements = TestSheet(
            rows: [
                ["单据类型", "单据编号", "日期", "仓库", "商品编码", "数量(箱)", .text(header)],
                ["销售出库", "CK1", .day(2026, 10, 2), "一号仓", "A", 2, 96],
            ])
        let month = intake(products, movements)
        #expect(month.figures(.movements, .quantity) == [quantity] && month.texts(.movements, .unit) == [unit])
        #expect(month.figures(.movements, .unitPrice) == ["96.00"] && month.troubles == [])
    }

    @Test func quantitiesInThousands() {
        #expect(stock(["库存数量(千瓶)"], [["A", 1.5]]).figures(.stock, .quantity) == ["1500"])
    }
}
