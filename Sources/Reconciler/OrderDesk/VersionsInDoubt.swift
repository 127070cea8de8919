import Books

extension Examination {
    /// The orders of which it is not certain which version counts, and those of two customers under one number.
    ///
    /// A version that is dated later than every other replaces them; so does a cancelled one of the same lines. Anything
    /// else is a guess, unless the versions say the same.
    var numbersInDoubt: Set<Symbol> {
        Set(orders.resends.filter(isInDoubt).map(\.number))
    }

    private func isInDoubt(_ resend: OrderBook.Resend) -> Bool {
        switch resend.kind {
        case .otherCustomer: true
        case .continued: false
        case .changed: !isNewest(resend)
        case .same: !headChanges(resend).isEmpty && !isNewest(resend) && !orders.isCancelled(resend.counted)
        }
    }

    /// Whether the version that counts is dated later than every other.
    private func isNewest(_ resend: OrderBook.Resend) -> Bool {
        func newest(_ rows: GroupedRows) -> Day? { rows.compactMap { orders.table.day(.orderDate, $0) }.max() }
        guard let counted = newest(resend.counted) else { return false }
        return resend.others.allSatisfy { other in newest(other).map { $0 < counted } ?? false }
    }

    /// What versions of the same lines say otherwise: the delivery date, the address; each thing once.
    func headChanges(_ resend: OrderBook.Resend) -> [Phrase] {
        var seen: Set<Phrase> = []
        return resend.others.flatMap { OrderChanges.heads(self, from: $0, to: resend.counted) }.filter {
            seen.insert($0).inserted
        }
    }
}
