import Books
import Foundation
import Testing

@testable import Reconciler

@Suite struct ReceivableTests {
    private func tie(_ documents: String, _ receivables: String, _ receipts: String = "") -> String {
        var text = """
            movements
            documentKind | documentNumber | date | customer | basisNumber | productCode | quantity | unitPrice | voided
            \(documents)

            receivables
            customer | documentNumber | date | amount | received | balance | settlement | dueDate | signed
            \(receivables)
            """
        if !receipts.isEmpty {
            text +=
                "\n\nreceipts\nreceiptNumber | date | customer | amount | method | appliesTo | approvedBy\n\(receipts)"
        }
        return text
    }

    @Test func eachDeliveryIsOwedOnce() throws {
        let text = tie(
            """
            salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 3 | 33.33 |
            salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | B | 1 | 0.01  |
            salesOut | CK2 | 2026-10-02 | 甲 | SO-1 | A | 1 | 10    |
            salesOut | CK3 | 2026-10-02 | 甲 | SO-1 | A | 1 | 10    | yes
            salesOut | CK4 | 2026-10-02 | 甲 | SO-1 | A | 2 | 10    |
            salesOut | CK5 | 2026-10-02 | 甲 | SO-1 | A | 2 | 10    |
            salesOut | CK6 | 2026-11-02 | 甲 | SO-1 | A | 2 | 10    |
            """,
            """
            甲 | CK1 | 2026-10-02 | 100.00 | 0 | 100.00 | monthly | 2026-11-30 | 是
            甲 | CK3 | 2026-10-02 | 10.00  | 0 | 10.00  | monthly | 2026-11-30 | 是
            甲 | CK4 | 2026-10-02 | 20.01  | 0 | 20.01  | monthly | 2026-11-30 | 是
            甲 | CK5 | 2026-10-02 | 20.00  | 0 | 20.00  | monthly | 2026-11-30 | 是
            甲 | CK5 | 2026-10-02 | 20.00  | 0 | 20.00  | monthly | 2026-11-30 | 是
            甲 | CK8 | 2026-10-02 | 5.00   | 0 | 5.00   | monthly | 2026-11-30 | 是
            甲 | CK7 | 2026-09-02 | 5.00   | 0 | 5.00   | monthly | 2026-11-30 | 是
            """)
        try check("receivable.missing", text, finds: ["CK2: 10.00 → — (-10.00) -10.00"])
        try check(
            "receivable.without-dispatch", text, finds: ["CK3: — → 10.00 (10.00) 10.00", "CK8: — → 5.00 (5.00) 5.00"])
        try check("receivable.amount-difference", text, finds: ["CK4: 20.00 → 20.01 (0.01) 0.01"])
        try check("receivable.duplicate", text, finds: ["CK5: 20.00 → 40.00 (20.00) 20.00"])
    }

    /// Two deliveries owed in one line that names both, where it is just what they come to and neither is owed by itself.
    @Test(arguments: [
        ("CK1/CK2", "30.00", true), ("CK1、CK2", "30.00", true), ("CK1~CK2", "30.00", true), ("CK1/CK2", "30.01", false),
        ("CK1/CK3", "30.00", false),
    ])
    func aReceivableMayNameSeveralDeliveries(number: String, amount: String, isOne: Bool) throws {
        let text = tie(
            "salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 1 | 10 |\nsalesOut | CK2 | 2026-10-03 | 甲 | SO-1 | A | 2 | 10 |",
            "甲 | \(number) | 2026-10-03 | \(amount) | 0 | \(amount) | monthly | 2026-11-30 | 是")
        let missing = isOne ? [] : ["CK1: 10.00 → — (-10.00) -10.00", "CK2: 20.00 → — (-20.00) -20.00"]
        try check("receivable.missing", text, finds: missing)
        try check(
            "receivable.without-dispatch", text, finds: isOne ? [] : ["\(number): — → \(amount) (\(amount)) \(amount)"])
        // One that is owed by itself as well is owed by itself.
        try check(
            "receivable.without-dispatch",
            text + "\n甲 | CK1 | 2026-10-02 | 10.00 | 0 | 10.00 | monthly | 2026-11-30 | 是",
            finds: ["\(number): — → \(amount) (\(amount)) \(amount)"])
    }

