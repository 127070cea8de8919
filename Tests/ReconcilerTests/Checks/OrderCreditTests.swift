import Books
import Testing

@testable import Reconciler

/// What a customer owed when an order was taken.
@Suite struct OrderCreditExceededTests {
    private func text(_ orders: String) -> String {
        """
        customers
        customer | settlement | creditLimit
        甲       | monthly    | 1000.00
        乙       | monthly    |
        丙       | monthly    | 0
        丁       | cash       | 100.00

        receivables
        customer | documentNumber | date       | amount | received | settlement
        甲       | CK0            | 2026-09-20 | 400.00 | 400.00   | monthly
        甲       | CK1            | 2026-10-05 | 500.00 | 0        | monthly

        receipts
        receiptNumber | date       | customer | amount | appliesTo
        SK1           | 2026-10-10 | 甲       | 400.00 | CK0

        orders
        orderNumber | customer | orderDate  | productCode | quantity | unitPrice | amount | settlement
        \(orders)
        """
    }

    @Test(arguments: [
        // 400 is open from September until the tenth, 500 from the fifth on.
        ("SO-1 | 甲 | 2026-10-04 | A | 1 | 600 | 600.00 | monthly", []),
        ("SO-1 | 甲 | 2026-10-04 | A | 1 | 601 | 601.00 | monthly", ["SO-1: 1000.00 → 1001.00 (1.00) 1.00"]),
        ("SO-1 | 甲 | 2026-10-05 | A | 1 | 600 | 600.00 | monthly", []),
        ("SO-1 | 甲 | 2026-10-06 | A | 1 | 101 | 101.00 | monthly", ["SO-1: 1000.00 → 1001.00 (1.00) 1.00"]),
        // Paid on the day of the order.
        ("SO-1 | 甲 | 2026-10-10 | A | 1 | 500 | 500.00 | monthly", []),
        ("SO-1 | 甲 | 2026-10-20 | A | 1 | 501 |        | monthly", ["SO-1: 1000.00 → 1001.00 (1.00) 1.00"]),
        // Cash takes no credit; without a limit, or with one of nought, nothing is said.
        ("SO-1 | 甲 | 2026-10-06 | A | 1 | 900 | 900.00 | cash", []),
        ("SO-1 | 乙 | 2026-10-06 | A | 1 | 9000 | 9000.00 | monthly", []),
        ("SO-1 | 丙 | 2026-10-06 | A | 1 | 9000 | 9000.00 | monthly", []),
        ("SO-1 | 丁 | 2026-10-06 | A | 1 | 9000 | 9000.00 | ", []),
    ])
    func whatIsOwedAndTheOrderStayWithinTheLimit(order: String, expected: [String]) throws {
        try check("order.credit-exceeded", text(order), finds: expected)
    }

    @Test func moneyThatPaidForNothingYetCountsToo() throws {
        let order = "SO-1 | 甲 | 2026-10-20 | A | 1 | 501 | 501.00 | monthly"
        let more = text(order).replacing(
            "SK1           |", with: "SK2           | 2026-10-11 | 甲       | 33.00  |\nSK1           |")
        try check("order.credit-exceeded", more, finds: [])
    }
}

@Suite struct OrderCustomerOverdueTests {
    private func text(_ receivables: String, receipts: String = "", orders: String) -> String {
        """
        customers
        customer | settlement | creditDays | holdCount
        甲       | rolling    |            |
        乙       | holdN      |            | 2
        丙       | monthly    | 10         |

        receivables
        customer | documentNumber | date | amount | received | settlement
        \(receivables)

        receipts
        receiptNumber | date | customer | amount | appliesTo
        \(receipts.isEmpty ? "SK0 | 2026-10-01 | 别 | 1.00 | " : receipts)

        orders
        orderNumber | customer | orderDate | productCode | quantity
        \(orders)
        """
    }

    @Test func rollingDebtsAreOverdueOnceTheNextIsDelivered() throws {
        let orders = """
            SO-1 | 甲 | 2026-10-06 | A | 1
            SO-2 | 甲 | 2026-10-10 | A | 1
            SO-3 | 甲 | 2026-10-11 | A | 1
            SO-4 | 甲 | 2026-10-15 | A | 1
            SO-5 | 甲 | 2026-10-20 | A | 1
            """
        let two = "甲 | CK1 | 2026-10-05 | 100.00 | 100.00 | rolling\n甲 | CK2 | 2026-10-10 | 50.00 | 0 | rolling"
        // Paid on the fifteenth, five days after the next delivery.
        try check(
            "order.customer-overdue",
            text(two, receipts: "SK1 | 2026-10-15 | 甲 | 100.00 | CK1", orders: orders), finds: ["SO-3: 0 → 1"])
        // Never paid.
        try check(
            "order.customer-overdue", text(two.replacing("100.00 | 100.00", with: "100.00 | 0"), orders: orders),
            finds: ["SO-3: 0 → 1", "SO-4: 0 → 1", "SO-5: 0 → 1"])
        // Paid, and nobody knows when: that is not held against an order.
        try check("order.customer-overdue", text(two, orders: orders), finds: [])
    }

    @Test func moreDeliveriesHeldThanAgreed() throws {
        try check(
            "order.customer-overdue",
            text(
                """
                乙 | CK1 | 2026-10-01 | 10.00 | 10.00 | holdN
                乙 | CK2 | 2026-10-05 | 10.00 | 0 | holdN
                乙 | CK3 | 2026-10-08 | 10.00 | 0 | holdN
                """, receipts: "SK1 | 2026-10-12 | 乙 | 10.00 | CK1",
                orders: """
                    SO-1 | 乙 | 2026-10-08 | A | 1
                    SO-2 | 乙 | 2026-10-09 | A | 1
                    SO-3 | 乙 | 2026-10-12 | A | 1
                    """), finds: ["SO-2: 0 → 1"])
    }

    @Test func monthlyDebtsAreOverdueAfterTheirDueDay() throws {
        let receivables = "丙 | CK1 | 2026-08-20 | 10.00 | 0 | monthly\n丙 | CK2 | 2026-09-20 | 10.00 | 0 | monthly"
        // Due on 10 September and 10 October.
        let orders = "SO-1 | 丙 | 2026-10-10 | A | 1\nSO-2 | 丙 | 2026-10-11 | A | 1"
        try check(
            "order.customer-overdue", text(receivables, orders: orders), finds: ["SO-1: 0 → 1", "SO-2: 0 → 2"])
        var settings = Settings()
        settings.paymentGraceDays = 3
        try check(
            "order.customer-overdue", text(receivables, orders: orders), finds: ["SO-1: 0 → 1", "SO-2: 0 → 1"],
            settings: settings)
    }

    @Test func othersDebtsAndCashSayNothing() throws {
        try check(
            "order.customer-overdue",
            text(
                "甲 | CK1 | 2026-10-01 | 10.00 | 0 | cash\n甲 | CK2 | 2026-10-02 | 10.00 | 0 | consignment",
                orders: "SO-1 | 甲 | 2026-10-20 | A | 1\nSO-2 | 乙 | 2026-10-20 | A | 1"), finds: [])
    }
}
