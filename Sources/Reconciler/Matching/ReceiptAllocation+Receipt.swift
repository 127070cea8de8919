import Books

extension ReceiptAllocation {
    /// One receipt (one or more rows of the same number that cite different documents).
    ///
    /// A month has a hundred thousand, nearly all of which pay what they cite: what only the others have to say stands apart.
    @dynamicMemberLookup struct Receipt {
        private let rowNumber: Int32
        let customer: Symbol
        let amount: Amount
        var unapplied: Amount
        /// The documents it paid for, how much each, and how that was found.
        var paid: [(pair: Int, amount: Amount, stage: Stage)] = []
        /// One where anything is out of the ordinary, else none.
        private var exceptions: [Exceptions] = []

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
            unapplied > .zero && (exceptions.isEmpty || self.othersCited.isEmpty && self.unknownCitations.isEmpty)
        }

        subscript<Value>(dynamicMember exception: WritableKeyPath<Exceptions, Value>) -> Value {
            get { (exceptions.first ?? Exceptions())[keyPath: exception] }
            set {
                var own = exceptions.first ?? Exceptions()
                own[keyPath: exception] = newValue
                exceptions = own == Exceptions() ? [] : [own]
            }
        }
    }

    /// What is out of the ordinary about a receipt.
    struct Exceptions: Equatable {
        /// What a cited document was paid beyond what it owed.
        var over = Amount.zero
        /// The numbers it cites that no document has.
        var unknownCitations: [String] = []
        /// The documents it cites that another customer owes; it does not pay them.
        var othersCited: [Int] = []
        /// Why no set was taken, where it cites nothing and none was.
        var open: Open?
        /// Whether some of the documents taken could be exchanged for others of the same amount; the oldest were taken.
        var isFree = false
        /// Whether it is money paid back, and nothing says for what.
        var isUnexplainedRefund = false
        /// What it differs by from the documents taken, within the tolerance.
        var tolerated = Amount.zero
    }
}
