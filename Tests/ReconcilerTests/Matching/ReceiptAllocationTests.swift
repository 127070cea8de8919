import Books
import Testing

@testable import Reconciler

/// How each receipt of a month was applied: `receipt: document amount stage, … | left over | why nothing was taken`.
private func applied(_ text: String, settings: Settings = Settings()) throws -> [String] {
    let month = try MonthText(text).month()
    let examination = Examination(month, settings: settings)
    let pairs = try examination.receivables().pairs, table = month[.receipts]
    return try examination.receipts().receipts.map { receipt in
        let paid = receipt.paid.map { "\(month.text(pairs[$0.pair].number)) \($0.amount) \($0.stage)" }
        var line = "\(month.text(table.symbol(.receiptNumber, receipt.row))): \(paid.joined(separator: ", "))"
        if receipt.unapplied != .zero { line += " | left \(receipt.unapplied)" }
        if receipt.over != .zero { line += " | over \(receipt.over)" }
        switch receipt.open {
        case .several(let count, _): line += " | \(count.isAtLeast ? "at least " : "")\(count.number) readings"
        case .undecided: line += " | undecided"
        default: break
        }
        return line
    }
}

private func receivables(_ lines: String...) -> String {
    "receivables\ndocumentNumber | date | customer | amount\n" + lines.joined(separator: "\n")
}

private func receipts(_ lines: String...) -> String {
    "receipts\nreceiptNumber | date | customer | amount | appliesTo\n" + lines.joined(separator: "\n")
}

