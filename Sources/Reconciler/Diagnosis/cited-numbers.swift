import Books

/// A document that a receipt most likely meant, which cites one that nobody has, that another customer owes, or that owes
/// less.
struct MeantDocument {
    let pair: Int
    /// What the receipt cites instead.
    let cited: String
    let slip: KeySlip
}

extension ReceiptAllocation.Receipt {
    /// Whether what it cites may be wrong: no document has the number, it is another customer's, or it owes less.
    var mayCiteWrongly: Bool { self.over > .zero || !self.unknownCitations.isEmpty || !self.othersCited.isEmpty }

    /// What of it looks for another document than the ones cited: of one that owes less, all of it.
    fileprivate var misplaced: Amount { self.over > .zero ? amount : unapplied }
}

extension ReceiptDiagnosis {
    /// The documents that a receipt may have meant, each of which fits exactly; none where more than three do.
    ///
    /// Of those whose number is one slip or one digit away, the ones that have open just what is left of the receipt; else the
    /// only one that is one slip away and of which the receipt could be a part.
    func meant(_ receipt: ReceiptAllocation.Receipt) -> [MeantDocument] {
        let alike = alike(receipt)
        let exact = alike.filter { open($0.pair) == receipt.misplaced }
        if !exact.isEmpty { return exact.count <= 3 ? exact : [] }
        let slipped = alike.filter { $0.slip.isTelling }
        guard slipped.count == 1, let only = slipped.first, open(only.pair) > receipt.misplaced else { return [] }
        return [only]
    }

    /// The customer's documents whose numbers are one slip or one digit away from what the receipt cites wrongly.
    private func alike(_ receipt: ReceiptAllocation.Receipt) -> [MeantDocument] {
        if receipt.misplaced <= .zero { return [] }
        return cited(receipt).flatMap { number -> [MeantDocument] in
            let own = near(number).filter { pairs[$0].customer == receipt.customer }
            return own.sorted { month.rank(pairs[$0].number) < month.rank(pairs[$1].number) }.compactMap { place in
                KeySlip.orDigit(number, month.text(pairs[place].number)).map {
                    MeantDocument(pair: place, cited: number, slip: $0)
                }
            }
        }
    }

    /// The numbers that it cites and that may be wrong.
    private func cited(_ receipt: ReceiptAllocation.Receipt) -> [String] {
        if receipt.over > .zero { return [month.text(month[.receipts].symbol(.appliesTo, receipt.row))] }
        return receipt.unknownCitations + receipt.othersCited.map { month.text(pairs[$0].number) }
    }

    /// It cites a number that is not right, and these are what it may have meant.
    func otherNumber(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        let meant = meant(receipt)
        return meant.map { document in
            let likely =
                meant.count == 1
                ? Phrase("很可能是", "most likely it means") : Phrase("可能是（有几张都合适）", "it may mean (several fit)")
            return Cause(
                .otherNumber, explains: finding.difference,
                Phrase(
                    "写的核销单号 \(document.cited) \(wrong(receipt, document).chinese)，\(likely.chinese)该客户的 \(number(document.pair))：\(fit(receipt, document).chinese)。",
                    "It cites \(document.cited), \(wrong(receipt, document).english); \(likely.english) this customer's \(number(document.pair)): \(fit(receipt, document).english)."
                ),
                sources: [source(receipt, .appliesTo)] + sources(pairs[document.pair]))
        }
    }

    /// That a receipt most likely meant a document that is still open.
    func citedWrongly(
        _ receipt: ReceiptAllocation.Receipt, _ document: MeantDocument, _ finding: Finding
    ) -> Cause {
        Cause(
            .otherNumber, explains: open(document.pair) == receipt.misplaced ? finding.difference : nil,
            Phrase(
                "回款 \(name(receipt)) \(receipt.amount) 写的核销单号 \(document.cited) \(wrong(receipt, document).chinese)，付的很可能就是这张：\(fit(receipt, document).chinese)。",
                "Receipt \(name(receipt)) of \(receipt.amount) cites \(document.cited), \(wrong(receipt, document).english); most likely it paid this: \(fit(receipt, document).english)."
            ),
            sources: [source(receipt, .appliesTo)] + sources(pairs[document.pair]))
    }

