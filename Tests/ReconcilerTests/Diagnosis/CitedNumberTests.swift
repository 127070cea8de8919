import Books
import Testing

@testable import Reconciler

/// Money that cites a number which is not right: what it most likely meant is named, and nothing is paid.
@Suite struct CitedNumberTests {
    /// 甲 owes 100 on CK-1107 and 60 on CK-1180, 乙 80 on CK-1109.
    private func month(_ receipts: String, settlement: String = "monthly") throws -> Month {
        try MonthText(
            """
            customers
            customer | customerCode | settlement
            甲 | K1 | \(settlement)
            乙 | K2 | monthly

            receivables
            documentNumber | date | customer | amount | settlement
            CK-1107 | 2026-10-01 | 甲 | 100 | \(settlement)
            CK-1180 | 2026-10-01 | 甲 | 60 | \(settlement)
            CK-1109 | 2026-10-01 | 乙 | 80 | monthly

            receipts
            receiptNumber | date | customer | amount | appliesTo
            \(receipts)
            """
        ).month()
    }

    private func finding(_ code: String, _ month: Month) -> Finding? {
        Reconciler().reconcile(month).findings.first { $0.code == code }
    }

    @Test(
        arguments: [
            // One wrong digit counts where the amount is exactly what is open, and not a fen off.
            ("CK-1187", "100", ["CK-1107"]), ("CK-1187", "99.99", []), ("CK-1187", "60", ["CK-1180"]),
            // Two digits exchanged: a part of what is open will do, more than that will not.
            ("CK-1170", "100", ["CK-1107"]), ("CK-1170", "99.99", ["CK-1107"]), ("CK-1170", "100.01", []),
            // CK-1180 is a digit away and is 60 to the fen, which is more than CK-1107's being a slip away.
            ("CK-1170", "60", ["CK-1180"]),
            // Two digits off: nothing says so much.
            ("CK-2287", "100", []),
            // Another customer's document, and this customer's own is a digit away.
            ("CK-1109", "100", ["CK-1107"]), ("CK-1109", "80", []),
        ])
    func whatWasMeant(cited: String, amount: String, meant: [String]) throws {
        let found = try #require(
            finding("receipt.unapplied", try month("SK-1 | 2026-10-09 | 甲 | \(amount) | \(cited)")))
        let causes = found.causes.filter { $0.kind == .otherNumber }
        #expect(
            causes.map { $0.statement.english.contains("this customer's \(meant.first ?? ""):") }
                == meant.map { _ in true })
        #expect(causes.allSatisfy { $0.explains == found.difference })
        // It stays a proposal.
        #expect(found.matchedBy == nil)
    }

    @Test func whatComesNearestIsNamedWithWhatWasInTheWay() throws {
        func nearest(_ cited: String, _ amount: String) throws -> NearestCandidate? {
            finding("receipt.unapplied", try month("SK-1 | 2026-10-09 | 甲 | \(amount) | \(cited)"))?.nearest
        }
        let slipped = try #require(try nearest("CK-1187", "100"))
        #expect(slipped.candidate.english == "CK-1107 100.00")
        #expect(slipped.obstacle.english.contains("it cites CK-1187, another number (character 5 differs)"))
        // The number is one slip away, and less is open; the amount is right, and the number is far off.
        #expect(try nearest("CK-1170", "500")?.obstacle.english.contains("only 100.00 of it is unpaid") == true)
        #expect(try nearest("CK-9999", "100")?.candidate.english == "CK-1107 100.00")
        #expect(try nearest("CK-9999", "101") == nil)
    }

    @Test(arguments: [("CK-1187", true), ("CK-2287", false)])
    func theOpenDocumentNamesTheReceipt(cited: String, isNamed: Bool) throws {
        let month = try month("SK-1 | 2026-10-09 | 甲 | 100 | \(cited)", settlement: "cash")
        let found = Reconciler().reconcile(month).findings.filter { $0.code == "receivable.cash-uncollected" }
        #expect(found.map { $0.key[0].value } == ["CK-1107", "CK-1180"])
        #expect(found.map { $0.causes.map(\.kind) } == [isNamed ? [.otherNumber] : [], []])
    }

    /// 100 for CK-1107, which owes 60; the document that owes 100 is a digit away, or two.
    @Test(arguments: [("CK-1187", 1), ("CK-1110", 0)])
    func aDocumentOfOnesOwnThatOwesLess(number: String, named: Int) throws {
        let month = try MonthText(
            """
            receivables
            documentNumber | date | customer | amount
            CK-1107 | 2026-10-01 | 甲 | 60
            \(number) | 2026-10-01 | 甲 | 100

            receipts
            receiptNumber | date | customer | amount | appliesTo
            SK-1 | 2026-10-09 | 甲 | 100 | CK-1107
            """
        ).month()
        let found = try #require(finding("receipt.over-applied", month))
        #expect(found.causes.map(\.kind) == Array(repeating: .otherNumber, count: named))
        #expect(found.nearest?.candidate.english == "\(number) 100.00")
    }

    @Test func severalThatFitAreAllNamed() throws {
        let month = try MonthText(
            """
            receivables
            documentNumber | date | customer | amount
            CK-1107 | 2026-10-01 | 甲 | 100
            CK-1117 | 2026-10-01 | 甲 | 100

            receipts
            receiptNumber | date | customer | amount | appliesTo
            SK-1 | 2026-10-09 | 甲 | 100 | CK-1187
            """
        ).month()
        let causes = try #require(finding("receipt.unapplied", month)).causes
        #expect(causes.map(\.kind) == [.otherNumber, .otherNumber])
        #expect(causes.allSatisfy { $0.statement.english.contains("several fit") })
    }
}
