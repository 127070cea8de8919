import Books

extension ReceiptDiagnosis {
    /// That two receipts have each other's customer: the ledger books each to the other's, and no further one so.
    func exchanged(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        guard let booked = bookedTo(receipt) else { return [] }
        func partners(_ keyed: Symbol, _ booked: Symbol) -> [ReceiptAllocation.Receipt] {
            (bookedElsewhere[keyed] ?? []).filter { bookedTo($0) == booked }
        }
        let others = partners(booked, receipt.customer)
        guard others.count == 1, let other = others.first, partners(receipt.customer, booked).count == 1 else {
            return []
        }
        let own = month.text(receipt.customer), theirs = month.text(booked)
        return [
            Cause(
                .otherCustomer, explains: finding.difference,
                Phrase(
                    "回款 \(name(receipt)) 与 \(name(other)) 的客户正好对调：明细账把 \(name(receipt)) \(receipt.amount) 记给「\(theirs)」，把 \(name(other)) \(other.amount) 记给「\(own)」。很可能是登记回款时写反了。",
                    "Receipts \(name(receipt)) and \(name(other)) have each other's customer: the ledger books \(name(receipt)) of \(receipt.amount) to “\(theirs)” and \(name(other)) of \(other.amount) to “\(own)”. Most likely they were exchanged when they were keyed."
                ), sources: [source(receipt, .customer), source(other, .customer)])
        ]
    }
}
