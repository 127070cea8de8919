import Books

/// How the two sides of a finding came to be held against each other, in words.
enum MatchWording {
    /// The evidence for a finding whose sides are both there; `nil` for others.
    static func evidence(_ finding: Finding, _ examination: Examination) -> MatchEvidence? {
        guard finding.tie != nil, finding.findingClass != .missing else { return nil }
        switch finding.code.prefix(while: { $0 != "." }) {
        case "dispatch": return dispatch(finding, examination)
        case "receivable", "ledger", "invoice", "waybill":
            guard let key = finding.key.first, key.name != Field.accountCode.rawValue else { return nil }
            return exact(key.value)
        default: return nil
        }
    }

    /// What was in the way of taking a proposal as a match.
    static func obstacle(_ proposal: Proposal, _ record: Unmatched, _ others: [Unmatched]) -> Phrase {
        let isUnnumbered = record.number.isEmpty || others.contains { $0.number.isEmpty }
        let number =
            isUnnumbered
            ? Phrase("没有写单号", "there is no number to match by") : Phrase("单号不同", "the numbers differ")
        if proposal.cause == .otherCustomer {
            return Phrase(
                "\(isUnnumbered ? "没有写单号，客户也不同" : "单号和客户都不同")，不能自动对上（只有金额和日期对上）",
                "\(isUnnumbered ? "there is no number and the parties differ" : "the numbers and the parties differ"), so it is not matched without you (only amount and date agree)"
            )
        }
        return Phrase(
            "\(number.chinese)，不能自动对上（\(proposal.stage.words.chinese)）",
            "\(number.english), so it is not matched without you (\(proposal.stage.words.english))")
    }

    private static func exact(_ number: String) -> MatchEvidence {
        MatchEvidence(
            stage: .exactKey, evidence: [Phrase("两边的单号都是 \(number)", "both sides have the number \(number)")])
    }

    /// Order and dispatch meet by the order's number; the product by its code, or by a name that means one.
    private static func dispatch(_ finding: Finding, _ examination: Examination) -> MatchEvidence? {
        guard let number = finding.key.first?.value else { return nil }
        let month = examination.month
        let cited = Phrase("出库单写的依据单号就是订单号 \(number)", "the document cites the order's number \(number)")
        guard let code = finding.key.first(where: { $0.name == Field.productCode.rawValue })?.value,
            let product = month.texts.find(code), let order = examination.order(of: finding),
            let match = try? examination.dispatch(), let pair = match.pair(order: order, product: product)
        else { return MatchEvidence(stage: .exactKey, evidence: [cited]) }
        // Of what is not yet due there may be no document at all.
        if pair.dispatchRows.isEmpty { return nil }
        guard let names = DispatchNames(pair, examination), !names.agree else {
            return MatchEvidence(stage: .exactKey, evidence: [cited])
        }
        return MatchEvidence(
            stage: .alias,
            evidence: [
                cited,
                Phrase(
                    "订单上的「\(month.text(names.ordered))」和出库单上的「\(month.text(names.shipped))」是同一商品 \(code)",
                    "“\(month.text(names.ordered))” on the order and “\(month.text(names.shipped))” on the document are the same product \(code)"
                ),
            ])
    }
}

/// What an order and its dispatch call the same product.
struct DispatchNames {
    let ordered: Symbol, shipped: Symbol

    /// `nil` where one of them has no line.
    init?(_ pair: DispatchMatch.Pair, _ examination: Examination) {
        guard let line = pair.orderRows.first, let shippedLine = pair.dispatchRows.first else { return nil }
        ordered = DispatchNames.written(examination.orders.table, line)
        shipped = DispatchNames.written(examination.month[.movements], shippedLine)
    }

    /// Whether it is the same word, or one of them says nothing.
    var agree: Bool { ordered == shipped || ordered.isNone || shipped.isNone }

    private static func written(_ table: Table, _ row: Int) -> Symbol {
        let code = table.symbol(.productCode, row)
        return code.isNone ? table.symbol(.productName, row) : code
    }
}
