import Books
import Testing

@testable import Reconciler

/// Documents that a text names together: ranges, and numbers of which only the last digits are written.
@Suite struct StatedNumbersTests {
    /// CK-0001 to CK-0005 but for CK-0004 are on file, and CK-0012.
    private func read(_ text: String) -> StatedNumbers {
        let onFile: Set = ["CK-0001", "CK-0002", "CK-0003", "CK-0005", "CK-0012", "DB/26/7"]
        return StatedNumbers(text) { onFile.contains($0) }
    }

    @Test(arguments: [
        "CK-0001~CK-0003", "ck-0001～CK-0003", "CK-0001至CK-0003", "CK-0001 - CK-0003", "CK-0001-CK-0003",
        "CK-0001--CK-0003",
        "销售 CK-0001到CK-0003 货款", "CK-0001—0003", "CK-0001至0003号", "CK-0001-03", "CK-0001~3", "CK-0001/02/03",
        "CK-0001、0002、0003", "CK-0001,02,CK-0003", "CK-0001、02~03",
    ])
    func allOfThem(text: String) {
        let read = read(text)
        #expect(read.numbers == ["CK-0001", "CK-0002", "CK-0003"] && read.isWhole)
    }

    /// What is followed by a unit, stands by itself or is nobody's number is no number; a stroke may belong to one.
    @Test(arguments: [
        ("CK-0001、12箱", ["CK-0001"], true), ("CK-0001 0002", ["CK-0001"], true),
        ("CK-0001到货 CK-0003", ["CK-0001", "CK-0003"], true),
        ("CK-0001、CK-0003", ["CK-0001", "CK-0003"], true), ("CK-0001、0009", ["CK-0001"], false),
        ("DB/26/7", ["DB/26/7"], true),
        ("12、CK-0001", ["CK-0001"], true), ("CK-0001-1", ["CK-0001"], true),
        // CK-0004 is not on file, and no range runs backwards.
        ("CK-0003~CK-0005", ["CK-0003", "CK-0005"], false), ("CK-0003~CK-0001", ["CK-0003", "CK-0001"], false),
    ])
    func whatIsNone(text: String, numbers: [String], isWhole: Bool) {
        let read = read(text)
        #expect(read.numbers == numbers && read.isWhole == isWhole)
    }

    // MARK: In the ledger

    /// 甲 owes 100, 30 and 7 on CK-0001 to CK-0003.
    private func month(
        ledger: String, receipts: String = "SK-1 | 2026-10-09 | 甲 | 137 | CK-0001,CK-0002,CK-0003 |",
        third: String = "CK-0003"
    )
        throws -> Month
    {
        try MonthText(
            """
            receivables
            documentNumber | date | customer | amount | dueDate
            CK-0001 | 2026-10-05 | 甲 | 100 | 2026-12-01
            CK-0002 | 2026-10-06 | 甲 | 30 | 2026-12-01
            \(third) | 2026-10-06 | 甲 | 7 | 2026-12-01

            receipts
            receiptNumber | date | customer | amount | appliesTo | remark
            \(receipts)

            ledger
            voucherNumber | date | accountCode | debit | credit | customer | documentNumber | summary
            \(ledger)
            3 | 2026-10-09 | 1122 | | 137 | 甲 | SK-1 |
            """
        ).month()
    }

    private func found(_ month: Month) throws -> [String] {
        let result = Reconciler().reconcile(month)
        let chain = try #require(result.chain)
        #expect(chain.proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.allSatisfy { $0.cause != .unaccounted })
        let besides: Set = ["ledger.control-difference", "ledger.unbalanced-voucher"]
        return result.findings.filter { !besides.contains($0.code) }.map { finding in
            "\(finding.code) \(finding.key[0].value) \(finding.expected?.description ?? "") \(finding.actual?.description ?? "")"
        }
    }

    @Test(arguments: [
        "CK-0001~CK-0003 | ", " | 销售 CK-0001~CK-0003", " | CK-0001至0003", "CK-0001-03 | ", " | CK-0001/02/03",
        " | CK-0001、0002、0003",
    ])
    func oneEntryForARange(names: String) throws {
        #expect(try found(month(ledger: "1 | 2026-10-06 | 1122 | 137 | | 甲 | \(names)")).isEmpty)
    }

