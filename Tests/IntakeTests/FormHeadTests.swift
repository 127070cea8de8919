import Books
import Intake
import Testing

/// Labels of forms whose values are blank: nothing is taken for a value that is none, and the form stays an order.
@Suite struct FormHeadTests {
    private func order(_ head: [[Entry]], foot: [[Entry]] = [], merges: [String] = []) -> Month {
        intake(
            TestSheet(
                name: "订单",
                rows: [["订单号", "SO-1", nil, nil, "客户名称", "甲商行"]] + head + [
                    ["商品编码", "品名", "单位", "数量", "单价", "金额"], ["A-01", "米酒", "瓶", 2, 12.5, 25],
                    ["合计", nil, nil, 2, nil, 25],
                ] + foot, merges: merges))
    }

    private func said(_ month: Month, _ field: Field) -> String { month.texts(.orders, field).first ?? "no order" }

    @Test(
        arguments: [
            // A blank value beside a filled one, on either side, in wide forms and in narrow ones.
            ([["收货人", nil, nil, nil, "托运部", "顺达"]], ["", "顺达", ""]),
            ([["收货人", "王五", nil, nil, "托运部", nil]], ["王五", "", ""]),
            ([["收货人", nil, "托运部", "顺达"]], ["", "顺达", ""]),
            ([["收货人", "王五", "托运部", nil, "电话", "138"]], ["王五", "", "138"]),
            ([["收货人", nil, nil, nil, "托运部", nil]], ["", "", ""]),
            ([["收货人", nil, nil, nil, "托运部", nil], ["电话", nil, nil, nil, "备注", nil]], ["", "", ""]),
            ([["收货人", nil, nil, nil, "托运部", nil], ["电话", "138", nil, nil, "备注", "急"]], ["", "", "138"]),
            // A stroke says that there is none.
            ([["收货人", "—", nil, nil, "托运部", "顺达"]], ["", "顺达", ""]),
        ] as [([[Entry]], [String])])
    func aBlankValueIsNotTheNextLabel(head: [[Entry]], values: [String]) {
        let month = order(head)
        #expect([Field.consignee, .carrier, .phone].map { said(month, $0) } == values)
        #expect(month.texts(.orders, .orderNumber) == ["SO-1"])
        #expect(month.problems.isEmpty)
        // The field is there to be filled in, in the cell beside its label.
        #expect(month[.orders].has(.consignee))
        #expect(month.cell(month[.orders].origins[0], .consignee).cell == "B2")
    }

    @Test func nobodySignsWithTheNextLabel() {
        for (foot, values) in [
            ([["客服确认", nil, nil, nil, "审批人", nil]], ["", ""]), ([["客服确认", nil, nil, nil, "审批人", "赵"]], ["", "赵"]),
            ([["客服确认", "李", nil, nil, "审批人", nil]], ["李", ""]),
        ] as [([[Entry]], [String])] {
            let month = order([["渠道", "直销", nil, nil, "业务员", "张三"]], foot: foot)
            #expect([Field.confirmedBy, .approvedBy].map { said(month, $0) } == values)
        }
    }

    /// A label may be merged over several cells: its value stands behind them, and may be a word that also heads columns.
    @Test func valuesBesideMergedLabels() {
        let month = order(
            [["收货人", nil, "王五", nil, "结算方式", nil, "压单"]], merges: ["A2:B2", "E2:F2"])
        #expect(said(month, .consignee) == "王五")
        #expect(said(month, .settlement) == "holdN")
        let apart = order([["结算方式", nil, "压单", nil, "收货人", "王五"]])
        #expect(said(apart, .settlement) == "holdN")
    }

    /// Values merged over several cells right above the header belong to no column.
    @Test func mergedValuesAboveTheHeader() {
        let month = order([["收货人", "王五", nil, "托运部", "顺达", nil]], merges: ["B2:C2", "E2:F2"])
        #expect([Field.consignee, .carrier].map { said(month, $0) } == ["王五", "顺达"])
    }

