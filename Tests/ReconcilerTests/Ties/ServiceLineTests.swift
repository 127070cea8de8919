import Books
import Testing

@testable import Reconciler

/// Freight and the like on a document: owed, and on no shelf.
@Suite struct ServiceLineTests {
    private func month(_ line: String, opening: String = "", products: String = "A | 米线") throws -> Month {
        try MonthText(
            """
            products
            productCode | productName
            \(products)

            opening
            warehouse | productCode | productName | quantity
            甲仓 | A | 米线 | 100
            \(opening)

            movements
            documentKind | documentNumber | date | customer | warehouse | productCode | productName | quantity | unitPrice
            salesOut | CK1 | 2026-10-05 | 甲 | 甲仓 | A | 米线 | 10 | 5
            salesOut | CK1 | 2026-10-05 | 甲 | 甲仓 | \(line)

            stock
            warehouse | productCode | productName | quantity
            甲仓 | A | 米线 | 90

            receivables
            documentNumber | date | customer | amount
            CK1 | 2026-10-05 | 甲 | 80
            """.replacing("\n\n\n", with: "\n\n")
        ).month()
    }

    private func isOffTheRoll(_ month: Month) throws -> Bool {
        let result = Reconciler().reconcile(month)
        let chain = try #require(result.chain)
        #expect(chain.proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.allSatisfy { $0.cause != .unaccounted })
        let said = result.notChecked.contains { $0.why.english.contains("are charges and not goods") }
        let found = result.findings.contains { $0.code == "stock.rollforward-difference" }
        #expect(said != found)
        #expect(!result.findings.contains { $0.code == "receivable.amount-difference" })
        return said
    }

    @Test(
        arguments: [
            (" | 运费 | 1 | 30", true), (" | 装卸费 | 1 | 30", true), ("YF1 | 运费 | 1 | 30", true),
            (" | 安装服务 | 1 | 30", true),
            (" | Freight | 1 | 30", true), (" | Delivery charge | 1 | 30", true),
            // Goods that nobody has on file are still goods.
            (" | 鲜花饼 | 1 | 30", false), (" | 免费 | 1 | 30", false), (" | Coffee | 1 | 30", false),
        ])
    func aLine(line: String, isService: Bool) throws {
        #expect(try isOffTheRoll(month(line)) == isService)
    }

    /// What is on file, or lay somewhere, is goods, however it is called.
    @Test func whatIsOnFileOrInStock() throws {
        #expect(try !isOffTheRoll(month("F | 会员费 | 1 | 30", products: "A | 米线\nF | 会员费")))
        #expect(try !isOffTheRoll(month(" | 会员费 | 1 | 30", opening: "甲仓 | | 会员费 | 3")))
    }

    /// An order of 甲 for ten 米线 and a further line, all of it delivered; a list prices 米线 alone.
    private func orders(_ line: String, stock: String = "", products: String = "A | 米线") throws -> [Finding] {
        let month = try MonthText(
            """
            products
            productCode | productName
            \(products)

            prices
            productCode | unitPrice | validFrom
            A | 5 | 2026-01-01

            orders
            orderNumber | orderDate | customer | productCode | productName | quantity | unitPrice
            SO1 | 2026-10-05 | 甲 | A | 米线 | 10 | 5
            SO1 | 2026-10-05 | 甲 | \(line)

            stock
            warehouse | productCode | productName | quantity
            甲仓 | A | 米线 | 90
            \(stock)

            movements
            documentKind | documentNumber | date | customer | basisNumber | productCode | productName | quantity | unitPrice
            salesOut | CK1 | 2026-10-05 | 甲 | SO1 | A | 米线 | 10 | 5
            """.replacing("\n\n\n", with: "\n\n")
        ).month()
        return Reconciler().reconcile(month).findings.filter {
            ["order.product-unknown", "order.price-unknown", "dispatch.missing"].contains($0.code)
        }
    }

    /// A charge on an order is no unknown product and has no price; that nobody bills it is said as what it is.
    @Test(arguments: [" | 运费 | 1 | 30", "YF1 | 包装费 | 1 | 30", " | Service charge | 1 | 30"])
    func aChargeOnAnOrder(line: String) throws {
        let found = try orders(line)
        #expect(found.map(\.code) == ["dispatch.missing"])
        #expect(found.first?.amount?.description == "-30.00")
        #expect(found.first?.explanation.english.contains("may never be billed") == true)
    }

    /// Goods that nobody has on file, what is kept in stock, and what has a record are no charges.
    @Test func whatIsNoChargeOnAnOrder() throws {
        #expect(try orders(" | 鲜花饼 | 1 | 30").map(\.code) == ["order.product-unknown", "dispatch.missing"])
        #expect(
            try orders(" | 会员费 | 1 | 30", stock: "甲仓 | | 会员费 | 3").map(\.code)
                == ["order.product-unknown", "dispatch.missing"])
        #expect(
            try orders("F | 会员费 | 1 | 30", products: "A | 米线\nF | 会员费").map(\.code)
                == ["order.price-unknown", "dispatch.missing"])
    }
}
