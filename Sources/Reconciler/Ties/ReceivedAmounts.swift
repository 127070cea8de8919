import Books

/// What receivables call received, held against what receipts brought for them: a balance rests on the one as on the other.
enum ReceivedAmounts {
    /// Reports what no finding about a receipt or the ledger explains.
    static func check(_ examination: Examination, _ findings: inout Findings) throws(Overflow) {
        let stated = try examination.statedReceipts()
        if stated.gaps.isEmpty { return }
        let pairs = try examination.receivables().pairs, month = examination.month
        let words = ReceivedWords(month: month, pairs: pairs)
        let receipts = try receipts(of: Set(stated.gaps.map(\.pair)), examination)
        let table = month[.receivables], paying = month[.receipts]
        for gaps in stated.unexplained(pairs, month) {
            guard let first = gaps.first, !examination.otherMonths.contain(pairs[first.pair].rows, of: table) else {
                continue
            }
            let pair = pairs[first.pair], difference = try first.stated - first.paid
            let own = gaps.flatMap { receipts[$0.pair] ?? [] }
            let said = gaps.count > 1 ? words.balanced(gaps) : words.one(first, own)
            findings.add(
                key: [findings.part(.documentNumber, pair.number)], party: pair.customer,
                expected: .amount(first.paid), actual: .amount(first.stated), difference: .amount(difference),
                amount: difference,
                sources: findings.sources(table, gaps.flatMap { pairs[$0.pair].rows }, .received)
                    + findings.sources(paying, own, .amount),
                said.chinese, said.english)
        }
    }

    /// The rows of the receipts that paid some documents by the period's end.
    private static func receipts(of wanted: Set<Int>, _ examination: Examination) throws(Overflow) -> [Int: [Int]] {
        var rows: [Int: [Int]] = [:]
        let allocation = try examination.receipts()
        for receipt in allocation.receipts where !allocation.isLater(receipt) {
            for part in receipt.paid where wanted.contains(part.pair) {
                rows[part.pair, default: []].append(receipt.row)
            }
        }
        return rows
    }
}

/// What is said of receivables that are not paid by receipts as they say.
private struct ReceivedWords {
    let month: Month
    let pairs: [ReceivableMatch.Pair]

    func one(_ gap: StatedReceipts.Gap, _ receipts: [Int]) -> Phrase {
        let names = receipts.prefix(3).map { month.text(month[.receipts].symbol(.receiptNumber, $0)) }
        let by = names.isEmpty ? "" : "（\(names.joined(separator: "、"))\(receipts.count > 3 ? " …" : "")）"
        let byEnglish = names.isEmpty ? "" : " (\(names.joined(separator: ", "))\(receipts.count > 3 ? ", …" : ""))"
        let asked =
            gap.stated < gap.paid
            ? Phrase("应收没有把它登记全，还是回款写错了单号？", "Was it not entered as received, or does a receipt cite the wrong number?")
            : gap.paid > .zero
                ? Phrase(
                    "是扣了手续费、抹了零，漏登了回款，还是已收记错？",
                    "Was a bank charge or small change taken off, is a receipt missing, or is what was received miswritten?"
                )
                : Phrase("漏登了回款，还是已收记错？", "Is a receipt missing, or is what was received miswritten?")
        return Phrase(
            "应收登记已收 \(gap.stated)，期末前回款\(by)核销 \(gap.paid)。\(asked.chinese)请财务核对。",
            "The receivable says \(gap.stated) was received; by the period's end receipts\(byEnglish) brought \(gap.paid). \(asked.english)"
        )
    }

    /// As much as receipts brought, on other documents.
    func balanced(_ gaps: [StatedReceipts.Gap]) -> Phrase {
        let shown = gaps.prefix(6).map { "\(month.text(pairs[$0.pair].number)) \($0.stated) / \($0.paid)" }
        let list = gaps.count > 6 ? shown + ["…"] : shown
        return Phrase(
            "该客户应收登记的已收与回款核销合计相同，只是落在不同的单据上（已收 / 回款：\(list.joined(separator: "、"))）：核销单号写错，还是已收登记错了行？请财务核对。",
            "This customer's receivables say as much was received as receipts brought, only on other documents (said / brought: \(list.joined(separator: ", "))). Do the receipts cite wrong numbers, or was it entered in the wrong rows?"
        )
    }
}
