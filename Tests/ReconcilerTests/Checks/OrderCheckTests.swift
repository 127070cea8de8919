import Books
import Testing

@testable import Reconciler

@Suite struct OrderAmountMiscalculatedTests {
    @Test func firesToTheFen() throws {
        try check(
            "order.amount-miscalculated",
            """
            orders
            orderNumber | productCode | quantity | unitPrice | amount
            SO-1        | A           | 3        | 33.33     | 100.00
            SO-1        | B           | 3        | 33.33     | 99.99
            SO-2        | C           | 0.5      | 0.03      | 0.02
            """, finds: ["SO-1 A: 99.99 → 100.00 (0.01) 0.01"])
    }

    @Test func aDiscountTakenOffOrLeftIsNoMistake() throws {
        try check(
            "order.amount-miscalculated",
            """
            orders
            orderNumber | productCode | quantity | unitPrice | discount | amount
            SO-1        | A           | 10       | 10        | 0.1      | 90.00
            SO-1        | B           | 10       | 10        | 0.9      | 90.00
            SO-1        | C           | 10       | 10        | 0.9      | 80.00
            SO-1        | D           | 10       | 10        | 0.9      | 100.00
            SO-1        | E           | 10       | 10        | 0.9      | 10.00
            SO-1        | F           | 10       | 10        | 0.75     | 25.00
            """,
            finds: ["SO-1 C: 90.00 → 80.00 (-10.00) -10.00", "SO-1 E: 90.00 → 10.00 (-80.00) -80.00"])
    }

    @Test func noughtIsNoAmountOfALineWithAPrice() throws {
        try check(
            "order.amount-miscalculated",
            """
            orders
            orderNumber | productCode | quantity | unitPrice | discount | amount
            SO-1        | A           | 2        | 10        |          | 0.00
            SO-1        | B           | 2        | 0         |          | 0.00
            """, finds: ["SO-1 A: 20.00 → 0.00 (-20.00) -20.00"])
    }

    /// The discount is said by itself, and may explain any amount.
    @Test func aDiscountThatCannotBeReadIsOneFindingAndNotTwo() throws {
        var text = try MonthText(
            """
            orders
            orderNumber | productCode | quantity | unitPrice | discount | amount
            SO-1        | A           | 10       | 10        |          | 70.00
            SO-1        | B           | 10       | 10        |          | 70.00
            """)
        text.problems = [unread(.discount, row: 2, found: "老价")]
        let findings = Reconciler().reconcile(try text.month()).findings
        #expect(findings.map(\.code) == ["order.field-invalid", "order.amount-miscalculated"])
        #expect(findings.map { $0.key[1].value } == ["A", "B"])
    }

    @Test func withinTheToleranceItIsListedOnly() throws {
        var settings = Settings()
        settings.amountTolerance = Amount(units: 1)
        try check(
            "order.amount-miscalculated",
            """
            orders
            orderNumber | productCode | quantity | unitPrice | amount
            SO-1        | A           | 3        | 33.33     | 100.00
            """, finds: ["SO-1 A: 99.99 → 100.00 (0.01) 0.01 tolerated"], settings: settings)
    }
}

@Suite struct OrderTotalMiscalculatedTests {
    private let lines = """
        orders form
        orderNumber | productCode | quantity | unitPrice | amount
        SO-1        | A           | 2        | 10        | 20.00
        SO-1        | B           | 3        | 10        | 31.00
        """

    private func total(_ stated: Int64, _ summed: Int64) -> [BookKind: [StatedTotal]] {
        [
            .orders: [
                StatedTotal(
                    field: .amount, stated: stated, summed: summed, row: 4, column: 4, firstRow: 2, words: nil)
            ]
        ]
    }

    /// The line that says 31.00 will say 30.00, so the total will be 50.00.
    @Test func firesWhenItIsNeitherSumAndAsksForWhatTheLinesWillComeTo() throws {
        try check(
            "order.total-miscalculated", lines, finds: ["SO-1: 50.00 → 52.00 (2.00) 2.00"],
            totals: total(5200, 5100))
    }

    /// 2 × 10 less a tenth is 18.00; with the 30.00 it is 48.00, and neither 50.00 nor 52.00.
    @Test(arguments: [(4800, []), (5000, ["SO-1: 48.00 → 50.00 (2.00) 2.00"])] as [(Int64, [String])])
    func discountsAreTakenOff(fen: Int64, expected: [String]) throws {
        try check(
            "order.total-miscalculated",
            """
            orders form
            orderNumber | productCode | quantity | unitPrice | discount | amount
            SO-1        | A           | 2        | 10        | 0.9      | 18.00
            SO-1        | B           | 3        | 10        |          | 34.00
            """, finds: expected, totals: total(fen, 5200))
    }

