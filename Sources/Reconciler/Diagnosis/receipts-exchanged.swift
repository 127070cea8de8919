import Books

extension ReceiptDiagnosis {
    /// That two receipts have each other's customer: the ledger books each to the other's, and no further one so.
    func exchanged(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        guard let booked = bookedTo(receipt) else { return exchangedAmounts(receipt, finding) }
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

    /// That two receipts without a number most likely have each other's customer: each is just what the other's customer paid
    /// a document with, and only with each other is either of them whole.
    private func exchangedAmounts(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        func whole(_ own: ReceiptAllocation.Receipt) -> (pair: Int, room: Amount)? {
            guard own.paid.count == 1, let part = own.paid.first, part.stage != .cited, own.amount > .zero else {
                return nil
            }
            return (part.pair, allocation.capacity[part.pair])
        }
        guard let own = whole(receipt), own.room != receipt.amount else { return [] }
        let others = uncited(own.room).filter { other in
            other.customer != receipt.customer && whole(other)?.room == receipt.amount
        }
        let alike = uncited(receipt.amount).count { $0.customer == receipt.customer }
        guard others.count == 1, let other = others.first, alike == 1, let theirs = whole(other) else { return [] }
        let (here, there) = (month.text(pairs[own.pair].number), month.text(pairs[theirs.pair].number))
        return [
            Cause(
                .otherCustomer, explains: finding.difference,
                Phrase(
                    "回款 \(name(receipt)) \(receipt.amount) 正好是「\(month.text(other.customer))」的 \(there)，\(name(other)) \(other.amount) 正好是「\(month.text(receipt.customer))」的 \(here)：两笔的客户很可能写反了。",
                    "Receipt \(name(receipt)) of \(receipt.amount) is exactly \(there) of “\(month.text(other.customer))”, and \(name(other)) of \(other.amount) exactly \(here) of “\(month.text(receipt.customer))”: most likely the two have each other's customer."
                ), sources: [source(receipt, .customer), source(other, .customer)])
        ]
    }
}
