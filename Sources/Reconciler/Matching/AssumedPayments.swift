import Books

/// Receipts that cite nothing, could have paid other documents as well, and are used up: nothing is left of them to
/// report, so it is said which documents they were taken to pay.
///
/// Where the customer's terms pay the oldest first, the terms say it and nothing was assumed.
enum AssumedPayments {
    /// More than these are counted and not named.
    static let mostNamed = 20

    static func said(_ examination: Examination) -> [NotChecked] {
        guard let receipts = try? examination.receipts().receipts, let items = try? examination.openItems() else {
            return []
        }
        let byTerms = Set(items.filter { isOldestFirst($0.settlement) }.map(\.pair))
        let assumed = receipts.compactMap { receipt -> NotChecked? in
            guard receipt.amount > .zero, receipt.unapplied == .zero, let why = why(receipt, examination),
                !receipt.paid.allSatisfy({ byTerms.contains($0.pair) })
            else { return nil }
            return NotChecked(code: "receipt.unapplied", why: words(receipt, why, examination))
        }
        guard assumed.count > mostNamed else { return assumed }
        let more = assumed.count - mostNamed
        let rest = Phrase(
            "另有 \(more) 笔没写核销单号的回款，同样按先后顺序核销",
            "\(more) more receipts that cite nothing were put to the oldest documents too")
        return assumed.prefix(mostNamed) + [NotChecked(code: "receipt.unapplied", why: rest)]
    }

    private static func isOldestFirst(_ settlement: String) -> Bool {
        settlement == "rolling" || settlement.hasPrefix("hold")
    }

    private static func why(_ receipt: ReceiptAllocation.Receipt, _ examination: Examination) -> Phrase? {
        switch receipt.open {
        case .none(let below, let above, let near)?:
            // A round sum on account comes to nothing in particular; what nearly comes to a set was meant for it.
            near.isEmpty ? nil : nearly(near, below, above, examination)
        case .several(let count, _):
            Phrase(
                "有\(count.isAtLeast ? "至少 " : " ")\(count.number) 组单据金额正好相等",
                "\(count.isAtLeast ? "at least " : "")\(count.number) sets of documents come to it exactly")
        case .undecided:
            Phrase("单据太多，没有找遍金额正好相等的组合", "there are too many documents to look at every set")
        case nil: nil
        }
    }

    private static func nearly(
        _ near: [Int], _ below: Amount?, _ above: Amount?, _ examination: Examination
    ) -> Phrase? {
        guard let pairs = try? examination.receivables().pairs else { return nil }
        let numbers = near.prefix(6).map { examination.month.text(pairs[$0].number) }.joined(separator: "＋")
        let shown = numbers + (near.count > 6 ? "＋…" : "")
        let sums = NearSum.words(below?.units, above?.units)
        return Phrase(
            "没有单据正好相等，最接近的一组是 \(shown)（最近的合计\(sums.chinese)）",
            "no documents come to it exactly, and \(shown) come nearest (the nearest sums are \(sums.english))")
    }

    private static func words(_ receipt: ReceiptAllocation.Receipt, _ why: Phrase, _ examination: Examination) -> Phrase
    {
        let month = examination.month
        let number = month.text(month[.receipts].symbol(.receiptNumber, receipt.row))
        let customer = month.text(receipt.customer)
        return Phrase(
            "「\(customer)」的回款 \(number) \(receipt.amount) 付的是哪几张：没写核销单号，\(why.chinese)，按先后顺序核销，请问客户",
            "what receipt \(number) of \(receipt.amount) from “\(customer)” paid: it cites nothing, \(why.english), and the oldest were taken; ask the customer"
        )
    }
}
