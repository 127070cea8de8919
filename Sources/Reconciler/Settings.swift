public import Books

/// What a company can set; every value has a default that lets nothing pass.
public struct Settings: Sendable {
    /// Amounts that differ by no more than this are listed as tolerated.
    public var amountTolerance = Amount.zero
    /// Quantities that differ by no more than this are listed as tolerated.
    public var quantityTolerance = Quantity.zero
    /// Accounts whose code begins so are the receivables account (应收账款).
    public var receivablesAccounts = ["1122"]
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
    public var taxRates: [(from: Day, rate: Rate)] = [
        (Day(number: 0), Rate(units: 170_000)),
        (Day(year: 2018, month: 5, day: 1) ?? Day(number: 0), Rate(units: 160_000)),
        (Day(year: 2019, month: 4, day: 1) ?? Day(number: 0), Rate(units: 130_000)),
    ]
    /// The largest share of missing numbers, in percent, at which a run of document numbers still counts as a series.
    public var largestGapPercent = 20

    /// Makes the defaults.
    public init() {}

    /// The VAT rate on a day.
    func taxRate(on day: Day) -> Rate {
        taxRates.last { $0.from <= day }?.rate ?? Rate(units: 130_000)
    }
}
