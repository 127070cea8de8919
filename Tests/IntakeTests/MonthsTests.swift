import Books
import Intake
import Testing

/// Whole months, held against counts taken with openpyxl: rows with a product, document or voucher number of their own.
@Suite(.enabled(if: SharedMonths.isPresent, "the months lie in ../shared, which is not there"))
struct MonthsTests {
    static let books: [BookKind] = [
        .orders, .prices, .customers, .products, .movements, .opening, .stock, .counts, .receivables, .receipts,
        .ledger,
    ]

    @Test(arguments: [
        ("flat", [686, 240, 40, 60, 718, 118, 118, 118, 235, 116, 934]),
        ("messy", [696, 240, 40, 60, 725, 118, 118, 118, 235, 102, 906]),
        ("forms", [708, 240, 40, 60, 739, 118, 118, 118, 235, 114, 930]),
        ("english", [727, 240, 40, 60, 761, 118, 118, 118, 235, 132, 966]),
        ("english-forms", [738, 240, 40, 60, 766, 118, 118, 118, 235, 109, 920]),
        ("clean", [712, 240, 40, 60, 754, 118, 118, 118, 240, 126, 972]),
    ])
    func everyRecordIsTaken(name: String, expected: [Int]) {
        let month = Intake().month(of: SharedMonths.files("months/\(name)/books"), period: nil)
        #expect(Self.books.map { month[$0].count } == expected)
        #expect(month.period == Period(year: 2026, month: 10))
        #expect(month.problems.isEmpty)
        expectComplete(month)
    }

    @Test func businessSampleIsOrders() {
        let month = Intake().month(of: SharedMonths.files("business"), period: nil)
        #expect(month[.orders].count == 9_994)
        #expect(month.regions.count == 1)
        #expect(month.regions.first?.headers.count == 21)
        let fields = month.regions.first?.headers.compactMap(\.field) ?? []
        for field in [
            Field.orderNumber, .orderDate, .customer, .customerCode, .productCode, .productName, .amount, .quantity,
        ] {
            #expect(fields.contains(field))
        }
        expectComplete(month)
    }

    private func expectComplete(_ month: Month) {
        for sheet in month.sheets {
            #expect(sheet.rows.isComplete)
            #expect(
                sheet.rows.present == sheet.rows.structure + sheet.rows.totals + sheet.rows.records
                    + sheet.rows.setAside)
        }
        let records = BookKind.allCases.reduce(0) { $0 + month[$1].count }
        #expect(month.sheets.reduce(0) { $0 + $1.rows.records } == records)
    }
}
