import Books
import Testing

@testable import Reconciler

/// Money that is off, and what the other books say it was.
@Suite struct WhatMoneyMeantTests {
    /// 甲 owes 100, 60 and 80 on CK-1 to CK-3, and 乙 40 on CK-4; what the sheet calls received is each test's.
    private func result(
        received: (String, String, String) = ("", "", ""), _ receipts: String, ledger: String = ""
    ) throws -> Reconciliation {
        let result = Reconciler().reconcile(
            try MonthText(
                """
                receivables
                documentNumber | date | customer | amount | received | dueDate
                CK-1 | 2026-10-01 | 甲 | 100 | \(received.0) | 2026-12-01
                CK-2 | 2026-10-01 | 甲 | 60 | \(received.1) | 2026-12-01
                CK-3 | 2026-10-01 | 甲 | 80 | \(received.2) | 2026-12-01
                CK-4 | 2026-10-01 | 乙 | 40 | | 2026-12-01

                receipts
                receiptNumber | date | customer | amount | appliesTo
                \(receipts)
                """
                    + (ledger.isEmpty
                        ? ""
                        : """


                        ledger
                        voucherNumber | date | accountCode | debit | credit | customer | documentNumber
                        \(ledger)
                        """)
            ).month())
        return result
    }

    private func unaccounted(_ result: Reconciliation) throws -> Bool {
        try #require(result.chain).proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.contains {
            $0.cause == .unaccounted
        }
    }

    // MARK: What the receivables call received

    /// CK-1 is called received and SK-1 cites CK-2, of which that is too much; or a number that nobody has.
    @Test(arguments: [("CK-2", "receipt.over-applied"), ("CK-77", "receipt.unapplied")])
    func theSheetSaysWhatWasPaid(cited: String, code: String) throws {
        let result = try result(received: ("100", "", ""), "SK-1 | 2026-10-09 | 甲 | 100 | \(cited)")
        let found = try #require(result.findings.first { $0.code == code })
        let cause = try #require(found.causes.first)
        #expect(cause.kind == .otherNumber && cause.explains == found.difference)
        #expect(cause.statement.english.contains("100.00 received on this customer's CK-1"))
        #expect(cause.sources.map(\.role) == ["receipts", "receivables"])
        #expect(result.questions.first?.words.english.contains("CK-1") == true)
        #expect(try !unaccounted(result))
        #expect(!result.findings.contains { $0.code == "receivable.balance-miscalculated" })
    }

    /// Another amount, and a receipt of another customer, are not what the sheet calls received.
    @Test func theSheetSaysSomethingElse() throws {
        for receipt in ["SK-1 | 2026-10-09 | 甲 | 99 | CK-77", "SK-1 | 2026-10-09 | 乙 | 100 | CK-77"] {
            let result = try result(received: ("100", "", ""), receipt)
            let found = try #require(result.findings.first { $0.code == "receipt.unapplied" })
            #expect(!found.causes.contains { $0.kind == .otherNumber })
        }
    }

    /// SK-1 cites CK-3, and the sheet has its 60 on CK-2: as much in all. A fen less is not as much.
    @Test(arguments: [("60", true), ("59.99", false)])
    func receivedOnAnotherDocument(stated: String, isBalanced: Bool) throws {
        let result = try result(received: ("", stated, ""), "SK-1 | 2026-10-09 | 甲 | 60 | CK-3")
        let found = result.findings.filter { $0.code == "receivable.balance-miscalculated" }
        #expect(found.map { $0.key.map(\.value) } == (isBalanced ? [["CK-2"]] : [["CK-2"], ["CK-3"]]))
        #expect(
            found[0].explanation.english.contains("only on other documents (said / brought: CK-2 60.00 / 0.00")
                == isBalanced)
        #expect(try !unaccounted(result))
    }

    // MARK: Paid back

    private func overApplied(_ refund: String) throws -> (Reconciliation, Finding) {
        let result = try result("SK-1 | 2026-10-09 | 甲 | 75 | CK-2\n\(refund)")
        return (result, try #require(result.findings.first { $0.code == "receipt.over-applied" }))
    }

    @Test(arguments: ["SK-2 | 2026-10-12 | 甲 | -15 | SK-1", "SK-2 | 2026-10-12 | 甲 | -15 |"])
    func whatWasPaidBackIsNotAskedFor(refund: String) throws {
        let (result, found) = try overApplied(refund)
        #expect(found.causes.map(\.kind) == [.refunded] && found.unexplained == .amount(.zero))
        #expect(result.questions.isEmpty)
    }

    @Test(arguments: ["SK-2 | 2026-10-12 | 甲 | -14 | SK-1", "SK-2 | 2026-10-12 | 乙 | -15 | SK-1"])
    func whatWasNotPaidBack(refund: String) throws {
        let (result, found) = try overApplied(refund)
        #expect(!found.causes.contains { $0.kind == .refunded } && !result.questions.isEmpty)
    }

    // MARK: Exchanged

    /// Neither cites anything and the ledger has them as they are: 甲's 40 and 乙's 100 are each the other's document to the
    /// fen. 99 are not.
    @Test(arguments: [("100", true), ("99", false)])
    func twoReceiptsThatAreEachOthers(amount: String, isExchanged: Bool) throws {
        let result = Reconciler().reconcile(
            try MonthText(
                """
                receivables
                documentNumber | date | customer | amount | received | dueDate
                CK-1 | 2026-10-01 | 甲 | 100 | 100 | 2026-12-01
                CK-4 | 2026-10-01 | 乙 | 40 | 40 | 2026-12-01

                receipts
                receiptNumber | date | customer | amount | appliesTo
                SK-1 | 2026-10-09 | 甲 | 40 |
                SK-2 | 2026-10-09 | 乙 | \(amount) |
                """
            ).month())
        let found = try #require(result.findings.first { $0.code == "receipt.unapplied" })
        #expect(found.causes.contains { $0.statement.english.contains("each other's customer") } == isExchanged)
        #expect(result.questions[0].words.english.contains("each other's customer") == isExchanged)
    }

    /// SK-1 is 乙's and SK-2 甲's, as the ledger has them.
    @Test(arguments: [("甲", true), ("乙", false)])
    func twoReceiptsWithEachOthersCustomer(second: String, isExchanged: Bool) throws {
        let result = try result(
            "SK-1 | 2026-10-09 | 甲 | 40 |\nSK-2 | 2026-10-10 | 乙 | 60 |",
            ledger: """
                1 | 2026-10-01 | 1122 | 100 | | 甲 | CK-1
                1 | 2026-10-01 | 1122 | 60 | | 甲 | CK-2
                1 | 2026-10-01 | 1122 | 80 | | 甲 | CK-3
                1 | 2026-10-01 | 1122 | 40 | | 乙 | CK-4
                2 | 2026-10-09 | 1122 | | 40 | 乙 | SK-1
                3 | 2026-10-10 | 1122 | | 60 | \(second) | SK-2
                """)
        let found = result.findings.filter { $0.code == "ledger.customer-mismatch" }
        #expect(found.count == (isExchanged ? 2 : 1))
        #expect(
            found.allSatisfy { $0.causes.contains { $0.statement.english.contains("have each other's customer") } }
                == isExchanged)
    }

    // MARK: Another month

    /// The receipt's year is wrong, or it is dated in the month and booked in the next: each is told as what it is.
    @Test func aReceiptDatedOutsideTheMonth() throws {
        func result(_ day: String, booked: String) throws -> Reconciliation {
            try self.result(
                "SK-1 | \(day) | 乙 | 40 | CK-4",
                ledger: """
                    1 | 2026-10-01 | 1122 | 100 | | 甲 | CK-1
                    1 | 2026-10-01 | 1122 | 60 | | 甲 | CK-2
                    1 | 2026-10-01 | 1122 | 80 | | 甲 | CK-3
                    1 | 2026-10-01 | 1122 | 40 | | 乙 | CK-4
                    2 | \(booked) | 1122 | | 40 | 乙 | SK-1
                    """)
        }
        let wrong = try result("2025-10-09", booked: "2026-10-09")
        let control = try #require(wrong.findings.first { $0.code == "ledger.control-difference" })
        #expect(control.causes.map(\.kind) == [.neighbouringMonth])
        #expect(
            wrong.questions.contains {
                $0.words.english.contains("SK-1 of 40.00 is dated 2025-10-09, outside the month")
            })
        let later = try result("2026-10-09", booked: "2026-11-02")
        #expect(later.findings.filter { $0.code == "ledger.control-difference" }.allSatisfy { $0.causes.isEmpty })
        #expect(
            try !result("2026-10-09", booked: "2026-10-09").findings.contains { $0.code == "ledger.control-difference" }
        )
    }

    // MARK: Paid ahead, and booked on the document

    /// An order of which nothing has left, or money that says so itself, is nothing to ask the customer about; a month's debt
    /// is not paid with it.
    @Test(arguments: [
        ("SO-1", "", true), ("", "预收货款", true), ("预付款", "", true), ("", "货款", false), ("SO-2", "", false),
    ])
    func moneyPaidAhead(cited: String, remark: String, isAhead: Bool) throws {
        let result = Reconciler().reconcile(
            try MonthText(
                """
                orders
                orderNumber | orderDate | deliveryDate | customer | productCode | quantity | unitPrice
                SO-1 | 2026-10-28 | 2026-11-08 | 甲 | A | 10 | 10
                SO-2 | 2026-10-28 | 2026-11-08 | 乙 | A | 10 | 10

                receivables
                documentNumber | date | customer | amount | dueDate
                CK-1 | 2026-10-01 | 甲 | 70 | 2026-12-01

                receipts
                receiptNumber | date | customer | amount | appliesTo | remark
                SK-1 | 2026-10-29 | 甲 | 100 | \(cited) | \(remark)
                """
            ).month())
        let found = try #require(result.findings.first { $0.code == "receipt.unapplied" })
        #expect(found.causes.contains { $0.kind == .paidAhead } == isAhead)
        #expect(found.amount == Amount(units: isAhead || !cited.isEmpty ? 100_00 : 30_00))
        #expect(result.questions.isEmpty == isAhead)
    }

    /// CK-1 was set off against what is owed to 甲, in the ledger alone: one cause for the account and for what is called
    /// received. 97 are not all of it.
    @Test(arguments: [("100", 1, [Cause.Kind.creditedDirectly]), ("97", 2, [.creditedDirectly])])
    func creditedOnTheDocument(amount: String, count: Int, causes: [Cause.Kind]) throws {
        let result = try result(
            received: ("100", "", ""), "SK-9 | 2026-10-09 | 乙 | 40 | CK-4",
            ledger: """
                1 | 2026-10-01 | 1122 | 100 | | 甲 | CK-1
                9 | 2026-10-30 | 1122 | | \(amount) | 甲 | CK-1
                2 | 2026-10-01 | 1122 | 60 | | 甲 | CK-2
                3 | 2026-10-01 | 1122 | 80 | | 甲 | CK-3
                4 | 2026-10-01 | 1122 | 40 | | 乙 | CK-4
                5 | 2026-10-09 | 1122 | | 40 | 乙 | SK-9
                """)
        let booked = try #require(result.findings.first { $0.code == "ledger.amount-difference" })
        #expect(booked.causes.map(\.kind) == causes)
        let about = result.findings.filter { $0.key[0].value == "CK-1" }
        #expect(about.count == count)
        #expect(try !unaccounted(result))
    }

    /// A salesperson who is no customer brings what two customers paid: both are paid, and everything ties.
    @Test func whatSomebodyElseBrings() throws {
        let result = Reconciler().reconcile(
            try MonthText(
                """
                customers
                customer
                甲
                乙

                receivables
                documentNumber | date | customer | amount | received | dueDate
                CK-1 | 2026-10-01 | 甲 | 100 | 100 | 2026-12-01
                CK-4 | 2026-10-01 | 乙 | 40 | 40 | 2026-12-01

                receipts
                receiptNumber | date | customer | amount | appliesTo
                SK-1 | 2026-10-09 | 周敏 | 140 | CK-1、CK-4
                """
            ).month())
        #expect(result.findings.isEmpty && result.tiesThroughout)
    }
}
