import Books
import Testing

@testable import Reconciler

/// The order of files and of rows changes nothing: neither findings nor ids, causes, evidence or amounts.
@Suite struct OrderIndependenceTests {
    /// A month in which most kinds of matches and causes occur, a book a block.
    private static let books = [
        """
        customers
        customer | customerCode
        甲 | K1
        乙 | K2
        """,
        """
        orders
        orderNumber | customer | productCode | quantity | unitPrice | deliveryDate | orderDate
        SO-1001 | 甲 | A | 10 | 5 | 2026-10-05 | 2026-10-01
        SO-1002 | 甲 | B | 12 | 7 | 2026-10-05 | 2026-10-01
        SO-1023 | 乙 | A | 8 | 5 | 2026-10-06 | 2026-10-02
        SO-1004 | 乙 | A | 5 | 5 | 2026-10-06 | 2026-10-02
        SO-1004 | 乙 | B | 6 | 7 | 2026-10-06 | 2026-10-02
        """,
        """
        movements
        documentNumber | documentKind | date | customer | productCode | quantity | unitPrice | basisNumber | warehouse
        CK-0001 | salesOut | 2026-10-05 | 甲 | A | 10 | 5 | SO-1001 | 一仓
        CK-0002 | salesOut | 2026-10-05 | 甲 | B | 21 | 7 | SO-1002 | 一仓
        CK-0003 | salesOut | 2026-10-06 | 乙 | A | 8 | 5 | SO-1032 | 一仓
        CK-0004 | salesOut | 2026-10-06 | 乙 | A | 6 | 5 | SO-1004 | 一仓
        CK-0004 | salesOut | 2026-10-06 | 乙 | B | 5 | 7 | SO-1004 | 一仓
        CK-0005 | salesOut | 2026-10-07 | 乙 | B | 3 | 7 |  | 一仓
        """,
        """
        receivables
        documentNumber | date | customer | amount | settlement
        CK-0001 | 2026-10-05 | 甲 | 50 | cash
        CK-0002 | 2026-10-05 | 甲 | 174 | cash
        CK-0030 | 2026-10-06 | 乙 | 40 | monthly
        CK-0004 | 2026-10-06 | 乙 | 65 | monthly
        CK-0005 | 2026-10-07 | 乙 | 21 | cash
        """,
        """
        receipts
        receiptNumber | date | customer | amount | appliesTo
        SK-1 | 2026-10-20 | 甲 | 50 | 
        SK-2 | 2026-10-21 | 甲 | 174 | 
        SK-3 | 2026-10-21 | 乙 | 86 | 
        SK-4 | 2026-10-22 | 乙 | 500 | CK-0040
        """,
        """
        ledger
        voucherNumber | date | accountCode | debit | credit | customer | documentNumber
        1 | 2026-10-05 | 1122 | 50 |  | 甲 | CK-0001
        2 | 2026-10-05 | 1122 | 174 |  | 甲 | CK-2000
        3 | 2026-10-06 | 1122 | 56 |  | 乙 | CK-0004
        4 | 2026-10-20 | 1122 |  | 224 | 甲 | SK-9
        5 | 2026-10-21 | 1122 |  | 86 | 乙 | SK-3
        """,
        """
        opening
        warehouse | productCode | quantity
        一仓 | A | 100
        一仓 | B | 100
        """,
        """
        stock
        warehouse | productCode | quantity
        一仓 | A | 84
        一仓 | B | 71
        """,
        """
        counts
        warehouse | productCode | countedQuantity
        一仓 | A | 81
        一仓 | B | 74
        """,
    ]

    /// Everything that is said of a month, in words.
    private func told(_ text: String) throws -> [String] {
        Reconciler().reconcile(try MonthText(text).month()).findings.map { finding in
            let parts: [String] = [
                finding.id, finding.code, finding.key.map(\.value).joined(separator: "/"),
                finding.difference?.description ?? "", finding.amount?.description ?? "", finding.explanation.english,
                finding.causes.map { "\($0.kind.rawValue) \($0.explains?.description ?? "") \($0.statement.english)" }
                    .joined(separator: "; "),
                finding.unexplained?.description ?? "", finding.nearest?.candidate.english ?? "",
                finding.nearest?.obstacle.english ?? "", finding.matchedBy?.stage.rawValue ?? "",
                finding.matchedBy?.evidence.map(\.english).joined() ?? "",
                finding.matchedBy?.beaten.map(\.english).joined() ?? "",
            ]
            return parts.joined(separator: " | ")
        }
    }

