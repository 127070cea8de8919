import Books
import Testing

@testable import Reconciler

@Suite struct OrderPriceTests {
    private let prices = """
        prices
        productCode | customer | channel | unitPrice | minimumPrice | validFrom  | validTo
        A           |          |         | 10.00     |              | 2026-01-01 |
        A           |          | direct  | 9.00      | 8.50         | 2026-01-01 |
        A           | 甲       | direct  | 8.00      |              | 2026-10-10 |
        B           |          |         | 5.00      |              | 2026-01-01 | 2026-09-30
        B           |          |         | 6.00      |              | 2026-10-01 |
        """

    private func order(_ line: String) -> String {
        "\(prices)\n\norders\norderNumber | customer | channel | productCode | quantity | unitPrice | orderDate\n\(line)"
    }

    @Test(arguments: [
        ("SO-1 | 乙 | wholesale | A | 2 | 10.00 | 2026-10-05", []),
        ("SO-1 | 乙 | wholesale | A | 2 | 9.99 | 2026-10-05", ["SO-1 A: 10.00 → 9.99 (-0.01) -0.02"]),
        // A negative price is an invalid value and nothing else.
        ("SO-1 | 乙 | wholesale | A | 2 | -10.00 | 2026-10-05", []),
        ("SO-1 | 乙 | direct | A | 2 | 8.50 | 2026-10-05", []),
        ("SO-1 | 乙 | direct | A | 2 | 8.49 | 2026-10-05", ["SO-1 A: 9.00 → 8.49 (-0.51) -1.02"]),
        ("SO-1 | 甲 | direct | A | 2 | 8.60 | 2026-10-09", []),
        ("SO-1 | 甲 | direct | A | 2 | 8.60 | 2026-10-10", ["SO-1 A: 8.00 → 8.60 (0.60) 1.20"]),
        ("SO-1 | 甲 | direct | B | 2 | 6.00 | 2026-10-01", []),
        ("SO-1 | 甲 | direct | B | 2 | 5.00 | 2026-09-30", []),
    ])
    func theMostSpecificPriceInForce(line: String, expected: [String]) throws {
        try check("order.price-off-policy", order(line), finds: expected)
    }

    @Test func aProductWithoutAPriceInForce() throws {
        try check(
            "order.price-unknown", order("SO-1 | 甲 | direct | C | 2 | 6.00 | 2026-10-01"), finds: ["SO-1 C: — → 6.00"])
        try check(
            "order.price-unknown", order("SO-1 | 甲 | direct | B | 2 | 6.00 | 2025-12-31"), finds: ["SO-1 B: — → 6.00"])
        try check("order.price-unknown", order("SO-1 | 甲 | direct | A | 2 | 1.00 | 2026-10-01"), finds: [])
    }

    /// A minimum of 12 and a price of 10 allow nothing; a minimum of the price itself does.
    @Test func aMinimumAboveThePriceIsTheListsFault() throws {
        let text = """
            prices
            productCode | unitPrice | minimumPrice
            A           | 10.00     | 12.00
            B           | 10.00     | 10.00

            orders
            orderNumber | productCode | quantity | unitPrice
            SO-1        | A           | 1        | 10.00
            SO-1        | B           | 1        | 10.00
            """
        try check("order.price-unknown", text, finds: ["SO-1 A: — → 10.00"])
        try check("order.price-off-policy", text, finds: [])
        let finding = try #require(Reconciler().reconcile(try MonthText(text).month()).findings.first)
        #expect(
            finding.sources.map { "\($0.role) \($0.reference.cell) \($0.isYardstick)" } == [
                "orders B2 false", "prices C2 false", "prices B2 false",
            ])
    }

    @Test func twoPricesOfTheSameStandingDecideNothing() throws {
        let text = """
            prices
            productCode | unitPrice | validFrom
            A           | 10.00     | 2026-01-01
            A           | 11.00     | 2026-01-01

            orders
            orderNumber | productCode | quantity | unitPrice | orderDate
            SO-1        | A           | 1        | 12.00     | 2026-10-01
            """
        try check("order.price-off-policy", text, finds: [])
        try check("order.price-unknown", text, finds: ["SO-1 A: — → 12.00"])
    }

    @Test func aCasePriceIsBroughtToPieces() throws {
        try check(
            "order.price-off-policy",
            """
            prices
            productCode | unitPrice
            A           | 97.63

            products
            productCode | unit | packUnit | packSize
            A           | 瓶   | 箱       | 12

            orders
            orderNumber | productCode | unit | quantity | unitPrice
            SO-1        | A           | 箱   | 18       | 1171.56
            SO-2        | A           | 箱   | 18       | 1171.68
            SO-3        | A           | 件   | 18       | 1171.56
            SO-4        | A           | 提   | 18       | 1171.56
            """, finds: ["SO-2 A: 1171.56 → 1171.68 (0.12) 2.16", "SO-4 A: 97.63 → 1171.56 (1073.93) 19330.74"])
    }

    /// A list of prices for a case, for orders in cases and in pieces; one for a piece beside it says the same.
    @Test func aListOfCasePrices() throws {
        let text = """
            prices
            productCode | unit | unitPrice | minimumPrice
            A           | 箱   | 100.00    | 96.00
            B           | 箱   | 60.00     |
            B           | 瓶   | 5.00      |

            products
            productCode | unit | packUnit | packSize
            A           | 瓶   | 箱       | 12
            B           | 瓶   | 箱       | 12

            orders
            orderNumber | productCode | unit | quantity | unitPrice
            SO-1        | A           | 箱   | 1        | 100.00
            SO-2        | A           | 箱   | 1        | 96.00
            SO-3        | A           | 箱   | 1        | 95.00
            SO-4        | A           | 瓶   | 12       | 8.20
            SO-5        | A           | 瓶   | 12       | 100.00
            SO-6        | B           | 瓶   | 1        | 5.00
            SO-7        | B           | 箱   | 2        | 61.00
            """
        // 100 ÷ 12 = 8.33333333, which is what a bottle costs; 96 ÷ 12 = 8.
        try check(
            "order.price-off-policy", text,
            finds: [
                "SO-3 A: 100.00 → 95.00 (-5.00) -5.00", "SO-5 A: 8.3333 → 100.00 (91.6667) 1100.00",
                "SO-7 B: 60.00 → 61.00 (1.00) 2.00",
            ])
        try check("order.price-unknown", text, finds: [])
    }
}
