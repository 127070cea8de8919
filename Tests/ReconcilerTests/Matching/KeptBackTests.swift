import Books
import Testing

@testable import Reconciler

/// Money of which something was kept back on its way: the bank's charge, a discount for paying at once, small change.
@Suite struct KeptBackTests {
    /// 甲 owes 1,728.00 on CK1, all of it called received; the bank brought what the receipt says.
    private func result(
        _ receipt: String, ledger: String = "", received: String = "1728", columns: String = ""
    ) throws -> Reconciliation {
        Reconciler().reconcile(
            try MonthText(
                """
                receivables
                documentNumber | date | customer | amount | received | dueDate
                CK1 | 2026-10-02 | 甲 | 1728 | \(received) | 2026-12-01

                receipts
                receiptNumber | date | customer | amount | appliesTo\(columns)
                \(receipt)
                """
                    + (ledger.isEmpty
                        ? ""
                        : """


                        ledger
                        voucherNumber | date | accountCode | accountName | debit | credit | customer | documentNumber
                        1 | 2026-10-02 | 1122 | 应收账款 | 1728 | | 甲 | CK1
                        1 | 2026-10-02 | 6001 | 主营业务收入 | | 1728 | |
                        \(ledger)
                        """)
            ).month())
    }

    private func unaccounted(_ result: Reconciliation) throws -> Bool {
        try #require(result.chain).proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.contains {
            $0.cause == .unaccounted
        }
    }

    private func parts(_ result: Reconciliation) throws -> [String] {
        let customers = try #require(result.chain?[.customerAmount])
        return customers.lines.flatMap { $0.parts.joined() }.filter { $0.cause == .named(.charge) }
            .map { Amount(units: $0.units).description }
    }

    private func booked(_ bank: String, _ account: String, _ charge: String, _ whole: String) -> String {
        """
        2 | 2026-10-09 | 1002 | 银行存款 | \(bank) | | |
        2 | 2026-10-09 | 6603 | \(account) | \(charge) | | |
        2 | 2026-10-09 | 1122 | 应收账款 | | \(whole) | 甲 | SK1
        """
    }

    /// 1,713.00 came and 15.00 stand in the same voucher: 1,728.00, and everything ties.
    @Test(arguments: [("财务费用-手续费", "CK1"), ("现金折扣", ""), ("营业外支出（抹零）", "CK1")])
    func theLedgerStatesIt(account: String, cited: String) throws {
        let result = try result(
            "SK1 | 2026-10-09 | 甲 | 1713 | \(cited)", ledger: booked("1713", account, "15", "1728"))
        #expect(result.findings.isEmpty && result.tiesThroughout)
        #expect(try !unaccounted(result))
        // Kept back of what came, and cleared with it in the ledger.
        #expect(try parts(result) == ["-15.00", "15.00"])
    }

    /// The charge has a voucher of its own.
    @Test func aVoucherOfItsOwn() throws {
        let result = try result(
            "SK1 | 2026-10-09 | 甲 | 1713 | CK1",
            ledger: """
                2 | 2026-10-09 | 1002 | 银行存款 | 1713 | | |
                2 | 2026-10-09 | 1122 | 应收账款 | | 1713 | 甲 | SK1
                3 | 2026-10-31 | 6603 | 财务费用 | 15 | | |
                3 | 2026-10-31 | 1122 | 应收账款 | | 15 | 甲 | SK1
                """)
        #expect(result.findings.isEmpty && result.tiesThroughout)
    }

    /// Two receipts in one voucher with one charge: the one that is 15 short has it.
    @Test func oneVoucherForTwo() throws {
        let receipts = "SK1 | 2026-10-09 | 甲 | 1000 | CK1\nSK2 | 2026-10-09 | 甲 | 713 | CK1"
        let result = try result(
            receipts,
            ledger: """
                2 | 2026-10-09 | 1002 | 银行存款 | 1713 | | |
                2 | 2026-10-09 | 6603 | 手续费 | 15 | | |
                2 | 2026-10-09 | 1122 | 应收账款 | | 1000 | 甲 | SK1
                2 | 2026-10-09 | 1122 | 应收账款 | | 728 | 甲 | SK2
                """)
        #expect(result.findings.isEmpty && result.tiesThroughout)
        #expect(try parts(result) == ["-15.00", "15.00"])
    }

    /// Another expense says nothing of a receipt, nor does a charge that is not what is missing: the ledger is off, and that is
    /// all that is said.
    @Test(arguments: [("办公费", "15", "1728"), ("手续费", "14", "1728")])
    func theLedgerStatesSomethingElse(account: String, charge: String, whole: String) throws {
        let result = try result("SK1 | 2026-10-09 | 甲 | 1713 | CK1", ledger: booked("1713", account, charge, whole))
        let codes = result.findings.map(\.code).filter { $0 != "ledger.unbalanced-voucher" }
        #expect(codes == ["ledger.amount-difference", "ledger.control-difference"])
        #expect(result.findings.allSatisfy { !$0.causes.contains { $0.kind == .charge } })
        #expect(try !unaccounted(result))
    }

    /// 1,703.00 came and 15.00 are stated: 10.00 are still missing.
    @Test func moreIsMissing() throws {
        let result = try result(
            "SK1 | 2026-10-09 | 甲 | 1703 | CK1", ledger: booked("1703", "手续费", "15", "1718"))
        let found = result.findings.filter { $0.code == "receivable.balance-miscalculated" }
        #expect(found.map(\.difference) == [.amount(Amount(units: 10_00))] && result.findings.count == 1)
        #expect(!found[0].causes.contains { $0.kind == .charge })
    }

    /// The receivable notes only what came: the 15.00 are why, and the ledger says so.
    @Test func theReceivableLeavesItOut() throws {
        let result = try result(
            "SK1 | 2026-10-09 | 甲 | 1713 | CK1", ledger: booked("1713", "手续费", "15", "1728"), received: "1713")
        let found = try #require(result.findings.first)
        #expect(result.findings.count == 1 && found.code == "receivable.balance-miscalculated")
        #expect(found.causes.map(\.kind) == [.charge] && found.unexplained == .amount(.zero))
        #expect(found.causes[0].statement.chinese.contains("明细账 2「手续费」"))
        #expect(try !unaccounted(result))
    }

    /// The receipt's own column or remark says it, where it fits to the fen.
    @Test(arguments: [
        ("| charge", "| 15", 0), ("| charge", "| 14.99", 1), ("| remark", "| 扣手续费15.00元", 0),
        ("| remark", "| 抹零：15", 0),
        ("| remark", "| 手续费15，汇费3", 1), ("| remark", "| 15日到账", 1), ("| remark", "| 折扣15%", 1),
    ])
    func theReceiptStatesIt(column: String, value: String, count: Int) throws {
        let result = try result("SK1 | 2026-10-09 | 甲 | 1713 | CK1 \(value)", columns: " \(column)")
        #expect(result.findings.map(\.code) == Array(repeating: "receivable.balance-miscalculated", count: count))
        #expect(try !unaccounted(result))
    }

    /// The receipt says that 15.00 were kept back, and the ledger books only what came.
    @Test func itIsNotBooked() throws {
        let result = try result(
            "SK1 | 2026-10-09 | 甲 | 1713 | CK1 | 15",
            ledger: "2 | 2026-10-09 | 1122 | 应收账款 | | 1713 | 甲 | SK1", columns: " | charge")
        let found = try #require(result.findings.first { $0.code == "ledger.amount-difference" })
        #expect(found.difference == .amount(Amount(units: -15_00)) && found.causes.map(\.kind) == [.charge])
        #expect(!result.findings.contains { $0.code == "receivable.balance-miscalculated" })
        #expect(try !unaccounted(result))
    }

    /// What is paid in full had nothing kept back, whatever the column says.
    @Test func theAmountIsWhole() throws {
        let result = try result("SK1 | 2026-10-09 | 甲 | 1728 | CK1 | 15", columns: " | charge")
        #expect(result.findings.isEmpty && result.tiesThroughout)
        #expect(try parts(result).isEmpty)
    }
}
