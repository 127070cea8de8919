import Books
import Testing

@testable import Reconciler

/// What left is not what the order adds up to, and why that is nobody's mistake in counting.
@Suite struct OrderedOtherwiseTests {
    private func result(_ orders: String, _ movements: String, products: String = "") throws -> Reconciliation {
        Reconciler().reconcile(
            try MonthText(
                """
                orders
                orderNumber | orderDate | deliveryDate | customer | salesperson | productCode | productName | quantity | unitPrice | remark
                \(orders)

                movements
                documentKind | documentNumber | date | customer | basisNumber | productCode | quantity | unitPrice | amount | remark
                \(movements)
                """
            ).month())
    }

    private func order(_ quantity: String, _ remark: String = "", product: String = "A", name: String = "茶") -> String {
        "SO-1 | 2026-10-01 | 2026-10-05 | 甲 | 周敏 | \(product) | \(name) | \(quantity) | 12.80 | \(remark)"
    }

    private func shipped(
        _ quantity: String, _ price: String, _ amount: String, product: String = "A", remark: String = ""
    ) -> String {
        "salesOut | CK-1 | 2026-10-02 | 甲 | SO-1 | \(product) | \(quantity) | \(price) | \(amount) | \(remark)"
    }

    private func unaccounted(_ result: Reconciliation) throws -> Bool {
        try #require(result.chain).proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.contains {
            $0.cause == .unaccounted
        }
    }

    // MARK: Free goods

    /// Ten and one: 100 ordered, 110 shipped, the ten at nought or spread over the price of all.
    @Test func shippedFreeBeyondTheOrder() throws {
        for movements in [
            shipped("100", "12.80", "1280") + "\n" + shipped("10", "0", "0"), shipped("110", "11.63636364", "1280"),
            shipped("100", "12.80", "1280") + "\n" + shipped("10", "", "", remark: "买十送一"),
        ] {
            let result = try result(order("100"), movements)
            #expect(result.findings.map(\.code) == ["dispatch.quantity-over"])
            #expect(result.findings[0].causes.map(\.kind) == [.freeGoods])
            #expect(result.questions.map(\.role) == [.salesperson])
            #expect(try !unaccounted(result))
        }
    }

    /// Ten without a price and without a word are not said to be free.
    @Test func shippedOverWithoutAPrice() throws {
        let result = try result(
            order("100"), shipped("100", "12.80", "1280") + "\n" + shipped("10", "", "", remark: "补货"))
        #expect(result.findings.map(\.code) == ["dispatch.quantity-over"] && result.findings[0].causes.isEmpty)
    }

    /// Nine at nought are not the ten over, and 1,290 is more than was ordered.
    @Test func shippedOverAndNotFree() throws {
        for movements in [
            shipped("101", "12.80", "1292.80") + "\n" + shipped("9", "0", "0"), shipped("110", "11.72727273", "1290"),
            // Ten times as many for the same money are no present.
            shipped("1000", "1.28", "1280"),
        ] {
            let result = try result(order("100"), movements)
            #expect(result.findings.map(\.code) == ["dispatch.quantity-over", "dispatch.price-difference"])
            #expect(result.findings.allSatisfy { !$0.causes.contains { $0.kind == .freeGoods } })
        }
    }

    // MARK: Lines that were changed

    /// A line whose remark calls it void does not count; only such a line.
    @Test func aVoidLineDoesNotCount() throws {
        let orders = order("100", "作废") + "\n" + order("80", "改单")
        let result = try result(orders, shipped("80", "12.80", "1024"))
        #expect(result.findings.isEmpty)
        #expect(try !unaccounted(result))
        // What only speaks of it is no such remark.
        let other = try self.result(
            order("100", "作废后再补") + "\n" + order("80"), shipped("180", "12.80", "2304"))
        #expect(other.findings.isEmpty)
    }

    /// All lines are void: the order was cancelled, and nobody waits for it.
    @Test func allLinesAreVoid() throws {
        let result = try result(order("100", "作废"), "salesOut | CK-9 | 2026-10-02 | 甲 | SO-9 | A | 1 | 1 | 1 |")
        #expect(!result.findings.contains { $0.code == "dispatch.missing" })
    }

    /// The old line and the new one, and what left is just the new one.
    @Test(arguments: [("80", true), ("70", false), ("100", true)])
    func theOldLineWasKept(quantity: String, isChanged: Bool) throws {
        let result = try result(
            order("100") + "\n" + order("80", "改单"), shipped(quantity, "12.80", ""))
        let found = try #require(result.findings.first { $0.code == "dispatch.quantity-short" })
        #expect(found.causes.contains { $0.kind == .orderLineChanged } == isChanged)
        #expect(result.questions.map(\.role) == [isChanged ? .salesperson : .warehouse])
        if isChanged { #expect(found.causes[0].statement.english.contains("it says: 改单")) }
    }

    // MARK: Charges

    /// Freight is asked of sales, goods of the warehouse.
    @Test(arguments: [("运费", Question.Role.salesperson), ("茶", .warehouse)])
    func whoIsAskedAboutWhatIsMissing(name: String, role: Question.Role) throws {
        let result = try result(
            order("100") + "\n" + order("1", product: "YF", name: name), shipped("100", "12.80", "1280"))
        #expect(result.findings.map(\.code) == ["dispatch.missing"] && result.questions.map(\.role) == [role])
    }
}
