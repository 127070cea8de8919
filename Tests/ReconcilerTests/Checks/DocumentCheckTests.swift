import Books
import Testing

@testable import Reconciler

@Suite struct DocumentCheckTests {
    private func documents(_ lines: String) -> String {
        "movements\ndocumentKind | documentNumber | date | warehouse | basisNumber | productCode | quantity | unitPrice | voided | voidReason | supervisor\n\(lines)"
    }

    private func series(_ numbers: [Int]) -> String {
        documents(
            numbers.map { "salesOut | CK2610-\($0 < 10 ? "00" : "0")\($0) | 2026-10-01 | 仓 | SO-1 | A | 1 | 1 | | | " }
                .joined(separator: "\n"))
    }

    @Test func aGapInARunOfNumbers() throws {
        try check("document.number-gap", series([1, 2, 3, 4, 6, 7, 8, 9, 10]), finds: ["CK2610-005"])
        try check(
            "document.number-gap", series(Array(1...10) + [13] + Array(14...30)), finds: ["CK2610-011–CK2610-012"])
        try check("document.number-gap", series(Array(3...10)), finds: [])
    }

    @Test func scatteredNumbersAreNoSeries() throws {
        try check("document.number-gap", series([1, 5, 9, 20]), finds: [])
    }

    @Test func oneNumberOnTwoDocuments() throws {
        try check(
            "document.number-duplicate",
            documents(
                """
                salesOut | CK1 | 2026-10-01 | 仓 | SO-1 | A | 1 | 1 | | |
                salesOut | CK1 | 2026-10-02 | 仓 | SO-2 | B | 1 | 1 | | |
                salesOut | CK2 | 2026-10-02 | 仓 | SO-3 | A | 1 | 1 | | |
                salesOut | CK2 | 2026-10-02 | 仓 | SO-3 | B | 1 | 1 | | |
                """), finds: ["CK1"])
    }

    /// A customer or a day that one line leaves out, or that could not be read there, makes no other document of it.
    @Test func aLineThatSaysLessIsNoOtherDocument() throws {
        let head = "movements\ndocumentKind | documentNumber | date | customer | productCode | quantity\n"
        try check(
            "document.number-duplicate",
            head + """
                salesOut | CK1 | 2026-10-01 | 甲 | A | 1
                salesOut | CK1 | 2026-10-01 |   | B | 1
                salesOut | CK1 | 2026-10-01 | 甲 | C | 1
                salesOut | CK2 | 2026-10-01 | 甲 | A | 1
                salesOut | CK2 | 2026-10-01 |   | B | 1
                salesOut | CK2 | 2026-10-01 | 乙 | C | 1
                """, finds: ["CK2"])
    }

    @Test func oneDocumentInTwoFiles() throws {
        let head = "documentKind | documentNumber | date | warehouse | basisNumber | productCode | quantity"
        let line = "salesOut | CK1 | 2026-10-01 | 仓 | SO-1 | A | 1"
        try check(
            "document.number-duplicate", "movements file a\n\(head)\n\(line)\n\nmovements file b\n\(head)\n\(line)",
            finds: ["CK1"])
        try check("document.number-duplicate", "movements file a\n\(head)\n\(line)\n\(line)", finds: [])
    }

    @Test func voidsNeedAReasonAndASignature() throws {
        let text = documents(
            """
            salesOut | CK1 | 2026-10-01 | 仓 | | A | 1 | 1 | yes |      | 高
            salesOut | CK2 | 2026-10-01 | 仓 | | A | 1 | 1 | yes | 取消 |
            salesOut | CK3 | 2026-10-01 | 仓 | | A | 1 | 1 | yes | 取消 | 高
            salesOut | CK4 | 2026-10-01 | 仓 | SO-1 | A | 1 | 1 | |  |
            """)
        try check("document.void-unexplained", text, finds: ["CK1"])
        try check("document.void-unsigned", text, finds: ["CK2"])
    }

