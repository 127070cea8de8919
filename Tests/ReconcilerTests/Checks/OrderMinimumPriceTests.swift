import Books
import Testing

@testable import Reconciler

@Suite struct OrderMinimumPriceTests {
    private func order(_ line: String, maximum: String = "") -> String {
        """
        prices
        productCode | unitPrice | minimumPrice | maximumDiscount
        A           | 10        | 9            | \(maximum)

        products
        productCode | unit | packUnit | packSize
        A           | 瓶   | 箱       | 12

        orders
        orderNumber | productCode | unit | quantity | unitPrice | discount | amount
        SO-1        | A           | \(line)
        """
    }

    /// The customer pays price × discount; twelve at 9.00 are 108.00.
    @Test(arguments: [
        ("瓶 | 12 | 10 | 0.9 | 108.00", []),
        ("瓶 | 12 | 10 | 0.5 | 60.00", ["SO-1 A: 9.00 → 5.00 (-4.00) -48.00"]),
        ("瓶 | 12 | 9.5 | 0.9 | 102.60", ["SO-1 A: 9.00 → 8.55 (-0.45) -5.40"]),
        // The amount shows that the price is that after the discount.
        ("瓶 | 12 | 9 | 0.9 | 108.00", []),
        // The amount shows that a tenth is taken off, and then that four tenths are.
        ("瓶 | 12 | 10 | 0.1 | 108.00", []),
        ("瓶 | 12 | 10 | 0.4 | 72.00", ["SO-1 A: 9.00 → 6.00 (-3.00) -36.00"]),
        // By the case, in which it is written.
        ("箱 | 1 | 120 | 0.9 | 108.00", []),
        ("箱 | 2 | 120 | 0.8 | 192.00", ["SO-1 A: 108.00 → 96.00 (-12.00) -24.00"]),
        // Below the minimum without any discount: that is the price's finding.
        ("瓶 | 12 | 8 | 0.9 | 86.40", []),
    ])
    func itHoldsAfterTheDiscount(line: String, expected: [String]) throws {
        try check("order.discount-off-policy", order(line), finds: expected)
    }

    @Test func beyondTheMaximumDiscountItIsOneFinding() throws {
        let text = order("瓶 | 12 | 10 | 0.5 | 60.00", maximum: "0.8")
        try check("order.discount-off-policy", text, finds: ["SO-1 A: 0.8 → 0.5 (-0.3) -36.00"])
    }

    @Test func whatReleasesItNamesThePriceAfterTheDiscount() throws {
        let month = try MonthText(order("瓶 | 12 | 10 | 0.5 | 60.00")).month()
        let hold = try #require(Reconciler().reconcile(month).orderDesk.standings.first?.holds.first)
        #expect(hold.state == .awaitingApproval)
        #expect(hold.release.chinese == "经理批准 A 折后单价 5.00，或改为 9.00")
        #expect(hold.release.english == "A manager approves the price after the discount 5.00 (A), or it becomes 9.00")
    }
}
