import Books

extension Rule {
    static let receiptUnapplied = Rule(
        "receipt.unapplied", .missing, owner: .finance, tie: .receivableReceipts,
        title: Phrase("回款无处核销", "Receipt without a document"),
        meaning: Phrase(
            "回款先核销它写明的单据；写明的单号没有这张单据、或是别的客户的，不另找单据，报在这里；没写的，找该客户唯一一组金额正好相等的单据；再不行按先后顺序核销。仍剩下的报在这里；退款（负数）说不清退的是哪笔的也报。整张表都是别的月份的不算。",
            "A receipt pays the documents it cites; where no document has the number, or it is another customer's, no other is paid for it and it is reported. Without a number it pays the only set of the customer's documents that adds up exactly; else the oldest first. What is left is reported, and so is money paid back (a negative receipt) of which nothing says what for. What stands on a sheet of another month does not count."
        ),
        books: [.receivables, .receipts]
    ) { examination, findings throws(Overflow) in
        let table = examination.month[.receipts], pairs = try examination.receivables().pairs
        for receipt in try examination.receipts().receipts
        where receipt.unapplied > .zero || receipt.isUnexplainedRefund {
            if examination.otherMonths.contains(receipt.row, of: table) { continue }
            let words = words(receipt, examination, pairs)
            findings.add(
                key: [findings.part(.receiptNumber, table.symbol(.receiptNumber, receipt.row))],
                party: receipt.customer,
                expected: .amount(receipt.amount), actual: .amount(try receipt.amount - receipt.unapplied),
                difference: .amount(receipt.unapplied.negated), amount: receipt.unapplied,
                sources: [findings.source(table, receipt.row, .amount)],
                words.chinese, words.english)
        }
    }

    private static func words(
        _ receipt: ReceiptAllocation.Receipt, _ examination: Examination, _ pairs: [ReceivableMatch.Pair]
    ) -> Phrase {
        let payer = stranger(receipt, examination)
        if receipt.amount < .zero, let unpaid = unpaid(receipt, examination) {
            return Phrase(
                "退款 \(receipt.amount) 写明的单据 \(unpaid) 没有收过款，没有可退的。\(payer.chinese)请财务核对单号，或查明原来的收款。",
                "\(receipt.amount) was paid back on \(unpaid), for which nothing was received.\(payer.english) Is it the wrong number, or is the receipt missing?"
            )
        }
        if receipt.amount < .zero {
            return Phrase(
                "退款 \(receipt.amount) 没写退的是哪张单据，也找不到同样金额的回款或红字单据。\(payer.chinese)请财务补上核销单号。",
                "\(receipt.amount) was paid back; it cites nothing, and no receipt and no credit note comes to as much.\(payer.english) Say what it was for."
            )
        }
        let paid = receipt.paid.prefix(6).map { "\(examination.month.text(pairs[$0.pair].number)) \($0.amount)" }
            .joined(separator: ", ")
        let guessed = receipt.paid.contains { $0.stage == .oldestFirst }
        let unknown = unknown(receipt, examination)
        return Phrase(
            "回款 \(receipt.amount) 中 \(receipt.unapplied) 找不到可核销的应收。\(payer.chinese)\(unknown.chinese)\(paid.isEmpty ? "" : "其余\(guessed ? "按先后" : "")核销 \(paid)。")请财务查明是预收、串户还是漏记应收。",
            "\(receipt.unapplied) of \(receipt.amount) finds nothing to pay.\(payer.english)\(unknown.english)\(paid.isEmpty ? "" : " The rest paid \(paid)\(guessed ? ", oldest first" : "").") Is it an advance, another customer's money, or a receivable not booked?"
        )
    }

    /// The documents that money paid back cites, where there are any.
    private static func unpaid(_ receipt: ReceiptAllocation.Receipt, _ examination: Examination) -> String? {
        let month = examination.month, cited = month.text(month[.receipts].symbol(.appliesTo, receipt.row))
        guard let match = try? examination.receivables() else { return nil }
        let known = ([cited] + Parties.split(cited)).filter {
            month.texts.find($0).flatMap { match.place(of: $0, for: receipt.customer) } != nil
        }
        return known.isEmpty ? nil : Set(known).sorted().joined(separator: "、")
    }

    /// What it cites and no document has: an order's number of which nothing is owed yet, or a number that nobody has.
    private static func unknown(_ receipt: ReceiptAllocation.Receipt, _ examination: Examination) -> Phrase {
        let isOrder = { (number: String) in
            examination.month.texts.find(number).flatMap { examination.orders.place(of: $0, for: receipt.customer) }
                != nil
        }
        let orders = receipt.unknownCitations.filter(isOrder).joined(separator: ", ")
        let nobodys = receipt.unknownCitations.filter { !isOrder($0) }.joined(separator: ", ")
        return Phrase(
            (orders.isEmpty ? "" : "写明的 \(orders) 是订单，还没有出库或应收。")
                + (nobodys.isEmpty ? "" : "写明的单号 \(nobodys) 不存在，没有另找单据核销。"),
            (orders.isEmpty ? "" : " It cites the order \(orders), for which nothing is delivered or owed yet.")
                + (nobodys.isEmpty
                    ? "" : " It cites \(nobodys), which does not exist; no other document was paid for it."))
    }

    /// That the payer is not on file, where there is a file.
    private static func stranger(_ receipt: ReceiptAllocation.Receipt, _ examination: Examination) -> Phrase {
        guard examination.parties.hasFile, examination.parties.record(receipt.customer) == nil else {
            return Phrase("", "")
        }
        let name = examination.month.text(receipt.customer)
        return Phrase("付款客户「\(name)」不在客户档案里。", " The payer “\(name)” is not on file.")
    }
}
