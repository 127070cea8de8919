import Books
import Testing

@testable import Reconciler

/// What is off in one warehouse and off the other way in another, and what void documents leave behind.
@Suite struct WarehouseCauseTests {
    /// 甲仓 and 乙仓 begin with 100 each; what moved and what the book has is each test's.
    private func month(_ movements: String, _ here: String, _ there: String, _ third: String = "100") throws -> Month {
        try MonthText(
            """
            opening
            warehouse | productCode | quantity
            甲仓 | A | 100
            乙仓 | A | 100
            丙仓 | A | 100

            movements
            documentKind | documentNumber | date | warehouse | toWarehouse | productCode | quantity | voided
            \(movements)

            stock
            warehouse | productCode | quantity
            甲仓 | A | \(here)
            乙仓 | A | \(there)
            丙仓 | A | \(third)
            """
        ).month()
    }

    private func causes(_ month: Month, _ warehouse: String) throws -> [Cause] {
        try #require(
            Reconciler().reconcile(month).findings.first {
                $0.code == "stock.rollforward-difference" && $0.key[0].value == warehouse
            }
        ).causes
    }

    /// CK1 of 12 names 乙仓, and the book took it out of 甲仓: both say so, and neither that the book left it out.
    @Test func anIssueThatNamesTheWrongWarehouse() throws {
        let month = try month("salesOut | CK1 | 2026-10-05 | 乙仓 | | A | 12 | ", "88", "100")
        for (warehouse, other) in [("甲仓", "乙仓"), ("乙仓", "甲仓")] {
            let causes = try causes(month, warehouse)
            #expect(causes.map(\.kind) == [.otherWarehouse])
            #expect(
                causes[0].statement.english.contains("“\(other)”")
                    && causes[0].statement.english.contains("Document CK1"))
            #expect(causes[0].statement.english.contains("from “甲仓” to “乙仓” without a document"))
        }
    }

    /// Off by as much in a third warehouse as well: which belong together cannot be said.
    @Test func twoThatAreOffByAsMuch() throws {
        let month = try month("salesOut | CK1 | 2026-10-05 | 乙仓 | | A | 12 | ", "88", "100", "88")
        #expect(try causes(month, "甲仓").isEmpty)
        #expect(try causes(month, "乙仓").map(\.kind) == [.documentUnposted])
    }

    /// Not by the same: only what the document was is said.
    @Test func notByTheSame() throws {
        let month = try month("salesOut | CK1 | 2026-10-05 | 乙仓 | | A | 12 | ", "89", "100")
        #expect(try causes(month, "甲仓").isEmpty)
        #expect(try causes(month, "乙仓").map(\.kind) == [.documentUnposted])
    }

    /// A transfer that the book never had explains both by itself.
    @Test func aTransferThatWasNotPosted() throws {
        let month = try month("transfer | DB1 | 2026-10-05 | 甲仓 | 乙仓 | A | 12 | ", "100", "100")
        #expect(try causes(month, "甲仓").map(\.kind) == [.documentUnposted])
        #expect(try causes(month, "乙仓").map(\.kind) == [.documentUnposted])
    }

    @Test(arguments: [("88", [Cause.Kind.voidStillBooked]), ("89", []), ("112", [])])
    func aVoidDocumentThatTheBookStillHas(book: String, kinds: [Cause.Kind]) throws {
        let month = try month(
            "salesOut | CK1 | 2026-10-05 | 甲仓 | | A | 12 | yes\nsalesOut | CK2 | 2026-10-05 | 丙仓 | | A | 1 | ", book,
            "100",
            "99")
        let causes = try causes(month, "甲仓")
        #expect(causes.map(\.kind) == kinds)
        #expect(causes.allSatisfy { $0.statement.english.contains("void document CK1") })
    }

    /// What left another warehouse, or in another month, is another matter.
    @Test(arguments: ["乙仓 | | A | 12 | yes", "甲仓 | | B | 12 | yes", "甲仓 | | A | 12 | "])
    func whatIsNotThatVoid(line: String) throws {
        let causes = try causes(month("salesOut | CK1 | 2026-10-05 | \(line)", "88.5", "100"), "甲仓")
        #expect(!causes.map(\.kind).contains(.voidStillBooked))
    }

    /// The count is short of what a void document would have taken, and over in the other warehouse.
    @Test(arguments: [("88", "112", [Cause.Kind.otherWarehouse]), ("88", "111", [])])
    func countsOfTwoWarehouses(here: String, there: String, kinds: [Cause.Kind]) throws {
        let month = try MonthText(
            """
            stock
            warehouse | productCode | quantity
            甲仓 | A | 100
            乙仓 | A | 100

            counts
            warehouse | productCode | countedQuantity | countedAt
            甲仓 | A | \(here) | 2026-10-31
            乙仓 | A | \(there) | 2026-10-31
            """
        ).month()
        let short = Reconciler().reconcile(month).findings.filter { $0.code == "stock.count-short" }
        #expect(short.map { $0.causes.map(\.kind) } == [kinds])
    }
}
