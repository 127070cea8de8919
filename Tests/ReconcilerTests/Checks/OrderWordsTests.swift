import Books
import Testing

@testable import Reconciler

@Suite struct OrderWordsDisagreeTests {
    private let lines = """
        orders form
        orderNumber | productCode | quantity | unitPrice | amount
        SO-1        | A           | 2        | 500       | 1000.00
        SO-1        | B           | 3        | 6.85      | 20.50
        """

    private func total(_ stated: Int64, _ words: String) -> [BookKind: [StatedTotal]] {
        [
            .orders: [
                StatedTotal(
                    field: .amount, stated: stated, summed: 102_050, row: 4, column: 4, firstRow: 2, words: words,
                    wordsPlace: Place(column: 1, row: 5))
            ]
        ]
    }

    @Test(
        arguments: [
            (102_050, "人民币壹仟零贰拾元伍角整", []), (102_050, "壹仟零貳拾圓伍角正", []), (102_050, "一千零二十元五角", []),
            (102_050, "壹仟贰佰元伍角整", ["SO-1: 壹仟零贰拾元伍角伍分 → 壹仟贰佰元伍角整 (179.95) 179.95"]),
            // The line of 20.50 will say 20.55, and so the total and the words will be 1020.55.
            // The total is wrong and the words are right, as the lines are written or as they should be: not said twice.
            (102_000, "壹仟零贰拾元伍角整", []), (102_000, "壹仟零贰拾元伍角伍分", []), (102_000, "壹仟零贰拾元整", []),
            (102_050, "One thousand and twenty yuan and fifty cents only", []),
            (
                102_050, "One thousand two hundred and 50/100 only",
                [
                    "SO-1: One thousand and twenty yuan and fifty-five fen only → One thousand two hundred and 50/100 only (179.95) 179.95"
                ]
            ),
            // What cannot be read is another finding.
            (102_050, "壹仟X佰元整", []),
        ] as [(Int64, String, [String])])
    func wordsBesideATotal(stated: Int64, words: String, expected: [String]) throws {
        try check("order.words-disagree", lines, finds: expected, totals: total(stated, words))
    }

    @Test func whatCannotBeReadIsAnInvalidValue() throws {
        try check(
            "order.field-invalid", lines, finds: ["SO-1: 壹仟零贰拾元伍角伍分 → 壹仟X佰元整"], totals: total(102_050, "壹仟X佰元整"))
        try check(
            "order.field-invalid", lines,
            finds: ["SO-1: One thousand and twenty yuan and fifty-five fen only → One thousand two twenty"],
            totals: total(102_050, "One thousand two twenty"))
    }

    @Test func itPointsToTheWordsAndTheFigure() throws {
        let month = try MonthText(lines, totals: total(102_050, "壹仟元整")).month()
        let finding = try #require(Reconciler().reconcile(month).findings.first { $0.code == "order.words-disagree" })
        #expect(finding.sources.map(\.reference.cell) == ["B5", "E4"])
        #expect(finding.explanation.chinese.contains("数字是 1020.50，更正以后是 1020.55。大写应为「壹仟零贰拾元伍角伍分」"))
    }

    /// In a column of a table the words are the order's, or the line's own.
    @Test func wordsInAColumn() throws {
        try check(
            "order.words-disagree",
            """
            orders
            orderNumber | productCode | quantity | unitPrice | amount | amountInWords
            SO-1        | A           | 2        | 10        | 20.00  | 叁拾元整
            SO-1        | B           | 1        | 10        | 10.00  | 叁拾元整
            SO-2        | A           | 2        | 10        | 20.00  | 贰拾元整
            SO-2        | B           | 1        | 10        | 10.00  | 壹拾元整
            SO-3        | A           | 2        | 10        | 20.00  |
            SO-4        | A           | 2        | 10        | 20.00  | 贰佰元整
            """, finds: ["SO-4: 贰拾元整 → 贰佰元整 (180.00) 180.00"])
    }

    @Test func anOrderWithoutAmountsSaysNothing() throws {
        try check(
            "order.words-disagree",
            "orders\norderNumber | productCode | quantity | amountInWords\nSO-1 | A | 2 | 贰佰元整", finds: [])
    }
}
