import Books
import Testing

@testable import Reconciler

/// Money that is not as it should be: each is said, none is silent.
@Suite struct ReceiptTests {
    private func month(_ owed: String, _ paid: String) -> String {
        """
        customers
        customer | customerCode | settlement
        甲       | C1           | monthly
        乙       | C2           | monthly
        丙       | C3           | rolling

        receivables
        documentNumber | date       | customer | amount
        \(owed)

        receipts
        receiptNumber | date       | customer | amount | appliesTo
        \(paid)
        """
    }

    private func explanation(_ text: String) throws -> String {
        let findings = Reconciler().reconcile(try MonthText(text).month()).findings
        return findings.filter { $0.code == "receipt.unapplied" }.map(\.explanation.chinese).joined()
    }

    private func unaccounted(_ text: String) throws -> [ChainPart] {
        let chain = try #require(Reconciler().reconcile(try MonthText(text).month()).chain)
        return chain.proofs.flatMap(\.lines).flatMap { $0.parts.joined() }.filter { $0.cause == .unaccounted }
    }

    // MARK: Who pays, and how much

    @Test func aPayerWhomNobodyKnows() throws {
        let text = month("CK1 | 2026-10-02 | 甲 | 100", "SK1 | 2026-10-05 | 无名公司 | 77 |")
        try check("receipt.unapplied", text, finds: ["SK1: 77.00 → 0.00 (-77.00) 77.00"])
        #expect(try explanation(text).contains("付款客户「无名公司」不在客户档案里"))
        let known = month("CK1 | 2026-10-02 | 甲 | 100", "SK1 | 2026-10-05 | 乙 | 77 |")
        #expect(try !explanation(known).contains("不在客户档案里"))
    }

    /// 甲 owes 100 + 200 and pays 1,000: 700 is too much.
    @Test func moreThanEverythingOwed() throws {
        try check(
            "receipt.unapplied",
            month("CK1 | 2026-10-02 | 甲 | 100\nCK2 | 2026-10-03 | 甲 | 200", "SK1 | 2026-10-05 | 甲 | 1000 |"),
            finds: ["SK1: 1000.00 → 300.00 (-700.00) 700.00"])
    }

    @Test func whatAnotherCustomerOwesAndWhatIsPaidAlready() throws {
        let text = month(
            "CK1 | 2026-10-02 | 甲 | 100\nCK2 | 2026-10-03 | 乙 | 200",
            "SK1 | 2026-10-05 | 甲 | 200 | CK2\nSK2 | 2026-10-06 | 甲 | 100 | CK1\nSK3 | 2026-10-07 | 甲 | 100 | CK1")
        try check("receipt.unapplied", text, finds: ["SK1: 200.00 → 0.00 (-200.00) 200.00"])
        try check("receipt.over-applied", text, finds: ["SK3: 0.00 → 100.00 (100.00) 100.00"])
    }

    // MARK: What it cites

    /// CK99 is nobody's: the 80 are not put on CK2, though only CK2 comes to them, nor on the oldest.
    @Test(arguments: ["CK2 | 2026-10-03 | 甲 | 80", "CK2 | 2026-10-03 | 甲 | 90"])
    func aNumberThatNoDocumentHas(second: String) throws {
        let owed = "CK1 | 2026-10-02 | 甲 | 700\n" + second
        let text = month(owed, "SK1 | 2026-10-20 | 甲 | 80 | CK99")
        try check("receipt.unapplied", text, finds: ["SK1: 80.00 → 0.00 (-80.00) 80.00"])
        #expect(try explanation(text).contains("写明的单号 CK99 不存在，没有另找单据核销。"))
        #expect(try unaccounted(text).isEmpty)
        // Without a number, or with words that are none, it finds its document.
        for words in ["", "货款", "9月货款"] {
            try check("receipt.unapplied", month(owed, "SK1 | 2026-10-20 | 甲 | 80 | \(words)"), finds: [])
        }
    }

    @Test func oneOfTwoNumbersIsNobodys() throws {
        let text = month(
            "CK1 | 2026-10-02 | 甲 | 50\nCK2 | 2026-10-03 | 甲 | 30", "SK1 | 2026-10-20 | 甲 | 80 | CK1、CK99")
        try check("receipt.unapplied", text, finds: ["SK1: 80.00 → 50.00 (-30.00) 30.00"])
    }

    @Test func anOrderOfWhichNothingIsOwedYet() throws {
        let text =
            month("CK1 | 2026-10-02 | 甲 | 50", "SK1 | 2026-10-20 | 甲 | 50 | SO-9")
            + "\n\norders\norderNumber | customer | productCode | quantity | unitPrice\nSO-9 | 甲 | A | 5 | 10"
        #expect(try explanation(text).contains("写明的 SO-9 是订单，还没有出库或应收"))
        #expect(try !explanation(text).contains("不存在"))
    }

