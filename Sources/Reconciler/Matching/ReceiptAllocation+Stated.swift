import Books

/// Several documents that a receipt names together, as a range or by their last digits, or in its remark.
extension ReceiptAllocation {
    /// The documents of a citation that is not written out number by number; `nil` where it is, or where it cannot be read
    /// for certain: each must be the customer's own, and what is not written out must come to the receipt exactly.
    func statedPairs(
        _ place: Int, _ text: String, _ month: Month, _ documents: DocumentBook
    ) throws(Overflow) -> [Int]? {
        let (stated, own) = read(text, receipts[place].customer, month, documents)
        guard let own, own.count > 1, stated.hasRange || stated.isAbbreviated else { return nil }
        if stated.isAbbreviated, try !isExactly(receipts[place].unapplied, own) { return nil }
        return own
    }

    /// Pays what a receipt without a citation names in its remark, where that is exactly the receipt.
    mutating func applyRemark(_ place: Int, _ month: Month, _ documents: DocumentBook) throws(Overflow) {
        let remark = month[.receipts].symbol(.remark, receipts[place].row)
        guard !remark.isNone, receipts[place].amount > .zero,
            let own = read(month.text(remark), receipts[place].customer, month, documents).own, !own.isEmpty,
            try isExactly(receipts[place].unapplied, own)
        else { return }
        for pair in own { try pay(place, pair, try match.pairs[pair].due - paid[pair], .cited) }
    }

    /// What a text names, and the documents meant; none where one of them is not on file, is named twice, or is another's.
    private func read(
        _ text: String, _ customer: Symbol, _ month: Month, _ documents: DocumentBook
    ) -> (stated: StatedNumbers, own: [Int]?) {
        func places(_ number: String) -> [Int] {
            month.texts.find(number).map { match.places(citedAs: $0, by: customer, documents) } ?? []
        }
        let stated = StatedNumbers(text) { !places($0).isEmpty }
        let own = stated.numbers.flatMap(places)
        guard stated.isWhole, Set(own).count == own.count, own.allSatisfy({ match.pairs[$0].customer == customer })
        else {
            return (stated, nil)
        }
        return (stated, own)
    }

    /// Whether what is still to be paid of some documents comes to a sum.
    private func isExactly(_ amount: Amount, _ pairs: [Int]) throws(Overflow) -> Bool {
        var sum = Amount.zero
        for pair in pairs { sum = try sum + match.pairs[pair].due - paid[pair] }
        return sum == amount
    }
}
