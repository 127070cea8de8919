import Books

/// Money that was keyed under the wrong customer: whoever has it too much and whoever lacks it name each other.
extension ReceiptDiagnosis {
    /// The documents of other customers that a receipt most likely paid: those that it cites; else the only one of which just
    /// as much is open, or the only ones of the customer that the ledger books it to.
    func ofOthers(_ receipt: ReceiptAllocation.Receipt) -> [Int] {
        if !receipt.othersCited.isEmpty { return receipt.othersCited }
        let others = documents(open: receipt.unapplied).filter { pairs[$0].customer != receipt.customer }
        if others.count == 1 { return others }
        let booked = bookedTo(receipt).map { customer in others.filter { pairs[$0].customer == customer } } ?? []
        return booked.count <= 3 ? booked : []
    }

    /// A receipt that cites another customer's document, or that is just what one of them owes.
    func otherCustomer(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        if !receipt.othersCited.isEmpty {
            return receipt.othersCited.prefix(3).map { citedOther(receipt, $0, finding) }
        }
        return ofOthers(receipt).map { place in
            let pair = pairs[place], booked = booked(receipt, to: pair.customer)
            return Cause(
                .otherCustomer, explains: finding.difference,
                Phrase(
                    "「\(month.text(pair.customer))」的 \(month.text(pair.number)) 正好有 \(receipt.unapplied) 没有回款\(booked.chinese)：可能串了户。",
                    "Exactly \(receipt.unapplied) of “\(month.text(pair.customer))”'s \(month.text(pair.number)) is paid by no receipt\(booked.english): perhaps it is their money."
                ), sources: [source(receipt, .customer)] + sources(pair))
        }
    }

    private func citedOther(_ receipt: ReceiptAllocation.Receipt, _ place: Int, _ finding: Finding) -> Cause {
        let pair = pairs[place]
        return Cause(
            .otherCustomer, explains: finding.difference,
            Phrase(
                "写的核销单号 \(month.text(pair.number)) 是「\(month.text(pair.customer))」的单据，不是付款客户的，没有核销。",
                "It cites \(month.text(pair.number)), which is “\(month.text(pair.customer))”'s document and not the payer's, so it was not paid."
            ),
            sources: [source(receipt, .appliesTo)] + sources(pair))
    }

    /// That another customer's money most likely paid a document that is still open.
    func paidByOther(_ receipt: ReceiptAllocation.Receipt, _ place: Int, _ finding: Finding) -> Cause {
        let payer = month.text(receipt.customer)
        let booked =
            bookedTo(receipt) == pairs[place].customer
            ? Phrase("，明细账记在本单的客户名下", " and the ledger books it to this customer") : Phrase("", "")
        let isExact = finding.difference == .amount(receipt.unapplied.negated)
        let how =
            receipt.othersCited.contains(place)
            ? Phrase("写的就是这张", "cites this document") : Phrase("正好是这个数", "is exactly as much")
        return Cause(
            .otherCustomer, explains: isExact ? finding.difference : nil,
            Phrase(
                "「\(payer)」名下的回款 \(name(receipt)) 有 \(receipt.unapplied) 无处核销，\(how.chinese)\(booked.chinese)：可能登记错了客户。",
                "Of receipt \(name(receipt)) of “\(payer)” \(receipt.unapplied) finds nothing to pay; it \(how.english)\(booked.english): perhaps it was keyed under the wrong customer."
            ), sources: [source(receipt, .customer)] + sources(pairs[place]))
    }

    /// That the receipt, and not the ledger, has the wrong customer: the ledger's owes just as much.
    func wrongCustomer(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        guard receipt.unapplied > .zero, let booked = bookedTo(receipt) else { return [] }
        return ofOthers(receipt).filter { pairs[$0].customer == booked }.prefix(3).map { place in
            let pair = pairs[place]
            return Cause(
                .otherCustomer, explains: nil,
                Phrase(
                    "这笔 \(receipt.unapplied) 在登记的客户名下无处核销，账上的客户「\(month.text(booked))」的 \(month.text(pair.number)) 正好有这么多没有回款：多半是回款登记错了客户。",
                    "These \(receipt.unapplied) find nothing to pay under the receipt's customer, and “\(month.text(booked))”, to whom they are booked, has just as much unpaid on \(month.text(pair.number)): most likely the receipt names the wrong customer."
                ), sources: [source(receipt, .customer)] + sources(pair))
        }
    }

    private func booked(_ receipt: ReceiptAllocation.Receipt, to customer: Symbol) -> Phrase {
        bookedTo(receipt) == customer
            ? Phrase("，明细账也记在该客户名下", " and the ledger books it to them") : Phrase("", "")
    }
}
