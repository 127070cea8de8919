import Books
import Testing

@testable import Reconciler

/// Returns and reversals, and money paid back: what they are held against.
@Suite struct CreditNoteTests {
    private let head = """
        movements
        documentKind | documentNumber | date | customer | basisNumber | productCode | quantity | unitPrice
        """

    /// 500.00 delivered in September, of which 100.00 came back in October: each is owed once.
    @Test(arguments: ["salesReturn", "reversal"])
    func whatCancelsALastMonthsDeliveryIsNotItsDelivery(kind: String) throws {
        let text = """
            \(head)
            \(kind) | TH-1 | 2026-10-08 | 甲 | CK-9 | A | 10 | 10

            receivables
            customer | documentNumber | date       | amount
            甲       | CK-9           | 2026-09-20 | 500
            甲       | TH-1           | 2026-10-08 | -100
            """
        for code in ["receivable.amount-difference", "receivable.missing", "receivable.without-dispatch"] {
            try check(code, text, finds: [])
        }
        #expect(
            try chainLines(text, .customerAmount) == [
                "甲: ordered — shipped -100.00 stocked — owed 400.00 paid — booked — debited — | owed 500.00 carried"
            ])
    }

    /// What is owed by the order's number is that of its documents that have no receivable of their own.
    @Test func aReturnWithItsOwnReceivableIsNotTheOrdersToo() throws {
        let text = """
            \(head)
            salesOut    | CK-1 | 2026-10-02 | 甲 | SO-1 | A | 10 | 10
            salesReturn | TH-1 | 2026-10-08 | 甲 | SO-1 | A | 2  | 10

            receivables
            customer | documentNumber | date       | amount
            甲       | SO-1           | 2026-10-02 | 100
            """
        try check("receivable.amount-difference", text, finds: ["SO-1: 80.00 → 100.00 (20.00) 20.00"])
        try check("receivable.amount-difference", text + "\n甲 | TH-1 | 2026-10-08 | -20", finds: [])
    }

    /// A reversal that cites the document it cancels belongs to that document's order.
    @Test(arguments: [
        ("", ["SO-1 A: 40 → 0 (-40) -1000.00"], []),
        ("salesOut | CK-2 | 2026-10-09 | 甲 | SO-1 | A | 40 | 25", [], []),
        ("salesOut | CK-2 | 2026-10-09 | 甲 | SO-1 | A | 50 | 25", [], ["SO-1 A: 40 → 50 (10) 250.00"]),
    ])
    func aReversalOfADocumentIsOfItsOrder(again: String, short: [String], over: [String]) throws {
        for basis in ["CK-1", "SO-1"] {
            let text = """
                orders
                orderNumber | customer | productCode | quantity | unitPrice
                SO-1        | 甲       | A           | 40       | 25

                \(head)
                salesOut | CK-1 | 2026-10-05 | 甲 | SO-1 | A | 40 | 25
                reversal | HC-1 | 2026-10-07 | 甲 | \(basis) | A | 40 | 25
                \(again)
                """
            try check("dispatch.quantity-short", text, finds: short)
            try check("dispatch.quantity-over", text, finds: over)
            try check("document.reversal-unpaired", text, finds: [])
        }
    }

    private func cash(_ credit: String, receipts: String) -> String {
        """
        \(head)
        salesOut | CK-1 | 2026-10-05 | 甲 | SO-1 | A | 50 | 10
        \(credit)

        receivables
        customer | documentNumber | date       | amount | settlement
        甲       | CK-1           | 2026-10-05 | 500    | cash
        \(credit.isEmpty ? "" : "甲 | TH-1 | 2026-10-08 | -100 | cash")

        receipts
        receiptNumber | date | customer | amount | appliesTo
        \(receipts)
        """
    }

    /// Nobody pays for what he returned to have it back.
    @Test(arguments: [
        ("salesReturn | TH-1 | 2026-10-08 | 甲 | CK-1 | A | 10 | 10", "SK-1 | 2026-10-09 | 甲 | 400 | CK-1", []),
        ("salesReturn | TH-1 | 2026-10-08 | 甲 | SO-1 | A | 10 | 10", "SK-1 | 2026-10-09 | 甲 | 400 | CK-1", []),
        (
            "salesReturn | TH-1 | 2026-10-08 | 甲 | CK-1 | A | 10 | 10", "SK-1 | 2026-10-09 | 甲 | 350 | CK-1",
            ["CK-1: 500.00 → 450.00 (-50.00) -50.00"]
        ),
        // Of another document: nothing is set off.
        (
            "salesReturn | TH-1 | 2026-10-08 | 甲 | CK-7 | A | 10 | 10", "SK-1 | 2026-10-09 | 甲 | 400 | CK-1",
            ["CK-1: 500.00 → 400.00 (-100.00) -100.00"]
        ),
        // Paid in full and the return paid back: both are settled.
        (
            "salesReturn | TH-1 | 2026-10-08 | 甲 | CK-1 | A | 10 | 10",
            "SK-1 | 2026-10-06 | 甲 | 500 | CK-1\nSK-2 | 2026-10-09 | 甲 | -100 | CK-1", []
        ),
        // Paid and bounced: it is all open again.
        (
            "", "SK-1 | 2026-10-06 | 甲 | 500 | CK-1\nSK-2 | 2026-10-09 | 甲 | -500 | CK-1",
            ["CK-1: 500.00 → 0.00 (-500.00) -500.00"]
        ),
        // Paid after the month: open at its end.
        ("", "SK-1 | 2026-11-02 | 甲 | 500 | CK-1", ["CK-1: 500.00 → 0.00 (-500.00) -500.00"]),
        ("", "SK-1 | 2026-10-31 | 甲 | 500 | CK-1", []),
    ])
    func whatIsStillToBeCollected(credit: String, receipts: String, expected: [String]) throws {
        let text = cash(credit, receipts: receipts)
        try check("receivable.cash-uncollected", text, finds: expected)
        try check("receipt.unapplied", text, finds: [])
        let chain = try chainLines(text, .customerAmount)
        #expect(!chain.contains { $0.contains("unaccounted") }, "\(chain)")
    }

    /// What receivables call received is that of the period's end.
    @Test func aReceiptAfterThePeriodIsNotMissingFromTheReceivables() throws {
        let text = """
            receivables
            customer | documentNumber | date       | amount | received | settlement
            甲       | CK-1           | 2026-10-05 | 500    | 0        | monthly

            receipts
            receiptNumber | date       | customer | amount | appliesTo
            SK-1          | 2026-11-02 | 甲       | 500    | CK-1
            """
        let result = Reconciler().reconcile(try MonthText(text).month())
        let said = result.notChecked.map(\.why.english).filter { $0.contains("CK-1") }
        #expect(said == [])
        let tie = try #require(result.ties.first { $0.id == "receivable-receipts" })
        #expect(tie.pairs.map(\.outcome) == [.timing])
    }
}

