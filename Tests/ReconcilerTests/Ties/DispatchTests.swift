import Books
import Testing

@testable import Reconciler

@Suite struct DispatchTests {
    private func tie(_ orders: String, _ documents: String) -> String {
        """
        orders
        orderNumber | customer | productCode | quantity | unitPrice | deliveryDate
        \(orders)

        movements
        documentKind | documentNumber | date | customer | basisNumber | productCode | quantity | unitPrice | voided
        \(documents)
        """
    }

    private let other = "salesOut | CK9 | 2026-10-02 | 甲 | SO-9 | A | 1 | 5 |"

    @Test func nothingLeftForIt() throws {
        let text = tie("SO-1 | 甲 | A | 10 | 5 | 2026-10-31\nSO-2 | 甲 | A | 10 | 5 | 2026-11-01", other)
        try check("dispatch.missing", text, finds: ["SO-1 A: 10 → — (-10) -50.00"])
        try check("dispatch.not-due", text, finds: ["SO-2 A: 10 → — (-10) -50.00"])
    }

    @Test func aVoidShipsNothing() throws {
        try check(
            "dispatch.missing",
            tie("SO-1 | 甲 | A | 10 | 5 | 2026-10-05", "salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 10 | 5 | yes"),
            finds: ["SO-1 A: 10 → — (-10) -50.00"])
    }