    /// A header with a word that nobody knows, and one with an empty column, are still headers.
    @Test func headersStayHeaders() {
        let unknown = intake(
            TestSheet(
                name: "订单",
                rows: [["订单号", "色号", "商品编码", nil, "客户", "数量"], ["S1", "红", "A-01", nil, "甲", 3]]))
        #expect(unknown.figures(.orders, .quantity) == ["3"])
        let gapped = intake(
            TestSheet(
                name: "订单",
                rows: [["订单号", "自编", nil, "商品编码", nil, "数量", nil], ["S1", "x", nil, "A-01", nil, 3, nil]]))
        #expect(gapped.figures(.orders, .quantity) == ["3"])
    }

    /// The amount in words and the signatures below one form are not the next one's.
    @Test func wordsAndSignaturesBelongToTheFormAbove() {
        func form(_ number: Int, _ words: String, _ signed: String?) -> [[Entry]] {
            [
                ["销售订货单"], ["订单号", .text("S\(number)"), nil, nil, "客户名称", .text("甲\(number)")],
                ["商品编码", "品名", "单位", "数量", "单价", "金额"], ["A-01", "米酒", "瓶", 2, 12.5, 25],
                ["合计", nil, nil, 2, nil, 25], ["金额大写", .text(words)], [],
                ["客服确认", signed.map(Entry.text) ?? .nothing, nil, nil, "审批人", nil], [],
            ]
        }
        let month = intake(
            TestSheet(
                name: "订单", rows: form(1, "贰拾伍元整", "何") + form(2, "贰拾柒元整", nil) + form(3, "贰拾伍元正", "李")))
        #expect(month.texts(.orders, .orderNumber) == ["S1", "S2", "S3"])
        #expect(month.texts(.orders, .customer) == ["甲1", "甲2", "甲3"])
        #expect(month.texts(.orders, .confirmedBy) == ["何", "", "李"])
        #expect(month.regions.map { $0.totals.compactMap(\.words) } == [["贰拾伍元整"], ["贰拾柒元整"], ["贰拾伍元正"]])
    }

    /// Days in the head make a row of labels no line of the form above it, whatever words its values are.
    @Test(
        arguments: [
            ["结算方式", "压单", nil, "交货日期", .day(2026, 10, 15)], ["结算方式", "压单", "交货日期", .day(2026, 10, 15)],
            ["交货日期", .day(2026, 10, 15), "结算方式", "压单", "电话"],
        ] as [[Entry]])
    func aHeadWithDaysBelowAnotherForm(row: [Entry]) {
        let month = order([], foot: [[], ["订单号", "SO-2"], row, ["品名", "单位", "数量"], ["白酒", "瓶", 3]])
        #expect(month.texts(.orders, .orderNumber) == ["SO-1", "SO-2"])
        #expect(month.texts(.orders, .settlement) == ["", "holdN"])
        #expect(month.figures(.orders, .deliveryDate) == ["", "2026-10-15"])
        #expect(month.problems.isEmpty)
    }

    /// Two words beside each other that are no label and its value are what a line says.
    @Test func aLineOfWordsStaysALine() {
        let month = intake(
            TestSheet(rows: [["订单号：SO-1"], ["品名", "规格", "数量", "单价"], ["米酒", "500ml", 1, 2], ["备注", "电话", 5, 10]]))
        #expect(month.texts(.orders, .productName) == ["米酒", "备注"])
    }

    /// A time of day ends no label: what is said behind it is read too.
    @Test func labelsBehindATime() {
        let month = intake(
            TestSheet(rows: [
                ["订单号：SO-1  日期：2026-10-05 08:30:00  客户名称：甲商行  收货地址：A座:3 号 1:2"], ["品名", "数量", "单价"], ["米酒", 1, 2],
            ]))
        #expect(month.figures(.orders, .orderDate) == ["2026-10-05"])
        #expect(month.texts(.orders, .customer) == ["甲商行"])
        #expect(month.texts(.orders, .address) == ["A座:3 号 1:2"])
    }
}
