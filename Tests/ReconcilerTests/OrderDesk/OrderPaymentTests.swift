import Books
import Testing

@testable import Reconciler

/// What cash orders still wait for, a line an order: `number: toPay release`, or `number: ships`.
private func payments(_ text: String) throws -> [String] {
    let month = try MonthText(text).month()
    return Reconciler().reconcile(month).orderDesk.standings.map { standing in
        let release = standing.holds.map(\.release.english).joined(separator: " / ")
        return "\(month.text(standing.number)): "
            + (standing.holds.isEmpty ? "ships" : "\(standing.toPay?.description ?? "—") \(release)")
    }
}

@Suite struct OrderPaymentTests {
    private let orders = """
        orders
        orderNumber | customer | productCode | quantity | unitPrice | settlement
        SO-1        | 甲       | A           | 2        | 10        | cash
        SO-2        | 甲       | A           | 3        | 10        | cash
        SO-3        | 乙       | A           | 1        | 10        | monthly


        """

    private func receipts(_ lines: String...) -> String {
        orders.trimmedEnd
            + "\n\nreceipts\ndate | customer | receiptNumber | amount | appliesTo | method | approvedBy\n"
            + lines.joined(separator: "\n")
    }

    @Test func withoutReceiptsNobodyKnowsAndItWaits() throws {
        #expect(
            try payments(orders.trimmedEnd) == [
                "SO-1: 20.00 Collect 20.00", "SO-2: 30.00 Collect 30.00", "SO-3: ships",
            ])
    }

    /// 2 × 10 is 20.00 whatever the line says, and a tenth off makes 18.00; so much is asked for.
    @Test func whatIsAskedForIsWhatTheLinesComeToOnceTheyAreRight() throws {
        let text = """
            orders
            orderNumber | customer | productCode | quantity | unitPrice | discount | amount | settlement
            SO-1        | 甲       | A           | 2        | 10        |          | 29.00  | cash
            SO-2        | 甲       | A           | 2        | 10        | 0.9      |        | cash
            """
        let month = try MonthText(text).month()
        let standings = Reconciler().reconcile(month).orderDesk.standings
        #expect(standings.map { $0.toPay?.description } == ["20.00", "18.00"])
        #expect(standings.map { $0.amount?.description } == ["29.00", "18.00"])
    }

    @Test func whatIsPaidForTheOrderIsTakenOffToTheFen() throws {
        let text = receipts(
            "2026-10-02 | 甲 | R1 | 20 | SO-1 | cash |", "2026-10-02 | 甲 | R2 | 29.99 | SO-2 | cash |")
        #expect(try payments(text) == ["SO-1: ships", "SO-2: 0.01 Collect 0.01", "SO-3: ships"])
    }

    @Test func oneSumForTwoOrdersCountsOnlyWhereItIsExactlyTheirs() throws {
        let exact = receipts("2026-10-02 | 甲 | R1 | 50 | SO-1、SO-2 | cash |")
        #expect(try payments(exact) == ["SO-1: ships", "SO-2: ships", "SO-3: ships"])
        let short = receipts("2026-10-02 | 甲 | R1 | 45 | SO-1、SO-2 | cash |")
        #expect(try payments(short) == ["SO-1: 20.00 Collect 20.00", "SO-2: 30.00 Collect 30.00", "SO-3: ships"])
    }

    @Test func moneyOnAccountReleasesOnlyWhenItCoversAllOfTheCustomersOrders() throws {
        let enough = receipts("2026-10-02 | 甲 | R1 | 50 | | cash |")
        #expect(try payments(enough) == ["SO-1: ships", "SO-2: ships", "SO-3: ships"])
        let tooLittle = receipts("2026-10-02 | 甲 | R1 | 49.99 | | cash |")
        #expect(
            try payments(tooLittle) == [
                "SO-1: 20.00 Collect 20.00; the customer has 49.99 on account",
                "SO-2: 30.00 Collect 30.00; the customer has 49.99 on account", "SO-3: ships",
            ])
        let another = receipts("2026-10-02 | 乙 | R1 | 50 | | cash |")
        #expect(try payments(another).prefix(2) == ["SO-1: 20.00 Collect 20.00", "SO-2: 30.00 Collect 30.00"])
    }

    @Test func anOffsetPaysOnceItIsApproved() throws {
        let open = receipts("2026-10-02 | 甲 | R1 | 20 | SO-1 | offset |", "2026-10-02 | 甲 | R2 | 1 | SO-9 | cash | 王")
        #expect(try payments(open)[0] == "SO-1: 20.00 Collect 20.00")
        let approved = receipts("2026-10-02 | 甲 | R1 | 20 | SO-1 | offset | 王")
        #expect(try payments(approved)[0] == "SO-1: ships")
    }

    /// Due on 30 September and unpaid when the order came: it waits until the 250.00 are there, not longer.
    @Test(arguments: [("0", "SO-1: 250.00 The customer pays what is overdue 250.00"), ("250", "SO-1: ships")])
    func anOverdueCustomersOrderWaitsForWhatIsStillOverdue(received: String, expected: String) throws {
        let lines = try payments(
            """
            orders
            orderNumber | orderDate  | customer | productCode | quantity | unitPrice | settlement
            SO-1        | 2026-10-20 | 甲       | A           | 2        | 10        | monthly

            receivables
            customer | documentNumber | date       | amount | received | settlement | dueDate
            甲       | CK0            | 2026-08-03 | 250    | \(received) | monthly    | 2026-09-30
            """)
        #expect(lines == [expected])
    }

    @Test func anOrderWithoutAmountCannotBePaid() throws {
        let lines = try payments(
            """
            orders
            orderNumber | customer | productCode | quantity | settlement
            SO-1        | 甲       | A           | 2        | cash
            """)
        #expect(lines == ["SO-1: — Complete prices or amounts, then collect"])
    }

    @Test func theCustomersTermsHoldWhereTheOrderStatesNone() throws {
        let lines = try payments(
            """
            orders
            orderNumber | customer | productCode | quantity | unitPrice
            SO-1        | 甲       | A           | 2        | 10

            customers
            customer | settlement
            甲       | cash
            """)
        #expect(lines == ["SO-1: 20.00 Collect 20.00"])
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self[...]
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
