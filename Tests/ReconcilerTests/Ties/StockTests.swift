import Books
import Testing

@testable import Reconciler

@Suite struct StockTests {
    private func stock(opening: String = "", movements: String = "", stock: String = "", counts: String = "") -> String
    {
        var blocks: [String] = []
        if !opening.isEmpty { blocks.append("opening\nwarehouse | productCode | quantity | unitCost\n\(opening)") }
        if !movements.isEmpty {
            blocks.append(
                "movements\ndocumentKind | documentNumber | date | warehouse | toWarehouse | productCode | quantity\n\(movements)"
            )
        }
        if !stock.isEmpty { blocks.append("stock\nwarehouse | productCode | quantity | unitCost\n\(stock)") }
        if !counts.isEmpty {
            blocks.append(
                "counts\nwarehouse | productCode | countedQuantity | recountQuantity | countedAt | reason\n\(counts)")
        }
        return blocks.joined(separator: "\n\n")
    }

    @Test func everyKindMovesWithItsSign() throws {
        // 100 + 50 − 30 + 2 (return) + 3 (reversal) − 4 (to the factory) − 10 (transfer) − 1 (redemption) − 5 + 6 (repair) = 111
        let text = stock(
            opening: "一 | A | 100 | 2",
            movements: """
                purchaseIn    | RK1 | 2026-10-02 | 一 |    | A | 50
                salesOut      | CK1 | 2026-10-02 | 一 |    | A | 30
                salesReturn   | TH1 | 2026-10-02 | 一 |    | A | 2
                reversal      | CH1 | 2026-10-02 | 一 |    | A | -3
                factoryReturn | TC1 | 2026-10-02 | 一 |    | A | 4
                transfer      | DB1 | 2026-10-02 | 一 | 二 | A | 10
                redemption    | DJ1 | 2026-10-02 | 一 |    | A | 1
                repairOut     | FX1 | 2026-10-02 | 一 |    | A | 5
                repairIn      | FX2 | 2026-10-02 | 一 |    | A | 6
                salesOut      | CK9 | 2026-11-01 | 一 |    | A | 7
                """,
            stock: "一 | A | 110 | 2\n二 | A | 10 | 2")
        try check("stock.rollforward-difference", text, finds: ["一 A: 111 → 110 (-1) -2.00"])
    }

    @Test func adjustmentsCarryTheirOwnSign() throws {
        try check(
            "stock.rollforward-difference",
            stock(
                opening: "一 | A | 10 | 2", movements: "adjustment | TZ1 | 2026-10-02 | 一 | | A | -3",
                stock: "一 | A | 7 | 2"), finds: [])
    }

    @Test func countedShortAndOver() throws {
        let text = stock(
            stock: "一 | A | 10 | 2\n一 | B | 10 | 3\n一 | C | 10 | 1",
            counts: "一 | A | 8 | | 2026-10-31 |\n一 | B | 11 | | 2026-10-31 | damage\n一 | C | 10 | | 2026-10-31 |")
        try check("stock.count-short", text, finds: ["一 A: 10 → 8 (-2) -4.00"])
        try check("stock.count-over", text, finds: ["一 B: 10 → 11 (1) 3.00"])
        try check("stock.reason-missing", text, finds: ["一 A (-2) -4.00"])
    }

    @Test func theRecountIsTheCount() throws {
        let text = stock(
            stock: "一 | A | 10 | 2\n一 | B | 10 | 2",
            counts: "一 | A | 8 | 10 | 2026-10-31 |\n一 | B | 8 | 8 | 2026-10-31 | damage")
        try check("stock.recount-disagrees", text, finds: ["一 A: 8 → 10 (2) 4.00"])
        try check("stock.count-short", text, finds: ["一 B: 10 → 8 (-2) -4.00"])
        try check("stock.reason-missing", text, finds: [])
    }

    @Test func severalShelvesAddUp() throws {
        try check(
            "stock.count-short",
            stock(stock: "一 | A | 10 | 2", counts: "一 | A | 6 | | 2026-10-31 |\n一 | A | 3 | | 2026-10-31 |"),
            finds: ["一 A: 10 → 9 (-1) -2.00"])
    }

    @Test func absentIsNotNought() throws {
        let text = stock(
            stock: "一 | A | 10 | 2\n一 | B | 0 | 2\n一 | E | 1 | 2",
            counts:
                "一 | C | 3 | | 2026-10-31 |\n一 | D | 0 | | 2026-10-31 |\n一 | B | 4 | | 2026-10-31 | other\n一 | E | 1 | | 2026-10-31 |"
        )
        try check("stock.not-counted", text, finds: ["一 A: 10 → — -20.00"])
        try check("stock.not-on-book", text, finds: ["一 C: — → 3"])
        try check("stock.count-over", text, finds: ["一 B: 0 → 4 (4) 8.00"])
    }

    @Test func aWarehouseWithoutAnyCountIsSaidOnce() throws {
        try check(
            "stock.not-counted",
            stock(
                stock: "一 | A | 10 | 2\n二 | A | 10 | 2\n二 | B | 10 | 2", counts: "一 | A | 10 | | 2026-10-31 |"),
            finds: ["二 *"])
    }

    /// hmis: snapshot 100, sold 15 after it, counted 80: five short, not twenty.
    @Test func snapshotSoldAndCounted() throws {
        try check(
            "stock.count-short",
            stock(
                opening: "一 | A | 100 | 1", movements: "salesOut | CK1 | 2026-10-20 | 一 | | A | 15",
                counts: "一 | A | 80 | | 2026-10-31 | other"), finds: ["一 A: 85 → 80 (-5) -5.00"])
    }

    /// erpnext: 15,000 in, 13,000 counted before a delivery of 2,000 that the book already has.
    @Test func whatMovesAfterTheCountIsRolledBack() throws {
        let text = stock(
            opening: "一 | A | 15000 | 1", movements: "salesOut | CK1 | 2026-10-30 | 一 | | A | 2000",
            stock: "一 | A | 13000 | 1", counts: "一 | A | 13000 | | 2026-10-29 | other")
        try check("stock.count-short", text, finds: ["一 A: 15000 → 13000 (-2000) -2000.00"])
        try check("stock.after-count", text, finds: ["一 A (-2000)"])
    }

    /// OpenBoxes: book 3, counted 10.
    @Test func sevenMore() throws {
        try check(
            "stock.count-over", stock(stock: "一 | A | 3 | 1", counts: "一 | A | 10 | | 2026-10-31 | other"),
            finds: ["一 A: 3 → 10 (7) 7.00"])
    }

    @Test func aWrongBookIsOneFinding() throws {
        let text = stock(
            opening: "一 | A | 10 | 1", movements: "salesOut | CK1 | 2026-10-20 | 一 | | A | 2",
            stock: "一 | A | 9 | 1", counts: "一 | A | 8 | | 2026-10-31 |")
        try check("stock.rollforward-difference", text, finds: ["一 A: 8 → 9 (1) 1.00"])
        try check("stock.count-short", text, finds: [])
        try check("stock.reason-missing", text, finds: [])
    }

    @Test func negativeStock() throws {
        try check("stock.negative", stock(stock: "一 | A | -1 | 2\n一 | B | 0 | 2"), finds: ["一 A: 0 → -1 (-1) -2.00"])
    }
}
