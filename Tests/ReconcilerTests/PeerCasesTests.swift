import Books
import Testing

@testable import Reconciler

/// Cases from the tests and fault reports of other systems, which nobody here wrote. Those about sets and tolerances stand
/// beside the search (`SubsetSearchTests`), the receipts (`ReceiptAllocationTests`) and the stages (`StagedMatchTests`).
@Suite struct PeerCasesTests {
    /// hmis#16234: a snapshot of 100, 15 sold since, 80 counted is 5 short and not 20.
    @Test func countedAfterSales() throws {
        let month = try MonthText(
            """
            opening
            warehouse | productCode | quantity
            一仓 | A | 100

            movements
            documentNumber | documentKind | date | warehouse | productCode | quantity
            CK-1 | salesOut | 2026-10-05 | 一仓 | A | 15

            counts
            warehouse | productCode | countedQuantity | countedAt
            一仓 | A | 80 | 2026-10-31
            """
        ).month()
        #expect(found("stock.count-short", in: month) == ["一仓 A: 85 → 80 (-5)"])
    }

    /// erpnext#37192: 15,000 came in; 13,000 were counted before a delivery of 2,000. After it 11,000 are there.
    @Test func deliveredAfterTheCount() throws {
        let month = try MonthText(
            """
            opening
            warehouse | productCode | quantity
            一仓 | A | 0

            movements
            documentNumber | documentKind | date | warehouse | productCode | quantity
            RK-1 | purchaseIn | 2026-10-05 | 一仓 | A | 15000
            CK-1 | salesOut | 2026-10-20 | 一仓 | A | 2000

            counts
            warehouse | productCode | countedQuantity | countedAt
            一仓 | A | 13000 | 2026-10-15
            """
        ).month()
        let line = try #require(Reconciler().reconcile(month).stock.first)
        let now = try #require(line.final) + line.movedAfterCount
        #expect(now.description == "11000")
        #expect(line.difference?.description == "-2000")
    }

    /// ERPNext's ageing: +50 −60 +5 +10 +20 leaves 5 and 20. Here 50, 5, 10 and 20 are owed and 60 is paid.
    @Test func ageingLeavesFiveAndTwenty() throws {
        let month = try MonthText(
            """
            receivables
            documentNumber | date | customer | amount
            T-1 | 2026-10-01 | 甲 | 50
            T-2 | 2026-10-02 | 甲 | 5
            T-3 | 2026-10-03 | 甲 | 10
            T-4 | 2026-10-04 | 甲 | 20

            receipts
            receiptNumber | date | customer | amount
            SK-1 | 2026-10-09 | 甲 | 60
            """
        ).month()
        let open = try Examination(month, settings: Settings()).openItems().map(\.open).filter { !$0.isZero }
        #expect(open.map(\.description).sorted() == ["20.00", "5.00"])
    }

    /// datacompy: three of a kind against two have two in common and one left.
    @Test func threeAgainstTwo() throws {
        guard case .unique(let set) = SubsetSearch.find([70, 70, 70], sum: 140) else {
            Issue.record("two of three equal amounts are one set")
            return
        }
        #expect(set.parts.map(\.taken) == [2] && set.parts.map(\.places.count) == [3] && set.isFree)
    }

    /// OpenBoxes: book 3, counted 10 is +7; a side that is absent is absent and not nought.
    @Test func overIsSevenAndAbsentIsAbsent() throws {
        let month = try MonthText(
            """
            stock
            warehouse | productCode | quantity
            一仓 | A | 3
            一仓 | C | 4

            counts
            warehouse | productCode | countedQuantity
            一仓 | A | 10
            一仓 | B | 2
            """
        ).month()
        #expect(found("stock.count-over", in: month) == ["一仓 A: 3 → 10 (7)"])
        #expect(found("stock.count-short", in: month) == [])
        #expect(found("stock.not-on-book", in: month) == ["一仓 B: — → 2"])
        #expect(found("stock.not-counted", in: month) == ["一仓 C: 4 → —"])
    }
}
