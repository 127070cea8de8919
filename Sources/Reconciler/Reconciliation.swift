public import Books

/// What a month's rules found: the whole result, ready to be shown.
public struct Reconciliation: Sendable {
    /// Everything that a person must look at, in the order it is worked: by family, code and key.
    public let findings: [Finding]
    /// Each comparison of two books, with its sums.
    public let ties: [TieResult]
    /// The stock of each product in each warehouse, rolled forward and counted.
    public let stock: [StockLine]
    /// Rules that were not run, and why.
    public let notChecked: [NotChecked]
    /// The proof from order to ledger; `nil` where its sums do not fit.
    public let chain: Chain?
    /// What to ask first: the question that clears the most money first.
    public let questions: [Question]
    /// Where each order stands: whether its goods may leave, and what is waited for.
    public let orderDesk: OrderDesk
    /// What the company had set.
    public let settings: Settings
    /// Names that are not on file and very like one that is; no figure comes of them.
    public let aliasProposals: [AliasProposal]

    /// Makes a result.
    public init(
        findings: [Finding], ties: [TieResult], stock: [StockLine], notChecked: [NotChecked], chain: Chain? = nil,
        questions: [Question] = [], orderDesk: OrderDesk = .empty, settings: Settings = Settings(),
        aliasProposals: [AliasProposal] = []
    ) {
        self.aliasProposals = aliasProposals
        self.settings = settings
        self.findings = findings
        self.ties = ties
        self.stock = stock
        self.notChecked = notChecked
        self.chain = chain
        self.questions = questions
        self.orderDesk = orderDesk
    }

    /// Whether everything ties: nothing is to be worked, and no two sides of a tie differ without a finding that says why.
    public var tiesThroughout: Bool {
        findings.allSatisfy { $0.findingClass == .tolerated }
            && ties.allSatisfy { tie in
                tie.pairs.allSatisfy { $0.code != nil || ![.leftOnly, .rightOnly, .differing].contains($0.outcome) }
            }
    }
}

/// A rule that was not run, and why.
public struct NotChecked: Hashable, Sendable {
    /// The rule's code, or a tie's identifier.
    public let code: String
    /// Why, such as "no price list".
    public let why: Phrase
    /// Makes one.
    public init(code: String, why: Phrase) {
        self.code = code
        self.why = why
    }
}

/// One comparison of two books: every pair, and the sums of both sides.
public struct TieResult: Sendable {
    /// Its stable identifier, such as `orders-dispatch`.
    public let id: String
    /// Its name for people.
    public let name: Phrase
    /// The side that is expected.
    public let left: Phrase
    /// The side that is held against it.
    public let right: Phrase
    /// What the key's parts are called, in order, such as `orderNumber`, `productCode`.
    public let keyNames: [String]
    /// Whether it compares quantities or money.
    public let measure: Measure
    /// Every pair, ordered by key; of a long tie only those that do not match.
    public let pairs: [TiePair]
    /// The pairs of a long tie that match: summed, not listed.
    public let summed: SummedPairs
    /// The sum of the left side, in the measure's smallest units.
    public let leftSum: Int64
    /// The sum of the right side, in the measure's smallest units.
    public let rightSum: Int64

    /// Makes a result.
    public init(
        id: String, name: Phrase, left: Phrase, right: Phrase, keyNames: [String], measure: Measure, pairs: [TiePair],
        summed: SummedPairs = SummedPairs(), leftSum: Int64, rightSum: Int64
    ) {
        self.id = id
        self.name = name
        self.left = left
        self.right = right
        self.keyNames = keyNames
        self.measure = measure
        self.pairs = pairs
        self.summed = summed
        self.leftSum = leftSum
        self.rightSum = rightSum
    }

    /// What is compared.
    public enum Measure: String, Hashable, Sendable { case quantity, amount }

    /// How many pairs ended so.
    public func count(_ outcome: TiePair.Outcome) -> Int {
        pairs.reduce(outcome == .matched ? summed.count : 0) { $0 + ($1.outcome == outcome ? 1 : 0) }
    }

