import Books

extension Rule {
    static let documentReturnWithoutPrice = Rule(
        "document.return-without-price", .incomplete, owner: .sales,
        title: Phrase("退货没有单价", "Return without a price"),
        meaning: Phrase("销售退货单必须有退货单价，单价不能为零。", "A sales return carries a price, and the price is above nought."),
        books: [.movements], columns: [RequiredColumn(.movements, .unitPrice)]
    ) { examination, findings throws(Overflow) in
        let book = try examination.documents()
        for document in book.documents where document.kind == .salesReturn && !document.isVoided {
            for row in document.rows where (book.table.price(.unitPrice, row) ?? .zero) <= .zero {
                findings.add(
                    key: [
                        findings.part(.documentNumber, document.number),
                        KeyPart("productCode", examination.month.text(examination.goods.product(.movements, row))),
                    ], party: document.customer, actual: book.table.price(.unitPrice, row).map(Figure.price),
                    sources: [findings.source(book.table, row, .unitPrice)], "退货行没有大于零的单价。请按原价补上。",
                    "The returned line has no price above nought. Add the price it was sold at.")
            }
        }
    }
}
