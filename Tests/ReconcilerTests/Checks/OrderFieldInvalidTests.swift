import Books
import Testing

@testable import Reconciler

@Suite struct OrderFieldInvalidTests {
    @Test func quantitiesPricesAndDays() throws {
        try check(
            "order.field-invalid",
            """
            orders
            orderNumber | productCode | quantity | unitPrice | orderDate  | deliveryDate
            SO-1        | A           | 0        | 1         | 2026-10-05 | 2026-10-05
            SO-2        | A           | 1        | -1        | 2026-10-05 | 2026-10-06
            SO-3        | A           | 1        | 1         | 2026-10-05 | 2026-10-04
            """,
            finds: ["SO-1 A: — → 0", "SO-2 A: — → -1.00", "SO-3: 2026-10-05 → 2026-10-04"])
    }

    /// A channel that nobody knows is said, and the customer file's stands in for it: direct wants an address or a phone.
    @Test func aChannelThatNobodyKnows() throws {
        let text = """
            customers
            customer | channel
            甲       | direct

            orders
            orderNumber | customer | channel | productCode | quantity | phone
            SO-1        | 甲       | 地洲    | A           | 1        |
            SO-2        | 甲       |         | A           | 1        | 138
            SO-3        | 甲       | direct  | A           | 1        | 138
            """
        try check("order.field-invalid", text, finds: ["SO-1: 直销、二批、地州、商超 → 地洲"])
        try check("order.field-missing", text, finds: ["SO-1: address|phone → —"])
        let desk = Reconciler().reconcile(try MonthText(text).month()).orderDesk
        #expect(desk.standings.map(\.state) == [.awaitingInformation, .mayShip, .mayShip])
        let hold = try #require(desk.standings[0].holds.first { $0.code == "order.field-invalid" })
        #expect(hold.release.english == "Sales corrects C2: it should be direct, wholesale, out of town, supermarket")
    }

    @Test func whatExcelMadeOfANumberIsSaidOnceWithWhatHelps() throws {
        var text = try MonthText(
            """
            orders form
            orderNumber | customer | channel | productCode | quantity | phone
            2026-10-11  | 甲       | direct  | A           | 1        |
            2026-10-11  | 甲       | direct  | B           | 1        |
            """)
        let helps = Phrase("把单元格设成文本，重新填写", "make the cell text and type it again")
        text.problems = [
            unread(.orderNumber, row: 2, found: "2026-10-11", expected: Field.orderNumber.words, advice: helps),
            unread(.orderNumber, row: 3, found: "2026-10-11", expected: Field.orderNumber.words, advice: helps),
            unread(.phone, row: 2, found: "1.38E+10", expected: Field.phone.words, advice: helps),
            unread(
                .unitPrice, row: 3, found: "面议", expected: Phrase("单价（数字）", "unit price, a number"),
                advice: Phrase("请改成数字", "make it a number")),
            unread(
                .discount, row: 3, found: "老价", expected: Phrase("折扣（如 9折）", "discount, such as 0.9"),
                advice: Phrase("请写成 9折 的样子", "write it as 0.9")),
        ]
        let findings = Reconciler().reconcile(try text.month()).findings
        // The phone is there, only unreadable: it is not missing as well.
        #expect(findings.allSatisfy { $0.code == "order.field-invalid" })
        #expect(
            findings.map(\.explanation) == [
                Phrase(
                    "「订单号」写的是「2026-10-11」，把单元格设成文本，重新填写。请业务员更正。",
                    "“order number” says “2026-10-11”: make the cell text and type it again. Ask sales to correct it."),
                Phrase(
                    "「电话」写的是「1.38E+10」，把单元格设成文本，重新填写。请业务员更正。",
                    "“phone” says “1.38E+10”: make the cell text and type it again. Ask sales to correct it."),
                Phrase(
                    "「单价」应为数字，写的是「面议」，请改成数字。请业务员更正。",
                    "“unit price” should be a number, but says “面议”: make it a number. Ask sales to correct it."),
                Phrase(
                    "「折扣」应如 9折，写的是「老价」，请写成 9折 的样子。请业务员更正。",
                    "“discount” should be such as 0.9, but says “老价”: write it as 0.9. Ask sales to correct it."),
            ])
    }

    @Test func whatCouldNotBeReadIsSaidWithItsCell() throws {
        var text = try MonthText(
            """
            orders
            orderNumber | productCode | quantity | deliveryDate
            SO-1        | A           | 1        |
            """)
        text.problems = [
            Problem(
                kind: .valueUnread(.deliveryDate, record: Origin(region: 0, row: 2)), file: "orders-0.xlsx",
                sheet: "Sheet1", cell: "D2", row: 2, expected: Phrase("日期", "a date"), found: "2026-02-31",
                advice: Phrase("", ""))
        ]
        let findings = Reconciler().reconcile(try text.month()).findings
        #expect(findings.map(\.code) == ["order.field-invalid"])
        #expect(findings[0].sources.map(\.reference.cell) == ["D2"])
        #expect(findings[0].actual == .text("2026-02-31"))
    }
}

/// A value in the orders' first file that could not be understood.
func unread(
    _ field: Field, row: Int32, found: String, expected: Phrase = Phrase("日期", "a date"),
    advice: Phrase = Phrase("", "")
) -> Problem {
    Problem(
        kind: .valueUnread(field, record: Origin(region: 0, row: row)), file: "orders-0.xlsx", sheet: "Sheet1",
        cell: "A\(row)", row: Int(row), expected: expected, found: found, advice: advice)
}
