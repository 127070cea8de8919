import Books
import Testing

@testable import Reconciler

/// Sheets of the months before and after this one, beside its own.
@Suite struct OtherMonthsTests {
    /// One sale of October, ordered, delivered, owed, paid and booked; and a book with a sheet of another month.
    private func month(besides: String, saysReceived: Bool = false) throws -> Month {
        try MonthText(
            """
            orders
            orderNumber | orderDate | customer | productCode | quantity | unitPrice
            SO-1 | 2026-10-02 | 甲 | A | 10 | 10

            movements
            documentKind | documentNumber | date | warehouse | customer | basisNumber | productCode | quantity | unitPrice | amount
            salesOut | CK-1 | 2026-10-03 | 一号仓 | 甲 | SO-1 | A | 10 | 10 | 100

            receivables
            customer | documentNumber | date | amount\(saysReceived ? " | received" : "")
            甲 | CK-1 | 2026-10-03 | 100\(saysReceived ? " | 100" : "")

            receipts
            receiptNumber | date | customer | amount | appliesTo
            SK-1 | 2026-10-09 | 甲 | 100 | CK-1

            ledger
            voucherNumber | date | accountCode | debit | credit | customer | documentNumber
            1 | 2026-10-03 | 1122 | 100 | | 甲 | CK-1
            2 | 2026-10-09 | 1122 | | 100 | 甲 | SK-1

            \(besides)
            """
        ).month()
    }

    private static func sheet(_ head: String, _ numbers: ClosedRange<Int>, _ line: (Int) -> String) -> String {
        head + "\n" + numbers.map(line).joined(separator: "\n")
    }

    private static func deliveries(_ month: Int, _ numbers: ClosedRange<Int>) -> String {
        sheet(
            """
            movements
            documentKind | documentNumber | date | warehouse | customer | basisNumber | productCode | quantity | unitPrice | amount
            """, numbers
        ) { "salesOut | CL-\($0) | 2026-\(month)-0\($0) | 一号仓 | 甲 | SL-\($0) | A | 1 | 10 | 10" }
    }

    private static func receivables(_ month: Int, _ numbers: ClosedRange<Int>) -> String {
        sheet("receivables\ncustomer | documentNumber | date | amount", numbers) {
            "甲 | CL-\($0) | 2026-\(month)-0\($0) | 10"
        }
    }

    private static func receipts(_ month: Int, _ numbers: ClosedRange<Int>) -> String {
        sheet("receipts\nreceiptNumber | date | customer | amount | appliesTo", numbers) {
            "SL-\($0) | 2026-\(month)-0\($0) | 甲 | 10 | CL-\($0)"
        }
    }

    private static func ledger(_ month: Int, _ numbers: ClosedRange<Int>) -> String {
        sheet(
            "ledger\nvoucherNumber | date | accountCode | debit | credit | customer | documentNumber", numbers
        ) { "9\($0) | 2026-\(month)-0\($0) | 1122 | 10 | | 甲 | CL-\($0)" }
    }

    private func found(_ month: Month) throws -> (codes: Set<String>, said: Int) {
        let result = Reconciler().reconcile(month)
        let chain = try #require(result.chain)
        #expect(chain.proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.allSatisfy { $0.cause != .unaccounted })
        let besides: Set = ["ledger.unbalanced-voucher"]
        return (
            Set(result.findings.map(\.code)).subtracting(besides),
            result.notChecked.count { $0.why.english.contains("of another month") }
        )
    }

    @Test(arguments: [
        deliveries(11, 1...6), receivables(11, 1...6), receipts(11, 1...6), ledger(11, 1...6),
        "movements\ndocumentNumber",
    ])
    func theNextMonthsSheetIsNotTiedOut(sheet: String) throws {
        let other = try found(month(besides: sheet))
        #expect(other.codes == [])
        #expect(other.said == (sheet.hasPrefix("movements\ndocumentNumber") ? 0 : 1))
    }

    /// The money on such a sheet that paid nothing of this month stands on no side of a tie either.
    @Test func norIsItInTheTies() throws {
        let month = try month(besides: OtherMonthsTests.receipts(9, 1...6), saysReceived: true)
        let ties = Reconciler().reconcile(month).ties
        let received = try #require(ties.first { $0.id == TieName.receivableReceipts.rawValue })
        #expect(received.rightSum == 100_00)
        let ledger = try #require(ties.first { $0.id == TieName.receivableLedger.rawValue })
        #expect(ledger.leftSum == ledger.rightSum)
    }

