import Books
import Testing

@testable import Reconciler

@Suite struct OrderVersionTests {
    private func versions(_ second: String) -> String {
        """
        orders file a
        orderNumber | customer | productCode | quantity | unitPrice | orderDate
        SO-1        | 甲       | A           | 5        | 1         | 2026-10-05
        SO-1        | 甲       | B           | 2        | 1         | 2026-10-05

        orders file b
        orderNumber | customer | productCode | quantity | unitPrice | orderDate
        \(second)
        """
    }

    @Test func sentTwiceWithTheSameLinesCountsOnce() throws {
        let text = versions("SO-1 | 甲 | B | 2 | 1 | 2026-10-05\nSO-1 | 甲 | A | 5 | 1 | 2026-10-05")
        try check("order.duplicate-number", text, finds: ["SO-1"])
        try check("order.changed", text, finds: [])
        try check(
            "dispatch.quantity-over",
            text + """


                movements
                documentKind | documentNumber | basisNumber | productCode | quantity
                salesOut     | CK1            | SO-1        | A           | 6
                """, finds: ["SO-1 A: 5 → 6 (1) 1.00"])
    }

    /// Neither is later or longer: which one counts hangs on what they order, and not on which file comes first.
    @Test func ofTwoThatCannotBeToldApartTheSameOneCounts() throws {
        let movements = """


            movements
            documentKind | documentNumber | basisNumber | productCode | quantity
            salesOut     | CK1            | SO-1        | A           | 5
            """
        let one = "SO-1 | 甲 | A | 5 | 1 | 2026-10-05", other = "SO-1 | 甲 | A | 7 | 1 | 2026-10-05"
        let head = "orderNumber | customer | productCode | quantity | unitPrice | orderDate"
        for (first, second) in [(one, other), (other, one)] {
            let text = "orders file a\n\(head)\n\(first)\n\norders file b\n\(head)\n\(second)" + movements
            try check("dispatch.quantity-short", text, finds: ["SO-1 A: 7 → 5 (-2) -2.00"])
        }
    }

    @Test func theLaterDateCounts() throws {
        let text = versions("SO-1 | 甲 | A | 7 | 1 | 2026-10-06\nSO-1 | 甲 | B | 2 | 1 | 2026-10-06")
        try check("order.changed", text, finds: ["SO-1: A 7 × 1.00 → A 5 × 1.00"])
        try check("order.duplicate-number", text, finds: [])
    }

    @Test func eachChangeIsSaidInWords() throws {
        let month = try MonthText(
            """
            orders file a
            orderNumber | customer | productCode | quantity | unitPrice | orderDate  | deliveryDate
            SO-1        | 甲       | A           | 24       | 5         | 2026-10-05 | 2026-10-07
            SO-1        | 甲       | B           | 2        | 1         | 2026-10-05 | 2026-10-07
            SO-1        | 甲       | D           | 1        | 9         | 2026-10-05 | 2026-10-07

            orders file b
            orderNumber | customer | productCode | quantity | unitPrice | orderDate  | deliveryDate
            SO-1        | 甲       | A           | 48       | 5         | 2026-10-06 | 2026-10-08
            SO-1        | 甲       | B           | 2        | 1.20      | 2026-10-06 | 2026-10-08
            SO-1        | 甲       | C           | 12       | 36        | 2026-10-06 | 2026-10-08
            """
        ).month()
        let finding = try #require(Reconciler().reconcile(month).findings.first { $0.code == "order.changed" })
        let text = finding.explanation.chinese
        for part in [
            "A 数量 24 → 48", "B 单价 1.00 → 1.20", "C 新增 12 × 36.00", "D 取消（原 1 × 9.00）", "交货日期 2026-10-07 → 2026-10-08",
        ] {
            #expect(text.contains(part), "\(text)")
        }
        #expect(finding.explanation.english.contains("D dropped (was 1 × 9.00)"))
    }