/// Receivables kept by order number, while the ledger and the receipts name the deliveries.
@Suite struct OrderNumberTests {
    private let month = """
        movements
        documentKind | documentNumber | date       | customer | basisNumber | productCode | quantity | unitPrice
        salesOut     | CK-1           | 2026-10-05 | 甲       | SO-1        | A           | 60       | 25
        salesOut     | CK-2           | 2026-11-02 | 甲       | SO-1        | A           | 40       | 25

        receivables
        customer | documentNumber | date       | amount
        甲       | SO-1           | 2026-10-05 | 1500

        receipts
        receiptNumber | date       | customer | amount | appliesTo
        SK-1          | 2026-10-20 | 甲       | 1500   | CK-1

        ledger
        voucherNumber | date       | accountCode | debit | credit | documentNumber | customer
        记-1          | 2026-10-05 | 1122        | 1500  |        | CK-1           | 甲
        记-2          | 2026-10-20 | 1122        |       | 1500   | SK-1           | 甲
        """

    @Test(arguments: [
        "receivable.amount-difference", "receivable.missing", "ledger.missing", "ledger.without-document",
        "receipt.unapplied", "ledger.control-difference",
    ])
    func theDeliveryIsItsOrders(code: String) throws { try check(code, month, finds: []) }

    @Test func aWrongAmountIsStillFound() throws {
        try check(
            "ledger.amount-difference", month.replacing("1500  |        | CK-1", with: "1050  |        | CK-1"),
            finds: ["SO-1: 1500.00 → 1050.00 (-450.00) -450.00"])
    }

    // MARK: Paid net of a credit note

    /// 1,000 less the return of 100 is 900: all of it is paid, though the receipt cites only the delivery. With a second
    /// return of 100 nobody can say which, unless one of them is the delivery's own.
    @Test(arguments: [
        ("900", "TH1 | 2026-10-05 | 甲 | -100 | -100", "", true),
        ("899.99", "TH1 | 2026-10-05 | 甲 | -100 | -100", "", false),
        (
            "900", "TH1 | 2026-10-05 | 甲 | -100 | -100\nTH2 | 2026-10-06 | 甲 | -100 | -100", "", false
        ),
        (
            "900", "TH1 | 2026-10-05 | 甲 | -100 | -100\nTH2 | 2026-10-06 | 甲 | -100 | 0",
            "\n\nmovements\ndocumentKind | documentNumber | date | customer | basisNumber | amount\nsalesReturn | TH1 | 2026-10-05 | 甲 | CK1 | 100\nsalesReturn | TH2 | 2026-10-05 | 甲 | CK8 | 100",
            true
        ),
    ])
    func paidNetOfACreditNote(paid: String, credits: String, movements: String, isWhole: Bool) throws {
        let text = """
            receivables
            documentNumber | date | customer | amount | received
            CK1 | 2026-10-02 | 甲 | 1000 | 1000
            \(credits)

            receipts
            receiptNumber | date | customer | amount | appliesTo
            SK1 | 2026-10-09 | 甲 | \(paid) | CK1\(movements)
            """
        let month = try MonthText(text).month()
        #expect(found("receivable.balance-miscalculated", in: month).isEmpty == isWhole)
        let chain = try #require(Reconciler().reconcile(month).chain)
        #expect(!chain.proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.contains { $0.cause == .unaccounted })
    }
}