    @Test(arguments: [
        ("CK-0012", true), ("字第0012号", true), ("12", true), ("货款", false), ("9月货款", false), ("10月", false),
        ("ABC", false),
    ]) func whatCanBeANumber(text: String, isNumber: Bool) {
        #expect(ReceiptAllocation.isNumber(text) == isNumber)
    }

    /// No file says who is a customer; 甲店 owes something itself, so CK2 is another's.
    @Test(arguments: [("甲店", ["SK1: 200.00 → 0.00 (-200.00) 200.00"]), ("乙记", []), ("丙店", [])] as [(String, [String])])
    func anothersDocumentWithoutACustomerFile(payer: String, finds: [String]) throws {
        let text = """
            receivables
            documentNumber | date       | customer | amount
            CK1            | 2026-10-02 | 甲店     | 200
            CK2            | 2026-10-03 | 乙记商行 | 200

            receipts
            receiptNumber | date       | customer | amount | appliesTo
            SK1           | 2026-10-20 | \(payer) | 200    | CK2
            """
        try check("receipt.unapplied", text, finds: finds)
    }

    /// 700 + 80 − 50 is 730: 730.01 was most likely meant for it, and it is said that the oldest were taken.
    @Test(arguments: [("730.01", true), ("760", false)]) func whatNearlyComesToAReceipt(paid: String, isNear: Bool)
        throws
    {
        let owed =
            "CK5 | 2026-10-01 | 甲 | 700\nCK6 | 2026-10-02 | 甲 | 80\nTH1 | 2026-10-02 | 甲 | -50\nCK7 | 2026-10-02 | 甲 | 999"
        let text = month(owed, "SK1 | 2026-10-20 | 甲 | \(paid) |")
        let said = Reconciler().reconcile(try MonthText(text).month()).notChecked.filter {
            $0.code == "receipt.unapplied"
        }
        #expect(
            said.map { $0.why.chinese.contains("最接近的一组是 CK5＋CK6＋TH1（最近的合计往下是 730.00，往上是 780.00）") }
                == (isNear ? [true] : []))
    }

    // MARK: Money paid back

    /// Nothing comes to the 10 that went back to 甲.
    @Test(arguments: ["", "CK77"]) func aRefundOfNothing(cited: String) throws {
        let text = month("CK1 | 2026-10-02 | 甲 | 100", "SK1 | 2026-10-05 | 甲 | -10 | \(cited)")
        try check("receipt.unapplied", text, finds: ["SK1: -10.00 → 0.00 (10.00) -10.00"])
        #expect(try explanation(text).contains("退款 -10.00"))
        #expect(try unaccounted(text).isEmpty)
    }

    /// Nobody paid CK1, so there is nothing of it to pay back; 40 were paid on CK2.
    @Test func aRefundOfWhatWasNeverPaid() throws {
        let text = month(
            "CK1 | 2026-10-02 | 甲 | 100\nCK2 | 2026-10-02 | 甲 | 100",
            "SK0 | 2026-10-04 | 甲 | 40 | CK2\nSK1 | 2026-10-05 | 甲 | -10 | CK1")
        try check("receipt.unapplied", text, finds: ["SK1: -10.00 → 0.00 (10.00) -10.00"])
        #expect(try explanation(text).contains("写明的单据 CK1 没有收过款"))
        #expect(try unaccounted(text).isEmpty)
        let asked = Reconciler().reconcile(try MonthText(text).month()).questions
        #expect(asked.map(\.role) == [.finance])
    }

    /// A document that was paid, or may have been before, or a receipt that is cited, a receipt of the same amount, one that was too much, credit notes.
    @Test(arguments: [
        ("CK1 | 2026-10-02 | 甲 | 100", "SK0 | 2026-10-04 | 甲 | 30 | CK1\nSK1 | 2026-10-05 | 甲 | -10 | CK1"),
        ("CK1 | 2026-09-02 | 甲 | 100", "SK1 | 2026-10-05 | 甲 | -10 | CK1"),
        ("CK1 | 2026-10-02 | 甲 | 100", "SK1 | 2026-10-05 | 甲 | 40 | CK1\nSK2 | 2026-10-06 | 甲 | -10 | SK1"),
        ("CK1 | 2026-10-02 | 甲 | 100", "SK1 | 2026-10-05 | 甲 | 100 |\nSK2 | 2026-10-06 | 甲 | -100 |"),
        ("CK1 | 2026-10-02 | 甲 | 100", "SK1 | 2026-10-05 | 甲 | 110 | CK1\nSK2 | 2026-10-06 | 甲 | -10 |"),
        ("TH1 | 2026-10-02 | 甲 | -4\nTH2 | 2026-10-02 | 甲 | -6", "SK1 | 2026-10-05 | 甲 | -10 |"),
    ]) func aRefundThatSomethingExplains(owed: String, paid: String) throws {
        let lines = found("receipt.unapplied", in: try MonthText(month(owed, paid)).month())
        #expect(lines == [], "\(paid)")
        #expect(try unaccounted(month(owed, paid)).isEmpty)
    }

    /// 200 − 350 + 150 is nought; with 160 nothing comes to the refund.
    @Test(arguments: [("150", true), ("160", false)]) func receiptsThatComeToNought(last: String, isNought: Bool) throws
    {
        let text = month(
            "CK1 | 2026-10-02 | 乙 | 100",
            "SK1 | 2026-10-20 | 甲 | 200 |\nSK2 | 2026-10-21 | 甲 | -350 |\nSK3 | 2026-10-22 | 甲 | \(last) |")
        let found = Reconciler().reconcile(try MonthText(text).month()).findings.filter {
            $0.code == "receipt.unapplied"
        }
        #expect(found.count == 3)
        for finding in found {
            #expect(finding.causes.map(\.kind) == (isNought ? [.sumOfItems] : []))
            #expect(finding.causes.first?.statement.chinese.contains("合计为零") == (isNought ? true : nil))
        }
        if isNought { #expect(found[0].causes[0].statement.english.contains("SK2 -350.00、SK1 200.00、SK3 150.00")) }
    }

    // MARK: What the receivables do not call received

    /// Nothing is called received. 150 is 200 − 50 and no other set, 150.01 is none, 250 is 300 − 50
    /// or 100 + 200 − 50.
    @Test(arguments: [
        ("SK1 | 2026-10-25 | 甲 | 150 |", "CK2 200.00 ＋ TH1 -50.00"), ("SK1 | 2026-10-25 | 甲 | 150.01 |", nil),
        ("SK1 | 2026-10-25 | 甲 | 250 |", nil), ("SK1 | 2026-10-25 | 乙 | 150 |", nil),
        // A delivery of a later day was not open; a number that nobody knows is said instead.
        ("SK1 | 2026-10-03 | 甲 | 150 |", nil), ("SK1 | 2026-10-25 | 甲 | 150 | CK77", nil),
        (
            "SK1 | 2026-10-25 | 丙 | 20 |",
            "CK4 10.00 ＋ CK5 10.00 come to 20.00; some could be exchanged for others of the same amount"
        ),
    ]) func theOnlyOpenDocumentsThatComeToAReceipt(receipt: String, documents: String?) throws {
        let text = """
            receivables
            documentNumber | date       | customer | amount | received
            CK1            | 2026-10-02 | 甲       | 100    | 0
            CK2            | 2026-10-03 | 甲       | 200    | 0
            CK3            | 2026-10-04 | 甲       | 300    | 0
            TH1            | 2026-10-06 | 甲       | -50    | 0
            CK4            | 2026-10-02 | 丙       | 10     | 0
            CK5            | 2026-10-03 | 丙       | 10     | 0
            CK6            | 2026-10-04 | 丙       | 10     | 0

            receipts
            receiptNumber | date | customer | amount | appliesTo
            \(receipt)
            """
        let findings = Reconciler().reconcile(try MonthText(text).month()).findings
        let finding = try #require(findings.first { $0.code == "receipt.unapplied" })
        let cause = finding.causes.first { $0.kind == .sumOfItems }
        #expect((cause != nil) == (documents != nil))
        if let documents {
            let statement = try #require(cause?.statement.english)
            #expect(statement.contains(documents), "\(statement)")
            #expect(cause?.explains == finding.difference)
        }
    }

    // MARK: What could have been paid instead

    private func assumed(_ text: String) throws -> [String] {
        Reconciler().reconcile(try MonthText(text).month()).notChecked.filter { $0.code == "receipt.unapplied" }
            .map(\.why.english)
    }

    /// 300 is 100 + 200 as well as 300; nothing is left of it, and it is said that the oldest were taken.
    @Test func aReceiptThatIsUsedUpThoughItCouldBeAnother() throws {
        let owed = "CK1 | 2026-10-02 | 甲 | 100\nCK2 | 2026-10-03 | 甲 | 200\nCK3 | 2026-10-04 | 甲 | 300"
        let text = month(owed, "SK1 | 2026-10-05 | 甲 | 300 |")
        try check("receipt.unapplied", text, finds: [])
        #expect(
            try assumed(text) == [
                "what receipt SK1 of 300.00 from “甲” paid: it cites nothing, 2 sets of documents come to it exactly, and the oldest were taken; ask the customer"
            ])
        // A citation, the only set, a part payment, and terms that pay the oldest first leave nothing to ask.
        #expect(try assumed(month(owed, "SK1 | 2026-10-05 | 甲 | 300 | CK3")) == [])
        #expect(try assumed(month(owed, "SK1 | 2026-10-05 | 甲 | 500 |")) == [])
        #expect(try assumed(month(owed, "SK1 | 2026-10-05 | 甲 | 250 |")) == [])
        let rolling = month(owed.split(separator: "甲").joined(separator: "丙"), "SK1 | 2026-10-05 | 丙 | 300 |")
        #expect(try assumed(rolling) == [])
    }
}
