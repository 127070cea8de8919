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
