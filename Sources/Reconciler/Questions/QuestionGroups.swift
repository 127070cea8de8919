import Books

/// Findings gathered into questions: each belongs to one, or to none where there is nothing to ask.
struct QuestionGroups {
    /// One question to be.
    struct Group {
        let subject: QuestionSubject
        /// What tells it from others of its subject: a customer, an order, a warehouse, a rule.
        let thing: String
        let name: String?
        var findings: [Int] = []

        var key: String { [subject.rawValue, thing, name ?? ""].joined(separator: "/") }
    }

    private(set) var groups: [Group] = []
    private let examination: Examination
    /// Documents with more than one fault, which are asked about by themselves.
    private let tangled: Set<String>
    /// The one salesperson of each customer who has one.
    private let salespeople: [Symbol: Symbol]

    init(_ examination: Examination, _ findings: [Finding]) {
        self.examination = examination
        tangled = QuestionGroups.tangled(findings)
        let needsSalespeople = findings.contains { QuestionSubject($0) == .basis }
        salespeople = needsSalespeople ? QuestionGroups.salespeople(examination) : [:]
        var places: [String: Int] = [:]
        let ledger = findings.lazy.map(\.code).filter { $0.hasPrefix("ledger.") && $0 != "ledger.unbalanced-voucher" }
        // What is dated outside the month has no finding of its own.
        let isDated = findings.contains {
            $0.code == "ledger.control-difference" && $0.causes.contains { $0.kind == .neighbouringMonth }
        }
        let isControlAsked =
            !ledger.isEmpty && ledger.allSatisfy { $0 == "ledger.control-difference" }
            && (isDated || !ControlAccount.isExplained(examination))
        for (place, finding) in findings.enumerated() {
            guard let subject = QuestionSubject(finding) else { continue }
            // The control account differs by what its documents do: whoever settles those has settled it.
            if subject == .control, !isControlAsked { continue }
            var group = Group(subject: subject, thing: thing(finding, subject), name: name(finding, subject))
            group.findings = [place]
            if let known = places[group.key] {
                groups[known].findings.append(place)
            } else {
                places[group.key] = groups.count
                groups.append(group)
            }
        }
    }

    private func value(_ finding: Finding, _ names: String...) -> String? {
        names.lazy.compactMap { name in finding.key.first { $0.name == name }?.value }.first
    }

    private func thing(_ finding: Finding, _ subject: QuestionSubject) -> String {
        switch subject {
        case .account: finding.party ?? value(finding, "documentNumber", "receiptNumber", "orderNumber") ?? ""
        case .order:
            finding.code + " "
                + (finding.causes.first.map { QuestionWords.askedAlone[$0.kind] != nil ? $0.kind.rawValue : "" } ?? "")
        case .paper: finding.code
        case .basis: finding.code + " " + (finding.party ?? "")
        case .signature, .control, .charge: ""
        case .shipment, .keying: value(finding, "orderNumber") ?? ""
        case .recount, .uncounted, .stockBook: value(finding, "warehouse") ?? ""
        case .document: documents(finding)
        case .receipt: value(finding, "receiptNumber") ?? ""
        case .voucher: value(finding, "voucherNumber") ?? ""
        case .file: value(finding, "file") ?? ""
        }
    }

    /// A document with several faults is one thing; those of a customer with the same single fault are one thing too.
    private func documents(_ finding: Finding) -> String {
        let number = value(finding, "documentNumber", "invoiceNumber", "accountCode") ?? ""
        return tangled.contains(number) ? number : finding.code + " " + (finding.party ?? "")
    }

    private static func tangled(_ findings: [Finding]) -> Set<String> {
        var codes: [String: String] = [:], tangled: Set<String> = []
        for finding in findings where QuestionSubject(finding) == .document {
            guard let number = finding.key.first?.value else { continue }
            if let code = codes[number], code != finding.code { tangled.insert(number) }
            codes[number] = finding.code
        }
        return tangled
    }

    private static func salespeople(_ examination: Examination) -> [Symbol: Symbol] {
        let orders = examination.orders
        var salespeople: [Symbol: Symbol] = [:]
        for order in orders.orders {
            guard !order.customer.isNone, let row = order.rows.first else { continue }
            let own = orders.table.symbol(.salesperson, row)
            if own.isNone { continue }
            // Two salespeople leave it open whom to ask.
            salespeople[order.customer] = salespeople[order.customer].map { $0 == own ? own : .none } ?? own
        }
        return salespeople
    }

    private func name(_ finding: Finding, _ subject: QuestionSubject) -> String? {
        switch subject {
        case .account: finding.party
        case .order, .basis, .signature, .charge: salesperson(finding)
        case .recount, .uncounted, .stockBook: value(finding, "warehouse")
        default: nil
        }
    }

    /// The salesperson of the order or document that a finding is about.
    private func salesperson(_ finding: Finding) -> String? {
        let month = examination.month
        let customer = finding.party.flatMap { month.texts.find($0) }
        for part in finding.key {
            guard let symbol = month.texts.find(part.value) else { continue }
            let found: Symbol
            switch part.name {
            case "orderNumber": found = salesperson(ofOrder: symbol, of: customer ?? .none)
            case "documentNumber": found = salesperson(ofDocument: symbol)
            default: continue
            }
            if !found.isNone { return month.text(found) }
        }
        guard let known = customer.flatMap({ salespeople[$0] }), !known.isNone else { return nil }
        return month.text(known)
    }

    private func salesperson(ofOrder number: Symbol, of customer: Symbol) -> Symbol {
        let orders = examination.orders
        guard let place = orders.place(of: number, for: customer) else { return .none }
        return orders.orders[place].rows.lazy.map { orders.table.symbol(.salesperson, $0) }.first { !$0.isNone }
            ?? .none
    }

    private func salesperson(ofDocument number: Symbol) -> Symbol {
        let receivables = examination.month[.receivables]
        if let match = try? examination.receivables(), let place = match.place(of: number) {
            let own = match.pairs[place].rows.lazy.map { receivables.symbol(.salesperson, $0) }.first { !$0.isNone }
            if let own { return own }
        }
        guard let document = try? examination.documents().document(number) else { return .none }
        return salesperson(ofOrder: document.basis, of: document.customer)
    }
}