    @Test func aReceivableMayCiteTheOrder() throws {
        let text = tie(
            "salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 1 | 10 |\nsalesOut | CK2 | 2026-10-03 | 甲 | SO-1 | A | 2 | 10 |",
            "甲 | SO-1 | 2026-10-03 | 30.00 | 0 | 30.00 | monthly | 2026-11-30 | 是")
        for code in ["receivable.missing", "receivable.without-dispatch", "receivable.amount-difference"] {
            try check(code, text, finds: [])
        }
    }

    @Test func theCustomerWhoOwes() throws {
        try check(
            "receivable.customer-mismatch",
            tie(
                "salesOut | CK1 | 2026-10-02 | 甲记商行 | SO-1 | A | 1 | 10 |\nsalesOut | CK2 | 2026-10-02 | 甲记商行 | SO-1 | A | 1 | 10 |",
                "乙 | CK1 | 2026-10-02 | 10.00 | 0 | 10 | monthly | |\n甲记 | CK2 | 2026-10-02 | 10.00 | 0 | 10 | monthly | |"
            ),
            finds: ["CK1: 甲记商行 → 乙 10.00"])
    }

    @Test func balances() throws {
        try check(
            "receivable.balance-miscalculated",
            tie(
                "salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 1 | 10 |",
                "甲 | CK1 | 2026-10-02 | 10.00 | 4.00 | 6.00 | monthly | |\n甲 | CK2 | 2026-09-02 | 10.00 | 4.00 | 5.99 | monthly | |"
            ),
            finds: ["CK2: 6.00 → 5.99 (-0.01) -0.01"])
    }

    /// 10.00 − 4.00 leaves 6.00: five fen below it pass a tolerance of five fen, six do not.
    @Test func balancesWithinTheTolerance() throws {
        var settings = Settings()
        settings.amountTolerance = Amount(units: 5)
        try check(
            "receivable.balance-miscalculated",
            tie(
                "salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 1 | 10 |",
                "甲 | CK1 | 2026-10-02 | 10.00 | 4.00 | 5.95 | monthly | |\n甲 | CK2 | 2026-09-02 | 10.00 | 4.00 | 5.94 | monthly | |"
            ),
            finds: ["CK1: 6.00 → 5.95 (-0.05) -0.05 tolerated", "CK2: 6.00 → 5.94 (-0.06) -0.06"],
            settings: settings)
    }

    @Test func cashAndCreditTerms() throws {
        let documents = (1...8).map { "salesOut | CK\($0) | 2026-10-0\($0) | 甲 | SO-1 | A | 1 | 10 |" }.joined(
            separator: "\n")
        let text = tie(
            documents,
            """
            甲 | CK1 | 2026-10-01 | 10.00 | 10.00 | 0     | cash    |            |
            甲 | CK2 | 2026-10-02 | 10.00 | 9.99  | 0.01  | cash    |            |
            乙 | CK3 | 2026-10-03 | 10.00 | 0     | 10.00 | rolling |            | 是
            乙 | CK4 | 2026-10-04 | 10.00 | 0     | 10.00 | rolling |            | 是
            丙 | CK5 | 2026-10-05 | 10.00 | 0     | 10.00 | hold1   |            | 是
            丙 | CK6 | 2026-10-06 | 10.00 | 0     | 10.00 | hold1   |            |
            丁 | CK7 | 2026-10-07 | 10.00 | 0     | 10.00 | monthly | 2026-10-30 | 是
            丁 | CK8 | 2026-10-08 | 10.00 | 0     | 10.00 | monthly | 2026-10-31 | 是
            """)
        try check("receivable.cash-uncollected", text, finds: ["CK2: 10.00 → 9.99 (-0.01) -0.01"])
        try check(
            "receivable.overdue", text,
            finds: [
                "CK3: 0.00 → 10.00 (10.00) 10.00", "CK5: 0.00 → 10.00 (10.00) 10.00", "CK7: 0.00 → 10.00 (10.00) 10.00",
            ])
        try check("receivable.unsigned", text, finds: ["CK6 10.00"])
    }

