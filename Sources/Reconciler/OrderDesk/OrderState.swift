public import Books

/// Where an order stands on the order desk: whether its goods may leave and, if not, what is waited for.
public enum OrderState: String, CaseIterable, Hashable, Sendable {
    case mayShip, awaitingPayment, awaitingInformation, awaitingApproval, shipped, cancelled

    /// What people call it.
    public var words: Phrase {
        switch self {
        case .mayShip: Phrase("可发货", "May ship")
        case .awaitingPayment: Phrase("待款", "Awaiting payment")
        case .awaitingInformation: Phrase("待补", "Awaiting information")
        case .awaitingApproval: Phrase("待批", "Awaiting approval")
        case .shipped: Phrase("已发完", "Shipped")
        case .cancelled: Phrase("已取消", "Cancelled")
        }
    }

    /// The states of orders that are still to be dealt with, in the order in which they are listed.
    public static let open: [OrderState] = [.mayShip, .awaitingPayment, .awaitingInformation, .awaitingApproval]

    /// Which of several things that are waited for decides the list, the first first.
    ///
    /// An order goes back to its sender before anybody is asked to approve it, and is approved before money is asked for,
    /// because the amount to pay is only certain then.
    static let precedence: [OrderState] = [.awaitingInformation, .awaitingApproval, .awaitingPayment]
}

/// One reason why an order's goods may not leave yet, and what releases them.
public struct OrderHold: Sendable {
    /// The code of the finding, or of a fact that is no fault: `cash-unpaid`, `line-set-aside`, `suspended`.
    public let code: String
    /// What is waited for.
    public let state: OrderState
    /// Why, in few words.
    public let reason: Phrase
    /// What releases the order: which field, whose approval, how much money.
    public let release: Phrase
    /// How much is to be paid, where money releases it.
    public let toPay: Amount?

    /// Makes a hold.
    public init(code: String, state: OrderState, reason: Phrase, release: Phrase, toPay: Amount? = nil) {
        self.code = code
        self.state = state
        self.reason = reason
        self.release = release
        self.toPay = toPay
    }
}

/// One order as it stands on the order desk: the version that counts.
public struct OrderStanding: Sendable {
    /// Its number.
    public let number: Symbol
    /// The customer's one name, and the customer's code.
    public let customer: Symbol, customerCode: Symbol
    /// Its channel, its salesperson and its settlement (the customer file's where the order states none).
    public let channel: Symbol, salesperson: Symbol, settlement: Symbol
    /// The day it was ordered, and the latest day any of its lines is due.
    public let date: Day?, deliveryDate: Day?
    /// What its lines come to as written, or by quantity × price; `nil` where a line has neither, or the sum does not fit.
    public let amount: Amount?
    /// What of it has not left yet, at the order's prices; `nil` where that is not known.
    public let openAmount: Amount?
    /// Where it stands.
    public let state: OrderState
    /// Everything that holds it, what decides the list first; empty for one that may ship, is shipped or cancelled.
    public let holds: [OrderHold]
    /// Its faults: places in the result's findings.
    public internal(set) var faults: [Int]
    /// Whether some of it left already.
    public let isPartlyShipped: Bool
    /// The first record of the version that counts.
    public let origin: Origin

    /// The money that releases it, everything together; `nil` where no money is waited for.
    public var toPay: Amount? {
        let sums = holds.compactMap(\.toPay)
        guard !sums.isEmpty else { return nil }
        return Amount(units: Int64(clamping: sums.reduce(Int128(0)) { $0 + Int128($1.units) }))
    }
}

/// A line of an order that may ship, with everything the book system asks for.
public struct OrderLine: Sendable {
    /// The order's place among the standings.
    public let standing: Int
    /// The product's code; none where nobody knows one.
    public let productCode: Symbol
    /// Its name, specification and unit.
    public let productName: Symbol, spec: Symbol, unit: Symbol
    /// How many, in the unit as written.
    public let quantity: Quantity?
    /// The price of one unit, and the discount.
    public let unitPrice: UnitPrice?, discount: Rate?
    /// The amount as written, or quantity × price.
    public let amount: Amount?
    /// The only warehouse that keeps the product; none where there are several or nobody says.
    public let warehouse: Symbol
    /// The remark on the line.
    public let remark: Symbol
    /// The address, the consignee and the phone.
    public let address: Symbol, consignee: Symbol, phone: Symbol
    /// The record.
    public let origin: Origin
}
