import Books
import Foundation
import Reconciler

/// A small month made by hand, with figures that can be checked on paper.
enum SmallMonth {
    static let period = Period(year: 2026, month: 10)

    /// Interns as it goes, so that a test writes texts and not symbols.
    struct Maker {
        var texts = SymbolTable()
        mutating func callAsFunction(_ text: String) -> Symbol { texts.intern(text) }
    }

    /// Two files: orders on one sheet, the stock book and the count on another.
    static func month(_ texts: SymbolTable, stock: Int = 4) -> Month {
        var orderRows = RowCounts()
        (orderRows.present, orderRows.structure, orderRows.totals, orderRows.records) = (6, 1, 1, 3)
        orderRows.setAside = 1
        var stockRows = RowCounts()
        (stockRows.present, stockRows.structure, stockRows.records) = (5, 1, 4)
        let sheets = [
            SourceSheet(file: 0, name: "11月", isHidden: false, rows: orderRows),
            SourceSheet(file: 1, name: "库存", isHidden: true, rows: stockRows),
        ]
        let orders = Region(
            sheet: 0, book: .orders, layout: .table, headerRow: 1, firstColumn: 0,
            places: [.orderNumber: Place(column: 0), .quantity: Place(column: 5)],
            headers: [
                HeaderCell(column: 0, text: "订单号", field: .orderNumber),
                HeaderCell(column: 1, text: "备用", field: nil),
            ], confidence: 97,
            totals: [
                StatedTotal(
                    field: .amount, stated: 120_00, summed: 100_00, row: 6, column: 6, firstRow: 2, words: nil)
            ])
        let book = Region(
            sheet: 1, book: .stock, layout: .form, headerRow: 1, firstColumn: 0,
            places: [.quantity: Place(column: 3)], headers: [], confidence: 88, totals: [])
        var table = Table(.stock)
        table.append(
            origins: (0..<stock).map { Origin(region: 1, row: Int32(2 + $0)) }, symbols: [:],
            numbers: [.quantity: Array(repeating: 1_000_000, count: stock)])
        var counts = Table(.counts)
        counts.append(origins: [Origin(region: 1, row: 2)], symbols: [:], numbers: [.countedQuantity: [1_000_000]])
        let problem = Problem(
            kind: .rowSetAside, file: "订单/east.xlsx", sheet: "11月", cell: "F4", row: 4,
            expected: Phrase("数量应为数字", "the quantity must be a number"), found: "约20",
            advice: Phrase("请写明数量", "write the quantity"))
        return Month(
            period: period,
            files: [
                SourceFile(path: "订单/east.xlsx", sha256: String(repeating: "ab", count: 32)),
                SourceFile(path: "仓库/stock #1.xlsx", sha256: String(repeating: "cd", count: 32)),
            ], sheets: sheets, regions: [orders, book], texts: texts,
            tables: [.stock: table, .counts: counts], problems: [problem])
    }

    static func finding(
        _ id: String, _ code: String, _ findingClass: FindingClass, key: [KeyPart], party: String?, amount: Int64?,
        expected: Figure? = nil, actual: Figure? = nil, difference: Figure? = nil, reason: String? = nil
    ) -> Finding {
        var finding = Finding(
            code: code, findingClass: findingClass, tie: "orders-dispatch", key: key, party: party, owner: .warehouse,
            expected: expected, actual: actual, difference: difference, unit: "箱",
            amount: amount.map(Amount.init(units:)),
            sources: [
                Source(
                    role: "orders",
                    reference: CellReference(file: "订单/east.xlsx", sheet: "11月", row: 12, column: 5)),
                Source(
                    role: "stock",
                    reference: CellReference(file: "仓库/stock #1.xlsx", sheet: "库存", row: 2, column: 3)),
            ], explanation: Phrase("少发 2 箱，请仓库核对。", "2 cases short; ask the warehouse."), reason: reason)
        finding.id = id
        return finding
    }