    /// With 30.00 of freight the lines, one of which will say 30.00, come to 80.00.
    @Test(arguments: [(8100, []), (8000, []), (8200, ["SO-1: 80.00 → 82.00 (2.00) 2.00"])] as [(Int64, [String])])
    func freightIsPartOfIt(fen: Int64, expected: [String]) throws {
        let total = StatedTotal(
            field: .amount, stated: fen, summed: 8100, besides: 3000, row: 5, column: 4, firstRow: 2, words: nil)
        try check("order.total-miscalculated", lines, finds: expected, totals: [.orders: [total]])
    }

    /// 2 × 10 and 3 × 10 at six tenths are 38.00 together, 50.00 where the price is already that after the discount, and
    /// 32.00 where the discount is what is taken off.
    @Test(
        arguments: [
            (3800, []), (5000, []), (3200, []), (3900, ["SO-1 E2: 38.00 → 39.00 (1.00) 1.00"]),
            (2000, ["SO-1 E2: 38.00 → 20.00 (-18.00) -18.00"]),
        ] as [(Int64, [String])])
    func anAmountMergedOverLinesIsWhatTheyComeTo(fen: Int64, expected: [String]) throws {
        let text = """
            orders form
            orderNumber | productCode | quantity | unitPrice | amount | discount
            SO-1        | A           | 2        | 10        |        |
            SO-1        | B           | 3        | 10        |        | 0.6
            SO-1        | C           | 1        | 10        | 10.00  |
            """
        let merged = [MergedAmount(stated: fen, rows: 2...3, column: 4)]
        try check("order.total-miscalculated", text, finds: expected, merged: merged)
        try check("order.amount-miscalculated", text, finds: [], merged: merged)
    }

    @Test func theSumAsWrittenOrAsItShouldBeIsRight() throws {
        try check("order.total-miscalculated", lines, finds: [], totals: total(5100, 5100))
        try check("order.total-miscalculated", lines, finds: [], totals: total(5000, 5100))
    }

    /// A total off by a yuan under a tolerance of a yuan, and under one of a fen less.
    ///
    /// The line that is off by as much is tolerated with it, and then stays as it is written: 51.00 and not 50.00.
    @Test(arguments: [(100, "51.00 → 52.00 (1.00) 1.00 tolerated"), (99, "50.00 → 52.00 (2.00) 2.00")])
    func theToleranceIsTheCompanys(fen: Int64, expected: String) throws {
        var settings = Settings()
        settings.amountTolerance = Amount(units: fen)
        try check(
            "order.total-miscalculated", lines, finds: ["SO-1: \(expected)"], settings: settings,
            totals: total(5200, 5100))
    }

    /// A total of 13 pieces where the lines say 12: the tolerance of quantities is the one that counts, not that of amounts.
    @Test(arguments: [(1_000_000, 0, " tolerated"), (999_999, 0, ""), (0, 1_000_000_000, "")])
    func totalsOfQuantitiesHaveTheirOwn(pieces: Int64, fen: Int64, ending: String) throws {
        var settings = Settings()
        settings.quantityTolerance = Quantity(units: pieces)
        settings.amountTolerance = Amount(units: fen)
        let total = StatedTotal(
            field: .quantity, stated: 13_000_000, summed: 12_000_000, row: 4, column: 2, firstRow: 2, words: nil)
        try check(
            "order.total-miscalculated", lines, finds: ["SO-1: 12 → 13 (1)\(ending)"], settings: settings,
            totals: [.orders: [total]])
    }
}

@Suite struct OrderFieldMissingTests {
    @Test func eachChannelWantsItsOwn() throws {
        try check(
            "order.field-missing",
            """
            orders
            orderNumber | productCode | customer | channel     | quantity | phone | address | storeCode | consignee | carrier | carrierPhone | settlement
            SO-1        | A           | 甲       | direct      | 1        |       |         |           |           |         |              |
            SO-2        | A           | 甲       | direct      | 1        | 138   |         |           |           |         |              |
            SO-3        | A           | 乙       | supermarket | 1        | 138   | 路      |           |           |         |              | monthly
            SO-4        | A           | 丙       | outOfTown   | 1        | 138   | 路      |           | 李        | 顺通    | 0871         | cash
            SO-5        | A           | 丙       | outOfTown   | 1        | 138   | 路      |           | 李        | 顺通    |              | cash
            """,
            finds: ["SO-1: address|phone → —", "SO-3: storeCode → —", "SO-5: carrierPhone → —"])
    }

    @Test func everyOrderNamesItsCustomerAndEveryLineItsQuantity() throws {
        try check(
            "order.field-missing",
            """
            orders
            orderNumber | productCode | customer | quantity
            SO-1        | A           | 甲       | 1
            SO-1        | B           | 甲       |
            SO-2        | A           |          | 1
            """, finds: ["SO-1 B: quantity → —", "SO-2: customer → —"])
    }