    /// How many pairs there are, listed or summed.
    public var pairCount: Int { pairs.count + summed.count }
}

/// Pairs that match and are not listed: how many, and what they come to on both sides.
public struct SummedPairs: Hashable, Sendable {
    /// How many.
    public var count = 0
    /// The sum of the left sides, in the measure's smallest units.
    public var left: Int64 = 0
    /// The sum of the right sides, in the measure's smallest units.
    public var right: Int64 = 0
    /// None.
    public init() {}
}

/// Both sides of one key.
public struct TiePair: Sendable {
    /// The key's parts, as named by the tie.
    public let key: [Symbol]
    /// The customer, where there is one.
    public let party: Symbol
    /// The left side in smallest units; `nil` where it is absent (absent is not nought).
    public let left: Int64?
    /// The right side in smallest units; `nil` where it is absent.
    public let right: Int64?
    /// How they compare.
    public let outcome: Outcome
    /// The code of the finding that says so, where they do not agree.
    public let code: String?
    /// How the two sides found each other, the weakest where several ways led there; `nil` where one is absent.
    public let stage: MatchStage?
    /// The first record on the left.
    public let leftOrigin: Origin?
    /// The first record on the right.
    public let rightOrigin: Origin?

    /// Makes a pair.
    public init(
        key: [Symbol], party: Symbol, left: Int64?, right: Int64?, outcome: Outcome, code: String?,
        stage: MatchStage? = nil, leftOrigin: Origin?, rightOrigin: Origin?
    ) {
        self.key = key
        self.party = party
        self.left = left
        self.right = right
        self.outcome = outcome
        self.code = code
        self.stage = left == nil || right == nil ? nil : stage
        self.leftOrigin = leftOrigin
        self.rightOrigin = rightOrigin
    }

    /// How two sides compare. `explained` differs, and another finding is the cause.
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        case matched, tolerated, leftOnly, rightOnly, differing, timing, explained
    }
}

/// The stock of one product in one warehouse (and batch, where batches are kept).
public struct StockLine: Sendable {
    /// The warehouse.
    public var warehouse: Symbol
    /// The product's code, or its name where it has none.
    public var product: Symbol
    /// The product's name, specification and unit.
    public var name = Symbol.none, spec = Symbol.none, unit = Symbol.none
    /// The batch.
    public var batch = Symbol.none
    /// The place on the shelf, from the count sheet.
    public var location = Symbol.none
    /// Opening stock; `nil` where the book of openings does not have it.
    public var opening: Quantity?
    /// What documents brought in, without transfers.
    public var received = Quantity.zero
    /// What documents took out, without transfers.
    public var issued = Quantity.zero
    /// What transfers brought in and took out.
    public var transferredIn = Quantity.zero, transferredOut = Quantity.zero
    /// Opening + in − out ± transfers; `nil` without an opening book.
    public var expected: Quantity?
    /// The stock book's closing figure; `nil` where it has none.
    public var book: Quantity?
    /// The first count, the recount, and the one that counts.
    public var counted: Quantity?, recounted: Quantity?, final: Quantity?
    /// What moved after the count and was rolled back.
    public var movedAfterCount = Quantity.zero
    /// Final count − book (or expected); `nil` where either is absent.
    public var difference: Quantity?
    /// The cost of one unit.
    public var unitCost: UnitPrice?
    /// The difference in money.
    public var value: Amount?
    /// The reason written on the count sheet.
    public var reason = Symbol.none
    /// Who counted, who recounted, and when.
    public var countedBy = Symbol.none, recountedBy = Symbol.none
    /// The day of the count.
    public var countedAt: Day?
    /// The codes of the findings about it.
    public var codes: [String] = []
    /// The count's record and the stock book's.
    public var countOrigin: Origin?, bookOrigin: Origin?

    /// Makes a line with nothing in it.
    public init(warehouse: Symbol, product: Symbol) {
        self.warehouse = warehouse
        self.product = product
    }
}
