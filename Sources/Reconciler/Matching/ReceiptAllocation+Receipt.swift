import Books

extension ReceiptAllocation {
    /// One receipt (one or more rows of the same number that cite different documents).
    ///
    /// A month has a hundred thousand, nearly all of which pay what they cite: what only the others have to say stands apart.
    struct Receipt {
        private let rowNumber: Int32
        let customer: Symbol
        let amount: Amount
        var unapplied: Amount
        /// The documents it paid for, how much each, and how that was found.
        var paid: [(pair: Int, amount: Amount, stage: Stage)] = []
        /// One where anything is out of the ordinary, else none.
        private var exceptional: [Exceptions] = []

        init(row: Int, customer: Symbol, amount: Amount) {
            rowNumber = Int32(truncatingIfNeeded: row)
            self.customer = customer
            self.amount = amount
            unapplied = amount
        }

        var row: Int { Int(rowNumber) }

        /// Whether what is left of it is to find documents by itself: what says what it pays is not put elsewhere, though
        /// nobody knows the number or it is another customer's.
        var isToApply: Bool {
            unapplied > .zero && (exceptional.isEmpty || othersCited.isEmpty && unknownCitations.isEmpty)
        }

        private var exceptions: Exceptions {
            get { exceptional.first ?? Exceptions() }
            set { exceptional = newValue == Exceptions() ? [] : [newValue] }
        }

        /// What a cited document was paid beyond what it owed.
        var over: Amount {
            get { exceptions.over }
            set { exceptions.over = newValue }
        }
        /// The numbers it cites that no document has.
        var unknownCitations: [String] {
            get { exceptions.unknownCitations }
            set { exceptions.unknownCitations = newValue }
        }
        /// The documents it cites that another customer owes; it does not pay them.
        var othersCited: [Int] {
            get { exceptions.othersCited }
            set { exceptions.othersCited = newValue }
        }
        /// Why no set was taken, where it cites nothing and none was.
        var open: Open? {
            get { exceptions.open }
            set { exceptions.open = newValue }
        }
        /// Whether some of the documents taken could be exchanged for others of the same amount; the oldest were taken.
        var isFree: Bool {
            get { exceptions.isFree }
            set { exceptions.isFree = newValue }
        }
        /// Whether it is money paid back, and nothing says for what.
        var isUnexplainedRefund: Bool {
            get { exceptions.isUnexplainedRefund }
            set { exceptions.isUnexplainedRefund = newValue }
        }
        /// What it differs by from the documents taken, within the tolerance.
        var tolerated: Amount {
            get { exceptions.tolerated }
            set { exceptions.tolerated = newValue }
        }
    }

    /// What is out of the ordinary about a receipt.
    private struct Exceptions: Equatable {
        var over = Amount.zero
        var unknownCitations: [String] = []
        var othersCited: [Int] = []
        var open: Open?
        var isFree = false
        var isUnexplainedRefund = false
        var tolerated = Amount.zero
    }
}