    @Test func monthlyTermsCountFromTheMonthsEnd() throws {
        let text = """
            customers
            customer | settlement | creditDays
            甲       | monthly    | 30

            receivables
            customer | documentNumber | date       | amount
            甲       | CK1            | 2026-08-05 | 10.00
            甲       | CK2            | 2026-09-05 | 10.00
            """
        // August's end + 30 days is 30 September; September's end + 30 days is 30 October; October's end is the 31st.
        try check(
            "receivable.overdue", text, finds: ["CK1: 0.00 → 10.00 (10.00) 10.00", "CK2: 0.00 → 10.00 (10.00) 10.00"])
        try check(
            "receivable.overdue", text.replacingOccurrences(of: "| 30", with: "| 31"),
            finds: ["CK1: 0.00 → 10.00 (10.00) 10.00"])
    }

    @Test func receiptsFindTheirDocuments() throws {
        let documents = (1...4).map { "salesOut | CK\($0) | 2026-10-0\($0) | 甲 | SO-1 | A | \($0) | 10 |" }.joined(
            separator: "\n")
        let receivables = (1...4).map { "甲 | CK\($0) | 2026-10-0\($0) | \($0)0.00 | \($0)0.00 | 0 | cash | |" }.joined(
            separator: "\n")
        let text = tie(
            documents, receivables,
            """
            SK1 | 2026-10-05 | 甲 | 10.00 | cash     | CK1 |
            SK2 | 2026-10-05 | 甲 | 70.00 | transfer |     |
            SK3 | 2026-10-06 | 甲 | 20.00 | offset   | CK2 |
            SK4 | 2026-10-07 | 甲 | 8.88  | transfer |     |
            SK5 | 2026-10-07 | 甲 | 5.00  | transfer | CK1 | 高
            SK6 | 2026-10-07 | 乙 | 5.00  | transfer | CK77 |
            """)
        try check("receipt.unapplied", text, finds: ["SK4: 8.88 → 0.00 (-8.88) 8.88", "SK6: 5.00 → 0.00 (-5.00) 5.00"])
        try check("receipt.over-applied", text, finds: ["SK5: 0.00 → 5.00 (5.00) 5.00"])
        try check("receipt.offset-unapproved", text, finds: ["SK3 20.00"])
    }

    @Test func theSameReceiptTwice() throws {
        let text = tie(
            "salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 1 | 10 |",
            "甲 | CK1 | 2026-10-02 | 10.00 | 10.00 | 0 | cash | |",
            """
            SK1 | 2026-10-05 | 甲 | 4.00 | cash | CK1 |
            SK1 | 2026-10-05 | 甲 | 4.00 | cash | CK1 |
            SK2 | 2026-10-05 | 甲 | 3.00 | cash | CK1 |
            SK3 | 2026-10-05 | 甲 | 3.00 | cash | CK1 |
            """)
        try check("receipt.duplicate", text, finds: ["SK1: — → 4.00 4.00"])
        try check("receipt.over-applied", text, finds: [])
    }

    @Test func moneyForADeliveryThatIsNotYetOwedIsNotAdrift() throws {
        let text = tie(
            "salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 1 | 10 |\nsalesOut | CK2 | 2026-10-02 | 甲 | SO-2 | A | 1 | 7 |",
            "甲 | CK1 | 2026-10-02 | 10.00 | 10.00 | 0 | cash | |", "SK1 | 2026-10-05 | 甲 | 17.00 | cash | |")
        try check("receivable.missing", text, finds: ["CK2: 7.00 → — (-7.00) -7.00"])
        try check("receipt.unapplied", text, finds: [])
    }

    @Test func aPartOfADeliveryThatIsNotYetOwedIsNotPaidByChance() throws {
        let text = tie(
            "salesOut | CK1 | 2026-10-02 | 甲 | SO-1 | A | 1 | 10 |\nsalesOut | CK2 | 2026-10-02 | 甲 | SO-2 | A | 1 | 70 |",
            "甲 | CK1 | 2026-10-02 | 10.00 | 10.00 | 0 | cash | |",
            "SK1 | 2026-10-05 | 甲 | 10.00 | cash | |\nSK2 | 2026-10-06 | 甲 | 8.88 | cash | |")
        try check("receipt.unapplied", text, finds: ["SK2: 8.88 → 0.00 (-8.88) 8.88"])
    }
}
