import Books
import Reconciler

/// A small month with real records, so that its chain and its questions are the program's own.
///
/// Ordered 100 + 30, shipped 90 + 0, owed 95, of which 40 is paid and booked; the debit of 95 is booked.
enum ChainMonth {
    private static let yuan: Int64 = 100, piece: Int64 = 1_000_000, price: Int64 = 100_000_000

    static func make(receipts hasReceipts: Bool = true) -> (Month, Reconciliation) {
        var texts = SymbolTable()
        func symbols(_ values: [String]) -> [Symbol] { values.map { texts.intern($0) } }
        func day(_ number: Int) -> Int64 { Int64(Day(year: 2026, month: 10, day: number)?.number ?? 0) }
        var tables: [BookKind: Table] = [:], regions: [Region] = [], sheets: [SourceSheet] = []
        func add(_ kind: BookKind, rows: Int, symbols: [Field: [Symbol]], numbers: [Field: [Int64]]) {
            var table = Table(kind)
            table.append(
                origins: (0..<rows).map { Origin(region: Int32(regions.count), row: Int32($0 + 2)) }, symbols: symbols,
                numbers: numbers)
            tables[kind] = table
            sheets.append(SourceSheet(file: 0, name: kind.rawValue, isHidden: false, rows: RowCounts()))
            regions.append(
                Region(
                    sheet: Int32(sheets.count - 1), book: kind, layout: .table, headerRow: 1, firstColumn: 0,
                    places: [:], headers: [], confidence: 100, totals: []))
        }
        add(
            .orders, rows: 2,
            symbols: [
                .orderNumber: symbols(["SO-1", "SO-2"]), .customer: symbols(["甲", "乙"]),
                .productCode: symbols(["A", "B"]), .salesperson: symbols(["周敏", "周敏"]),
            ], numbers: [.quantity: [10 * piece, 3 * piece], .unitPrice: [10 * price, 10 * price]])
        add(
            .movements, rows: 1,
            symbols: [
                .documentKind: symbols(["salesOut"]), .documentNumber: symbols(["CK-1"]), .customer: symbols(["甲"]),
                .warehouse: symbols(["主仓"]), .basisNumber: symbols(["SO-1"]), .productCode: symbols(["A"]),
            ], numbers: [.date: [day(2)], .quantity: [9 * piece], .unitPrice: [10 * price]])
        add(
            .receivables, rows: 1,
            symbols: [
                .customer: symbols(["甲"]), .documentNumber: symbols(["CK-1"]), .settlement: symbols(["monthly"]),
            ], numbers: [.date: [day(2)], .amount: [95 * yuan]])
        if hasReceipts {
            add(
                .receipts, rows: 1,
                symbols: [
                    .receiptNumber: symbols(["SK-1"]), .customer: symbols(["甲"]), .appliesTo: symbols(["CK-1"]),
                ], numbers: [.date: [day(20)], .amount: [40 * yuan]])
        }
        add(
            .ledger, rows: 4,
            symbols: [
                .voucherNumber: symbols(["1", "1", "2", "2"]), .accountCode: symbols(["1122", "6001", "1122", "1002"]),
                .customer: symbols(["甲", "", "甲", ""]), .documentNumber: symbols(["CK-1", "", "SK-1", ""]),
            ],
            numbers: [
                .date: [day(2), day(2), day(20), day(20)], .debit: [95 * yuan, 0, 0, 40 * yuan],
                .credit: [0, 95 * yuan, 40 * yuan, 0],
            ])
        let month = Month(
            period: Period(year: 2026, month: 10), files: [SourceFile(path: "books.xlsx", sha256: "0")], sheets: sheets,
            regions: regions, texts: texts, tables: tables, problems: [])
        return (month, Reconciler().reconcile(month))
    }
}
