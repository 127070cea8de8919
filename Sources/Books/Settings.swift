/// What a company can set: its own words, limits and lists. Every default lets nothing pass that a person should see.
///
/// It stands among the books because Intake needs its words and the Reconciler its limits. A setting that has no value of
/// its own stays at its default, so that a company without a settings workbook has these.
public struct Settings: Equatable, Sendable {
    // MARK: Tolerances

    /// Amounts that differ by no more than this are listed as tolerated.
    public var amountTolerance = Amount.zero
    /// Amounts that differ by no more than this share of the expected amount are listed as tolerated as well.
    public var amountToleranceShare = Rate.zero
    /// Quantities that differ by no more than this are listed as tolerated.
    public var quantityTolerance = Quantity.zero
    /// Quantities that differ by no more than this share of the expected quantity are listed as tolerated as well.
    public var quantityToleranceShare = Rate.zero
    /// So many days after the agreed day a delivery is not yet late.
    public var deliveryGraceDays = 0
    /// So many days after the due day a payment is not yet overdue.
    public var paymentGraceDays = 0
    /// The largest share of missing numbers, in percent, at which a run of document numbers still counts as a series.
    public var largestGapPercent = 20

    // MARK: Orders

    /// Which fields an order must carry, by channel: of each list at least one.
    public var requiredByChannel: [String: [[Field]]] = [
        "direct": [[.address, .phone]],
        "wholesale": [[.address, .phone]],
        "outOfTown": [[.consignee], [.phone], [.carrier], [.carrierPhone], [.address], [.settlement]],
        "supermarket": [[.storeCode], [.settlement], [.address]],
    ]
    /// Whose approval an order must carry, by channel.
    public var approvalByChannel: [String: Field] = [
        "direct": .confirmedBy, "wholesale": .confirmedBy, "outOfTown": .approvedBy,
    ]
    /// The VAT rate by the first day it is in force, ascending.
    public var taxRates: [DatedRate] = [
        DatedRate(from: Day(number: 0), rate: Rate(units: 170_000)),
        DatedRate(from: Day(year: 2018, month: 5, day: 1) ?? Day(number: 0), rate: Rate(units: 160_000)),
        DatedRate(from: Day(year: 2019, month: 4, day: 1) ?? Day(number: 0), rate: Rate(units: 130_000)),
    ]
    /// The companies that may stand at the head of an order (表头公司); none: nothing is asked.
    public var headerCompanies: [String] = []

    // MARK: Money

    /// Accounts whose code begins so are the receivables account (应收账款).
    public var receivablesAccounts = ["1122"]
    /// The credit days of monthly customers whose file says none; `nil`: they are not held to a due day.
    public var creditDays: Int64?

    // MARK: Words

    /// The channels (渠道), the company's own among them.
    public var channels = Settings.knownChannels
    /// The settlement terms (结算方式): each identifier with the names that mean it.
    public var settlements = Settings.knownSettlements
    /// The reasons for differences (差异原因), the company's own among them.
    public var reasons = Settings.knownReasons
    /// Headers of columns that the company uses, and the field each stands for.
    public var columnAliases: [ColumnAlias] = []
    /// Names by which customers go, each with the name that counts.
    public var customerAliases: [String: String] = [:]
    /// Names and codes by which products go, each with the code or name that counts.
    public var productAliases: [String: String] = [:]
    /// The series of document numbers that the company keeps; none: they are found in the data.
    public var series: [Series] = []

    /// Where they come from; `nil` for the defaults.
    public var origin: SettingsOrigin?

    /// Makes the defaults.
    public init() {}
}

extension Settings {
    /// The VAT rate on a day; that of the first line for a day before all of them.
    public func taxRate(on day: Day) -> Rate {
        (taxRates.last { $0.from <= day } ?? taxRates.first)?.rate ?? Rate(units: 130_000)
    }

    /// Whether an amount lies so near the expected one that the difference is only listed.
    ///
    /// The bounds are part of what is tolerated. The share is one of the expected amount, so which side is which matters.
    public func tolerates(_ actual: Amount, expected: Amount) -> Bool {
        Settings.isNear(
            actual.units, expected.units, absolute: amountTolerance.units, share: amountToleranceShare.units)
    }

    /// Whether a quantity lies so near the expected one that the difference is only listed.
    public func tolerates(_ actual: Quantity, expected: Quantity) -> Bool {
        Settings.isNear(
            actual.units, expected.units, absolute: quantityTolerance.units, share: quantityToleranceShare.units)
    }

    private static func isNear(_ actual: Int64, _ expected: Int64, absolute: Int64, share: Int64) -> Bool {
        let apart = Int128(actual) - Int128(expected)
        let distance = apart.magnitude
        // Exact: the share is in millionths, and both sides are multiplied rather than one divided.
        return distance <= UInt128(absolute.magnitude)
            || distance * 1_000_000 <= UInt128(expected.magnitude) * UInt128(share.magnitude)
    }
}