    private func unaccounted(_ result: Reconciliation) throws -> [ChainPart] {
        try #require(result.chain).proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.filter {
            $0.cause == .unaccounted
        }
    }

    // MARK: Cancelled orders

    private func cancelled(_ orders: String, _ documents: String) -> String {
        """
        orders
        orderNumber | customer | productCode | quantity | unitPrice | status
        \(orders)

        movements
        documentKind | documentNumber | date | customer | basisNumber | productCode | quantity | unitPrice
        \(documents)
        """
    }

    /// SO-1 is cancelled, of SO-2 only the line of B, SO-3 says so on its first line alone; SO-4 is as any order.
    @Test func nobodyWaitsForWhatWasCancelled() throws {
        let text = cancelled(
            """
            SO-1 | 甲 | A | 10 | 5 | cancelled
            SO-2 | 甲 | A | 10 | 5 | 新单
            SO-2 | 甲 | B | 10 | 5 | cancelled
            SO-3 | 甲 | A | 10 | 5 | cancelled
            SO-3 | 甲 | B | 10 | 5 |
            SO-4 | 甲 | A | 10 | 5 |
            """, "salesOut | CK9 | 2026-10-02 | 甲 | SO-9 | A | 1 | 5")
        try check("dispatch.missing", text, finds: ["SO-2 A: 10 → — (-10) -50.00", "SO-4 A: 10 → — (-10) -50.00"])
        try check("dispatch.quantity-over", text, finds: [])
    }

    /// Of SO-1's ten cancelled pieces eight left all the same; what left for SO-2 came back.
    @Test func whatLeftForACancelledOrderIsSaid() throws {
        let text = cancelled(
            "SO-1 | 甲 | A | 10 | 5 | cancelled\nSO-2 | 甲 | A | 3 | 5 | cancelled",
            """
            salesOut    | CK1 | 2026-10-02 | 甲 | SO-1 | A | 8 | 5
            salesOut    | CK2 | 2026-10-03 | 甲 | SO-2 | A | 3 | 5
            salesReturn | TH1 | 2026-10-04 | 甲 | SO-2 | A | 3 | 5
            """)
        try check("dispatch.quantity-over", text, finds: ["SO-1 A: 0 → 8 (8) 40.00"])
        let result = Reconciler().reconcile(try MonthText(text).month())
        let finding = try #require(result.findings.first { $0.code == "dispatch.quantity-over" })
        #expect(finding.explanation.chinese.contains("订单已取消，却发出 8"))
        #expect(finding.explanation.english.contains("The order was cancelled, yet 8 left."))
        #expect(finding.sources.first?.reference.column == 5, "the cell that says so")
        #expect(try unaccounted(result).isEmpty)
    }

    /// The same order sent again to say that it is cancelled, whichever file comes first.
    @Test(arguments: [("新单", "cancelled"), ("cancelled", "新单")])
    func anOrderThatIsSentAgainAsCancelled(first: String, second: String) throws {
        let text = """
            orders file a
            orderNumber | customer | productCode | quantity | status
            SO-1        | 甲       | A           | 5        | \(first)

            orders file b
            orderNumber | customer | productCode | quantity | status
            SO-1        | 甲       | A           | 5        | \(second)

            movements
            documentKind | documentNumber | date       | customer | basisNumber | productCode | quantity
            salesOut     | CK9            | 2026-10-02 | 甲       | SO-9        | A           | 1
            """
        try check("dispatch.missing", text, finds: [])
        try check("order.duplicate-number", text, finds: ["SO-1"])
    }

    // MARK: A number of two customers

    /// 甲 ordered 10 A and got 8, 乙 ordered 5 A and got 5 under the same number: only 甲 is short, nobody got the wrong goods.
    @Test(arguments: [true, false]) func twoCustomersUnderOneNumberAreTwoOrders(inOneSheet: Bool) throws {
        let columns = "orderNumber | customer | productCode | quantity | unitPrice"
        let text = """
            orders file a
            \(columns)
            SO-1 | 甲 | A | 10 | 5\(inOneSheet ? "" : "\n\norders file b\n\(columns)")
            SO-1 | 乙 | A | 5 | 5

            movements
            documentKind | documentNumber | date | customer | basisNumber | productCode | quantity | unitPrice
            salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 8 | 5
            salesOut | CK2 | 2026-10-03 | 乙 | SO-1 | A | 5 | 5
            """
        try check("dispatch.quantity-short", text, finds: ["SO-1 A: 10 → 8 (-2) -10.00"])
        try check("order.duplicate-number", text, finds: ["SO-1"])
        for code in [
            "dispatch.customer-mismatch", "dispatch.quantity-over", "dispatch.missing", "order.duplicate-line",
        ] {
            try check(code, text, finds: [])
        }
        let result = Reconciler().reconcile(try MonthText(text).month())
        #expect(Set(result.findings.map(\.id)).count == result.findings.count)
        #expect(result.orderDesk.standings.count == 2)
        #expect(try unaccounted(result).isEmpty)
    }

    /// A slip in the customer's name on one line of an order is no second order.
    @Test func aNameThatIsNotOnFileIsNoOtherCustomer() throws {
        let text = """
            customers
            customer | customerCode
            甲       | C1
            乙       | C2

            orders
            orderNumber | customer | productCode | quantity
            SO-1        | 甲       | A           | 10
            SO-1        | 甲申     | B           | 5
            SO-2        | 甲       | A           | 10
            SO-2        |          | B           | 5
            """
        try check("order.duplicate-number", text, finds: [])
    }

    @Test func shortAndOver() throws {
        let text = tie(
            "SO-1 | 甲 | A | 10 | 5 | 2026-10-05\nSO-1 | 甲 | B | 10 | 2 | 2026-10-05\nSO-1 | 甲 | C | 10 | 1 | 2026-10-05",
            """
            salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 8  | 5 |
            salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | B | 6  | 2 |
            salesOut | CK2 | 2026-10-03 | 甲 | SO-1 | B | 5  | 2 |
            salesOut | CK2 | 2026-10-03 | 甲 | SO-1 | C | 10 | 1 |
            salesOut | CK2 | 2026-10-03 | 甲 | SO-1 | D | 1  | 3 |
            """)
        try check("dispatch.quantity-short", text, finds: ["SO-1 A: 10 → 8 (-2) -10.00"])
        try check("dispatch.quantity-over", text, finds: ["SO-1 B: 10 → 11 (1) 2.00", "SO-1 D: 0 → 1 (1) 3.00"])
        try check("dispatch.missing", text, finds: [])
    }

    @Test func returnsAndReversalsComeBack() throws {
        try check(
            "dispatch.quantity-short",
            tie(
                "SO-1 | 甲 | A | 10 | 5 | 2026-10-05",
                """
                salesOut    | CK1 | 2026-10-02 | 甲 | SO-1 | A | 12 | 5 |
                salesReturn | TH1 | 2026-10-03 | 甲 | SO-1 | A | 1  | 5 |
                reversal    | CH1 | 2026-10-03 | 甲 | SO-1 | A | -3 | 5 |
                """), finds: ["SO-1 A: 10 → 8 (-2) -10.00"])
    }

    @Test func shippedAfterThePeriod() throws {
        let text = tie(
            "SO-1 | 甲 | A | 10 | 5 | 2026-10-31\nSO-2 | 甲 | A | 10 | 5 | 2026-10-31",
            """
            salesOut | CK1 | 2026-11-01 | 甲 | SO-1 | A | 10 | 5 |
            salesOut | CK2 | 2026-10-30 | 甲记 | SO-2 | A | 4  | 5 |
            salesOut | CK3 | 2026-11-02 | 甲记 | SO-2 | A | 5  | 5 |
            """)
        try check("dispatch.next-period", text, finds: ["SO-1 A: 10 → — (-10)"])
        try check("dispatch.quantity-short", text, finds: ["SO-2 A: 10 → 4 (-6) -30.00"])
        try check("dispatch.late", text, finds: [])
    }

    @Test func packsAreConverted() throws {
        try check(
            "dispatch.quantity-short",
            """
            products
            productCode | productName | unit | packUnit | packSize
            A           | 小曲        | 瓶   | 箱       | 12

            orders
            orderNumber | productName | unit | quantity
            SO-1        | 小曲        | 箱   | 10
            SO-2        | 小曲        | 箱   | 10

            movements
            documentKind | documentNumber | basisNumber | productCode | unit | quantity
            salesOut     | CK1            | SO-1        | A           | 瓶   | 120
            salesOut     | CK2            | SO-2        | A           | 瓶   | 118
            """, finds: ["SO-2 A: 120 → 118 (-2)"])
    }

    @Test func documentsThatNoOrderAskedFor() throws {
        try check(
            "dispatch.without-order",
            tie(
                "SO-1 | 甲 | A | 1 | 5 | 2026-10-05",
                """
                salesOut   | CK1 | 2026-10-02 | 甲 | SO-1 | A | 1 | 5 |
                salesOut   | CK2 | 2026-10-02 | 甲 | SO-7 | A | 2 | 5 |
                salesOut   | CK3 | 2026-10-02 | 甲 |      | A | 3 | 5 |
                salesOut   | CK4 | 2026-10-02 | 甲 |      | A | 3 | 5 | yes
                purchaseIn | RK1 | 2026-10-02 |    | FH-1 | A | 3 | 5 |
                """), finds: ["CK2: — → SO-7 10.00", "CK3 15.00"])
    }

    @Test func pricesCustomersAndDays() throws {
        let text = tie(
            "SO-1 | 甲 | A | 10 | 5.00 | 2026-10-05\nSO-2 | 甲记有限公司 | A | 10 | 5.00 | 2026-10-05",
            """
            salesOut | CK1 | 2026-10-05 | 乙 | SO-1 | A | 10 | 5.50 |
            salesOut | CK2 | 2026-10-07 | 甲记 | SO-2 | A | 10 | 5.00 |
            """)
        try check("dispatch.price-difference", text, finds: ["SO-1 A: 5.00 → 5.50 (0.50) 5.00"])
        try check("dispatch.customer-mismatch", text, finds: ["SO-1: 甲 → 乙"])
        try check("dispatch.late", text, finds: ["SO-2: 2026-10-05 → 2026-10-07"])
    }

    @Test func aLineKeyedTwiceIsNotAlsoShort() throws {
        let text = tie(
            "SO-1 | 甲 | A | 10 | 5 | 2026-10-05\nSO-1 | 甲 | A | 10 | 5 | 2026-10-05",
            "salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 10 | 5 |")
        try check("dispatch.quantity-short", text, finds: [])
        try check("order.duplicate-line", text, finds: ["SO-1 A: — → 10"])
    }

    @Test func withinTheToleranceIsNotToBeWorked() throws {
        var settings = Settings()
        settings.quantityTolerance = Quantity(units: 500_000)
        let text = tie("SO-1 | 甲 | A | 45.5 | 5 | 2026-10-05", "salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 45 | 5 |")
        try check(
            "dispatch.quantity-short", text, finds: ["SO-1 A: 45.5 → 45 (-0.5) -2.50 tolerated"], settings: settings)
        try check("dispatch.quantity-short", text, finds: ["SO-1 A: 45.5 → 45 (-0.5) -2.50"])
        let tie = try #require(
            Reconciler(settings: settings).reconcile(try MonthText(text).month()).ties.first {
                $0.id == "orders-dispatch"
            })
        #expect(tie.count(.tolerated) == 1)
    }
}

