import Books
import Testing

@testable import Reconciler

/// Returns that cite the delivery they come back of, and goods that are sent again for them.
@Suite struct ReturnMatchTests {
    /// 甲 was delivered 10 A at 12.80 and 5 B at 9 on CK-1, and 6 C at 7 on CK-2, 乙 10 A at 12.80 on CK-3.
    private func text(_ returns: String) -> String {
        """
        customers
        customer
        甲
        乙

        orders
        orderNumber | orderDate | deliveryDate | customer | salesperson | productCode | quantity | unitPrice
        SO-1 | 2026-10-01 | 2026-10-05 | 甲 | 周敏 | A | 10 | 12.80
        SO-1 | 2026-10-01 | 2026-10-05 | 甲 | 周敏 | B | 5 | 9
        SO-2 | 2026-10-01 | 2026-10-05 | 甲 | 周敏 | C | 6 | 7
        SO-3 | 2026-10-01 | 2026-10-05 | 乙 | 周敏 | A | 10 | 12.80

        movements
        documentKind | documentNumber | date | customer | basisNumber | productCode | quantity | unitPrice | amount
        salesOut | CK-1 | 2026-10-02 | 甲 | SO-1 | A | 10 | 12.80 | 128
        salesOut | CK-1 | 2026-10-02 | 甲 | SO-1 | B | 5 | 9 | 40.50
        salesOut | CK-2 | 2026-10-02 | 甲 | SO-2 | C | 6 | 7 | 42
        salesOut | CK-3 | 2026-10-02 | 乙 | SO-3 | A | 10 | 12.80 | 128
        \(returns)
        """
    }

    private func back(
        _ number: String, _ basis: String, _ product: String, _ quantity: String, _ price: String,
        customer: String = "甲", day: String = "2026-10-12"
    ) -> String {
        "salesReturn | \(number) | \(day) | \(customer) | \(basis) | \(product) | \(quantity) | \(price) |"
    }

    private func issue(_ number: String, _ basis: String, _ product: String, _ quantity: String, _ price: String)
        -> String
    {
        "salesOut | \(number) | 2026-10-13 | 甲 | \(basis) | \(product) | \(quantity) | \(price) |"
    }

    private func result(_ returns: String) throws -> Reconciliation {
        Reconciler().reconcile(try MonthText(text(returns)).month())
    }

