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
