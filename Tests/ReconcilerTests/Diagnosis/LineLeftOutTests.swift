import Books
import Testing

@testable import Reconciler

/// A line of a document that was left out of what is owed or booked, or counted twice.
@Suite struct LineLeftOutTests {
    /// CK-1 comes to 100 + 30 + 30; what is owed and booked is each test's.
    private func month(owed: String = "160", booked: String = "160", more: String = "") throws -> Month {
        try MonthText(
            """
            movements
            documentNumber | documentKind | date | customer | productCode | productName | unit | quantity | unitPrice | amount | basisNumber
            CK-1 | salesOut | 2026-10-05 | 甲 | A | 米线 | 袋 | 10 | 10 | 100 | SO-1
            CK-1 | salesOut | 2026-10-05 | 甲 | B | | 瓶 | 6 | 5 | 30 | SO-1
            CK-1 | salesOut | 2026-10-05 | 甲 | C | | 瓶 | 3 | 10 | 30 | SO-1
            \(more)

            receivables
            documentNumber | date | customer | amount
            CK-1 | 2026-10-05 | 甲 | \(owed)

            ledger
            voucherNumber | date | accountCode | debit | credit | customer | documentNumber
            1 | 2026-10-05 | 1122 | \(booked) | | 甲 | CK-1
            """.replacing("\n\n\n", with: "\n\n")
        ).month()
    }

    private func causes(_ code: String, _ month: Month) throws -> [Cause] {
        let found = try #require(Reconciler().reconcile(month).findings.first { $0.code == code })
        #expect(found.causes.allSatisfy { $0.explains == found.difference })
        return found.causes
    }

    @Test(
        arguments: [
            ("60", [Cause.Kind.lineLeftOut]), ("260", [.documentTwice]), ("60.01", []), ("59.99", []), ("260.01", []),
            // One of two lines of that amount: both are named.
            ("130", [.lineLeftOut, .lineLeftOut]), ("190", [.documentTwice, .documentTwice]),
            // Two lines together are no line.
            ("30", []),
        ])
    func aLineOfAReceivable(owed: String, kinds: [Cause.Kind]) throws {
        #expect(try causes("receivable.amount-difference", month(owed: owed, booked: owed)).map(\.kind) == kinds)
    }

    @Test func productQuantityAmountAndCellAreNamed() throws {
        let cause = try #require(causes("receivable.amount-difference", month(owed: "60", booked: "60")).first)
        #expect(cause.statement.chinese == "差额正好是单据 CK-1 的一行（A 米线 10袋 100.00），很可能漏算了。")
        #expect(cause.sources.map(\.reference.row) == [2] && cause.sources.map(\.reference.column) == [9])
    }

    @Test(arguments: [("60", true), ("61", false)]) func aLineOfAnEntry(booked: String, isNamed: Bool) throws {
        let kinds = try causes("ledger.amount-difference", month(booked: booked)).map(\.kind)
        #expect(kinds.contains(.lineLeftOut) == isNamed)
    }

    /// A document of one line has no line that could be left out.
    @Test func anOnlyLine() throws {
        let month = try MonthText(
            """
            movements
            documentNumber | documentKind | date | customer | productCode | quantity | unitPrice
            CK-1 | salesOut | 2026-10-05 | 甲 | A | 10 | 10

            receivables
            documentNumber | date | customer | amount
            CK-1 | 2026-10-05 | 甲 | 0
            """
        ).month()
        #expect(try causes("receivable.amount-difference", month).isEmpty)
    }

    /// Owed by the order's number for two deliveries, of which one of two lines was left out.
    @Test(arguments: [("160", true), ("161", false)]) func aDeliveryOfSeveral(owed: String, isNamed: Bool) throws {
        let month = try MonthText(
            """
            movements
            documentNumber | documentKind | date | customer | productCode | quantity | unitPrice | basisNumber
            CK-1 | salesOut | 2026-10-05 | 甲 | A | 10 | 16 | SO-1
            CK-2 | salesOut | 2026-10-06 | 甲 | A | 2 | 16 | SO-1
            CK-2 | salesOut | 2026-10-06 | 甲 | B | 3 | 5 | SO-1

            receivables
            documentNumber | date | customer | amount
            SO-1 | 2026-10-05 | 甲 | \(owed)
            """
        ).month()
        let causes = try causes("receivable.amount-difference", month)
        #expect(causes.map(\.kind) == (isNamed ? [.lineLeftOut] : []))
        #expect(causes.allSatisfy { $0.statement.english.contains("document CK-2, 47.00") })
    }

    /// The line of A stands there twice: the last one is named once, as entered twice.
    @Test func aLineThatStandsThereTwice() throws {
        let again = "CK-1 | salesOut | 2026-10-05 | 甲 | A | 米线 | 袋 | 10 | 10 | 100 | SO-1"
        let causes = try causes("receivable.amount-difference", month(more: again))
        #expect(causes.map(\.kind) == [.documentTwice])
        #expect(causes[0].statement.english.contains("entered twice, or left out once"))
        #expect(causes[0].sources.map(\.reference.row) == [5])
        // Of another quantity it is another line, and either may have been left out.
        let other = again.replacing("袋 | 10 | 10 |", with: "袋 | 20 | 5 |")
        #expect(
            try self.causes("receivable.amount-difference", month(more: other)).map(\.kind) == [
                .lineLeftOut, .lineLeftOut,
            ])
    }
}
