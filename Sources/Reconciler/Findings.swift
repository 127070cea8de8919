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
        difference: Figure? = nil, unit: Symbol = .none, amount: Amount? = nil, sources: [Source],
        isTolerated: Bool = false, _ chinese: String, _ english: String, reason: String? = nil
    ) {
        // What is tolerated is listed under the rule that would have fired, in the class that nobody need work.
        let within = isTolerated ? Phrase("在容差内，不用处理。", "Within the tolerance; nothing to do. ") : Phrase("", "")
        let findingClass = isTolerated ? FindingClass.tolerated : rule.findingClass

        found.append(
            Finding(
                code: rule.code, findingClass: findingClass, tie: rule.tie?.rawValue, key: key,
                party: party.isNone ? nil : month.text(party), owner: owner ?? rule.owner, expected: expected,
                actual: actual, difference: difference, unit: unit.isNone ? nil : month.text(unit), amount: amount,
                sources: sources, explanation: Phrase(within.chinese + chinese, within.english + english),
                reason: reason))
    }

    /// A part of a key from a symbol.
    func part(_ name: Field, _ value: Symbol) -> KeyPart { KeyPart(name.rawValue, month.text(value)) }

    /// The cell of a record's field. The company's own files are what everything else is held to.
    func source(_ table: Table, _ row: Int, _ field: Field?) -> Source {
        Source(
            role: table.kind.rawValue, reference: month.cell(table.origins[row], field),
            isYardstick: [.prices, .customers, .products].contains(table.kind))
    }

    /// The cells of a record of the company's own files that contradict one another or themselves.
    func faults(_ table: Table, _ row: Int, _ fields: Field...) -> [Source] {
        fields.map { Source(role: table.kind.rawValue, reference: month.cell(table.origins[row], $0)) }
    }

    /// The cells of the same field of several records; the first dozen, which is as many as a person follows.
    func sources(_ table: Table, _ rows: some Sequence<Int>, _ field: Field?) -> [Source] {
        rows.prefix(12).map { source(table, $0, field) }
    }
}