    @Test func documentsWithoutABasis() throws {
        let text = documents(
            """
            purchaseIn | RK1 | 2026-10-01 | 仓 |      | A | 1 | 1 |     |   |
            purchaseIn | RK2 | 2026-10-01 | 仓 | FH-1 | A | 1 | 1 |     |   |
            transfer   | DB1 | 2026-10-01 | 仓 |      | A | 1 | 1 | yes | x | 高
            salesOut   | CK1 | 2026-10-01 | 仓 |      | A | 1 | 1 |     |   |
            """)
        try check("document.no-basis", text, finds: ["CK1", "RK1"])
        try check(
            "document.no-basis", text + "\n\norders\norderNumber | productCode | quantity\nSO-1 | A | 1", finds: ["RK1"]
        )
    }

    @Test func returnsCarryAPrice() throws {
        try check(
            "document.return-without-price",
            documents(
                """
                salesReturn | TH1 | 2026-10-01 | 仓 | SO-1 | A | 1 |      | | |
                salesReturn | TH2 | 2026-10-01 | 仓 | SO-1 | A | 1 | 0    | | |
                salesReturn | TH3 | 2026-10-01 | 仓 | SO-1 | A | 1 | 0.01 | | |
                """), finds: ["TH1 A", "TH2 A: — → 0.00"])
    }
}

@Suite struct DocumentReversalUnpairedTests {
    private func documents(_ lines: String) -> String {
        "movements\ndocumentKind | documentNumber | date | warehouse | customer | basisNumber | productCode | quantity\n\(lines)"
    }

    private let issues = """
        salesOut | CK1 | 2026-10-01 | 仓 | 甲 | SO-1 | A | 10
        salesOut | CK1 | 2026-10-01 | 仓 | 甲 | SO-1 | B | 4
        salesOut | CK2 | 2026-10-02 | 仓 | 甲 | SO-2 | A | 10
        salesOut | CK3 | 2026-10-03 | 仓 | 乙 | SO-3 | C | 6
        salesOut | CK4 | 2026-10-04 | 仓 | 乙 | SO-4 | D | 5
        salesOut | CK5 | 2026-10-05 | 仓 | 乙 | SO-5 | D | 5
        """

    @Test(arguments: [
        // By the original's number, or the order's; wholly or in part.
        ("reversal | HC1 | 2026-10-09 | 仓 | 甲 | CK1 | A | 10", []),
        ("reversal | HC1 | 2026-10-09 | 仓 | 甲 | SO-1 | B | 3", []),
        ("reversal | HC1 | 2026-10-09 | 仓 | 甲 | CK1 | A | 11", ["HC1: CK1 → CK1"]),
        ("reversal | HC1 | 2026-10-09 | 仓 | 甲 | CK1 | C | 1", ["HC1: CK1 → CK1"]),
        ("reversal | HC1 | 2026-10-09 | 仓 | 甲 | CK9 | A | 1", ["HC1: — → CK9"]),
        // Another customer's, and one that names no customer.
        ("reversal | HC1 | 2026-10-09 | 仓 | 乙 | CK1 | A | 10", ["HC1: CK1 → CK1"]),
        ("reversal | HC1 | 2026-10-09 | 仓 | | CK1 | A | 10", []),
        // Two that together reverse more than there was.
        (
            "reversal | HC1 | 2026-10-09 | 仓 | 甲 | CK2 | A | 6\nreversal | HC2 | 2026-10-09 | 仓 | 甲 | CK2 | A | 6",
            ["HC2: CK2 → CK2"]
        ),
        // Without a number: the only one of the customer that fits.
        ("reversal | HC1 | 2026-10-09 | 仓 | 乙 | | C | 6", []),
        ("reversal | HC1 | 2026-10-02 | 仓 | 乙 | | C | 6", ["HC1"]),
        ("reversal | HC1 | 2026-10-09 | 仓 | 乙 | | C | 5", ["HC1"]),
        ("reversal | HC1 | 2026-10-09 | 仓 | 甲 | | C | 6", ["HC1"]),
        // Two fit, until one of them is cancelled by a reversal that cites it.
        ("reversal | HC1 | 2026-10-09 | 仓 | 乙 | | D | 5", ["HC1"]),
        ("reversal | HC1 | 2026-10-09 | 仓 | 乙 | | D | 5\nreversal | HC2 | 2026-10-09 | 仓 | 乙 | CK4 | D | 5", []),
    ])
    func aReversalCancelsAnOriginal(lines: String, expected: [String]) throws {
        try check("document.reversal-unpaired", documents(issues + "\n" + lines), finds: expected)
    }