@Suite struct DiscountedPriceTests {
    /// Twenty at 25 less a tenth: 22.50 each, 450.00 in all.
    @Test(arguments: [
        ("salesOut | CK-1 | SO-1 | A | 20 | 25    | 500", ["SO-1 A: 22.50 → 25.00 (2.50) 50.00"]),
        ("salesOut | CK-1 | SO-1 | A | 20 | 25    | 450", []), ("salesOut | CK-1 | SO-1 | A | 20 | 25    |    ", []),
        ("salesOut | CK-1 | SO-1 | A | 20 | 22.5  | 450", []),
        ("salesOut | CK-1 | SO-1 | A | 20 | 20.25 | 405", ["SO-1 A: 22.50 → 20.25 (-2.25) -45.00"]),
        (
            "salesOut | CK-1 | SO-1 | A | 22 | 22.5 | 495\nsalesReturn | TH-1 | SO-1 | A | 2 | 25 | 50",
            ["SO-1 A: 22.50 → 25.00 (2.50) -5.00"]
        ),
        ("salesOut | CK-1 | SO-1 | A | 22 | 22.5 | 495\nsalesReturn | TH-1 | SO-1 | A | 2 | 22.5 | 45", []),
    ])
    func theDiscountIsInThePriceOrInTheAmount(documents: String, expected: [String]) throws {
        let text = """
            orders
            orderNumber | customer | productCode | quantity | unitPrice | discount | amount
            SO-1        | 甲       | A           | 20       | 25        | 0.9      | 450

            movements
            documentKind | documentNumber | basisNumber | productCode | quantity | unitPrice | amount
            \(documents)
            """
        try check("dispatch.price-difference", text, finds: expected)
        let chain = try chainLines(text, .productAmount)
        #expect(!chain.contains { $0.contains("unaccounted") }, "\(chain)")
    }

