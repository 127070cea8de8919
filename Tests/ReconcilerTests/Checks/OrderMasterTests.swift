import Books
import Testing

@testable import Reconciler

@Suite struct OrderCustomerUnknownTests {
    private func orders(_ lines: String) -> String {
        """
        customers
        customer             | customerCode | aliases
        昆明王记商贸有限公司 | C01          | 老王
        保山李记酒业         | C02          |

        orders
        orderNumber | customer             | customerCode | channel | productCode | quantity
        \(lines)
        """
    }

    @Test func aNameThatIsNotOnFileAndTheNearestThatIs() throws {
        let text = orders(
            """
            SO-1 | 昆明王纪商贸有限公司 |     | direct | A | 1
            SO-2 | 昆明王记商贸         |     | direct | A | 1
            SO-3 | 老王                 |     | direct | A | 1
            SO-4 | C02                  |     | direct | A | 1
            SO-5 | 李记                 | C02 | direct | A | 1
            SO-6 | 散客                 |     | direct | A | 1
            SO-7 |                      |     | direct | A | 1
            """)
        try check(
            "order.customer-unknown", text,
            finds: ["SO-1: 昆明王记商贸有限公司 → 昆明王纪商贸有限公司", "SO-6: — → 散客"])
    }

    @Test func withoutACustomerFileNobodyIsUnknown() throws {
        try check(
            "order.customer-unknown", "orders\norderNumber | customer | productCode | quantity\nSO-1 | 甲 | A | 1",
            finds: [])
    }

    /// What cannot be judged because nobody knows who buys is not said again.
    @Test func itsConsequencesAreNotSaidAgain() throws {
        let text =
            orders("SO-1 | 昆明王纪商贸有限公司 | | | A | 1") + """


                prices
                productCode | channel | unitPrice
                A           | direct  | 5

                movements
                documentKind | documentNumber | basisNumber | customer             | productCode | quantity
                salesOut     | CK1            | SO-1        | 昆明王记商贸有限公司 | A           | 1
                """
        for code in ["order.price-unknown", "dispatch.customer-mismatch"] { try check(code, text, finds: []) }
        try check("order.customer-unknown", text, finds: ["SO-1: 昆明王记商贸有限公司 → 昆明王纪商贸有限公司"])
    }
}

@Suite struct OrderProductUnknownTests {
    private func orders(_ lines: String) -> String {
        """
        products
        productCode | productName | aliases | barcode
        DY-301      | 火腿罐头    | 宣威    | 690001
        DY-302      | 油鸡枞      |         |

        orders
        orderNumber | productCode | productName | quantity | unitPrice
        \(lines)
        """
    }

    @Test func aCodeOrNameThatIsNotOnFile() throws {
        let text = orders(
            """
            SO-1 | DY-30Z | 油鸡枞   | 1 | 5
            SO-2 | DY-3O1 |          | 1 | 5
            SO-3 | 690001 |          | 1 | 5
            SO-4 |        | 宣威     | 1 | 5
            SO-5 |        | 油鸡纵   | 1 | 5
            SO-6 | ZZ-1   | 别的东西 | 1 | 5
            """)
        try check(
            "order.product-unknown", text,
            finds: [
                "SO-1 DY-30Z: DY-302 → DY-30Z", "SO-2 DY-3O1: DY-301 → DY-3O1", "SO-5 油鸡纵: DY-302 → 油鸡纵",
                "SO-6 ZZ-1: — → ZZ-1",
            ])
    }

    @Test func itsConsequencesAreNotSaidAgain() throws {
        let text =
            orders("SO-1 | DY-30Z | 油鸡枞 | 12 | 5\nSO-1 | DY-301 | 火腿罐头 | 6 | 5") + """


                prices
                productCode | unitPrice
                DY-301      | 5
                DY-302      | 5

                movements
                documentKind | documentNumber | basisNumber | productCode | quantity
                salesOut     | CK1            | SO-1        | DY-302      | 12
                salesOut     | CK1            | SO-1        | DY-301      | 6
                """
        for code in ["order.price-unknown", "dispatch.missing", "dispatch.quantity-over"] {
            try check(code, text, finds: [])
        }
        // Another quantity is another matter.
        try check(
            "dispatch.missing", text.replacing("DY-302      | 12", with: "DY-302      | 11"),
            finds: ["SO-1 DY-30Z: 12 → — (-12) -60.00"])
    }
}

@Suite struct OrderHeaderMismatchTests {
    private let orders = """
        orders
        orderNumber | channel     | productCode | quantity | headerCompany
        SO-1        | supermarket | A           | 1        | 昆明滇云商贸有限公司
        SO-2        | supermarket | A           | 1        | 昆明滇云商贸
        SO-3        | supermarket | A           | 1        | 昆明云滇商贸有限公司
        SO-4        | supermarket | A           | 1        |
        SO-5        | direct      | A           | 1        |
        SO-6        | direct      | A           | 1        | 别家公司
        """

    @Test func theHeadIsTheCompanysOwn() throws {
        var settings = Settings()
        settings.headerCompanies = ["昆明滇云商贸有限公司"]
        try check(
            "order.header-mismatch", orders,
            finds: [
                "SO-3: 昆明滇云商贸有限公司 → 昆明云滇商贸有限公司", "SO-4: 昆明滇云商贸有限公司 → —", "SO-6: 昆明滇云商贸有限公司 → 别家公司",
            ], settings: settings)
    }

