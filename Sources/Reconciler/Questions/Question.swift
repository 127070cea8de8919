public import Books

/// One thing to ask one person, and what the answer clears.
public struct Question: Hashable, Sendable {
    /// Whom to ask.
    public let role: Role
    /// His name, or the warehouse's or customer's, where it is known.
    public let name: String?
    /// Who sees to it that it is asked and the answer entered.
    public let owner: Owner
    /// What it is about: its subject and the document, customer or warehouse. No two questions share it.
    public let key: String
    /// The question, as a person would put it.
    public let words: Phrase
    /// The money that its findings speak of, without signs; several findings about the same thing count once, by the
    /// largest.
    public let clears: Amount
    /// The findings that the answer settles, by their places in the result's findings, ascending.
    public let findings: [Int]

    /// Who can be asked.
    public enum Role: String, CaseIterable, Hashable, Sendable {
        case customer, salesperson, warehouse, finance, clerk

        /// What people call it.
        public var words: Phrase {
            switch self {
            case .customer: Phrase("客户", "Customer")
            case .salesperson: Phrase("业务员", "Salesperson")
            case .warehouse: Phrase("仓库", "Warehouse")
            case .finance: Phrase("财务", "Finance")
            case .clerk: Phrase("开单员", "Clerk")
            }
        }
    }
}

extension Question {
    /// The order in which questions are asked: most money first, then most findings, then by key.
    ///
    /// No finding belongs to two questions, so taking the largest each time clears the most with any number of them.
    static func comesFirst(_ left: Question, _ right: Question) -> Bool {
        if left.clears != right.clears { return left.clears > right.clears }
        if left.findings.count != right.findings.count { return left.findings.count > right.findings.count }
        return left.key < right.key
    }
}
