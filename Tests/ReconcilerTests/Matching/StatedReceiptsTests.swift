import Books
import Testing

@testable import Reconciler

/// What receivables call received, and no receipt brought.
@Suite struct StatedReceiptsTests {
    private func month(_ receivables: String, _ receipts: String) -> String {
        """
        receivables
        documentNumber | date | customer | amount | received | balance | settlement | dueDate
        \(receivables)

        receipts
        receiptNumber | date | customer | amount | appliesTo
        \(receipts)
        """
    }

    private func said(_ text: String) throws -> (lines: [String], ties: Bool, unaccounted: [String]) {
        let result = Reconciler().reconcile(try MonthText(text).month())
        let chain = try #require(result.chain)
        let customers = try #require(chain[.customerAmount])
        return (
            result.findings.filter { $0.code == "receivable.balance-miscalculated" }.map(\.explanation.chinese),
            result.tiesThroughout,
            customers.lines.flatMap { $0.parts.joined() }.filter { $0.cause == .unaccounted }
                .map { Amount(units: $0.units).description }
        )
    }

    /// 250.50 are called received, and the receipt brought 205.50: two digits exchanged, and nothing else says so.
    @Test func lessCameThanIsCalledReceived() throws {
        let said = try self.said(
            month(
                "CK1 | 2026-10-02 | 甲 | 250.50 | 250.50 | 0 | monthly | 2026-12-01",
                "SK1 | 2026-10-09 | 甲 | 205.50 | CK1"))
        #expect(said.lines.count == 1 && !said.ties)
        #expect(said.lines[0].contains("应收登记已收 250.50，期末前回款（SK1）核销 205.50"))
        #expect(said.unaccounted.isEmpty)
        try check(
            "receivable.balance-miscalculated",
            month(
                "CK1 | 2026-10-02 | 甲 | 250.50 | 250.50 | 0 | monthly | 2026-12-01",
                "SK1 | 2026-10-09 | 甲 | 205.50 | CK1"), finds: ["CK1: 205.50 → 250.50 (45.00) 45.00"])
    }

    /// The money came on the 3rd of November; a receipt of the 31st is the month's own, and one of nine fen less is no cut-off.
    @Test(arguments: [
        ("2026-11-03", "80", ["neighbouring-month"]), ("2026-11-03", "79.91", []), ("2026-10-31", "80", nil),
    ])
    func whatCameAfterTheMonth(day: String, amount: String, causes: [String]?) throws {
        let text = month(
            "CK1 | 2026-10-02 | 甲 | 80 | 80 | 0 | monthly | 2026-12-01", "SK1 | \(day) | 甲 | \(amount) | CK1")
        let result = Reconciler().reconcile(try MonthText(text).month())
        let found = result.findings.filter { $0.code == "receivable.balance-miscalculated" }
        #expect(found.first.map { $0.causes.map(\.kind.rawValue) } == causes)
        #expect(found.allSatisfy { $0.expected == .amount(.zero) && $0.actual == .amount(Amount(units: 80_00)) })
        #expect(try said(text).unaccounted.isEmpty)
    }

    /// Two receipts cite each other's document: one finding, and nothing is unaccounted. Of two customers it is two.
    @Test func onlyOnOtherDocuments() throws {
        let receipts = "SK1 | 2026-10-09 | 甲 | 80 | CK1\nSK2 | 2026-10-09 | %@ | 30 | CK2"
        func said(_ second: String) throws -> (lines: [String], ties: Bool, unaccounted: [String]) {
            try self.said(
                month(
                    "CK1 | 2026-10-02 | 甲 | 90 | 70 | 20 | monthly | 2026-12-01\nCK2 | 2026-10-02 | \(second) | 90 | 40 | 50 | monthly | 2026-12-01",
                    receipts.replacing("%@", with: second)))
        }
        let one = try said("甲")
        #expect(one.lines.count == 1 && one.lines[0].contains("CK2 40.00 / 30.00、CK1 70.00 / 80.00"))
        #expect(one.unaccounted.isEmpty && !one.ties)
        #expect(try said("乙").lines.count == 2)
    }