    @Test func anOriginalOfAnEarlierMonthIsKnownByItsReceivable() throws {
        let text = documents("reversal | HC1 | 2026-10-09 | 仓 | 甲 | CK-0917 | A | 1")
        try check("document.reversal-unpaired", text, finds: ["HC1: — → CK-0917"])
        try check(
            "document.reversal-unpaired",
            text + "\n\nreceivables\ncustomer | documentNumber | date | amount\n甲 | CK-0917 | 2026-09-17 | 10.00",
            finds: [])
    }
}

@Suite struct DocumentTransferUnbalancedTests {
    @Test func whatLeavesArrives() throws {
        try check(
            "document.transfer-unbalanced",
            """
            movements
            documentKind | documentNumber | date       | warehouse | toWarehouse | productCode | quantity | voided
            transfer     | DB1            | 2026-10-01 | 一号仓    | 二号仓      | A           | 5        |
            transfer     | DB2            | 2026-10-01 | 一号仓    |             | A           | 5        |
            transfer     | DB3            | 2026-10-01 | 一号仓    | 一号仓      | A           | 5        |
            transfer     | DB4            | 2026-10-01 | 一号仓    |             | A           | -5       |
            transfer     | DB4            | 2026-10-01 | 二号仓    |             | A           | 5        |
            transfer     | DB5            | 2026-10-01 | 一号仓    |             | A           | -5       |
            transfer     | DB5            | 2026-10-01 | 二号仓    |             | A           | 4        |
            transfer     | DB6            | 2026-10-01 | 一号仓    |             | A           | 5        | yes
            transfer     | DB7            | 2026-10-01 | 一号仓    |             | A           | 5        |
            transfer     | DB7            | 2026-10-01 |           | 二号仓      | A           | 5        |
            transfer     | DB8            | 2026-10-01 | 一号仓    |             | A           | 5        |
            transfer     | DB8            | 2026-10-01 |           | 二号仓      | A           | 4        |
            salesOut     | CK1            | 2026-10-01 | 一号仓    |             | A           | 5        |
            """, finds: ["DB2: 0 → 5 (5)", "DB3: — → 一号仓", "DB5: 0 → -1 (-1)", "DB8: 0 → 1 (1)"])
    }
}

@Suite struct DocumentTokensShortTests {
    @Test func asManyTokensAsPrizes() throws {
        try check(
            "document.tokens-short",
            """
            products
            productCode | unit | packUnit | packSize
            A           | 瓶   | 箱       | 12

            movements
            documentKind | documentNumber | date       | warehouse | productCode | unit | quantity | redeemedTokens
            redemption   | DJ1            | 2026-10-01 | 仓        | A           | 瓶   | 5        | 5
            redemption   | DJ2            | 2026-10-01 | 仓        | A           | 瓶   | 5        | 3
            redemption   | DJ2            | 2026-10-01 | 仓        | A           | 瓶   | 1        | 2
            redemption   | DJ3            | 2026-10-01 | 仓        | A           | 箱   | 2        | 23
            redemption   | DJ4            | 2026-10-01 | 仓        | A           | 瓶   | 5        |
            redemption   | DJ5            | 2026-10-01 | 仓        | A           | 瓶   | 5        | 9
            salesOut     | CK1            | 2026-10-01 | 仓        | A           | 瓶   | 5        |
            """, finds: ["DJ2: 6 → 5 (-1)", "DJ3: 24 → 23 (-1)", "DJ4: 5 → 0 (-5)"])
    }
}

@Suite struct BooksOfStubsTests {
    private func documents(_ numbers: [Int]) -> String {
        "movements\ndocumentKind | documentNumber | date | warehouse | basisNumber | productCode | quantity\n"
            + numbers.map { "salesOut | \($0) | 2026-10-01 | 仓 | SO-1 | A | 1" }.joined(separator: "\n")
    }

    /// Two books in use at once, far apart: each runs without gap by itself.
    @Test func eachBookIsASeriesOfItsOwn() throws {
        let one = Array(101_201...101_220), other = Array(103_451...103_475)
        try check("document.number-gap", documents(one + other), finds: [])
        try check(
            "document.number-gap", documents(one.filter { $0 != 101_207 } + other.filter { $0 != 103_460 }),
            finds: ["101207", "103460"])
    }
}