    @Test func aChannelThatNobodySetIsSaidOnce() throws {
        let month = try MonthText(
            """
            orders
            orderNumber | productCode | channel | quantity
            SO-1        | A           | 电商    | 1
            SO-2        | A           | direct  | 1

            customers
            customer | channel
            甲       | 电商
            """
        ).month()
        let said = Reconciler().reconcile(month).notChecked.filter { $0.code == "order.field-missing" }
        #expect(said.filter { $0.why.chinese.contains("电商") }.count == 1)
        var settings = Settings()
        settings.requiredByChannel["电商"] = [[.phone]]
        let settled = Reconciler(settings: settings).reconcile(month).notChecked
        #expect(!settled.contains { $0.why.chinese.contains("没有设置渠道") })
    }

    @Test func oneLineThatHasItIsEnough() throws {
        try check(
            "order.field-missing",
            """
            orders
            orderNumber | productCode | customer | channel | quantity | phone
            SO-1        | A           | 甲       | direct  | 1        | 138
            SO-1        | B           | 甲       | direct  | 1        |
            """, finds: [])
    }

    @Test func aColumnThatNoSheetHasIsSaidOnce() throws {
        let month = try MonthText(
            """
            orders
            orderNumber | productCode | customer | channel     | quantity | settlement | address
            SO-1        | A           | 甲       | supermarket | 1        | cash       | 路
            SO-2        | A           | 甲       | supermarket | 1        | cash       | 路
            """
        ).month()
        let result = Reconciler().reconcile(month)
        #expect(found("order.field-missing", in: month) == [])
        #expect(
            result.notChecked.filter { $0.code == "order.field-missing" }.map(\.why.english) == [
                "no order has a column “store code”"
            ])
    }
}

@Suite struct OrderDuplicateLineTests {
    @Test func theSameLineTwice() throws {
        try check(
            "order.duplicate-line",
            """
            orders
            orderNumber | productCode | quantity | unitPrice | remark
            SO-1        | A           | 5        | 1         |
            SO-1        | A           | 5        | 1         |
            SO-2        | A           | 5        | 1         |
            SO-2        | A           | 5        | 1         | 赠品
            SO-3        | A           | 5        | 1         |
            SO-3        | A           | 6        | 1         |
            """, finds: ["SO-1 A: — → 5"])
    }
}

@Suite struct OrderTermsAndApprovalTests {
    @Test func termsAreTheCustomersOwn() throws {
        try check(
            "order.terms-mismatch",
            """
            customers
            customer     | aliases | settlement
            王记有限公司 | 老王    | monthly
            李记         |         | hold2

            orders
            orderNumber | customer     | productCode | quantity | settlement
            SO-1        | 王记有限公司 | A           | 1        | cash
            SO-2        | 王记         | A           | 1        | monthly
            SO-3        | 老王         | A           | 1        | cash
            SO-4        | 李记         | A           | 1        | holdN
            SO-5        | 李记         | A           | 1        | hold3
            SO-6        | 陌生         | A           | 1        | cash
            """,
            finds: ["SO-1: monthly → cash", "SO-3: monthly → cash", "SO-5: hold2 → hold3"])
    }

    @Test func heldDeliveriesAreCountedInAColumnOfTheirOwn() throws {
        try check(
            "order.terms-mismatch",
            """
            customers
            customer | settlement | holdCount
            甲       | holdN      | 2
            乙       | holdN      |

            orders
            orderNumber | customer | productCode | quantity | settlement
            SO-1        | 甲       | A           | 1        | hold2
            SO-2        | 甲       | A           | 1        | hold3
            SO-3        | 甲       | A           | 1        | holdN
            SO-4        | 乙       | A           | 1        | hold3
            """, finds: ["SO-2: hold2 → hold3"])
    }

    @Test func approvalByChannel() throws {
        try check(
            "order.approval-missing",
            """
            orders
            orderNumber | customer | channel     | productCode | quantity | confirmedBy | approvedBy
            SO-1        | 甲       | direct      | A           | 1        |             | 高
            SO-2        | 甲       | wholesale   | A           | 1        | 何          |
            SO-3        | 甲       | outOfTown   | A           | 1        | 何          |
            SO-4        | 甲       | supermarket | A           | 1        |             |
            """, finds: ["SO-1: confirmedBy → —", "SO-3: approvedBy → —"])
    }

    @Test func aRefusalIsNoApproval() throws {
        try check(
            "order.approval-missing",
            """
            orders
            orderNumber | customer | channel     | productCode | quantity | confirmedBy | approvedBy
            SO-1        | 甲       | direct      | A           | 1        | 未确认      |
            SO-2        | 甲       | direct      | A           | 1        | 已确认      |
            SO-3        | 甲       | outOfTown   | A           | 1        |             | 驳回 高经理
            SO-4        | 甲       | outOfTown   | A           | 1        |             | 高经理
            """, finds: ["SO-1: confirmedBy → 未确认", "SO-3: approvedBy → 驳回 高经理"])
    }
}