    /// A column that nobody filled in says nothing. One line or one balance, and blank is nought.
    @Test(arguments: [("", "", "", 0), ("", "", "30", 1), ("", "250.50", "", 1), ("0", "", "", 1)])
    func aBlankColumnSaysNothing(received: String, balance: String, other: String, count: Int) throws {
        let text = month(
            "CK1 | 2026-10-02 | 甲 | 250.50 | \(received) | \(balance) | cash | 2026-12-01\nCK9 | 2026-09-02 | 乙 | 30 | \(other) | | monthly | 2026-12-01",
            "SK1 | 2026-10-09 | 甲 | 250.50 | CK1")
        #expect(try said(text).lines.count == count)
        // Whatever the column says, the receipt is there.
        try check("receivable.cash-uncollected", text, finds: [])
    }

    /// The receipt was not yet noted on the receivables.
    @Test func moreCameThanIsCalledReceived() throws {
        let said = try self.said(
            month(
                "CK1 | 2026-10-02 | 甲 | 250.50 | 0 | 250.50 | monthly | 2026-12-01",
                "SK1 | 2026-10-09 | 甲 | 250.50 | CK1"))
        #expect(said.lines.count == 1 && !said.ties && said.unaccounted.isEmpty)
    }

    @Test func asManyAsAreCalledReceived() throws {
        let said = try self.said(
            month(
                "CK1 | 2026-10-02 | 甲 | 250.50 | 250.50 | 0 | monthly | 2026-12-01",
                "SK1 | 2026-10-09 | 甲 | 250.50 | CK1"))
        #expect(said.lines.isEmpty && said.ties && said.unaccounted.isEmpty)
    }

    /// What is carried from September was paid there, and so it ties.
    @Test func whatWasPaidInAnEarlierMonth() throws {
        let said = try self.said(
            month(
                "CK9 | 2026-09-02 | 甲 | 100 | 40 | 60 | monthly | 2026-12-01\nCK1 | 2026-10-02 | 甲 | 30 | 30 | 0 | monthly | 2026-12-01",
                "SK1 | 2026-10-09 | 甲 | 30 | CK1"))
        #expect(said.lines.isEmpty && said.ties && said.unaccounted.isEmpty)
    }

    /// SK1's number is nobody's: that it finds nothing to pay is said, and it is why CK1 is not paid.
    @Test func aReceiptThatFindsNothingExplainsIt() throws {
        let said = try self.said(
            month("CK1 | 2026-10-02 | 甲 | 80 | 80 | 0 | monthly | 2026-12-01", "SK1 | 2026-10-09 | 甲 | 80 | CK99"))
        #expect(said.lines.isEmpty && !said.ties && said.unaccounted.isEmpty)
        // Seventy do not explain eighty.
        let other = try self.said(
            month("CK1 | 2026-10-02 | 甲 | 80 | 80 | 0 | monthly | 2026-12-01", "SK1 | 2026-10-09 | 甲 | 70 | CK99"))
        #expect(other.lines.count == 1 && other.unaccounted.isEmpty)
    }

    /// 乙's 80 are called received, and 80 stand under 甲 for nothing: they are why. Where two lack 80, or two have them too
    /// much, nobody can say whose they are.
    @Test(
        arguments: [
            ("", "", 0), ("\nCK2 | 2026-10-02 | 丙 | 80 | 80 | 0 | monthly | 2026-12-01", "", 2),
            ("", "\nSK2 | 2026-10-10 | 丙 | 80 | ", 1),
        ])
    func anothersMoneyExplainsIt(owed: String, paid: String, unexplained: Int) throws {
        let said = try self.said(
            month(
                "CK1 | 2026-10-02 | 乙 | 80 | 80 | 0 | monthly | 2026-12-01" + owed,
                "SK1 | 2026-10-09 | 甲 | 80 | " + paid))
        #expect(said.lines.count == unexplained && !said.ties && said.unaccounted.isEmpty)
    }

    /// SK1 cites CK2, which owes 30 and was not called received; all of its 80 are what CK1 lacks.
    @Test func moneyThatCitesTheWrongOneExplainsIt() throws {
        let said = try self.said(
            month(
                "CK1 | 2026-10-02 | 甲 | 80 | 80 | 0 | monthly | 2026-12-01\nCK2 | 2026-10-02 | 甲 | 30 | 0 | 30 | monthly | 2026-12-01",
                "SK1 | 2026-10-09 | 甲 | 80 | CK2"))
        #expect(said.unaccounted.isEmpty)
    }
}
