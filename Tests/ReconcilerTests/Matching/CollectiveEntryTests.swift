import Books
import Testing

@testable import Reconciler

/// Entries of the ledger that name several documents, or several receipts.
@Suite struct CollectiveEntryTests {
    /// 甲 owes 100 on CK-1 and 30 on CK-2 and paid them with SK-1 and SK-2; the ledger is each test's.
    private func month(_ debits: String, _ credits: String = "3 | 2026-10-09 | 1122 | | 130 | 甲 | SK-1、SK-2 | ") throws
        -> Month
    {
        try MonthText(
            """
            receivables
            documentNumber | date | customer | amount | dueDate
            CK-1 | 2026-10-05 | 甲 | 100 | 2026-12-01
            CK-2 | 2026-10-06 | 甲 | 30 | 2026-12-01

            receipts
            receiptNumber | date | customer | amount | appliesTo
            SK-1 | 2026-10-09 | 甲 | 100 | CK-1
            SK-2 | 2026-10-09 | 甲 | 30 | CK-2

            ledger
            voucherNumber | date | accountCode | debit | credit | customer | documentNumber | summary
            \(debits)
            \(credits)
            """
        ).month()
    }

    private func found(_ month: Month) throws -> [String] {
        let result = Reconciler().reconcile(month)
        let chain = try #require(result.chain)
        #expect(chain.proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.allSatisfy { $0.cause != .unaccounted })
        let besides: Set = ["ledger.control-difference", "ledger.unbalanced-voucher"]
        return result.findings.filter { $0.code.hasPrefix("ledger.") && !besides.contains($0.code) }.map { finding in
            "\(finding.code) \(finding.key[0].value) \(finding.expected?.description ?? "") \(finding.actual?.description ?? "")"
        }
    }

    @Test(arguments: ["CK-1、CK-2 | ", "CK-1,CK-2 | ", " | 销售 CK-1、CK-2", " | 销售 CK-1/CK-2", " | 补 CK-2 与CK-1"])
    func allOfThemInOneEntry(names: String) throws {
        let month = try month("1 | 2026-10-06 | 1122 | 130 | | 甲 | \(names)")
        #expect(try found(month).isEmpty)
        // Each is tied to the entry with its own share, by the sum.
        let pairs = Reconciler().reconcile(month).ties.filter { $0.id == "receivable-ledger" }.flatMap(\.pairs)
        #expect(pairs.allSatisfy { $0.stage == .sum } && pairs.map(\.right) == [10_000, 3_000])
    }

    /// 130 are 13 too few: one difference, of the sum; and of two entries that both are off by it, one each.
    @Test func offByASum() throws {
        #expect(
            try found(month("1 | 2026-10-06 | 1122 | 117 | | 甲 | CK-1、CK-2 | "))
                == ["ledger.amount-difference CK-1 130.00 117.00"])
        #expect(
            try found(
                month(
                    "1 | 2026-10-06 | 1122 | 130 | | 甲 | CK-1、CK-2 | ",
                    "3 | 2026-10-09 | 1122 | | 103 | 甲 | | 收 SK-1、SK-2"))
                == ["ledger.amount-difference SK-1 130.00 103.00"])
    }

    /// A voucher's words stand on each of its lines: each line is one document's.
    @Test func aLineForEach() throws {
        let one = "1 | 2026-10-06 | 1122 | 100 | | 甲 | | 销售 CK-1、CK-2"
        #expect(try found(month(one + "\n1 | 2026-10-06 | 1122 | 30 | | 甲 | | 销售 CK-1、CK-2")).isEmpty)
        #expect(
            try found(month(one + "\n1 | 2026-10-06 | 1122 | 33 | | 甲 | | 销售 CK-1、CK-2"))
                == ["ledger.amount-difference CK-2 30.00 33.00"])
        // Only one of them was booked.
        #expect(try found(month(one)) == ["ledger.missing CK-2 30.00 "])
    }

    @Test func theWholeTwice() throws {
        #expect(
            try found(
                month(
                    "1 | 2026-10-06 | 1122 | 130 | | 甲 | CK-1、CK-2 | \n2 | 2026-10-07 | 1122 | 130 | | 甲 | CK-1、CK-2 | "
                ))
                == ["ledger.duplicate CK-1 100.00 200.00", "ledger.duplicate CK-2 30.00 60.00"])
    }

    /// One of the numbers is nobody's: nothing is shared out.
    @Test func aNumberThatIsNobodys() throws {
        #expect(
            try found(month("1 | 2026-10-06 | 1122 | 130 | | 甲 | CK-1、CK-9 | "))
                == [
                    "ledger.missing CK-1 100.00 ", "ledger.missing CK-2 30.00 ",
                    "ledger.without-document CK-1、CK-9  130.00",
                ])
    }

    /// A receipt and the documents that it pays are one receipt.
    @Test func aReceiptAndWhatItPays() throws {
        #expect(
            try found(
                month(
                    "1 | 2026-10-06 | 1122 | 130 | | 甲 | CK-1、CK-2 | ",
                    "3 | 2026-10-09 | 1122 | | 100 | 甲 | | 收 SK-1 核销 CK-1、CK-2\n4 | 2026-10-09 | 1122 | | 30 | 甲 | | 收 SK-2 核销 CK-2"
                )
            ).isEmpty)
    }

    @Test func theOrderOfRowsChangesNothing() throws {
        let rows = [
            "1 | 2026-10-06 | 1122 | 100 | | 甲 | | 销售 CK-1、CK-2", "1 | 2026-10-06 | 1122 | 33 | | 甲 | | 销售 CK-2、CK-1",
        ]
        #expect(try found(month(rows.joined(separator: "\n"))) == found(month(rows.reversed().joined(separator: "\n"))))
    }
}
