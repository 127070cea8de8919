import Books

/// A finding's figures, ready to be asked what made them.
struct Discrepancy {
    /// What is measured.
    enum Measure { case amount, price, quantity }

    let finding: Finding
    let measure: Measure
    /// In the measure's smallest units; prices in ten-thousandths, as they are compared.
    let expected: Int64, actual: Int64
    var difference: Int64 { actual - expected }

    /// The discrepancy of a finding that has both figures, and in which one of them may be a mistake.
    init?(_ finding: Finding) {
        if Discrepancy.isNoMistake(finding.code) { return nil }
        switch (finding.expected, finding.actual) {
        case (.amount(let expected), .amount(let actual)):
            (measure, self.expected, self.actual) = (.amount, expected.units, actual.units)
        case (.price(let expected), .price(let actual)):
            (measure, self.expected, self.actual) = (.price, expected.compared, actual.compared)
        case (.quantity(let expected), .quantity(let actual)):
            (measure, self.expected, self.actual) = (.quantity, expected.units, actual.units)
        // What lies in the wrong place is over in one product and short in another; there absent is nought.
        case (.quantity(let expected), nil) where Discrepancy.isBesideOthers(finding.code):
            (measure, self.expected, self.actual) = (.quantity, expected.units, 0)
        case (nil, .quantity(let actual)) where Discrepancy.isBesideOthers(finding.code):
            (measure, self.expected, self.actual) = (.quantity, 0, actual.units)
        default: return nil
        }
        let bound = Int64.max / 4
        // A receipt says how much of it was applied: what is left is no miswritten figure.
        guard finding.code != "receipt.unapplied", expected > -bound, expected < bound, actual > -bound, actual < bound,
            expected != actual
        else {
            return nil
        }
        self.finding = finding
    }

    private static func isBesideOthers(_ code: String) -> Bool {
        ["dispatch.missing", "stock.not-counted", "stock.not-on-book"].contains(code)
    }

    /// What is owed or late is so because nobody paid or shipped, not because a figure is wrong.
    static func isNoMistake(_ code: String) -> Bool {
        [
            "receivable.cash-uncollected", "receivable.overdue", "order.credit-exceeded",
            "order.customer-overdue", "ledger.control-difference", "dispatch.not-due",
            "dispatch.next-period", "receivable.duplicate", "ledger.duplicate", "receipt.duplicate",
            "document.tokens-short", "stock.negative", "stock.after-count",
        ].contains(code)
    }

    /// A number of smallest units as a figure.
    func figure(_ units: Int64) -> Figure {
        switch measure {
        case .amount: .amount(Amount(units: units))
        case .price: .price(UnitPrice(units: units * 10_000))
        case .quantity: .quantity(Quantity(units: units))
        }
    }

    /// The step to which a figure was rounded, in the measure's smallest units: a price that is written to the fen may have
    /// been worked out more finely.
    func step(_ written: Int64) -> Int64 { measure == .price && written % 100 == 0 ? 100 : 1 }

    /// A cause that explains the whole difference.
    func cause(_ kind: Cause.Kind, _ chinese: String, _ english: String, sources: [Source]? = nil) -> Cause {
        Cause(
            kind, explains: figure(difference), Phrase(chinese, english),
            sources: sources ?? Array(finding.sources.prefix(4)))
    }

    /// A part of the finding's key.
    func key(_ name: Field) -> String? { finding.key.first { $0.name == name.rawValue }?.value }
}

/// One kind of mistake, and how to tell whether it made a discrepancy.
struct Suspicion: Sendable {
    let kind: Cause.Kind
    /// The causes of this kind that fit exactly.
    let causes: @Sendable (Discrepancy, DiagnosisContext) throws(Overflow) -> [Cause]

    init(
        _ kind: Cause.Kind,
        _ causes: @escaping @Sendable (Discrepancy, DiagnosisContext) throws(Overflow) -> [Cause]
    ) {
        self.kind = kind
        self.causes = causes
    }

    /// Every suspicion; in which order their causes are named is their kinds' business.
    static let all: [Suspicion] = [
        .siblingProduct, .otherWarehouse, .freeGoods, .orderLineChanged, .returned, .exchanged, .voidStillBooked,
        .documentTwice, .lineLeftOut,
        .documentUnposted, .asOrdered,
        .neighbouringMonth, .rounding, .wrongSide, .tax,
        .discount, .packSize, .decimalSlipped, .digitsExchanged, .sumOfItems, .digitMiskeyed,
    ]
}
