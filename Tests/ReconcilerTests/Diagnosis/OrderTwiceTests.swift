import Books
import Testing

@testable import Reconciler

/// An order of which nothing was shipped, and that is another one again; and free goods, which owe nothing.
@Suite struct OrderTwiceTests {
    private func missing(_ orders: String, shipped: String = "SO-1") throws -> Reconciliation {
        Reconciler().reconcile(
            try MonthText(
                """
                orders
                orderNumber | orderDate | customer | productCode | quantity | unitPrice | deliveryDate
                SO-1 | 2026-10-02 | 甲 | A | 10 | 5 | 2026-10-05
                SO-1 | 2026-10-02 | 甲 | B | 4 | 7 | 2026-10-05
                \(orders)

                movements
                documentKind | documentNumber | date | customer | basisNumber | productCode | quantity | unitPrice
                salesOut | CK1 | 2026-10-03 | 甲 | \(shipped) | A | 10 | 5
                salesOut | CK1 | 2026-10-03 | 甲 | \(shipped) | B | 4 | 7
                """
            ).month())
    }

    @Test func theSameOrderUnderANewNumber() throws {
        let result = try missing(
            "SO-9 | 2026-10-02 | 甲 | B | 4 | 7 | 2026-10-05\nSO-9 | 2026-10-02 | 甲 | A | 10 | 5 | 2026-10-05")
        let found = result.findings.filter { $0.code == "dispatch.missing" }
        #expect(found.map { $0.causes.map(\.kind) } == [[.documentTwice], [.documentTwice]])
        #expect(found[0].causes[0].statement.english.hasPrefix("SO-1, of the same customer"))
        let question = try #require(result.questions.first)
        #expect(question.role == .salesperson && question.words.english.contains("sent twice"))
    }

    /// Another quantity, price, customer or day, one line more, and one that was not shipped either.
    @Test(arguments: [
        "SO-9 | 2026-10-02 | 甲 | A | 10 | 5 | 2026-10-05\nSO-9 | 2026-10-02 | 甲 | B | 5 | 7 | 2026-10-05",
        "SO-9 | 2026-10-02 | 甲 | A | 10 | 5 | 2026-10-05\nSO-9 | 2026-10-02 | 甲 | B | 4 | 8 | 2026-10-05",
        "SO-9 | 2026-10-02 | 乙 | A | 10 | 5 | 2026-10-05\nSO-9 | 2026-10-02 | 乙 | B | 4 | 7 | 2026-10-05",
        "SO-9 | 2026-10-04 | 甲 | A | 10 | 5 | 2026-10-05\nSO-9 | 2026-10-04 | 甲 | B | 4 | 7 | 2026-10-05",
        "SO-9 | 2026-10-02 | 甲 | A | 10 | 5 | 2026-10-05",
    ])
    func anotherOrder(lines: String) throws {
        let found = try missing(lines).findings.filter { $0.code == "dispatch.missing" }
        #expect(!found.isEmpty && found.allSatisfy { $0.causes.isEmpty })
    }

    @Test func noneOfThemWasShipped() throws {
        let found = try missing(
            "SO-9 | 2026-10-02 | 甲 | A | 10 | 5 | 2026-10-05\nSO-9 | 2026-10-02 | 甲 | B | 4 | 7 | 2026-10-05",
            shipped: "SO-77"
        ).findings.filter { $0.code == "dispatch.missing" }
        #expect(found.count == 4 && !found.contains { $0.causes.contains { $0.kind == .documentTwice } })
    }

    /// A document that is worth nothing has no receivable; one that is worth a fen has.
    @Test(arguments: [("0", []), ("0.01", ["receivable.missing"])])
    func freeGoodsOweNothing(price: String, codes: [String]) throws {
        let month = try MonthText(
            """
            movements
            documentKind | documentNumber | date | customer | productCode | quantity | unitPrice
            salesOut | CK1 | 2026-10-02 | 甲 | A | 1 | \(price)
            salesOut | CK2 | 2026-10-02 | 甲 | A | 1 | 5

            receivables
            customer | documentNumber | date | amount
            甲 | CK2 | 2026-10-02 | 5
            """
        ).month()
        #expect(Reconciler().reconcile(month).findings.map(\.code).filter { $0.hasPrefix("receivable.") } == codes)
    }

    // MARK: Counted after the month's end

    /// 100 at the month's end, 5 left on the first, counted on the second.
    private func stock(counted: String, book: String = "100", day: String = "2026-11-02") throws -> [String] {
        let month = try MonthText(
            """
            opening
            warehouse | productCode | quantity
            一仓 | A | 110

            movements
            documentKind | documentNumber | date | warehouse | customer | productCode | quantity
            salesOut | CK1 | 2026-10-30 | 一仓 | 甲 | A | 10
            salesOut | CK2 | 2026-11-01 | 一仓 | 甲 | A | 5

            stock
            warehouse | productCode | quantity
            一仓 | A | \(book)

            counts
            warehouse | productCode | countedQuantity | countedAt | reason
            一仓 | A | \(counted) | \(day) | 破损
            """
        ).month()
        let result = Reconciler().reconcile(month)
        let chain = try #require(result.chain)
        #expect(chain.proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.allSatisfy { $0.cause != .unaccounted })
        return result.findings.filter { $0.code.hasPrefix("stock.") }.map {
            "\($0.code) \($0.expected?.description ?? "") \($0.actual?.description ?? "") \($0.difference?.description ?? "")"
        }
    }

    @Test func whatLeftBeforeALaterCount() throws {
        #expect(try stock(counted: "95") == ["stock.after-count   5"])
        #expect(try stock(counted: "93") == ["stock.count-short 95 93 -2", "stock.after-count   5"])
    }

    /// Counted at the month's end, a count that is what the book says, and a book that is the count's day's.
    @Test func whatDidNotLeaveBeforeTheCount() throws {
        #expect(try stock(counted: "95", day: "2026-10-31") == ["stock.count-short 100 95 -5"])
        #expect(try stock(counted: "100").isEmpty)
        #expect(try stock(counted: "95", book: "95").map { $0.prefix(28) } == ["stock.rollforward-difference"])
    }
}
