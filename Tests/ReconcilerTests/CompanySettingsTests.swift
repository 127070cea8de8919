import Books
import Testing

@testable import Reconciler

/// Tolerances: the bound belongs to what is tolerated, and a share is one of the expected side.
@Suite struct ToleranceTests {
    /// Cases of other reconciliation systems: 1000 paid 990 at 0.5 % and 1 %, 50 against 50.1 at 0.05 and 0.11.
    @Test(arguments: [
        (100_000, 99_000, 0, 5_000, false), (100_000, 99_000, 0, 10_000, true), (5_000, 5_010, 5, 0, false),
        (5_000, 5_010, 11, 0, true), (5_000, 5_010, 10, 0, true), (-5_000, -5_010, 10, 0, true),
        (5_000, -5_000, 11, 0, false),
        (10_000, 9_900, 0, 10_000, true), (9_900, 10_000, 0, 10_000, false), (0, 1, 0, 200_000, false),
        (7, 7, 0, 0, true),
        (7, 8, 0, 0, false),
    ])
    func amounts(expected: Int64, actual: Int64, absolute: Int64, share: Int64, isTolerated: Bool) {
        var settings = Settings()
        settings.amountTolerance = Amount(units: absolute)
        settings.amountToleranceShare = Rate(units: share)
        #expect(settings.tolerates(Amount(units: actual), expected: Amount(units: expected)) == isTolerated)
    }

    /// 101 against 100 at 1 % passes, 101.001 does not.
    @Test(arguments: [(101_000_000, true), (101_001_000, false), (99_000_000, true), (98_999_999, false)])
    func quantities(actual: Int64, isTolerated: Bool) {
        var settings = Settings()
        settings.quantityToleranceShare = Rate(units: 10_000)
        #expect(
            settings.tolerates(Quantity(units: actual), expected: Quantity(units: 100_000_000)) == isTolerated)
    }

    @Test func theLargestAmountsDoNotOverflow() {
        var settings = Settings()
        settings.amountToleranceShare = Rate(units: 200_000)
        #expect(!settings.tolerates(Amount(units: .min), expected: Amount(units: .max)))
        #expect(settings.tolerates(Amount(units: .max), expected: Amount(units: .max)))
    }
}

/// Series of numbers that the company declares.
@Suite struct DeclaredSeriesTests {
    private let text = """
        movements
        documentKind | documentNumber | date       | productCode | quantity
        salesOut     | XS2026100001   | 2026-10-02 | A           | 1
        salesOut     | XS2026100004   | 2026-10-03 | A           | 1
        """

    @Test func gapsAreCertainHoweverFewDocumentsThereAre() throws {
        var settings = Settings()
        settings.series = [.init(prefix: "XS", width: 4, restartsMonthly: true, kinds: [.salesOut])]
        let month = try MonthText(text).month()
        #expect(found("document.number-gap", in: month) == [])
        #expect(!found("document.number-gap", in: month, settings: settings).isEmpty)
    }

    @Test func otherKindsOfDocumentAreNotOfTheSeries() throws {
        var settings = Settings()
        settings.series = [.init(prefix: "XS", width: 4, restartsMonthly: true, kinds: [.transfer])]
        #expect(found("document.number-gap", in: try MonthText(text).month(), settings: settings) == [])
    }
}

/// Aliases of the company's settings.
@Suite struct CompanyAliasTests {
    private let text = """
        customers
        customer | customerCode
        昆明大润发 | C1
        王记商行   | C2

        orders
        orderNumber | customer | productCode | quantity
        SO-1        | 大发     | A-01        | 5

        movements
        documentKind | documentNumber | date       | customer   | basisNumber | productCode | quantity
        salesOut     | CK1            | 2026-10-02 | 昆明大润发 | SO-1        | A1          | 5
        """

    @Test func customersAndProductsThatGoByOtherNames() throws {
        var settings = Settings()
        settings.customerAliases = ["大发": "C1"]
        settings.productAliases = ["a1": "A-01"]
        let month = try MonthText(text).month()
        #expect(found("order.customer-unknown", in: month).count == 1, "without the alias nobody knows who it is")
        #expect(found("dispatch.missing", in: month).count == 1)
        for code in [
            "order.customer-unknown", "dispatch.customer-mismatch", "dispatch.missing", "dispatch.quantity-over",
        ] {
            #expect(found(code, in: month, settings: settings) == [], "\(code)")
        }
    }

    /// Targets on file by name, by code, by short name, and not at all; without a file nobody can say.
    @Test func aliasesThatLeadToNobody() throws {
        let products = "\n\nproducts\nproductCode | productName\nA-01 | 水\nB-01 | 茶\nB-02 | 茶"
        func target(_ kind: AliasKind, _ alias: String, _ means: String, _ cell: String) -> SettingsOrigin.AliasTarget {
            .init(kind: kind, alias: alias, means: means, place: .init(sheet: "别名", cell: cell))
        }
        var settings = Settings()
        settings.customerAliases = ["大发": "C1", "王记": "王记", "老王": "王纪商行"]
        settings.productAliases = ["a1": "A-01", "水水": "水", "茶茶": "茶", "a9": "A-09"]
        settings.origin = SettingsOrigin(
            file: "settings.xlsx",
            aliases: [
                target(.customer, "大发", "C1", "B2"), target(.customer, "王记", "王记", "B3"),
                target(.customer, "老王", "王纪商行", "B4"), target(.product, "a1", "A-01", "B5"),
                target(.product, "水水", "水", "B6"), target(.product, "茶茶", "茶", "B7"),
                target(.product, "a9", "A-09", "B8"),
            ], problems: [])
        func problems(_ text: String) throws -> [String] {
            let result = Reconciler(settings: settings).reconcile(try MonthText(text).month())
            return (result.settings.origin?.problems ?? []).map { "\($0.cell ?? "") \($0.found)" }
        }
        #expect(try problems(text + products) == ["B4 王纪商行", "B8 A-09"])
        #expect(try problems(text) == ["B4 王纪商行"])
        let orders = "orders\norderNumber | customer | productCode | quantity\nSO-1 | 大发 | A-01 | 5"
        #expect(try problems(orders) == [])
    }
}
