import Books
import Testing

@testable import Reconciler

/// One delivery for several orders, which names them in one cell.
@Suite struct NamedOrdersTests {
    /// 甲 ordered 10 of A and 4 of B with SO-001, and 6 of A and 3 of C with SO-002.
    private func found(_ basis: String, _ lines: [String]) throws -> [String] {
        let month = try MonthText(
            """
            orders
            orderNumber | orderDate | customer | productCode | quantity | unitPrice | deliveryDate
            SO-001 | 2026-10-02 | 甲 | A | 10 | 5 | 2026-10-09
            SO-001 | 2026-10-02 | 甲 | B | 4 | 7 | 2026-10-09
            SO-002 | 2026-10-02 | 甲 | A | 6 | 5 | 2026-10-09
            SO-002 | 2026-10-02 | 甲 | C | 3 | 9 | 2026-10-09

            movements
            documentKind | documentNumber | date | customer | basisNumber | productCode | quantity | unitPrice
            \(lines.map { "salesOut | CK1 | 2026-10-03 | 甲 | \(basis) | \($0)" }.joined(separator: "\n"))

            receivables
            customer | documentNumber | date | amount
            甲 | CK1 | 2026-10-03 | 135
            """
        ).month()
        let result = Reconciler().reconcile(month)
        let chain = try #require(result.chain)
        #expect(chain.proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.allSatisfy { $0.cause != .unaccounted })
        return result.findings.filter { !$0.code.hasPrefix("receivable.") }.map {
            "\($0.code) \($0.key.map(\.value).joined(separator: " ")) \($0.difference?.description ?? "")"
        }
    }

    private let all = ["A | 10 | 5", "B | 4 | 7", "A | 6 | 5", "C | 3 | 9"]

    @Test(arguments: ["SO-001、SO-002", "SO-002,SO-001", "SO-001/002", "SO-001~SO-002", "SO-001 SO-002"])
    func eachLineIsForTheOrderThatWantsIt(basis: String) throws {
        #expect(try found(basis, all).isEmpty)
        #expect(try found(basis, all.reversed()).isEmpty)
    }

    /// What is short or over is so in its own order; what nobody ordered is over in the first.
    @Test func whatDiffersDiffersInItsOrder() throws {
        #expect(
            try found("SO-001、SO-002", ["A | 10 | 5", "B | 4 | 7", "A | 6 | 5", "C | 2 | 9"])
                == ["dispatch.quantity-short SO-002 C -1"])
        #expect(try found("SO-001、SO-002", all + ["D | 2 | 3"]) == ["dispatch.quantity-over SO-001 D 2"])
    }

    /// Sixteen of A could be split in more than one way, and SO-009 is no order: both stay as they are written.
    @Test(arguments: [("SO-001、SO-002", "A | 16 | 5"), ("SO-001、SO-009", "A | 10 | 5")])
    func whatIsNotCertain(basis: String, line: String) throws {
        let found = try found(basis, [line, "B | 4 | 7", "C | 3 | 9"])
        #expect(found.contains("dispatch.without-order CK1 "))
        #expect(found.count { $0.hasPrefix("dispatch.missing") } == 4)
    }
}
