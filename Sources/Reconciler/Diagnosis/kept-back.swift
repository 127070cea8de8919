import Books

extension ReceiptDiagnosis {
    /// That what was kept back of a receipt is not noted on the receivable that it settles.
    func keptBack(_ place: Int, _ finding: Finding) throws(Overflow) -> [Cause] {
        var sum = Amount.zero
        var kept: [StatedCharge] = []
        for receipt in receipts(paying: place) {
            guard let charge = allocation.charge(receipt.row) else { continue }
            kept.append(charge)
            sum = try sum + charge.amount
        }
        guard !kept.isEmpty, finding.difference == .amount(sum.negated) else { return [] }
        return [
            cause(
                finding, kept,
                Phrase("应收登记的已收没有算上扣掉的 \(sum)", "what is called received leaves out the \(sum) that was kept back"))
        ]
    }

    /// That the ledger books more for a receipt by what it says was kept back, or less by what the receipt says was.
    func keptBack(ofReceipt number: String, _ finding: Finding) throws(Overflow) -> [Cause] {
        guard let symbol = month.texts.find(number) else { return [] }
        if let booked = booked[symbol], finding.difference == .amount(booked.amount) {
            return [
                cause(
                    finding, [booked],
                    Phrase(
                        "同一凭证另外记了扣掉的 \(booked.amount)，应收和回款没有算上",
                        "the voucher books \(booked.amount) as kept back, which receivables and receipts leave out"))
            ]
        }
        return receipts(of: number).compactMap { receipt in
            guard let charge = allocation.charge(receipt.row), charge.place != .ledger,
                finding.difference == .amount(charge.amount.negated)
            else { return nil }
            return cause(
                finding, [charge],
                Phrase("扣掉的 \(charge.amount) 没有入账", "the \(charge.amount) that was kept back is not booked"))
        }
    }

    private func cause(_ finding: Finding, _ kept: [StatedCharge], _ what: Phrase) -> Cause {
        let names = kept.prefix(3).map(name)
        return Cause(
            .charge, explains: finding.difference,
            Phrase(
                "\(what.chinese)（\(names.map(\.chinese).joined(separator: "、"))）。",
                "Most likely \(what.english) (\(names.map(\.english).joined(separator: ", ")))."),
            sources: kept.prefix(4).map(source))
    }

    /// Where it is stated, and as what.
    private func name(_ charge: StatedCharge) -> Phrase {
        let ledger = month[.ledger]
        switch charge.place {
        case .column: return Phrase("回款表的手续费栏", "the receipts' column for charges")
        case .remark: return Phrase("回款的备注", "the receipt's remark")
        case .ledger:
            let account = ledger.symbol(.accountName, charge.row)
            let shown = month.text(account.isNone ? ledger.symbol(.accountCode, charge.row) : account)
            let voucher = month.text(ledger.symbol(.voucherNumber, charge.row))
            return Phrase("明细账 \(voucher)「\(shown)」", "the ledger's \(voucher), “\(shown)”")
        }
    }

    private func source(_ charge: StatedCharge) -> Source {
        let table = month[charge.place == .ledger ? .ledger : .receipts]
        let field: Field =
            switch charge.place {
            case .ledger: .debit
            case .column: .charge
            case .remark: .remark
            }
        return Source(role: table.kind.rawValue, reference: month.cell(table.origins[charge.row], field))
    }
}
