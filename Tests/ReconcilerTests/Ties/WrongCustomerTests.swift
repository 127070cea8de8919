import Books
import Testing

@testable import Reconciler

/// One wrong customer in one book is one finding, though three books then disagree.
@Suite struct WrongCustomerTests {
    /// An order of 甲's, delivered, owed, paid and booked; one name may be another's.
    private func month(
        order: String = "甲", document: String = "甲", owed: String = "甲", paid: String = "甲", booked: String = "甲",
        credited: String = "甲"
    ) -> String {
        """
        customers
        customer | settlement
        甲 | monthly
        乙 | monthly

        orders
        orderNumber | customer | productCode | quantity | unitPrice | deliveryDate
        SO-1 | \(order) | A | 10 | 5 | 2026-10-20

        movements
        documentKind | documentNumber | date | customer | basisNumber | productCode | quantity | unitPrice
        salesOut | CK1 | 2026-10-02 | \(document) | SO-1 | A | 10 | 5

        receivables
        customer | documentNumber | date | amount | received | balance | dueDate
        \(owed) | CK1 | 2026-10-02 | 50 | 50 | 0 | 2026-12-01

        receipts
        receiptNumber | date | customer | amount | appliesTo
        SK1 | 2026-10-05 | \(paid) | 50 | CK1

        ledger
        voucherNumber | date | accountCode | debit | credit | customer | documentNumber
        V1 | 2026-10-02 | 1122 | 50 | | \(booked) | CK1
        V1 | 2026-10-02 | 6001 | | 50 | | CK1
        V2 | 2026-10-05 | 1122 | | 50 | \(credited) | SK1
        V2 | 2026-10-05 | 1002 | 50 | | | SK1
        """
    }

    private func found(_ text: String) throws -> [String] {
        let result = Reconciler().reconcile(try MonthText(text).month())
        let chain = try #require(result.chain)
        let open = chain.proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.filter { $0.cause == .unaccounted }
        #expect(open.isEmpty)
        return result.findings.filter { $0.findingClass == .difference || $0.findingClass == .missing }
            .map { "\($0.code) \($0.key.map(\.value).joined(separator: " "))" }.sorted()
    }

    @Test func nobodyWrong() throws { #expect(try found(month()).isEmpty) }

    /// The ledger agrees with the delivery: the receivable is wrong, and only that is said. Then the money of 甲 cites what is
    /// 乙's in the receivables.
    @Test func theReceivable() throws {
        #expect(
            try found(month(owed: "乙")) == ["receipt.unapplied SK1", "receivable.customer-mismatch CK1"])
    }

    /// The order's customer owes it and it is booked so: the document names another one.
    @Test func theDocument() throws {
        #expect(try found(month(document: "乙")) == ["dispatch.customer-mismatch SO-1"])
        let finding = try #require(
            Reconciler().reconcile(try MonthText(month(document: "乙")).month()).findings.first {
                $0.code == "dispatch.customer-mismatch"
            })
        #expect(finding.explanation.chinese.contains("应收也记在订单的客户名下"))
    }

    /// Order and document disagree, and the receivable goes with the document: nobody can tell, and it is said once as well.
    @Test func theOrder() throws {
        let text = month(order: "乙")
        #expect(try found(text) == ["dispatch.customer-mismatch SO-1"])
        #expect(
            Reconciler().reconcile(try MonthText(text).month()).findings.allSatisfy {
                !$0.explanation.chinese.contains("应收也记在订单的客户名下")
            })
    }

    /// The ledger credits whose document the receipt cites.
    @Test func theReceipt() throws {
        #expect(try found(month(paid: "乙")) == ["receipt.unapplied SK1"])
    }

    /// Where nobody else is wrong, the ledger is.
    @Test func theLedger() throws {
        #expect(try found(month(booked: "乙")) == ["ledger.customer-mismatch CK1"])
        #expect(try found(month(credited: "乙")) == ["ledger.customer-mismatch SK1"])
    }

    /// Three books with three customers are more than one mistake.
    @Test func theReceivableAndTheLedger() throws {
        let text = month(owed: "乙", booked: "丙").replacing("乙 | monthly", with: "乙 | monthly\n丙 | monthly")
        #expect(
            try found(text).filter { $0.contains("customer-mismatch") }
                == ["ledger.customer-mismatch CK1", "receivable.customer-mismatch CK1"])
    }

    /// The money of 乙's document is keyed under 甲 and cites nothing: both findings, and the ledger's, name the other.
    @Test(arguments: [("50", true), ("49.99", false)]) func moneyUnderTheWrongCustomer(paid: String, isNamed: Bool)
        throws
    {
        let month = try MonthText(
            """
            customers
            customer | settlement
            甲 | cash
            乙 | cash

            receivables
            customer | documentNumber | date | amount
            乙 | CK1 | 2026-10-02 | 50

            receipts
            receiptNumber | date | customer | amount
            SK1 | 2026-10-05 | 甲 | \(paid)

            ledger
            voucherNumber | date | accountCode | debit | credit | customer | documentNumber
            V1 | 2026-10-02 | 1122 | 50 | | 乙 | CK1
            V2 | 2026-10-05 | 1122 | | \(paid) | 乙 | SK1
            """
        ).month()
        let findings = Reconciler().reconcile(month).findings
        func statements(_ code: String) -> [String] {
            findings.filter { $0.code == code }.flatMap(\.causes).filter { $0.kind == .otherCustomer }.map(
                \.statement.english)
        }
        for (code, other) in [
            ("receipt.unapplied", "“乙”'s CK1 is paid by no receipt and the ledger books it to them"),
            ("receivable.cash-uncollected", "Of receipt SK1 of “甲” 50.00 finds nothing to pay"),
            ("ledger.customer-mismatch", "most likely the receipt names the wrong customer"),
        ] {
            let said = statements(code)
            #expect(said.count == (isNamed ? 1 : 0), "\(code)")
            #expect(said.allSatisfy { $0.contains(other) }, "\(code)")
        }
    }

    /// Two customers owe just as much: only the one whom the ledger books it to is named, and without the ledger nobody.
    @Test(arguments: [("乙", ["CK1"]), ("丙", ["CK2"]), ("甲", [])]) func oneOfTwo(booked: String, named: [String]) throws
    {
        let month = try MonthText(
            """
            receivables
            customer | documentNumber | date | amount
            乙 | CK1 | 2026-10-02 | 50
            丙 | CK2 | 2026-10-02 | 50

            receipts
            receiptNumber | date | customer | amount
            SK1 | 2026-10-05 | 甲 | 50

            ledger
            voucherNumber | date | accountCode | debit | credit | customer | documentNumber
            V1 | 2026-10-02 | 1122 | 50 | | 乙 | CK1
            V2 | 2026-10-02 | 1122 | 50 | | 丙 | CK2
            V3 | 2026-10-05 | 1122 | | 50 | \(booked) | SK1
            """
        ).month()
        let causes = Reconciler().reconcile(month).findings.filter { $0.code == "receipt.unapplied" }.flatMap(\.causes)
        #expect(causes.map { $0.statement.english.contains(named.first ?? "") } == named.map { _ in true })
    }
}