    /// September's deliveries, with a gap in their numbers, and its receipts and entries.
    @Test func norIsTheLastMonths() throws {
        let gap = OtherMonthsTests.deliveries(9, 1...9).split(separator: "\n").filter { !$0.contains("CL-4 ") }
        for sheet in [
            gap.joined(separator: "\n"), OtherMonthsTests.receipts(9, 1...6), OtherMonthsTests.ledger(9, 1...6),
        ] {
            #expect(try found(month(besides: sheet)).codes == [])
        }
    }

    /// Money of September that cites nothing pays what was owed in September, and leaves October's to October's.
    @Test func moneyOfAnEarlierMonthPaysNothingOfThisOne() throws {
        let september = OtherMonthsTests.sheet("receipts\nreceiptNumber | date | customer | amount | appliesTo", 1...5)
        {
            "SL-\($0) | 2026-09-0\($0) | 乙 | 50 | "
        }
        let october = """
            orders
            orderNumber | orderDate | customer | productCode | quantity | unitPrice
            SO-2 | 2026-10-12 | 乙 | A | 5 | 10

            movements
            documentKind | documentNumber | date | warehouse | customer | basisNumber | productCode | quantity | unitPrice | amount
            salesOut | CK-2 | 2026-10-13 | 一号仓 | 乙 | SO-2 | A | 5 | 10 | 50

            receivables
            customer | documentNumber | date | amount
            乙 | CK-2 | 2026-10-13 | 50
            乙 | CL-1 | 2026-09-13 | 50

            receipts
            receiptNumber | date | customer | amount | appliesTo
            SK-2 | 2026-10-20 | 乙 | 50 |

            ledger
            voucherNumber | date | accountCode | debit | credit | customer | documentNumber
            3 | 2026-10-13 | 1122 | 50 | | 乙 | CK-2
            4 | 2026-10-20 | 1122 | | 50 | 乙 | SK-2
            """
        let month = try month(besides: october + "\n\n" + september)
        #expect(try found(month).codes == [])
        let examination = Examination(month, settings: Settings())
        let receipts = try examination.receipts().receipts, pairs = try examination.receivables().pairs
        let paid = receipts.map { receipt in
            month.text(month[.receipts].symbol(.receiptNumber, receipt.row)) + " "
                + receipt.paid.map { month.text(pairs[$0.pair].number) }.joined()
        }
        #expect(paid.contains("SK-2 CK-2") && paid.contains("SL-1 CL-1"))
    }

    /// A few records may be dated wrongly, and one of this month among them makes the sheet this month's.
    @Test func aFewRecordsOrOneOfThisMonthAreTiedOut() throws {
        let few = try found(month(besides: OtherMonthsTests.deliveries(9, 1...4)))
        #expect(few.codes == ["dispatch.without-order", "receivable.missing"] && few.said == 0)
        let mixed =
            OtherMonthsTests.deliveries(9, 1...6) + "\nsalesOut | CL-7 | 2026-10-07 | 一号仓 | 甲 | SL-7 | A | 1 | 10 | 10"
        #expect(try found(month(besides: mixed)).codes == ["dispatch.without-order", "receivable.missing"])
        let entries = try found(month(besides: OtherMonthsTests.ledger(9, 1...4)))
        #expect(entries.codes == ["ledger.without-document"])
        let money = try found(month(besides: OtherMonthsTests.receipts(9, 1...4)))
        #expect(money.codes == ["receipt.unapplied"])
    }

    /// A delivery of November is still the one that an order of October waits for.
    @Test func whatStandsThereExplainsThisMonth() throws {
        let late =
            OtherMonthsTests.deliveries(11, 1...6)
            + "\nsalesOut | CL-7 | 2026-11-07 | 一号仓 | 乙 | SO-2 | A | 5 | 10 | 50"
        let orders =
            "orders\norderNumber | orderDate | customer | productCode | quantity | unitPrice\nSO-2 | 2026-10-30 | 乙 | A | 5 | 10"
        #expect(try found(month(besides: late + "\n\n" + orders)).codes == ["dispatch.next-period"])
    }
}