    /// Four findings: −96.00 and 30.10 of one customer, −0.30 of another, one without money.
    static var findings: [Finding] {
        let key = [KeyPart("orderNumber", "SO-1107"), KeyPart("productCode", "A-01")]
        return [
            finding(
                "a1", "dispatch.quantity-short", .difference, key: key, party: "昆明*公司", amount: -96_00,
                expected: .quantity(Quantity(units: 120_000_000)), actual: .quantity(Quantity(units: 118_000_000)),
                difference: .quantity(Quantity(units: -2_000_000)), reason: "damage"),
            finding(
                "b2", "dispatch.missing", .missing, key: [KeyPart("orderNumber", "=SO-1108")], party: "昆明*公司",
                amount: 30_10),
            finding("c3", "dispatch.not-due", .timing, key: key, party: "昆明X公司", amount: -30),
            finding(
                "d4", "order.terms-mismatch", .difference, key: [KeyPart("orderNumber", "SO-1109")], party: nil,
                amount: nil, expected: .text("monthly"), actual: .day(period.lastDay)),
        ]
    }

    /// 0.1 + 0.2 against 0.3 and one side that is absent: sums 0.50 and 3.30.
    static func tie(_ make: inout Maker) -> TieResult {
        let origin = Origin(region: 0, row: 12)
        func pair(_ key: Symbol, _ left: Int64?, _ right: Int64?, _ outcome: TiePair.Outcome, _ code: String?)
            -> TiePair
        {
            TiePair(
                key: [key], party: .none, left: left, right: right, outcome: outcome, code: code, leftOrigin: origin,
                rightOrigin: nil)
        }
        return TieResult(
            id: "dispatch-receivable", name: Phrase("出库 ↔ 应收", "Dispatch ↔ receivables"),
            left: Phrase("出库单", "Dispatch"), right: Phrase("应收", "Receivables"), keyNames: ["documentNumber"],
            measure: .amount,
            pairs: [
                pair(make("X1"), 10, 30, .differing, "receivable.amount-difference"),
                pair(make("X2"), 20, nil, .leftOnly, "receivable.missing"),
                pair(make("X3"), nil, 280, .rightOnly, "receivable.without-dispatch"),
                pair(make("X4"), 20, 20, .matched, nil),
            ], leftSum: 50, rightSum: 330)
    }

    /// Two warehouses. In the first +5 at 2.00 and −3 at 4.00, so gross 8 and net 2 over a book of 100 + 50; a line
    /// that agrees after the recount (10 at 1.00); one not counted. In the second one that is not on the book.
    static func stock(_ make: inout Maker) -> [StockLine] {
        func line(
            _ warehouse: String, _ product: String, book: Int64?, counted: Int64?, recounted: Int64? = nil,
            cost: Int64, codes: [String] = []
        ) -> StockLine {
            var line = StockLine(warehouse: make(warehouse), product: make(product))
            line.name = make("品" + product)
            line.unit = make("箱")
            line.opening = Quantity(units: 10_000_000)
            line.received = Quantity(units: 5_000_000)
            line.expected = Quantity(units: 15_000_000)
            line.book = book.map { Quantity(units: $0 * 1_000_000) }
            line.counted = counted.map { Quantity(units: $0 * 1_000_000) }
            line.recounted = recounted.map { Quantity(units: $0 * 1_000_000) }
            line.final = line.recounted ?? line.counted
            line.unitCost = UnitPrice(units: cost * 1_000_000)
            if let final = line.final, let book = line.book {
                line.difference = try? final - book
                line.value = line.difference.flatMap { try? line.unitCost?.times($0) }
            }
            line.codes = codes
            return line
        }
        return [
            line("主仓", "A-01", book: 100, counted: 105, cost: 200, codes: ["stock.count-over"]),
            line("主仓", "A-02", book: 50, counted: 47, cost: 400, codes: ["stock.count-short"]),
            line("主仓", "A-03", book: 10, counted: 12, recounted: 10, cost: 100, codes: ["stock.recount-disagrees"]),
            line("主仓", "A-04", book: 7, counted: nil, cost: 100, codes: ["stock.not-counted"]),
            line("分仓/[2]", "A-01", book: nil, counted: 4, cost: 200, codes: ["stock.not-on-book"]),
        ]
    }

    static func make() -> (Month, Reconciliation) {
        var make = Maker()
        let ties = [tie(&make)]
        let stock = stock(&make)
        let result = Reconciliation(
            findings: findings, ties: ties, stock: stock,
            notChecked: [
                NotChecked(code: "order.price-off-policy", why: Phrase("没有价格表", "no price list")),
                NotChecked(code: "order.price-unknown", why: Phrase("没有价格表", "no price list")),
            ])
        return (month(make.texts), result)
    }
}

/// A folder of a test's own, removed when the test ends.
final class Scratch {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/tieout-reports-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name)))) }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}