    /// Twenty at 25 less a tenth are worth 450.00 where the document says so; an amount that no discount explains is not
    /// trusted.
    @Test(arguments: [
        ("450", "450", []), ("450", "500", ["CK-1: 450.00 → 500.00 (50.00) 50.00"]),
        ("500", "450", ["CK-1: 500.00 → 450.00 (-50.00) -50.00"]), ("", "500", []), ("430", "500", []),
        ("430", "430", ["CK-1: 500.00 → 430.00 (-70.00) -70.00"]),
    ])
    func whatADocumentSaysAfterTheDiscountIsOwed(amount: String, owed: String, expected: [String]) throws {
        let text = """
            orders
            orderNumber | customer | productCode | quantity | unitPrice | discount | amount
            SO-1        | 甲       | A           | 20       | 25        | 0.9      | 450

            movements
            documentKind | documentNumber | customer | basisNumber | productCode | quantity | unitPrice | amount
            salesOut     | CK-1           | 甲       | SO-1        | A           | 20       | 25        | \(amount)

            receivables
            customer | documentNumber | date       | amount
            甲       | CK-1           | 2026-10-05 | \(owed)
            """
        try check("receivable.amount-difference", text, finds: expected)
        #expect(try !chainLines(text, .productAmount).contains { $0.contains("unaccounted") })
    }

    /// What comes back is worth what it was sold for: five of twenty at 25 less a tenth are 112.50.
    @Test(arguments: ["SO-1", "CK-1"]) func aReturnIsWorthItsAmountAfterTheDiscount(basis: String) throws {
        try check(
            "receivable.amount-difference",
            """
            orders
            orderNumber | customer | productCode | quantity | unitPrice | discount | amount
            SO-1        | 甲       | A           | 20       | 25        | 0.9      | 450

            movements
            documentKind | documentNumber | customer | basisNumber | productCode | quantity | unitPrice | amount
            salesOut     | CK-1           | 甲       | SO-1        | A           | 20       | 25        | 450
            salesReturn  | TH-1           | 甲       | \(basis)   | A           | 5        | 25        | 112.5

            receivables
            customer | documentNumber | date       | amount
            甲       | CK-1           | 2026-10-05 | 450
            甲       | TH-1           | 2026-10-09 | -112.5
            """, finds: [])
    }

    /// A discount that was not allowed may well be left off.
    @Test func aDiscountBeyondThePolicyMayBeLeftOff() throws {
        try check(
            "dispatch.price-difference",
            """
            prices
            productCode | unitPrice | maximumDiscount
            A           | 25        | 0.95

            orders
            orderNumber | customer | productCode | quantity | unitPrice | discount | amount
            SO-1        | 甲       | A           | 20       | 25        | 0.9      | 450

            movements
            documentKind | documentNumber | basisNumber | productCode | quantity | unitPrice | amount
            salesOut     | CK-1           | SO-1        | A           | 20       | 25        | 500
            """, finds: [])
    }
}
