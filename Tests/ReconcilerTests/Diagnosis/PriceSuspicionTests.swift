import Books
import Testing

@testable import Reconciler

/// What made a price wrong: packs, tax, discounts and slips of the hand, in prices that are written to the fen.
@Suite struct PriceSuspicionTests {
    /// A price is right by the bottle and wrong by the case, or the other way about: 640.04 a case are 53.3367 a bottle,
    /// which is written 53.34.
    @Test(
        arguments: [
            ("5", "60", "箱价当成了瓶价"), ("5", "5.01", ""), ("5.0004", "0.4167", "瓶价当成了箱价"),
            ("640.04", "53.34", "瓶价当成了箱价"), ("640.04", "53.3367", "瓶价当成了箱价"), ("53.34", "640.04", "箱价当成了瓶价"),
            ("640.04", "53.33", ""), ("640.04", "53.3334", ""), ("640.16", "53.34", ""),
        ])
    func packPrices(ordered: String, price: String, words: String) throws {
        let month = try MonthText(
            """
            products
            productCode | productName | unit | packSize
            A | 啤酒 | 瓶 | 12

            orders
            orderNumber | customer | productCode | quantity | unitPrice | deliveryDate
            SO-1 | 甲 | A | 120 | \(ordered) | 2026-10-05

            movements
            documentNumber | documentKind | date | customer | productCode | quantity | unitPrice | basisNumber
            CK-1 | salesOut | 2026-10-05 | 甲 | A | 120 | \(price) | SO-1
            """
        ).month()
        let found = Reconciler().reconcile(month).findings.filter { $0.code == "dispatch.price-difference" }
        #expect(found.flatMap(\.causes).contains { $0.statement.chinese.contains(words) } == !words.isEmpty)
    }

    /// The policy's price is 78.69: of it, written to the fen, 80 % are 62.952, and without tax of 13 % 69.6372.
    @Test(
        arguments: [
            ("62.95", ["discount"]), ("62.952", ["discount"]), ("62.953", []), ("62.96", []),
            ("69.64", ["tax"]), ("69.6372", ["tax"]), ("69.6473", []), ("69.65", []),
            ("78.39", ["digit-miskeyed"]), ("78.60", []), ("76.89", ["digits-exchanged"]),
        ] as [(String, [String])])
    func whatMadeAPrice(price: String, expected: [String]) throws {
        let month = try MonthText(
            """
            orders
            orderNumber | customer | productCode | quantity | unitPrice | deliveryDate | orderDate
            SO-1 | 甲 | A | 10 | \(price) | 2026-10-05 | 2026-10-01

            prices
            productCode | unitPrice
            A | 78.69
            """
        ).month()
        #expect(causes("order.price-off-policy", in: month) == [expected])
    }

    /// 48.89 a bottle are 586.68 a case of twelve; 80 % of it by the bottle are 39.112, written 39.11, and 469.32 a case.
    @Test(arguments: [("469.32", ["discount"]), ("469.34", ["discount"]), ("469.44", []), ("469.36", [])])
    func aDiscountByThePiece(price: String, expected: [String]) throws {
        let month = try MonthText(
            """
            products
            productCode | productName | unit | packUnit | packSize
            A | 啤酒 | 瓶 | 箱 | 12

            orders
            orderNumber | customer | productCode | unit | quantity | unitPrice | deliveryDate | orderDate
            SO-1 | 甲 | A | 箱 | 10 | \(price) | 2026-10-05 | 2026-10-01

            prices
            productCode | unit | unitPrice
            A | 瓶 | 48.89
            """
        ).month()
        #expect(causes("order.price-off-policy", in: month) == [expected])
    }
}
