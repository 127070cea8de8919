import Books
import Testing

@testable import Reconciler

@Suite struct OrderTaxMiscalculatedTests {
    private func order(_ line: String) -> String {
        "orders\norderNumber | productCode | quantity | unitPrice | netPrice | packSize | taxRate | orderDate\n\(line)"
    }

    @Test(arguments: [
        // 407.628319 × 1.13 ÷ 6 = 76.77000007…
        ("SO-1 | A | 10 | 76.77 | 407.628319 | 6 | 0.13 | 2026-10-01", []),
        // 328.6 × 1.13 ÷ 6 = 61.886333…
        ("SO-1 | A | 108 | 58.94 | 328.6 | 6 | 0.13 | 2026-10-01", ["SO-1 A: 61.8863 → 58.94 (-2.9463) -318.20"]),
        // Without a rate that of the date: 100 × 1.16 ÷ 1.
        ("SO-1 | A | 1 | 116 | 100 | 1 |  | 2019-03-31", []),
        ("SO-1 | A | 1 | 116 | 100 | 1 |  | 2019-04-01", ["SO-1 A: 113.00 → 116.00 (3.00) 3.00"]),
        // Written to the fen: 100 × 1.13 ÷ 12 = 9.41666…
        ("SO-1 | A | 1 | 9.42 | 100 | 12 | 0.13 | 2026-10-01", []),
        ("SO-1 | A | 1 | 9.43 | 100 | 12 | 0.13 | 2026-10-01", ["SO-1 A: 9.4167 → 9.43 (0.0133) 0.01"]),
        // The general rate of another time, in its time and not; a reduced rate is nobody's mistake.
        ("SO-1 | A | 1 | 117 | 100 | 1 | 0.17 | 2018-04-30", []),
        ("SO-1 | A | 1 | 117 | 100 | 1 | 0.17 | 2026-10-01", ["SO-1 A: 0.13 → 0.17"]),
        ("SO-1 | A | 1 | 109 | 100 | 1 | 0.09 | 2026-10-01", []),
    ])
    func netPriceAndTax(line: String, expected: [String]) throws {
        try check("order.tax-miscalculated", order(line), finds: expected)
    }

    /// 31.8584 × 1.13 = 36.00: a net price that the header calls one for a piece is not divided by what the file packs.
    @Test(arguments: [
        ("不含税单价", "36", []), ("不含税单价", "35", ["SO-1 A: 3.00 → 35.00 (32.00) 320.00"]),
        ("不含税箱价", "36", ["SO-1 A: 3.00 → 36.00 (33.00) 330.00"]),
        ("Net unit price", "36", []), ("Net price per carton", "36", ["SO-1 A: 3.00 → 36.00 (33.00) 330.00"]),
    ])
    func aNetPriceForAPiece(header: String, price: String, expected: [String]) throws {
        try check(
            "order.tax-miscalculated",
            """
            products
            productCode | unit | packUnit | packSize
            A           | 瓶   | 箱       | 12

            orders
            orderNumber | productCode | unit | quantity | unitPrice | netPrice | taxRate
            SO-1        | A           | 瓶   | 10       | \(price)  | 31.8584  | 0.13
            """, finds: expected, headers: [.netPrice: header])
    }

    /// A case of twelve at 100 net is 113.00 with tax: what is said can be written into the line's cell.
    @Test func aCasePriceIsSaidByTheCase() throws {
        let text = """
            products
            productCode | unit | packUnit | packSize
            A           | 瓶   | 箱       | 12

            orders
            orderNumber | productCode | unit | quantity | unitPrice | netPrice | packSize | taxRate
            SO-1        | A           | 箱   | 2        | 113       | 100      | 12       | 0.13
            SO-2        | A           | 箱   | 2        | 9.4167    | 100      | 12       | 0.13
            SO-3        | A           | 瓶   | 2        | 9.4167    | 100      | 12       | 0.13
            """
        try check("order.tax-miscalculated", text, finds: ["SO-2 A: 113.00 → 9.4167 (-103.5833) -207.17"])
        let findings = Reconciler().reconcile(try MonthText(text).month()).findings
        #expect(
            findings.map(\.explanation.english).contains {
                $0.hasPrefix("Net 100.00 × (1 + 0.13) ÷ 12 × 12 = 113.00 per 箱")
            })
    }

    @Test func aRateOfAnotherTimeIsReleasedByTheRate() throws {
        let month = try MonthText(order("SO-1 | A | 1 | 117 | 100 | 1 | 0.17 | 2026-10-01")).month()
        let result = Reconciler().reconcile(month)
        #expect(
            result.findings.map(\.explanation.english) == [
                "The tax rate says 17%; on 2026-10-01 it was 13%. Ask sales to correct the rate and the price with tax."
            ])
        #expect(result.orderDesk.standings.flatMap(\.holds).map(\.release.chinese) == ["业务员更正 A 税率：应为 0.13"])
    }
}
