import Books
import Reconciler

/// Six orders whose states and sums can be worked out on paper, and an issue that no order explains.
///
/// A costs 10, B costs 5 by the price list. SO-1 is right (20.00); SO-2's line is 31.00 instead of 30.00; SO-3 wants 5.00 in
/// cash; SO-4 charges 4.00 for B; SO-5 is cancelled; of SO-6 one of two left (10.00 of 20.00 are open).
enum OrderMonth {
    static let period = Period(year: 2026, month: 10)

    private struct Line {
        let number: String, customer: String, salesperson: String, product: String, settlement: String
        let day: Int
        let quantity: Int64, fen: Int64, amount: Int64
        var status = ""
    }

    private static let lines = [
        Line(
            number: "SO-1", customer: "甲*公司", salesperson: "张三", product: "A", settlement: "monthly", day: 2,
            quantity: 2,
            fen: 1000, amount: 2000),
        Line(
            number: "SO-2", customer: "乙公司", salesperson: "张三", product: "A", settlement: "monthly", day: 2,
            quantity: 3,
            fen: 1000, amount: 3100),
        Line(
            number: "SO-3", customer: "丙公司", salesperson: "李*", product: "B", settlement: "cash", day: 1, quantity: 1,
            fen: 500, amount: 500),
        Line(
            number: "SO-4", customer: "丙公司", salesperson: "李*", product: "B", settlement: "monthly", day: 3,
            quantity: 1,
            fen: 400, amount: 400),
        Line(
            number: "SO-5", customer: "甲*公司", salesperson: "", product: "A", settlement: "monthly", day: 3, quantity: 1,
            fen: 1000, amount: 1000, status: "cancelled"),
        Line(
            number: "SO-6", customer: "乙公司", salesperson: "李三", product: "A", settlement: "monthly", day: 3,
            quantity: 2,
            fen: 1000, amount: 2000),
    ]

    static func make() -> (Month, Reconciliation) {
        var texts = SymbolTable()
        var orders = Table(.orders), prices = Table(.prices), movements = Table(.movements)
        let days = lines.map { Int64(Day(year: 2026, month: 10, day: $0.day)?.number ?? 0) }
        orders.append(
            origins: lines.indices.map { Origin(region: 0, row: Int32($0 + 2)) },
            symbols: [
                .orderNumber: lines.map { texts.intern($0.number) }, .customer: lines.map { texts.intern($0.customer) },
                .salesperson: lines.map { texts.intern($0.salesperson) },
                .productCode: lines.map { texts.intern($0.product) },
                .settlement: lines.map { texts.intern($0.settlement) }, .status: lines.map { texts.intern($0.status) },
            ],
            numbers: [
                .orderDate: days, .quantity: lines.map { $0.quantity * 1_000_000 },
                .unitPrice: lines.map { $0.fen * 1_000_000 }, .amount: lines.map(\.amount),
            ])
        prices.append(
            origins: [Origin(region: 1, row: 2), Origin(region: 1, row: 3)],
            symbols: [.productCode: ["A", "B"].map { texts.intern($0) }],
            numbers: [.unitPrice: [1_000_000_000, 500_000_000]])
        movements.append(
            origins: [Origin(region: 2, row: 2), Origin(region: 2, row: 3)],
            symbols: [
                .documentKind: ["salesOut", "salesOut"].map { texts.intern($0) },
                .documentNumber: ["CK-8", "CK-9"].map { texts.intern($0) },
                .basisNumber: ["SO-6", "SO-99"].map { texts.intern($0) },
                .productCode: ["A", "A"].map { texts.intern($0) }, .warehouse: ["主仓", "主仓"].map { texts.intern($0) },
            ],
            numbers: [
                .quantity: [1_000_000, 7_000_000], .unitPrice: [1_000_000_000, 1_000_000_000],
                .date: [4, 5].map { Int64(Day(year: 2026, month: 10, day: $0)?.number ?? 0) },
            ])
        let files = ["订单/east.xlsx", "价格.xlsx", "仓库.xlsx"]
        let kinds: [BookKind] = [.orders, .prices, .movements]
        let month = Month(
            period: period, files: files.enumerated().map { SourceFile(path: $1, sha256: "\($0)") },
            sheets: kinds.indices.map { SourceSheet(file: Int32($0), name: "表", isHidden: false, rows: RowCounts()) },
            regions: kinds.enumerated().map { place, kind in
                Region(
                    sheet: Int32(place), book: kind, layout: .table, headerRow: 1, firstColumn: 0,
                    places: [.orderNumber: Place(column: 0), .quantity: Place(column: 5), .amount: Place(column: 7)],
                    headers: [], confidence: 100, totals: [])
            }, texts: texts, tables: [.orders: orders, .prices: prices, .movements: movements], problems: [])
        return (month, Reconciler().reconcile(month))
    }
}
