import Books

extension ReceiptDiagnosis {
    /// That money was paid ahead: it says so, or it cites an order of the customer of which nothing is owed yet.
    func paidAhead(_ receipt: ReceiptAllocation.Receipt, _ finding: Finding) -> [Cause] {
        let orders = examination.orders
        let cited = receipt.unknownCitations.filter { number in
            guard let place = month.texts.find(number).flatMap({ orders.place(of: $0, for: receipt.customer) }) else {
                return false
            }
            return orders.orders[place].customer == receipt.customer && !orders.orders[place].isCancelled
        }
        if !cited.isEmpty, cited.count == receipt.unknownCitations.count, receipt.othersCited.isEmpty {
            let list = cited.prefix(3).joined(separator: ", ")
            return [
                Cause(
                    .paidAhead, explains: finding.difference,
                    Phrase(
                        "写明付的是订单 \(list)，还没有出库：是预收款，发货后核销。",
                        "It is for the order \(list), of which nothing has left yet: paid ahead, to be applied once it is delivered."
                    ),
                    sources: [source(receipt, .appliesTo)])
            ]
        }
        guard let field = ReceiptAllocation.saysPaidAhead(receipt.row, month) else { return [] }
        return [
            Cause(
                .paidAhead, explains: finding.difference,
                Phrase(
                    "回款自己写明是「\(month.text(month[.receipts].symbol(field, receipt.row)))」：是预收款，发货后核销。",
                    "The receipt itself says “\(month.text(month[.receipts].symbol(field, receipt.row)))”: paid ahead, to be applied once it is delivered."
                ), sources: [source(receipt, field)])
        ]
    }
}

extension ReceiptAllocation {
    private static let aheadWords = [
        "预收", "预付", "定金", "订金", "advance", "deposit", "prepaid", "prepayment", "down payment",
    ]

    /// The column in which a receipt says that it was paid ahead; `nil` where none does.
    static func saysPaidAhead(_ row: Int, _ month: Month) -> Field? {
        let table = month[.receipts]
        return [Field.appliesTo, .remark, .summary].first { field in
            let text = table.symbol(field, row)
            if text.isNone { return false }
            let said = month.text(text).lowercased()
            return aheadWords.contains { said.contains($0) }
        }
    }
}
