import Books
import Testing

@testable import Reconciler

/// The chain of small months, worked out by hand.
@Suite struct ChainTests {
    /// Ordered 100 + 30, shipped 90 + 0, owed 95, of which 40 is paid, 40 of it booked; A's stock differs by one.
    private static let month = """
        orders
        orderNumber | customer | productCode | quantity | unitPrice
        SO-1        | 甲       | A           | 10       | 10
        SO-2        | 乙       | B           | 3        | 10

        movements
        documentKind | documentNumber | date       | customer | warehouse | basisNumber | productCode | quantity | unitPrice
        salesOut     | CK-1           | 2026-10-02 | 甲       | 主仓      | SO-1        | A           | 9        | 10
        purchaseIn   | RK-1           | 2026-10-01 |          | 主仓      | PO-1        | A           | 20       |

        opening
        warehouse | productCode | quantity | unitCost
        主仓      | A           | 5        | 2

        stock
        warehouse | productCode | quantity | unitCost
        主仓      | A           | 17       | 2

        counts
        warehouse | productCode | countedQuantity
        主仓      | A           | 14

        receivables
        customer | documentNumber | date       | amount | settlement
        甲       | CK-1           | 2026-10-02 | 95     | cash

        receipts
        receiptNumber | date       | customer | amount | appliesTo
        SK-1          | 2026-10-20 | 甲       | 40     | CK-1

        ledger
        voucherNumber | date       | accountCode | debit | credit | customer | documentNumber
        1             | 2026-10-02 | 1122        | 95    |        | 甲       | CK-1
        2             | 2026-10-20 | 1122        |       | 40     | 甲       | SK-1
        """

