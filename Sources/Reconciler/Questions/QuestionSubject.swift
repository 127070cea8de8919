import Books

/// What one question can be about: which findings an answer settles together, and whom it is put to.
enum QuestionSubject: String, CaseIterable {
    // To a customer: which of his documents a payment is for, and when he pays the rest.
    case account
    // To a salesperson.
    case order, basis, signature, charge
    // To the warehouse.
    case shipment, recount, uncounted, stockBook, paper
    // To finance.
    case document, receipt, voucher, control
    // To whoever sent or keys it.
    case keying, file

    /// The subject of a finding's code; `nil` where there is nothing to ask.
    init?(_ finding: Finding) {
        if finding.findingClass == .tolerated || finding.findingClass == .tied { return nil }
        // What only follows from a receivable that is too low is asked with that one, and what was paid back is answered.
        if let kind = finding.causes.first?.kind, [.receivableTooLow, .refunded, .paidAhead].contains(kind) {
            return nil
        }
        // Only sales knows whether an order was meant twice.
        if finding.code == "dispatch.missing", finding.causes.first?.kind == .documentTwice {
            self = .order
            return
        }
        // What was paid back on nothing that is known is finance's own.
        if finding.code == "receipt.unapplied", finding.amount.map({ $0 < .zero }) ?? false {
            self = .receipt
            return
        }
        // A charge is no goods: the warehouse has nothing to ship.
        if finding.code == "dispatch.missing", finding.owner == .sales {
            self = .charge
            return
        }
        // Nobody shipped it, and it came back all the same.
        if ["dispatch.quantity-short", "document.reversal-unpaired"].contains(finding.code), finding.owner == .sales {
            self = .basis
            return
        }
        // What was given free, or which of an order's lines holds, is not the warehouse's to say.
        if finding.code.hasPrefix("dispatch."), let kind = finding.causes.first?.kind,
            [.freeGoods, .orderLineChanged, .returned, .exchanged].contains(kind)
        {
            self = .order
            return
        }
        switch finding.code {
        // These clear by themselves next month, and what moved after a count has been rolled back.
        case "dispatch.not-due", "dispatch.next-period", "stock.after-count": return nil
        case "receivable.cash-uncollected", "receivable.overdue", "receipt.unapplied", "receipt.over-applied":
            self = .account
        case "receivable.unsigned": self = .signature
        case "dispatch.without-order", "document.return-without-price": self = .basis
        case "dispatch.missing", "dispatch.quantity-short", "dispatch.quantity-over", "dispatch.late": self = .shipment
        case "dispatch.price-difference", "dispatch.customer-mismatch": self = .keying
        case "stock.not-counted": self = .uncounted
        case "stock.rollforward-difference", "stock.negative": self = .stockBook
        case "receipt.duplicate", "receipt.offset-unapproved": self = .receipt
        case "ledger.unbalanced-voucher": self = .voucher
        case "ledger.control-difference": self = .control
        default:
            switch finding.code.prefix(while: { $0 != "." }) {
            case "order", "invoice": self = .order
            case "document", "waybill": self = .paper
            case "stock": self = .recount
            case "receivable", "ledger": self = .document
            case "receipt": self = .receipt
            case "file": self = .file
            default: self = .document
            }
        }
    }

    /// Whom it is put to.
    var role: Question.Role {
        switch self {
        case .account: .customer
        case .order, .basis, .signature, .charge: .salesperson
        case .shipment, .recount, .uncounted, .stockBook, .paper: .warehouse
        case .document, .receipt, .voucher, .control: .finance
        case .keying, .file: .clerk
        }
    }

    /// Who sees to it.
    var owner: Owner {
        switch role {
        case .customer, .salesperson: .sales
        case .warehouse: .warehouse
        case .finance: .finance
        case .clerk: .clerk
        }
    }
}
