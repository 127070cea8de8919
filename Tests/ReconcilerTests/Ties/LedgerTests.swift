import Books
import Foundation
import Testing

@testable import Reconciler

@Suite struct LedgerTests {
    private func tie(_ ledger: String) -> String {
        """
        movements
        documentKind | documentNumber | date       | customer | basisNumber | productCode | quantity | unitPrice
        salesOut     | CK1            | 2026-10-02 | 甲       | SO-1        | A           | 1        | 10
        salesOut     | CK2            | 2026-10-02 | 甲       | SO-1        | A           | 2        | 10
        salesOut     | CK3            | 2026-10-02 | 甲       | SO-1        | A           | 3        | 10

        receivables
        customer | documentNumber | date       | amount
        甲       | CK1            | 2026-10-02 | 10.00
        甲       | CK2            | 2026-10-02 | 20.00

        receipts
        receiptNumber | date       | customer | amount | appliesTo
        SK1           | 2026-10-05 | 甲       | 10.00  | CK1

        ledger
        voucherNumber | date | accountCode | summary | debit | credit | customer | documentNumber
        \(ledger)
        """
    }

    private let clean = """
        V1 | 2026-10-02 | 1122   |            | 10.00 |       | 甲 | CK1
        V1 | 2026-10-02 | 6001   |            |       | 10.00 | 甲 | CK1
        V2 | 2026-10-02 | 112201 | 销售 CK2  | 20.00 |       | 甲 |
        V2 | 2026-10-02 | 6001   |            |       | 20.00 | 甲 | CK2
        V3 | 2026-10-05 | 1122   |            |       | 10.00 | 甲 | SK1
        V3 | 2026-10-05 | 1002   |            | 10.00 |       | 甲 | SK1
        """

    private static let codes = RuleBook.rules.map(\.code).filter { $0.hasPrefix("ledger.") }

    @Test(arguments: codes) func aRightLedgerIsSilent(code: String) throws {
        try check(code, tie(clean), finds: [])
    }

    private func swapped(_ line: Int, _ text: String) -> String {
        var lines = clean.split(separator: "\n").map(String.init)
        lines[line] = text
        return tie(lines.filter { !$0.isEmpty }.joined(separator: "\n"))
    }

    @Test func notBooked() throws {
        let text = swapped(0, "")
        try check("ledger.missing", text, finds: ["CK1: 10.00 → — (-10.00) -10.00"])
        try check("ledger.control-difference", text, finds: ["1122: 20.00 → 10.00 (-10.00) -10.00"])
        try check("ledger.missing", swapped(4, ""), finds: ["SK1: 10.00 → — (-10.00) -10.00"])
    }

    /// Without the warehouse's documents nobody can say that nothing was delivered: what is owed and not booked is missing.
    @Test func notBookedAndNoDocumentsToLookAt() throws {
        let whole = tie(clean.split(separator: "\n").dropFirst(2).joined(separator: "\n"))
        let text = whole.components(separatedBy: "\n\n").filter { !$0.hasPrefix("movements") }.joined(separator: "\n\n")
        try check("ledger.missing", text, finds: ["CK1: 10.00 → — (-10.00) -10.00"])
        let months = Reconciler().reconcile(try MonthText(text).month())
        let parts = try #require(months.chain).proofs.flatMap(\.lines).flatMap { $0.parts.joined() }
        #expect(!parts.contains { $0.cause == .unaccounted })
        // What was carried into the period was booked before it.
        try check("ledger.missing", text.replacing("CK1            | 2026-10-02", with: "CK1 | 2026-09-30"), finds: [])
    }

    @Test func anotherAmount() throws {
        try check(
            "ledger.amount-difference", swapped(0, "V1 | 2026-10-02 | 1122 | | 10.01 | | 甲 | CK1"),
            finds: ["CK1: 10.00 → 10.01 (0.01) 0.01"])
        try check(
            "ledger.unbalanced-voucher", swapped(0, "V1 | 2026-10-02 | 1122 | | 10.01 | | 甲 | CK1"),
            finds: ["V1: 10.01 → 10.00 (0.01) 0.01"])
    }

    @Test func bookedTwiceIsNotAlsoADifference() throws {
        let text = tie(
            clean + "\nV4 | 2026-10-09 | 1122 | | 10.00 | | 甲 | CK1\nV4 | 2026-10-09 | 6001 | | | 10.00 | 甲 | CK1")
        try check("ledger.duplicate", text, finds: ["CK1: 10.00 → 20.00 (10.00) 10.00"])
        try check("ledger.amount-difference", text, finds: [])
    }

    @Test func anotherPeriodOrCustomer() throws {
        let period = swapped(0, "V1 | 2026-11-02 | 1122 | | 10.00 | | 甲 | CK1")
        try check("ledger.wrong-period", period, finds: ["CK1: 2026-10 → 2026-11-02"])
        try check("ledger.missing", period, finds: [])
        try check(
            "ledger.customer-mismatch", swapped(0, "V1 | 2026-10-02 | 1122 | | 10.00 | | 乙 | CK1"),
            finds: ["CK1: 甲 → 乙"])
    }

    @Test func aDeliveryWithoutAReceivableIsNotAlsoUnbooked() throws {
        try check("receivable.missing", tie(clean), finds: ["CK3: 30.00 → — (-30.00) -30.00"])
        try check("ledger.missing", tie(clean), finds: [])
    }

    @Test func anEntryForNothing() throws {
        let text = tie(
            clean + "\nV4 | 2026-10-09 | 1122 | | 5.00 | | 甲 | CK88\nV4 | 2026-10-09 | 6001 | | | 5.00 | 甲 | CK88")
        try check("ledger.without-document", text, finds: ["CK88: — → 5.00 (5.00) 5.00"])
    }
}