@Suite struct ReceiptAllocationTests {
    @Test func theOnlySetIsTaken() throws {
        let owed = receivables(
            "CK-1 | 2026-10-01 | 甲 | 100", "CK-2 | 2026-10-02 | 甲 | 250", "CK-3 | 2026-10-03 | 甲 | 300")
        #expect(
            try applied(owed + "\n\n" + receipts("SK-1 | 2026-10-09 | 甲 | 350 | "))
                == ["SK-1: CK-1 100.00 exact, CK-2 250.00 exact"])
    }

    /// Where several sets do, the oldest are paid as the terms say, and the readings are kept.
    @Test func severalSetsAreNamedAndNonePicked() throws {
        let owed = receivables(
            "CK-1 | 2026-10-01 | 甲 | 100", "CK-2 | 2026-10-02 | 甲 | 200", "CK-3 | 2026-10-03 | 甲 | 300")
        #expect(
            try applied(owed + "\n\n" + receipts("SK-1 | 2026-10-09 | 甲 | 300 | "))
                == ["SK-1: CK-1 100.00 oldestFirst, CK-2 200.00 oldestFirst | 2 readings"])
    }

    /// 601 pays 100, 200 and 300, the oldest first, and leaves 1; 120 that cite the first leave 20 too much.
    @Test func whatWasPaidCarriesItsStageAndWhatItBeat() throws {
        let owed = receivables(
            "CK-1 | 2026-10-01 | 甲 | 100", "CK-2 | 2026-10-02 | 甲 | 200", "CK-3 | 2026-10-03 | 甲 | 300")
        func evidence(_ receipt: String) throws -> MatchEvidence? {
            let month = try MonthText(owed + "\n\n" + receipts(receipt)).month()
            return Reconciler().reconcile(month).findings.first { $0.key.first?.value == "SK-1" }?.matchedBy
        }
        let terms = try #require(try evidence("SK-1 | 2026-10-09 | 甲 | 601 | "))
        #expect(terms.stage == .terms && terms.beaten == [])
        #expect(terms.evidence.first?.english == "the oldest first: CK-1 100.00")
        let cited = try #require(try evidence("SK-1 | 2026-10-09 | 甲 | 120 | CK-1"))
        #expect(cited.stage == .exactKey && cited.evidence.map(\.english) == ["it cites CK-1 100.00"])
        #expect(try evidence("SK-1 | 2026-10-09 | 乙 | 120 | ") == nil, "it paid nothing")
    }

    /// What was delivered after the money came was not open, so it is no second reading.
    @Test func onlyWhatWasOpenOnTheDay() throws {
        let owed = receivables(
            "CK-1 | 2026-10-01 | 甲 | 300", "CK-2 | 2026-10-20 | 甲 | 300", "CK-3 | 2026-10-21 | 甲 | 77")
        let money = receipts("SK-1 | 2026-10-09 | 甲 | 300 | ", "SK-2 | 2026-10-10 | 甲 | 77 | ")
        #expect(try applied(owed + "\n\n" + money) == ["SK-1: CK-1 300.00 exact", "SK-2: CK-3 77.00 exact"])
    }

    /// OCA's case: 200, −350 and 150 net to nought; here the customer pays what is owed less what came back.
    @Test func creditNotesAreSettledWithDeliveries() throws {
        let owed = receivables(
            "CK-1 | 2026-10-01 | 甲 | 1200", "TH-1 | 2026-10-02 | 甲 | -200", "CK-2 | 2026-10-03 | 甲 | 777")
        let expected = ["SK-1: CK-1 1200.00 exact, TH-1 -200.00 exact"]
        #expect(try applied(owed + "\n\n" + receipts("SK-1 | 2026-10-09 | 甲 | 1000 | ")) == expected)
        #expect(
            try applied(owed + "\n\n" + receipts("SK-1 | 2026-10-09 | 甲 | 1000 | CK-1、TH-1"))
                == ["SK-1: CK-1 1200.00 cited, TH-1 -200.00 cited"])
    }

    /// OCA: an invoice of 1,000 paid 990 is open at 0.5 % and settled at 1 %; without a tolerance it is open.
    @Test(arguments: [
        (0, "SK-1: CK-1 990.00 oldestFirst"), (5_000, "SK-1: CK-1 990.00 oldestFirst"),
        (10_000, "SK-1: CK-1 1000.00 exact"),
    ])
    func aTolerance(share: Int64, expected: String) throws {
        var settings = Settings()
        settings.amountToleranceShare = Rate(units: share)
        let text = receivables("CK-1 | 2026-10-01 | 甲 | 1000") + "\n\n" + receipts("SK-1 | 2026-10-09 | 甲 | 990 | ")
        #expect(try applied(text, settings: settings) == [expected])
    }

    /// OCA: 50 against 50.10 is not settled at 0.05 and is at 0.11.
    @Test(arguments: [(5, false), (11, true)] as [(Int64, Bool)])
    func anAbsoluteTolerance(fen: Int64, isSettled: Bool) {
        var settings = Settings()
        settings.amountTolerance = Amount(units: fen)
        #expect(settings.tolerates(Amount(units: 5010), expected: Amount(units: 5000)) == isSettled)
        #expect(settings.sums(toleratedBy: Amount(units: 5010))?.contains(5000) == isSettled)
    }

    /// Blnk: 101 against 100 at 1 % yes, 101.001 (to the fen: 101.01) no; the share is of the expected side, whichever
    /// way round: 99 against 100 yes, 100 against 99 no.
    @Test(
        arguments: [(10_100, 10_000, true), (10_101, 10_000, false), (9_900, 10_000, true), (10_000, 9_900, false)]
            as [(Int64, Int64, Bool)])
    func theShareIsOfTheExpectedSide(actual: Int64, expected: Int64, isTolerated: Bool) {
        var settings = Settings()
        settings.amountToleranceShare = Rate(units: 10_000)
        #expect(settings.tolerates(Amount(units: actual), expected: Amount(units: expected)) == isTolerated)
        #expect(settings.sums(toleratedBy: Amount(units: actual))?.contains(expected) == isTolerated)
    }

    /// ERPNext's payment terms: 30, 50 and 20 with 40 paid leave 40 and 20. Each term is a document here.
    @Test func paymentTermsAreFilledOldestFirst() throws {
        let owed = receivables("T-1 | 2026-10-01 | 甲 | 30", "T-2 | 2026-10-02 | 甲 | 50", "T-3 | 2026-10-03 | 甲 | 20")
        #expect(
            try applied(owed + "\n\n" + receipts("SK-1 | 2026-10-09 | 甲 | 40 | "))
                == ["SK-1: T-1 30.00 oldestFirst, T-2 10.00 oldestFirst"])
    }

    /// OCA: 250 against 100, 200 and 300 has no exact set, and 300 is not it either.
    @Test func twoHundredAndFiftyIsNotThreeHundred() throws {
        let owed = receivables(
            "CK-1 | 2026-10-01 | 甲 | 100", "CK-2 | 2026-10-02 | 甲 | 200", "CK-3 | 2026-10-03 | 甲 | 300")
        #expect(
            try applied(owed + "\n\n" + receipts("SK-1 | 2026-10-09 | 甲 | 250 | "))
                == ["SK-1: CK-1 100.00 oldestFirst, CK-2 150.00 oldestFirst"])
    }

    // MARK: Bad input

    @Test func aCustomerNobodyKnows() throws {
        let month = try MonthText(
            receivables("CK-1 | 2026-10-01 | 甲 | 100") + "\n\n" + receipts("SK-1 | 2026-10-09 | 丙 | 100 | ")
        ).month()
        #expect(found("receipt.unapplied", in: month) == ["SK-1: 100.00 → 0.00 (-100.00) 100.00"])
        #expect(causes("receipt.unapplied", in: month) == [["other-customer"]])
    }

    @Test(arguments: ["0", "-100"])
    func noughtAndLessPayNothing(amount: String) throws {
        let text =
            receivables("CK-1 | 2026-10-01 | 甲 | 100") + "\n\n" + receipts("SK-1 | 2026-10-09 | 甲 | \(amount) | ")
        let lines = try applied(text)
        #expect(lines.count == 1 && !lines[0].contains("CK-1"))
        #expect(
            try applied(text.replacing(" | \(amount) | ", with: " | \(amount) | CK-1")).allSatisfy {
                !$0.contains("cited")
            })
    }

    @Test func moreThanEverythingOwed() throws {
        let owed = receivables("CK-1 | 2026-10-01 | 甲 | 100", "CK-2 | 2026-10-02 | 甲 | 200")
        #expect(
            try applied(owed + "\n\n" + receipts("SK-1 | 2026-10-09 | 甲 | 999 | "))
                == ["SK-1: CK-1 100.00 oldestFirst, CK-2 200.00 oldestFirst | left 699.00"])
    }

    private static let file = "customers\ncustomer | customerCode\n甲 | K1\n乙 | K2\n\n"

    @Test func anotherCustomersDocumentIsNotPaid() throws {
        let text =
            Self.file + receivables("CK-1 | 2026-10-01 | 甲 | 100", "CK-2 | 2026-10-02 | 乙 | 100") + "\n\n"
            + receipts("SK-1 | 2026-10-09 | 甲 | 100 | CK-2")
        #expect(try applied(text) == ["SK-1:  | left 100.00"])
        #expect(causes("receipt.unapplied", in: try MonthText(text).month()).first?.first == "other-customer")
    }

    @Test func aDocumentThatIsAlreadyPaid() throws {
        let text =
            receivables("CK-1 | 2026-10-01 | 甲 | 100") + "\n\n"
            + receipts("SK-1 | 2026-10-09 | 甲 | 100 | CK-1", "SK-2 | 2026-10-10 | 甲 | 100 | CK-1")
        #expect(try applied(text) == ["SK-1: CK-1 100.00 cited", "SK-2:  | over 100.00"])
        #expect(causes("receipt.over-applied", in: try MonthText(text).month()) == [["document-twice"]])
    }

    /// Two books of stubs that use the same number for different customers: said, and never added together silently.
    @Test func theSameNumberInTwoBooksOfStubs() throws {
        let month = try MonthText(
            """
            movements
            documentNumber | documentKind | date | customer | productCode | quantity | unitPrice
            0012 | salesOut | 2026-10-05 | 甲 | A | 10 | 5

            movements file second
            documentNumber | documentKind | date | customer | productCode | quantity | unitPrice
            0012 | salesOut | 2026-10-06 | 乙 | B | 3 | 7
            """
        ).month()
        #expect(found("document.number-duplicate", in: month).count == 1)
    }

    /// Ten thousand open documents and a hundred payments without a citation.
    @Test(.timeLimit(.minutes(2))) func tenThousandOpenDocuments() throws {
        var random = SplitMix(state: 21)
        var text = "receivables\ndocumentNumber | date | customer | amount\n"
        for number in 1...10_000 {
            text +=
                "CK-\(number) | 2026-10-\(number % 9 + 10) | 甲 | \(random.next() % 20_000 + 1).\(random.next() % 90 + 10)\n"
        }
        text += "\nreceipts\nreceiptNumber | date | customer | amount | appliesTo\n"
        for number in 1...100 { text += "SK-\(number) | 2026-10-31 | 甲 | \(random.next() % 100_000).55 | \n" }
        let lines = try applied(text)
        #expect(lines.count == 100 && lines.allSatisfy { !$0.contains("left") })
        #expect(
            lines.allSatisfy {
                $0.contains("readings") || $0.contains("exact") || $0.contains("undecided")
                    || $0.contains("oldestFirst")
            })
    }

    @Test func sumsNearTheLargestAmount() throws {
        let most = "9999999999999.99"
        let owed = receivables("CK-1 | 2026-10-01 | 甲 | \(most)", "CK-2 | 2026-10-02 | 甲 | \(most)")
        #expect(
            try applied(owed + "\n\n" + receipts("SK-1 | 2026-10-09 | 甲 | \(most) | "))
                == ["SK-1: CK-1 \(most) exact"])
    }
}
