import Books
import Testing

@testable import Reconciler

/// Where the orders of a month stand, a line an order: `number state amount: code, code → what releases it`.
private func desk(_ text: String, settings: Settings = Settings()) throws -> [String] {
    let month = try MonthText(text).month()
    return Reconciler(settings: settings).reconcile(month).orderDesk.standings.map { standing in
        var line = "\(month.text(standing.number)) \(standing.state.rawValue)"
        if let amount = standing.amount { line += " \(amount)" }
        if standing.isPartlyShipped { line += " (part)" }
        if !standing.holds.isEmpty {
            line += ": " + standing.holds.map(\.code).joined(separator: ", ") + " → "
            line += standing.holds.map(\.release.english).joined(separator: " / ")
        }
        return line
    }
}

@Suite struct OrderConsequenceTests {
    /// A rule of the family `order` without an entry would hold its orders without saying what releases them.
    @Test(arguments: RuleBook.rules.map(\.code).filter { $0.hasPrefix("order.") })
    func everyOrderRuleSaysWhatItMeansForTheGoods(code: String) {
        #expect(
            OrderConsequence.byRule[OrderConsequence.rule(code)] != nil,
            """
            \(code) has no consequence on the order desk. Add "\(OrderConsequence.rule(code))" to OrderConsequence.byRule: \
            what the order then waits for (information, approval or payment) and what releases it.
            """)
    }

    @Test(arguments: OrderConsequence.byRule.keys.sorted())
    func everyReleaseIsSaidInBothLanguages(rule: String) throws {
        let consequence = try #require(OrderConsequence.byRule[rule])
        #expect(OrderState.precedence.contains(consequence.state))
        let cell = CellReference(file: "a.xlsx", sheet: "1", row: 7, column: 5)
        let full = Finding(
            code: "order." + rule, findingClass: .difference,
            key: [KeyPart("orderNumber", "SO-1"), KeyPart("productCode", "A")], owner: .sales,
            expected: .amount(Amount(units: 100)), actual: .amount(Amount(units: 90)),
            amount: Amount(units: -10), sources: [Source(role: "orders", reference: cell)], explanation: Phrase("", ""))
        let bare = Finding(
            code: "order." + rule, findingClass: .difference, key: [], owner: .sales, sources: [],
            explanation: Phrase("", ""))
        for finding in [full, bare] {
            let release = consequence.release(finding)
            #expect(!release.chinese.isEmpty && !release.english.isEmpty)
            #expect(release.english.unicodeScalars.allSatisfy { !(0x4E00...0x9FFF).contains($0.value) })
        }
    }
}

@Suite struct OrderDeskTests {
    @Test func aRightOrderMayShip() throws {
        let lines = try desk(
            """
            orders
            orderNumber | customer | productCode | quantity | unitPrice | amount | settlement
            SO-1        | 甲       | A           | 2        | 10        | 20.00  | monthly
            SO-1        | 甲       | B           | 1        | 0.05      |        | monthly
            SO-2        | 乙       | A           | 1        |           |        | monthly
            """)
        // A line without price or amount leaves the order's amount open; nothing says that it must have one.
        #expect(lines == ["SO-1 mayShip 20.05", "SO-2 mayShip"])
    }

