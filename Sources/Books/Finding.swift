/// What kind of fact a finding is; it decides the colour (vocabulary: "Findings").
public enum FindingClass: String, CaseIterable, Hashable, Sendable {
    case missing, difference, timing, incomplete, duplicate, tolerated, tied
}

/// Who can clear a finding.
public enum Owner: String, CaseIterable, Hashable, Sendable {
    case sales, warehouse, finance, clerk
}

/// The exact figures a finding compares.
public enum Figure: Hashable, Sendable {
    case quantity(Quantity)
    case price(UnitPrice)
    case amount(Amount)
    case day(Day)
    case text(String)
    /// What is said differently in each language.
    case words(Phrase)

    /// Exact decimal digits, an ISO date, or the text.
    public var description: String {
        switch self {
        case .quantity(let value): value.description
        case .price(let value): value.description
        case .amount(let value): value.description
        case .day(let value): value.description
        case .text(let value): value
        case .words(let value): value.chinese
        }
    }

    /// The same, with words in a language.
    public func text(in language: Language) -> String {
        if case .words(let words) = self { words[language] } else { description }
    }
}

/// One part of the key that names what a finding is about.
public struct KeyPart: Hashable, Sendable {
    /// Its stable name, such as `orderNumber`.
    public let name: String
    /// Its value after normalising, as written on the side that is expected.
    public let value: String
    /// Makes a part.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A cell that a finding points to, and what it is there for.
public struct Source: Hashable, Sendable {
    /// Which side it is: a book's identifier, such as `orders`.
    public let role: String
    /// The cell.
    public let reference: CellReference
    /// Whether it is only what the others were held against, such as the price list's cell beside a wrong price: nothing
    /// in it is at fault.
    public let isYardstick: Bool
    /// Makes a source.
    public init(role: String, reference: CellReference, isYardstick: Bool = false) {
        self.role = role
        self.reference = reference
        self.isYardstick = isYardstick
    }
}

/// One fact that a person must look at.
public struct Finding: Sendable {
    /// The same on every run over the same facts.
    public var id: String
    /// Which rule found it, such as `dispatch.quantity-short`.
    public let code: String
    /// Its class.
    public let findingClass: FindingClass
    /// The tie it belongs to, if any.
    public let tie: String?
    /// What it is about.
    public let key: [KeyPart]
    /// The customer, supplier or warehouse concerned.
    public let party: String?
    /// Who can clear it.
    public let owner: Owner
    /// What should stand there.
    public let expected: Figure?
    /// What stands there.
    public let actual: Figure?
    /// Actual − expected, where both are figures.
    public let difference: Figure?
    /// The unit of the quantities.
    public let unit: String?
    /// What it is worth in money, signed like the difference.
    public let amount: Amount?
    /// The cells it came from, expected side first.
    public let sources: [Source]
    /// What is wrong and what to do, as a person would say it.
    public let explanation: Phrase
    /// The reason code a person already gave in the sheet itself, such as the count sheet's 差异原因.
    public let reason: String?
    /// What may have made it, the most specific first; none where nothing fits exactly.
    public var causes: [Cause] = []
    /// What no cause explains of the difference; `nil` where nothing is measured.
    public var unexplained: Figure?
    /// What it comes nearest to, where one side is missing, and what was in the way.
    public var nearest: NearestCandidate?
    /// How the two sides were matched, where both are there.
    public var matchedBy: MatchEvidence?

    /// Makes a finding; `id` is given when the whole month has been looked at.
    public init(
        code: String, findingClass: FindingClass, tie: String? = nil, key: [KeyPart], party: String? = nil,
        owner: Owner,
        expected: Figure? = nil, actual: Figure? = nil, difference: Figure? = nil, unit: String? = nil,
        amount: Amount? = nil, sources: [Source], explanation: Phrase, reason: String? = nil
    ) {
        id = ""
        self.code = code
        self.findingClass = findingClass
        self.tie = tie
        self.key = key
        self.party = party
        self.owner = owner
        self.expected = expected
        self.actual = actual
        self.difference = difference
        self.unit = unit
        self.amount = amount
        self.sources = sources
        self.explanation = explanation
        self.reason = reason
    }
}
