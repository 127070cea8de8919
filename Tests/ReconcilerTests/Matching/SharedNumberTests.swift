import Books
import Testing

@testable import Reconciler

/// A document's basis, customer and day are its rows' own, whatever stands beside them under its number.
@Suite struct SharedNumberTests {
    private static let orders = """
        orders
        orderNumber | orderDate | customer | productCode | quantity | unitPrice
        SO-1 | 2026-10-01 | 甲 | A | 10 | 5
        SO-2 | 2026-10-01 | 甲 | B | 20 | 5
        SO-3 | 2026-10-01 | 乙 | B | 20 | 5
        """

    private func month(movements: [String], receivables: [String] = [], more: String = "") throws -> [Finding] {
        var text = """
            \(Self.orders)

            movements
            documentKind | documentNumber | date | warehouse | customer | productCode | quantity | unitPrice | basisNumber
            \(movements.joined(separator: "\n"))
            """
        if !receivables.isEmpty {
            text += "\n\nreceivables\ncustomer | documentNumber | date | amount | settlement\n"
            text += receivables.joined(separator: "\n")
        }
        if !more.isEmpty { text += "\n\n" + more }
        return Reconciler().reconcile(try MonthText(text).month()).findings
    }

    private func codes(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.code) \($0.key.map(\.value).joined(separator: "/")) \($0.party ?? "")" }
    }

    // MARK: One delivery note for several orders

    private static let merged = [
        "salesOut | CK1 | 2026-10-02 | 一仓 | 甲 | A | 10 | 5 | SO-1",
        "salesOut | CK1 | 2026-10-02 | 一仓 | 甲 | B | 20 | 5 | SO-2",
        "salesOut | CK2 | 2026-10-02 | 一仓 | 乙 | B | 20 | 5 | SO-3",
    ]

    @Test func oneNoteForTwoOrdersIsRight() throws {
        // 10 × 5 + 20 × 5 is owed for the note.
        let owed = ["甲 | CK1 | 2026-10-02 | 150 | monthly", "乙 | CK2 | 2026-10-02 | 100 | monthly"]
        for rows in [Self.merged, Self.merged.reversed()] {
            #expect(codes(try month(movements: rows)).isEmpty)
            #expect(codes(try month(movements: rows, receivables: owed)).isEmpty)
        }
    }

    @Test func oneNoteForTwoOrdersStillShowsWhatIsShort() throws {
        var rows = Self.merged
        rows[1] = "salesOut | CK1 | 2026-10-02 | 一仓 | 甲 | B | 18 | 5 | SO-2"
        let owed = ["甲 | CK1 | 2026-10-02 | 150 | monthly", "乙 | CK2 | 2026-10-02 | 100 | monthly"]
        for rows in [rows, rows.reversed()] {
            let found = try month(movements: rows, receivables: owed)
            #expect(codes(found) == ["dispatch.quantity-short SO-2/B 甲", "receivable.amount-difference CK1 甲"])
            #expect(found[0].difference == .quantity(Quantity(units: -2_000_000)))
            // 50 + 90 were delivered, 150 is owed.
            #expect(found[1].difference == .amount(Amount(units: 1_000)))
        }
    }

    @Test func aReceivableMayCiteOneOfTheOrders() throws {
        let owed = [
            "甲 | SO-1 | 2026-10-02 | 50 | monthly", "甲 | SO-2 | 2026-10-02 | 99 | monthly",
            "乙 | CK2 | 2026-10-02 | 100 | monthly",
        ]
        let found = try month(movements: Self.merged, receivables: owed)
        #expect(codes(found) == ["receivable.amount-difference SO-2 甲"])
        #expect(found.first?.difference == .amount(Amount(units: -100)))
    }

    // MARK: One number, two customers

    private static let stubs = [
        "salesOut | 0001 | 2026-10-02 | 一仓 | 甲 | A | 10 | 5 | SO-1",
        "salesOut | CK2 | 2026-10-02 | 一仓 | 甲 | B | 20 | 5 | SO-2",
        "salesOut | 0001 | 2026-10-02 | 一仓 | 乙 | B | 20 | 5 | SO-3",
    ]
    private static let stubsOwed = [
        "甲 | 0001 | 2026-10-02 | 50 | monthly", "甲 | CK2 | 2026-10-02 | 100 | monthly",
        "乙 | 0001 | 2026-10-02 | 100 | monthly",
    ]

    @Test func twoBooksOfStubsAreTwoDocuments() throws {
        let more = """
            receipts
            receiptNumber | date | customer | amount | appliesTo
            SK-1 | 2026-10-20 | 乙 | 100 | 0001
            SK-2 | 2026-10-21 | 甲 | 50 | 0001

            ledger
            voucherNumber | date | accountCode | debit | credit | customer | documentNumber
            1 | 2026-10-02 | 1122 | 50 |  | 甲 | 0001
            1 | 2026-10-02 | 6001 |  | 50 | 甲 | 0001
            2 | 2026-10-02 | 1122 | 100 |  | 乙 | 0001
            2 | 2026-10-02 | 6001 |  | 100 | 乙 | 0001
            3 | 2026-10-02 | 1122 | 100 |  | 甲 | CK2
            3 | 2026-10-02 | 6001 |  | 100 | 甲 | CK2
            4 | 2026-10-20 | 1122 |  | 100 | 乙 | SK-1
            4 | 2026-10-20 | 1002 | 100 |  | 乙 | SK-1
            5 | 2026-10-21 | 1122 |  | 50 | 甲 | SK-2
            5 | 2026-10-21 | 1002 | 50 |  | 甲 | SK-2
            """
        for (rows, owed) in [(Self.stubs, Self.stubsOwed), (Self.stubs.reversed(), Self.stubsOwed.reversed())] {
            #expect(
                codes(try month(movements: rows, receivables: owed, more: more))
                    == ["document.number-duplicate 0001 乙"])
        }
    }

    @Test func oneOfTheTwoIsNotOwed() throws {
        let owed = Array(Self.stubsOwed.dropLast())
        let found = try month(movements: Self.stubs, receivables: owed)
        #expect(codes(found) == ["document.number-duplicate 0001 乙", "receivable.missing 0001 乙"])
        #expect(found.last?.expected == .amount(Amount(units: 10_000)))
    }

    @Test func oneOfTheTwoIsBookedWrong() throws {
        let ledger = """
            ledger
            voucherNumber | date | accountCode | debit | credit | customer | documentNumber
            1 | 2026-10-02 | 1122 | 50 |  | 甲 | 0001
            2 | 2026-10-02 | 1122 | 90 |  | 乙 | 0001
            3 | 2026-10-02 | 1122 | 100 |  | 甲 | CK2
            """
        let found = try month(movements: Self.stubs, receivables: Self.stubsOwed, more: ledger).filter {
            $0.code.hasPrefix("ledger.") && $0.code != "ledger.unbalanced-voucher"
        }
        #expect(codes(found) == ["ledger.amount-difference 0001 乙", "ledger.control-difference 1122 "])
        #expect(found.first?.difference == .amount(Amount(units: -1_000)))
    }

    @Test func theOtherCustomerOfOneNumberIsStillSaid() throws {
        // Only 甲 delivered under CK2, and 乙 owes it: one document under the wrong customer, not two.
        let owed = [
            "甲 | CK1 | 2026-10-02 | 50 | monthly", "乙 | CK2 | 2026-10-02 | 100 | monthly",
            "乙 | CK3 | 2026-10-02 | 100 | monthly",
        ]
        let rows = [
            "salesOut | CK1 | 2026-10-02 | 一仓 | 甲 | A | 10 | 5 | SO-1",
            "salesOut | CK2 | 2026-10-02 | 一仓 | 甲 | B | 20 | 5 | SO-2",
            "salesOut | CK3 | 2026-10-02 | 一仓 | 乙 | B | 20 | 5 | SO-3",
        ]
        #expect(codes(try month(movements: rows, receivables: owed)) == ["receivable.customer-mismatch CK2 甲"])
    }

    @Test func everyNoteForAnotherCustomerIsNamed() throws {
        let rows = [
            "salesOut | CK1 | 2026-10-02 | 一仓 | 乙 | A | 5 | 5 | SO-1",
            "salesOut | CK4 | 2026-10-03 | 一仓 | 乙 | A | 5 | 5 | SO-1",
            "salesOut | CK2 | 2026-10-02 | 一仓 | 甲 | B | 20 | 5 | SO-2",
            "salesOut | CK3 | 2026-10-02 | 一仓 | 乙 | B | 20 | 5 | SO-3",
        ]
        for rows in [rows, rows.reversed()] {
            let found = try month(movements: rows).filter { $0.code == "dispatch.customer-mismatch" }
            #expect(codes(found) == ["dispatch.customer-mismatch SO-1 甲"])
            #expect(found.first?.explanation.chinese.contains("CK1、CK4 写的是「乙」") == true)
            #expect(found.first?.explanation.english.contains("documents CK1, CK4 say “乙”") == true)
        }
    }

    // MARK: What leaves something blank

    @Test func blankCellsBelongToTheRowAbove() {
        #expect(DocumentParts.filled([1, nil, 2, nil], [0, 0, 0, 0]) == [1, 1, 2, 2])
        #expect(DocumentParts.filled([nil, 1, nil], [0, 0, 1]) == [1, 1, 1])
        // On another sheet nothing says which of the two is meant.
        #expect(DocumentParts.filled([1, 2, nil], [0, 0, 1]) == [1, 2, nil])
    }
}