    /// What a receipt that cites wrongly comes nearest to, and what was in the way of paying it.
    func nearestCited(_ receipt: ReceiptAllocation.Receipt) -> NearestCandidate? {
        let alike = alike(receipt)
        if let place = (meant(receipt).first ?? alike.first { $0.slip.isTelling })?.pair {
            return nearest(receipt, place, alike.first { $0.pair == place })
        }
        let own = documents(open: receipt.misplaced).filter { pairs[$0].customer == receipt.customer }
            .sorted { month.rank(pairs[$0].number) < month.rank(pairs[$1].number) }
        guard own.count <= 1 else {
            return NearestCandidate(
                Phrase(list(own), list(own)),
                obstacle: Phrase(
                    "同一客户、同一金额的有 \(own.count) 张，写的单号却都不是，无法认定是哪一张",
                    "\(own.count) documents have the same customer and amount, and it cites none of them: which one cannot be told"
                ), sources: own.prefix(3).flatMap { sources(pairs[$0]) })
        }
        return own.first.flatMap { nearest(receipt, $0, nil) }
    }

    private func nearest(
        _ receipt: ReceiptAllocation.Receipt, _ place: Int, _ document: MeantDocument?
    ) -> NearestCandidate {
        let cited = document?.cited ?? cited(receipt).first ?? ""
        let number =
            document.map { Phrase("（\($0.slip.words.chinese)）", " (\($0.slip.words.english))") } ?? Phrase("", "")
        let amount = amount(receipt, place)
        return NearestCandidate(
            Phrase(list([place]), list([place])),
            obstacle: Phrase(
                "写的是 \(cited)，单号不同\(number.chinese)，不能自动核销；同一客户，\(amount.chinese)",
                "it cites \(cited), another number\(number.english), so it is not paid without you; the same customer, \(amount.english)"
            ),
            sources: sources(pairs[place]))
    }

    // MARK: In words

    private func number(_ place: Int) -> String { month.text(pairs[place].number) }

    private func list(_ places: [Int]) -> String {
        places.prefix(3).map { "\(number($0)) \(open($0))" }.joined(separator: "、") + (places.count > 3 ? "…" : "")
    }

    private func wrong(_ receipt: ReceiptAllocation.Receipt, _ document: MeantDocument) -> Phrase {
        if receipt.over > .zero { return Phrase("欠的没有这么多", "which owes less") }
        return receipt.unknownCitations.contains(document.cited)
            ? Phrase("不存在", "which does not exist") : Phrase("是别的客户的", "which is another customer's")
    }

    private func fit(_ receipt: ReceiptAllocation.Receipt, _ document: MeantDocument) -> Phrase {
        let slip = document.slip.words, amount = amount(receipt, document.pair)
        return Phrase("\(slip.chinese)，\(amount.chinese)", "\(slip.english), \(amount.english)")
    }

    private func amount(_ receipt: ReceiptAllocation.Receipt, _ place: Int) -> Phrase {
        let open = open(place)
        if open == receipt.misplaced { return Phrase("金额也正好是 \(open)", "and the amount is exactly \(open)") }
        return open > receipt.misplaced
            ? Phrase("这张还有 \(open) 没有回款", "of which \(open) is still unpaid")
            : Phrase("但这张只有 \(max(open, .zero)) 没有回款", "but only \(max(open, .zero)) of it is unpaid")
    }
}

extension KeySlip {
    /// Whether two numbers that differ so are most likely one: neighbours in a series differ by a digit.
    var isTelling: Bool {
        if case .replaced = self { return false }
        return true
    }
}