    @Test func everyStepIsExplainedByItsFindings() throws {
        #expect(
            try chainLines(Self.month, .customerAmount) == [
                "乙: ordered 30.00 shipped 0.00 stocked 0.00 owed 0.00 paid 0.00 booked 0.00 debited 0.00"
                    + " | shipped -30.00 dispatch.missing",
                "甲: ordered 100.00 shipped 90.00 stocked 90.00 owed 95.00 paid 40.00 booked 40.00 debited 95.00"
                    + " | shipped -10.00 dispatch.quantity-short | owed 5.00 receivable.amount-difference"
                    + " | paid -55.00 receivable.cash-uncollected",
            ])
        #expect(
            try chainLines(Self.month, .productQuantity) == [
                "A: ordered 10 shipped 9 stocked 9 | shipped -1 dispatch.quantity-short",
                "B: ordered 3 shipped 0 stocked 0 | shipped -3 dispatch.missing",
            ])
        // 5 + 20 are available, 9 went out, 16 should lie there; the book has 17, the count 14.
        #expect(
            try chainLines(Self.month, .productStock)
                == [
                    "A: available 25 stocked 9 expected 16 onBook 17 counted 14"
                        + " | onBook 1 stock.rollforward-difference | counted -3 stock.count-short",
                    "B: available 0 stocked 0 expected 0 onBook 0 counted 0",
                ].filter { !$0.hasPrefix("B") })
    }

    /// A document of 10.00 and 20.00 is owed at 31.00 and paid with 15.50: a third and two thirds, to the fen.
    @Test func aDocumentsMoneyIsDividedOverItsProducts() throws {
        let lines = try chainLines(
            """
            movements
            documentKind | documentNumber | date       | customer | productCode | quantity | unitPrice
            salesOut     | CK-1           | 2026-10-02 | 甲       | A           | 1        | 10
            salesOut     | CK-1           | 2026-10-02 | 甲       | B           | 1        | 20

            receivables
            customer | documentNumber | date       | amount | settlement
            甲       | CK-1           | 2026-10-02 | 31     | monthly

            receipts
            receiptNumber | date       | customer | amount | appliesTo
            SK-1          | 2026-10-20 | 甲       | 15.50  | CK-1
            """, .productAmount)
        #expect(
            lines == [
                "A: ordered — shipped 10.00 stocked — owed 10.33 paid 5.16 booked — debited —"
                    + " | owed 0.33 receivable.amount-difference | paid -5.17 open",
                "B: ordered — shipped 20.00 stocked — owed 20.67 paid 10.34 booked — debited —"
                    + " | owed 0.67 receivable.amount-difference | paid -10.33 open",
            ])
    }

    @Test func goodsThatWentToAnotherCustomerMoveBetweenThem() throws {
        let lines = try chainLines(
            """
            orders
            orderNumber | customer | productCode | quantity | unitPrice
            SO-1        | 甲       | A           | 10       | 10

            movements
            documentKind | documentNumber | date       | customer | basisNumber | productCode | quantity | unitPrice
            salesOut     | CK-1           | 2026-10-02 | 乙       | SO-1        | A           | 10       | 10

            receivables
            customer | documentNumber | date       | amount
            丙       | CK-1           | 2026-10-02 | 100
            """, .customerAmount)
        #expect(
            lines == [
                "丙: ordered 0.00 shipped 0.00 stocked — owed 100.00 paid — booked — debited —"
                    + " | owed 100.00 receivable.customer-mismatch",
                "乙: ordered 0.00 shipped 100.00 stocked — owed 0.00 paid — booked — debited —"
                    + " | shipped 100.00 dispatch.customer-mismatch | owed -100.00 receivable.customer-mismatch",
                "甲: ordered 100.00 shipped 0.00 stocked — owed 0.00 paid — booked — debited —"
                    + " | shipped -100.00 dispatch.customer-mismatch",
            ])
    }

    /// Ten at 10 less a tenth: the document says 9, and 10.00 are the discount's.
    @Test func aDocumentMayCarryThePriceAfterTheDiscount() throws {
        let lines = try chainLines(
            """
            orders
            orderNumber | customer | productCode | quantity | unitPrice | discount
            SO-1        | 甲       | A           | 10       | 10        | 0.9

            movements
            documentKind | documentNumber | date       | customer | basisNumber | productCode | quantity | unitPrice
            salesOut     | CK-1           | 2026-10-02 | 甲       | SO-1        | A           | 10       | 9
            """, .customerAmount)
        #expect(
            lines == [
                "甲: ordered 100.00 shipped 90.00 stocked — owed — paid — booked — debited — | shipped -10.00 discount"
            ])
    }

    /// Money paid back to two customers under one number is booked to each as it was paid: nothing was kept back of it.
    @Test func twoCustomersRefundsUnderOneNumber() throws {
        let month = """
            receivables
            customer | documentNumber | date       | amount | settlement | dueDate
            甲       | CK-1           | 2026-10-02 | 95     | monthly    | 2026-12-01
            乙       | CK-2           | 2026-10-02 | 95     | monthly    | 2026-12-01

            receipts
            receiptNumber | date       | customer | amount | appliesTo
            SK-1          | 2026-10-20 | 甲       | -10    |
            SK-1          | 2026-10-20 | 乙       | -10    |

            ledger
            voucherNumber | date       | accountCode | debit | credit | customer | documentNumber
            1             | 2026-10-02 | 1122        | 95    |        | 甲       | CK-1
            1             | 2026-10-02 | 1122        | 95    |        | 乙       | CK-2
            2             | 2026-10-20 | 1122        |       | -10    | 甲       | SK-1
            3             | 2026-10-20 | 1122        |       | -10    | 乙       | SK-1
            """
        for line in try chainLines(month, .customerAmount) {
            #expect(line.contains("paid -10.00 booked -10.00"), "\(line)")
            #expect(!line.contains("| booked"), "\(line)")
        }
    }

    @Test func whatNoFindingCoversIsUnaccounted() throws {
        // A document that states only what it comes to, and less than was ordered: no rule looks at that.
        let lines = try chainLines(
            """
            orders
            orderNumber | customer | productCode | quantity | unitPrice
            SO-1        | 甲       | A           | 10       | 10

            movements
            documentKind | documentNumber | date       | customer | basisNumber | productCode | quantity | amount
            salesOut     | CK-1           | 2026-10-02 | 甲       | SO-1        | A           | 10       | 95
            """, .customerAmount)
        #expect(
            lines == [
                "甲: ordered 100.00 shipped 95.00 stocked — owed — paid — booked — debited — | shipped -5.00 unaccounted"
            ])
    }

    @Test func aStepWhoseBookIsAbsentIsNotComparedAndSaysWhy() throws {
        let chain = try #require(
            Reconciler().reconcile(
                try MonthText(
                    """
                    orders
                    orderNumber | customer | productCode | quantity | unitPrice
                    SO-1        | 甲       | A           | 10       | 10

                    receivables
                    customer | documentNumber | date       | amount
                    甲       | CK-1           | 2026-10-02 | 100
                    """
                ).month()
            ).chain)
        let proof = try #require(chain[.customerAmount])
        let said = proof.steps.map { "\($0.from)→\($0.to): \($0.whyNot?.english ?? "compared")" }
        #expect(
            said == [
                "ordered→shipped: no warehouse documents", "shipped→owed: no warehouse documents",
                "owed→paid: no receipts", "paid→booked: no receipts", "owed→debited: no ledger",
            ])
        #expect(proof.total(.shipped) == nil)
        #expect(proof.total(.ordered) == 100_00)
        #expect(proof.lines.allSatisfy { $0.isEven })
    }

    @Test(
        arguments: [
            ([10_00, 20_00], 31_00, [10_33, 20_67]), ([10_00, 20_00], 0, [0, 0]),
            ([10_00, 20_00], 30_00, [10_00, 20_00]),
            ([1, 1, 1], 100, [34, 33, 33]), ([-5_00, 10_00], 5_00, [-5_00, 10_00]),
            ([-5_00, 10_00], 8_00, [-4_00, 12_00]),
            ([0, 0], 7, [7, 0]), ([], 7, [7]), ([1], -9_99, [-9_99]),
        ] as [([Int64], Int64, [Int64])])
    func aSumIsDividedToTheFen(shares: [Int64], total: Int64, divided: [Int64]) throws {
        var spread = ChainSpread()
        for (place, share) in shares.enumerated() { try spread.add(Symbol(index: UInt32(place + 1)), share) }
        let resized = try spread.resized(to: total) { $0.index < $1.index }
        #expect(resized.units == divided)
        #expect(try resized.sum() == total)
    }

    /// Ordered first by their texts, so that the order of rows gives no fen to another product.
    @Test func equalRemaindersDoNotDependOnTheOrderOfLines() throws {
        let first = Symbol(index: 1), second = Symbol(index: 2)
        var one = ChainSpread(), other = ChainSpread()
        for key in [first, second] { try one.add(key, 100) }
        for key in [second, first] { try other.add(key, 100) }
        for total: Int64 in [1, 3, 199, 201, -1] {
            let left = try one.resized(to: total) { $0.index < $1.index }
            let right = try other.resized(to: total) { $0.index < $1.index }
            #expect(left.units == [right.units[1], right.units[0]])
        }
    }

    @Test func sumsThatDoNotFitGiveNoChain() throws {
        let rows = (1...3).map { "SO-\($0) | 甲 | A | 1 | 90000000000" }.joined(separator: "\n")
        let month = try MonthText("orders\norderNumber | customer | productCode | quantity | unitPrice\n" + rows)
            .month()
        let result = Reconciler().reconcile(month)
        #expect(result.chain?[.customerAmount]?.total(.ordered) == 270_000_000_000_00)
        let absurd = (1...20).map { "SO-\($0) | 甲 | A | 90000000 | 90000000000" }.joined(separator: "\n")
        let other = try MonthText("orders\norderNumber | customer | productCode | quantity | unitPrice\n" + absurd)
            .month()
        #expect(Reconciler().reconcile(other).chain == nil)
    }
}

/// A proof in few words: each line's stages, and after a bar what explains each step that leaves something.
func chainLines(_ text: String, _ name: ChainProof.Name) throws -> [String] {
    let month = try MonthText(text).month()
    let result = Reconciler().reconcile(month)
    let proof = try #require(result.chain?[name])
    return proof.lines.map { line in
        let stages = zip(proof.stages, line.values).map { column, value in
            "\(column.stage) \(value.map(proof.measure.digits) ?? "—")"
        }
        let steps = zip(proof.steps, line.parts).filter { !$1.isEmpty }.map { step, parts in
            " | \(step.to) "
                + parts.map { "\(proof.measure.digits($0.units)) \(result.words($0.cause))" }.joined(separator: ", ")
        }
        return "\(month.text(line.key)): " + stages.joined(separator: " ") + steps.joined()
    }
}

extension TieResult.Measure {
    func digits(_ units: Int64) -> String {
        self == .amount ? Amount(units: units).description : Quantity(units: units).description
    }
}

extension Reconciliation {
    func words(_ cause: ChainCause) -> String {
        switch cause {
        case .finding(let place): findings[place].code
        case .named(let named): named.rawValue
        case .unaccounted: "unaccounted"
        }
    }
}