    @Test func informationComesBeforeApprovalAndApprovalBeforeMoney() throws {
        let lines = try desk(
            """
            orders
            orderNumber | customer | channel | productCode | quantity | unitPrice | amount | settlement | phone | confirmedBy
            SO-1        | 甲       | direct  | A           | 2        | 10        | 20.00  | cash       |       |
            SO-2        | 乙       | direct  | A           | 2        | 10        | 20.00  | cash       | 138   |
            SO-3        | 乙       | direct  | A           | 2        | 10        | 20.00  | cash       | 138   | 何
            SO-4        | 乙       | direct  | A           | 2        | 10        | 21.00  | monthly    | 138   | 何
            """)
        #expect(
            lines == [
                """
                SO-1 awaitingInformation 20.00: order.field-missing, order.approval-missing, cash-unpaid → \
                Sales fills in address or phone / Have it signed: confirmed by / Collect 20.00
                """,
                "SO-2 awaitingApproval 20.00: order.approval-missing, cash-unpaid → Have it signed: confirmed by / Collect 20.00",
                "SO-3 awaitingPayment 20.00: cash-unpaid → Collect 20.00",
                """
                SO-4 awaitingInformation 21.00: order.amount-miscalculated → Sales corrects the amount (A): it should be 20.00
                """,
            ])
    }

    @Test func aPriceOffPolicyWaitsForAManagerAndNamesBothPrices() throws {
        let lines = try desk(
            """
            orders
            orderNumber | customer | productCode | quantity | unitPrice | settlement
            SO-1        | 甲       | A           | 2        | 9.5       | monthly
            SO-1        | 甲       | B           | 2        | 7         | monthly
            SO-2        | 甲       | C           | 2        | 7         | monthly

            prices
            productCode | unitPrice
            A           | 10
            B           | 8

            customers
            customer | settlement
            甲       | rolling
            """)
        #expect(
            lines == [
                """
                SO-1 awaitingApproval 33.00: order.price-off-policy, order.terms-mismatch → \
                A manager approves the price 9.50 (A), or it becomes 10.00; \
                A manager approves the price 7.00 (B), or it becomes 8.00 / \
                Change it to “rolling”, or a manager approves “monthly”
                """,
                """
                SO-2 awaitingInformation 14.00: order.price-unknown, order.terms-mismatch → \
                Add a price for (C) to the price list, or correct the product code / \
                Change it to “rolling”, or a manager approves “monthly”
                """,
            ])
    }

    // MARK: Versions

    @Test func aLaterVersionReplacesTheEarlierAndAGuessWaits() throws {
        func month(_ first: String, _ second: String) -> String {
            """
            orders file a
            orderNumber | orderDate  | customer | productCode | quantity | settlement
            SO-1        | \(first) | 甲       | A           | 2        | monthly

            orders file b
            orderNumber | orderDate  | customer | productCode | quantity | settlement
            SO-1        | \(second) | 甲       | A           | 3        | monthly
            """
        }
        #expect(try desk(month("2026-10-01", "2026-10-02")) == ["SO-1 mayShip"])
        #expect(
            try desk(month("2026-10-02", "2026-10-02")) == [
                "SO-1 awaitingInformation: order.changed → Sales says which version is right"
            ])
    }

    @Test func theSameOrderTwiceIsOneOrderAndOneNumberOfTwoCustomersWaits() throws {
        func month(_ customer: String, _ quantity: Int) -> String {
            """
            orders file a
            orderNumber | customer | productCode | quantity | settlement
            SO-1        | 甲       | A           | 2        | monthly

            orders file b
            orderNumber | customer | productCode | quantity | settlement
            SO-1        | \(customer)       | A           | \(quantity)        | monthly
            """
        }
        #expect(try desk(month("甲", 2)) == ["SO-1 mayShip"])
        #expect(
            try desk(month("乙", 3)) == [
                "SO-1 awaitingInformation: order.duplicate-number → Sales gives one of the orders another number",
                "SO-1 awaitingInformation: order.duplicate-number → Sales gives one of the orders another number",
            ])
    }

    // MARK: What has left

    private let dispatched = """
        orders
        orderNumber | customer | productCode | quantity | settlement
        SO-1        | 甲       | A           | 5        | monthly
        SO-2        | 甲       | A           | 5        | monthly
        SO-2        | 甲       | B           | 1        | monthly
        SO-3        | 甲       | A           | 5        | monthly
        SO-4        | 甲       | A           | 5        | monthly
        SO-5        | 甲       | A           | 5        | monthly

        movements
        documentKind | documentNumber | date       | basisNumber | productCode | quantity | voided
        salesOut     | CK1            | 2026-10-02 | SO-1        | A           | 5        |
        salesOut     | CK2            | 2026-10-02 | SO-2        | A           | 5        |
        salesOut     | CK3            | 2026-10-02 | SO-4        | A           | 5        | yes
        salesOut     | CK4            | 2026-11-02 | SO-5        | A           | 5        |
        """

    @Test func anOrderThatLeftIsOnlyCounted() throws {
        #expect(try desk(dispatched) == ["SO-2 mayShip (part)", "SO-3 mayShip", "SO-4 mayShip"])
        let desk = Reconciler().reconcile(try MonthText(dispatched).month()).orderDesk
        #expect(desk.count(.shipped) == 2)
        #expect(desk.count(.mayShip) == 3)
        #expect(desk.ordersBySalesperson.map(\.orders) == [5])
    }

    @Test func aShippedOrderWithAFaultIsKeptForTheDailyList() throws {
        let lines = try desk(
            """
            orders
            orderNumber | customer | productCode | quantity | unitPrice | amount | settlement
            SO-1        | 甲       | A           | 5        | 2         | 11.00  | cash

            movements
            documentKind | documentNumber | date       | basisNumber | productCode | quantity
            salesOut     | CK1            | 2026-10-02 | SO-1        | A           | 5
            """)
        #expect(lines == ["SO-1 shipped 11.00"])
    }

    @Test(arguments: [
        ("cancelled", "SO-1 cancelled 2.00"), ("shipped", "SO-1 shipped 2.00"), ("新单", "SO-1 mayShip 2.00"),
        ("suspended", "SO-1 awaitingApproval 2.00: suspended → Whoever suspended it lifts that"),
    ]) func theStatusOnTheOrderIsHeeded(status: String, expected: String) throws {
        let lines = try desk(
            """
            orders
            orderNumber | customer | productCode | quantity | unitPrice | settlement | status
            SO-1        | 甲       | A           | 1        | 2         | monthly    | \(status)
            """)
        // One that has shipped and has no fault is only counted.
        #expect(lines == (status == "shipped" ? [] : [expected]))
    }

    // MARK: Lines to key in

    @Test func onlyOrdersThatMayShipAreKeyedInWithWhatTheFilesSay() throws {
        let month = try MonthText(
            """
            orders
            orderNumber | customer | productName | quantity | unitPrice | unit | settlement | status
            SO-1        | 甲       | 苹果        | 2        | 10        |      | monthly    |
            SO-1        | 甲       | 梨          | 1        | 3         | 袋   | monthly    |
            SO-2        | 甲       | 苹果        | 1        | 10        |      | cash       |
            SO-3        | 甲       | 苹果        | 1        | 10        |      | monthly    | cancelled

            products
            productCode | productName | spec    | unit
            A           | 苹果        | 500ml*12 | 瓶
            B           | 梨          |          | 袋

            customers
            customer | customerCode
            甲       | C01

            stock
            warehouse | productCode | quantity
            主仓      | A           | 10
            """
        ).month()
        let desk = Reconciler().reconcile(month).orderDesk
        let lines = desk.lines.map { line in
            let standing = desk.standings[line.standing]
            return [
                month.text(standing.number), month.text(standing.customerCode), month.text(line.productCode),
                month.text(line.productName), month.text(line.spec), month.text(line.unit),
                line.quantity?.description ?? "", line.amount?.description ?? "", month.text(line.warehouse),
            ].joined(separator: "|")
        }
        #expect(lines == ["SO-1|C01|A|苹果|500ml*12|瓶|2|20.00|主仓", "SO-1|C01|B|梨||袋|1|3.00|"])
        #expect(desk.linesNotListed == 0)
    }

    @Test func linesPastTheLimitAreCounted() throws {
        let month = try MonthText(
            """
            orders
            orderNumber | customer | productCode | quantity | settlement
            SO-1        | 甲       | A           | 2        | monthly
            SO-1        | 甲       | B           | 2        | monthly
            SO-2        | 甲       | A           | 2        | monthly
            """
        ).month()
        let desk = OrderDesk(Examination(month, settings: Settings()), findings: [], lineLimit: 2)
        #expect(desk.lines.count == 2)
        #expect(desk.linesNotListed == 1)
    }

    // MARK: Rows that could not be read

    @Test(arguments: [(3, "SO-1"), (5, ""), (6, "SO-2"), (7, "")]) func aRowSetAsideHoldsTheOrderItStandsIn(
        row: Int, holds: String
    ) throws {
        var text = try MonthText(
            """
            orders
            orderNumber | customer | productCode | quantity | settlement
            SO-1        | 甲       | A           | 2        | monthly
            SO-1        | 甲       | B           | 2        | monthly
            SO-1        | 甲       | C           | 2        | monthly
            SO-2        | 甲       | A           | 2        | monthly
            SO-2        | 甲       | B           | 2        | monthly
            SO-2        | 甲       | C           | 2        | monthly
            """)
        // Records stand in rows 2 to 7; the rows set aside in between bear the numbers of their neighbours here.
        text.problems = [
            Problem(
                kind: .rowSetAside, file: "orders-0.xlsx", sheet: "Sheet1", cell: "D\(row)", row: row,
                expected: Phrase("数字", "a number"), found: "约10", advice: Phrase("请更正。", "Correct it."))
        ]
        let month = try text.month()
        let held = Reconciler().reconcile(month).orderDesk.standings.filter { !$0.holds.isEmpty }
        #expect(held.map { month.text($0.number) }.joined() == holds)
        #expect(held.allSatisfy { $0.holds.map(\.code) == ["line-set-aside"] })
    }

    // MARK: Doubt

    @Test func documentsInDoubtAreRegistered() throws {
        let month = try MonthText(
            """
            orders
            orderNumber | customer | productCode | quantity
            SO-1        | 甲       | A           | 2

            movements
            documentKind | documentNumber | date       | customer | basisNumber | productCode | quantity
            salesOut     | CK1            | 2026-10-02 | 乙       | SO-1        | A           | 2
            salesOut     | CK2            | 2026-10-02 | 甲       | SO-9        | A           | 2
            salesOut     | CK4            | 2026-10-02 | 甲       | SO-1        | A           | 0
            salesOut     | CK5            | 2026-10-02 | 甲       | SO-1        | A           | 0
            salesOut     | CK6            | 2026-10-02 | 甲       | SO-1        | A           | 0
            salesOut     | CK7            | 2026-10-02 | 甲       | SO-1        | A           | 0
            """
        ).month()
        let result = Reconciler().reconcile(month)
        #expect(
            result.orderDesk.doubtful.map { result.findings[$0].code } == [
                "document.number-gap", "dispatch.without-order", "dispatch.customer-mismatch",
            ])
    }
}
