import Books
import Testing

@testable import Intake

/// Days whose month and day have columns of their own, as in account books.
@Suite struct DaysInPartsTests {
    private static let more: [Entry] = ["凭证号", "科目代码", "摘要", "借方", "贷方", "往来单位", "单据号"]

    private static func line(_ day: [Entry], _ number: Int) -> [Entry] {
        day + [.text("记-\(number)"), "1122", "销售", 100, "", "甲商行", .text("CK-\(number)")]
    }

    private func days(_ head: [[Entry]], _ parts: [[Entry]], tab: String = "明细账", path: String = "明细账.xlsx") -> [String]
    {
        let lines = parts.enumerated().map { Self.line($1, $0 + 1) }
        let month = intake(TestSheet(name: tab, rows: head + lines), path: path, period: Period(year: 2026, month: 10))
        let table = month[.ledger]
        return table.rows.map { table.day(.date, $0).map(\.description) ?? "—" }
    }

    private static let parts: [[Entry]] = [[10, 2], ["10", "05"], ["20261006", ""], ["", 31], [11, 3]]
    private static let whole = ["2026-10-02", "2026-10-05", "—", "2026-10-31", "2026-11-03"]

    /// The year above both, in a title, on the tab or in the file's name.
    @Test func theYearIsSaidSomewhere() {
        let flat: [Entry] = ["月", "日"] + Self.more
        #expect(days([["2026年", ""], flat], Self.parts) == Self.whole)
        #expect(days([["应收账款明细账 2026年10月"], flat], Self.parts) == Self.whole)
        #expect(days([flat], Self.parts, tab: "2026年10月") == Self.whole)
        #expect(days([flat], Self.parts, path: "财务/明细账2026-10.xlsx") == Self.whole)
        // Else it is the month's that is tied out.
        #expect(days([flat], Self.parts) == Self.whole)
        #expect(days([["2025年", ""], flat], [[10, 2]]) == ["2025-10-02"])
    }

    @Test func theYearHasAColumnToo() {
        let parts: [[Entry]] = [[2026, 10, 2], ["", 10, 5], ["", "", 31], [2027, 1, 3]]
        #expect(
            days([["年", "月", "日"] + Self.more], parts) == ["2026-10-02", "2026-10-05", "2026-10-31", "2027-01-03"])
    }

    /// What stands there is no month and day: nothing is made of it.
    @Test func nothingIsMadeUp() {
        let parts: [[Entry]] = [[13, 2], [14, 5], [15, 3], [10, 40]]
        #expect(days([["2026年", ""], ["月", "日"] + Self.more], parts) == ["—", "—", "—", "—"])
    }

    /// A column of whole days is believed, and not the parts beside it.
    @Test func wholeDaysGoFirst() {
        let read = days([["日期", "月", "日"] + Self.more], [[.day(2026, 10, 9), 10, 2]], tab: "2026年")
        #expect(read == ["2026-10-09"])
    }
}
