import Books
import Testing

@testable import Reconciler

/// More was paid than is owed only because the receivable is too low: the receipt says so, and nobody is asked twice.
@Suite struct ReceivableTooLowTests {
    /// CK1 was delivered for 100 × 10 = 1,000.00.
    private func result(owed: String, _ receipts: String) throws -> Reconciliation {
        Reconciler().reconcile(
            try MonthText(
                """
                movements
                documentKind | documentNumber | date | customer | productCode | quantity | unitPrice
                salesOut | CK1 | 2026-10-02 | 甲 | A | 100 | 10
                salesOut | CK2 | 2026-10-03 | 甲 | A | 5 | 10

                receivables
                customer | documentNumber | date | amount
                甲 | CK1 | 2026-10-02 | \(owed)
                甲 | CK2 | 2026-10-03 | 50

                receipts
                receiptNumber | date | customer | amount | appliesTo
                \(receipts)
                """
            ).month())
    }

    private func causes(owed: String, _ receipts: String) throws -> [[Cause.Kind]] {
        try result(owed: owed, receipts).findings.filter { $0.code == "receipt.over-applied" }.map {
            $0.causes.map(\.kind)
        }
    }

    @Test func theReceivableIsTheCause() throws {
        let result = try result(owed: "910", "SK1 | 2026-10-09 | 甲 | 1000 | CK1")
        let over = try #require(result.findings.first { $0.code == "receipt.over-applied" })
        let cause = try #require(over.causes.first)
        #expect(over.causes.count == 1 && cause.kind == .receivableTooLow)
        #expect(cause.explains?.description == "90.00" && over.unexplained?.description == "0.00")
        #expect(
            cause.statement.english.contains("delivered for 1000.00") && cause.statement.english.contains("only 910.00")
        )
        #expect(cause.sources.map(\.role) == ["receipts", "receivables", "movements"])
        // One question, about the document.
        #expect(result.questions.filter { $0.role == .customer }.isEmpty)
        #expect(
            result.questions.contains {
                $0.findings.contains { result.findings[$0].code == "receivable.amount-difference" }
            })
    }

    /// In two parts, and less than all of it.
    @Test func inParts() throws {
        #expect(
            try causes(owed: "910", "SK1 | 2026-10-09 | 甲 | 600 | CK1\nSK2 | 2026-10-12 | 甲 | 400 | CK1")
                == [[.receivableTooLow]])
        #expect(try causes(owed: "910", "SK1 | 2026-10-09 | 甲 | 950 | CK1") == [[.receivableTooLow]])
    }

    /// A fen more than was delivered, a receivable that is right, one that is too high, and a document that owes less.
    @Test func whatIsNotTheReceivable() throws {
        for (owed, amount) in [("910", "1000.01"), ("1000", "1001"), ("1010", "1011")] {
            let found = try causes(owed: owed, "SK1 | 2026-10-09 | 甲 | \(amount) | CK1")
            #expect(found.count == 1 && !found[0].contains(.receivableTooLow))
        }
        #expect(
            try causes(owed: "910", "SK1 | 2026-10-09 | 甲 | 90 | CK2").flatMap { $0 }.contains(.receivableTooLow)
                == false)
    }
}