    @Test func withoutSettingsNothingIsSaid() throws {
        try check("order.header-mismatch", orders, finds: [])
    }
}

@Suite struct OrderDiscountOffPolicyTests {
    private func text(_ line: String) -> String {
        """
        prices
        productCode | customer | channel | unitPrice | maximumDiscount | validFrom  | validTo
        A           |          |         | 10        | 0.95            | 2026-01-01 |
        A           |          | direct  | 10        | 0.9             | 2026-01-01 |
        A           | 甲       |         | 10        | 0.85            | 2026-10-01 | 2026-10-15
        B           |          |         | 10        |                 | 2026-01-01 |
        C           |          |         | 10        | 0.9             |            |
        C           |          |         | 10        | 0.8             |            |

        orders
        orderNumber | customer | channel | productCode | quantity | unitPrice | discount | orderDate
        \(line)
        """
    }

    @Test(arguments: [
        ("SO-1 | 乙 | wholesale | A | 3 | 10 | 0.95 | 2026-10-05", []),
        ("SO-1 | 乙 | wholesale | A | 3 | 10 | 0.9 | 2026-10-05", ["SO-1 A: 0.95 → 0.9 (-0.05) -1.50"]),
        ("SO-1 | 乙 | direct | A | 3 | 10 | 0.9 | 2026-10-05", []),
        ("SO-1 | 甲 | direct | A | 3 | 10 | 0.85 | 2026-10-15", []),
        ("SO-1 | 甲 | direct | A | 3 | 10 | 0.85 | 2026-10-16", ["SO-1 A: 0.9 → 0.85 (-0.05) -1.50"]),
        ("SO-1 | 乙 | direct | A | 3 | 10 |  | 2026-10-05", []),
        // No limit on the price, and two that disagree: nothing is said.
        ("SO-1 | 乙 | direct | B | 3 | 10 | 0.5 | 2026-10-05", []),
        ("SO-1 | 乙 | direct | C | 3 | 10 | 0.5 | 2026-10-05", []),
    ])
    func theMostSpecificPriceInForceSaysHowMuch(line: String, expected: [String]) throws {
        try check("order.discount-off-policy", text(line), finds: expected)
    }

    @Test func aDocumentMayCarryThePriceAfterTheDiscount() throws {
        try check(
            "dispatch.price-difference",
            """
            orders
            orderNumber | productCode | quantity | unitPrice | discount
            SO-1        | A           | 1        | 10        | 0.9
            SO-2        | A           | 1        | 10        | 0.9

            movements
            documentKind | documentNumber | basisNumber | productCode | quantity | unitPrice
            salesOut     | CK1            | SO-1        | A           | 1        | 9
            salesOut     | CK2            | SO-2        | A           | 1        | 8
            """, finds: ["SO-2 A: 9.00 → 8.00 (-1.00) -1.00"])
    }
}

@Suite struct OverlappingPricesTests {
    private func text(_ prices: String, on day: String) -> String {
        """
        prices
        productCode | unitPrice | validFrom  | validTo
        \(prices)

        orders
        orderNumber | productCode | quantity | unitPrice | orderDate
        SO-1        | A           | 1        | 12.00     | \(day)
        """
    }

    @Test func aPriceWithoutAnEndIsReplaced() throws {
        let prices = "A | 10 | 2026-01-01 |\nA | 12 | 2026-10-01 | 2026-10-31"
        try check("order.price-off-policy", text(prices, on: "2026-10-05"), finds: [])
        try check("order.price-unknown", text(prices, on: "2026-10-05"), finds: [])
        try check(
            "order.price-off-policy", text(prices, on: "2026-11-01"), finds: ["SO-1 A: 10.00 → 12.00 (2.00) 2.00"])
    }

    @Test func oneWhoseEndIsNotReachedIsInForceBesideTheNext() throws {
        let prices = "A | 10 | 2026-01-01 | 2026-10-05\nA | 12 | 2026-10-01 |"
        try check("order.price-unknown", text(prices, on: "2026-10-05"), finds: ["SO-1 A: — → 12.00"])
        try check("order.price-off-policy", text(prices, on: "2026-10-05"), finds: [])
        try check("order.price-unknown", text(prices, on: "2026-10-06"), finds: [])
        // The same price twice is no contradiction.
        let same = "A | 12 | 2026-01-01 | 2026-10-05\nA | 12 | 2026-10-01 |"
        try check("order.price-unknown", text(same, on: "2026-10-05"), finds: [])
    }

    @Test func bothPricesAreShown() throws {
        let month = try MonthText(text("A | 10 | 2026-01-01 | 2026-10-05\nA | 12 | 2026-10-01 |", on: "2026-10-05"))
            .month()
        let finding = try #require(Reconciler().reconcile(month).findings.first { $0.code == "order.price-unknown" })
        #expect(finding.sources.map(\.reference.cell) == ["B2", "B2", "B3"])
        #expect(finding.explanation.english.contains("10.00, 12.00"))
    }
}