    private func unaccounted(_ result: Reconciliation) throws -> Bool {
        try #require(result.chain).proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.contains {
            $0.cause == .unaccounted
        }
    }

    /// As sold, after the delivery's own discount (5 B for 40.50 are 8.10 each), in two parts, next month, of what is not on
    /// file, or of a void.
    @Test func whatFits() throws {
        for returns in [
            back("TH-1", "CK-1", "A", "4", "12.80"), back("TH-1", "CK-1", "B", "5", "8.10"),
            back("TH-1", "CK-1", "A", "4", "12.80") + "\n" + back("TH-2", "CK-1", "A", "6", "12.80"),
            back("TH-1", "CK-1", "C", "4", "7", day: "2026-11-03"), back("TH-1", "CK-901", "C", "4", "1"),
        ] {
            #expect(try result(returns).findings.isEmpty, "\(returns)")
            #expect(try !unaccounted(try result(returns)))
        }
    }

    /// What comes back at another price is the order's price gone wrong.
    @Test func takenBackAtAnotherPrice() throws {
        let returns = back("TH-1", "CK-1", "A", "4", "12")
        try check("dispatch.price-difference", text(returns), finds: ["SO-1 A: 12.80 → 12.00 (-0.80) 3.20"])
        let result = try result(returns)
        #expect(result.findings.count == 1)
        #expect(result.findings[0].explanation.chinese.contains("出库单 CK-1 单价 12.80，退货单 TH-1 单价 12.00"))
        #expect(try !unaccounted(result))
    }

    @Test(arguments: [
        ("CK-1", "A", "11", "12.80", ["TH-1: 10 → 11 (1) 140.80"], [String]()),
        // Only CK-2 has C; nothing of 甲's has D, nor seven C.
        ("CK-1", "C", "6", "7", ["TH-1: — → 6 42.00"], ["other-number"]),
        ("CK-1", "C", "7", "7", ["TH-1: — → 7 49.00"], []),
        ("CK-1", "D", "1", "7", ["TH-1: — → 1 7.00"], []),
        // 乙's delivery: 甲 has as much on CK-1, and the goods are those of CK-3.
        ("CK-3", "A", "4", "12.80", ["TH-1: 乙 → 甲 -51.20"], ["other-number", "other-customer"]),
        ("CK-3", "C", "4", "7", ["TH-1: 乙 → 甲 -28.00"], ["other-number"]),
    ])
    func whatDoesNotFit(
        basis: String, product: String, quantity: String, price: String, lines: [String], causes: [String]
    ) throws {
        let returns = back("TH-1", basis, product, quantity, price)
        try check("document.reversal-unpaired", text(returns), finds: lines)
        let result = try result(returns)
        #expect(result.findings.count == 1 && result.findings[0].causes.map(\.kind.rawValue) == causes)
        #expect(result.questions.map(\.role) == [.salesperson])
        #expect(try !unaccounted(result))
    }

    /// Two returns that together are more than was delivered: the later one is said.
    @Test func tooMuchInAll() throws {
        let returns =
            back("TH-2", "CK-1", "A", "6", "12.80", day: "2026-10-14") + "\n" + back("TH-1", "CK-1", "A", "6", "12.80")
        try check("document.reversal-unpaired", text(returns), finds: ["TH-2: 10 → 12 (2) 76.80"])
    }

    // MARK: Sent again

    /// Four came back and four were sent for them: over, but an exchange, and not late. Five were not all for them.
    @Test(arguments: [("4", ["exchanged"]), ("5", [])])
    func sentAgainForTheOrder(quantity: String, causes: [String]) throws {
        let result = try result(
            back("TH-1", "CK-1", "A", "4", "12.80") + "\n" + issue("CK-9", "SO-1", "A", quantity, "12.80"))
        #expect(result.findings.map(\.code) == ["dispatch.quantity-over"])
        #expect(result.findings[0].causes.map(\.kind.rawValue) == causes)
        #expect(result.questions.map(\.role) == [causes.isEmpty ? .warehouse : .salesperson])
    }

    /// Another product for just as much: 42.00 of C for 6 C; 41 are not.
    @Test(arguments: [("4.20", ["exchanged"]), ("4.10", [])])
    func anotherProductForIt(price: String, causes: [String]) throws {
        let result = try result(back("TH-1", "CK-2", "C", "6", "7") + "\n" + issue("CK-9", "SO-2", "D", "10", price))
        #expect(result.findings.map(\.code) == ["dispatch.quantity-over"])
        #expect(result.findings[0].causes.map(\.kind.rawValue) == causes)
    }

    /// What cites the return needs no order where it is just what came back.
    @Test(arguments: [("4", [String]()), ("3", ["dispatch.without-order"])])
    func sentAgainForTheReturn(quantity: String, codes: [String]) throws {
        let result = try result(
            back("TH-1", "CK-1", "A", "4", "12.80") + "\n" + issue("CK-9", "TH-1", "A", quantity, "12.80"))
        #expect(result.findings.map(\.code) == codes)
        #expect(try !unaccounted(result))
    }

    /// Shipped in full and four brought back to the order: sales say whether they are sent again. What was never shipped in
    /// full is asked of the warehouse.
    @Test func shortBecauseItCameBack() throws {
        let all = try result(back("TH-1", "SO-1", "A", "4", "12.80"))
        #expect(all.findings.map(\.code) == ["dispatch.quantity-short"])
        #expect(all.findings[0].causes.map(\.kind) == [.returned] && all.questions.map(\.role) == [.salesperson])
        let never = try result(back("TH-1", "SO-1", "D", "4", "12.80"))
        #expect(never.findings.map(\.explanation.chinese) == ["订单上没有这个商品，却退回 4。请查明退的是哪张单的货。"])
        #expect(never.questions.map(\.role) == [.salesperson])
    }

    /// An exchange without receivables: both halves say that the other makes up for it.
    @Test func neitherHalfIsOwed() throws {
        let books = text(back("TH-1", "CK-1", "A", "4", "12.80") + "\n" + issue("CK-9", "TH-1", "A", "4", "12.80"))
        let owed = """


            receivables
            documentNumber | date | customer | amount | dueDate
            CK-1 | 2026-10-02 | 甲 | 173 | 2026-12-01
            CK-2 | 2026-10-02 | 甲 | 42 | 2026-12-01
            CK-3 | 2026-10-02 | 乙 | 128 | 2026-12-01
            """
        let result = Reconciler().reconcile(try MonthText(books + owed).month())
        #expect(result.findings.map(\.code) == ["receivable.missing", "receivable.missing"])
        #expect(
            result.findings.allSatisfy { $0.causes.map(\.kind) == [.exchanged] && $0.unexplained == .amount(.zero) })
    }
}
