import Books
import Testing

@testable import Intake

/// Last month's stock sheets and counts in this month's folder.
@Suite struct StatedMonthTests {
    @Test(arguments: [
        ("昆明某公司 盘点表 2026年9月", "2026-9"), ("盘点表2026-09", "2026-9"), ("2026.9 账存", "2026-9"), ("账存202609", "2026-9"),
        ("盘存20260930", "2026-9"), ("26年9月", "2026-9"), ("９月份盘点", "0-9"), ("十一月账存", "0-11"), ("九月", "0-9"),
        ("Stock Sep 2026", "2026-9"), ("Stock count, September 2026", "2026-9"), ("2026 Sept", "2026-9"),
        ("截止2026-09-30", "2026-9"), ("盘点表-2026-09", "2026-9"),
        // No month, or none in particular.
        ("QR-2026-09", ""), ("2026年度账存", ""), ("1-9月收发存", ""), ("may count", ""), ("三号仓", ""), ("2026", ""),
        ("530102600123456", ""), ("13月", ""), ("9-11月", ""),
    ])
    func monthsAreReadAsTheyAreWritten(text: String, expected: String) {
        let month = StatedMonth(in: text)
        #expect(month.map { "\($0.year ?? 0)-\($0.month)" } ?? "" == expected)
    }

    /// A month without a year is the nearest one.
    @Test func earlierThanAPeriod() throws {
        let october = Period(year: 2026, month: 10), january = Period(year: 2027, month: 1)
        for (text, period, isBefore) in [
            ("9月", october, true), ("10月", october, false), ("11月", october, false), ("12月", january, true),
            ("1月", january, false), ("2026年10月", october, false), ("2025年12月", october, true),
        ] {
            #expect(try #require(StatedMonth(in: text)).isBefore(period) == isBefore, "\(text) \(period)")
        }
    }

    private func counts(_ title: String, _ products: [String], quantity: Int64, day: Int? = nil) -> TestSheet {
        TestSheet(
            name: "盘点",
            rows: [[.text(title)], ["仓库", "商品编码", "品名", "实盘数", "盘点日期"]]
                + products.map { product in
                    let on = day.map { Entry.day(2026, $0, $0 == 9 ? 30 : 31) } ?? .nothing
                    return ["一号仓", .text(product), "米酒", .number(quantity, decimals: 0), on]
                })
    }

    private let orders = TestSheet(
        name: "订单", rows: [["订单号", "订单日期", "客户", "品名", "数量"], ["SO-1", .day(2026, 10, 8), "甲", "米酒", 3]])

    /// Counted once, whichever way the month is said.
    @Test(arguments: [("2026年9月盘点表", 0), ("盘点表", 9)]) func lastMonthsCountIsNotAdded(title: String, day: Int) {
        let old = counts(title, ["A", "B"], quantity: 90, day: day == 0 ? nil : day)
        let month = intake(orders, old, counts("2026年10月盘点表", ["A", "B", "C"], quantity: 7, day: 10))
        #expect(month.figures(.counts, .countedQuantity) == ["7", "7", "7"])
        #expect(month.troubles == ["earlier"])
    }

    /// What has no sheet of this month is not left out: the only count, and the other half of a warehouse.
    @Test func aMonthInTheTitleAloneLeavesNothingOut() {
        let old = counts("2026年9月盘点表", ["A", "B"], quantity: 90)
        #expect(intake(orders, old).figures(.counts, .countedQuantity) == ["90", "90"])
        let rest = counts("盘点表", ["C", "D"], quantity: 7)
        let both = intake(orders, old, rest)
        #expect(both.figures(.counts, .countedQuantity).sorted() == ["7", "7", "90", "90"])
        #expect(both.problems.isEmpty)
    }
}