    @Test func theSameLinesForAnotherDay() throws {
        let month = try MonthText(
            """
            orders file a
            orderNumber | customer | productCode | quantity | orderDate  | deliveryDate
            SO-1        | 甲       | A           | 5        | 2026-10-05 | 2026-10-07

            orders file b
            orderNumber | customer | productCode | quantity | orderDate  | deliveryDate
            SO-1        | 甲       | A           | 5        | 2026-10-05 | 2026-10-09
            """
        ).month()
        let findings = Reconciler().reconcile(month).findings
        #expect(findings.map(\.code) == ["order.duplicate-number"])
        #expect(findings[0].explanation.english.contains("delivery date 2026-10-0"))
        #expect(!findings[0].explanation.chinese.contains("内容相同"))
    }

    /// The same lines for another place: on one date nobody can tell which holds, a later date decides.
    @Test(arguments: [("2026-10-05", OrderState.awaitingInformation, "东路"), ("2026-10-06", .mayShip, "西路")])
    func theSameLinesForAnotherPlace(date: String, state: OrderState, address: String) throws {
        let month = try MonthText(
            """
            orders file a
            orderNumber | customer | productCode | quantity | orderDate  | address
            SO-1        | 甲       | A           | 5        | 2026-10-05 | 东路

            orders file b
            orderNumber | customer | productCode | quantity | orderDate  | address
            SO-1        | 甲       | A           | 5        | \(date) | 西路
            """
        ).month()
        let result = Reconciler().reconcile(month)
        let standing = try #require(result.orderDesk.standings.first)
        #expect(standing.state == state)
        let orders = month[.orders]
        let row = try #require(orders.rows.first { orders.origins[$0] == standing.origin })
        #expect(month.text(orders.symbol(.address, row)) == address)
        let finding = try #require(result.findings.first { $0.code == "order.duplicate-number" })
        if state == .mayShip {
            #expect(
                finding.explanation.english.contains(
                    "address 东路 → 西路. Of them the one with the later order date is counted."))
        } else {
            #expect(
                standing.holds.map(\.release.english) == ["Sales says which version is right (address 西路 → 东路)"])
            #expect(finding.explanation.chinese.contains("分不清以哪份为准。请业务员确认以后再发货。"))
        }
    }

    /// Nothing about a cancelled order need be put right, unless another version of it stands.
    @Test func aCancelledOrderIsLeftAlone() throws {
        let text = """
            orders file a
            orderNumber | customer | productCode | quantity | unitPrice | amount | orderDate  | deliveryDate | status
            SO-1        | 甲       | A           | -5       | 1         | 9.00   | 2026-10-05 | 2026-10-01   | cancelled
            SO-2        | 甲       | A           | 5        | 1         | 9.00   | 2026-10-05 |              |
            SO-3        | 甲       | A           | 5        | 1         | 9.00   | 2026-10-05 |              | cancelled

            orders file b
            orderNumber | customer | productCode | quantity | unitPrice | amount | orderDate  | deliveryDate | status
            SO-3        | 甲       | A           | 5        | 1         | 9.00   | 2026-10-05 |              |

            prices
            productCode | unitPrice
            A           | 2

            movements
            documentKind | documentNumber | basisNumber | productCode | quantity
            salesOut     | CK1            | SO-1        | A           | 5
            """
        let month = try MonthText(text).month()
        let findings = Reconciler().reconcile(month).findings
        let said = findings.map { "\($0.code) \($0.key[0].value)" }
        #expect(
            said.filter { $0.hasPrefix("order.") } == [
                "order.amount-miscalculated SO-2", "order.duplicate-number SO-3", "order.price-off-policy SO-2",
            ])
        #expect(said.contains("dispatch.quantity-over SO-1"))
    }

    @Test func otherCustomersAreOtherOrders() throws {
        let text = versions("SO-1 | 乙 | A | 5 | 1 | 2026-10-05\nSO-1 | 乙 | B | 2 | 1 | 2026-10-05")
        try check("order.duplicate-number", text, finds: ["SO-1"])
        try check(
            "dispatch.missing",
            text
                + "\n\nmovements\ndocumentKind | documentNumber | basisNumber | productCode | quantity\nsalesOut | CK1 | SO-9 | A | 1",
            finds: [
                "SO-1 A: 5 → — (-5) -5.00", "SO-1 A: 5 → — (-5) -5.00", "SO-1 B: 2 → — (-2) -2.00",
                "SO-1 B: 2 → — (-2) -2.00",
            ])
    }
}
