import Books

extension Rule {
    static let documentReturnMismatch = Rule(
        "document.return-mismatch", .difference, owner: .sales,
        title: Phrase("退货与原单不符", "Return does not fit its delivery"),
        meaning: Phrase(
            "销售退货单写的依据是一张出库单的，客户、商品要是原单上的，累计退回不超过原单数量，单价是原单的单价或折后价。写订单号的与订单核对；原单不在这里的不查。",
            "A sales return that cites a delivery: the customer and the product must be the delivery's, no more may come back in all than it has, and the price must be its own or that after its discount. One that cites an order is held against the order; where the delivery is not on file nothing is compared."
        ),
        books: [.movements], columns: [RequiredColumn(.movements, .basisNumber)]
    ) { examination, findings throws(Overflow) in
        let book = try examination.documents(), month = examination.month
        for misfit in try ReturnMatch(examination).misfits {
            let document = book.documents[misfit.document], original = month.text(document.basis)
            var key = [findings.part(.documentNumber, document.number)]
            if !misfit.product.isNone { key.append(findings.part(.productCode, misfit.product)) }
            let field: Field
            let expected: Figure?, actual: Figure?, difference: Figure?
            var amount = try book.worth(misfit.row)
            let words: Phrase
            switch misfit.kind {
            case .customer(let other):
                (field, difference) = (.customer, nil)
                (expected, actual) = (.text(month.text(other)), .text(month.text(document.customer)))
                amount = document.amount
                words = Phrase(
                    "写的原单 \(original) 是「\(month.text(other))」的。请查明退的是哪个客户、哪张单的货。",
                    "It cites \(original), which is “\(month.text(other))”'s. Whose goods came back, and of which delivery?"
                )
            case .product:
                (field, expected, difference) = (.productCode, nil, nil)
                actual = try examination.goods.quantity(book.table, misfit.row).map { .quantity($0.magnitude) }
                words = Phrase(
                    "原单 \(original) 上没有这个商品，没有卖过就退不了。请查明退的是哪张单的货。",
                    "\(original) does not have the product, and what was not sold cannot come back. Of which delivery is it?"
                )
            case .quantity(let delivered, let returned):
                field = .quantity
                (expected, actual) = (.quantity(delivered), .quantity(returned))
                difference = .quantity(try returned - delivered)
                words = Phrase(
                    "原单 \(original) 只发了 \(delivered)，累计退回 \(returned)。请查明是重复录入，还是写错了原单。",
                    "\(original) delivered \(delivered), and \(returned) came back in all. Was it keyed twice, or is the number wrong?"
                )
            case .price(let sold, let returned):
                field = .unitPrice
                (expected, actual) = (.price(sold), .price(returned))
                difference = .price(try returned - sold)
                let quantity = try examination.goods.quantity(book.table, misfit.row)?.magnitude ?? .zero
                amount = try (sold - returned).times(quantity)
                words = Phrase(
                    "原单 \(original) 单价 \(sold)，退货单价 \(returned)，合计差 \(amount ?? .zero)。请核对按什么价退。",
                    "\(original) was sold at \(sold), and comes back at \(returned); \(amount ?? .zero) in all. At which price is it taken back?"
                )
            }
            findings.add(
                key: key, party: document.customer, expected: expected, actual: actual, difference: difference,
                amount: amount,
                sources: findings.sources(book.table, misfit.delivered.prefix(4), field)
                    + [findings.source(book.table, misfit.row, field)],
                words.chinese, words.english)
        }
    }
}
