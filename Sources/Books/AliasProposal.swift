/// What an alias is another writing of.
public enum AliasKind: Hashable, Sendable {
    case customer, product
    /// A column's header on the sheets of a book; `nil` for any book.
    case column(BookKind?)
}

/// A writing that is nearly a known name: perhaps the same, and for a person to say.
public struct AliasProposal: Hashable, Sendable {
    /// What it would be another writing of.
    public let kind: AliasKind
    /// What stands in the files.
    public let written: String
    /// What it may mean: a customer's name, a product's code or name, a field's identifier.
    public let means: String
    /// Why that.
    public let why: Phrase
    /// Where it stands first.
    public let place: CellReference

    /// Makes a proposal.
    public init(kind: AliasKind, written: String, means: String, why: Phrase, place: CellReference) {
        self.kind = kind
        self.written = written
        self.means = means
        self.why = why
        self.place = place
    }
}

/// What a person made of a proposed alias.
public struct AliasDecision: Hashable, Sendable {
    /// What it is another writing of.
    public let kind: AliasKind
    /// What stands in the files.
    public let written: String
    /// What it means.
    public let means: String
    /// What the person says.
    public let verdict: Verdict
    /// What else the person wrote.
    public let note: String
    /// Where the line stands.
    public let place: SettingsOrigin.Place?

    /// What a person can say of a proposal.
    public enum Verdict: Hashable, Sendable { case confirmed, refused, open }

    /// Makes a decision.
    public init(
        kind: AliasKind, written: String, means: String, verdict: Verdict, note: String = "",
        place: SettingsOrigin.Place? = nil
    ) {
        self.kind = kind
        self.written = written
        self.means = means
        self.verdict = verdict
        self.note = note
        self.place = place
    }

    /// Whether it is about a proposal.
    public func concerns(_ proposal: AliasProposal) -> Bool {
        kind == proposal.kind && written.lowercased() == proposal.written.lowercased()
    }
}

extension AliasKind {
    /// What people call it.
    public var words: Phrase {
        switch self {
        case .customer: Phrase("客户", "customer")
        case .product: Phrase("商品", "product")
        case .column: Phrase("栏目", "column")
        }
    }
}
