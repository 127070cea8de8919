import Books
import Testing

@testable import Reconciler

/// Sets that differ only by documents of the same amount are one set, and that they could be exchanged is said.
@Suite struct ExchangeableTests {
    private func month(_ receivables: String, columns: String = "", paid: String) throws -> Month {
        try MonthText(
            """
            receivables
            documentNumber | date | customer | amount | settlement\(columns)
            \(receivables)

            receipts
            receiptNumber | date | customer | amount
            SK-1 | 2026-10-09 | 甲 | \(paid)
            """
        ).month()
    }

    /// 300 are 200 and one of two 100s: the older is taken to be paid, and the other one says that it may be the one. What owes
    /// another amount could not be exchanged.
    @Test func theOneThatWasNotTakenSaysSo() throws {
        let month = try month(
            "CK-1 | 2026-10-01 | 甲 | 200 | cash\nCK-2 | 2026-10-02 | 甲 | 100 | cash\nCK-3 | 2026-10-03 | 甲 | 100 | cash\nCK-4 | 2026-10-03 | 甲 | 450 | cash",
            paid: "300")
        let open = Reconciler().reconcile(month).findings.filter { $0.code == "receivable.cash-uncollected" }
        #expect(open.map { $0.key[0].value } == ["CK-3", "CK-4"])
        #expect(open.map { $0.causes.map(\.kind) } == [[.severalReadings], []])
        #expect(open.first?.causes.first?.statement.english.contains("the older CK-2 and may have paid this") == true)
    }

    /// With another amount there is nothing to exchange.
    @Test func nothingToExchange() throws {
        let month = try month(
            "CK-1 | 2026-10-01 | 甲 | 200 | cash\nCK-2 | 2026-10-02 | 甲 | 100 | cash\nCK-3 | 2026-10-03 | 甲 | 101 | cash",
            paid: "300")
        let open = Reconciler().reconcile(month).findings.filter { $0.code == "receivable.cash-uncollected" }
        #expect(open.map { $0.causes.count } == [0])
    }

    /// No receivable was noted as received: the set is called the only one where it is.
    @Test(arguments: [("100", false), ("101", true)]) func theOnlySetIsCalledSo(other: String, isOnly: Bool) throws {
        let month = try month(
            "CK-1 | 2026-10-01 | 甲 | 200 | monthly | 0 | 200\nCK-2 | 2026-10-02 | 甲 | 100 | monthly | 0 | 100\nCK-3 | 2026-10-03 | 甲 | \(other) | monthly | 0 | \(other)",
            columns: " | received | balance", paid: "300")
        let causes = Reconciler().reconcile(month).findings.filter { $0.code == "receipt.unapplied" }.flatMap(\.causes)
        #expect(causes.map(\.kind) == [.sumOfItems])
        #expect(causes.map { $0.statement.chinese.contains("只有一组") } == [isOnly])
        #expect(causes.map { $0.statement.english.contains("could be exchanged") } == [!isOnly])
    }
}
