import Books

/// Collects what one rule finds.
struct Findings {
    private(set) var found: [Finding] = []
    let rule: Rule
    let month: Month

    init(rule: Rule, month: Month) {
        self.rule = rule
        self.month = month
    }

    /// Adds a finding of the rule.
    mutating func add(
        key: [KeyPart], party: Symbol = .none, owner: Owner? = nil, expected: Figure? = nil, actual: Figure? = nil,
        difference: Figure? = nil, unit: Symbol = .none, amount: Amount? = nil, sources: [Source], _ chinese: String,
        _ english: String, reason: String? = nil
    ) {
        found.append(
            Finding(
                code: rule.code, findingClass: rule.findingClass, tie: rule.tie?.rawValue, key: key,
                party: party.isNone ? nil : month.text(party), owner: owner ?? rule.owner, expected: expected,
                actual: actual, difference: difference, unit: unit.isNone ? nil : month.text(unit), amount: amount,
                sources: sources, explanation: Phrase(chinese, english), reason: reason))
    }

    /// A part of a key from a symbol.
    func part(_ name: Field, _ value: Symbol) -> KeyPart { KeyPart(name.rawValue, month.text(value)) }

    /// The cell of a record's field.
    func source(_ table: Table, _ row: Int, _ field: Field?) -> Source {
        Source(role: table.kind.rawValue, reference: month.cell(table.origins[row], field))
    }

    /// The cells of the same field of several records; the first dozen, which is as many as a person follows.
    func sources(_ table: Table, _ rows: some Sequence<Int>, _ field: Field?) -> [Source] {
        rows.prefix(12).map { source(table, $0, field) }
    }
}