    @Test func twoHundredShuffles() throws {
        let plain = try told(Self.books.joined(separator: "\n\n"))
        #expect(plain.count > 12)
        #expect(plain.contains { $0.contains("other-number") } && plain.contains { $0.contains("sibling-product") })
        #expect(plain.contains { $0.contains("digits-exchanged") } && plain.contains { $0.contains("sum-of-items") })
        var random = SplitMix(state: 17)
        for round in 0..<200 {
            let shuffled = Self.books.shuffled(using: &random).map { book in
                var lines = book.split(separator: "\n").map(String.init)
                let head = lines.prefix(2)
                lines = Array(lines.dropFirst(2)).shuffled(using: &random)
                return (head + lines).joined(separator: "\n")
            }
            let again = try told(shuffled.joined(separator: "\n\n"))
            #expect(again == plain, "round \(round)")
            if again != plain { return }
        }
    }

    /// A month in which numbers are used by several customers, on several days and for several orders.
    private static func crowded(_ random: inout SplitMix) -> [String] {
        func any(_ values: [String]) -> String { values[Int(random.next() % UInt64(values.count))] }
        func number(_ prefix: String) -> String { prefix + String(random.next() % 4 + 1) }
        func day() -> String { "2026-10-" + String(10 + random.next() % 19) }
        let parties = ["甲", "乙", "丙"], products = ["A", "B", "C"], amounts = ["50", "100", "150"]
        var (orders, movements, receivables, receipts, ledger): ([String], [String], [String], [String], [String])
        (orders, movements, receivables, receipts, ledger) = ([], [], [], [], [])
        for voucher in 1...7 {
            orders.append(
                "\(number("SO-000")) | \(any(parties)) | \(any(products)) | \(any(["10", "20"])) | 5 | \(day())")
            movements.append(
                "\(number("CK-000")) | salesOut | \(day()) | \(any(parties)) | \(any(products)) | \(any(["10", "20"])) | 5 | \(number("SO-000"))"
            )
            receivables.append("\(number("CK-000")) | \(day()) | \(any(parties)) | \(any(amounts)) | monthly")
            receipts.append(
                "\(number("SK-000")) | \(day()) | \(any(parties)) | \(any(amounts + ["-50"])) | \(any(["", number("CK-000")]))"
            )
            ledger.append("\(voucher) | \(day()) | 1122 | \(any(amounts)) |  | \(any(parties)) | \(number("CK-000"))")
        }
        return [
            "customers\ncustomer | customerCode\n甲 | K1\n乙 | K2",
            "orders\norderNumber | customer | productCode | quantity | unitPrice | orderDate\n"
                + orders.joined(separator: "\n"),
            "movements\ndocumentNumber | documentKind | date | customer | productCode | quantity | unitPrice | basisNumber\n"
                + movements.joined(separator: "\n"),
            "receivables\ndocumentNumber | date | customer | amount | settlement\n"
                + receivables.joined(separator: "\n"),
            "receipts\nreceiptNumber | date | customer | amount | appliesTo\n" + receipts.joined(separator: "\n"),
            "ledger\nvoucherNumber | date | accountCode | debit | credit | customer | documentNumber\n"
                + ledger.joined(separator: "\n"),
        ]
    }

    @Test func numbersThatSeveralUse() throws {
        var random = SplitMix(state: 5)
        for round in 0..<150 {
            let books = Self.crowded(&random)
            let plain = try told(books.joined(separator: "\n\n"))
            for _ in 0..<2 {
                let shuffled = books.shuffled(using: &random).map { book in
                    let lines = book.split(separator: "\n").map(String.init)
                    return (lines.prefix(2) + lines.dropFirst(2).shuffled(using: &random)).joined(separator: "\n")
                }
                let again = try told(shuffled.joined(separator: "\n\n"))
                let differing = Set(plain).symmetricDifference(again).sorted()
                let isSame = again == plain
                #expect(isSame, "round \(round): \(differing.joined(separator: "\n"))")
                if again != plain { return }
            }
        }
    }
}
