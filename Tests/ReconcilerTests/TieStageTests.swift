import Books
import Testing

@testable import Reconciler

/// How the two sides of each pair found each other, by the pair's key.
private func stages(_ tie: TieName, _ text: String) throws -> [String: MatchStage?] {
    let month = try MonthText(text).month()
    let result = try #require(Reconciler().reconcile(month).ties.first { $0.id == tie.rawValue })
    return Dictionary(
        uniqueKeysWithValues: result.pairs.map { pair in
            (pair.key.map { month.text($0) }.joined(separator: " "), pair.stage)
        })
}

@Suite struct TieStageTests {
    /// SO-1 names the product by its code on both sides, SO-2 by its name on one; SO-3 was never sent.
    @Test func ordersAndDispatchByNumberAndByAnotherNameOfTheProduct() throws {
        let stages = try stages(
            .ordersDispatch,
            """
            products
            productCode | productName
            A           | 天露

            orders
            orderNumber | customer | productCode | productName | quantity
            SO-1        | 甲       | A           |             | 10
            SO-2        | 甲       |             | 天露        | 5
            SO-3        | 甲       | A           |             | 7

            movements
            documentKind | documentNumber | date       | customer | basisNumber | productCode | quantity
            salesOut     | CK1            | 2026-10-02 | 甲       | SO-1        | A           | 10
            salesOut     | CK2            | 2026-10-02 | 甲       | SO-2        | A           | 5
            """)
        #expect(stages == ["SO-1 A": .exactKey, "SO-2 A": .alias, "SO-3 A": nil])
    }

    /// 甲's receipt says what it pays, 乙's is the only sum that fits, 丙's pays the oldest first; 丁's says what it pays and its
    /// second one does not, and the weaker of both counts.
    @Test func receiptsByTheWeakestWayTheyWereApplied() throws {
        let stages = try stages(
            .receivableReceipts,
            """
            receivables
            documentNumber | date       | customer | amount | received
            CK-1           | 2026-10-01 | 甲       | 100    | 100
            CK-2           | 2026-10-01 | 乙       | 200    | 200
            CK-3           | 2026-10-02 | 乙       | 350    |
            CK-4           | 2026-10-01 | 丙       | 100    | 100
            CK-7           | 2026-10-02 | 丙       | 50     | 20
            CK-5           | 2026-10-01 | 丁       | 100    | 100
            CK-6           | 2026-10-02 | 丁       | 40     | 40

            receipts
            receiptNumber | date       | customer | amount | appliesTo
            SK-1          | 2026-10-09 | 甲       | 100    | CK-1
            SK-2          | 2026-10-09 | 乙       | 200    |
            SK-4          | 2026-10-09 | 丙       | 130    |
            SK-5          | 2026-10-09 | 丁       | 100    | CK-5
            SK-6          | 2026-10-10 | 丁       | 40     |
            """)
        #expect(stages == ["甲": .exactKey, "乙": .sum, "丙": .terms, "丁": .sum])
    }
}