    /// Of a range whose ends are written out the difference is the sum's; last digits alone are no proof, and a range with a
    /// number that is not on file is not taken for its ends.
    @Test func whatIsNotExact() throws {
        #expect(
            try found(month(ledger: "1 | 2026-10-06 | 1122 | 173 | | 甲 | | 销售 CK-0001~CK-0003"))
                == ["ledger.amount-difference CK-0001 137.00 173.00"])
        #expect(
            try found(month(ledger: "1 | 2026-10-06 | 1122 | 173 | | 甲 | CK-0001-03 | "))
                == [
                    "ledger.missing CK-0001 100.00 ", "ledger.missing CK-0002 30.00 ", "ledger.missing CK-0003 7.00 ",
                    "ledger.without-document CK-0001-03  173.00",
                ])
        let gap = try month(
            ledger: "1 | 2026-10-06 | 1122 | 99 | | 甲 | | 销售 CK-0001~CK-0004",
            receipts: "SK-1 | 2026-10-09 | 甲 | 137 | CK-0001,CK-0002,CK-0004 |",
            third: "CK-0004")
        #expect(
            try found(gap)
                == ["ledger.missing CK-0001 100.00 ", "ledger.missing CK-0002 30.00 ", "ledger.missing CK-0004 7.00 "])
    }

    // MARK: The summary names more than the column

    private let others = "2 | 2026-10-06 | 1122 | 7 | | 甲 | CK-0003 |"

    @Test func theSummaryNamesBoth() throws {
        let month = try month(ledger: "1 | 2026-10-06 | 1122 | 130 | | 甲 | CK-0001 | 销售 CK-0001、CK-0002\n" + others)
        #expect(try found(month).isEmpty)
        let said = Reconciler().reconcile(month).notChecked.filter {
            $0.why.english.contains("held against all of them")
        }
        #expect(said.map(\.code) == ["ledger.amount-difference"])
        #expect(said.first?.why.chinese.contains("凭证 1 的单据号只写了 CK-0001") == true)
    }

    /// A fen off, and where the other one is booked by itself, it goes by its own column.
    @Test func theColumnCounts() throws {
        #expect(
            try found(month(ledger: "1 | 2026-10-06 | 1122 | 130.01 | | 甲 | CK-0001 | 销售 CK-0001、CK-0002\n" + others))
                == ["ledger.missing CK-0002 30.00 ", "ledger.amount-difference CK-0001 100.00 130.01"])
        #expect(
            try found(
                month(
                    ledger:
                        "1 | 2026-10-06 | 1122 | 130 | | 甲 | CK-0001 | 销售 CK-0001、CK-0002\n4 | 2026-10-06 | 1122 | 30 | | 甲 | CK-0002 |\n"
                        + others)) == ["ledger.amount-difference CK-0001 100.00 130.00"])
        // The whole of one, and its summary speaks of another.
        #expect(
            try found(
                month(
                    ledger:
                        "1 | 2026-10-06 | 1122 | 100 | | 甲 | CK-0001 | 销售 CK-0001、CK-0002\n4 | 2026-10-06 | 1122 | 30 | | 甲 | CK-0002 |\n"
                        + others)
            ).isEmpty)
    }

    // MARK: On receipts

    private func applied(_ receipts: String) throws -> [String] {
        let ledger = "1 | 2026-10-06 | 1122 | 137 | | 甲 | CK-0001~CK-0003 |"
        return try found(month(ledger: ledger, receipts: receipts)).filter { $0.hasPrefix("receipt.") }
    }

    @Test(arguments: [
        "CK-0001~CK-0003 |", "CK-0001-03 |", "CK-0001/02/03 |", "CK-0001、0002、0003 |", " | 付 CK-0001~CK-0003 货款",
        " | CK-0001/02/03",
    ])
    func aReceiptForARange(cites: String) throws {
        let month = try month(
            ledger: "1 | 2026-10-06 | 1122 | 137 | | 甲 | CK-0001~CK-0003 |",
            receipts: "SK-1 | 2026-10-09 | 甲 | 137 | \(cites)")
        #expect(try found(month).isEmpty)
        let paid = try Examination(month, settings: Settings()).receipts().receipts.flatMap(\.paid)
        #expect(paid.map(\.amount.units) == [10_000, 3_000, 700] && paid.allSatisfy { $0.stage == .cited })
    }

    /// A part of a range pays its first ones; last digits, and what a remark says, count only where it is the sum; nobody
    /// knows what was meant with a number that is not on file.
    @Test func aReceiptThatIsNotTheSum() throws {
        #expect(
            try applied("SK-1 | 2026-10-09 | 甲 | 137.01 | CK-0001~CK-0003 |") == [
                "receipt.over-applied SK-1 137.00 137.01"
            ])
        #expect(try applied("SK-1 | 2026-10-09 | 甲 | 136 | CK-0001-03 |") == ["receipt.unapplied SK-1 136.00 0.00"])
        #expect(
            try applied("SK-1 | 2026-10-09 | 甲 | 107 | CK-0003~CK-0005 |") == ["receipt.unapplied SK-1 107.00 0.00"])
        let month = try month(
            ledger: "1 | 2026-10-06 | 1122 | 137 | | 甲 | CK-0001~CK-0003 |",
            receipts: "SK-1 | 2026-10-09 | 甲 | 37 | | 付 CK-0001 的一部分")
        let paid = try Examination(month, settings: Settings()).receipts().receipts.flatMap(\.paid)
        #expect(paid.allSatisfy { $0.stage != .cited })
    }
}
