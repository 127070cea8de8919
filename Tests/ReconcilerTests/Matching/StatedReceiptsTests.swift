import Books
import Testing

@testable import Reconciler

/// What receivables call received, and no receipt brought: no rule has a finding for it, and yet not everything ties.
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
            result.notChecked.filter { $0.code == "receivable.balance-miscalculated" && $0.why.chinese.contains("已收") }
                .map(\.why.chinese),
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
        #expect(said.lines[0].contains("「甲」应收登记已收 250.50，回款核销 205.50（已收 / 回款：CK1 250.50 / 205.50）"))
        #expect(said.unaccounted == ["-45.00"])
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
        #expect(other.lines.count == 1 && other.unaccounted == ["-80.00"])
    }

    /// 乙's 80 are called received, and 80 stand under 甲 for nothing: they are why. Where two lack 80, or two have them too
    /// much, nobody can say whose they are.
    @Test(
        arguments: [
            ("", "", []), ("\nCK2 | 2026-10-02 | 丙 | 80 | 80 | 0 | monthly | 2026-12-01", "", ["-80.00", "-80.00"]),
            ("", "\nSK2 | 2026-10-10 | 丙 | 80 | ", ["-80.00"]),
        ])
    func anothersMoneyExplainsIt(owed: String, paid: String, unaccounted: [String]) throws {
        let said = try self.said(
            month(
                "CK1 | 2026-10-02 | 乙 | 80 | 80 | 0 | monthly | 2026-12-01" + owed,
                "SK1 | 2026-10-09 | 甲 | 80 | " + paid))
        #expect(said.lines.isEmpty == unaccounted.isEmpty && !said.ties && said.unaccounted == unaccounted)
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
