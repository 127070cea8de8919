import Books
import Testing

@testable import Reconciler

/// The same money, delivery or entry keyed twice, under a new number.
@Suite struct KeyedTwiceTests {
    /// 甲 owes 100 on CK-1 and paid it with SK-1, which is booked; what else there is, each test says.
    private func month(receipts: String = "", ledger: String = "", receivables: String = "", movements: String = "")
        throws -> Month
    {
        try MonthText(
            """
            movements
            documentNumber | documentKind | date | customer | productCode | quantity | unitPrice | basisNumber
            CK-1 | salesOut | 2026-10-05 | 甲 | A | 10 | 10 | SO-1
            CK-3 | salesOut | 2026-10-06 | 甲 | A | 1 | 7 | SO-2
            \(movements)

            receivables
            documentNumber | date | customer | amount
            CK-1 | 2026-10-05 | 甲 | 100
            CK-3 | 2026-10-06 | 甲 | 7
            \(receivables)

            receipts
            receiptNumber | date | customer | amount | appliesTo | remark
            SK-1 | 2026-10-09 | 甲 | 100 | CK-1 | 流水 20261009001
            \(receipts)

            ledger
            voucherNumber | date | accountCode | debit | credit | customer | documentNumber
            1 | 2026-10-05 | 1122 | 100 | | 甲 | CK-1
            2 | 2026-10-06 | 1122 | 7 | | 甲 | CK-3
            3 | 2026-10-09 | 1122 | | 100 | 甲 | SK-1
            \(ledger)
            """.replacing("\n\n\n", with: "\n\n")
        ).month()
    }

    /// The causes of a code's only finding that say it was keyed twice.
    private func twice(_ code: String, _ month: Month) throws -> [Cause] {
        let found = Reconciler().reconcile(month).findings.filter { $0.code == code }
        #expect(found.count == 1)
        let causes = try #require(found.first).causes.filter {
            $0.statement.english.contains("keyed twice under a new number")
        }
        #expect(causes.allSatisfy { $0.kind == .documentTwice && $0.explains == found.first?.difference })
        return causes
    }

    @Test(
        arguments: [
            ("SK-2 | 2026-10-09 | 甲 | 100 | | ", "receipt.unapplied", true),
            ("SK-2 | 2026-10-09 | 甲 | 100 | CK-1 | ", "receipt.over-applied", true),
            // Another day, but the bank's reference is the same.
            ("SK-2 | 2026-10-10 | 甲 | 100 | | 流水 20261009001", "receipt.unapplied", true),
            // A day later, a fen more, another customer, for another document: another one.
            ("SK-2 | 2026-10-10 | 甲 | 100 | | 流水 20261010007", "receipt.unapplied", false),
            ("SK-2 | 2026-10-09 | 甲 | 100.01 | | ", "receipt.unapplied", false),
            ("SK-2 | 2026-10-09 | 乙 | 100 | | ", "receipt.unapplied", false),
            ("SK-2 | 2026-10-09 | 甲 | 100 | CK-9 | ", "receipt.unapplied", false),
        ])
    func money(receipt: String, code: String, isTwice: Bool) throws {
        let month = try month(receipts: receipt)
        let causes = try twice(code, month)
        #expect(causes.count == (isTwice ? 1 : 0))
        #expect(causes.allSatisfy { $0.statement.english.hasPrefix("SK-1, of the same customer") })
        // Nor is it booked, for the same reason.
        if !receipt.contains("CK-9") { #expect(try twice("ledger.missing", month).count == (isTwice ? 1 : 0)) }
    }

    /// Money that paid a document of its own is not booked, though another receipt of that day is as large.
    @Test func moneyOfItsOwnIsNotTheSame() throws {
        let month = try month(
            receipts: "SK-2 | 2026-10-09 | 甲 | 100 | CK-2 | ",
            ledger: "4 | 2026-10-05 | 1122 | 100 | | 甲 | CK-2", receivables: "CK-2 | 2026-10-05 | 甲 | 100",
            movements: "CK-2 | salesOut | 2026-10-05 | 甲 | A | 10 | 10 | SO-3")
        #expect(try twice("ledger.missing", month).isEmpty)
    }

    @Test(arguments: [("2026-10-09", "100", true), ("2026-10-10", "100", false), ("2026-10-09", "99", false)])
    func anEntry(day: String, credit: String, isTwice: Bool) throws {
        let month = try month(ledger: "4 | \(day) | 1122 | | \(credit) | 甲 | SK-2")
        #expect(try twice("ledger.without-document", month).count == (isTwice ? 1 : 0))
    }

    /// A debit as large as a credit of that day is another matter.
    @Test func aDebitIsNoCredit() throws {
        let month = try month(ledger: "4 | 2026-10-09 | 1122 | 100 | | 甲 | SK-2")
        #expect(try twice("ledger.without-document", month).isEmpty)
    }

    @Test(arguments: [("2026-10-05", true), ("2026-10-06", false)]) func aReceivable(day: String, isTwice: Bool) throws
    {
        let month = try month(receivables: "CK-2 | \(day) | 甲 | 100")
        #expect(try twice("receivable.without-dispatch", month).count == (isTwice ? 1 : 0))
    }

    /// A delivery of the same order; one of another order is another one.
    @Test(arguments: [("SO-1", true), ("SO-3", false)]) func aDelivery(order: String, isTwice: Bool) throws {
        let month = try month(movements: "CK-2 | salesOut | 2026-10-05 | 甲 | A | 10 | 10 | \(order)")
        #expect(try twice("receivable.missing", month).count == (isTwice ? 1 : 0))
    }
}
