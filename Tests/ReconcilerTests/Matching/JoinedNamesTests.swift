import Books
import Testing

@testable import Reconciler

/// Names in one cell with what identifies them.
@Suite struct JoinedNamesTests {
    /// Whom a receivable's customer means; 甲 has the code C138, 乙 C139.
    private func customer(_ written: String) throws -> String {
        let month = try MonthText(
            """
            customers
            customer | customerCode
            昆明甲商行 | C138
            昆明乙商行 | C139

            receivables
            customer | documentNumber | amount
            \(written) | CK1 | 10.00
            """
        ).month()
        let parties = Parties(month)
        let name = parties.name(month[.receivables].symbol(.customer, 0))
        return month.text(name)
    }

    @Test(arguments: ["C138 昆明甲商行", "C138-昆明甲商行", "[C138]昆明甲商行", "昆明甲商行（C138）", "客户:C138 昆明甲商行", "昆明甲商行 c138"])
    func customersWithTheirCode(written: String) throws {
        #expect(try customer(written) == "昆明甲商行")
    }

    /// Another customer's code makes it nobody's name, and so does a code that is on no file.
    @Test(arguments: ["C139 昆明甲商行", "C140 昆明甲商行", "C138 昆明丙商行"]) func aCodeOfSomebodyElse(written: String) throws {
        #expect(try customer(written) == written)
    }

    /// Of two products of one name the specification tells which; alone the name tells neither.
    @Test func productsWithTheirSpecification() throws {
        let month = try MonthText(
            """
            products
            productCode | productName | spec
            A-01 | 米酒 | 500ml*12
            A-02 | 米酒 | 250ml*24

            stock
            warehouse | productName | quantity
            一号仓 | 米酒 500ml*12 | 1
            一号仓 | 米酒(250ml*24) | 2
            一号仓 | A-01 米酒 | 3
            一号仓 | 米酒 | 4
            一号仓 | A-03 米酒 | 5
            """
        ).month()
        let goods = Goods(month)
        let products = month[.stock].rows.map { month.text(goods.product(.stock, $0)) }
        #expect(products == ["A-01", "A-02", "A-01", "米酒", "A-03 米酒"])
    }
}
