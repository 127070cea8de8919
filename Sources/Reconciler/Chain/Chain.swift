public import Books

/// One proof from order to ledger: for each product and each customer what every book says, and what makes each book
/// differ from the one before it.
///
/// In every line the first stage that is compared, plus the residuals of the steps between, is the last.
public struct Chain: Sendable {
    /// The proofs: products in quantity, products on the shelf, products in money, customers in money.
    public let proofs: [ChainProof]

    /// The proof of a name.
    public subscript(name: ChainProof.Name) -> ChainProof? { proofs.first { $0.name == name } }
}

/// A column of the chain: what one book says (design: ordered → shipped → stocked → owed → paid → booked).
public enum ChainStage: String, CaseIterable, Hashable, Sendable {
    /// The month's orders, each counted once: quantity × unit price as written.
    case ordered
    /// Sales issues less returns and reversals up to the period's end, voids left out.
    case shipped
    /// What of it the stock's roll-forward of the period took out of a warehouse.
    case stocked
    /// The receivables' amounts.
    case owed
    /// The receipts, each counted once.
    case paid
    /// The receivables account's credits of the period.
    case booked
    /// The receivables account's debits of the period: a second end of the chain, held against what is owed.
    case debited
    /// On the shelf: opening stock and everything that moved besides sales.
    case available
    /// Available less stocked: what should lie there.
    case expected
    /// The stock book's closing quantity.
    case onBook
    /// The count's.
    case counted

    /// Its place among all stages, for tables indexed by stage; see `Field.ordinal`.
    var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

/// The chain of one kind of line in one measure.
public struct ChainProof: Sendable {
    /// Which proof it is.
    public enum Name: String, CaseIterable, Hashable, Sendable {
        case productQuantity = "product-quantity"
        case productStock = "product-stock"
        case productAmount = "product-amount"
        case customerAmount = "customer-amount"
    }

    /// Which proof it is.
    public let name: Name
    /// Whether its lines are products or customers.
    public let by: Field
    /// Whether it counts quantities (millionths of a base unit) or money (fen).
    public let measure: TieResult.Measure
    /// Its stages, in order, each with the reason why it is not there, if it is not.
    public let stages: [ChainColumn]
    /// Its steps from one stage to another, in order.
    public let steps: [ChainStep]
    /// Every product or customer of which any book speaks, by its text; the line without one is first.
    public let lines: [ChainLine]

    /// The place of a stage among the values of a line.
    public func place(of stage: ChainStage) -> Int? { stages.firstIndex { $0.stage == stage } }

    /// What a stage says in all; `nil` where the stage is not compared.
    public func total(_ stage: ChainStage) -> Int64? {
        guard let place = place(of: stage), stages[place].whyNot == nil else { return nil }
        return lines.reduce(0) { $0 &+ ($1.values[place] ?? 0) }
    }
}

/// A stage in a proof.
public struct ChainColumn: Hashable, Sendable {
    /// What it says.
    public let stage: ChainStage
    /// Why it is not compared, such as "no receipts"; `nil` when it is.
    public let whyNot: Phrase?
}

/// A step of a proof: the right stage held against the left.
public struct ChainStep: Hashable, Sendable {
    /// The stage that is expected.
    public let from: ChainStage
    /// The stage that is held against it.
    public let to: ChainStage
    /// Why they are not compared; `nil` when they are.
    public let whyNot: Phrase?
}

/// One product or customer in a proof.
public struct ChainLine: Sendable {
    /// The product's code (or name) or the customer's name; `Symbol.none` for what no product or customer can be said of.
    public let key: Symbol
    /// What each stage says, in the proof's stages and the measure's smallest units; `nil` where it is not compared.
    public let values: [Int64?]
    /// For each of the proof's steps what its residual (right − left) is made of; the parts sum to the residual.
    public let parts: [[ChainPart]]

    /// Whether no step leaves anything to explain.
    public var isEven: Bool { parts.allSatisfy(\.isEmpty) }
}

/// A part of a residual.
public struct ChainPart: Hashable, Sendable {
    /// What explains it.
    public let cause: ChainCause
    /// How much, signed like the residual, in the measure's smallest units.
    public let units: Int64
}

/// What explains a part of a residual.
public enum ChainCause: Hashable, Sendable {
    /// A finding, by its place in the result's findings.
    case finding(Int)
    /// What is as it should be and needs no finding.
    case named(ChainClass)
    /// Nothing does.
    case unaccounted
}
